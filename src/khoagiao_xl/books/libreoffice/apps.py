"""Apps and App: the offices that can be spoken to, and what is said to one as a whole."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from khoagiao_xl.books.libreoffice import connection, macros
from khoagiao_xl.books.libreoffice.book import Book, Books
from khoagiao_xl.books.libreoffice.gaps import naming_gaps
from khoagiao_xl.books.libreoffice.status import StatusBar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.books.libreoffice.connection import Office
    from khoagiao_xl.books.libreoffice.engine import Engine


@naming_gaps
class App(base_classes.App):  # type: ignore[misc]  # xlwings is untyped
    """One running LibreOffice."""

    # LibreOffice asks nothing of whom it serves over UNO; the switches are kept for scripts that set them.
    display_alerts = enable_events = interactive = True
    engine: Engine

    def __init__(self, engine: Engine, office: Office, *, visible: bool) -> None:
        self.engine, self.office = engine, office
        self._visible = visible
        self._status = StatusBar()
        self._quiet: list[Any] = []  # documents whose windows stand still

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
        from khoagiao_xl.books.libreoffice.book import properties

        place = properties(nodepath="/org.openoffice.Setup/Product")
        access = "com.sun.star.configuration.ConfigurationAccess"
        return str(provider.createInstanceWithArguments(access, place).ooSetupVersion)

    @property
    def books(self) -> Books:
        """The workbooks that are open."""
        return Books(self)

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
    def selection(self) -> Any:
        """The chosen cells of the active workbook, or None."""
        from khoagiao_xl.books.libreoffice.block import Block
        from khoagiao_xl.books.libreoffice.ranges import Range

        book = self.books.active
        cells: Any = book.api.CurrentSelection if book else None
        if book is None or not hasattr(cells, "RangeAddress"):
            return None
        return Range(book.sheet_of(cells.Spreadsheet), Block.of(cells.RangeAddress))

    @property
    def screen_updating(self) -> bool:
        """Whether the windows follow what is written."""
        return not self._quiet

    @screen_updating.setter
    def screen_updating(self, follows: bool) -> None:
        if follows:
            for model in self._quiet:
                with suppress(Exception):  # closed meanwhile: it has no window any more
                    model.removeActionLock()
                    model.unlockControllers()
            self._quiet = []
        elif not self._quiet:
            self._quiet = [book.api for book in self.books]
            for model in self._quiet:
                model.lockControllers()
                model.addActionLock()

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
        found: Book | None = self.books(book) if book else self.books.active
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


@naming_gaps
class Apps(base_classes.Apps):  # type: ignore[misc]  # xlwings is untyped
    """The offices that answer: those we started, and the user's own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._apps: list[App] = []

    def add(
        self,
        spec: str | None = None,
        add_book: bool | None = None,
        xl: Any = None,
        visible: bool | None = None,
    ) -> App:
        """Start a LibreOffice of our own; `spec`: which program."""  # fmt: skip
        _ = xl
        office = connection.start(visible=bool(visible), program=spec or "")
        app = App(self._engine, office, visible=bool(visible))
        self._apps.insert(0, app)
        if add_book:
            app.books.add()
        return app

    def reach(self, pipe: str, *, ask: bool = False) -> App | None:
        """Return the office behind a pipe; `ask`: the user's running one is asked to listen there first."""
        known = next((app for app in self if app.office.pipe == pipe), None)
        if known:
            return known
        office = connection.connect_or_ask(pipe) if ask else connection.connect(pipe)
        if office is None:
            return None
        app = App(self._engine, office, visible=True)
        self._apps.insert(0, app)
        return app

    def forget(self, app: App) -> None:
        """Take an office that ends off the list."""
        self._apps = [known for known in self._apps if known is not app]

    def __iter__(self) -> Iterator[App]:
        self._apps = [app for app in self._apps if app.office.is_there]
        return iter(list(self._apps))

    def keys(self) -> list[int]:
        """Return the processes."""
        return [app.pid for app in self]

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __getitem__(self, pid: int) -> App:
        return next(app for app in self if app.pid == pid)

    @staticmethod
    def cleanup() -> None:
        """Leave everything alone: no office of ours outlives its App unseen."""
