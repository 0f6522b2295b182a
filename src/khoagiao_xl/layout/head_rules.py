"""The head of a document: its table, the national title, the bodies, the star (TT11, TT12, TT14 to TT16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.layout.format_checks import format_departures, format_found, format_mend
from khoagiao_xl.layout.found_words import found, quoted, quoted_text
from khoagiao_xl.layout.head_lines import has_line_beside
from khoagiao_xl.vietnamese.running_text import canonical

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.laid_document import LaidTable
    from khoagiao_xl.layout.rule_in_hand import RuleInHand


def head_table(rule: RuleInHand) -> Iterator[Departure]:
    """TT11: two columns in a table without lines, the bodies at the left, the national title at the right."""
    head = rule.parts.head
    title = head.national_title
    table = head.table
    if table is None:
        yield _without_table(rule, title)
        return
    if table.is_bordered:
        bordered = found("bordered_head")
        yield rule.departure(bordered, title, place="head")
    if title is not None and _is_at_left(table, title):
        wrong_side = found("sides")
        yield rule.departure(wrong_side, title)


def _without_table(rule: RuleInHand, title: Line | None) -> Departure:
    told = found("no_table")
    if title is not None and title.place.startswith("khung chữ"):
        told = found("boxed")
    return rule.departure(told, title, place="head")


def _is_at_left(table: LaidTable, line: Line) -> bool:
    """Say whether a line stands in the first of several columns."""
    for row in table.rows:
        if len(row.cells) > 1:
            left = [paragraph.element for paragraph in row.cells[0].paragraphs]
            if line.element in left:
                return True
    return False


def national_title(rule: RuleInHand) -> Iterator[Departure]:
    """TT12: the national title, and the motto of the state."""
    head = rule.parts.head
    if head.national_title is None:
        yield rule.missing("head")
    else:
        yield from _national_words(rule, head.national_title)
    motto = rule.of("motto")
    if motto.asks("size"):
        yield from _motto(rule, motto)


def _national_words(rule: RuleInHand, line: Line) -> Iterator[Departure]:
    words = canonical(line.text).split()
    wanted = canonical(rule.text("text"))
    if " ".join(words) != wanted:
        told = quoted(line)
        yield rule.departure(told, line)
    yield from format_departures(rule, line)


def _motto(rule: RuleInHand, motto: RuleInHand) -> Iterator[Departure]:
    line = rule.parts.head.motto
    if line is None:
        yield rule.missing("head")
        return
    right = motto.text("text")
    if line.text.strip() != right:
        yield rule.departure(
            quoted(line),
            line,
            right=quoted_text(right),
        )
    told = list(format_found(motto.rule, line))
    if told:
        yield rule.departure(
            ", ".join(told),
            line,
            mend=format_mend(motto.rule, line),
        )


def superior(rule: RuleInHand) -> Iterator[Departure]:
    """TT14."""
    lines = rule.parts.head.superior
    yield from format_departures(rule, *lines)


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
        last = head.issuer[-1:]
        yield rule.departure(found("no_star"), *last, place="head")
    elif head.star.text.strip() != "*":
        told = quoted(head.star)
        yield rule.departure(told, head.star)
    else:
        yield from format_departures(rule, head.star)


def _line_under_issuer(rule: RuleInHand) -> Iterator[Departure]:
    head = rule.parts.head
    if head.star is not None:
        starred = found("star")
        yield rule.departure(starred, head.star)
        return
    for line in head.issuer[-1:]:
        if not has_line_beside(rule, line):
            bare = found("no_line")
            yield rule.departure(bare, line)
