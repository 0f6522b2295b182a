"""Who in the sample office does what: offices and rooms, never persons, each with fields of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.office.default_rows import words
from khoagiao_xl.shipped_tables import shipped_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.books.file_book import FileBook

PEOPLE: Final = "demo/office_people.csv"
LEADER, IN_CHARGE, PROGRESS = "Lãnh đạo chỉ đạo", "Phụ trách", "Tiến độ (%)"
LEADS: Final = "lãnh đạo"
USUAL_FIELD: Final = "Chung"
DONE: Final = "xong"
ALL_OF_IT: Final = 100


def type_the_programme(book: FileBook) -> None:
    """Write who there is, and into each task and review taken over who does and who directs it."""
    people = list(shipped_rows(PEOPLE))
    listed = [{"Tên": person["Tên"], "Vai trò": person["Vai trò"]} for person in people]
    book.write(schema.ASSIGNEES.name, listed)
    by_column = {
        LEADER: dict(_by_field(people, leads=True)),
        IN_CHARGE: dict(_by_field(people, leads=False)),
    }
    for table in (schema.TASKS, schema.REVIEWS):
        rows = [_assigned(row, by_column) for row in book.read(table.name)]
        book.write(table.name, rows)


def _by_field(people: Iterable[Mapping[str, str]], *, leads: bool) -> Iterator[tuple[str, str]]:
    """Yield each field with who leads it, or who works in it."""
    for person in people:
        if (person["Vai trò"] == LEADS) is leads:
            for field in words(person["Lĩnh vực"]):
                yield field, person["Tên"]


def _assigned(row: Row, by_column: Mapping[str, Mapping[str, str]]) -> Row:
    """Return a row with what is blank in it filled in; one that nobody has taken over stays as it is."""
    if row["Trạng thái"] in (schema.PROPOSED, schema.DROPPED):
        return row
    field = str(row["Lĩnh vực"] or USUAL_FIELD)
    found = dict(row)
    for column, of_field in by_column.items():
        found[column] = row.get(column) or of_field.get(field) or of_field[USUAL_FIELD]
    if PROGRESS in row and row["Trạng thái"] == DONE:
        found[PROGRESS] = ALL_OF_IT
    return found
