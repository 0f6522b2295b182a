"""A row of a table of work: which column is the task, who leads, until when; and the task it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from khoagiao_xl.guidance.citations.document_directives import Served
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.guidance_records import PlannedTask, Sure
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, Due, find_due
from khoagiao_xl.guidance.words.field_words import field_of_work
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.outputs import output_of, recurrence_of
from khoagiao_xl.guidance.words.parties import leader, partners
from khoagiao_xl.model.records import Task
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import any_of, holds

# Words in the head of a column, in the order in which a column is given its meaning.
_MEANINGS = {
    "support": holds("phối hợp"),
    "lead": holds("chủ trì | cơ quan thực hiện | đơn vị thực hiện | thực hiện bởi | phụ trách | đầu mối"),
    "due": holds("thời gian | thời hạn | hạn | tiến độ | hoàn thành"),
    "output": holds("sản phẩm | kết quả"),
    "text": holds("nội dung | nhiệm vụ | công việc | hoạt động | tên việc"),
}
_AGAIN = re.compile(any_of("thường xuyên | hằng | hàng"))
# Under the head some tables count their columns: (1), (2), (3).
_COUNTING = re.compile(r"\W*(?:\d{1,2}|[a-z])\W*")
_FIRST = re.compile(r"0?1\W*")
_FEWEST_CELLS = 3


@dataclass
class Columns:
    """The cells of one row by meaning; "" where the table has no such column."""

    text: str = ""
    lead: str = ""
    support: str = ""
    due: str = ""
    output: str = ""

    def fill(self, name: str, cell: str) -> None:
        """Put the cell into the column `name` where nothing stands in it yet."""
        if name and not self.has(name):
            setattr(self, name, cell)

    def has(self, name: str) -> bool:
        """Say whether something stands in the column."""
        return bool(getattr(self, name))


def columns_of(block: Block) -> Columns:
    """Return the cells of a row by what the heads of their columns say."""
    columns = Columns()
    for heading, cell in block.cells:
        name = _meaning(plain(heading), columns)
        columns.fill(name, cell)
    return columns


def _meaning(heading: str, columns: Columns) -> str:
    """Return the first meaning of a heading that no column before it has."""
    for name, words in _MEANINGS.items():
        if columns.has(name):
            continue
        if words.search(heading):
            return name
    return ""


def is_headless(head: Block) -> bool:
    """Say whether the first row of a table is already work: it is counted as the first."""
    cells = head.text.split(" | ")
    if len(cells) < _FEWEST_CELLS:
        return False
    return _FIRST.fullmatch(cells[0]) is not None


def columns_by_look(block: Block) -> Columns:
    """Return the cells of a row of a table without a head, by what each looks like."""
    cells = list(filter(str.strip, block.text.split(" | ")))
    del cells[:1]
    longest = max(cells, key=len, default="")
    columns = Columns(text=longest)
    for cell in cells:
        if cell != longest:
            name = _look(cell, columns)
            columns.fill(name, cell)
    return columns


def _look(cell: str, columns: Columns) -> str:
    if is_organ_alone(cell):
        return "support" if columns.lead else "lead"
    if _AGAIN.match(plain(cell)):
        return "due"
    due = find_due(cell, ANY_YEAR, is_cell=True)
    return "due" if due.day else "output"


def is_work_row(columns: Columns) -> bool:
    """Say whether the row is one of a table of tasks: what is to be done, and who or when."""
    if not columns.text:
        return False
    if _COUNTING.fullmatch(columns.text):
        return False
    return any((columns.lead, columns.due, columns.output))


@dataclass(frozen=True)
class RowWork:
    """One row and what stands around it. above: who leads where the row names nobody; served: directives."""

    node: Node
    columns: Columns
    above: str
    served: Served

    @property
    def words(self) -> str:
        """What is to be done."""
        return self.columns.text or self.node.text

    def due(self, year: int) -> Due:
        """Return the deadline: of its column, else as the words of the work say."""
        if self.columns.due:
            return find_due(self.columns.due, year, is_cell=True)
        return find_due(self.words, year)

    def task(self, code: str, due: Due, symbol: str) -> PlannedTask:
        """Return the task of the row; with the `symbol` of a directive it is that directive's review."""
        columns = self.columns
        is_review = symbol != ""
        is_sure = columns.lead and not due.is_bad
        record = Task(
            code=code,
            section=self.node.section,
            text=self.words,
            source=self.node.block.text,
            field=self._field(),
            lead=columns.lead or leader(self.words) or self.above,
            support=columns.support or partners(self.words),
            directives=(symbol,) if is_review else self.served.symbols,
            due=due.day,
            recurrence=recurrence_of(columns.due) or recurrence_of(self.words),
            output=columns.output or output_of(self.words, is_review=is_review),
        )
        return PlannedTask(
            record=record,
            confidence=Sure.CERTAIN if is_sure else Sure.LOOK,
            due_words=due.words,
            lead_from="cột" if columns.lead else "",
            is_review=is_review,
        )

    def _field(self) -> str:
        lead = self.columns.lead
        return field_of_work(
            words=self.words,
            lead=lead,
            names=(lead,),
            above=self.node.above,
            subjects=self.served.subjects,
        )
