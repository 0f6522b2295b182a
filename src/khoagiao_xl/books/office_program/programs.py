"""Where Excel and LibreOffice differ for a live workbook, said once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.books.office_program.office_trouble import is_busy
from khoagiao_xl.books.package.mending import mend
from khoagiao_xl.errors import KhoaGiaoError


@dataclass(frozen=True)
class Program:
    """One office program; the functions take what xlwings hands out.

    address: where the workbook lies, as it is; xlwings' own `fullname` guesses a folder for one in OneDrive.
    parses_texts: a text that is written as a value is taken for a number, a date or a formula if it looks so.
    macros_wait: a macro that has called Python goes on when that is done, not at once.
    mark_saved: say that nothing has been changed since the last store.
    shows_all: show the rows that a filter of the sheet hides; say whether those of these cells are all seen.
    redraw: make charts show what was written; LibreOffice's keep the old bars until everything is computed.
    macro: a macro of the workbook by its name, to be run.
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
    shows_all: Callable[[Any], bool]
    redraw: Callable[[Any], object]
    macro: Callable[[Any, str], Any]
    after_store: Callable[[Path], object]


def _mend(path: Path) -> None:
    # It is stored; where it cannot be mended now, the next opening does it.
    with suppress(KhoaGiaoError, OSError):
        mend(path)


def _macro_in_excel(book: Any, name: str) -> Any:
    """Return the macro; xlwings' own way ends at an apostrophe in the workbook's name."""
    home = book.name.replace("'", "''")
    return book.app.macro(f"'{home}'!{name}")


def _shows_all_in_excel(cells: Any) -> bool:
    """An array that is written over filtered rows goes into those that are seen (xlwings issues 679, 747)."""
    sheet = cells.sheet.api
    if not sheet.FilterMode:
        return True
    try:
        sheet.ShowAllData()
    except Exception as error:
        if is_busy(error):
            raise
    # Rows that a person has hidden are written as others are.
    return not sheet.FilterMode or cells.api.EntireRow.Hidden is False


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
        shows_all=_shows_all_in_excel,
        redraw=lambda _: None,
        macro=_macro_in_excel,
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
        shows_all=lambda _: True,  # what is written does not depend on what is seen
        redraw=lambda book: book.api.calculateAll(),
        macro=lambda book, name: book.macro(name),
        after_store=_mend,
    ),
}


def program_of(book: Any) -> Program:
    """Return the office program that an xlwings Book is open in."""
    return PROGRAMS[book.app.engine.name]
