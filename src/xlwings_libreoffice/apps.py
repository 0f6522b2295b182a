"""The offices that can be spoken to: those we started, and the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xlwings_libreoffice import connection
from xlwings_libreoffice.app import App
from xlwings_libreoffice.gaps import naming_gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlwings_libreoffice.engine import Engine
    from xlwings_libreoffice.office import Office


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
        """Start a LibreOffice of our own; `spec`: which program."""
        _ = xl
        office = connection.start(visible=bool(visible), program=spec or "")
        app = self._remember(office, visible=bool(visible))
        if add_book:
            app.books.add()
        return app

    def reach(self, pipe: str, *, ask: bool = False) -> App | None:
        """Return the office behind a pipe; `ask`: the user's running one is asked to listen there first."""
        for app in self:
            if app.office.pipe == pipe:
                return app
        connect = connection.connect_or_ask if ask else connection.connect
        office = connect(pipe)
        if office is None:
            return None
        return self._remember(office, visible=True)

    def _remember(self, office: Office, *, visible: bool) -> App:
        app = App(self._engine, office, visible=visible)
        self._apps.insert(0, app)
        return app

    def forget(self, app: App) -> None:
        """Take an office that ends off the list."""
        self._apps = [known for known in self._apps if known is not app]

    def __iter__(self) -> Iterator[App]:
        there = [app for app in self._apps if app.office.is_there]
        self._apps = there
        return iter(there.copy())

    def keys(self) -> list[int]:
        """Return the processes."""
        return [app.pid for app in self]

    def __len__(self) -> int:
        return len(self.keys())

    def __getitem__(self, pid: int) -> App:
        for app in self:
            if app.pid == pid:
                return app
        raise KeyError(pid)

    @staticmethod
    def cleanup() -> None:
        """Leave everything alone: no office of ours outlives its App unseen."""
