"""openpyxl in its read-only mode, every sheet of every file. openpyxl_readonly.py FOLDER."""

import json
import sys
import warnings
from pathlib import Path

from openpyxl import load_workbook

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
total = 0.0
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = load_workbook(path, read_only=True, data_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    book.close()
    for row in sheets["Số liệu"]:
        if str(row[0]).startswith("KG") and isinstance(row[3], int | float):
            total += row[3]
sys.stdout.write(json.dumps({"sum": total}))
