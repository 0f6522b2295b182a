"""FileBook: the master as a file, without any office program; what is not written keeps its bytes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.books.cell_values import as_value
from khoagiao_xl.books.package import parts, splice
from khoagiao_xl.books.package.mending import mend_package
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import drop_calculation_chain, recalculate_on_load
from khoagiao_xl.books.table_layout import errors_in, layout_of
from khoagiao_xl.errors import ChangedMeanwhile, NotAWorkbook, WrongRequest
from khoagiao_xl.files import locks
from khoagiao_xl.model.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.books.base import Layout, Row, Value

_FILTER: Final = re.compile(
    r"<filterColumn\b.*?</filterColumn>|<filterColumn\b[^>]*/>|<sortState\b.*?(?:</sortState>|/>)", re.DOTALL
)
_SCHEMA: Final = {table.name: table for table in TABLES}
_TABLE_REF: Final = re.compile(r'(<(?:table|autoFilter)\b[^>]*?\bref=")[^"]*(")')


class FileBook:
    """A master read with python-calamine and written by splicing its package."""

    def __init__(self, path: Path, *, may_be_open: bool = False) -> None:
        # One that is open elsewhere may be read as it was saved last; `save` refuses it all the same.
        if not may_be_open:
            locks.refuse_if_open(path)
        self._path = path
        self._load(files.read_bytes(path))

    def _load(self, data: bytes) -> None:
        self._data = data
        self._package = Package.parse(data, self._path.name)
        self._places = parts.tables(self._package)
        self._rows: dict[str, list[Row]] = {}
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
            self._rows[table] = [row for _, row in self._numbered(self._place(table))]
        return [dict(row) for row in self._rows[table]]

    def layout(self, table: str) -> Layout:
        """Return where the table and the rows that `read` returns stand in the sheet."""
        place = self._place(table)
        if table in self._written:
            top = place.area.top + 1
            return layout_of(place, self._grid(place.sheet), range(top, top + len(self._written[table])))
        rows = [number for number, _ in self._numbered(place)]
        xml = self._package.read(place.sheet_part).decode("utf-8")
        return layout_of(place, self._grid(place.sheet), rows, errors_in(place, xml))

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Replace the body of `table` in memory; `save` puts it into the file."""
        known = set(self.headings(table))
        for row in rows:
            for stranger in row.keys() - known:
                raise WrongRequest("MS-02", table=table, column=stranger, sheet=self._place(table).sheet)
        self._written[table] = [_without_formulas(row, table) for row in rows]

    def save(self) -> None:
        """Replace the file by one with the written tables; refuse when it changed or was opened meanwhile."""
        if not self._written:
            return
        data = self.to_bytes()
        locks.refuse_if_open(self._path)
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
            sheet = _SCHEMA[table].sheet if table in _SCHEMA else "?"
            raise WrongRequest("MS-01", name=self._path.name, table=table, sheet=sheet)
        return self._places[table]

    def _numbered(self, place: parts.TablePlace) -> Iterator[tuple[int, Row]]:
        """Yield the rows of the body that are not wholly blank, each with its number in the sheet."""
        area = place.area
        for number, line in enumerate(self._grid(place.sheet)[area.top : area.bottom], area.top + 1):
            values = map(as_value, line[area.left : area.right + 1])
            row = _without_formulas(dict(zip(place.headings, values, strict=False)), place.name)
            if any(value is not None for value in row.values()):
                yield number, row

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
            xml, place, lines, styles_part=styles, date1904=date1904, formulas=_formulas(place.name)
        )
        package.replace(place.sheet_part, xml.encode("utf-8"))
        table = package.read(place.table_part).decode("utf-8")
        # A filter left on would hide rows that are no longer the same ones.
        table = _TABLE_REF.sub(rf"\g<1>{area}\g<2>", _FILTER.sub("", table))
        package.replace(place.table_part, table.encode("utf-8"))
        if lost_formula:
            drop_calculation_chain(package)


def _formulas(table: str) -> Mapping[str, str]:
    return _SCHEMA[table].formulas if table in _SCHEMA else {}


def _without_formulas(row: Mapping[str, Value], table: str) -> Row:
    own = _formulas(table)
    return {heading: value for heading, value in row.items() if heading not in own}


def _styles(package: Package) -> bytes:
    """Return the part that holds the cell styles, or nothing for a workbook without any."""
    related = parts.relations(package, parts.workbook_part(package))
    return next((package.read(target) for _, kind, target in related if kind == "styles"), b"")
