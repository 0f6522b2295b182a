"""Tables where pages end: rows that may be torn, a head that is not repeated, a table wider than the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_mends import RowMend
from khoagiao_xl.layout.mends import AllMends
from khoagiao_xl.layout.text_slips import Slip
from khoagiao_xl.layout.word_formats import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRow, LaidTable
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_SHORT: Final = 6  # rows: a shorter table stays on one page as a rule
_ROOM: Final = 120  # twips by which a table may stand over on either side: the room in its cells


def _tables(text: TextInHand) -> Iterator[tuple[LaidTable, LaidParagraph]]:
    """Yield the tables of data with their first paragraph, at which is told what is wrong."""
    for table in text.tables:
        first = next(iter(table.paragraphs), None)
        if table.is_bordered and len(table.rows) >= _SHORT and first is not None:
            yield table, first


def find_torn_rows(text: TextInHand) -> Slips:
    """Yield the tables of whose rows one may be torn by the end of a page."""
    for table, first in _tables(text):
        loose = [row for row in table.rows if not row.cant_split]
        if loose:
            mends = [RowMend(row.element, cant_split=True) for row in loose]
            yield _slip(first, table, loose, AllMends(tuple(mends)))


def find_unrepeated_heads(text: TextInHand) -> Slips:
    """Yield the tables whose first row is a head and stands on their first page only."""
    for table, first in _tables(text):
        head = table.rows[0]
        if not head.is_header and _looks_like_head(head):
            yield _slip(first, table, [head], RowMend(head.element, is_header=True))


def _looks_like_head(row: LaidRow) -> bool:
    """Whether every cell is filled with words and all that is written is bold."""
    paragraphs = [paragraph for cell in row.cells for paragraph in cell.paragraphs]
    runs = [run for paragraph in paragraphs for run in paragraph.shown_runs]
    if not runs or not all(cell.text.strip() for cell in row.cells):
        return False
    return all(run.bold for run in runs)


def find_wide_tables(text: TextInHand) -> Slips:
    """Yield the tables whose columns together are wider than the text of the page."""
    for table in text.tables:
        first = next(iter(table.paragraphs), None)
        columns = [] if table.element is None else table.element.findall(f"{W}tblGrid/{W}gridCol")
        widths = [int(float(column.get(f"{W}w", "0"))) for column in columns]
        room = _width_of_text(text, table)
        if table.is_bordered and first is not None and sum(widths) > room + 2 * _ROOM:
            facts = {"table": table.place, "width": _millimetres(sum(widths)), "room": _millimetres(room)}
            yield Slip(first, facts=facts)


def _width_of_text(text: TextInHand, table: LaidTable) -> int:
    section = text.document.sections[table.section]
    return section.width - section.left - section.right


def _millimetres(twips: int) -> int:
    return round(twips * 25.4 / 1440)


def _slip(first: LaidParagraph, table: LaidTable, rows: list[LaidRow], mend: AllMends | RowMend) -> Slip:
    facts = {"table": table.place, "count": len(rows)}
    return Slip(first, 0, len(first.text), facts=facts, mend=mend)
