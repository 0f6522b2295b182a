"""polars over fastexcel, each file opened once. polars_fastexcel.py FOLDER."""

import json
import sys
from pathlib import Path

import fastexcel
import polars as pl

frames = []
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = fastexcel.read_excel(path)
    cover = book.load_sheet("Bìa", header_row=None, dtypes="string").to_polars()
    figures = book.load_sheet("Số liệu", header_row=3, dtypes="string").to_polars()
    words = book.load_sheet("Thuyết minh", header_row=3, dtypes="string").to_polars()
    frames.append(figures.select("Mã", pl.col("Kỳ này").cast(pl.Float64, strict=False)))
whole = pl.concat(frames) if frames else pl.DataFrame({"Mã": ["KG"], "Kỳ này": [0.0]})
total = whole.filter(pl.col("Mã").str.starts_with("KG"))["Kỳ này"].sum()
sys.stdout.write(json.dumps({"sum": float(total)}))
