"""A row of a table of work and the task it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from khoagiao_xl.guidance.citations.document_directives import Served
from khoagiao_xl.guidance.guidance_records import PlannedTask, Sure
from khoagiao_xl.guidance.tasks.cell_kinds import is_when, is_who
from khoagiao_xl.guidance.tasks.lead_places import IN_A_COLUMN, IN_THE_WORDS
from khoagiao_xl.guidance.tasks.row_cells import RowCells
from khoagiao_xl.guidance.tasks.task_leads import Lead
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.body_certainty import is_sure_body
from khoagiao_xl.guidance.words.due_words import Due, beginning, find_due
from khoagiao_xl.guidance.words.field_words import field_of_work
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.outputs import output_of
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.recurrence import recurrence_of
from khoagiao_xl.guidance.words.start_days import first_day
from khoagiao_xl.model.records import Task

_NAMES_DAY: Final = re.compile(
    r"\d{1,2}\s*/\s*\d{1,2}(?!\d)|ngày\s+\d|tuần|(?:đầu|giữa|cuối) tháng", re.IGNORECASE
)
LONGEST_PERIOD: Final = timedelta(days=92)  # a quarter


@dataclass(frozen=True)
class RowWork:
    """One piece of work of a row, and what stands around it.

    source: the words of the document that say so; above: who leads where the row names nobody.
    period: until when where it says no day; over: the work that it is a step of; parts: its sub-topics.
    is_told: the head of the table says which column is the work.
    """

    node: Node
    cells: RowCells
    source: str
    above: Lead
    period: str = ""
    over: str = ""
    parts: tuple[str, ...] = ()
    is_told: bool = True

    @property
    def words(self) -> str:
        """What is to be done."""
        return self.cells.words

    @property
    def within(self) -> str:
        """The month or quarter in which its day lies: of another column, else of what it is listed under."""
        return self.cells.span or self.period

    def due(self, year: int) -> Due:
        """Return the deadline, with the beginning that a column of its own names."""
        due = self._deadline(year)
        start = first_day(self.cells.start, year, self.within)
        return beginning(due, start)

    def _deadline(self, year: int) -> Due:
        """Return the deadline: of its column, else as its words say, else of the span it lies in."""
        # «Hội nghị cộng tác viên, tuần thứ hai» lies in the month of its column.
        due = find_due(self.words, year, within=self.within or self.cells.due)
        if self.cells.due:
            return self._closest(due, self._due_of_column(year), year)
        if not self.within:
            return due
        if due.words and not self.cells.span:
            return due
        wide = find_due(self.within, year, is_cell=True)
        if _is_closer(due, wide):
            return due
        return wide

    def _closest(self, own: Due, of_column: Due, year: int) -> Due:
        """Return the day of its column, or that within its period which the words or a remark name."""
        cells = self.cells
        noted = find_due(
            cells.remark,
            year,
            is_cell=is_when(cells.remark),
            within=self.within or cells.due,
        )
        for due in (own, noted):
            if _is_closer(due, of_column):
                return due
        return of_column

    def _due_of_column(self, year: int) -> Due:
        cells = self.cells
        due = find_due(cells.due, year, is_cell=True, within=self.within)
        words = cells.due_words if cells.due != cells.due_words else due.words
        if due.day or due.is_bad or not self._falls_back:
            return replace(due, words=words)
        wide = find_due(self.within, year, is_cell=True)
        return replace(wide, words=f"{words}; {wide.words}")

    @property
    def _falls_back(self) -> bool:
        """Whether what its own column says leaves it to the span: not where it comes again."""
        if not self.within:
            return False
        return not recurrence_of(self.cells.due)

    def lead(self) -> Lead:
        """Return who leads: of its column, else whom its words or what stands above name."""
        named = self.cells.lead
        if named:
            sure = Sure.CERTAIN if self._is_surely(named) else Sure.FAIRLY
            return Lead(named, IN_A_COLUMN, sure)
        own = leader(self.words)
        if own:
            return Lead(own, IN_THE_WORDS, Sure.FAIRLY)
        return self.above

    def _is_surely(self, named: str) -> bool:
        """Say whether the column surely names who leads."""
        if not self.is_told or self.cells.is_first:
            return False
        if not is_who(named):
            return False
        return is_sure_body(named)

    def task(self, code: str, due: Due, symbol: str, served: Served) -> PlannedTask:
        """Return the task of the row; with the `symbol` of a directive it is that directive's review."""
        cells = self.cells
        is_review = symbol != ""
        lead = self.lead()
        record = Task(
            code=code,
            section=self.node.section,
            text=f"{self.over}: {self.words}" if self.over else self.words,
            source=self.source,
            field=self._field(served.subjects),
            lead=lead.organ,
            support=cells.support or partners(self.words),
            directives=(symbol,) if is_review else served.symbols,
            due=due.day,
            start=due.start,
            recurrence=cells.again or recurrence_of(cells.due_words) or recurrence_of(self.words),
            output=cells.output or output_of(self.words, is_review=is_review),
        )
        return PlannedTask(
            record=record,
            confidence=Sure.LOOK if due.is_bad else lead.sure,
            due_words=due.words,
            parts=(*cells.details, *self.parts),
            lead_from=lead.found_in,
            is_review=is_review,
        )

    def _field(self, subjects: str) -> str:
        lead = self.cells.lead
        above = self.node.above
        if self.cells.group:
            above = (*above, self.cells.group)
        return field_of_work(
            words=self.words,
            lead=lead,
            names=(lead,),
            above=above,
            subjects=subjects,
        )


def _is_closer(due: Due, of_column: Due) -> bool:
    """Say whether the words of a row name a day within the period that its column names: «(trước 12/6)»."""
    if due.day is None:
        return False
    if of_column.day is None:
        return False
    if not _NAMES_DAY.search(due.words):
        return False
    if _NAMES_DAY.search(of_column.words):
        return False
    before = of_column.day - due.day
    return timedelta() <= before <= LONGEST_PERIOD
