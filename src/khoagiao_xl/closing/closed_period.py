"""One closed period beside what is known of it now: each figure that differs, and what the total comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

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
            codes = self._differing_of(unit)
            found += [(unit, code) for code in codes]
        return found

    def _differing_of(self, unit: str) -> Iterator[str]:
        then = self._then(unit)
        now = self._now(unit)
        for code in self._comparable:
            before, after = then.get(code), now.get(code)
            if _bare(before) != _bare(after):
                yield code

    def changes(self) -> Iterator[LaterChange]:
        """Yield a change for every answer that differs, then for every total that moved without one."""
        told = set()
        for unit, code in self.differing:
            told.add(code)
            yield self._change(unit, code)
        for code, total in self._frozen_totals.items():
            now = self._new_totals.get(code)
            if code in told or code not in self._comparable:
                continue
            if total != now:
                yield self._change("", code)

    def _change(self, unit: str, code: str) -> LaterChange:
        then = self._then(unit).get(code)
        now = self._now(unit).get(code)
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

    def _then(self, unit: str) -> Mapping[str, Answer]:
        return self.snapshot.answers.get(unit, {})

    def _now(self, unit: str) -> Mapping[str, Answer]:
        return self._answers_now.get(unit, {})

    @cached_property
    def _answers_now(self) -> Mapping[str, Mapping[str, Answer]]:
        return answers_now(self.year, self.closing.period)

    @cached_property
    def _comparable(self) -> list[str]:
        """What was asked then and is asked now: an indicator that came or went is no change of a unit's."""
        period = Period.parse(self.closing.period)
        then = self._asked_then(period)
        if self.closing.period not in self.year.deadlines:
            return then
        obligations = self.year.obligations(period)
        return [item.code for item in obligations.asked if item.code in then]

    def _asked_then(self, period: Period) -> list[str]:
        rows = self.snapshot.rows(schema.INDICATORS.name)
        asked = [row for row in rows if row.get(period.kind)]
        return [str(row["Mã"]) for row in asked]

    @cached_property
    def _units(self) -> list[str]:
        """The units of both, as the office lists them; those it lists no more at the end."""
        listed = [unit.code for unit in self.year.units]
        known = dict.fromkeys([*listed, *self.snapshot.answers])
        return list(known)

    @cached_property
    def _files(self) -> Mapping[str, str]:
        period = Period.parse(self.closing.period)
        found = {}
        for duty in self.year.duties_of(period):
            found[duty.unit] = duty.file
        return found

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        found = {}
        for row in self.snapshot.rows(schema.INDICATORS.name):
            code = str(row["Mã"])
            found[code] = str(row["Chỉ tiêu"])
        return found

    @cached_property
    def _frozen_totals(self) -> Totals:
        found: dict[str, Any] = {}
        for row in self.snapshot.rows(schema.TOTALS.name):
            code = str(row["Mã"])
            found[code] = row["Kỳ này"]
        return found

    @cached_property
    def _new_totals(self) -> Totals:
        """What the answers of now come to by the office of then."""
        tables = {}
        for table in BY_WHICH:
            tables[table.name] = self.snapshot.rows(table.name)
        tables[schema.INDICATORS.name] = list(self._indicators_with_column())
        office = self.year.with_tables(tables)
        period = Period.parse(self.closing.period)
        totals = make_totals(office, period)
        return {total.code: total.value for total in totals}

    def _indicators_with_column(self) -> Iterator[Row]:
        """Yield the indicators of then whose figures the master can still hold."""
        columns = self.year.page(schema.FIGURES).layout.letters
        words = {item.code for item in self.year.indicators}
        for row in self.snapshot.rows(schema.INDICATORS.name):
            code = row["Mã"]
            if code in columns or code in words:
                yield row


def _bare(answer: Answer) -> Answer:
    """Return an answer as two of them are held against each other: blanks between words are none of it."""
    if isinstance(answer, str):
        return " ".join(answer.split())
    return answer


def _difference(then: Answer, now: Answer) -> Number:
    """Return now less then, None where one of them is in words."""
    if isinstance(then, str) or isinstance(now, str):
        return None
    difference = (now or 0) - (then or 0)
    return round(difference, _DIGITS) if isinstance(difference, float) else difference
