"""What XlsxWriter cannot write: done on the parts of its finished package."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import recalculate_on_load
from khoagiao_xl.building.board_buttons import carry_macros
from khoagiao_xl.building.ribbon import add_ribbon
from khoagiao_xl.building.sheet_buttons import keep_off_paper

_PLAIN: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS: Final = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_FIXED_HEIGHT: Final = re.compile(rb'(<row r="(?:[5-9]|\d{2,})" [^>]*?) customHeight="1"')
DASHBOARD_PART: Final = "xl/worksheets/sheet1.xml"
DASHBOARD_DRAWING: Final = "xl/drawings/drawing1.xml"


def finish(data: bytes) -> bytes:
    """Return the package as a macro workbook whose formulas are computed by whoever opens it."""
    package = Package.parse(data)
    for name in package.names:
        package.replace(name, _finish_part(name, package.read(name)))
    add_ribbon(package)
    recalculate_on_load(package)
    return package.to_bytes()


def _finish_part(name: str, part: bytes) -> bytes:
    if name == "[Content_Types].xml":
        return part.replace(_PLAIN, _WITH_MACROS)
    if name == DASHBOARD_DRAWING:
        return carry_macros(part)
    if name.startswith("xl/drawings/drawing"):
        return keep_off_paper(carry_macros(part))
    if name.startswith("xl/worksheets/sheet") and name != DASHBOARD_PART:
        # A height marked as fixed would stay when somebody types a longer text.
        return _FIXED_HEIGHT.sub(rb"\1", part)
    return part
