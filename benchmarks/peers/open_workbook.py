"""openpyxl: one workbook opened, one cell read. open_workbook.py FILE SHEET CELL."""

import json
import sys
import warnings

from openpyxl import load_workbook

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
path, sheet, cell = sys.argv[1:]
sys.stdout.write(json.dumps({"value": str(load_workbook(path)[sheet][cell].value)}))
