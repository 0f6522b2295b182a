"""What many an office has: a script that reads one sheet of every form with pandas and adds the figures up.

    python benchmarks/peers/month_script.py FOLDER

It looks at nothing: a file that cannot be opened is left out without a word. What the whole command costs is
held against it.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pandas as pd

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
columns = []
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    try:
        frame = pd.read_excel(path, sheet_name="Số liệu", header=3, engine="openpyxl")
        columns.append(pd.to_numeric(frame.set_index("Mã")["Kỳ này"], errors="coerce"))
    except Exception as error:  # noqa: BLE001  # as such scripts do
        print(path.name, error, file=sys.stderr)
total = pd.concat([column[column.index.notna()] for column in columns]).groupby(level=0).sum()
print(total.to_string())
