"""Figures that are less than those of a shorter time within theirs: a year below its own half-year.

It happens where other units stand behind the two, or a unit has reported less for the longer time. The reader
who has both reports is told so, and what it comes to with the units that have reported the shorter alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.keyed_figures import is_counted
from khoagiao_xl.report.sentences import keyed
from khoagiao_xl.wording.report import TABLE_NOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


def less_than_before(content: ReportContent) -> Iterator[str]:
    """Yield one note of the figures that are less than one of a period within this one."""
    told = []
    for total in content.totals:
        before = more_within(total, content)
        if before is None:
            continue
        label = clean_line(content.label_of(total))
        period = Period.parse(before.period)
        note = TABLE_NOTES["nho_hon_chi_tieu"].format(
            label=label.strip(" -"),
            now=keyed(total, "", in_text=False),
            period=period.short,
            then=keyed(before, "", in_text=False),
        )
        told.append(note)
    if told:
        yield TABLE_NOTES["nho_hon"].format(told="; ".join(told))


def more_within(total: Total, content: ReportContent) -> Total | None:
    """Return the figure of a period within this one that is more than its own, None for none.

    Only of what is added up over the year: a stock, a rate, and the units that say yes, may become fewer.
    """
    if total.to_date is None or total.value is None or not is_counted(total):
        return None
    for code, totals in content.earlier.items():
        part = Period.parse(code)
        if part == content.period or not part.is_within(content.period):
            continue
        for other in totals:
            if other.code == total.code and (other.value or 0) > total.value:
                return other
    return None
