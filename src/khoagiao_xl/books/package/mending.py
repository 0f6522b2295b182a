"""What LibreOffice 7.4 takes from the macros and buttons of a master it saves, given back on the file."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from khoagiao_xl import files
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import KhoaGiaoError

Mender = Callable[[bytes, str], bytes]  # the content of a part and its name -> what it should be

# A drawn button loses its macro, which has its name, «KG_TiepNhan».
_BUTTON: Final = re.compile(
    rb'<xdr:sp\b(?:(?! macro="\[0\])[^>])*>(<xdr:nvSpPr><xdr:cNvPr\b[^>]* name="(KG_\w+)")'
)
_MACRO: Final = rb'<xdr:sp macro="[0]!\2" textlink="">\1'  # not found without «[0]!»
# Without its code name the module ThisWorkbook is no longer the workbook, nor Sheet1 the first sheet.
_WORKBOOK: Final = re.compile(rb"<workbookPr\b(?![^>]*codeName)")
_SHEET: Final = re.compile(rb"<sheetPr\b(?![^>]*codeName)")


def mend(master: Path) -> bool:
    """Give `master` back what LibreOffice took from it; say whether anything was missing.

    The file keeps its time: a LibreOffice that has it open knows it by that, and saves without asking.
    Raise ChangedMeanwhile, and leave the file, when it was stored once more meanwhile.
    """
    modified = master.stat().st_mtime_ns
    data = files.read_bytes(master)
    package = Package.parse(data, master.name)
    is_changed = mend_package(package)
    if is_changed:
        files.write_atomically(master, package.to_bytes(), modified_ns=modified)
    return is_changed


def mend_stored(path: str) -> None:
    """Mend a master that LibreOffice, which has it open, has just stored; its own macro calls this."""
    with contextlib.suppress(KhoaGiaoError):  # stored once more meanwhile: that store calls, too
        mend(Path(path))


def mend_package(package: Package) -> bool:
    """Give the parts of a master back what LibreOffice took from them; say whether anything was missing."""
    missing = False
    for name in package.names:
        mender = _mender_of(name)
        if mender:
            part = package.read(name)
            mended = mender(part, name)
            missing |= package.replace_if_changed(name, mended)
    return missing


def _mender_of(name: str) -> Mender | None:
    for pattern, mender in _MENDERS.items():
        if pattern.fullmatch(name):
            return mender
    return None


def _mend_buttons(drawing: bytes, _: str) -> bytes:
    return _BUTTON.sub(_MACRO, drawing)


def _mend_workbook(workbook: bytes, _: str) -> bytes:
    return _WORKBOOK.sub(b'<workbookPr codeName="ThisWorkbook"', workbook)


def _mend_sheet(sheet: bytes, name: str) -> bytes:
    # LibreOffice numbers the parts in the order of the sheets, as code names are numbered.
    number = re.sub(r"\D", "", name)
    named = f'<sheetPr codeName="Sheet{number}"'
    return _SHEET.sub(named.encode("ascii"), sheet)


_MENDERS: Final[dict[re.Pattern[str], Mender]] = {
    re.compile(r"xl/drawings/drawing\d+\.xml"): _mend_buttons,
    re.compile(r"xl/workbook\.xml"): _mend_workbook,
    re.compile(r"xl/worksheets/sheet\d+\.xml"): _mend_sheet,
}
