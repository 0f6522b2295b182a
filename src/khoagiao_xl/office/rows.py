"""By the schema, a row of the master (heading -> value) becomes fields, then a record, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.schema import FIRST_LAYOUT, Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from khoagiao_xl.books.base import Row, Value

    Decoder = Callable[[Value], object]

Record = TypeVar("Record")
Fields = dict[str, Any]  # field of the schema -> value of the kind its column holds
YES, NO = "có", "không"
MARK = "x"


# -- from the sheet ---------------------------------------------------------------------------------------


def require_columns(table: Table, headings: Iterable[str]) -> None:
    """Raise WrongRequest for a column of `table` that is not among the headings of its sheet.

    MS-02, or MS-10 for a column that masters of an older layout have not.
    """
    present = set(headings)
    for column in table.columns:
        if column.formula or column.name in present:
            continue
        code = "MS-02" if column.since == FIRST_LAYOUT else "MS-10"
        raise WrongRequest(
            code,
            table=table.name,
            column=column.name,
            sheet=table.sheet,
        )


def fields_of(table: Table, rows: Iterable[Row]) -> list[Fields]:
    """Return rows (heading -> value) as field -> value; raise MS-04 for a value of another kind."""
    found = []
    decoders = list(_decoders(table))
    for row in rows:
        fields = _fields(table, row, decoders)
        found.append(fields)
    return found


def _decoders(table: Table) -> Iterator[tuple[Column, Decoder]]:
    for column in table.columns:
        decoder = _DECODERS[column.cell]
        yield column, decoder


def _fields(table: Table, row: Row, decoders: Iterable[tuple[Column, Decoder]]) -> Fields:
    fields = {}
    for column, decode in decoders:
        value = row.get(column.name)
        try:  # here and not in a function of its own: a million values of 10,000 units
            fields[column.field] = decode(value)
        except ValueError as error:
            raise _of_another_kind(value, column, table) from error
    return fields


def records_of(table: Table, rows: Iterable[Fields], record: Callable[..., Record]) -> list[Record]:
    """Return rows (field -> value) as records, frozen classes of the model.

    A class with `from_row` makes its own; a column that the class has no field for is left out.
    Raise WrongRequest MS-06 for a row that lacks a required value, MS-05 for one with a value out of place.
    """
    make = _maker(record)
    return [_record(table, row, make) for row in rows]


def _maker(record: Callable[..., Record]) -> Callable[[Fields], Record]:
    own: Callable[[Fields], Record] | None = getattr(record, "from_row", None)
    if own:
        return own
    known = getattr(record, "__dataclass_fields__", {})

    def make(row: Fields) -> Record:
        own = dict(row)
        for name in row.keys() - known.keys():
            del own[name]
        return record(**own)

    return make


def _record(table: Table, row: Fields, make: Callable[[Fields], Record]) -> Record:
    filled = filter(None, row.values())
    facts = {
        "table": table.name,
        "sheet": table.sheet,
        "row": next(filled, ""),
    }
    for column in table.columns:
        if column.required and _is_blank(row[column.field]):
            raise WrongRequest("MS-06", column=column.name, **facts)
    try:
        return make(row)
    except ValueError as error:  # of a TypeError the programmer is to blame, not the office
        raise WrongRequest("MS-05", **facts) from error


def _is_blank(value: object) -> bool:
    return value in (None, "", ())


def _as_text(value: Value) -> str:
    return "" if value is None else str(value)


def _as_words(value: Value) -> tuple[str, ...]:
    text = _as_text(value)
    return tuple(words_in(text))


def words_in(text: str) -> Iterator[str]:
    """Yield the texts that «;» separates, blanks left out."""
    for part in text.split(";"):
        word = part.strip()
        if word:
            yield word


def _as_flag(value: Value) -> bool | None:
    if value is None:
        return None
    word = str(value).strip()
    return word.lower() == YES


def _as_number(value: Value) -> float | int | None:
    if isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004  # of another kind than its column, as every other
    if value is None or isinstance(value, int | float):
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


def _as_mark(value: Value) -> bool:
    return value is not None


_DECODERS: Mapping[Cell, Decoder] = {
    Cell.TEXT: _as_text,
    Cell.LONG: _as_text,
    Cell.WORDS: _as_words,
    Cell.NUMBER: _as_number,
    Cell.DATE: _as_date,
    Cell.MOMENT: _as_moment,
    Cell.FLAG: _as_flag,
    Cell.MARK: _as_mark,
    Cell.LINK: _as_text,
    Cell.NAME: _as_text,
    Cell.HASH: _as_text,
}


def _of_another_kind(value: Value, column: Column, table: Table) -> WrongRequest:
    facts = {
        "value": value,
        "kind": column.cell,
        "column": column.name,
        "sheet": table.sheet,
    }
    return WrongRequest("MS-04", **facts)


# -- into the sheet ---------------------------------------------------------------------------------------


def to_row(record: object, table: Table) -> Row:
    """Return a record, or a mapping of fields, as heading -> value; a column's own formula is no value."""
    cells = to_cells(record, table)
    row = {}
    for column in _columns_with_values(table):
        row[column.name] = cells[column.field]
    return row


def to_cells(record: object, table: Table) -> dict[str, Value]:
    """Return a record, or a mapping of fields, as field -> value as it goes into the sheet."""
    value_of = record.get if isinstance(record, dict) else partial(getattr, record)
    cells = {}
    for column in _columns_with_values(table):
        field = column.field
        value = value_of(field)
        cells[field] = _marked(value) if column.cell is Cell.MARK else _encode(value)
    return cells


def _marked(value: object) -> str | None:
    return MARK if value else None


def _columns_with_values(table: Table) -> list[Column]:
    return [column for column in table.columns if not column.formula]


def to_rows(records: Iterable[object], table: Table) -> list[Row]:
    """Return records, or mappings of fields, as rows of `table`."""
    return [to_row(record, table) for record in records]


def with_period(rows: Sequence[Row], table: Table, period: str, records: Iterable[object]) -> list[Row]:
    """Return the body of `table` with the rows of one period replaced.

    They stand first, where the sheet opens and the printer begins; the others stay as they are.
    """
    others = [row for row in rows if _period(row) != period]
    fresh = to_rows(records, table)
    return fresh + others


def _period(row: Row) -> str:
    code = row.get("Kỳ")
    return str(code or "")


def _encode(value: object) -> Value:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple | list):
        return _joined(map(str, value))
    if isinstance(value, frozenset | set):
        texts = map(str, value)
        return _joined(sorted(texts))
    if value is None or value == "":
        return None
    if isinstance(value, str | int | float | date | datetime):
        return value
    return str(value)


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(texts) or None
