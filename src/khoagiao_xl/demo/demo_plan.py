"""What the office types into its plan: rows of the guidance taken over, and later what of them is done."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_programme import type_the_programme
from khoagiao_xl.demo.demo_register import type_the_register
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.books.file_book import FileBook
    from khoagiao_xl.model.schema import Table

PLAN: Final = (schema.DIRECTIVES, schema.REVIEWS, schema.TASKS)
STATUS, SURE, DUE = "Trạng thái", "Độ chắc", "Hạn"
PROPOSED, TAKEN, DONE = "đề xuất", "nhận", "xong"
LEAD, OF_ALL = "Chủ trì", "Các đảng bộ, chi bộ cơ sở"
TO_BE_LOOKED_AT: Final = "cần xem"


def accept_the_plan(master: Path, today: date) -> None:
    """Take over the tasks, and what else is proposed and sure; what of that was due is done.

    Tasks all: an office decides on each before it issues the programme that carries the guidance out.
    """
    from khoagiao_xl.books.file_book import FileBook

    book = FileBook(master)
    for table in PLAN:
        rows = book.read(table.name)
        typed = [_taken(row, today, table) for row in rows]
        book.write(table.name, typed)
    type_the_programme(book)
    book.write(schema.OFFICE_WORDS.name, list(_decided(book)))
    type_the_register(book, today)
    book.compute(datetime.combine(today, time()))  # as an office program would
    book.save()


def _decided(book: FileBook) -> Iterator[Row]:
    """Yield the words for reports, those that the program proposes taken over: somebody has read them."""
    for row in book.read(schema.OFFICE_WORDS.name):
        yield {**row, STATUS: TAKEN} if row[STATUS] == PROPOSED else row


def _taken(row: Row, today: date, table: Table) -> Row:
    """Return a row as it is decided on; a task that the guidance gives to nobody is one of all units."""
    decided = {**row, STATUS: _status(row, today, table)}
    if table is schema.TASKS:
        decided[LEAD] = row[LEAD] or OF_ALL
    return decided


def _status(row: Row, today: date, table: Table) -> str:
    status = str(row[STATUS])
    is_decided = table is schema.TASKS or row[SURE] != TO_BE_LOOKED_AT
    if status == PROPOSED and is_decided:
        status = TAKEN
    if status == TAKEN and row[SURE] != TO_BE_LOOKED_AT and _is_over(row.get(DUE), today):
        return DONE
    return status


def _is_over(due: object, today: date) -> bool:
    """Whether a task was due before `today`."""
    return isinstance(due, date) and due < today
