"""Figures that lie apart from the master, as a Parquet dataset by province and period.

Where tens of thousands of units report, the master shows what came of their files and the totals; what each
unit answered lies here and counts as if it stood on «Số liệu» and «Thuyết minh». Any program that reads
Parquet reads it too: `pyarrow.dataset.dataset(folder, partitioning="hive")`. The one file that knows pyarrow,
imported only where there is such a dataset, or a cluster was named.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes
from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.office.reported import counting_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.storage import Storage

    Answers = Mapping[str, Answer]
    ByUnit = dict[str, Answers]

NOT_INSTALLED: Final = "TN-180"
UNIT: Final = "ma_don_vi"
FILE: Final = "so-lieu.parquet"
NO_PROVINCE: Final = "chung"  # of units whose code names none
_BEFORE_THE_FIRST_MARK: Final = re.compile(r"([^\W_]+)[-.]")  # «H26-0012», «H26.3.5»


def province_of(unit: str) -> str:
    """Return the province that the code of a unit begins with: «H26» of «H26.3.5»."""
    begins = _BEFORE_THE_FIRST_MARK.match(unit)
    return begins[1] if begins else NO_PROVINCE


def lies_apart(storage: Storage) -> bool:
    """Say whether any figures of a master lie apart from it."""
    return storage.apart_figures.is_dir()


# -- written ----------------------------------------------------------------------------------------------


def files_of(
    storage: Storage, period: str, answers: Mapping[str, Answers], indicators: Iterable[Indicator]
) -> Iterator[NewFile]:
    """Yield the files of a period, one of each province; one of which nobody counts any more is emptied.

    answers: code of a unit -> indicator -> what its version that counts says.
    """
    by_place: dict[Path, ByUnit] = {}
    for place in _places(storage, period):
        by_place[place] = {}
    for unit, own in answers.items():
        place = _place(storage, period, unit)
        units = by_place.setdefault(place, {})
        units[unit] = own
    numeric = _numeric(indicators)
    for place, units in by_place.items():
        data = _parquet(units, numeric)
        yield NewFile(place, data, WhenThere.REPLACE)


def _place(storage: Storage, period: str, unit: str) -> Path:
    province = province_of(unit)
    top = storage.apart_figures
    folder = top / f"tinh={province}"
    return folder / f"ky={period}" / FILE


def _numeric(indicators: Iterable[Indicator]) -> set[str]:
    found = set()
    for item in indicators:
        if item.is_numeric:
            found.add(item.code)
    return found


def _parquet(units: ByUnit, numeric: set[str]) -> bytes:
    arrow, parquet = _arrow()
    number = arrow.float64()
    text = arrow.string()
    codes = list(units)
    columns = {UNIT: arrow.array(codes, text)}
    for code in _asked(units):
        kind = number if code in numeric else text
        values = [own.get(code) for own in units.values()]
        columns[code] = arrow.array(values, kind)
    table = arrow.table(columns)
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    return stream.getvalue()


def _asked(units: ByUnit) -> list[str]:
    """Return every indicator that any of the units answers."""
    codes: set[str] = set()
    for own in units.values():
        codes.update(own)
    return sorted(codes)


# -- read -------------------------------------------------------------------------------------------------


def read_apart(storage: Storage, duties: Sequence[Duty]) -> dict[tuple[str, str], dict[str, Answer]]:
    """Return (period, unit) -> what it answered, of the reports that count; raise WrongRequest (TN-180)."""
    counting = counting_of(duties)
    found = {}
    for place in _places(storage, "*"):
        _, _, period = place.parent.name.partition("=")
        for row in _rows(place):
            unit = row.pop(UNIT)
            key = (period, unit)
            if key in counting:
                found[key] = row
    return found


def _places(storage: Storage, period: str) -> list[Path]:
    top = storage.apart_figures
    pattern = f"tinh=*/ky={period}/{FILE}"
    places = top.glob(pattern)
    return sorted(places)


def _rows(place: Path) -> Iterator[dict[str, Any]]:
    _, parquet = _arrow()
    data = read_bytes(place)
    stream = io.BytesIO(data)
    table = parquet.read_table(stream, partitioning=None)
    names = table.column_names
    columns = [column.to_pylist() for column in table.columns]
    for values in zip(*columns, strict=True):
        answers = map(_answer, values)
        yield dict(zip(names, answers, strict=True))


def _answer(value: Any) -> Answer:
    """Return a value as the sheets give it: a whole number as one."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    found: Answer = value
    return found


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise WrongRequest(NOT_INSTALLED) from error
    return pa, parquet
