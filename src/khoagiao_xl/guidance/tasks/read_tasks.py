"""The tasks a guidance asks for: what, in which field, who leads, with whom, until when, for what."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from khoagiao_xl.guidance.guidance_records import PlannedTask, Unread
from khoagiao_xl.guidance.tasks.asked_reviews import Asked
from khoagiao_xl.guidance.tasks.split_items import Piece, is_announcement, pieces, tells_when
from khoagiao_xl.guidance.tasks.statements import is_statement
from khoagiao_xl.guidance.tasks.table_rows import columns_by_look, columns_of, is_headless, is_work_row
from khoagiao_xl.guidance.tasks.task_leads import Leads
from khoagiao_xl.guidance.tasks.task_of_piece import PieceWork, review_works, with_day, with_part
from khoagiao_xl.guidance.tasks.task_of_row import RowWork
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.organs import is_organ_alone, leader, organ_at_start
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain, sentences

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
                self.tasks[-1] = with_part(self.tasks[-1], node.text.strip(" ;."), self.year)
            else:
                self._read_text(node)
                # Where «+» items are the tasks themselves, the next one is no part of the last.
                self._after_plus = node.rank is Rank.PLUS

    def _belongs_to_last(self, node: Node) -> bool:
        same_section = bool(self.tasks) and self.tasks[-1].record.section == node.section
        return same_section and not self.leads.above.label and not self._after_plus

    def _dates_last(self, node: Node) -> bool:
        """Say whether a paragraph only says until when the task above it is to be done."""
        last = self.tasks[-1] if self.tasks else None
        is_near = last is not None and last.record.section == node.section and not last.due_words
        return is_near and tells_when(node.text) and len(sentences(node.text)) == 1

    def _read_text(self, node: Node) -> None:
        if is_organ_alone(node.text) and node.text.rstrip().endswith(":"):
            self.leads.above.label = self.leads.above.intro = organ_at_start(node.text)[0]
            return
        if _PERIOD.fullmatch(plain(node.text)):
            self.leads.above.period, self.leads.above.last = node.text, ""
            return
        if self._dates_last(node):
            self.tasks[-1] = with_day(self.tasks[-1], node.text, self.year)
            return
        self.leads.above.label = "" if node.rank is not Rank.PLUS else self.leads.above.label
        if is_announcement(node.text) and not pieces(node.text):
            self.leads.above.intro = leader(node.text) or self.leads.above.intro
            return
        if node.rank is not Rank.PLUS:
            self.leads.leave_item()
        asked, found = self.reviews.get(node.block.number, []), False
        for piece in pieces(node.text):
            found = self._read_piece(node, piece, asked) or found
        if not found:
            self.unread.append(Unread(node.section, node.text))
        if node.text.rstrip().endswith(":"):
            self.leads.above.intro = self.leads.above.last or self.leads.above.intro

    def _read_piece(self, node: Node, piece: Piece, asked: list[Asked]) -> bool:
        """Add the task or the reviews of one piece; say whether there was anything in it."""
        if reviews := review_works(node, piece, asked):
            for work in reviews:
                self._add(work)
            return True
        if not self._asks(node, piece):
            return False
        self._add(PieceWork(node, piece, piece.own_words, piece.source))
        return True

    def _asks(self, node: Node, piece: Piece) -> bool:
        words = piece.own_words
        if is_statement(words, piece.label):
            return False
        if opening_verb(words) or leader(words):
            return True
        is_item = node.rank is not Rank.NONE or bool(piece.label)
        return is_item and (bool(piece.parts) or len(words.split()) >= _FEWEST_WORDS)

    def _add(self, work: PieceWork) -> None:
        cited = self.cites(work.node, work.source)
        lead = self.leads.of(work.node, work.piece)
        due = work.due(self.year, self.leads.above.period)
        if due.is_bad:
            self.bad_dues.append((work.node.section, due.words))
        self.tasks.append(work.task(f"NV{len(self.tasks) + 1:02d}", due, lead, cited))

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
