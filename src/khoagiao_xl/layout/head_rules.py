"""The head of a document: its table, the national title and its line, the bodies, the star (TT11 to TT16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.layout.drawn_lines import drawn_lines
from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.rule_in_hand import shortened
from khoagiao_xl.layout.rule_words import number_told
from khoagiao_xl.layout.word_xml import find
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.wording.layout_rules import FOUND

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.rule_in_hand import RuleInHand


def head_table(rule: RuleInHand) -> Iterator[Departure]:
    """TT11: two columns in a table without lines, the bodies at the left, the national title at the right."""
    head = rule.parts.head
    title = head.national_title
    if head.table is None:
        is_boxed = title is not None and title.place.startswith("khung chữ")
        found = FOUND["boxed"] if is_boxed else FOUND["no_table"]
        yield rule.departure(found, title, place="head")
        return
    if head.table.is_bordered:
        yield rule.departure(FOUND["bordered_head"], title, place="head")
    if title is not None and _column(rule, title) == 0:
        yield rule.departure(FOUND["sides"], title)


def _column(rule: RuleInHand, line: Line) -> int | None:
    """Return the column of the head's table that a line stands in; None where it is of one cell."""
    table = rule.parts.head.table
    for row in () if table is None else table.rows:
        for column, cell in enumerate(row.cells):
            is_here = any(paragraph.element is line.element for paragraph in cell.paragraphs)
            if is_here and len(row.cells) > 1:
                return column
    return None


def national_title(rule: RuleInHand) -> Iterator[Departure]:
    """TT12: the national title, and the motto of the state."""
    head = rule.parts.head
    if head.national_title is None:
        yield rule.missing("head")
    else:
        yield from _national_words(rule, head.national_title)
    motto = rule.of("motto")
    if motto.rule.asks("size"):
        yield from _motto(rule, motto)


def _national_words(rule: RuleInHand, line: Line) -> Iterator[Departure]:
    written = " ".join(canonical(line.text).split())
    if written != canonical(rule.rule.text("text")):
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)
    yield from format_departures(rule, line)


def _motto(rule: RuleInHand, motto: RuleInHand) -> Iterator[Departure]:
    line = rule.parts.head.motto
    if line is None:
        yield rule.missing("head")
        return
    for departure in format_departures(motto, line):
        yield rule.departure(departure.found, line, mend=departure.mend)


def line_under_title(rule: RuleInHand) -> Iterator[Departure]:
    """TT13: a drawn line as long as the title, in state documents as the motto."""
    head = rule.parts.head
    above = head.motto if rule.is_state else head.national_title
    if above is None:
        return
    lengths = [length for paragraph in _beside(rule, above) for length in drawn_lines(paragraph)]
    if not lengths:
        yield rule.departure(_instead_of_line(rule, above), above)
        return
    wanted = _printed_length(rule, above)
    least, most = rule.rule.span("share")
    shares = [length / wanted * 100 for length in lengths]
    if not any(least <= share <= most for share in shares):
        longest = number_told(max(lengths))
        found = FOUND["line_length"].format(length=longest, wanted=round(wanted))
        yield rule.departure(found, above)


def _beside(rule: RuleInHand, line: Line) -> list[LaidParagraph]:
    """Return the paragraphs that the line under a title may be anchored in: of its cell, or around."""
    table = rule.parts.head.table
    for row in () if table is None else table.rows:
        for cell in row.cells:
            if any(paragraph.element is line.element for paragraph in cell.paragraphs):
                return list(cell.paragraphs)
    number = _number_of(rule, line)
    return list(rule.laid.paragraphs[max(number - 2, 0) : number + 4])


def _number_of(rule: RuleInHand, line: Line) -> int:
    for number, paragraph in enumerate(rule.laid.paragraphs):
        if paragraph.element is line.element:
            return number
    return 0


def _printed_length(rule: RuleInHand, line: Line) -> float:
    """Return how long (mm) the words of a title are on paper."""
    size = max(run.size for run in line.shown_runs)
    per_point, _ = rule.rule.span("length_per_point")
    return size * per_point


def _instead_of_line(rule: RuleInHand, above: Line) -> str:
    if rule.parts.head.typed_line is not None:
        return FOUND["typed_line"]
    for paragraph in _beside(rule, above):
        if find(paragraph.element, "pPr/pBdr") is not None:
            return FOUND["border_line"]
    return FOUND["no_line"]


def superior(rule: RuleInHand) -> Iterator[Departure]:
    """TT14."""
    yield from format_departures(rule, *rule.parts.head.superior)


def issuer(rule: RuleInHand) -> Iterator[Departure]:
    """TT15."""
    lines = rule.parts.head.issuer
    if not lines:
        yield rule.missing("head")
    yield from format_departures(rule, *lines)


def star(rule: RuleInHand) -> Iterator[Departure]:
    """TT16: a star below the issuer of a Party document, a short line below that of a state one."""
    head = rule.parts.head
    if rule.is_state:
        yield from _line_under_issuer(rule)
    elif head.star is None:
        yield rule.departure(FOUND["no_star"], *head.issuer[-1:], place="head")
    elif head.star.text.strip() != "*":
        found = FOUND["quoted"].format(text=head.star.text.strip())
        yield rule.departure(found, head.star)
    else:
        yield from format_departures(rule, head.star)


def _line_under_issuer(rule: RuleInHand) -> Iterator[Departure]:
    head = rule.parts.head
    if head.star is not None:
        yield rule.departure(FOUND["star"], head.star)
        return
    for line in head.issuer[-1:]:
        if not any(drawn_lines(paragraph) for paragraph in _beside(rule, line)):
            yield rule.departure(FOUND["no_line"], line)
