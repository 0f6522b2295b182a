"""Tables that are wider than the text of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import Slip
from khoagiao_xl.layout.word_formats import W

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidTable
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_ROOM: Final = 240  # twips by which a table may stand over: the room in its outer cells
_TWIPS, _MILLIMETRES = 1440, 25.4  # in an inch


def find_wide_tables(text: TextInHand) -> Slips:
    """Yield the tables of data whose columns together are wider than the text of the page."""
    for table in text.tables:
        width = _width_of(table)
        room = _width_of_text(text, table)
        paragraphs = list(table.paragraphs)
        if table.is_bordered and paragraphs and width > room + _ROOM:
            facts = {
                "table": table.place,
                "width": _in_millimetres(width),
                "room": _in_millimetres(room),
            }
            yield Slip(paragraphs[0], facts=facts)


def _width_of(table: LaidTable) -> float:
    """Return the width of all columns in twips, 0 where the file says none."""
    if table.element is None:
        return 0
    columns = table.element.findall(f"{W}tblGrid/{W}gridCol")
    width = 0.0
    for column in columns:
        written = column.get(f"{W}w", "0")
        if written.isdecimal():
            width += float(written)
    return width


def _width_of_text(text: TextInHand, table: LaidTable) -> int:
    section = text.document.sections[table.section]
    margins = section.left + section.right
    return section.width - margins


def _in_millimetres(twips: float) -> int:
    inches = twips / _TWIPS
    return round(inches * _MILLIMETRES)
