"""A piece of a paragraph as a task: its field, product, deadline, and who works with its lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from khoagiao_xl.guidance.citations.citations import find_citations
from khoagiao_xl.guidance.citations.document_directives import Served
from khoagiao_xl.guidance.guidance_records import PeriodicDuty, PlannedTask, Sure
from khoagiao_xl.guidance.tasks.periodic_reports import NAMES, before_duties, find_duties, is_asked_once
from khoagiao_xl.guidance.tasks.table_rows import LONGEST_PERIOD
from khoagiao_xl.guidance.tasks.task_leads import Lead
from khoagiao_xl.guidance.tasks.work_piece import Piece
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.tree.scopes import period_over
from khoagiao_xl.guidance.words.due_words import NO_DUE, Due, find_due
from khoagiao_xl.guidance.words.field_words import field_of_label, field_of_work
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.outputs import output_of
from khoagiao_xl.guidance.words.parties import addressed_in
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.recurrence import comes_often, recurrence_of
from khoagiao_xl.model.records import Task
from khoagiao_xl.vietnamese.running_text import plain

_ANNOUNCING_END = re.compile(
    r"(?:,?\s*(?:cụ thể|như sau|sau đây|bao gồm|gồm có|gồm))?\s*:$|,\s*(?:cụ thể|gồm)$"
)
_MONTH = timedelta(days=31)
_ONE_MONTH = re.compile(r"(?:trong )?tháng [\w/]+")


@dataclass(frozen=True)
class PieceWork:
    """One piece and what is asked in it.

    text: the task in words; source: where it says so; symbols: the directive it reviews; review_until: the
    words in which a review's deadline stands, "" for other work.
    """

    node: Node
    piece: Piece
    text: str
    source: str
    symbols: tuple[str, ...] = ()
    review_until: str = ""

    @property
    def is_review(self) -> bool:
        """Whether it is the review of a directive."""
        return self.review_until != ""

    @property
    def is_named(self) -> bool:
        """Whether the name of the work stands before a colon and the rest behind it."""
        return self.text != self.piece.own_words and not self.is_review

    @cached_property
    def duties(self) -> list[PeriodicDuty]:
        """The reports that it asks for again and again."""
        words = replace(self.node, text=self.source)
        duties = find_duties(words)
        over = period_over(self.node)
        return [] if is_asked_once(self.source, duties, over) else duties

    def due(self, year: int, period: str) -> Due:
        """Return the deadline: in its words, in its label, or by the `period` it is listed under."""
        until = self.review_until or self.source
        words = before_duties(until, self.duties)
        if not words:
            return NO_DUE
        due = self._own_due(words, year, period)
        if due.day or due.is_bad:
            return due
        over = self._due_over(year, period)
        if not due.words:
            return _day_within(words, year, over, period)
        # «trước Tết Nguyên đán» has no day of its own.
        joined = _joined(over.words, due.words)
        return replace(over, words=joined)

    def _own_due(self, words: str, year: int, period: str) -> Due:
        due = find_due(words, year, within=period)
        if due.words:
            return due
        if not self.is_named:
            return due
        # «Giải báo chí: phát động tháng 3, trao giải tháng 10»: a line of a programme is like a cell.
        in_line = find_due(words, year, is_cell=True)
        return in_line if in_line.day else NO_DUE

    def _due_over(self, year: int, period: str) -> Due:
        """Return the deadline that its label says («Tháng 5: ...»), else the `period` above it."""
        due = self._due_of_label(year)
        if due.day:
            return due
        if period and not comes_often(self._recurrence()):
            return find_due(period, year, is_cell=True)
        return NO_DUE

    def _due_of_label(self, year: int) -> Due:
        label = self.piece.label
        is_period = names_period(label)
        return find_due(label, year, is_cell=is_period)

    def task(self, code: str, due: Due, lead: Lead, served: Served) -> PlannedTask:
        """Return the task; served: the directives that it cites."""
        record = Task(
            code=code,
            section=self.node.section,
            field=self._field(served.subjects),
            text=_tidied(self.text),
            source=self.source,
            lead=_capital(lead.organ),
            support=self.piece.partners,
            directives=self.symbols or served.symbols,
            due=due.day,
            start=due.start,
            recurrence=self._recurrence(),
            output=output_of(self.text, is_review=self.is_review),
        )
        return PlannedTask(
            record=record,
            confidence=lead.sure if self._is_clear(due) else Sure.LOOK,
            due_words=due.words,
            parts=self.piece.parts,
            lead_from=lead.found_in,
            is_review=self.is_review,
        )

    def _field(self, subjects: str) -> str:
        """Return the field; subjects: what the directives that it cites are about."""
        piece = self.piece
        labelled = field_of_label(piece.label)
        if labelled:
            return labelled
        return field_of_work(
            words=self.source if self.is_review else piece.own_words,
            lead=piece.leader,
            names=tuple(_names_in(piece)),
            above=_topics_above(self.node),
            subjects=subjects,
        )

    def _recurrence(self) -> str:
        periods = [NAMES[duty.kind] for duty in self.duties]
        if periods:
            return ", ".join(periods)
        return recurrence_of(self.piece.own_words)

    def _is_clear(self, due: Due) -> bool:
        """Say whether it surely asks for work, and until a day that there is."""
        if due.is_bad:
            return False
        return self.is_review or self.piece.asks


def _day_within(words: str, year: int, over: Due, period: str) -> Due:
    """Return the day of the heading's month that the words name in any way, else what the heading says."""
    if over.day is None or not period:
        return over
    said = find_due(_without_citations(words), year, is_cell=True)
    if said.day is None:
        return over
    heading = plain(period).strip(" :.")
    longest = LONGEST_PERIOD
    if _ONE_MONTH.fullmatch(heading):
        longest = _MONTH
    before = over.day - said.day
    if timedelta() <= before < longest:
        return said
    return over


