"""datamaps, as its own command: cells named in a datamap, into its master. datamaps_import.py FOLDER."""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from python_calamine import CalamineWorkbook

files = sorted(Path(sys.argv[1]).glob("*.xlsx"))
with tempfile.TemporaryDirectory() as home:
    os.environ["HOME"] = home  # it works in a folder of the user's documents
    own = Path(home, "Documents", "datamaps", "input")
    own.mkdir(parents=True)
    lines = ["cell_key,template_sheet,cell_reference,type", "unit,Bìa,C5,TEXT"]
    for path in files:
        shutil.copy(path, own)
    if files:
        sheet = CalamineWorkbook.from_path(files[0]).get_sheet_by_name("Số liệu")
        for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
            if str(row[0]).startswith("KG"):
                lines.append(f"{row[0]},Số liệu,D{number},NUMBER")
    (own / "datamap.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    from datamaps.main import cli

    if files:
        cli(["import", "templates", "-m"], standalone_mode=False)
    made = Path(home, "Documents", "datamaps", "output", "master.xlsx").exists()
sys.stdout.write("\n" + json.dumps({"made": made}))
