"""What a report says, before any Word: the letterhead, the figures, the units' own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import REPORTED, Deadline, Directive, Duty, Review, State, Task, Total
from khoagiao_xl.model.report_records import (
    OfficeWords,
    OutgoingDocument,
    ReviewStep,
    ToldRow,
)
from khoagiao_xl.model.section_names import section_names
from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.report.appendix_names import Appendices
from khoagiao_xl.report.figure_comparisons import bases_apart, usual_units
from khoagiao_xl.report.sentence_table import SentencePart, SentenceTable, sentence_table
from khoagiao_xl.report.word_choices import WordChoices
from khoagiao_xl.vietnamese.typed_symbols import symbols_in, with_so

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.periods import Kind, Period
    from khoagiao_xl.report.letterheads import Letterhead
    from khoagiao_xl.report.month_course import MonthCourse
    from khoagiao_xl.report.told_basis import YearGuidance
    from khoagiao_xl.report.told_changes import ChangeNote
    from khoagiao_xl.report.told_issues import IssueNote
    from khoagiao_xl.report.told_minds import UnsettledMind

OWING: Final = frozenset(State) - {State.WAIVED}


@dataclass(frozen=True)
class Narrative:
    """A unit's own words: `code` says about what (KG602: results)."""

    unit_name: str
    code: str
    text: str


@dataclass(frozen=True)
class WaiverNote:
    """A waiver that stands behind a figure; it becomes a footnote. `code`: its indicator, empty for none."""

    unit_name: str
    reason: str
    code: str = ""
    allowed_by: str = ""
    until: date | None = None


