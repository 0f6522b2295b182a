"""A workbook that may be opened, searched for marks of secrecy: its cells, what is around them, its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.quick_layout import QUICK_SHEET
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.scanned_sheet import address
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark, grade_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.intake.reading.two_readers import Rows
    from khoagiao_xl.intake.safety.book_scan import BookScan

    Texts = list[list[str]]  # of the cells of a sheet, row by row; blank for what is no text

_OUR_SHEETS: Final = (
    form_layout.COVER,
    form_layout.FIGURES,
    form_layout.DETAILS,
    form_layout.NARRATIVE,
    QUICK_SHEET,
)
# Excel's codes in headers and footers («&C&B MẬT» -> « MẬT»).
_PRINT_CODES: Final = re.compile(r'&(?:[LCRDTPNFAGZ]|"[^"]*"|K[0-9A-F]{6}|[BIUSEXY]|\d+)')
_NAMING: Final = frozenset({"title", "subject", "keywords", "category"})  # properties that name a document
# What a mark may begin with that several cells tell together: its label, or its first letter.
_BEGINS: Final = re.compile(r"\s*(?:(?:mức\s+)?(?:độ|do|dấu)\s.{0,12}|[MTМТΜΤＭＴ])\s*", re.IGNORECASE)
_MOST_CELLS: Final = 18  # that a grade may take, its letters and blanks apart
_GRADES: Final = 3
_OWN_TEXT: Final = ("str", "inlineStr")  # kinds of cells that do not share theirs


def secret_cell(book: BookScan, grids: Mapping[str, Rows]) -> tuple[str, str] | None:
    """Return sheet and cell of the first mark, blank where it stands in no cell of ours; None for no mark."""
    texts = set(_texts_of(book))
    marked = set(filter(bears_mark, texts))
    if marked or any(map(_begins, texts)):
        for sheet, values in grids.items():
            rows = _texts_in(values)
            place = _marked_cell(rows, marked) or _parted_mark(rows)
            if place:
                return (sheet, place) if sheet in _OUR_SHEETS else ("", "")
            marked -= set(chain.from_iterable(rows))
    if marked or _is_marked_around(book):
        return "", ""
    return None


def _texts_of(book: BookScan) -> Iterator[str]:
    """Yield every text of the cells, shown or not, and those of number formats and defined names."""
    yield from book.strings.texts
    for scan in book.sheets:
        for cell in scan.cells.values():
            if cell.kind in _OWN_TEXT:
                yield cell.raw
    yield from book.styles.formats
    yield from book.names


def _texts_in(rows: Rows) -> Texts:
    return [list(map(_text, row)) for row in rows]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


@lru_cache(maxsize=4096)
def _begins(text: str) -> bool:
    """Say whether a mark may begin here that other cells go on with."""
    return _BEGINS.fullmatch(text) is not None


def _marked_cell(rows: Texts, marked: set[str]) -> str:
    """Return the first cell with one of the texts that bear a mark, blank for none."""
    for row, values in enumerate(rows):
        if marked.isdisjoint(values):
            continue
        for column, text in enumerate(values):
            if text in marked and not _is_heading(rows, row, column):
                return address(row + 1, column + 1)
    return ""


def _is_heading(rows: Texts, row: int, column: int) -> bool:
    """Say whether each grade stands once in the row or column: a table that counts documents."""
    across = rows[row]
    text = across[column]
    if not grade_alone(text):
        return False
    down = _down(rows, 0, column)
    return _tells_each_grade(across) or _tells_each_grade(down)


def _tells_each_grade(values: Sequence[str]) -> bool:
    grades = map(grade_alone, values)
    told = list(filter(None, grades))
    different = set(told)
    return len(told) == len(different) == _GRADES


def _down(rows: Texts, row: int, column: int) -> list[str]:
    """Return the cells of a column from `row` on."""
    return [values[column] for values in rows[row:] if column < len(values)]


def _parted_mark(rows: Texts) -> str:
    """Return where a mark begins that several cells tell («Độ mật» | «C»; «M» | «Ậ» | «T»), blank for no."""
    for row, values in enumerate(rows):
        for column, text in enumerate(values):
            if not _begins(text):
                continue
            across, down = values[column:], _down(rows, row, column)
            if _tell_together(across) or _tell_together(down):
                return address(row + 1, column + 1)
    return ""


def _tell_together(values: Sequence[str]) -> bool:
    """Say whether cells tell a mark together: the first is a label, or the first letter of several."""
    texts = list(filter(None, values[:_MOST_CELLS]))
    first = texts[0].strip()
    if len(first) > 1:
        label_and_value = " | ".join(texts[:2])
        return bears_mark(label_and_value)
    letters = takewhile(_is_letter, texts)
    return bears_mark(" ".join(letters))


def _is_letter(text: str) -> bool:
    return len(text.strip()) == 1


def _is_marked_around(book: BookScan) -> bool:
    """Say whether a mark stands outside the cells, or in a name."""
    texts = {word.text for word in book.words}
    if any(map(bears_mark, texts)):
        return True
    return any(map(_is_marked, book.words))


def _is_marked(word: BookWords) -> bool:
    """Say whether a header, footer or name bears a mark, which say more than other words."""
    if word.kind is Outside.PRINT:
        printed = _PRINT_CODES.sub(" ", word.text)
        return bears_mark(printed)
    is_name = word.kind is Outside.SHEET or word.name in _NAMING
    return is_name and bears_mark(word.text, Where.NAME)
