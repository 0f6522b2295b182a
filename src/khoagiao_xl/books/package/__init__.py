"""A workbook as the package that it is: change only these cells, every other byte stays."""
