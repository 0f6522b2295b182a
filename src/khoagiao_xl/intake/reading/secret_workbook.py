"""A workbook that may be opened, searched for marks of secrecy: cells, what is written around them, and names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
    shown: set[str] = set()
    for sheet, rows in grids.items():
        texts = [list(map(_text, row)) for row in rows]
        of_sheet = {text for row in texts for text in row}
        shown |= of_sheet
        place = _marked_cell(texts, of_sheet)
        if place:
            return (sheet, place) if sheet in _OUR_SHEETS else ("", "")
    others = (text for text in _other_texts(book) if text not in shown)
    if any(map(bears_mark, others)) or any(map(_is_marked, book.words)):
        return "", ""
    return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _marked_cell(rows: Texts, texts: set[str]) -> str:
    """Return the cell of a mark, blank for none."""
    marked = set(filter(bears_mark, texts))
    for row, values in enumerate(rows, 1):
        if marked.isdisjoint(values):
            continue
        for column, text in enumerate(values, 1):
            if text in marked and not _is_heading(rows, row, column):
                return address(row, column)
    return _parted_mark(rows) if any(map(_BEGINS.fullmatch, texts)) else ""


def _is_heading(rows: Texts, row: int, column: int) -> bool:
    """Say whether each grade stands once in the row or column: the heading of a table that counts documents."""
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
    """Return where a mark begins that several cells tell («Độ mật» | «C»; «M» | «Ậ» | «T»), blank for none."""
    for row, values in enumerate(rows):
        for column, text in enumerate(values):
            if not _BEGINS.fullmatch(text):
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


def _other_texts(book: BookScan) -> Iterator[str]:
    """Yield texts that no sheet of a form shows: of sheets too large to be one, of formats, of defined names."""
    yield from book.strings.texts
    for scan in book.sheets:
        for cell in scan.cells.values():
            if cell.kind in ("str", "inlineStr"):
                yield cell.raw
    yield from book.styles.formats
    yield from book.names


def _is_marked(word: BookWords) -> bool:
    text = word.text
    if word.kind is Outside.PRINT:
        text = _PRINT_CODES.sub(" ", text)
    is_name = word.kind is Outside.SHEET or word.name.casefold() in _NAMING
    return bears_mark(text, Where.NAME if is_name else Where.TEXT)
