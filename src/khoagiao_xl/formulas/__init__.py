"""What the formulas of a workbook give, worked out for whoever computes none of them."""
