"""The tables of a master as records of the model: one property for each, read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import LaterChange
from khoagiao_xl.model.deadlines import DayRules
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.mail_records import LetterWords, LoggedLetter
from khoagiao_xl.model.records import Assignee, Deadline, Directive, Duty, Review, Task, Total, Unit, Waiver
from khoagiao_xl.model.report_records import OfficeWords, OutgoingDocument, ReviewStep, ToldRow
from khoagiao_xl.model.schema import Table
from khoagiao_xl.model.workdays import WorkCalendar
from khoagiao_xl.office.closings import Closings
from khoagiao_xl.office.doubled_rows import refuse_doubled, refuse_like_codes
from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.office.letter_rows import letters_of
from khoagiao_xl.office.master_tables import MasterTables
from khoagiao_xl.office.obligations import Waivers
from khoagiao_xl.office.settings import Settings, read_settings
from khoagiao_xl.office.storage import Storage

if TYPE_CHECKING:
    from khoagiao_xl.rules.rule import Rule
    from khoagiao_xl.rules.rules_sheet import RuleLine


@dataclass(frozen=True)
class MasterRecords(MasterTables):
    """What each table of a master says by itself: the office, its plan, its periods, what came, its mail."""

    # -- the office ----------------------------------------------------------------------------------------

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

    # -- the plan ------------------------------------------------------------------------------------------

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
    def assignees(self) -> tuple[Assignee, ...]:
        """The leaders, rooms and specialists of the office."""
        return self.records(schema.ASSIGNEES, Assignee)

    @cached_property
    def outgoing(self) -> tuple[OutgoingDocument, ...]:
        """The documents that the office has issued, or means to."""
        return self.records(schema.OUTGOING, OutgoingDocument)

    # -- periods -------------------------------------------------------------------------------------------

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

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What became of every duty of every period."""
        return self.records(schema.DUTIES, Duty)

    @cached_property
    def closings(self) -> Closings:
        """Which periods were closed and reopened, and when."""
        rows = self.rows(schema.CLOSINGS)
        return Closings.of_rows(rows)

    @cached_property
    def later_changes(self) -> tuple[LaterChange, ...]:
        """What is another now than when its period was closed, as tblThayDoi says."""
        return self.records(schema.LATER_CHANGES, LaterChange)

    # -- what came, and what was worked out ----------------------------------------------------------------

    @cached_property
    def figures_table(self) -> Table:
        """The schema of tblSoLieu with one column for each of the master's indicators."""
        return schema.figures_table(self.indicators)

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

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """The consolidated figures of every period."""
        return self.records(schema.TOTALS, Total)

    # -- mail ----------------------------------------------------------------------------------------------

    @cached_property
    def letters(self) -> tuple[LoggedLetter, ...]:
        """Every letter that was drafted, with what the sheet says became of it."""
        rows = self.rows(schema.LETTERS)
        return letters_of(rows)

    @cached_property
    def letter_words(self) -> tuple[LetterWords, ...]:
        """The words that the office has for its letters."""
        return self.records(schema.LETTER_WORDS, LetterWords)
