"""Everything a master knows of one directive up to a period: conferences, reviews, tasks, figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.directive_answers import DirectiveAnswers
from khoagiao_xl.report.kinds.directive_figures import DirectiveFigures, field_figures
from khoagiao_xl.report.kinds.directive_topics import (
    is_about,
    is_review_of_another,
    names,
    topics_of,
    without_parts,
)
from khoagiao_xl.report.kinds.directive_words import unknown_told
from khoagiao_xl.report.plan_rows import ACCEPTED
from khoagiao_xl.report.review_states import state_of
from khoagiao_xl.report.told_documents import REPORT
from khoagiao_xl.vietnamese.typed_symbols import ANY_KIND

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Directive, Review, Task
    from khoagiao_xl.model.report_records import OutgoingDocument, ReviewStep
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.review_timing import ReviewState


@dataclass(frozen=True)
class DirectiveFacts:
    """What is known of the directive `symbol` up to the end of a period.

    content: of the report of the period. owing: the units that owe it.
    """

    year: Year
    symbol: str
    content: ReportContent
    owing: frozenset[str]

    @classmethod
    def of(cls, year: Year, symbol: str, content: ReportContent) -> DirectiveFacts:
        """Return what `year` knows."""
        period = content.period
        obligations = year.obligations(period)
        waivers = obligations.waivers
        owing = set()
        for unit in obligations.owing:
            if not waivers.is_released(unit.code):
                owing.add(unit.code)
        return cls(
            year,
            symbol,
            content,
            frozenset(owing),
        )

    @property
    def period(self) -> Period:
        """The period up to whose end it is told."""
        return self.content.period

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known beside the directive itself."""
        known = (
            self.answers.study.conferences,
            self.answers.units_of_steps,
            self.tasks,
            self.figures.totals,
            self.outgoing,
        )
        return not any(known)

    # -- what the units told ------------------------------------------------------------------------------

    @cached_property
    def answers(self) -> DirectiveAnswers:
        """What the units told of it up to the end of the period."""
        return DirectiveAnswers(self.year, self.symbol, self.period)

    @cached_property
    def silent_on_study(self) -> int:
        """How many owing units have told of no conference on it, 0 where no form asked."""
        if not self.answers.studied_in:
            return 0
        silent = self.owing - self.answers.study.units.keys()
        return len(silent)

    @property
    def unknown_study(self) -> str:
        """Of which months and years no form tells conferences, blank where all are known."""
        return unknown_told(self.answers.studied_in, self.period, self.years_before)

    # -- what the office knows ----------------------------------------------------------------------------

    @cached_property
    def related(self) -> list[Directive]:
        """The directives that are about it or its topic, and those that it is about."""
        own = self.directive.subject
        found = []
        for one in self.year.directives:
            is_about_it = self.is_meant_by(one.subject) or names(own, one.symbol)
            if is_about_it and one.symbol != self.symbol:
                found.append(one)
        return found

    @cached_property
    def figures(self) -> DirectiveFigures:
        """What the report of the period counts and tells about it."""
        return DirectiveFigures.of(self.content, self.is_meant_by, self.is_counted_by)

    @cached_property
    def field_figures(self) -> DirectiveFigures:
        """What the report counts of propaganda in the whole field of its review; nothing of no field."""
        return field_figures(self.content, self.field)

    @property
    def field(self) -> str:
        """The field that the register gives its review, blank where nobody says."""
        fields = [review.field for review in self._reviews if review.field]
        if fields:
            return fields[0]
        return ""

    @cached_property
    def kindred_tasks(self) -> list[Task]:
        """The tasks given to somebody that are about its topic and cite no directive at all."""
        found = []
        for task in self.year.tasks:
            is_given = task.status in ACCEPTED
            is_free = not task.directives
            if is_given and is_free and self.is_meant_by(task.text):
                found.append(task)
        return found

    @cached_property
    def tasks(self) -> list[Task]:
        """The tasks of the plan that cite it."""
        return [task for task in self.year.tasks if self.symbol in task.directives]

    @cached_property
    def directive(self) -> Directive:
        """The directive itself."""
        return next(one for one in self.year.directives if one.symbol == self.symbol)

    @property
    def name(self) -> str:
        """The directive as a title names it: «Kết luận số 49-KL/TW của Ban Bí thư»."""
        issuer = clean_line(self.directive.issuer)
        if not issuer:
            return self.short_name
        return f"{self.short_name} của {issuer}"

    @property
    def short_name(self) -> str:
        """The directive by kind and number alone: «Kết luận số 49-KL/TW»."""
        kind = clean_line(self.directive.kind) or ANY_KIND
        return f"{kind} số {self.symbol}"

    @cached_property
    def topics(self) -> frozenset[str]:
        """What its subject says it is about."""
        return topics_of(self.directive.subject)

    def is_meant_by(self, text: str) -> bool:
        """Whether a text names it, or is about what it is about."""
        return is_about(text, self.symbol, self.topics)

    def is_counted_by(self, label: str) -> bool:
        """Whether an indicator of this label counts what is done of it."""
        if names(label, self.symbol):
            return True
        return self.is_meant_by(without_parts(label))

    @cached_property
    def outgoing(self) -> list[OutgoingDocument]:
        """What leads its work: issued by the day of the document, itself and every other report left out."""
        return [document for document in self.year.outgoing if self._leads(document)]

    def _leads(self, document: OutgoingDocument) -> bool:
        if document.number is None or document.report or document.kind == REPORT:
            return False
        today = self.content.today
        issued = document.issued or today
        if issued > today or is_review_of_another(document.subject, self.symbol):
            return False
        return self.is_meant_by(document.subject)

    @property
    def review_kinds(self) -> set[str]:
        """Which reviews of it the register has: «Sơ kết», «Tổng kết»."""
        return {review.kind for review in self._reviews}

    @property
    def years(self) -> int:
        """How many years the review looks back on, 0 where nobody says."""
        for review in self._reviews:
            return review.years
        return 0

    @property
    def years_before(self) -> str:
        """The years that the review looks back on and the master does not have: «2019 - 2023»."""
        last = self.period.year - 1
        first = self._first_year
        if not first or first > last:
            return ""
        if first == last:
            return str(last)
        return f"{first} - {last}"

    @property
    def _first_year(self) -> int:
        for review in self._reviews:
            if review.anniversary and review.years:
                return review.anniversary.year - review.years
        issued = self.directive.issued
        if issued:
            return issued.year
        return 0

    @cached_property
    def states(self) -> list[ReviewState]:
        """How the reviews of it stand that the register has, on the day of the document."""
        return [state_of(review, self.content) for review in self._reviews]

    @cached_property
    def _reviews(self) -> list[Review]:
        """The reviews of it that the register has."""
        return [review for review in self.year.reviews if review.symbol == self.symbol]

    @property
    def open_steps(self) -> list[ReviewStep]:
        """The steps of its reviews that are still to be done; none of a review that is over."""
        found = chain.from_iterable(state.open_steps for state in self.states)
        return list(found)
