"""A piece of a paragraph as a task: its field, product, deadline, and who works with its lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from khoagiao_xl.guidance.citations.document_directives import Served
from khoagiao_xl.guidance.guidance_records import PeriodicDuty, PlannedTask, Sure
from khoagiao_xl.guidance.tasks.asked_reviews import Asked
from khoagiao_xl.guidance.tasks.periodic_reports import NAMES, before_duties, find_duties
from khoagiao_xl.guidance.tasks.split_items import Piece
from khoagiao_xl.guidance.tasks.statements import tells_when
from khoagiao_xl.guidance.tasks.task_leads import Lead
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.due_words import NO_DUE, Due, find_due
from khoagiao_xl.guidance.words.field_words import field_of_label, field_of_work
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.outputs import output_of, recurrence_of
from khoagiao_xl.guidance.words.parties import leader, names_in, partners
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.model.records import Task
from khoagiao_xl.vietnamese.running_text import plain, sentences

_NAMES_REVIEW = re.compile(r"(?:sơ|tổng) kết")
_ANNOUNCING_END = re.compile(r",?\s*(?:cụ thể|như sau|gồm)?\s*:$")


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

    @cached_property
    def duties(self) -> list[PeriodicDuty]:
        """The periodic reports that it asks for."""
        return find_duties(replace(self.node, text=self.source))

    def due(self, year: int, period: str) -> Due:
        """Return the deadline: in its words, in its label, or by the `period` it is listed under."""
        words = before_duties(self.review_until or self.source, self.duties)
        if not words:
            return NO_DUE
        due = find_due(words, year)
        if not due.words and self.piece.label:
            due = find_due(self.piece.label, year)
        if not due.words and period:
            due = find_due(period, year, is_cell=True)
        return due

    def task(self, code: str, due: Due, lead: Lead, served: Served) -> PlannedTask:
        """Return the task; served: the directives that it cites."""
        own_words = self.piece.own_words
        record = Task(
            code=code,
            section=self.node.section,
            field=self._field(served.subjects),
            text=_tidied(self.text),
            source=self.source,
            lead=_capital(lead.organ),
            support=partners(own_words),
            directives=self.symbols or served.symbols,
            due=due.day,
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
        labelled = field_of_label(self.piece.label)
        if labelled:
            return labelled
        own_words = self.piece.own_words
        words = self.source if self.is_review else own_words
        above = [heading for heading in self.node.above if not is_organ_alone(heading)]
        return field_of_work(words, leader(own_words), names_in(own_words), tuple(above), subjects)

    def _recurrence(self) -> str:
        periods = [NAMES[duty.kind] for duty in self.duties]
        return ", ".join(periods) or recurrence_of(self.piece.own_words)

    def _is_clear(self, due: Due) -> bool:
        """Say whether it surely asks for work, and until a day that there is."""
        if due.is_bad:
            return False
        own_words = self.piece.own_words
        if self.is_review:
            return True
        if opening_verb(own_words) != "":
            return True
        return leader(own_words) != ""


def review_works(node: Node, piece: Piece, asked: list[Asked]) -> Iterator[PieceWork]:
    """Yield the reviews among `asked` that stand in `piece`, one a directive."""
    mine = list(_in_piece(node, piece, asked))
    is_only_one = sum(len(one.citations) for one in mine) == 1
    for one in mine:
        source = piece.source if is_only_one else one.source
        until = source if is_only_one else _reach(node, piece, mine, one)
        text = source if _NAMES_REVIEW.search(plain(source)) else f"{one.kind} {source}"
        for citation in one.citations:
            symbol = citation.symbol.text
            yield PieceWork(
                node=node,
                piece=piece,
                text=text if len(one.citations) == 1 else f"{text} ({symbol})",
                source=source,
                symbols=(symbol,),
                review_until=until,
            )


def _in_piece(node: Node, piece: Piece, asked: list[Asked]) -> Iterator[Asked]:
    offset = node.block.text.find(node.text)
    for one in asked:
        if piece.start <= one.start - offset < piece.end:
            yield one


def _reach(node: Node, piece: Piece, mine: list[Asked], one: Asked) -> str:
    """Return the words of one of several reviews up to the next one: its deadline stands there."""
    later = [other.start for other in mine if other.start > one.start]
    if not later:
        offset = node.block.text.find(node.text)
        return node.block.text[one.start : piece.end + offset]
    own = node.block.text[one.start : min(later)]
    # A last sentence that only says until when dates all that stands before it.
    last = _last_sentence(piece.source)
    return f"{own} {last}" if tells_when(last) else own


def _last_sentence(text: str) -> str:
    first, last = sentences(text)[-1]
    return text[first:last]


def with_part(task: PlannedTask, text: str, year: int) -> PlannedTask:
    """Return `task` with one more sub-topic; where only its parts have days, it is due with the last."""
    due = find_due(text, year)
    task = replace(task, parts=(*task.parts, text))
    if due.day is None:
        return task
    if _has_own_day(task):
        return task
    day = max(due.day, task.record.due or due.day)
    words = filter(None, (task.due_words, due.words))
    return _due_on(task, Due("; ".join(words), day))


def _has_own_day(task: PlannedTask) -> bool:
    """Say whether the task has a deadline that does not stand in its parts."""
    if not task.due_words:
        return False
    parts = "; ".join(task.parts)
    words = task.due_words.split("; ")
    return not all(word in parts for word in words)


def with_day(task: PlannedTask, text: str, year: int) -> PlannedTask:
    """Return `task` with the deadline that a line of its own names below it."""
    return _due_on(task, find_due(text, year))


def _due_on(task: PlannedTask, due: Due) -> PlannedTask:
    record = replace(task.record, due=due.day)
    return replace(task, record=record, due_words=due.words)


def _tidied(text: str) -> str:
    """Return the task without the words that announce its parts, with a capital."""
    words = _ANNOUNCING_END.sub("", text)
    return _capital(words.strip(" ;,"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
