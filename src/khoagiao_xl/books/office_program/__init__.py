"""The workbook as it stands open in Excel or LibreOffice, through xlwings."""
