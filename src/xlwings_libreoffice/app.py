"""What is said to one office as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xlwings_libreoffice import macros
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.books import Books
from xlwings_libreoffice.gaps import naming_gaps
from xlwings_libreoffice.properties import properties
from xlwings_libreoffice.windows import StatusBar, Stillness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlwings_libreoffice.cells import Cells
    from xlwings_libreoffice.engine import Engine
    from xlwings_libreoffice.office import Office
    from xlwings_libreoffice.ranges import Range


@naming_gaps
class App(base_classes.App):  # type: ignore[misc]  # xlwings is untyped
    """One running LibreOffice."""

    # LibreOffice asks nothing of whom it serves over UNO; the switches are kept for scripts that set them.
    display_alerts = enable_events = interactive = True
    engine: Engine

    def __init__(self, engine: Engine, office: Office, *, visible: bool) -> None:
        self.engine, self.office = engine, office
        self._visible = visible
        self.copied: Cells | None = None  # what a script copied without saying where to
        self._status, self._stillness = StatusBar(), Stillness()

    @property
    def api(self) -> Any:
        """The UNO desktop."""
        return self.office.desktop

    xl = api

    @property
    def pid(self) -> int:
        """The process, as far as the system tells it."""
        return self.office.pid

    @property
    def version(self) -> str:
        """LibreOffice's own version: «7.4»."""
        provider = self.office.create("com.sun.star.configuration.ConfigurationProvider")
        place = properties(nodepath="/org.openoffice.Setup/Product")
        access = "com.sun.star.configuration.ConfigurationAccess"
        return str(provider.createInstanceWithArguments(access, place).ooSetupVersion)

    @property
    def books(self) -> Books:
        """The workbooks that are open."""
        return Books(self, self.api.Components)

    @property
    def visible(self) -> bool:
        """Whether workbooks are opened with a window that is shown."""
        return self._visible

    @visible.setter
    def visible(self, shows: bool) -> None:
        self._visible = shows
        for book in self.books:
            book.api.CurrentController.Frame.ContainerWindow.setVisible(shows)

    def activate(self, steal_focus: bool = False) -> None:
        """Bring the active workbook to the front."""
        book = self.books.active
        if book:
            book.activate()
        _ = steal_focus

    @property
    def selection(self) -> Range | None:
        """The chosen cells of the active workbook, or None."""
        book = self.books.active
        cells: Any = book.api.CurrentSelection if book else None
        if book is None or not hasattr(cells, "RangeAddress"):
            return None
        return book.sheet_of(cells.Spreadsheet).at(Block.of(cells.RangeAddress))

    @property
    def screen_updating(self) -> bool:
        """Whether the windows follow what is written."""
        return not self._stillness

    @screen_updating.setter
    def screen_updating(self, follows: bool) -> None:
        if follows:
            self._stillness.end()
        else:
            self._stillness.begin(book.api for book in self.books)

    @property
    def calculation(self) -> str:
        """«automatic» or «manual», as the active workbook has it."""
        book = self.books.active
        return "automatic" if book is None or book.api.isAutomaticCalculationEnabled() else "manual"

    @calculation.setter
    def calculation(self, mode: str) -> None:
        for book in self.books:
            book.api.enableAutomaticCalculation(mode == "automatic")

    def calculate(self) -> None:
        """Compute what has changed, in every workbook."""
        for book in self.books:
            book.api.calculate()

    @property
    def status_bar(self) -> str | bool:
        """The text in the status bar, False when it is LibreOffice's own."""
        return self._status.text or False

    @status_bar.setter
    def status_bar(self, text: str | bool | None) -> None:
        self._status.show(self.books.active, str(text) if text else "")

    def run(self, macro: str, args: Sequence[Any]) -> Any:
        """Run a macro named as xlwings does: «'Sổ.xlsm'!Module1.Sub», or without the workbook."""
        book, name = macros.split(macro)
        found = self.books(book) if book else self.books.active
        if found is None:
            raise KeyError(macro)
        return macros.run(found.api, name, args)

    def quit(self) -> None:
        """Close LibreOffice without saving."""
        for book in list(self.books):
            book.close()
        self.kill(by_force=False)

    def kill(self, *, by_force: bool = True) -> None:
        """End LibreOffice's process."""
        self.engine.apps.forget(self)
        self.office.end(by_force=by_force)
