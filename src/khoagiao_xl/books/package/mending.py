"""What LibreOffice 7.4 takes from the macros and buttons of a master it saves, given back on the file."""

from __future__ import annotations

import contextlib
import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import KhoaGiaoError

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_SHAPE: Final = 1001  # the number LibreOffice gives the first control of a sheet
# Every button has this one name; at the next opening all that share it are dropped.
_SHARED_NAME: Final = re.compile(rb'(<v:shape id=)"shape_0"')
# The caption is written bare, and only one that has a font is read.
_CAPTION: Final = re.compile(rb"(<v:textbox[^>]*><div[^>]*>)([^<]+)(</div>)")
_FONT: Final = rb'\1<font face="Arial" size="200" color="#000000">\2</font>\3'
# The macro is not found again without «[0]!».
_MACRO: Final = re.compile(rb"(<x:FmlaMacro>)(?!\[0\]!)")
# Without its code name the module ThisWorkbook is no longer the workbook, nor Sheet1 the first sheet.
_WORKBOOK: Final = re.compile(rb"<workbookPr\b(?![^>]*codeName)")
_SHEET: Final = re.compile(rb"<sheetPr\b(?![^>]*codeName)")


def mend(master: Path) -> bool:
    """Give `master` back what LibreOffice took from it; say whether anything was missing.

    The file keeps its time: a LibreOffice that has it open knows it by that, and saves without asking.
    Raise ChangedMeanwhile, and leave the file, when it was stored once more meanwhile.
    """
    before = master.stat()
    package = Package.parse(files.read_bytes(master), master.name)
    changed = mend_package(package)
    if changed:
        files.write_atomically(master, package.to_bytes(), modified_ns=before.st_mtime_ns)
    return changed


def mend_stored(path: str) -> None:
    """Mend a master that LibreOffice, which has it open, has just stored; its own macro calls this."""
    with contextlib.suppress(KhoaGiaoError):  # stored once more meanwhile: that store calls, too
        mend(Path(path))


def mend_package(package: Package) -> bool:
    """Give the parts of a master back what LibreOffice took from them; say whether anything was missing."""
    fresh = {
        name: mender(package.read(name), name)
        for name in package.names
        for pattern, mender in _MENDERS.items()
        if re.fullmatch(pattern, name)
    }
    changed = [name for name, content in fresh.items() if content != package.read(name)]
    for name in changed:
        package.replace(name, fresh[name])
    return bool(changed)


def _mend_buttons(drawing: bytes, _: str) -> bytes:
    if not _SHARED_NAME.search(drawing):
        return drawing
    number = itertools.count(FIRST_SHAPE)
    named = _SHARED_NAME.sub(lambda found: found[1] + f'"_x0000_s{next(number)}"'.encode(), drawing)
    return _MACRO.sub(rb"\1[0]!", _CAPTION.sub(_FONT, named))


def _mend_workbook(workbook: bytes, _: str) -> bytes:
    return _WORKBOOK.sub(b'<workbookPr codeName="ThisWorkbook"', workbook)


def _mend_sheet(sheet: bytes, name: str) -> bytes:
    # LibreOffice numbers the parts in the order of the sheets, as code names are numbered.
    number = re.sub(r"\D", "", name)
    return _SHEET.sub(f'<sheetPr codeName="Sheet{number}"'.encode(), sheet)


_MENDERS: Final[dict[str, Callable[[bytes, str], bytes]]] = {
    r"xl/drawings/vmlDrawing\d+\.vml": _mend_buttons,
    r"xl/workbook\.xml": _mend_workbook,
    r"xl/worksheets/sheet\d+\.xml": _mend_sheet,
}
