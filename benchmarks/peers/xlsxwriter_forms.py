"""XlsxWriter drawing each form anew: cells with their looks, widths, drop-downs, colours, protection.

xlsxwriter_forms.py DRAWING.json UNITS.json FOLDER; drawing.py makes the first of a template.
"""

import json
import sys
from pathlib import Path

import xlsxwriter

drawing, units, folder = (Path(word) for word in sys.argv[1:])
drawn = json.loads(drawing.read_text(encoding="utf-8"))
folder.mkdir(exist_ok=True)
for code, tokens in json.loads(units.read_text(encoding="utf-8")).items():
    book = xlsxwriter.Workbook(str(folder / f"{code}.xlsx"))
    looks = [book.add_format(look) for look in drawn["looks"]]
    for plan in drawn["sheets"]:
        sheet = book.add_worksheet(plan["name"])
        for column, width in plan["widths"].items():
            sheet.set_column(f"{column}:{column}", width)
        for place in plan["merged"]:
            sheet.merge_range(place, "")
        for row, column, value, look in plan["cells"]:
            text = value
            if isinstance(value, str) and "{{" in value:
                for token, fact in tokens.items():
                    text = text.replace(token, fact)
            sheet.write(row, column, text, looks[look])
        for place, options in plan["checks"]:
            sheet.data_validation(place, options)
        for place, formula in plan["colours"]:
            sheet.conditional_format(place, {"type": "formula", "criteria": formula, "format": looks[0]})
        sheet.protect()
    book.close()
sys.stdout.write(json.dumps({"forms": len(list(folder.iterdir()))}))
