"""Ways to a master workbook: one narrow contract, and the books that keep it."""
