"""What XlsxWriter cannot write: done on the parts of its finished package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.computed_results import with_results
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import ask_to_recalculate
from khoagiao_xl.building.board_buttons import carry_macros
from khoagiao_xl.building.ribbon import add_ribbon
from khoagiao_xl.building.sheet_buttons import keep_off_paper

if TYPE_CHECKING:
    from datetime import datetime

_PLAIN: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS: Final = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_FIXED_HEIGHT: Final = re.compile(rb'(<row r="(?:[5-9]|\d{2,})" [^>]*?) customHeight="1"')
DASHBOARD_PART: Final = "xl/worksheets/sheet1.xml"
DASHBOARD_DRAWING: Final = "xl/drawings/drawing1.xml"


def finish(data: bytes, now: datetime) -> bytes:
    """Return the package as a macro workbook with what its formulas show at `now`; Excel computes anew."""
    package = Package.parse(data)
    for name in package.names:
        package.replace(name, _finish_part(name, package.read(name)))
    add_ribbon(package)
    ask_to_recalculate(package)
    return with_results(package.to_bytes(), now)


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
