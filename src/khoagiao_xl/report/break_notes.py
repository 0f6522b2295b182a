"""Why a period is not the sum of its parts, told once below the table of figures: the units behind it.

A reader of the report wants to know who, not forty times. A figure as of a day is no sum: it is held against
the last of the parts alone, and both figures are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khoagiao_xl.report.break_facts import LACKS_A_PART, LACKS_THE_WHOLE, OTHER, has_other_sum
from khoagiao_xl.report.breaks_by_kind import (
    UNITS,
    notes_by_kind,
    parts_to_come,
    summed_totals,
    told_of_break,
    units_with_break,
)
from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.name_lists import names_or_list
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


def break_notes(content: ReportContent) -> Iterator[str]:
    """Yield a note for each kind of break, with the units that are behind it in any indicator."""
    appendix = content.appendices.units
    for note, units in notes_by_kind(content):
        named = names_or_list(units, appendix)
        yield note.format(units=named)


def break_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield for the annex of names each kind of break of more units than a note names."""
    for note, units in notes_by_kind(content):
        said, _, _ = note.partition(UNITS)
        listed = Opinion(
            tuple(units),
            f"{bare(said)}.",
        )
        if listed.is_widely_shared:
            yield listed


def break_count(content: ReportContent) -> Iterator[str]:
    """Yield how many sums of the period are others than those of its parts, and what that comes from.

    While a part is still to come it has what no part has told yet: then nothing is wrong.
    """
    period = content.period
    if not period.parts or parts_to_come(content):
        return
    apart = [total for total in summed_totals(content) if has_other_sum(total, period)]
    why = list(_causes(apart, period))
    if why:
        joined = "; ".join(why)
        count = number(len(apart))
        yield told_of_break("so_chi_tieu", period, count=count, why=joined)


def _causes(apart: Sequence[Total], period: Period) -> Iterator[str]:
    """Yield of each kind of break how many units stand behind sums that differ: only what is so."""
    for kind in (OTHER, LACKS_A_PART, LACKS_THE_WHOLE):
        behind = set(units_with_break(kind, apart, period))
        if behind:
            count = number(len(behind))
            yield told_of_break(f"do_{kind}", period, count=count)
