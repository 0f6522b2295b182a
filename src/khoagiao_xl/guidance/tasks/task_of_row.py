"""A row of a table of work as a task: its columns say what, who, with whom, until when."""

from __future__ import annotations

from dataclasses import dataclass

from khoagiao_xl.guidance.guidance_records import PlannedTask, Sure
from khoagiao_xl.guidance.tasks.table_rows import Columns
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.due_words import Due, find_due
from khoagiao_xl.guidance.words.field_words import field_of_work
from khoagiao_xl.guidance.words.organs import leader, partners
from khoagiao_xl.guidance.words.outputs import output_of, recurrence_of
from khoagiao_xl.model.records import Task


@dataclass(frozen=True)
class RowWork:
    """One row and what stands around it. above: who leads where the row names nobody; own: its symbols."""

    node: Node
    columns: Columns
    above: str
    own: tuple[str, ...]
    subjects: str

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
        columns, words = self.columns, self.words
        task = Task(
            code=code, section=self.node.section, text=words, source=self.node.block.text,
            field=field_of_work(words, columns.lead, (columns.lead,), self.node.above, self.subjects),
            lead=columns.lead or leader(words) or self.above, support=columns.support or partners(words),
            directives=(symbol,) if symbol else self.own, due=due.day,
            recurrence=recurrence_of(columns.due) or recurrence_of(words),
            output=columns.output or output_of(words, is_review=bool(symbol)),
        )  # fmt: skip
        sure = Sure.CERTAIN if columns.lead and not due.is_bad else Sure.LOOK
        return PlannedTask(task, sure, due.words, (), "cột" if columns.lead else "", bool(symbol))
