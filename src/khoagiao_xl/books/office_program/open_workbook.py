"""A master that is open in Excel or LibreOffice, as a whole: path, store, named cells, macros.

Excel stores its own file as it is. LibreOffice 7.4 rewrites it: buttons lose their names and the macros
behind them their place, sheets their code names. `books.package.mending` gives them back at once; the
mended file keeps the time of the stored one, by which LibreOffice knows the file it has open as its own.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.books.office_program.office_trouble import patiently, telling
from khoagiao_xl.books.office_program.programs import Program, program_of
from khoagiao_xl.books.office_program.still_screen import shown_progress
from khoagiao_xl.errors import MissingFile, NotNow, WrongRequest
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.model.findings import Place

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from khoagiao_xl.model.results import Progress


class OpenWorkbook:
    """What may be asked of an xlwings Book, of whichever engine, besides its tables."""

    def __init__(self, book: Any, program: Program | None = None) -> None:
        """Raise NotNow for one that is open read-only or straight from OneDrive, or does not answer."""
        self._book = book
        self._program = program or program_of(book)
        self._path = Path()
        with self._telling():
            address = patiently(self._address)
            self._path = _local(address)
            self._app = patiently(lambda: book.app)
            if patiently(partial(self._program.is_read_only, book)):
                raise NotNow("SO-02", name=self._path.name)

    def _address(self) -> str:
        return self._program.address(self._book)

    @property
    def path(self) -> Path:
        """Where the master lies."""
        return self._path

    def selected(self) -> Place | None:
        """Return the sheet and the first cell that are chosen, None for a button, a picture or nothing."""
        with suppress(Exception):  # a program in which nothing is chosen answers in many ways
            chosen = self._app.selection
            if chosen.sheet.book.name == self._book.name:
                cell = cell_name(chosen.row, chosen.column - 1)
                return Place(sheet=str(chosen.sheet.name), cell=cell)
        return None

    def bring_up(self, sheet: str) -> None:
        """Bring a sheet to the front."""
        self._book.sheets[sheet].activate()

    def store_typed(self) -> None:
        """Store what people have typed, so that the copy of the file made next holds it."""
        with self._telling():
            if not self._is_saved():
                self._store()

    def _is_saved(self) -> bool:
        return patiently(partial(self._program.is_saved, self._book))

    def _store(self) -> None:
        if not self._path.exists():  # moved away since: a new file would appear in the old place
            raise MissingFile(path=self._path)
        patiently(self._book.save)
        self._program.after_store(self._path)

    def text(self, name: str) -> str:
        """Return what the cell of a name shows, nothing when there is no such name."""
        with self._telling():
            cells = patiently(partial(self._named, name))
            if cells is None:
                return ""
            text = patiently(lambda: cells.value)
            return str(text or "")

    def _named(self, name: str) -> Any:
        """Return the xlwings Range of a name, None when there is no such name."""
        if name not in self._book.names:
            return None
        return self._book.names[name].refers_to_range

    def blank(self, name: str) -> None:
        """Empty the cell of a name, if there is one; this alone is no change that need be stored."""
        self.tell(name, None)

    def tell(self, name: str, text: str | None) -> None:
        """Show a text in the cell of a name, as `blank` empties it; no macro is needed for it."""
        with self._telling():
            was_saved = self._is_saved()
            cells = patiently(partial(self._named, name))
            if cells is not None:
                patiently(partial(setattr, cells, "value", text))
            if was_saved:
                patiently(partial(self._program.mark_saved, self._book))

    def close(self) -> None:
        """Close the workbook without storing it."""
        with self._telling():
            patiently(self._book.close)

    @property
    def macros_wait(self) -> bool:
        """Whether a macro that has called Python waits for it."""
        return self._program.macros_wait

    def run_macro(self, name: str) -> None:
        """Run a macro of the workbook; raise WrongRequest SO-07 when it has none of this name."""
        with self._telling():
            try:
                patiently(self._program.macro(self._book, name).run)
            except KeyError as error:
                raise WrongRequest("SO-07", name=self._path.name, macro=name) from error

    def showing_progress(self) -> AbstractContextManager[Progress]:
        """Return the context whose function shows progress in the status bar."""
        return shown_progress(self._app)

    def _telling(self) -> AbstractContextManager[None]:
        return telling(self._program.name, self._path.name, self._address)


def _local(address: str) -> Path:
    """Return where a workbook lies on this machine; raise NotNow (SO-03) for one straight from OneDrive."""
    if "://" in address:
        raise NotNow("SO-03", address=address)
    return Path(address)
