"""openpyxl: the master loaded, a table of 1104 x 70 set, saved. openpyxl_master.py MASTER SHEET TARGET."""

import sys
import warnings

from openpyxl import load_workbook

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
master, name, target = sys.argv[1:]
book = load_workbook(master, keep_vba=True)
sheet = book[name]
for row in range(5, 5 + 1104):
    for column in range(3, 73):
        sheet.cell(row, column, row * column)
book.save(target)
