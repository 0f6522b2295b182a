"""Year: everything a master says, read once into one frozen value with indexes; steps decide on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Closing, LaterChange
from khoagiao_xl.model.history import History
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, Total
from khoagiao_xl.office.apart_figures import lies_apart, read_apart
from khoagiao_xl.office.closings import untold
from khoagiao_xl.office.kept_readings import FigureCell
from khoagiao_xl.office.master_records import MasterRecords
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.office.reported import Reported, answers_of, figure_cell, histories_of, rows_that_count

if TYPE_CHECKING:
    from khoagiao_xl.office.last_year import LastYear


@dataclass(frozen=True)
class Year(MasterRecords):
    """What the tables of a master mean together: who owes what, what counts, what came of it.

    corrected: (period, unit) -> what counts in the place of what the sheets have; see figure_sources.
    moved_totals: of open periods, that are no longer what their units' answers come to.
    """

    corrected: Reported = field(default_factory=dict, repr=False, compare=False)
    moved_totals: tuple[LaterChange, ...] = field(default=(), repr=False, compare=False)
    # What `so_nam_truoc` says -> what it leads to, read once for all that is made of this year.
    _last_years: dict[str, LastYear] = field(default_factory=dict, repr=False, compare=False)

    # -- the year before -----------------------------------------------------------------------------------

    @property
    def last_year(self) -> Year | None:
        """What the master of the year before says, read when first asked for; None where none can be used.

        Raise WrongRequest for what is wrong in this year's own settings and units.
        """
        return self.beside.year

    @property
    def last_year_told(self) -> tuple[str, ...]:
        """Why the named master of the year before cannot be used, or what is to be known of it."""
        return self.beside.told

    @property
    def beside(self) -> LastYear:
        """What came of reading the master of the year before; raise as `last_year` does."""
        from khoagiao_xl.office.last_year import read_last_year

        known = self._last_years
        typed = self.settings.last_year_master
        if typed not in known:
            known[typed] = read_last_year(self)
        return known[typed]

    def with_last_year(self, last_year: Year) -> Year:
        """Return this year with another laid beside it, wherever that comes from."""
        from khoagiao_xl.office.last_year import LastYear

        typed = self.settings.last_year_master
        return replace(self, _last_years={typed: LastYear(last_year)})

    # -- periods -------------------------------------------------------------------------------------------

    def obligations(self, period: Period) -> Obligations:
        """Return who owes what in `period`; raise WrongRequest (KY-02) when the master has no such period."""
        code = str(period)
        if code not in self.deadlines:
            raise WrongRequest("KY-02", code=code)
        deadline = self.deadlines[code]
        return Obligations(
            period=period,
            deadline=deadline,
            units=tuple(unit.as_of(deadline.ends) for unit in self.units),
            indicators=self.indicators,
            waivers=self.waivers.get(code, Waivers(())),
        )

    def duties_of(self, period: Period) -> list[Duty]:
        """Return what became of every unit's duty of `period`; nothing before any intake."""
        code = str(period)
        duties = self.duties
        return [duty for duty in duties if duty.period == code]

    def totals_of(self, period: Period) -> list[Total]:
        """Return the consolidated figures of `period`; nothing before it was consolidated."""
        code = str(period)
        totals = self.totals
        return [total for total in totals if total.period == code]

    def closing_of(self, period: Period | str) -> Closing | None:
        """Return the closing of a period that stands, None while the period is open."""
        code = str(period)
        return self.closings.standing.get(code)

    def changes_since_close(self, period: Period) -> list[LaterChange]:
        """Return what the report of `period` may tell of periods that were closed before it.

        What an earlier report of its kind has told is not there.
        """
        closed = self.closings.standing
        return untold(self.later_changes, closed, period)

    # -- what came -----------------------------------------------------------------------------------------

    @cached_property
    def reported(self) -> Reported:
        """(period, unit) -> what the unit reported, as it counts now: figures, and words from tblThuyetMinh.

        A blank of a reported period is None; a period that was not reported is not there.
        Raise WrongRequest (MS-08) for a unit with two rows of figures: nobody knows which of them counts.
        """
        duties = self.duties
        figures = self.rows(self.figures_table)
        rows = rows_that_count(duties, figures)
        if not rows:
            return {**self.apart, **self.corrected}
        narratives = self.rows(schema.NARRATIVES)
        as_it_stands = answers_of(rows, narratives)
        return {**self.apart, **as_it_stands, **self.corrected}

    @cached_property
    def apart(self) -> Reported:
        """The same of the units whose figures lie apart from the master; see apart_figures."""
        if not lies_apart(self.storage):
            return {}
        return read_apart(self.storage, self.duties)

    def cell_of(self, period: str, unit: str, code: str) -> FigureCell | None:
        """Return the cell of the file that a unit's answer to `code` came from; no workbook is opened for it.

        None where the unit has not reported the period, or nothing is kept of the file that counts.
        Raise WrongRequest as `reported` does.
        """
        key = (period, unit)
        if key not in self.reported:
            return None
        return figure_cell(
            self._duty_by_key[key],
            self.reported[key],
            code,
            self.storage,
        )

    @cached_property
    def _duty_by_key(self) -> Mapping[tuple[str, str], Duty]:
        found = {}
        for duty in self.duties:
            found[duty.period, duty.unit] = duty
        return found

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """Code of a unit -> what it reported, by period: of last year too, where its master is known."""
        reported = dict(self.reported)
        if self.last_year:
            reported = {**self.last_year.reported, **reported}
        return histories_of(reported)


def read_year(path: Path) -> Year:
    """Return the year of the closed master at `path`; one that is open elsewhere as it was stored last."""
    from khoagiao_xl.books.file_book import FileBook

    book = FileBook(path, may_be_open=True)
    return Year.read(book)
