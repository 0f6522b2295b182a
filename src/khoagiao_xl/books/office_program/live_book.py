"""LiveBook: the master as it stands open in Excel or LibreOffice, through xlwings.

What is written waits in memory until `save`, as it does in FileBook: an action that fails leaves the open
workbook as it was. `save` looks first whether anybody changed, meanwhile, a table that is to be written; then
it writes them, each in a number of calls that does not depend on its rows, and has the office program store
its own file. When a call fails the tables that were written get their old bodies back. What could be
undone before is lost, as with every macro: the way back is the copy of the file that the caller has made.

A table that was only read may be typed in meanwhile. The work is then as if it had been done before the
typing, which nobody can tell from typing right after it; nothing that a person wrote is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from khoagiao_xl.books.known_tables import formulas_of, home_sheet
from khoagiao_xl.books.live_sheet import LiveSheet, read_sheet
from khoagiao_xl.books.office_program.live_table import LiveTable
from khoagiao_xl.books.office_program.office_trouble import is_busy, is_foreign, is_gone, patiently
from khoagiao_xl.books.office_program.open_workbook import OpenWorkbook
from khoagiao_xl.books.office_program.still_screen import quiet
from khoagiao_xl.books.package.parts import TablePlace
from khoagiao_xl.books.table_book import TableBook
from khoagiao_xl.books.table_reading import read_table
from khoagiao_xl.errors import ChangedMeanwhile, KhoaGiaoError, MissingFile, NotNow, WrongRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.office_program.programs import Program
    from khoagiao_xl.books.table_reading import Grid, TableReading


@dataclass(frozen=True)
class _SeenTable:
    """A table as it was when it was first asked for: what `save` compares with, and goes back to."""

    live: LiveTable
    place: TablePlace
    grid: Grid


class LiveBook(TableBook, OpenWorkbook):
    """A master that is open; made from an xlwings Book, of whichever engine."""

    def __init__(self, book: Any, program: Program | None = None) -> None:
        OpenWorkbook.__init__(self, book, program)
        TableBook.__init__(self)

    def _forget_tables(self) -> None:
        super()._forget_tables()
        self._sheets: dict[str, Any] = {}
        self._cells: dict[str, LiveSheet] = {}
        self._tables: dict[str, _SeenTable] = {}

    def save(self) -> None:
        """Write the tables into the open workbook and store it; refuse when one was changed meanwhile."""
        if not self.is_changed:
            return
        if not self._path.exists():
            raise MissingFile(path=self._path)
        with self._telling():
            for table in self._written:
                self._refuse_change(table)
                self._refuse_protected(table)
            self._put_and_store()
        self._forget_tables()

    def _place(self, table: str) -> TablePlace:
        return self._seen(table).place

    def _read_now(self, table: str) -> TableReading:
        place = self._place(table)
        cells = self._cells[place.sheet]
        formulas = formulas_of(table)
        return read_table(place, cells.grid, cells.errors, formulas)

    def _seen(self, table: str) -> _SeenTable:
        if table not in self._tables:
            with self._telling():
                self._tables[table] = self._look_at(table)
        return self._tables[table]

    def _look_at(self, name: str) -> _SeenTable:
        found = patiently(partial(self._find, name))
        live = LiveTable.of(found, parses_texts=self._program.parses_texts)
        sheet = live.sheet.name
        if sheet not in self._cells:
            self._cells[sheet] = patiently(partial(read_sheet, live.sheet))
        grid = self._cells[sheet].cells_of(live.area)
        place = TablePlace(
            name=name,
            sheet=sheet,
            sheet_part="",
            table_part="",
            area=live.area,
            headings=tuple(map(_heading, grid[0])),
        )
        return _SeenTable(live, place, grid)

    def _find(self, name: str) -> Any:
        """Return the xlwings Table, from the schema's sheet or another; raise WrongRequest MS-01."""
        home = home_sheet(name)
        for sheet in self._sheets_from(home):
            try:
                return sheet.tables[name]
            except KeyError as error:
                _refuse_trouble(error)
        raise WrongRequest("MS-01", name=self._path.name, table=name, sheet=home)

    def _sheets_from(self, first: str) -> list[Any]:
        """Return the xlwings Sheets, the one of this name first."""
        if not self._sheets:
            found = {}  # kept when it is whole: an Excel that grows busy in the middle is asked again
            for sheet in self._book.sheets:
                name = str(sheet.name)
                found[name] = sheet
            self._sheets = found
        names = sorted(self._sheets, key=lambda name: name != first)
        return [self._sheets[name] for name in names]

    def _refuse_change(self, table: str) -> None:
        seen = self._seen(table)
        now = patiently(seen.live.grid)
        if now != seen.grid:
            raise ChangedMeanwhile(name=self._path.name)

    def _refuse_protected(self, table: str) -> None:
        sheet = self._seen(table).live.sheet
        if self._program.is_protected(sheet):
            raise NotNow("SO-05", sheet=sheet.name)

    def _refuse_hidden(self, table: str) -> None:
        """Show the rows that filters hide; raise NotNow (SO-09) where some stay hidden."""
        live = self._seen(table).live
        patiently(live.show_filtered)
        is_all_seen = patiently(partial(self._program.shows_all, live.table.range))
        if not is_all_seen:
            raise NotNow("SO-09", office=self._program.name, sheet=live.sheet.name)

    def _put_and_store(self) -> None:
        """Write every table and store the file; when that fails the tables are given their old bodies."""
        begun: list[str] = []
        try:
            with quiet(self._app):
                for table in self._written:
                    self._refuse_hidden(table)
                for table in self._written:
                    self._refuse_change(table)  # somebody may type while the tables before it are written
                    begun.append(table)
                    lines = self._lines(table)
                    self._put(table, lines)
            patiently(partial(self._program.redraw, self._book))
            self._store()
        except Exception as error:
            is_back = self._put_back(begun)
            if not is_back and _leaves_it_open(error):
                name = self._path.name
                raise NotNow("SO-08", office=self._program.name, name=name) from error
            raise

    def _put(self, table: str, lines: Sequence[Sequence[Any]]) -> None:
        formulas = formulas_of(table)
        own = {}
        for column, heading in enumerate(self.headings(table)):
            if heading in formulas:
                own[column] = formulas[heading]
        seen = self._seen(table)
        seen.live.put(lines, own)

    def _put_back(self, tables: Sequence[str]) -> bool:
        """Give the tables the bodies they were read with; say whether the office program has taken them."""
        for table in tables:
            _, *body = self._seen(table).grid
            try:
                patiently(partial(self._put, table, body))
            except Exception:  # noqa: BLE001  # the first error is the one to tell; the file is untouched
                return False
        return True


def _heading(cell: object) -> str:
    if cell is None:
        return ""
    return str(cell).strip()


def _refuse_trouble(missing: KeyError) -> None:
    """Raise what is behind a name that is said to be missing, if the program only did not answer."""
    behind = missing.__context__
    if behind is not None and (is_busy(behind) or is_gone(behind)):
        raise behind


def _leaves_it_open(error: Exception) -> bool:
    """Whether the workbook is still there after an error that is none of our own making."""
    if is_gone(error):
        return False
    return isinstance(error, KhoaGiaoError) or is_busy(error) or is_foreign(error)