def _without_citations(text: str) -> str:
    """Return the words with blanks for the documents cited: the day of «Kế hoạch số 05» is none of work."""
    for citation in find_citations(text):
        length = citation.end - citation.start
        before = text[: citation.start]
        behind = text[citation.end :]
        blanks = " " * length
        text = before + blanks + behind
    return text


def with_part(task: PlannedTask, text: str, year: int) -> PlannedTask:
    """Return `task` with one more sub-topic; where only its parts have days, it is due with the last."""
    parts = (*task.parts, text)
    longer = replace(task, parts=parts)
    due = find_due(text, year)
    if due.day is None:
        return longer
    if _has_own_day(longer):
        return longer
    known = task.record.due or due.day
    joined = Due(
        words=_joined(task.due_words, due.words),
        day=max(known, due.day),
    )
    return _due_on(longer, joined)


def _joined(*words: str) -> str:
    filled = filter(None, words)
    return "; ".join(filled)


def _has_own_day(task: PlannedTask) -> bool:
    """Say whether the task has a deadline that does not stand in its parts."""
    if not task.due_words:
        return False
    parts = "; ".join(task.parts)
    words = task.due_words.split("; ")
    return any(word not in parts for word in words)


def with_day(task: PlannedTask, text: str, year: int) -> PlannedTask:
    """Return `task` with the deadline that a line of its own names below it."""
    due = find_due(text, year)
    return _due_on(task, due)


def _due_on(task: PlannedTask, due: Due) -> PlannedTask:
    record = replace(task.record, due=due.day, start=task.record.start or due.start)
    return replace(
        task,
        record=record,
        due_words=due.words,
    )


def _tidied(text: str) -> str:
    """Return the task without the words that announce its parts, with a capital."""
    words = _ANNOUNCING_END.sub("", text)
    return _capital(words.strip(" ;,"))


def _names_in(piece: Piece) -> Iterator[str]:
    """Yield the organs that the words of a piece name: who leads, who helps, who is to be told."""
    names = [piece.leader, *piece.partners.split("; ")]
    yield from filter(None, names)
    yield from addressed_in(piece.own_words)


def _topics_above(node: Node) -> tuple[str, ...]:
    """Return the headings above that say what it is about, not who does it."""
    topics = [heading for heading in node.above if not is_organ_alone(heading)]
    return tuple(topics)


def _capital(text: str) -> str:
    first = text[:1]
    rest = text[1:]
    return first.upper() + rest