@dataclass(frozen=True)
class ReportContent:
    """Everything a periodic report is made from.

    totals: one row for every indicator the period asks, also where nobody answered (value None):
        an indicator without a row counts as not asked, one with a row and no value as not reported.
    states: the names of the units in each state. came: name of a unit -> the file that its state tells of.
    compared_from: the share of the owing units (per cent) that must stand in both periods of a comparison.
    offered: symbols of the directives that the forms offer where they ask which were studied.
    reworded: codes of indicators that the office calls otherwise than the tool does: they may mean another
        thing by now, and are told by their own label.
    unit_names: code of a unit -> what it is called.
    changes: of closed periods, that no report has told yet. issues: of the period, and those open before it.
    asked_report: the report that is asked for, where it is not the one of the kind of period.
    deadline: the window and the deadlines of the period, None where nobody says.
    details: what the units told row by row in this period and within it; earlier_details: in the year before
        it. tasks, steps: of the year's plan.
    months: of the year up to the end of a half or a year, for its charts. quarters: those of it that are due.
    outgoing: the office's own documents. office_words: its words for this report, dropped ones left out.
    known_codes: of every indicator of the year, asked in this period or not. state_codes: of those that tell
        how things stand at a period's end, in which a silent unit stands with what it last said.
    stock_codes: of those that are as of a period's end, so that no sum of parts can be theirs.
    choices: what the office decided about proposed sentences. undecided: of how many it has not.
    body, staff: what the committee is called, and the part of its office that follows the work.
    sources: the guidances that the plan was made from. coming_deadlines: code of a period -> of those that
    end in the period that follows.
    labels: code of an indicator -> what the report calls it, where that is another than its label.
    own_sentences: how the office has indicators of its own told.
    duties: of every period of the year. leaders: code of a unit and its figure, those that did most first.
    correcting: names of the units that count while a later correction of theirs was of no use.
    minds: units that say the state of mind is not settled. reminders: on how many days reminders were sent.
    answer_by: the day that reminders sent have named for what is overdue, None where none has.
    closed: codes of the closed periods.
    due_days: code of a period -> the day on which the units report it. last_days: -> the last of its window.
    earlier: code of a period of the year that ends no later than this one -> its totals.
    earlier_words: code of a part of this period -> what units wrote then.
    said_no: code of a period -> of an indicator -> the units that said «Không» (said_no.py).
    nos_in: the same -> of a unit -> in which report it said so: of a silent one an earlier one.
    unanswered: code of an indicator -> the units that have answered it in no report of the year so far.
    asked_with: code of an indicator -> the kinds of period that ask it.
    doing: code of a period -> of a habit -> how many units do it, and how many have told (standing_tasks.py).
    appendices: what they are called; nobody knows before all that they list is known.
    """

    letterhead: Letterhead
    period: Period
    today: date
    totals: tuple[Total, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    states: Mapping[State, tuple[str, ...]] = field(default_factory=dict)
    came: Mapping[str, Duty] = field(default_factory=dict)
    directives: tuple[Directive, ...] = ()
    offered: frozenset[str] = frozenset()
    reviews: tuple[Review, ...] = ()
    waivers: tuple[WaiverNote, ...] = ()
    compared_from: float = 67
    reworded: frozenset[str] = frozenset()
    unit_names: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[ChangeNote, ...] = ()
    issues: tuple[IssueNote, ...] = ()
    asked_report: str = ""
    deadline: Deadline | None = None
    details: tuple[ToldRow, ...] = ()
    earlier_details: tuple[ToldRow, ...] = ()
    tasks: tuple[Task, ...] = ()
    steps: tuple[ReviewStep, ...] = ()
    outgoing: tuple[OutgoingDocument, ...] = ()
    office_words: tuple[OfficeWords, ...] = ()
    choices: WordChoices = field(default_factory=WordChoices)
    undecided: int = 0
    body: str = ""
    staff: str = ""
    sources: tuple[YearGuidance, ...] = ()
    coming_deadlines: Mapping[str, Deadline] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()
    leaders: tuple[tuple[str, float], ...] = ()
    minds: tuple[UnsettledMind, ...] = ()
    correcting: tuple[str, ...] = ()
    reminders: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)
    own_sentences: tuple[SentencePart, ...] = ()
    answer_by: date | None = None
    closed: frozenset[str] = frozenset()
    due_days: Mapping[str, date] = field(default_factory=dict)
    last_days: Mapping[str, date] = field(default_factory=dict)
    earlier: Mapping[str, Sequence[Total]] = field(default_factory=dict)
    earlier_words: Mapping[str, Sequence[Narrative]] = field(default_factory=dict)
    said_no: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    nos_in: Mapping[str, Mapping[str, Mapping[str, Period]]] = field(default_factory=dict)
    unanswered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doing: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    months: tuple[MonthCourse, ...] = ()
    quarters: tuple[MonthCourse, ...] = ()
    known_codes: tuple[str, ...] = ()
    asked_with: Mapping[str, frozenset[Kind]] = field(default_factory=dict)
    state_codes: frozenset[str] = frozenset()
    stock_codes: frozenset[str] = frozenset()
    appendices: Appendices = field(default_factory=Appendices)

    @property
    def report(self) -> str:
        """Which report it is, one of BODIES: «quy»."""
        return self.asked_report or self.period.kind.facts.report

    @property
    def reported(self) -> int:
        """How many units have reported, those with nothing to report among them."""
        return self._count(REPORTED)

    @property
    def expected(self) -> int:
        """How many units owe the period."""
        return self._count(OWING)

    def _count(self, states: Iterable[State]) -> int:
        count = 0
        for state in states:
            count += len(self.units(state))
        return count

    def units(self, state: State) -> tuple[str, ...]:
        """Return the names of the units in this state."""
        return self.states.get(state, ())

    def name_of(self, unit: str) -> str:
        """Return what the unit of that code is called; of one that nobody knows, the code."""
        return self.unit_names.get(unit, unit)

    def is_in_window(self, day: date | None) -> bool:
        """Whether a day lies in the window of the period; nobody's does where the window is not known."""
        if day is None or self.deadline is None:
            return False
        return self.deadline.starts <= day <= self.deadline.ends

    @cached_property
    def duties_by_period(self) -> Mapping[str, list[Duty]]:
        """Code of a period -> what became of every unit's duty of it."""
        return grouped(self.duties, attrgetter("period"))

    def has_picked(self, tag: str) -> bool:
        """Whether the office has picked words of units for a section."""
        return bool(self.picked_words(tag))

    def has_words(self, tag: str) -> bool:
        """Whether the office has words of its own, or picked ones, for a section."""
        names = section_names()
        name = names.get(tag, "")
        sections = {words.section for words in self.office_words}
        return name in sections

    def picked_words(self, tag: str) -> list[OfficeWords]:
        """Return the words of units that the office has picked for a section."""
        names = section_names()
        name = names.get(tag, "")
        here = [words for words in self.office_words if words.section == name]
        return [words for words in here if words.is_picked]

    @cached_property
    def sentences(self) -> SentenceTable:
        """The sentences of the tool, with those that the office gave its own indicators."""
        return sentence_table().with_own(self.own_sentences)

    @cached_property
    def usual_units(self) -> Mapping[str, int]:
        """Name of a base of comparison -> over how many units most figures are compared with it."""
        return usual_units(self.totals, self.period, self.compared_from)

    @cached_property
    def bases_apart(self) -> frozenset[str]:
        """The bases of comparison of which the head says that totals move another way."""
        return bases_apart(self.totals, self.period, self.compared_from)

    @cached_property
    def by_code(self) -> Mapping[str, Total]:
        """The totals by indicator code."""
        return {total.code: total for total in self.totals}

    def is_spoken_of(self, part: SentencePart) -> bool:
        """Whether the indicator is asked, and the words of the table of sentences fit what it is called.

        They do not where the office has reworded it, or where they cite a directive and its label names none.
        """
        total = self.by_code.get(part.code)
        if total is None:
            return False
        if part.code in self.reworded:
            return False
        if not part.names_directive:
            return True
        return any(symbols_in(total.label))

    def label_of(self, total: Total) -> str:
        """Return what the report calls a figure."""
        return with_so(self.labels.get(total.code) or total.label)

    @property
    def is_hot(self) -> bool:
        """Whether the log knows of an issue that arose in the period, whatever the forms say."""
        return any(not note.is_earlier for note in self.issues)

    @property
    def not_spoken_of(self) -> list[str]:
        """The indicators asked whose sentence is left out, because it may not fit them."""
        table = self.sentences
        left_out = []
        for part in table.sentence_parts:
            if part.code not in self.by_code:
                continue
            if not self.is_spoken_of(part):
                left_out.append(part.code)
        return left_out
