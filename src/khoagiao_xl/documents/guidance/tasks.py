"""The tasks a guidance asks for: what, in which field, who leads, with whom, until when, for what."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from khoagiao_xl.documents.guidance.deadlines import Due, find_due
from khoagiao_xl.documents.guidance.duties import NAMES, before_duties, find_duties
from khoagiao_xl.documents.guidance.fields import field_of_label, field_of_work
from khoagiao_xl.documents.guidance.items import Piece, is_announcement, pieces
from khoagiao_xl.documents.guidance.leads import Leads
from khoagiao_xl.documents.guidance.organs import is_organ_alone, leader, names_in, organ_at_start, partners
from khoagiao_xl.documents.guidance.outline import Node, Rank
from khoagiao_xl.documents.guidance.outputs import output_of, recurrence_of
from khoagiao_xl.documents.guidance.records import PlannedTask, Sure, Unread
from khoagiao_xl.documents.guidance.reviews import Asked
from khoagiao_xl.documents.guidance.row_work import RowWork
from khoagiao_xl.documents.guidance.statements import is_statement
from khoagiao_xl.documents.guidance.table_rows import columns_by_look, columns_of, is_headless, is_work_row
from khoagiao_xl.documents.guidance.text import plain
from khoagiao_xl.documents.guidance.verbs import opening_verb
from khoagiao_xl.model.records import Task

_FEWEST_WORDS = 5
# A line such as «Quý II» or «Tháng 3/2024:» dates all that is listed under it.
_PERIOD = re.compile(r"(?:qu[ýí]\s+(?:iv|i{1,3}|[1-4])|tháng\s+\d{1,2})(?:\s*(?:/|năm)\s*\d{4})?\s*[:.]?")
# Citations of a piece of a node -> (symbols, subjects); what the assembly knows and this file does not.
Cites = Callable[[Node, str], tuple[tuple[str, ...], str]]


@dataclass
class TaskReader:
    """Reads the tasks of a document's nodes in order, remembering who was named above."""

    year: int
    cites: Cites
    reviews: Mapping[int, list[Asked]]
    leads: Leads
    tasks: list[PlannedTask] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    bad_dues: list[tuple[str, str]] = field(default_factory=list)

    _after_plus: bool = False
    _has_head: bool = True

    def read(self, nodes: list[Node]) -> None:
        """Read the work nodes of a document, from the first to the last."""
        for node in nodes:
            self.leads.enter(node.section)
            if node.block.kind == "header row":
                self._has_head = not is_headless(node.block)
                if self._has_head:
                    continue
            elif node.is_heading:
                continue
            if node.block.kind in {"row", "header row"}:
                self._read_row(node)
            elif node.rank is Rank.PLUS and self._belongs_to_last(node):
                self.tasks[-1] = self._with_part(self.tasks[-1], node.text.strip(" ;."))
            else:
                self._read_text(node)
                # Where «+» items are the tasks themselves, the next one is no part of the last.
                self._after_plus = node.rank is Rank.PLUS

    def _with_part(self, task: PlannedTask, text: str) -> PlannedTask:
        """Return `task` with one more sub-topic; where only its parts have days, it is due with the last."""
        due = find_due(text, self.year)
        task = replace(task, parts=(*task.parts, text))
        own = task.due_words and not all(word in "; ".join(task.parts) for word in task.due_words.split("; "))
        if own or due.day is None:
            return task
        day = max(due.day, task.record.due or due.day)
        words = "; ".join(filter(None, (task.due_words, due.words)))
        return replace(task, record=replace(task.record, due=day), due_words=words)

    def _belongs_to_last(self, node: Node) -> bool:
        same_section = bool(self.tasks) and self.tasks[-1].record.section == node.section
        return same_section and not self.leads.above.label and not self._after_plus

    def _read_text(self, node: Node) -> None:
        if is_organ_alone(node.text) and node.text.rstrip().endswith(":"):
            self.leads.above.label = self.leads.above.intro = organ_at_start(node.text)[0]
            return
        if _PERIOD.fullmatch(plain(node.text)):
            self.leads.above.period, self.leads.above.last = node.text, ""
            return
        self.leads.above.label = "" if node.rank is not Rank.PLUS else self.leads.above.label
        if is_announcement(node.text) and not pieces(node.text):
            self.leads.above.intro = leader(node.text) or self.leads.above.intro
            return
        asked, found = self.reviews.get(node.block.number, []), False
        for piece in pieces(node.text):
            found = self._read_piece(node, piece, asked) or found
        if not found:
            self.unread.append(Unread(node.section, node.text))
        if node.text.rstrip().endswith(":"):
            self.leads.above.intro = self.leads.above.last or self.leads.above.intro

    def _read_piece(self, node: Node, piece: Piece, asked: list[Asked]) -> bool:
        """Add the task or the reviews of one piece; say whether there was anything in it."""
        offset = node.block.text.find(node.text)
        mine = [one for one in asked if piece.start <= one.start - offset < piece.end]
        several = sum(len(one.citations) for one in mine) > 1
        if mine:
            for one in mine:
                for citation in one.citations:
                    source = one.source if several else piece.source
                    told = source if _names_review(source) else f"{one.kind} {source}"
                    text = told if len(one.citations) == 1 else f"{told} ({citation.symbol.text})"
                    when = _reach(node, piece, mine, one) if several else source
                    self._add(node, piece, text, source, (citation.symbol.text,), review_until=when)
            return True
        if not self._asks(node, piece):
            return False
        self._add(node, piece, piece.own_words, piece.source, ())
        return True

    def _asks(self, node: Node, piece: Piece) -> bool:
        words = piece.own_words
        if is_statement(words, piece.label):
            return False
        if opening_verb(words) or leader(words):
            return True
        is_item = node.rank is not Rank.NONE or bool(piece.label)
        return is_item and (bool(piece.parts) or len(words.split()) >= _FEWEST_WORDS)

    def _add(
        self,
        node: Node,
        piece: Piece,
        text: str,
        source: str,
        symbols: tuple[str, ...],
        *,
        review_until: str = "",
    ) -> None:
        is_review = bool(review_until)
        own, subjects = self.cites(node, source)
        lead, lead_from, sure = self.leads.of(node, piece)
        duties = find_duties(replace(node, text=source))
        periods = ", ".join(NAMES[duty.kind] for duty in duties)
        due = self._due(node, piece, before_duties(review_until or source, duties))
        label_field = field_of_label(piece.label)
        above = tuple(heading for heading in node.above if not is_organ_alone(heading))
        words = source if is_review else piece.own_words
        task_field = label_field or field_of_work(
            words, leader(piece.own_words), names_in(piece.own_words), above, subjects
        )
        task = Task(
            code=f"NV{len(self.tasks) + 1:02d}", section=node.section, field=task_field,
            text=_capital(re.sub(r",?\s*(?:cụ thể|như sau|gồm)?\s*:$", "", text).strip(" ;,")),
            source=source, lead=_capital(lead), support=partners(piece.own_words), directives=symbols or own,
            due=due.day,
            recurrence=periods or recurrence_of(piece.own_words), output=output_of(text, is_review=is_review),
        )  # fmt: skip
        clear = is_review or opening_verb(piece.own_words) or leader(piece.own_words)
        confidence = Sure.LOOK if due.is_bad or not clear else sure
        self.tasks.append(PlannedTask(task, confidence, due.words, piece.parts, lead_from, is_review))

    def _due(self, node: Node, piece: Piece, source: str) -> Due:
        """Return the deadline of a task: in its words, in its label, or by the period it is listed under."""
        due = find_due(source, self.year)
        if not source:
            return due
        if not due.words and piece.label:
            due = find_due(piece.label, self.year)
        if not due.words and self.leads.above.period:
            due = find_due(self.leads.above.period, self.year, is_cell=True)
        if due.is_bad:
            self.bad_dues.append((node.section, due.words))
        return due

    def _read_row(self, node: Node) -> None:
        asked = self.reviews.get(node.block.number, [])
        columns = columns_of(node.block) if self._has_head else columns_by_look(node.block)
        if not asked and not is_work_row(columns):
            return
        own, subjects = self.cites(node, node.block.text)
        symbols = [citation.symbol.text for one in asked for citation in one.citations]
        work = RowWork(node, columns, columns.lead or self.leads.above.intro, own, subjects)
        due = work.due(self.year)
        for symbol in symbols or [""]:
            self.tasks.append(work.task(f"NV{len(self.tasks) + 1:02d}", due, symbol))
        if due.is_bad:
            self.bad_dues.append((node.section, due.words))


def _reach(node: Node, piece: Piece, mine: list[Asked], one: Asked) -> str:
    """Return the words of one of several reviews up to the next one: its deadline stands there."""
    offset = node.block.text.find(node.text)
    later = [other.start for other in mine if other.start > one.start]
    return node.block.text[one.start : min(later, default=piece.end + offset)]


def _names_review(source: str) -> bool:
    return re.search(r"(?:sơ|tổng) kết", plain(source)) is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
