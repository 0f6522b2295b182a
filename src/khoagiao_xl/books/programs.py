"""Where Excel and LibreOffice differ for a live workbook, said once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True)
class Program:
    """One office program; the functions take what xlwings hands out.

    address: where the workbook lies, as it is; xlwings' own `fullname` guesses a folder for one in OneDrive.
    parses_texts: a text that is written as a value is taken for a number, a date or a formula if it looks so.
    """

    name: str
    parses_texts: bool
    address: Callable[[Any], str]
    is_read_only: Callable[[Any], bool]
    is_saved: Callable[[Any], bool]
    is_protected: Callable[[Any], bool]


PROGRAMS: Final = {
    "excel": Program(
        "Excel",
        parses_texts=True,
        address=lambda book: str(book.api.FullName),
        is_read_only=lambda book: bool(book.api.ReadOnly),
        is_saved=lambda book: bool(book.api.Saved),
        is_protected=lambda sheet: bool(sheet.api.ProtectContents),
    ),
    "libreoffice": Program(
        "LibreOffice",
        parses_texts=False,
        address=lambda book: str(book.fullname),
        is_read_only=lambda book: bool(book.api.isReadonly()),
        is_saved=lambda book: not book.api.isModified(),
        is_protected=lambda sheet: bool(sheet.api.isProtected()),
    ),
}


def program_of(book: Any) -> Program:
    """Return the office program that an xlwings Book is open in."""
    return PROGRAMS[book.app.engine.name]
