"""What is said to one office as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

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


_SETTINGS: Final = "com.sun.star.configuration.ConfigurationProvider"
_READING: Final = "com.sun.star.configuration.ConfigurationAccess"
_PRODUCT: Final = "/org.openoffice.Setup/Product"
_AUTOMATIC, _MANUAL = "automatic", "manual"


@naming_gaps
class App(base_classes.App):  # type: ignore[misc]  # xlwings is untyped
    """One running LibreOffice."""

    # LibreOffice asks nothing of whom it serves over UNO; the switches are kept for scripts that set them.
    display_alerts = enable_events = interactive = True
    engine: Engine

    def __init__(self, engine: Engine, office: Office, *, visible: bool) -> None:
        self.engine = engine
        self.office = office
        self.copied: Cells | None = None  # what a script copied without saying where to
        self._visible = visible
        self._status = StatusBar()
        self._stillness = Stillness()

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
        provider = self.office.create(_SETTINGS)
        place = properties(nodepath=_PRODUCT)
        product = provider.createInstanceWithArguments(_READING, place)
        return str(product.ooSetupVersion)

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
            frame = book.api.CurrentController.Frame
            frame.ContainerWindow.setVisible(shows)

    def activate(self, steal_focus: bool = False) -> None:
        """Bring the active workbook to the front."""
        _ = steal_focus
        book = self.books.active
        if book:
            book.activate()

    @property
    def selection(self) -> Range | None:
        """The chosen cells of the active workbook, or None."""
        book = self.books.active
        if book is None:
            return None
        chosen = book.api.CurrentSelection
        if not hasattr(chosen, "RangeAddress"):
            return None
        sheet = book.sheet_of(chosen.Spreadsheet)
        block = Block.of(chosen.RangeAddress)
        return sheet.at(block)

    @property
    def screen_updating(self) -> bool:
        """Whether the windows follow what is written."""
        return not self._stillness

    @screen_updating.setter
    def screen_updating(self, follows: bool) -> None:
        if follows:
            self._stillness.end()
        else:
            models = [book.api for book in self.books]
            self._stillness.begin(models)

    @property
    def calculation(self) -> str:
        """«automatic» or «manual», as the active workbook has it."""
        book = self.books.active
        if book is None or book.api.isAutomaticCalculationEnabled():
            return _AUTOMATIC
        return _MANUAL

    @calculation.setter
    def calculation(self, mode: str) -> None:
        for book in self.books:
            book.api.enableAutomaticCalculation(mode == _AUTOMATIC)

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
        shown = str(text) if text else ""
        self._status.show(self.books.active, shown)

    def run(self, macro: str, args: Sequence[Any]) -> Any:
        """Run a macro named as xlwings does: «'Sổ.xlsm'!Module1.Sub», or without the workbook."""
        wanted, name = macros.split(macro)
        book = self.books(wanted) if wanted else self.books.active
        if book is None:
            raise KeyError(macro)
        return macros.run(book.api, name, args)

    def quit(self) -> None:
        """Close LibreOffice without saving."""
        for book in list(self.books):
            book.close()
        self.kill(by_force=False)

    def kill(self, *, by_force: bool = True) -> None:
        """End LibreOffice's process."""
        self.engine.apps.forget(self)
        self.office.end(by_force=by_force)
