"""FileBook: the master as a file, without any office program; what is not written keeps its bytes."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.books import parts, splice
from khoagiao_xl.books.mending import mend_package
from khoagiao_xl.books.recalculation import drop_calculation_chain, recalculate_on_load
from khoagiao_xl.errors import ChangedMeanwhile, NotAWorkbook, WrongRequest
from khoagiao_xl.package import Package

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.books.base import Row, Value

_FILTER: Final = re.compile(
    r"<filterColumn\b.*?</filterColumn>|<filterColumn\b[^>]*/>|<sortState\b.*?(?:</sortState>|/>)", re.DOTALL
)
_TABLE_REF: Final = re.compile(r'(<(?:table|autoFilter)\b[^>]*?\bref=")[^"]*(")')


class FileBook:
    """A master read with python-calamine and written by splicing its package."""

    def __init__(self, path: Path) -> None:
        files.refuse_if_open(path)
        self._path = path
        self._load(files.read_bytes(path))

    def _load(self, data: bytes) -> None:
        self._data = data
        self._package = Package.parse(data, self._path.name)
        self._places = parts.tables(self._package)
        self._rows: dict[str, list[Row]] = {}
        self._numbers: dict[str, list[int]] = {}  # Excel row of each row of the body that is not blank
        self._written: dict[str, list[Row]] = {}
        self._workbook: object = None

    @property
    def path(self) -> Path:
        """Where the master lies."""
        return self._path

    @property
    def is_changed(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self._written)

    def headings(self, table: str) -> tuple[str, ...]:
        """Return the column names of `table`; raise WrongRequest MS-01 when it is missing."""
        return self._place(table).headings

    def read(self, table: str) -> list[Row]:
        """Return the rows of `table` that are not wholly blank, heading -> value."""
        if table in self._written:
            return [dict(row) for row in self._written[table]]
        if table not in self._rows:
            self._rows[table] = self._read_body(self._place(table))
        return [dict(row) for row in self._rows[table]]

    def address(self, table: str, at: int, column: str) -> str:
        """Return the cell («B17») that holds `column` in the row which `read` returns at index `at`."""
        place = self._place(table)
        self.read(table)
        letter = parts.column_name(place.area.left + place.headings.index(column))
        numbers = None if table in self._written else self._numbers[table]
        return f"{letter}{numbers[at] if numbers else place.area.top + 1 + at}"

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Replace the body of `table` in memory; `save` puts it into the file."""
        known = set(self.headings(table))
        for row in rows:
            for stranger in row.keys() - known:
                raise WrongRequest("MS-02", table=table, column=stranger, sheet=self._place(table).sheet)
        self._written[table] = [dict(row) for row in rows]

    def save(self) -> None:
        """Replace the file by one with the written tables; refuse when it changed or was opened meanwhile."""
        if not self._written:
            return
        data = self.to_bytes()
        files.refuse_if_open(self._path)
        if files.read_bytes(self._path) != self._data:
            raise ChangedMeanwhile(name=self._path.name)
        files.write_atomically(self._path, data)
        self._load(data)

    def to_bytes(self) -> bytes:
        """Return the file as `save` would write it."""
        package = self._package.copy()
        date1904 = b'date1904="1"' in package.read(parts.workbook_part(package))
        for table, rows in self._written.items():
            self._splice(package, self._place(table), rows, date1904)
        mend_package(package)
        recalculate_on_load(package)
        return package.to_bytes()

    def _place(self, table: str) -> parts.TablePlace:
        if table not in self._places:
            from khoagiao_xl.model.schema import TABLES

            sheet = next((known.sheet for known in TABLES if known.name == table), "?")
            raise WrongRequest("MS-01", name=self._path.name, table=table, sheet=sheet)
        return self._places[table]

    def _read_body(self, place: parts.TablePlace) -> list[Row]:
        grid = self._grid(place.sheet)
        area = place.area
        body = (line[area.left : area.right + 1] for line in grid[area.top : area.bottom])
        rows = [dict(zip(place.headings, map(_value, line), strict=False)) for line in body]
        filled = [at for at, row in enumerate(rows) if any(value is not None for value in row.values())]
        self._numbers[place.name] = [area.top + 1 + at for at in filled]
        return [rows[at] for at in filled]

    def _grid(self, sheet: str) -> list[list[object]]:
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            if self._workbook is None:
                self._workbook = CalamineWorkbook.from_filelike(io.BytesIO(self._data))
            grid = self._workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)  # type: ignore[attr-defined]
        except CalamineError as error:
            raise NotAWorkbook(name=self._path.name, reason=f"trang «{sheet}»") from error
        return grid  # type: ignore[no-any-return]

    def _splice(self, package: Package, place: parts.TablePlace, rows: list[Row], date1904: bool) -> None:
        lines = [[row.get(heading) for heading in place.headings] for row in rows]
        xml = package.read(place.sheet_part).decode("utf-8")
        styles = _styles(package)
        xml, area, lost_formula = splice.rewrite_body(
            xml, place, lines, styles_part=styles, date1904=date1904
        )
        package.replace(place.sheet_part, xml.encode("utf-8"))
        table = package.read(place.table_part).decode("utf-8")
        # A filter left on would hide rows that are no longer the same ones.
        table = _TABLE_REF.sub(rf"\g<1>{area}\g<2>", _FILTER.sub("", table))
        package.replace(place.table_part, table.encode("utf-8"))
        if lost_formula:
            drop_calculation_chain(package)


def _styles(package: Package) -> bytes:
    """Return the part that holds the cell styles, or nothing for a workbook without any."""
    related = parts.relations(package, parts.workbook_part(package))
    return next((package.read(target) for _, kind, target in related if kind == "styles"), b"")


def _value(raw: object) -> Value:
    """Return a cell as the house keeps it: whole floats as int, blanks as None."""
    if isinstance(raw, str):
        return raw.strip() or None
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, bool | int | float | date | datetime):
        return raw
    return None if raw is None else str(raw)
