"""FileBook: the master as a file, without any office program; what is not written keeps its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.books.known_tables import formulas_of, home_sheet
from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.body_writing import BodyWriter
from khoagiao_xl.books.package.mending import mend_package
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import recalculate_on_load
from khoagiao_xl.books.package.sheet_cells import SheetCells
from khoagiao_xl.books.package.stored_results import has_formula, store_results
from khoagiao_xl.books.table_book import TableBook
from khoagiao_xl.books.table_reading import read_table
from khoagiao_xl.errors import ChangedMeanwhile, WrongRequest
from khoagiao_xl.files import locks
from khoagiao_xl.model.cell_addresses import row_and_column

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from khoagiao_xl.books.package.parts import TablePlace
    from khoagiao_xl.books.package.stored_results import Result
    from khoagiao_xl.books.table_reading import TableReading


class FileBook(TableBook):
    """A master read with python-calamine and written by splicing its package."""

    def __init__(self, path: Path, *, may_be_open: bool = False) -> None:
        # One that is open elsewhere may be read as it was saved last; `save` refuses it all the same.
        if not may_be_open:
            locks.refuse_if_open(path)
        self._path = path
        self._load(files.read_bytes(path))

    def _load(self, data: bytes) -> None:
        name = self._path.name
        package = Package.parse(data, name)
        self._forget_tables()
        self._data = data
        self._package = package
        self._places = parts.tables(package)
        self._cells = SheetCells(data, package, name)
        self._results: dict[str, Mapping[str, Result]] = {}

    @property
    def path(self) -> Path:
        """Where the master lies."""
        return self._path

    @property
    def is_changed(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self._written or self._results)

    def typed(self, sheet: str, address: str) -> str:
        """Return what was typed into a cell, blank where a formula stands or nothing."""
        if has_formula(self._package, sheet, address):
            return ""
        row, column = row_and_column(address)
        grid = self._cells.grid(sheet)
        return str(grid[row - 1][column] or "")

    def keep_results(self, sheet: str, results: Mapping[str, Result]) -> None:
        """Let `save` store these results (address -> value) beside the formulas of a sheet."""
        self._results[sheet] = results

    def save(self) -> None:
        """Replace the file by one with the written tables; refuse when it changed or was opened meanwhile."""
        if not self.is_changed:
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
        writer = BodyWriter(package)
        for table in self._written:
            place = self._place(table)
            lines = self._lines(table)
            writer.write(place, lines, formulas_of(table))
        mend_package(package)
        recalculate_on_load(package)
        for sheet, results in self._results.items():
            store_results(package, sheet, results)
        return package.to_bytes()

    def _place(self, table: str) -> TablePlace:
        if table not in self._places:
            raise WrongRequest(
                "MS-01",
                name=self._path.name,
                table=table,
                sheet=home_sheet(table),
            )
        return self._places[table]

    def _read_now(self, table: str) -> TableReading:
        place = self._place(table)
        grid = self._cells.grid(place.sheet)
        errors = self._cells.errors(place.sheet_part)
        formulas = formulas_of(table)
        return read_table(place, grid, errors, formulas)
