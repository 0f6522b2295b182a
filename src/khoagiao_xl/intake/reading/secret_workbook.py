"""A workbook that may be opened, searched for marks of secrecy: its cells, what is around them, its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.scanned_sheet import address
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark, grade_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.intake.reading.two_readers import Rows
    from khoagiao_xl.intake.safety.book_scan import BookScan

    Texts = list[list[str]]  # of the cells of a sheet, row by row; blank for what is no text

_OUR_SHEETS: Final = (form_layout.COVER, form_layout.FIGURES, form_layout.NARRATIVE)
# Excel's codes in headers and footers («&C&B MẬT» -> « MẬT»).
_PRINT_CODES: Final = re.compile(r'&(?:[LCRDTPNFAGZ]|"[^"]*"|K[0-9A-F]{6}|[BIUSEXY]|\d+)')
_NAMING: Final = frozenset({"title", "subject", "keywords", "category"})  # properties that name a document
# What a mark may begin with that several cells tell together: its label, or its first letter.
_BEGINS: Final = re.compile(r"\s*(?:(?:mức\s+)?(?:độ|do|dấu)\s.{0,12}|[MTМТΜΤＭＴ])\s*", re.IGNORECASE)
_LETTERS: Final = 18  # cells that a grade may take, its letters and blanks apart
_GRADES: Final = 3


def secret_cell(book: BookScan, grids: Mapping[str, Rows]) -> tuple[str, str] | None:
    """Return sheet and cell of the first mark, blank where it stands in no cell of ours; None for no mark."""
    texts = set(_texts_of(book))
    marked = set(filter(bears_mark, texts))
    if marked or any(map(_begins, texts)):
        shown: set[str] = set()
        for sheet, values in grids.items():
            rows = [list(map(_text, row)) for row in values]
            place = _marked_cell(rows, marked) or _parted_mark(rows)
            if place:
                return (sheet, place) if sheet in _OUR_SHEETS else ("", "")
            shown.update(*rows)
        if marked - shown:
            return "", ""
    return ("", "") if _is_marked_around(book) else None


def _texts_of(book: BookScan) -> Iterator[str]:
    """Yield every text of the cells, shown or not, and those of number formats and defined names."""
    yield from book.strings.texts
    for scan in book.sheets:
        for cell in scan.cells.values():
            if cell.kind in ("str", "inlineStr"):
                yield cell.raw
    yield from book.styles.formats
    yield from book.names


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


@lru_cache(maxsize=4096)
def _begins(text: str) -> bool:
    """Say whether a mark may begin here that other cells go on with."""
    return _BEGINS.fullmatch(text) is not None


def _marked_cell(rows: Texts, marked: set[str]) -> str:
    """Return the first cell with one of the texts that bear a mark, blank for none."""
    for row, values in enumerate(rows, 1):
        if marked.isdisjoint(values):
            continue
        for column, text in enumerate(values, 1):
            if text in marked and not _is_heading(rows, row, column):
                return address(row, column)
    return ""


def _is_heading(rows: Texts, row: int, column: int) -> bool:
    """Say whether each grade stands once in the row or column: a table that counts documents."""
    if not grade_alone(rows[row - 1][column - 1]):
        return False
    return _tells_each_grade(rows[row - 1]) or _tells_each_grade(_down(rows, row=0, column=column - 1))


def _tells_each_grade(values: Sequence[str]) -> bool:
    told = list(filter(None, map(grade_alone, values)))
    return len(told) == _GRADES == len(set(told))


def _down(rows: Texts, row: int, column: int) -> list[str]:
    """Return the cells of a column from `row` (from 0) on."""
    return [values[column] for values in rows[row:] if column < len(values)]


def _parted_mark(rows: Texts) -> str:
    """Return where a mark begins that several cells tell («Độ mật» | «C»; «M» | «Ậ» | «T»), blank for no."""
    for row, values in enumerate(rows):
        for column, text in enumerate(values):
            if not _begins(text):
                continue
            if any(map(_tell_together, (values[column:], _down(rows, row, column)))):
                return address(row + 1, column + 1)
    return ""


def _tell_together(values: Sequence[str]) -> bool:
    texts = list(filter(None, values[:_LETTERS]))
    if len(texts[0].strip()) > 1:
        return bears_mark(" | ".join(texts[:2]))
    letters = [text.strip() for text in texts]
    alone = next((at for at, text in enumerate(letters) if len(text) > 1), len(letters))
    return bears_mark(" ".join(letters[:alone]))


def _is_marked_around(book: BookScan) -> bool:
    """Say whether a mark stands outside the cells, or in a name."""
    texts = {word.text for word in book.words}
    printed = [_PRINT_CODES.sub(" ", word.text) for word in book.words if word.kind is Outside.PRINT]
    names = [word.text for word in book.words if _is_name(word)]
    return any(map(bears_mark, (*texts, *printed))) or any(bears_mark(name, Where.NAME) for name in names)


def _is_name(word: BookWords) -> bool:
    return word.kind is Outside.SHEET or word.name in _NAMING
