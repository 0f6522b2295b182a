"""The table of the review of a directive: what each unit told of it, and all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.kinds.directive_words import say
from khoagiao_xl.report.kinds.kind_tags import body_names
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.kinds.kind_tags import Row
    from khoagiao_xl.report.told_studies import DirectiveStudy


def table_title(facts: DirectiveFacts, review: str) -> str:
    """Return what the table is called: of study, and of the units' own reviews where they told of any."""
    has_steps = len(facts.answers.units_of_steps) > 0
    has_study = len(facts.answers.study.units) > 0
    if not has_steps:
        return say("ten_bang", cited=facts.short_name)
    phrase = "ten_bang_hai" if has_study else "ten_bang_so_ket"
    return say(phrase, cited=facts.short_name, review=review)


def unit_rows(year: Year, facts: DirectiveFacts) -> list[Row]:
    """Return a row for each unit that told something of the directive, and their sum below several."""
    names = body_names(year)
    reached = facts.answers.units_of_steps
    meetings = facts.answers.study.units
    units = [unit.code for unit in year.units if unit.code in {*reached, *meetings}]
    rows = []
    for index, unit in enumerate(units, 1):
        row = {
            "stt": str(index),
            "don_vi": names[unit],
            "buoc": reached.get(unit, NONE),
            **_studied(meetings.get(unit)),
        }
        rows.append(row)
    if len(meetings) > 1:
        total = _sum(facts.answers.study)
        rows.append(total)
    return rows


def _sum(study: DirectiveStudy) -> Row:
    return {"stt": "", "don_vi": REVIEW_TEXTS["tong_cong"], "buoc": NONE, **_studied(study)}


def _studied(study: DirectiveStudy | None) -> Row:
    if study is None:
        return {"hoi_nghi": NONE, "trieu_tap": NONE, "co_mat": NONE}
    return {
        "hoi_nghi": number(study.conferences, in_text=False),
        "trieu_tap": _people(study.called),
        "co_mat": _people(study.present) if study.called else NONE,
    }


def _people(count: float) -> str:
    """Return a number of people for a table, a dash where nobody said."""
    if count:
        return number(count, in_text=False)
    return NONE
