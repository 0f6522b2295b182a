"""What may stand only once in a table: the code of a row, a unit's figures."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files.unit_stems import code_key
from khoagiao_xl.model import schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.model.schema import Table


def refuse_doubled(table: Table, field: str, records: Iterable[object]) -> None:
    """Raise WrongRequest (MS-07) for two records of the table that have the same value of `field`."""
    value_of = attrgetter(field)
    counts = Counter(map(value_of, records))
    for code, count in counts.items():
        if count > 1:
            raise WrongRequest(
                "MS-07",
                sheet=table.sheet,
                code=code,
                count=count,
            )


def refuse_like_codes(units: Iterable[Unit]) -> None:
    """Raise WrongRequest (MS-09) for two units whose codes are one to Excel, and to the names of files."""
    sheet = schema.UNITS.sheet
    first: dict[str, str] = {}
    for unit in units:
        code = unit.code
        key = code_key(code)
        other = first.setdefault(key, code)
        if other != code:
            raise WrongRequest(
                "MS-09",
                code=code,
                other=other,
                sheet=sheet,
            )


def refuse_two_rows(places: Iterable[tuple[str, str]]) -> None:
    """Raise WrongRequest (MS-08) for a period and unit with two rows of figures."""
    counts = Counter(places)
    for (period, unit), count in counts.items():
        if count > 1:
            raise WrongRequest(
                "MS-08",
                period=period,
                unit=unit,
                count=count,
            )
