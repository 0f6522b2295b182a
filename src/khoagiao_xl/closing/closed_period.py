"""One closed period beside what is known of it now: each figure that differs, and what the total comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.closing.freezing import answers_now
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Closing, LaterChange
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.snapshots import Snapshot
from khoagiao_xl.totals.period_totals import make_totals
from khoagiao_xl.vietnamese.figures import value_text

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.office.year import Year

Number = float | int | None
Totals = Mapping[str, Number]  # indicator -> what all units come to
# The office by which the totals were worked out: the same units are asked the same.
BY_WHICH: Final = (schema.UNITS, schema.DEADLINES, schema.WAIVERS, schema.SETTINGS)
_DIGITS: Final = 10  # beyond these a difference of two decimals is dust


@dataclass(frozen=True)
class ClosedPeriod:
    """What a period was closed with (`snapshot`), and the year as it is now."""

    year: Year
    closing: Closing
    snapshot: Snapshot

    @cached_property
    def differing(self) -> list[tuple[str, str]]:
        """(unit, indicator) of every answer that is another now, in the order of the office's lists."""
        found = []
        for unit in self._units:
            then = self.snapshot.answers.get(unit, {})
            now = self._now.get(unit, {})
            found += [(unit, code) for code in _codes(then, now) if _differ(then.get(code), now.get(code))]
        return found

    def changes(self) -> Iterator[LaterChange]:
        """Yield a change for every answer that differs, then for every total that moved without one."""
        told = set()
        for unit, code in self.differing:
            told.add(code)
            yield self._change(unit, code)
        for code, total in self._frozen_totals.items():
            if code not in told and _differ(total, self._new_totals.get(code)):
                yield self._change("", code)

    def _change(self, unit: str, code: str) -> LaterChange:
        then = self.snapshot.answers.get(unit, {}).get(code)
        now = self._now.get(unit, {}).get(code)
        return LaterChange(
            period=self.closing.period,
            round=self.closing.round,
            unit=unit,
            code=code,
            label=self._labels.get(code, ""),
            frozen=value_text(then),
            now=value_text(now),
            difference=_difference(then, now),
            frozen_total=self._frozen_totals.get(code),
            new_total=self._new_totals.get(code),
            file=self._files.get(unit, ""),
            noted_at=None,
        )

    # -- then and now -------------------------------------------------------------------------------------

    @cached_property
    def _now(self) -> Mapping[str, Mapping[str, Answer]]:
        return answers_now(self.year, self.closing.period)

    @cached_property
    def _units(self) -> list[str]:
        """The units of both, as the office lists them; those it lists no more at the end."""
        listed = [unit.code for unit in self.year.units]
        known = dict.fromkeys([*listed, *self.snapshot.answers])
        return list(known)

    @cached_property
    def _files(self) -> Mapping[str, str]:
        period = Period.parse(self.closing.period)
        return {duty.unit: duty.file for duty in self.year.duties_of(period)}

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        rows = self.snapshot.rows(schema.INDICATORS.name)
        return {str(row["Mã"]): str(row["Chỉ tiêu"]) for row in rows}

    @cached_property
    def _frozen_totals(self) -> Totals:
        rows = self.snapshot.rows(schema.TOTALS.name)
        return {str(row["Mã"]): row["Kỳ này"] for row in rows}  # type: ignore[misc]  # a column of numbers

    @cached_property
    def _new_totals(self) -> Totals:
        """What the answers of now come to by the office of then."""
        tables = {table.name: self.snapshot.rows(table.name) for table in BY_WHICH}
        tables[schema.INDICATORS.name] = list(self._indicators_with_column())
        office = self.year.with_tables(tables)
        totals = make_totals(office, Period.parse(self.closing.period))
        return {total.code: total.value for total in totals}

    def _indicators_with_column(self) -> Iterator[Row]:
        """Yield the indicators of then whose figures the master can still hold."""
        columns = self.year.page(schema.FIGURES).layout.letters
        words = {item.code for item in self.year.indicators}
        for row in self.snapshot.rows(schema.INDICATORS.name):
            if row["Mã"] in columns or row["Mã"] in words:
                yield row


def _codes(then: Mapping[str, Answer], now: Mapping[str, Answer]) -> list[str]:
    return sorted({*then, *now})


def _differ(then: Answer, now: Answer) -> bool:
    """Whether two answers differ; blanks between words are none of it."""
    return _bare(then) != _bare(now)


def _bare(answer: Answer) -> Answer:
    if isinstance(answer, str):
        return " ".join(answer.split())
    return answer


def _difference(then: Answer, now: Answer) -> Number:
    """Return now less then, None where one of them is in words."""
    if isinstance(then, str) or isinstance(now, str):
        return None
    difference = (now or 0) - (then or 0)
    return round(difference, _DIGITS) if isinstance(difference, float) else difference
