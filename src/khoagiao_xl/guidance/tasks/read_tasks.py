"""The tasks a guidance asks for: what, in which field, who leads, with whom, until when, for what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from khoagiao_xl.guidance.citations.document_directives import Served
from khoagiao_xl.guidance.guidance_records import PlannedTask, Role
from khoagiao_xl.guidance.tasks.asked_reviews import Asked, AskedReviews
from khoagiao_xl.guidance.tasks.asking_pieces import asks_for_task
from khoagiao_xl.guidance.tasks.column_roles import Columns
from khoagiao_xl.guidance.tasks.lead_places import IN_THE_WORDS
from khoagiao_xl.guidance.tasks.read_tables import read_table, tables_in
from khoagiao_xl.guidance.tasks.review_pieces import review_works
from khoagiao_xl.guidance.tasks.split_items import pieces
from khoagiao_xl.guidance.tasks.statements import tells_when
from khoagiao_xl.guidance.tasks.table_rows import RowWork
from khoagiao_xl.guidance.tasks.task_attributes import helped, led_as_before, with_attributes, with_notes
from khoagiao_xl.guidance.tasks.task_leads import Leads, lead_above, partners_above
from khoagiao_xl.guidance.tasks.task_of_piece import PieceWork, with_day, with_part
from khoagiao_xl.guidance.tasks.work_piece import Piece
from khoagiao_xl.guidance.tree.attribute_lines import is_attribute
from khoagiao_xl.guidance.tree.item_words import asks
from khoagiao_xl.guidance.tree.lead_ins import Style, is_announcement
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.tree.scopes import Said, notes_of, period_over, said_of
from khoagiao_xl.guidance.tree.task_parts import is_part
from khoagiao_xl.guidance.words.due_words import Due
from khoagiao_xl.guidance.words.parties import offices
from khoagiao_xl.vietnamese.running_text import sentences


@dataclass
class TaskReader:
    """Reads the tasks of a document's items in order, and says of each item what it was read as.

    served: the directives that the words of a node serve; reviews: those asked for, by number of the block;
    roles: by number of the block; bad_dues: (section, words) of deadlines that cannot be; left_out: (section,
    words) of sentences beside a task that ask for nothing.
    """

    year: int
    served: Callable[[Node, str], Served]
    reviews: AskedReviews
    leads: Leads
    tasks: list[PlannedTask] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    bad_dues: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)

    _columns: Columns | None = None

    def read(self, nodes: list[Node]) -> None:
        """Read the work nodes of a document, from the first to the last."""
        for run in tables_in(nodes):
            self._read_run(run)
        for node in nodes:
            if not node.block.is_text:
                continue
            if self.roles[node.number] is Role.HEADING:
                self.roles[node.number] = self._role_of_heading(node)

    def _read_run(self, run: list[Node]) -> None:
        first = run[0]
        self.leads.enter(first.section)
        if first.block.kind.endswith("row"):
            self._read_table(run)
            return
        # What stands below a task was read with it.
        if first.number in self.roles:
            return
        self._columns = None
        self.roles[first.number] = self._read_node(first)

    def _role_of_heading(self, node: Node) -> Role:
        """Return what a heading is: over no work it is not understood, over a mere list the frame."""
        if node.style is Style.MORE and node.holder:
            over = node.holder
            return self.roles[over.number]
        below: set[Role] = set()
        for one in node.all_below:
            if one.number in self.roles:
                below.add(self.roles[one.number])
        if Role.TASK in below:
            return Role.HEADING
        if Role.UNREAD in below:
            return Role.HEADING
        if Role.FRAME in below:
            return Role.FRAME
        return Role.UNREAD

    def _read_node(self, node: Node) -> Role:
        if node.is_heading:
            return Role.HEADING
        if is_attribute(node):
            self._mark(node.all_below, Role.ATTRIBUTE)
            return Role.ATTRIBUTE
        return self._read_text(node)

    def _mark(self, nodes: Iterable[Node], role: Role) -> None:
        for node in nodes:
            self.roles[node.number] = role

    def _read_text(self, node: Node) -> Role:
        if self._dates_last(node):
            last = self.tasks.pop()
            dated = with_day(last, node.text, self.year)
            self.tasks.append(dated)
            return Role.ATTRIBUTE
        if node.rank is not Rank.PLUS:
            self.leads.leave_item()
        before = len(self.tasks)
        self._read_pieces(node)
        if len(self.tasks) == before:
            return Role.UNREAD
        self._read_below(node)
        return Role.TASK

    def _read_pieces(self, node: Node) -> None:
        asked = self._asked(node)
        is_led = lead_above(node).organ != ""
        found = pieces(node.text, is_led=is_led) or announced(node)
        left_out: list[tuple[str, str]] = []
        before = len(self.tasks)
        for piece in found:
            known = len(self.tasks)
            self._read_piece(node, piece, asked)
            if len(self.tasks) == known:
                words = (node.section, piece.source)
                left_out.append(words)
        # Of an item without any task the whole is told.
        if len(self.tasks) > before:
            self.left_out += left_out

    def _read_below(self, node: Node) -> None:
        """Give the parts and the attributes below a task to it, in the order in which they stand."""
        task = self.tasks.pop()
        notes = notes_of(node)
        for below in node.below:
            if is_attribute(below):
                own = notes.pop(below.number, [])
                task = with_notes(task, own)
                self._mark_all(below, Role.ATTRIBUTE)
                continue
            if not is_part(below, node):
                continue
            if not self._asks_for_review(below):
                task = self._with_parts(task, below)
        for own in notes.values():
            task = with_notes(task, own)
        self.tasks.append(task)

    def _with_parts(self, task: PlannedTask, below: Node) -> PlannedTask:
        self._mark_all(below, Role.PART)
        for part in (below, *below.all_below):
            words = part.text.strip(" ;.")
            task = with_part(task, words, self.year)
        return task

    def _asks_for_review(self, below: Node) -> bool:
        lines = [below, *below.all_below]
        return any(map(self._asked, lines))

    def _mark_all(self, node: Node, role: Role) -> None:
        self.roles[node.number] = role
        self._mark(node.all_below, role)

    def _dates_last(self, node: Node) -> bool:
        """Say whether a paragraph only says until when the task above it is to be done."""
        if not self.tasks:
            return False
        last = self.tasks[-1]
        if last.record.section != node.section or last.due_words:
            return False
        if not tells_when(node.text):
            return False
        spans = sentences(node.text)
        return len(spans) == 1

    def _asked(self, node: Node) -> list[Asked]:
        """Return the reviews that the block asks for."""
        number = node.block.number
        return self.reviews.get(number, [])

    def _read_piece(self, node: Node, piece: Piece, asked: list[Asked]) -> None:
        reviews = list(review_works(node, piece, asked))
        for review in reviews:
            self._add(review)
        # «Ghi chú: nt: như trên.» says nothing but attributes.
        if not reviews and piece.title and asks_for_task(node, piece):
            work = PieceWork(
                node=node,
                piece=piece,
                text=piece.title,
                source=piece.source,
            )
            self._add(work)

    def _add(self, work: PieceWork) -> None:
        piece = work.piece
        own = piece.attributes
        said = _said(work.node, piece)
        task = self._task_of(work)
        task = with_attributes(task, said, self.year)
        task = with_notes(task, own)
        for before in self.tasks[-1:]:
            task = led_as_before(task, before)
        self._keep(task)

    def _keep(self, task: PlannedTask) -> None:
        record = task.record
        lead = offices(record.lead)
        support = offices(record.support)
        named = replace(record, lead=lead, support=support)
        kept = replace(task, record=named)
        self.tasks.append(kept)

    def _task_of(self, work: PieceWork) -> PlannedTask:
        """Return the task as the words of the piece and the headings above tell it."""
        node = work.node
        period = period_over(node)
        due = work.due(self.year, period)
        self._note_bad(node, due)
        lead = self.leads.of(node, work.piece)
        task = work.task(
            code=self._next_code(),
            due=due,
            lead=lead,
            served=self.served(node, work.source),
        )
        if lead.found_in == IN_THE_WORDS:
            return task
        partners = partners_above(node)
        return helped(task, partners)

    def _read_table(self, nodes: list[Node]) -> None:
        table = read_table(nodes, self._columns)
        if table.works:
            self._take_back_announcement(nodes[0].holder)
        self._columns = table.columns
        self.roles |= table.roles
        for work in table.works:
            self._add_row(work)

    def _take_back_announcement(self, node: Node | None) -> None:
        """Make what only introduced a plan its heading: «Giao Sở Y tế thực hiện các nhiệm vụ sau:»."""
        if node is None:
            return
        if not is_announcement(node.text):
            return
        if self.roles.get(node.number) is not Role.TASK:
            return
        last = self.tasks[-1]
        if last.record.source in node.text:
            self.tasks.pop()
            self.roles[node.number] = Role.HEADING

    def _add_row(self, work: RowWork) -> None:
        """Add the task of a row, or one for each review that it asks for."""
        due = work.due(self.year)
        self._note_bad(work.node, due)
        served = self.served(work.node, work.source)
        reviewed = self._reviewed(work)
        for symbol in reviewed or [""]:
            task = work.task(
                code=self._next_code(),
                due=due,
                symbol=symbol,
                served=served,
            )
            self._keep(task)

    def _reviewed(self, work: RowWork) -> list[str]:
        """Return the symbols of the directives whose review the words of a row ask for."""
        asked = self._asked(work.node)
        symbols = _symbols(asked)
        return [symbol for symbol in symbols if symbol in work.source]

    def _next_code(self) -> str:
        number = len(self.tasks) + 1
        return f"NV{number:02d}"

    def _note_bad(self, node: Node, due: Due) -> None:
        if due.is_bad:
            bad = (node.section, due.words)
            self.bad_dues.append(bad)


def announced(node: Node) -> list[Piece]:
    """Return an item that announces its topics and asks for work itself: «Tuyên truyền các nội dung sau:»."""
    if not asks(node.text):
        return []
    end = len(node.text)
    return [Piece(node.text, start=0, end=end, main=end)]


def _said(node: Node, piece: Piece) -> Said:
    """Return what is said of a piece, in its own words first, then around it."""
    said = said_of(node)
    for one in reversed(piece.attributes):
        said[one.meaning] = one
    return said


def _symbols(asked: list[Asked]) -> Iterator[str]:
    for one in asked:
        for citation in one.citations:
            yield citation.symbol.text
