"""The drawn lines of a head, and the one under the national title (TT13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.drawn_lines import drawn_lines
from khoagiao_xl.layout.found_words import found
from khoagiao_xl.layout.word_xml import find

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_ABOVE, _BELOW = 2, 4  # paragraphs around a line of a head without a table
_WHOLE: Final = 100


def line_under_title(rule: RuleInHand) -> Iterator[Departure]:
    """TT13: a drawn line as long as the title, in state documents as the motto."""
    head = rule.parts.head
    above = head.motto if rule.is_state else head.national_title
    if above is None:
        return
    lengths = _lengths_beside(rule, above)
    if not lengths:
        instead = _instead_of_line(rule, above)
        yield rule.departure(instead, above)
        return
    wanted = _printed_length(rule, above)
    if not any(_is_as_long(rule, length, wanted) for length in lengths):
        told = found("line_length", length=max(lengths), wanted=round(wanted))
        yield rule.departure(told, above)


def has_line_beside(rule: RuleInHand, line: Line) -> bool:
    """Say whether a line is drawn by a line of text."""
    return bool(_lengths_beside(rule, line))


def _lengths_beside(rule: RuleInHand, line: Line) -> list[float]:
    lengths: list[float] = []
    for paragraph in _beside(rule, line):
        lengths += drawn_lines(paragraph)
    return lengths


def _beside(rule: RuleInHand, line: Line) -> list[LaidParagraph]:
    """Return the paragraphs that the line under a title may be anchored in: of its cell, or around."""
    table = rule.parts.head.table
    if table is not None:
        of_cell = _cell_of(table, line)
        if of_cell:
            return of_cell
    return _around(rule, line)


def _cell_of(table: LaidTable, line: Line) -> list[LaidParagraph]:
    for row in table.rows:
        for cell in row.cells:
            elements = [paragraph.element for paragraph in cell.paragraphs]
            if line.element in elements:
                return list(cell.paragraphs)
    return []


def _around(rule: RuleInHand, line: Line) -> list[LaidParagraph]:
    """Return the paragraphs around a line of a head without a table."""
    paragraphs = rule.laid.paragraphs
    number = 0
    for at, paragraph in enumerate(paragraphs):
        if paragraph.element is line.element:
            number = at
    first = max(number - _ABOVE, 0)
    return list(paragraphs[first : number + _BELOW])


def _is_as_long(rule: RuleInHand, length: float, wanted: float) -> bool:
    least, most = rule.span("share")
    share = length / wanted * _WHOLE
    return least <= share <= most


def _printed_length(rule: RuleInHand, line: Line) -> float:
    """Return how long (mm) the words of a title are on paper."""
    sizes = [run.size for run in line.shown_runs]
    largest = max(sizes)
    per_point = rule.least("length_per_point")
    return largest * per_point


def _instead_of_line(rule: RuleInHand, above: Line) -> str:
    if rule.parts.head.typed_line is not None:
        return found("typed_line")
    for paragraph in _beside(rule, above):
        if find(paragraph.element, "pPr/pBdr") is not None:
            return found("border_line")
    return found("no_line")
