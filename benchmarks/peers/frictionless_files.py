"""frictionless: each file validated against a schema of its figures. frictionless_files.py FOLDER."""

import json
import sys
import warnings
from pathlib import Path

from frictionless import Dialect, Resource, Schema, fields, system
from frictionless.formats import ExcelControl

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
texts = ["Mã", "Chỉ tiêu", "Đơn vị tính", "Giải trình", "Kiểm tra", "Kỳ trước đã báo"]
wanted = Schema(fields=[fields.StringField(name=name) for name in texts])
wanted.add_field(fields.NumberField(name="Kỳ này"), position=4)
told = 0
with system.use_context(trusted=True):
    for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
        dialect = Dialect(header_rows=[4], controls=[ExcelControl(sheet="Số liệu")])
        report = Resource(str(path), dialect=dialect, schema=wanted).validate()
        told += len(report.flatten(["rowNumber", "fieldNumber", "type"]))
sys.stdout.write(json.dumps({"findings": told}))
