"""The tasks a guidance asks for: what, in which field, who leads, with whom, until when, for what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from khoagiao_xl.guidance.citations.document_directives import Served
from khoagiao_xl.guidance.guidance_records import PlannedTask, Unread
from khoagiao_xl.guidance.tasks.asked_reviews import Asked, AskedReviews
from khoagiao_xl.guidance.tasks.review_pieces import review_works
from khoagiao_xl.guidance.tasks.split_items import Piece, pieces
from khoagiao_xl.guidance.tasks.statements import is_announcement, is_statement, tells_when
from khoagiao_xl.guidance.tasks.table_rows import (
    Columns,
    RowWork,
    columns_by_look,
    columns_of,
    is_headless,
    is_work_row,
)
from khoagiao_xl.guidance.tasks.task_leads import Leads
from khoagiao_xl.guidance.tasks.task_of_piece import PieceWork, with_day, with_part
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.due_words import Due
from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_from
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.vietnamese.running_text import sentences

_FEWEST_WORDS = 5
# A line such as «Quý II» or «Tháng 3/2024:» dates all that is listed under it.
_PERIOD = re.compile(r"(?:qu[ýí]\s+(?:iv|i{1,3}|[1-4])|tháng\s+\d{1,2})(?:\s*(?:/|năm)\s*\d{4})?\s*[:.]?")


@dataclass
class TaskReader:
    """Reads the tasks of a document's nodes in order, remembering who was named above.

    served: the directives that the words of a node serve; reviews: those asked for, by number of the block;
    bad_dues: (section, words) of deadlines that cannot be.
    """

    year: int
    served: Callable[[Node, str], Served]
    reviews: AskedReviews
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
            self._read_node(node)

    def _read_node(self, node: Node) -> None:
        kind = node.block.kind
        if kind == "header row":
            self._has_head = not is_headless(node.block)
            if not self._has_head:
                self._read_row(node)
        elif node.is_heading:
            return
        elif kind == "row":
            self._read_row(node)
        elif self._is_part_of_last(node):
            part = node.text.strip(" ;.")
            last = with_part(self.tasks[-1], part, self.year)
            self._change_last(last)
        else:
            self._read_text(node)
            # Where «+» items are the tasks themselves, the next one is no part of the last.
            self._after_plus = node.rank is Rank.PLUS

    def _is_part_of_last(self, node: Node) -> bool:
        if node.rank is not Rank.PLUS:
            return False
        if self._after_plus:
            return False
        if self.leads.above.label:
            return False
        return self._follows_task(node)

    def _follows_task(self, node: Node) -> bool:
        """Say whether the last task stands in the section of the node."""
        if not self.tasks:
            return False
        last = self.tasks[-1]
        return last.record.section == node.section

    def _change_last(self, task: PlannedTask) -> None:
        self.tasks[-1] = task

    def _read_text(self, node: Node) -> None:
        above = self.leads.above
        if _is_label(node.text):
            organ = organ_from(node.text, 0)
            above.label = organ
            above.intro = organ
        elif _PERIOD.fullmatch(node.plain):
            above.period = node.text
            above.last = ""
        elif self._dates_last(node):
            last = with_day(self.tasks[-1], node.text, self.year)
            self._change_last(last)
        else:
            self._read_work(node)

    def _dates_last(self, node: Node) -> bool:
        """Say whether a paragraph only says until when the task above it is to be done."""
        if not self._follows_task(node):
            return False
        last = self.tasks[-1]
        if last.due_words:
            return False
        if not tells_when(node.text):
            return False
        spans = sentences(node.text)
        return len(spans) == 1

    def _read_work(self, node: Node) -> None:
        above = self.leads.above
        is_plus = node.rank is Rank.PLUS
        if not is_plus:
            above.label = ""
        work = pieces(node.text)
        if is_announcement(node.text) and not work:
            above.intro = leader(node.text) or above.intro
            return
        if not is_plus:
            self.leads.leave_item()
        self._read_pieces(node, work)
        if _announces(node.text):
            above.intro = above.last or above.intro

    def _read_pieces(self, node: Node, work: list[Piece]) -> None:
        """Add the tasks and the reviews of a paragraph; what holds none is kept as unread."""
        asked = self._asked(node)
        before = len(self.tasks)
        for piece in work:
            self._read_piece(node, piece, asked)
        if len(self.tasks) == before:
            unread = Unread(node.section, node.text)
            self.unread.append(unread)

    def _asked(self, node: Node) -> list[Asked]:
        """Return the reviews that the block asks for."""
        number = node.block.number
        return self.reviews.get(number, [])

    def _read_piece(self, node: Node, piece: Piece, asked: list[Asked]) -> None:
        reviews = list(review_works(node, piece, asked))
        for review in reviews:
            self._add(review)
        if not reviews and _asks(node, piece):
            work = PieceWork(
                node=node,
                piece=piece,
                text=piece.own_words,
                source=piece.source,
            )
            self._add(work)

    def _add(self, work: PieceWork) -> None:
        served = self.served(work.node, work.source)
        lead = self.leads.of(work.node, work.piece)
        period = self.leads.above.period
        due = work.due(self.year, period)
        self._note_bad(work.node, due)
        code = self._next_code()
        task = work.task(code, due, lead, served)
        self.tasks.append(task)

    def _read_row(self, node: Node) -> None:
        columns = self._columns(node)
        symbols = list(_symbols(self._asked(node)))
        if not symbols and not is_work_row(columns):
            return
        work = RowWork(
            node=node,
            columns=columns,
            above=columns.lead or self.leads.above.intro,
            served=self.served(node, node.block.text),
        )
        due = work.due(self.year)
        self._note_bad(node, due)
        for symbol in symbols or [""]:
            code = self._next_code()
            task = work.task(code, due, symbol)
            self.tasks.append(task)

    def _columns(self, node: Node) -> Columns:
        if self._has_head:
            return columns_of(node.block)
        return columns_by_look(node.block)

    def _next_code(self) -> str:
        number = len(self.tasks) + 1
        return f"NV{number:02d}"

    def _note_bad(self, node: Node, due: Due) -> None:
        if due.is_bad:
            bad = (node.section, due.words)
            self.bad_dues.append(bad)


def _is_label(text: str) -> bool:
    """Say whether a line only names who does what stands below: «Sở Y tế:»."""
    if not _announces(text):
        return False
    return is_organ_alone(text)


def _announces(text: str) -> bool:
    return text.rstrip().endswith(":")


def _asks(node: Node, piece: Piece) -> bool:
    """Say whether a piece asks for work: by its verb, by whom it names, or as an item of some length."""
    words = piece.own_words
    if is_statement(words, piece.label):
        return False
    if piece.asks:
        return True
    if node.rank is Rank.NONE and not piece.label:
        return False
    if piece.parts:
        return True
    length = len(words.split())
    return length >= _FEWEST_WORDS


def _symbols(asked: list[Asked]) -> Iterator[str]:
    for one in asked:
        for citation in one.citations:
            yield citation.symbol.text
