"""Records and the tables of a book: by the schema, a row becomes a value of the model and back."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.schema import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from khoagiao_xl.books.base import Book, Row, Value

Record = TypeVar("Record")
YES, NO = "có", "không"


def read_rows(book: Book, table: Table) -> list[dict[str, Any]]:
    """Return the rows of `table` as field -> value, each value of the kind its column holds.

    Raise WrongRequest MS-02 for a missing column, MS-04 for a value that is not of the column's kind.
    """
    _require(book, table)
    return [
        {column.field: _decode(row.get(column.name), column, table) for column in table.columns}
        for row in book.read(table.name)
    ]


def read(book: Book, table: Table, record: Callable[..., Record]) -> list[Record]:
    """Return the rows of `table` as records, frozen classes of the model.

    A class with `from_row` makes its own; a column that the class has no field for is left out.
    Raise WrongRequest MS-06 for a row that lacks a required value, MS-05 for one with a value out of place.
    """
    return _records(read_rows(book, table), table, record)


def read_kept(book: Book, table: Table, record: Callable[..., Record]) -> list[Record]:
    """Return the records of the rows that nobody has dropped from the plan («bỏ»); raise as `read` does."""
    rows = [row for row in read_rows(book, table) if row["status"] != schema.DROPPED]
    return _records(rows, table, record)


def _records(rows: Iterable[dict[str, Any]], table: Table, record: Callable[..., Record]) -> list[Record]:
    known = getattr(record, "__dataclass_fields__", {})
    make = getattr(record, "from_row", None) or (
        lambda row: record(**{name: value for name, value in row.items() if name in known})
    )
    return [_record(row, table, make) for row in rows]


def _record(row: dict[str, Any], table: Table, make: Callable[[dict[str, Any]], Record]) -> Record:
    name = next((value for value in row.values() if value), "")
    for column in table.columns:
        if column.required and row[column.field] in (None, "", ()):
            raise WrongRequest("MS-06", table=table.name, sheet=table.sheet, row=name, column=column.name)
    try:
        return make(row)
    except (ValueError, TypeError) as error:
        raise WrongRequest("MS-05", table=table.name, sheet=table.sheet, row=name) from error


def write(book: Book, table: Table, records: Iterable[object]) -> None:
    """Replace the whole body of `table` by `records` (or mappings field -> value)."""
    _require(book, table)
    book.write(table.name, [to_row(record, table) for record in records])


def replace_period(book: Book, table: Table, period: str, records: Iterable[object]) -> None:
    """Replace the rows of one period; the rows of other periods stay as they are, in the order of periods."""
    _require(book, table)
    kept = [row for row in book.read(table.name) if row.get("Kỳ") != period]
    fresh = [to_row(record, table) for record in records]
    before = [row for row in kept if str(row.get("Kỳ") or "") <= period]
    after = [row for row in kept if str(row.get("Kỳ") or "") > period]
    book.write(table.name, [*before, *fresh, *after])


def to_row(record: object, table: Table) -> Row:
    """Return a record, or a mapping of fields, as heading -> value; a column's own formula is no value."""
    columns = [column for column in table.columns if not column.formula]
    if isinstance(record, dict):
        return {column.name: _encode(record.get(column.field)) for column in columns}
    return {column.name: _encode(getattr(record, column.field)) for column in columns}


class Settings(dict[str, str]):
    """tblCauHinh as key -> text. `get` is for what may be left out, `[...]` for what may not."""

    def __getitem__(self, key: str) -> str:
        """Return the value; raise WrongRequest (CH-01) when the key is missing or its value blank."""
        value = self.get(key, "").strip()
        if not value:
            raise WrongRequest("CH-01", key=key)
        return value

    def number(self, key: str, default: float, most: float) -> float:
        """Return the value as a number from 0 to `most`, `default` when it is blank.

        Raise WrongRequest (CH-02) for anything else.
        """
        text = self.get(key, "").strip().replace(",", ".")
        try:
            value = float(text or default)
        except ValueError as error:
            raise WrongRequest("CH-02", key=key, value=text, most=most) from error
        if not 0 <= value <= most:  # also of what is not a number
            raise WrongRequest("CH-02", key=key, value=text, most=most)
        return value


def read_settings(book: Book) -> Settings:
    """Return the office's settings."""
    rows = book.read(schema.SETTINGS.name)
    return Settings(
        {str(row["Khóa"]): _as_text(row.get("Giá trị")) for row in rows if row.get("Khóa") is not None}
    )


def _require(book: Book, table: Table) -> None:
    present = set(book.headings(table.name))
    for column in table.columns:
        if column.name not in present and not column.formula:
            raise WrongRequest("MS-02", table=table.name, column=column.name, sheet=table.sheet)


def _encode(value: object) -> Value:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple | list | frozenset | set):
        items = value if isinstance(value, tuple | list) else sorted(value)
        return "; ".join(str(item) for item in items) or None
    if value is None or isinstance(value, str | int | float | date | datetime):
        return value or (None if value == "" else value)
    return str(value)


def _as_text(value: Value) -> str:
    return "" if value is None else str(value)


def _as_words(value: Value) -> tuple[str, ...]:
    return tuple(word.strip() for word in _as_text(value).split(";") if word.strip())


def _as_flag(value: Value) -> bool | None:
    return None if value is None else str(value).strip().lower() == YES


def _as_number(value: Value) -> float | int | None:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise ValueError(value)


def _as_date(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    return datetime.strptime(str(value), "%d/%m/%Y").date()  # noqa: DTZ007  # a day has no time zone


def _as_moment(value: Value) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001
    raise ValueError(value)


_DECODERS: Mapping[Cell, Callable[[Value], object]] = {
    Cell.TEXT: _as_text,
    Cell.LONG: _as_text,
    Cell.WORDS: _as_words,
    Cell.NUMBER: _as_number,
    Cell.DATE: _as_date,
    Cell.MOMENT: _as_moment,
    Cell.FLAG: _as_flag,
    Cell.MARK: lambda value: value is not None,
    Cell.LINK: _as_text,
}


def _decode(value: Value, column: Column, table: Table) -> object:
    try:
        return _DECODERS[column.cell](value)
    except ValueError as error:
        raise WrongRequest(
            "MS-04", value=value, kind=column.cell, column=column.name, sheet=table.sheet
        ) from error
