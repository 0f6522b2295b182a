"""Figures that lag: less of the year's plan done than of the year is over, or a fall like for like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import named_in
from khoagiao_xl.report.figure_comparisons import against_of, bases_of, is_comparable, size_of_change
from khoagiao_xl.report.keyed_figures import (
    PERCENT,
    PLAN_SHARE,
    change_of,
    keyed_figure,
    plan_share,
    units_of,
)
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.sentences import keyed, number
from khoagiao_xl.report.told_lines import KeyedText, bare, small
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.keyed_figures import Base

MONTHS: Final = 12
GRAVE: Final = 10  # per cent: what has fallen by less is no limit of a Party body
FEWEST: Final = 5  # pieces by which it has fallen; of a rate the per cent are enough
WHOLE: Final = 100  # per cent of the year
FIELD_TAGS: Final = frozenset({"muc_2_1", "muc_2_2", "muc_2_3"})  # figures of one field, named with it
BY_THEIR_DAYS: Final = frozenset({"KG402"})  # reviews: none is due before its own day
STOCKS: Final = "dac_diem"  # the section of how many there are: that they are fewer is nobody's fault


def lagging(content: ReportContent) -> list[Total]:
    """Return the figures whose plan is done by less than the part of the year that is over."""
    gone = _gone(content)
    found = []
    for total in content.totals:
        share = plan_share(total)
        if share is None or share >= gone:
            continue
        if total.code in BY_THEIR_DAYS and gone < WHOLE:
            continue
        found.append(total)
    return found


def _gone(content: ReportContent) -> float:
    """Return how much of the year is over, in per cent."""
    return content.period.last_month / MONTHS * WHOLE


def plan_lags(content: ReportContent) -> Iterator[KeyedText]:
    """Yield one sentence of the figures that lag behind the year's plan."""
    parts = []
    for total in lagging(content):
        told = TOLD["ke_hoach_phan"].format(
            name=name_of(total, content),
            reached=keyed(total, PLAN_SHARE, PERCENT),
        )
        parts.append(told)
    if parts:
        phrase = "ke_hoach_cham" if _gone(content) < WHOLE else "ke_hoach_chua_xong"
        told = TOLD[phrase].format(
            gone=number(content.period.last_month),
            whole=number(MONTHS),
            parts=", ".join(parts),
        )
        yield "ke_hoach", told


def falls(content: ReportContent) -> Iterator[KeyedText]:
    """Yield for each earlier period all figures that fell, over the units that gave them both times."""
    for base in bases_of(content.period):
        fallen = _fallen(content, base)
        told = [_told(total, base, content) for total in fallen]
        if told:
            is_alike = all(_is_of_usual(total, base, content) for total in fallen)
            whole = TOLD["giam"].format(
                against=against_of(base, content.period),
                parts=", ".join(told),
                units=number(_usual(base, content)),
                but="" if is_alike else PHRASES["tru_cho_ghi_rieng"],
            )
            yield f"giam:{base.name}", whole


def _fallen(content: ReportContent, base: Base) -> list[Total]:
    found = []
    for total in content.totals:
        if not _is_told(total) or not is_comparable(total, base, content.compared_from):
            continue
        change = change_of(total, base) or 0
        if change <= -GRAVE and _is_of_many(total, base):
            fallen = (change, total)
            found.append(fallen)
    found.sort(key=_by_change)
    return [total for _, total in found]


def _is_of_many(total: Total, base: Base) -> bool:
    if total.unit_of_measure == PERCENT:
        return True
    difference = keyed_figure(total, base.difference) or 0
    return abs(difference) >= FEWEST


def _by_change(fallen: tuple[float, Total]) -> tuple[float, str]:
    change, total = fallen
    return change, total.code


def _is_told(total: Total) -> bool:
    """Whether the report compares the figure, and it counts what was done."""
    part = sentence_table().by_code.get(total.code)
    if part is None or part.tag == STOCKS:
        return False
    return part.is_compared


def _told(total: Total, base: Base, content: ReportContent) -> str:
    """Return what fell by how much, and over how many units where they are not those of most figures."""
    told = TOLD["giam_phan"].format(
        name=name_of(total, content),
        share=size_of_change(total, base),
    )
    if _is_of_usual(total, base, content):
        return told
    return told + TOLD["giam_o_don_vi"].format(units=number(units_of(total, base)))


def _is_of_usual(total: Total, base: Base, content: ReportContent) -> bool:
    return units_of(total, base) == _usual(base, content)


def _usual(base: Base, content: ReportContent) -> int:
    return content.usual_units.get(base.name, content.expected)


def name_of(total: Total, content: ReportContent) -> str:
    """Return what the figure is called without its number: «số cuộc tuyên truyền»."""
    part = content.sentences.by_code.get(total.code)
    if part is None:
        label = bare(content.label_of(total))
        return small(label.lstrip("- "))
    if part.names_directive:
        part = part.about(named_in(total.label))
    name = part.name_without_figure(total.unit_of_measure)
    if part.tag not in FIELD_TAGS:
        return name
    return TOLD["linh_vuc"].format(
        name=name,
        field=small(total.field),
    )
