"""Appendices and tables (TT56, TT57)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import sizes_found
from khoagiao_xl.layout.format_mends import RowMend
from khoagiao_xl.layout.layout_lines import words_of
from khoagiao_xl.layout.mends import AllMends
from khoagiao_xl.layout.rule_in_hand import shortened
from khoagiao_xl.layout.title_rules import FIVE_HYPHENS
from khoagiao_xl.wording.layout_rules import FOUND, FOUND_ALIGNMENT

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import AppendixParts
    from khoagiao_xl.layout.laid_document import LaidTable
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_TITLE: Final = re.compile(r"phụ lục(?: (?:số )?(?:\d+|[ivx]+))?")
_NUMBERED: Final = {
    False: re.compile(r"phụ lục (?:số )?\d+\b.*"),
    True: re.compile(r"phụ lục (?:số )?[ivx\d]+\b.*"),
}
_FEWEST_ROWS: Final = 3  # a table of fewer never reaches over a page


def appendices(rule: RuleInHand) -> Iterator[Departure]:
    """TT56: title with a number where there are several, the document it belongs to, the rule."""
    every = rule.parts.appendices
    titled = [appendix for appendix in every if appendix.title is not None]
    for appendix in every:
        if appendix.title is None:
            yield rule.departure(FOUND["no_title"], place="end")
        else:
            yield from _head(rule, appendix)
    if len(titled) > 1:
        yield from _numbers(rule, titled)


def _head(rule: RuleInHand, appendix: AppendixParts) -> Iterator[Departure]:
    title = appendix.title
    if title is None:
        return
    if not _TITLE.fullmatch(words_of(title)):
        yield rule.departure(FOUND["quoted"].format(text=shortened(title.text)), title)
    elif title.alignment != "center":
        yield rule.departure(FOUND_ALIGNMENT.get(title.alignment, title.alignment), title)
    if appendix.note is None:
        yield rule.departure(FOUND["no_note"], title)
    has_rule = appendix.rule is not None and appendix.rule.text.strip() == FIVE_HYPHENS
    if not has_rule and not rule.is_state:
        yield rule.departure(FOUND["no_rule"], title)


def _numbers(rule: RuleInHand, titled: list[AppendixParts]) -> Iterator[Departure]:
    pattern = _NUMBERED[rule.is_state]
    for appendix in titled:
        title = appendix.title
        if title is not None and not pattern.fullmatch(words_of(title)):
            found = FOUND["not_numbered"].format(count=len(titled))
            yield rule.departure(found, title)
            return


def tables(rule: RuleInHand) -> Iterator[Departure]:
    """TT57: tables with lines: their head on every page, whole rows, letters of one size."""
    for table in rule.parts.tables:
        if table.is_bordered and len(table.rows) >= _FEWEST_ROWS:
            yield from _head_row(rule, table)
            yield from _torn_rows(rule, table)
            yield from _letters(rule, table)


def _head_row(rule: RuleInHand, table: LaidTable) -> Iterator[Departure]:
    first = table.rows[0]
    if not first.is_header:
        yield rule.departure(
            FOUND["no_header"], place=table.place, mend=RowMend(first.element, is_header=True)
        )


def _torn_rows(rule: RuleInHand, table: LaidTable) -> Iterator[Departure]:
    torn = [row for row in table.rows if not row.cant_split]
    if torn:
        mends = tuple(RowMend(row.element, cant_split=True) for row in torn)
        yield rule.departure(FOUND["splits"], place=table.place, mend=AllMends(mends))


def _letters(rule: RuleInHand, table: LaidTable) -> Iterator[Departure]:
    found: dict[str, None] = {}
    for paragraph in table.paragraphs:
        for told in sizes_found(rule.rule, paragraph):
            found[told] = None
    if found:
        yield rule.departure("; ".join(found), place=table.place)
