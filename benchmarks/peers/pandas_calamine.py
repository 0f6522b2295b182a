"""pandas with the engine calamine, each file opened once. pandas_calamine.py FOLDER."""

import json
import sys
from pathlib import Path

import pandas as pd

columns = []
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    with pd.ExcelFile(path, engine="calamine") as book:
        cover = pd.read_excel(book, sheet_name="Bìa", header=None)
        figures = pd.read_excel(book, sheet_name="Số liệu", header=3)
        words = pd.read_excel(book, sheet_name="Thuyết minh", header=3)
    columns.append(pd.to_numeric(figures.set_index("Mã")["Kỳ này"], errors="coerce"))
total = pd.concat(columns).groupby(level=0).sum().sum() if columns else 0
sys.stdout.write(json.dumps({"sum": float(total)}))
