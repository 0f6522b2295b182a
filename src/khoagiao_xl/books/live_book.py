"""LiveBook: the master as it stands open in Excel or LibreOffice, through xlwings.

What is written waits in memory until `save`, as it does in FileBook: an action that fails leaves the open
workbook as it was. `save` looks first whether anybody changed, meanwhile, a table that was read; then it
writes the tables, each in a number of calls that does not depend on its rows, and has the office program
store its own file. When a call fails the tables that were written get their old bodies back. What could be
undone before is lost, as with every macro: the way back is the copy of the file that the caller has made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.cell_values import as_value
from khoagiao_xl.books.live_table import LiveTable
from khoagiao_xl.books.office_program.office_trouble import patiently
from khoagiao_xl.books.office_program.open_workbook import OpenWorkbook
from khoagiao_xl.books.office_program.still_screen import quiet
from khoagiao_xl.books.table_layout import layout_of
from khoagiao_xl.errors import ChangedMeanwhile, MissingFile, NotNow, WrongRequest
from khoagiao_xl.model.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.books.base import Layout, Row, Value
    from khoagiao_xl.books.live_table import Grid

_SCHEMA: Final = {table.name: table for table in TABLES}


class LiveBook(OpenWorkbook):
    """A master that is open; made from an xlwings Book, of whichever engine."""

    def __init__(self, book: Any) -> None:
        super().__init__(book)
        self._forget()

    def _forget(self) -> None:
        self._sheets: dict[str, Any] = {}
        self._tables: dict[str, LiveTable] = {}
        self._grids: dict[str, Grid] = {}
        self._written: dict[str, list[Row]] = {}

    @property
    def is_changed(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self._written)

    def headings(self, table: str) -> tuple[str, ...]:
        """Return the column names of `table`; raise WrongRequest MS-01 when it is missing."""
        return tuple("" if name is None else str(name).strip() for name in self._grid(table)[0])

    def read(self, table: str) -> list[Row]:
        """Return the rows of `table` that are not wholly blank, heading -> value."""
        if table in self._written:
            return [dict(row) for row in self._written[table]]
        return [row for _, row in self._numbered(table)]

    def layout(self, table: str) -> Layout:
        """Return where the table and the rows that `read` returns stand in the sheet."""
        with self._telling():
            live, headings = self._table(table), self.headings(table)
            place, sheet = live.place(headings), _whole(live.sheet)
            if table in self._written:
                top = place.area.top + 1
                return layout_of(place, sheet, range(top, top + len(self._written[table])))
            rows = [number for number, _ in self._numbered(table)]
            return layout_of(place, sheet, rows, _errors(live, self._grid(table)))

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Replace the body of `table` in memory; `save` puts it into the workbook."""
        known = set(self.headings(table))
        for row in rows:
            for stranger in row.keys() - known:
                sheet = self._table(table).sheet.name
                raise WrongRequest("MS-02", table=table, column=stranger, sheet=sheet)
        own = _formulas(table)
        self._written[table] = [{k: v for k, v in row.items() if k not in own} for row in rows]

    def save(self) -> None:
        """Write the tables into the open workbook and store it; refuse when one was changed meanwhile."""
        if not self._written:
            return
        if not self._path.exists():
            raise MissingFile(path=self._path)
        with self._telling():
            for table in self._grids:
                self._refuse_change(table)
            self._refuse_protected()
            self._put_and_store()
        self._forget()

    def _table(self, name: str) -> LiveTable:
        if name not in self._tables:
            with self._telling():
                found = patiently(lambda: self._find(name))
                self._tables[name] = LiveTable.of(found, parses_texts=self._program.parses_texts)
        return self._tables[name]

    def _find(self, name: str) -> Any:
        """Return the xlwings Table, from the schema's sheet or another; raise WrongRequest MS-01."""
        home = _SCHEMA[name].sheet if name in _SCHEMA else "?"
        if not self._sheets:
            self._sheets = {str(sheet.name): sheet for sheet in self._book.sheets}
        first = self._sheets.get(home)
        for sheet in sorted(self._sheets.values(), key=lambda sheet: sheet is not first):
            if name in sheet.tables:
                return sheet.tables[name]
        self._program.address(self._book)  # an Excel that is busy says «no» to all of this, and raises here
        raise WrongRequest("MS-01", name=self._path.name, table=name, sheet=home)

    def _grid(self, table: str) -> Grid:
        if table not in self._grids:
            live = self._table(table)
            with self._telling():
                self._grids[table] = patiently(live.grid)
        return self._grids[table]

    def _numbered(self, table: str) -> Iterable[tuple[int, Row]]:
        """Yield the rows of the body that are not wholly blank, each with its number in the sheet."""
        own, headings, body = _formulas(table), self.headings(table), self._grid(table)[1:]
        for number, line in enumerate(body, self._table(table).area.top + 1):
            values = zip(headings, map(as_value, line), strict=True)
            row = {heading: value for heading, value in values if heading not in own}
            if any(value is not None for value in row.values()):
                yield number, row

    def _refuse_change(self, table: str) -> None:
        live = self._table(table)
        if patiently(live.grid) != self._grids[table]:
            raise ChangedMeanwhile(name=self._path.name)

    def _refuse_protected(self) -> None:
        for table in self._written:
            sheet = self._table(table).sheet
            if self._program.is_protected(sheet):
                raise NotNow("SO-05", sheet=sheet.name)

    def _put_and_store(self) -> None:
        """Write every table and store the file; when that fails the tables are given their old bodies."""
        begun: list[str] = []
        try:
            with quiet(self._book.app):
                for table, rows in self._written.items():
                    self._refuse_change(table)  # somebody may type while the tables before it are written
                    begun.append(table)
                    headings = self.headings(table)
                    self._put(table, [[row.get(heading) for heading in headings] for row in rows])
            patiently(lambda: self._program.redraw(self._book))
            self._store()
        except Exception:
            self._put_back(begun)
            raise

    def _put(self, table: str, lines: Sequence[Sequence[Value]]) -> None:
        headings, formulas = self.headings(table), _formulas(table)
        own = {at: formulas[heading] for at, heading in enumerate(headings) if heading in formulas}
        self._table(table).put(lines, own)

    def _put_back(self, tables: Sequence[str]) -> None:
        """Give the tables the bodies they were read with, as far as the office program still answers."""
        for table in tables:
            try:
                patiently(lambda table=table: self._put(table, self._grids[table][1:]))  # type: ignore[misc]
            except Exception:  # noqa: BLE001  # the first error is the one to tell; the file is untouched
                return


def _formulas(table: str) -> Mapping[str, str]:
    return _SCHEMA[table].formulas if table in _SCHEMA else {}


def _whole(sheet: Any) -> Grid:
    """Return everything in a sheet from A1 on; blank cells as an empty text."""
    last = sheet.used_range.last_cell
    found: Grid = sheet.range((1, 1), (last.row, last.column)).options(ndim=2, empty="").value
    return [["" if value is None else value for value in line] for line in found]


def _errors(live: LiveTable, grid: Grid) -> dict[str, str]:
    """Return the cells that are read as blank because they hold an error, and the error."""
    from khoagiao_xl.books.package.parts import column_name

    area = live.area
    return {
        f"{column_name(column)}{row}": text
        for row, (line, plain) in enumerate(zip(live.grid(errors=True), grid, strict=True), area.top)
        for column, (text, value) in enumerate(zip(line, plain, strict=True), area.left)
        if value is None and text is not None
    }
