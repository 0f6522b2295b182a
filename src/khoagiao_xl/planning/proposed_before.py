"""tblDeXuat: every cell that every document has proposed, one a row, so that a person can read it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.office import tables
from khoagiao_xl.planning.proposals import Remembered, Remembering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.books.base import Book, Row

Place = tuple[str, str]  # the document's code in tblNguon, the table's name
Memory = dict[Place, Remembering]


def read_memory(book: Book) -> Memory:
    """Return what every document has proposed for every table."""
    memory: Memory = {}
    for row in tables.read_rows(book, schema.PROPOSALS):
        remembering = memory.setdefault((row["source"], row["table"]), {})
        old = remembering.get(row["key"], Remembered(row["code"], {}))
        texts = {**old.texts, row["column"]: row["text"]}
        remembering[row["key"]] = Remembered(row["code"], texts, is_gone=row["present"] is False)
    return memory


def write_memory(book: Book, memory: Mapping[Place, Remembering]) -> None:
    """Keep what was proposed; a book that keeps it already is not touched."""
    rows = list(_rows(memory))
    if rows != book.read(schema.PROPOSALS.name):
        book.write(schema.PROPOSALS.name, rows)


def _rows(memory: Mapping[Place, Remembering]) -> Iterator[Row]:
    for (source, table), remembering in memory.items():
        for key, old in remembering.items():
            for column, text in old.texts.items():
                facts = {"source": source, "table": table, "code": old.code, "key": key}
                cell = {"column": column, "text": text, "present": not old.is_gone}
                yield tables.to_row(facts | cell, schema.PROPOSALS)
