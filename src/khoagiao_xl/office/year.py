"""Year: everything a master says, read once into one frozen value with indexes; steps decide on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Closing, LaterChange
from khoagiao_xl.model.deadlines import DayRules
from khoagiao_xl.model.history import History
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.mail_records import LetterWords, LoggedLetter
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Directive, Duty, Review, Task, Total, Unit, Waiver
from khoagiao_xl.model.report_records import OfficeWords, OutgoingDocument, ReviewStep, ToldRow
from khoagiao_xl.model.schema import Table
from khoagiao_xl.model.workdays import WorkCalendar
from khoagiao_xl.office.closings import Closings, untold
from khoagiao_xl.office.doubled_rows import refuse_doubled, refuse_like_codes
from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.office.kept_readings import FigureCell
from khoagiao_xl.office.letter_rows import letters_of
from khoagiao_xl.office.master_tables import MasterTables
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.office.reported import Reported, answers_of, figure_cell, histories_of, rows_that_count
from khoagiao_xl.office.settings import Settings, read_settings
from khoagiao_xl.office.storage import Storage

if TYPE_CHECKING:
    from khoagiao_xl.office.last_year import LastYear
    from khoagiao_xl.rules.rule import Rule
    from khoagiao_xl.rules.rules_sheet import RuleLine


@dataclass(frozen=True)
class Year(MasterTables):
    """The tables of a master, and what they mean: the office, its plan, its periods, what came, totals.

    corrected: (period, unit) -> what counts in the place of what the sheets have; see figure_sources.
    """

    corrected: Reported = field(default_factory=dict, repr=False, compare=False)
    # What `so_nam_truoc` says -> what it leads to, read once for all that is made of this year.
    _last_years: dict[str, LastYear] = field(default_factory=dict, repr=False, compare=False)

    # -- the office ---------------------------------------------------------------------------------------

    @property
    def storage(self) -> Storage:
        """Where the master keeps originals, backups and logs."""
        return Storage(self.path)

    @cached_property
    def settings(self) -> Settings:
        """The choices of the office; raise WrongRequest (CH-01, CH-02, CH-03)."""
        texts = {}
        for row in self.rows(schema.SETTINGS):
            texts[row["key"]] = row["value"]
        return read_settings(texts)

    @cached_property
    def day_rules(self) -> DayRules:
        """How the office counts days: rest days, where a deadline on one goes, when a period closes."""
        holidays = self.rows(schema.HOLIDAYS)
        settings = self.settings
        return DayRules(
            calendar=WorkCalendar.of_rows(holidays),
            roll=settings.roll,
            close_after_workdays=settings.close_after_workdays,
        )

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The organisations of tblDonVi; raise WrongRequest (MS-07) for a code that stands twice.

        MS-09 for two codes that differ only in what Excel does not tell apart.
        """
        table = schema.UNITS
        units = self.records(table, Unit)
        refuse_doubled(table, "code", units)
        refuse_like_codes(units)
        return units

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """Code of a unit -> its name."""
        return {unit.code: unit.name for unit in self.units}

    @cached_property
    def party_names(self) -> Mapping[str, str]:
        """Code of a unit -> what a document of the Party calls it."""
        return {unit.code: unit.party_name for unit in self.units}

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of tblChiTieu; raise WrongRequest (MS-07) for a code that stands twice."""
        table = schema.INDICATORS
        indicators = self.records(table, Indicator)
        refuse_doubled(table, "code", indicators)
        return indicators

    @cached_property
    def rule_lines(self) -> list[RuleLine]:
        """Every row of tblQuyTac, as a rule or with what is wrong in it."""
        from khoagiao_xl.rules.rules_sheet import lines_of

        layout = self.page(schema.RULES).layout
        return lines_of(
            self.rows(schema.RULES),
            layout.rows,
            layout.letters,
            self.indicators,
        )

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules of tblQuyTac; raise WrongRequest (QT-12) naming every wrong cell."""
        from khoagiao_xl.rules.rules_sheet import sound_rules

        return sound_rules(self.rule_lines)

    # -- the year before ----------------------------------------------------------------------------------

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

    # -- the plan -----------------------------------------------------------------------------------------

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that nobody has dropped."""
        return self.kept(schema.TASKS, Task)

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The directives that nobody has dropped."""
        return self.kept(schema.DIRECTIVES, Directive)

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        """The reviews that nobody has dropped."""
        return self.kept(schema.REVIEWS, Review)

    @cached_property
    def review_steps(self) -> tuple[ReviewStep, ...]:
        """The steps of the reviews that nobody has dropped, those of the sample among them."""
        return self.kept(schema.REVIEW_STEPS, ReviewStep)

    @cached_property
    def outgoing(self) -> tuple[OutgoingDocument, ...]:
        """The documents that the office has issued, or means to."""
        return self.records(schema.OUTGOING, OutgoingDocument)

    # -- periods ------------------------------------------------------------------------------------------

    @cached_property
    def deadlines(self) -> Mapping[str, Deadline]:
        """Code of a period -> its window and deadlines; raise WrongRequest (MS-07) for a doubled one."""
        table = schema.DEADLINES
        deadlines = self.records(table, Deadline)
        refuse_doubled(table, "period", deadlines)
        return {line.period: line for line in deadlines}

    @cached_property
    def waivers(self) -> Mapping[str, Waivers]:
        """Code of a period -> the waivers given for it."""
        lines = self.records(schema.WAIVERS, Waiver)
        by_period = grouped(lines, attrgetter("period"))
        waivers = {}
        for period, own in by_period.items():
            waivers[period] = Waivers(tuple(own))
        return waivers

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

    # -- what came ----------------------------------------------------------------------------------------

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What became of every duty of every period."""
        return self.records(schema.DUTIES, Duty)

    def duties_of(self, period: Period) -> list[Duty]:
        """Return what became of every unit's duty of `period`; nothing before any intake."""
        code = str(period)
        duties = self.duties
        return [duty for duty in duties if duty.period == code]

    @cached_property
    def figures_table(self) -> Table:
        """The schema of tblSoLieu with one column for each of the master's indicators."""
        return schema.figures_table(self.indicators)

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
            return self.corrected
        narratives = self.rows(schema.NARRATIVES)
        as_it_stands = answers_of(rows, narratives)
        return {**as_it_stands, **self.corrected}

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

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """The hot issues of the year, open ones of the year before too."""
        table = schema.ISSUES
        return self.records(table, Issue)

    @cached_property
    def details(self) -> tuple[ToldRow, ...]:
        """What the units told row by row, of every period."""
        return self.records(schema.DETAILS, ToldRow)

    @cached_property
    def office_words(self) -> tuple[OfficeWords, ...]:
        """The words of the office for its reports, proposals of the program and dropped ones among them."""
        return self.records(schema.OFFICE_WORDS, OfficeWords)

    # -- mail ---------------------------------------------------------------------------------------------

    @cached_property
    def letters(self) -> tuple[LoggedLetter, ...]:
        """Every letter that was drafted, with what the sheet says became of it."""
        rows = self.rows(schema.LETTERS)
        return letters_of(rows)

    @cached_property
    def letter_words(self) -> tuple[LetterWords, ...]:
        """The words that the office has for its letters."""
        return self.records(schema.LETTER_WORDS, LetterWords)

    # -- what was worked out ------------------------------------------------------------------------------

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """The consolidated figures of every period."""
        return self.records(schema.TOTALS, Total)

    def totals_of(self, period: Period) -> list[Total]:
        """Return the consolidated figures of `period`; nothing before it was consolidated."""
        code = str(period)
        totals = self.totals
        return [total for total in totals if total.period == code]

    # -- what was closed ----------------------------------------------------------------------------------

    @cached_property
    def closings(self) -> Closings:
        """Which periods were closed and reopened, and when."""
        rows = self.rows(schema.CLOSINGS)
        return Closings.of_rows(rows)

    def closing_of(self, period: Period | str) -> Closing | None:
        """Return the closing of a period that stands, None while the period is open."""
        code = str(period)
        return self.closings.standing.get(code)

    @cached_property
    def later_changes(self) -> tuple[LaterChange, ...]:
        """What is another now than when its period was closed, as tblThayDoi says."""
        return self.records(schema.LATER_CHANGES, LaterChange)

    def changes_since_close(self, period: Period) -> list[LaterChange]:
        """Return what the report of `period` may tell of periods that were closed before it.

        What an earlier report of its kind has told is not there.
        """
        closed = self.closings.standing
        return untold(self.later_changes, closed, period)


def read_year(path: Path) -> Year:
    """Return the year of the closed master at `path`; one that is open elsewhere as it was stored last."""
    from khoagiao_xl.books.file_book import FileBook

    book = FileBook(path, may_be_open=True)
    return Year.read(book)
