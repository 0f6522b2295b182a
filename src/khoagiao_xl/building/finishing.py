"""What XlsxWriter cannot write: done on the parts of its finished package."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS: Final = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_EXCEL: Final = b"<Application>Microsoft Excel</Application>"
_OURS: Final = b"<Application>khoagiao_xl</Application>"
_FIXED_HEIGHT: Final = re.compile(rb'(<row r="(?:[5-9]|\d{2,})" [^>]*?) customHeight="1"')
DASHBOARD_PART: Final = "xl/worksheets/sheet1.xml"


def finish(data: bytes) -> bytes:
    """Return the package as a macro workbook, with no clock time in it and rows that grow with their text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            copy.writestr(
                zipfile.ZipInfo(name, _ZIP_DATE), _finish_part(name, package.read(name)), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def _finish_part(name: str, part: bytes) -> bytes:
    if name == "[Content_Types].xml":
        return part.replace(_PLAIN, _WITH_MACROS)
    if name == "docProps/app.xml":
        # LibreOffice keeps stored texts of what says it comes from Excel, and computes those of others.
        return part.replace(_EXCEL, _OURS)
    if name.startswith("xl/worksheets/sheet") and name != DASHBOARD_PART:
        # A height marked as fixed would stay when somebody types a longer text.
        return _FIXED_HEIGHT.sub(rb"\1", part)
    return part
