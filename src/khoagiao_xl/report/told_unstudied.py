"""Directives that units act upon, as figures say, and that no unit names as studied: told, then a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.due_lines import DueLine
from khoagiao_xl.report.report_tables import symbols_in
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.sentences import figure_of
from khoagiao_xl.report.told_studies import study_paragraphs
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


def unstudied(studied: Total, content: ReportContent) -> list[str]:
    """Return their symbols. studied: the figure that lists those that were studied."""
    known = set(symbols_in(studied))
    parts = content.sentences.by_code
    tag = parts[studied.code].tag
    acted: dict[str, None] = {}
    for total in content.totals:
        part = parts.get(total.code)
        if part is None or part.tag != tag:
            continue
        if part.names_directive and figure_of(total):
            label = clean_line(total.label)
            symbols = named_symbols(label)
            acted |= dict.fromkeys(symbols)
    return [symbol for symbol in acted if symbol not in known]


def unstudied_told(studied: Total, content: ReportContent, citations: Citations) -> Iterator[str]:
    """Yield which they are. Of what the forms do not offer the silence of the units shows nothing."""
    left = unstudied(studied, content)
    offered = [symbol for symbol in left if symbol in content.offered]
    others = [symbol for symbol in left if symbol not in content.offered]
    for phrase, symbols in (("quan_triet_chua_neu", offered), ("quan_triet_ngoai_danh_muc", others)):
        if symbols:
            yield PHRASES[phrase].format(
                cited=", ".join(map(citations.cite, symbols)),
                place=PHRASES["quan_triet_bo_sung"] if citations.is_draft else "",
            )


def study_works(content: ReportContent, citations: Citations) -> Iterator[DueLine]:
    """Yield that those are to be studied that the report tells so of: where it lists what was studied."""
    if study_paragraphs(content, Citations(content.directives)):
        return
    for part in sentence_table().directives:
        studied = content.by_code.get(part.code)
        if studied is None or not symbols_in(studied):
            continue
        left = unstudied(studied, content)
        cited = ", ".join(map(citations.cite, left))
        place = (TOLD["bo_sung_han"],) if citations.is_draft else ()
        if cited:
            told = TOLD["quan_triet_tiep"].format(cited=cited)
            yield DueLine(told, facts=place, says_who=True)
