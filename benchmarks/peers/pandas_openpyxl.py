"""pandas with openpyxl, as commonly written: each sheet by its name. pandas_openpyxl.py FOLDER [ENGINE]."""

import json
import sys
import warnings
from pathlib import Path

import pandas as pd

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
columns = []
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    cover = pd.read_excel(path, sheet_name="Bìa", header=None, engine="openpyxl")
    figures = pd.read_excel(path, sheet_name="Số liệu", header=3, engine="openpyxl")
    words = pd.read_excel(path, sheet_name="Thuyết minh", header=3, engine="openpyxl")
    columns.append(pd.to_numeric(figures.set_index("Mã")["Kỳ này"], errors="coerce"))
total = pd.concat(columns).groupby(level=0).sum().sum() if columns else 0
sys.stdout.write(json.dumps({"sum": float(total)}))
