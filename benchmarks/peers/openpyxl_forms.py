"""openpyxl: the template opened again for each unit. openpyxl_forms.py TEMPLATE UNITS.json FOLDER."""

import json
import sys
import warnings
from pathlib import Path

from openpyxl import load_workbook

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
template, units, folder = (Path(word) for word in sys.argv[1:])
folder.mkdir(exist_ok=True)
for code, tokens in json.loads(units.read_text(encoding="utf-8")).items():
    book = load_workbook(template)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "{{" in cell.value:
                    for token, fact in tokens.items():
                        cell.value = cell.value.replace(token, fact)
    book.save(folder / f"{code}.xlsx")
sys.stdout.write(json.dumps({"forms": len(list(folder.iterdir()))}))
