"""python-calamine alone: every sheet of every file, one column added up. bare_calamine.py FOLDER."""

import json
import sys
from pathlib import Path

from python_calamine import CalamineWorkbook

total = 0.0
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = CalamineWorkbook.from_path(path)
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    for row in sheets["Số liệu"]:
        if str(row[0]).startswith("KG") and isinstance(row[3], float):
            total += row[3]
sys.stdout.write(json.dumps({"sum": total}))
