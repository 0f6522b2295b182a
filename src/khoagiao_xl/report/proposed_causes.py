"""Causes that the figures suggest and no figure shows: told only once the office has accepted them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.model.report_records import ACCEPTED, WordsOrigin
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.told_causes import CAUSES
from khoagiao_xl.report.told_standing import absent_units, duties_of, is_mostly_in_time
from khoagiao_xl.report.word_choices import tag_of_proposal
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_lines import KeyedText


def proposed_causes(content: ReportContent) -> Iterator[KeyedText]:
    """Yield a cause for each kind of limit that the office has a hand in."""
    duties = duties_of(content, content.period)
    is_reporting_lax = bool(duties) and not is_mostly_in_time(content)
    if is_reporting_lax or absent_units(content):
        yield "bao_cao", TOLD["chu_quan_bao_cao"]
    if any(state.is_behind for state in review_states(content)):
        yield "so_ket", TOLD["chu_quan_so_ket"]


def accepted_causes(content: ReportContent) -> Iterator[str]:
    """Yield those that a person has accepted, in that person's words: a cause is nothing to guess."""
    for words in content.office_words:
        if words.origin != WordsOrigin.TOOL or words.status != ACCEPTED:
            continue
        if tag_of_proposal(words.code) == CAUSES and words.code not in content.choices.moved:
            yield words.text
