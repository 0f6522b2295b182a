"""Where Excel and LibreOffice differ for a live workbook, said once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.books.package.mending import mend
from khoagiao_xl.errors import KhoaGiaoError


@dataclass(frozen=True)
class Program:
    """One office program; the functions take what xlwings hands out.

    address: where the workbook lies, as it is; xlwings' own `fullname` guesses a folder for one in OneDrive.
    parses_texts: a text that is written as a value is taken for a number, a date or a formula if it looks so.
    macros_wait: a macro that has called Python goes on when that is done, not at once.
    mark_saved: say that nothing has been changed since the last store.
    redraw: make charts show what was written; LibreOffice's keep the old bars until everything is computed.
    after_store: what the file needs once the program has stored it.
    """

    name: str
    parses_texts: bool
    macros_wait: bool
    address: Callable[[Any], str]
    is_read_only: Callable[[Any], bool]
    is_saved: Callable[[Any], bool]
    is_protected: Callable[[Any], bool]
    mark_saved: Callable[[Any], object]
    redraw: Callable[[Any], object]
    after_store: Callable[[Path], object]


def _mend(path: Path) -> None:
    # It is stored; where it cannot be mended now, the next opening does it.
    with suppress(KhoaGiaoError, OSError):
        mend(path)


PROGRAMS: Final = {
    "excel": Program(
        "Excel",
        parses_texts=True,
        macros_wait=True,
        address=lambda book: str(book.api.FullName),
        is_read_only=lambda book: bool(book.api.ReadOnly),
        is_saved=lambda book: bool(book.api.Saved),
        is_protected=lambda sheet: bool(sheet.api.ProtectContents),
        mark_saved=lambda book: setattr(book.api, "Saved", True),
        redraw=lambda _: None,
        after_store=lambda _: None,
    ),
    "libreoffice": Program(
        "LibreOffice",
        parses_texts=False,
        macros_wait=False,
        address=lambda book: str(book.fullname),
        is_read_only=lambda book: bool(book.api.isReadonly()),
        is_saved=lambda book: not book.api.isModified(),
        is_protected=lambda sheet: bool(sheet.api.isProtected()),
        mark_saved=lambda book: book.api.setModified(False),
        redraw=lambda book: book.api.calculateAll(),
        after_store=_mend,
    ),
}


def program_of(book: Any) -> Program:
    """Return the office program that an xlwings Book is open in."""
    return PROGRAMS[book.app.engine.name]
