"""A piece of a paragraph as a task: its field, product, deadline, and who works with its lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from khoagiao_xl.guidance.guidance_records import PeriodicDuty, PlannedTask, Sure
from khoagiao_xl.guidance.tasks.asked_reviews import Asked
from khoagiao_xl.guidance.tasks.periodic_reports import NAMES, before_duties, find_duties
from khoagiao_xl.guidance.tasks.split_items import Piece, tells_when
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.due_words import Due, find_due
from khoagiao_xl.guidance.words.field_words import field_of_label, field_of_work
from khoagiao_xl.guidance.words.organs import is_organ_alone, leader, names_in, partners
from khoagiao_xl.guidance.words.outputs import output_of, recurrence_of
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.model.records import Task
from khoagiao_xl.vietnamese.running_text import plain, sentences


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
    def duties(self) -> list[PeriodicDuty]:
        """The periodic reports that it asks for."""
        return find_duties(replace(self.node, text=self.source))

    def due(self, year: int, period: str) -> Due:
        """Return the deadline: in its words, in its label, or by the `period` it is listed under."""
        words = before_duties(self.review_until or self.source, self.duties)
        due = find_due(words, year)
        if not words:
            return due
        if not due.words and self.piece.label:
            due = find_due(self.piece.label, year)
        if not due.words and period:
            due = find_due(period, year, is_cell=True)
        return due

    def field(self, subjects: str) -> str:
        """Return the field; `subjects`: what the directives that it cites are about."""
        own_words = self.piece.own_words
        above = tuple(heading for heading in self.node.above if not is_organ_alone(heading))
        words = self.source if self.review_until else own_words
        return field_of_label(self.piece.label) or field_of_work(
            words, leader(own_words), names_in(own_words), above, subjects
        )

    def task(
        self, code: str, due: Due, lead: tuple[str, str, Sure], cited: tuple[tuple[str, ...], str]
    ) -> PlannedTask:
        """Return the task; lead: who, where that was found, how sure; cited: symbols and their subjects."""
        own_words, is_review = self.piece.own_words, bool(self.review_until)
        periods = ", ".join(NAMES[duty.kind] for duty in self.duties)
        task = Task(
            code=code, section=self.node.section, field=self.field(cited[1]),
            text=_capital(re.sub(r",?\s*(?:cụ thể|như sau|gồm)?\s*:$", "", self.text).strip(" ;,")),
            source=self.source, lead=_capital(lead[0]), support=partners(own_words),
            directives=self.symbols or cited[0], due=due.day, recurrence=periods or recurrence_of(own_words),
            output=output_of(self.text, is_review=is_review),
        )  # fmt: skip
        clear = is_review or opening_verb(own_words) or leader(own_words)
        confidence = Sure.LOOK if due.is_bad or not clear else lead[2]
        return PlannedTask(task, confidence, due.words, self.piece.parts, lead[1], is_review)


def review_works(node: Node, piece: Piece, asked: list[Asked]) -> list[PieceWork]:
    """Return the reviews among `asked` that stand in `piece`, one a directive."""
    offset = node.block.text.find(node.text)
    mine = [one for one in asked if piece.start <= one.start - offset < piece.end]
    several = sum(len(one.citations) for one in mine) > 1
    works: list[PieceWork] = []
    for one in mine:
        source = one.source if several else piece.source
        told = source if _names_review(source) else f"{one.kind} {source}"
        until = _reach(node, piece, mine, one) if several else source
        for citation in one.citations:
            text = told if len(one.citations) == 1 else f"{told} ({citation.symbol.text})"
            works.append(PieceWork(node, piece, text, source, (citation.symbol.text,), until))
    return works


def with_part(task: PlannedTask, text: str, year: int) -> PlannedTask:
    """Return `task` with one more sub-topic; where only its parts have days, it is due with the last."""
    due = find_due(text, year)
    task = replace(task, parts=(*task.parts, text))
    own = task.due_words and not all(word in "; ".join(task.parts) for word in task.due_words.split("; "))
    if own or due.day is None:
        return task
    day = max(due.day, task.record.due or due.day)
    words = "; ".join(filter(None, (task.due_words, due.words)))
    return replace(task, record=replace(task.record, due=day), due_words=words)


def with_day(task: PlannedTask, text: str, year: int) -> PlannedTask:
    """Return `task` with the deadline that a line of its own names below it."""
    due = find_due(text, year)
    return replace(task, record=replace(task.record, due=due.day), due_words=due.words)


def _reach(node: Node, piece: Piece, mine: list[Asked], one: Asked) -> str:
    """Return the words of one of several reviews up to the next one: its deadline stands there."""
    offset = node.block.text.find(node.text)
    later = [other.start for other in mine if other.start > one.start]
    own = node.block.text[one.start : min(later, default=piece.end + offset)]
    # A last sentence that only says until when dates all that stands before it.
    last = piece.source[slice(*sentences(piece.source)[-1])]
    return f"{own} {last}" if later and tells_when(last) else own


def _names_review(source: str) -> bool:
    return re.search(r"(?:sơ|tổng) kết", plain(source)) is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
