"""FileBook: the master as a file, without any office program; what is not written keeps its bytes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.books.known_tables import formulas_of, home_sheet
from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.body_writing import BodyWriter
from khoagiao_xl.books.package.computed_results import update_results
from khoagiao_xl.books.package.mending import mend_package
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import ask_to_recalculate
from khoagiao_xl.books.package.sheet_cells import SheetCells
from khoagiao_xl.books.package.sheet_memory import last_known
from khoagiao_xl.books.package.typed_grid import with_body
from khoagiao_xl.books.package.worked_sheets import WorkedSheets
from khoagiao_xl.books.table_book import TableBook
from khoagiao_xl.books.table_reading import read_table
from khoagiao_xl.errors import ChangedMeanwhile, WrongRequest
from khoagiao_xl.files import locks

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.books.package.parts import TablePlace
    from khoagiao_xl.books.package.typed_grid import Rows
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
        self._computed_at: datetime | None = None

    @property
    def path(self) -> Path:
        """Where the master lies."""
        return self._path

    @property
    def is_changed(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self._written or self._computed_at)

    def compute(self, now: datetime) -> None:
        """Let `save` store what the formulas show at `now`, for whoever computes none of them."""
        self._computed_at = now

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
        ask_to_recalculate(package)
        before = WorkedSheets(self._package, self._cells.grid)
        after = WorkedSheets(package, self._rows)
        update_results(before, after, self._computed_at)
        return package.to_bytes()

    def _rows(self, sheet: str) -> Rows:
        """Return what will stand in a sheet, from A1 on."""
        rows: Rows = self._cells.grid(sheet)
        for table in self._written:
            place = self._place(table)
            if place.sheet == sheet:
                rows = with_body(rows, place.area, self._lines(table))
        return rows

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
        cells = self._cells.content(place.sheet)
        return last_known(
            key=("table", table),
            content=(place, cells),
            make=partial(self._read_at, place),
        )

    def _read_at(self, place: TablePlace) -> TableReading:
        grid = self._cells.grid(place.sheet)
        errors = self._cells.errors(place.sheet_part)
        formulas = formulas_of(place.name)
        return read_table(place, grid, errors, formulas)
