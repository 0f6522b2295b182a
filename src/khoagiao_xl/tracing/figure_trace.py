"""One figure of tblTongHop walked back to its cells: every unit, what it adds, where that stands.

No workbook is opened: sheet, cell and raw text are those kept when the file was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.indicators import Indicator, OverUnits
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, Total
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.kept_readings import raw_of
from khoagiao_xl.office.storage import Original
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.adding import Contribution, Sum, add_up
from khoagiao_xl.totals.contributions import figure_contributions, to_date_contributions
from khoagiao_xl.tracing.trace_remarks import remark_on
from khoagiao_xl.vietnamese.yes_no import YES

if TYPE_CHECKING:
    from khoagiao_xl.office.figure_breaks import FigureBreak

    Parts = Mapping[str, Sequence[Contribution]]


@dataclass(frozen=True)
class TracedAnswer:
    """What one unit adds to a figure, or that it adds nothing.

    state: of its duty in the figure's period. part: None where it adds nothing. duty: the report that the
    answer stands in, None where the unit has none. sheet, cell, raw: where and how it stands there.
    """

    unit: str
    unit_name: str
    state: str
    part: Contribution | None
    duty: Duty | None = None
    sheet: str = ""
    cell: str = ""
    raw: object = None
    original: Original | None = None
    remark: str = ""


@dataclass(frozen=True)
class FigureTrace:
    """A figure and every unit that owes it or is in it. added: what the list comes to.

    total: its row of tblTongHop, None before the period was consolidated.
    """

    period: Period
    item: Indicator
    is_to_date: bool
    answers: Sequence[TracedAnswer]
    added: Sum
    total: Total | None

    @property
    def shown(self) -> float | int | None:
        """The figure as tblTongHop has it."""
        if self.total is None:
            return None
        return self.total.to_date if self.is_to_date else self.total.value

    @property
    def parts(self) -> list[Contribution]:
        """Everything that is added up, in the order of the list."""
        return [answer.part for answer in self.answers if answer.part]


def number_of(part: Contribution, item: Indicator) -> float | int | None:
    """Return what an answer counts in the sum: a figure itself, «Có» one, other words nothing."""
    if item.over_units is OverUnits.COUNT_YES:
        return int(part.value == YES)
    if isinstance(part.value, int | float):
        return part.value
    return None


class Tracer:
    """Walks the figures of one year back to their cells."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.sources = FigureSources(year)

    @property
    def counting_year(self) -> Year:
        """The year as it is added up: every figure as its file says it."""
        return self.sources.counting_year

    def indicator(self, code: str) -> Indicator:
        """Return an indicator; raise WrongRequest (TV-01) for a code that tblChiTieu has not."""
        for item in self.year.indicators:
            if item.code == code:
                return item
        raise WrongRequest("TV-01", code=code)

    def trace(self, period: Period, item: Indicator, *, is_to_date: bool = False) -> FigureTrace:
        """Return the figure of an indicator with everything it is made of; raise WrongRequest (KY-02)."""
        contributions = to_date_contributions if is_to_date else figure_contributions
        parts = contributions(self.counting_year, period, item)
        answers = list(self._answers(period, item, parts))
        in_order = [answer.part for answer in answers if answer.part]
        return FigureTrace(
            period,
            item,
            is_to_date,
            answers,
            added=add_up(in_order, item),
            total=self._total(period, item),
        )

    def answer(self, period: str, unit: str, code: str) -> TracedAnswer:
        """Return one unit's answer; raise WrongRequest (TV-06) where it has no report that counts."""
        duty = self._duty(period, unit)
        answers = self.counting_year.reported.get((period, unit))
        if duty is None or answers is None:
            names = self.year.unit_names
            raise WrongRequest(
                "TV-06",
                unit=names.get(unit, unit),
                period=period,
                state=duty.state if duty else "",
            )
        value = answers.get(code)
        part = Contribution(unit, period, code, value)
        parsed = Period.parse(period)
        return self._answer(parsed, unit, code, duty, part)

    def _total(self, period: Period, item: Indicator) -> Total | None:
        for total in self.year.totals_of(period):
            if total.code == item.code:
                return total
        return None

    def _answers(
        self, period: Period, item: Indicator, parts: Sequence[Contribution]
    ) -> Iterator[TracedAnswer]:
        by_unit: dict[str, list[Contribution]] = defaultdict(list)
        for part in parts:
            own = by_unit[part.unit]
            own.append(part)
        for unit in self._units(period, item, by_unit):
            for part in by_unit.get(unit, ()):
                yield self._adding(period, part)
            if unit not in by_unit:
                yield self._adding_nothing(period, item, unit)

    def _units(self, period: Period, item: Indicator, by_unit: Parts) -> list[str]:
        """Return who is asked, in the order of the list of units, then whoever else is in the figure."""
        obligations = self.year.obligations(period)
        found = []
        for unit in obligations.owing:
            asked = obligations.asked_of(unit)
            if item in asked:
                found.append(unit.code)
        everybody = [*found, *by_unit]
        in_order = dict.fromkeys(everybody)
        return list(in_order)

    def _adding(self, period: Period, part: Contribution) -> TracedAnswer:
        duty = self._duty(part.period, part.unit)
        return self._answer(period, part.unit, part.code, duty, part)

    def _adding_nothing(self, period: Period, item: Indicator, unit: str) -> TracedAnswer:
        code = str(period)
        reported = self.counting_year.reported
        duty = None
        if (code, unit) in reported:
            duty = self._duty(code, unit)
        return self._answer(period, unit, item.code, duty, None)

    def _answer(
        self, period: Period, unit: str, code: str, duty: Duty | None, part: Contribution | None
    ) -> TracedAnswer:
        own = self._duty(str(period), unit)
        cell = self._cell(duty, code)
        raw = raw_of(cell)
        original = None
        if duty:
            sources = self._sources(duty)
            original = sources.original(duty)
        broken = self._break(duty, code)
        return TracedAnswer(
            unit=unit,
            unit_name=self._name(unit, part),
            state=own.state if own else "",
            part=part,
            duty=duty,
            sheet=cell.get("sheet", ""),
            cell=cell.get("cell", ""),
            raw=raw,
            original=original,
            remark=remark_on(
                part,
                duty,
                raw,
                original,
                broken,
            ),
        )

    # -- what is known of a report ------------------------------------------------------------------------

    def _duty(self, period: str, unit: str) -> Duty | None:
        return self._duties.get((period, unit))

    @cached_property
    def _duties(self) -> Mapping[tuple[str, str], Duty]:
        """(period, unit) -> its duty, of this year and of the last where its master is known."""
        found = {}
        for year in self._years:
            for duty in year.duties:
                found[duty.period, duty.unit] = duty
        return found

    @property
    def _years(self) -> list[Year]:
        last_year = self.year.last_year
        return [last_year, self.year] if last_year else [self.year]

    def _sources(self, duty: Duty) -> FigureSources:
        """Return the sources of the year that a report is of."""
        last_year = self._last_year
        if last_year and duty.period not in self.year.deadlines:
            return last_year
        return self.sources

    @cached_property
    def _last_year(self) -> FigureSources | None:
        last_year = self.year.last_year
        return FigureSources(last_year) if last_year else None

    def _cell(self, duty: Duty | None, code: str) -> Mapping[str, Any]:
        if duty is None:
            return {}
        kept = self._sources(duty).kept(duty)
        cell = kept.cell(code) if kept else None
        return cell or {}

    def _name(self, unit: str, part: Contribution | None) -> str:
        name = self.year.unit_names.get(unit, "")
        if name or part is None:
            return name
        duty = self._duty(part.period, unit)
        return duty.unit_name if duty else ""

    def _break(self, duty: Duty | None, code: str) -> FigureBreak | None:
        if duty is None:
            return None
        return self._breaks.get((duty.period, duty.unit, code))

    @cached_property
    def _breaks(self) -> Mapping[tuple[str, str, str], FigureBreak]:
        return {(broken.period, broken.unit, broken.code): broken for broken in self.sources.breaks}
