"""Phrases that the parts of a notice share: how many units with their names, of which report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.kind_tags import saying
from khoagiao_xl.report.kinds.reports_within import ReportsWithin
from khoagiao_xl.report.name_lists import behind_count
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.told_kinds import NOTICE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.report.kinds.unit_conduct import UnitConduct

say = saying(NOTICE_TEXTS)


def named_units(phrase: str, units: Sequence[UnitConduct], name_table: str, of: str = "") -> Iterator[str]:
    """Yield how many units they are with their names, of many where these are listed; nothing for none."""
    if units:
        names = [unit.name for unit in units]
        yield say(
            phrase,
            of=of,
            count=number(len(units)),
            units=behind_count(names, name_table),
        )


def of_report(period: Period, within: ReportsWithin) -> str:
    """Return «Báo cáo quý I: » where reports of other periods are told of as well."""
    return say("cua_bao_cao", period=period.short) if within.faulted else ""
