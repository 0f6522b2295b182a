"""What units told of one directive up to a period: conferences, how far its review is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.kinds.directive_topics import names
from khoagiao_xl.report.review_states import REVIEWS_LIST
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.told_studies import CONFERENCES, DirectiveStudy, studies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class DirectiveAnswers:
    """The rows of units that name the directive `symbol`."""

    year: Year
    symbol: str
    period: Period

    @property
    def starts(self) -> date:
        """The first day of the period."""
        return self.year.deadlines[str(self.period)].starts

    @property
    def ends(self) -> date:
        """Its last day."""
        return self.year.deadlines[str(self.period)].ends

    @cached_property
    def studied_in(self) -> list[Period]:
        """The periods of whose reports any unit told a conference by directive."""
        rows = self._rows(CONFERENCES)
        codes = {row.period for row in rows}
        periods = map(Period.parse, codes)
        return sorted(periods)

    @cached_property
    def study(self) -> DirectiveStudy:
        """The conferences that name the directive."""
        rows = self._rows(CONFERENCES)
        for study in studies(rows):
            if study.symbol == self.symbol:
                return study
        return DirectiveStudy(self.symbol)

    @cached_property
    def units_of_steps(self) -> Mapping[str, str]:
        """Code of a unit -> how far it has come with the review, by the latest form that says so."""
        reached = {}
        for row in self._rows(REVIEWS_LIST):
            if row.choice and names(row.label, self.symbol):
                reached[row.unit] = row.choice
        return reached

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The units of which any report of the year up to the period has come."""
        return frozenset(unit for period, unit in self.year.reported if period in self._until)

    @cached_property
    def listing(self) -> frozenset[str]:
        """Those of them that list the directive as studied, by its symbol."""
        found = set()
        for (period, unit), answers in self.year.reported.items():
            if period in self._until and self._is_listed_in(answers):
                found.add(unit)
        return frozenset(found)

    def _is_listed_in(self, answers: Mapping[str, object]) -> bool:
        for part in sentence_table().directives:
            listed = str(answers.get(part.code) or "")
            if names(listed, self.symbol):
                return True
        return False

    @property
    def steps_reached(self) -> Mapping[str, list[str]]:
        """How far -> the units that have come so far."""
        found = defaultdict(list)
        for unit, step in self.units_of_steps.items():
            found[step].append(unit)
        return found

    def _rows(self, kind: str) -> list[ToldRow]:
        """Return the rows of a list of this period and those that ended before, the latest last."""
        until = self._until
        rows = [row for row in self.year.details if row.period in until]
        own = [row for row in rows if row.list == kind]
        own.sort(key=self._end_of)
        return own

    def _end_of(self, row: ToldRow) -> date:
        return self._until[row.period]

    @cached_property
    def _until(self) -> Mapping[str, date]:
        """Code of a period that ends no later than this one -> its end."""
        end = self.ends
        found = {}
        for code, line in self.year.deadlines.items():
            if line.ends <= end:
                found[code] = line.ends
        return found
