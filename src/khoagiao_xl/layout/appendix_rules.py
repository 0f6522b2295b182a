"""Appendices and tables (TT56, TT57)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import sizes_found
from khoagiao_xl.layout.format_mends import RowMend
from khoagiao_xl.layout.found_words import found, quoted, quoted_text
from khoagiao_xl.layout.layout_lines import words_of
from khoagiao_xl.layout.mends import AllMends
from khoagiao_xl.layout.outline_marks import roman_of
from khoagiao_xl.layout.title_rules import FIVE_HYPHENS
from khoagiao_xl.wording.layout_rules import FOUND_ALIGNMENT

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import AppendixParts, Line
    from khoagiao_xl.layout.laid_document import LaidTable
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_TITLE: Final = re.compile(r"phụ lục(?: (?:số )?(?:\d+|[ivx]+))?")
_NUMBERED: Final = {
    False: re.compile(r"phụ lục (?:số )?(?P<number>\d+)\b.*"),
    True: re.compile(r"phụ lục (?:số )?(?P<number>[ivx]+|\d+)\b.*"),
}
_ANY_NUMBER: Final = re.compile(r"phụ lục (?:số )?(?:[ivx]+|\d+)\b.*")
_FEWEST_ROWS: Final = 3  # a table of fewer never reaches over a page


def appendices(rule: RuleInHand) -> Iterator[Departure]:
    """TT56: title with a number where there are several, the document it belongs to, the rule."""
    titles: list[Line] = []
    for appendix in rule.parts.appendices:
        if appendix.title is None:
            untitled = found("no_title")
            yield rule.departure(untitled, place="end")
        else:
            titles.append(appendix.title)
            yield from _title(rule, appendix.title)
            yield from _below_title(rule, appendix, appendix.title)
    if len(titles) > 1:
        yield from _numbers(rule, titles)


def _title(rule: RuleInHand, title: Line) -> Iterator[Departure]:
    aligned = title.alignment
    if not _TITLE.fullmatch(words_of(title)):
        told = quoted(title)
        yield rule.departure(told, title)
    elif aligned != "center":
        other = FOUND_ALIGNMENT.get(aligned, aligned)
        yield rule.departure(other, title)


def _below_title(rule: RuleInHand, appendix: AppendixParts, title: Line) -> Iterator[Departure]:
    if appendix.note is None:
        no_note = found("no_note")
        yield rule.departure(no_note, title)
    if not rule.is_state and not _has_hyphens(appendix):
        no_rule = found("no_rule")
        yield rule.departure(no_rule, title)


def _has_hyphens(appendix: AppendixParts) -> bool:
    if appendix.rule is None:
        return False
    written = appendix.rule.text
    return written.strip() == FIVE_HYPHENS


def _numbers(rule: RuleInHand, titles: list[Line]) -> Iterator[Departure]:
    """Yield one departure where the titles of several appendices lack a number, or do not count on."""
    pattern = _NUMBERED[rule.is_state]
    for number, title in enumerate(titles, 1):
        words = words_of(title)
        if not _ANY_NUMBER.fullmatch(words):
            told = found("not_numbered", count=len(titles))
            yield rule.departure(told, title)
            return
        numbered = pattern.fullmatch(words)
        if numbered is None or numbered["number"] not in _written(number):
            right = _right_title(rule, number)
            yield rule.departure(
                quoted(title),
                title,
                right=quoted_text(right),
            )
            return


def _written(number: int) -> tuple[str, ...]:
    """Return a number as an appendix may bear it, in small letters: «2», «02», «ii»."""
    roman = roman_of(number)
    return (
        str(number),
        f"{number:02d}",
        roman.lower(),
    )


def _right_title(rule: RuleInHand, number: int) -> str:
    figure = roman_of(number) if rule.is_state else str(number)
    return f"Phụ lục {figure}"


def tables(rule: RuleInHand) -> Iterator[Departure]:
    """TT57: tables with lines: their head on every page, whole rows, letters of one size."""
    for table in rule.parts.tables:
        if table.is_bordered and len(table.rows) >= _FEWEST_ROWS:
            yield from _head_row(rule, table)
            yield from _torn_rows(rule, table)
            yield from _letters(rule, table)


def _head_row(rule: RuleInHand, table: LaidTable) -> Iterator[Departure]:
    first = table.rows[0]
    if first.is_header:
        return
    yield rule.departure(
        found("no_header"),
        place=table.place,
        mend=RowMend(first.element, is_header=True),
    )


def _torn_rows(rule: RuleInHand, table: LaidTable) -> Iterator[Departure]:
    torn = [row for row in table.rows if not row.cant_split]
    mends = [RowMend(row.element, cant_split=True) for row in torn]
    if mends:
        yield rule.departure(
            found("splits"),
            place=table.place,
            mend=AllMends(tuple(mends)),
        )


def _letters(rule: RuleInHand, table: LaidTable) -> Iterator[Departure]:
    sizes: list[str] = []
    for paragraph in table.paragraphs:
        sizes += sizes_found(rule.rule, paragraph)
    if sizes:
        told = "; ".join(dict.fromkeys(sizes))
        yield rule.departure(told, place=table.place)
