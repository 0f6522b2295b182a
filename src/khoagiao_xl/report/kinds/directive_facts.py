"""Everything a master knows of one directive up to a period: conferences, reviews, tasks, figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.citing import ANY_KIND
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.directive_figures import DirectiveFigures
from khoagiao_xl.report.kinds.directive_topics import is_about, names, topics_of, without_parts
from khoagiao_xl.report.sentence_table import Role, SentencePart, sentence_table
from khoagiao_xl.report.told_documents import REPORT
from khoagiao_xl.report.told_reviews import REVIEWS_LIST, state_of
from khoagiao_xl.report.told_studies import CONFERENCES, DirectiveStudy, studies

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.records import Directive, Review, Task
    from khoagiao_xl.model.report_records import OutgoingDocument, ReviewStep, ToldRow
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_reviews import ReviewState


def _is_whole(part: SentencePart, tag: str) -> bool:
    """Whether all that is said under an indicator goes into the section `tag`."""
    return part.tag == tag and part.role is Role.WORDS


@dataclass(frozen=True)
class DirectiveFacts:
    """What is known of the directive `symbol` up to the end of a period.

    content: of the report of the period. owing: how many units owe it.
    """

    year: Year
    symbol: str
    content: ReportContent
    owing: int

    @classmethod
    def of(cls, year: Year, symbol: str, content: ReportContent) -> DirectiveFacts:
        """Return what `year` knows."""
        period = content.period
        obligations = year.obligations(period)
        waivers = obligations.waivers
        owing = 0
        for unit in obligations.owing:
            if not waivers.is_released(unit.code):
                owing += 1
        return cls(year, symbol, content, owing)

    @property
    def period(self) -> Period:
        """The period up to whose end it is told."""
        return self.content.period

    @property
    def starts(self) -> date:
        """The first day of the period."""
        return self.year.deadlines[str(self.period)].starts

    @property
    def ends(self) -> date:
        """Its last day."""
        return self.year.deadlines[str(self.period)].ends

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known beside the directive itself."""
        known = (
            self.study.conferences,
            self.units_of_steps,
            self.tasks,
            self.figures.totals,
            self.outgoing,
        )
        return not any(known)

    # -- what the units told ------------------------------------------------------------------------------

    @cached_property
    def studied_in(self) -> list[Period]:
        """The periods of whose reports any unit told a conference by directive."""
        codes = {row.period for row in self._rows(CONFERENCES)}
        return sorted(map(Period.parse, codes))

    @cached_property
    def study(self) -> DirectiveStudy:
        """The conferences that name the directive."""
        for study in studies(self._rows(CONFERENCES)):
            if study.symbol == self.symbol:
                return study
        return DirectiveStudy(self.symbol)

    @property
    def silent_on_study(self) -> int:
        """How many owing units have told of no conference on it, 0 where no form asked."""
        if not self.studied_in:
            return 0
        return max(self.owing - len(self.study.units), 0)

    @cached_property
    def units_of_steps(self) -> Mapping[str, str]:
        """Code of a unit -> how far it has come with the review, by the latest form that says so."""
        reached = {}
        for row in self._rows(REVIEWS_LIST):
            if row.choice and names(row.label, self.symbol):
                reached[row.unit] = row.choice
        return reached

    @property
    def steps_reached(self) -> Mapping[str, list[str]]:
        """How far -> the units that have come so far."""
        found = defaultdict(list)
        for unit, step in self.units_of_steps.items():
            found[step].append(unit)
        return found

    def words(self, tag: str) -> Iterator[tuple[str, str]]:
        """Yield (unit, line) for every line that the report has under `tag` and that names the directive."""
        period = str(self.period)
        codes = {part.code for part in sentence_table().quoted if _is_whole(part, tag)}
        for row in self.year.rows(schema.NARRATIVES):
            if row["period"] != period or row["code"] not in codes:
                continue
            for line in str(row["text"]).splitlines():
                if names(line, self.symbol):
                    yield row["unit"], line

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

    @cached_property
    def related(self) -> list[Directive]:
        """The directives that are about it, and those that it is about."""
        own = self.directive.subject
        found = []
        for one in self.year.directives:
            is_about_it = names(one.subject, self.symbol) or names(own, one.symbol)
            if is_about_it and one.symbol != self.symbol:
                found.append(one)
        return found

    # -- what the office knows ----------------------------------------------------------------------------

    @cached_property
    def figures(self) -> DirectiveFigures:
        """What the report of the period counts and tells about it."""
        return DirectiveFigures.of(self.content, self.is_meant_by, self.is_counted_by)

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
        kind = clean_line(self.directive.kind) or ANY_KIND
        issuer = clean_line(self.directive.issuer)
        named = f"{kind} số {self.symbol}"
        return f"{named} của {issuer}" if issuer else named

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
        return names(label, self.symbol) or self.is_meant_by(without_parts(label))

    @cached_property
    def outgoing(self) -> list[OutgoingDocument]:
        """What leads its work: issued by the day of the document, itself and every other report left out."""
        return [document for document in self.year.outgoing if self._leads(document)]

    def _leads(self, document: OutgoingDocument) -> bool:
        if document.number is None or document.report or document.kind == REPORT:
            return False
        issued = document.issued or self.content.today
        return issued <= self.content.today and self.is_meant_by(document.subject)

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
        return str(last) if first == last else f"{first} - {last}"

    @property
    def _first_year(self) -> int:
        for review in self._reviews:
            if review.anniversary and review.years:
                return review.anniversary.year - review.years
        issued = self.directive.issued
        return issued.year if issued else 0

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
