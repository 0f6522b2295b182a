"""Consolidate a period: the accepted figures of the units become the figures of the whole organisation."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED, Duty, State, Total
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.rows import with_period
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.adding import Sum, add_up
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Period


STATES_AT_THE_END: Final = frozenset({"lấy cuối kỳ", "đã lũy kế"})  # never added over time


def work(year: Year, job: Job) -> Changes:
    """Return the totals of `job.period` for tblTongHop.

    Raise WrongRequest: KY-05 before any intake, KY-06 when the list of units changed since.
    """
    period = job.asked_period
    obligations, duties = year.obligations(period), year.duties_of(period)
    _refuse_stale(obligations, duties)
    rows = [_row(place, answers) for place, answers in year.reported.items()]
    totals = make_totals(obligations, duties, rows, year.settings.provisional_below)
    table = with_period(year.raw(schema.TOTALS), schema.TOTALS, str(period), totals)
    return Changes(_outcome(period, totals, duties), {schema.TOTALS.name: table})


def _refuse_stale(obligations: Obligations, duties: Sequence[Duty]) -> None:
    code = obligations.period
    if not duties:
        raise WrongRequest("KY-05", code=code)
    if {duty.unit for duty in duties} != obligations.owing_codes:
        raise WrongRequest("KY-06", code=code)


def _row(place: tuple[str, str], answers: Mapping[str, Any]) -> dict[str, Any]:
    period, unit = place
    return {"period": period, "unit": unit, **answers}


def _outcome(period: Period, totals: Sequence[Total], duties: Sequence[Duty]) -> Outcome:
    counted = sum(duty.state in REPORTED for duty in duties)
    facts = {"period": period.label, "totals": len(totals), "counted": counted, "owing": len(duties)}
    counts = {"totals": len(totals), "units_counted": counted, "units_owing": len(duties)}
    return Outcome(sentence("TH-OK", facts), counts=counts)


def make_totals(
    register: Obligations, duties: list[Duty], rows: list[dict[str, Any]], threshold: float
) -> list[Total]:
    """Return one total per indicator that adds up, in the order of tblChiTieu.

    rows: tblSoLieu, all periods. threshold: below this share (per cent) of reporting units a total is
    provisional. A unit that has not reported is counted nowhere; it shows in «n/N», never as a zero.
    """
    period = register.period
    asked = [item for item in register.asked if item.over_units != "ghép"]
    released = {duty.unit for duty in duties if duty.state is State.WAIVED}
    now = _figures(rows, [period], asked)
    to_date = _to_date(rows, period, asked)
    before, last_year = (_figures(rows, [other], asked) for other in (period.previous, period.same_last_year))
    owing = {item.code: _owing(register, item, released) for item in asked}
    lacking = _Lacking(rows, period, owing)
    return [
        Total(
            period=str(period),
            code=item.code,
            label=item.label,
            unit_of_measure=item.unit,
            value=now[item.code].number,
            to_date=to_date.get(item.code),
            previous=before[item.code].number,
            last_year=last_year[item.code].number,
            counted=now[item.code].units,
            owing=owing[item.code],
            provisional=now[item.code].units * 100 < threshold * owing[item.code],
            partial=lacking.of(item),
            note=now[item.code].note,
        )
        for item in asked
    ]


class _Lacking:
    """How many units stand behind the figures of other periods that are shown beside this one's."""

    def __init__(self, rows: list[dict[str, Any]], period: Period, owing: Mapping[str, int]) -> None:
        self._period, self._owing = period, owing
        self._units = Counter(
            (row["period"], code) for row in rows for code in owing if row[code] not in (None, "")
        )

    def of(self, item: Indicator) -> tuple[str, ...]:
        """Return what is to be said: «lũy kế: tháng 1 85/92», «kỳ trước: 80/92»."""
        period, told = self._period, []
        if item.over_time not in STATES_AT_THE_END:
            earlier = ((one.short, self._said(one, item)) for one in period.to_date[:-1])
            lacking = [f"{name} {said}" for name, said in earlier if said]
            told += [f"lũy kế: {', '.join(lacking)}"] if lacking else []
        for name, other in (("kỳ trước", period.previous), ("cùng kỳ", period.same_last_year)):
            told += [f"{name}: {said}"] if (said := self._said(other, item)) else []
        return tuple(told)

    def _said(self, period: Period, item: Indicator) -> str:
        units, owing = self._units[str(period), item.code], self._owing[item.code]
        return f"{units}/{owing}" if 0 < units < owing else ""


def _owing(register: Obligations, item: Indicator, released: set[str]) -> int:
    return sum(item in register.asked_of(unit) and unit.code not in released for unit in register.units)


def _figures(rows: list[dict[str, Any]], periods: list[Period], asked: list[Indicator]) -> dict[str, Sum]:
    wanted = {str(period) for period in periods}
    return add_up([row for row in rows if row["period"] in wanted], asked)


def _to_date(
    rows: list[dict[str, Any]], period: Period, asked: list[Indicator]
) -> Mapping[str, float | int | None]:
    """Return the year to date, or nothing while an earlier period of the year has no figures at all."""
    known = {row["period"] for row in rows}
    if any(str(earlier) not in known for earlier in period.to_date):
        return {}
    through = _figures(rows, period.to_date, asked)
    now = _figures(rows, [period], asked)
    # A state at the end of a period is not added over time: its latest value is also its value to date.
    return {
        item.code: (now if item.over_time in STATES_AT_THE_END else through)[item.code].number
        for item in asked
    }
