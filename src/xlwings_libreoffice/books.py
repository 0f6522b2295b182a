"""The workbooks that are open in one office, and opening more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from xlwings import base_classes

from xlwings_libreoffice import values
from xlwings_libreoffice.book import Book
from xlwings_libreoffice.collection import Collection
from xlwings_libreoffice.gaps import naming_gaps
from xlwings_libreoffice.properties import properties

if TYPE_CHECKING:
    from xlwings_libreoffice.app import App

_SPREADSHEET: Final = "com.sun.star.sheet.SpreadsheetDocument"
_ALWAYS_RUN_MACROS: Final = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
_NEW: Final = "private:factory/scalc"


@naming_gaps
class Books(Collection[Book], base_classes.Books):  # type: ignore[misc]  # xlwings is untyped
    """The workbooks of an office."""

    kind = Book
    owner: App

    @property
    def app(self) -> App:
        """The office."""
        return self.owner

    def _things(self) -> list[Any]:
        return [component for component in values.each(self.api) if _is_workbook(component)]

    def find(self, name: str) -> Book | None:
        """Return the workbook of a file name or a whole path, or None."""
        for book in self:
            if name in (book.name, book.fullname):
                return book
        return None

    @property
    def active(self) -> Book | None:
        """The workbook in front, else the last one that was opened."""
        # The desktop's current component is None while a dialogue or nothing at all is in front.
        current = self.app.api.CurrentComponent
        if _is_workbook(current):
            return Book(self.app, current)
        return next(iter(self), None)

    def add(self) -> Book:
        """Open a new, empty workbook."""
        return self._load(_NEW)

    def open(
        self,
        fullname: str,
        update_links: bool | None = None,
        read_only: bool | None = None,
        format: str | None = None,  # noqa: A002  # the name that xlwings calls it by
        password: str | None = None,
        *_: Any,
        **__: Any,
    ) -> Book:
        """Open a file with its macros ready to run."""
        import uno

        _ = update_links, format
        url = uno.systemPathToFileUrl(str(fullname))
        words = properties(ReadOnly=bool(read_only))
        if password:
            words += properties(Password=password)
        return self._load(url, *words)

    def _load(self, url: str, *more: Any) -> Book:
        words = more + properties(
            Hidden=not self.app.visible,
            MacroExecutionMode=_ALWAYS_RUN_MACROS,
        )
        opened = None
        with suppress(Exception):  # one with another password: its own words say «unsupported URL»
            opened = self.app.api.loadComponentFromURL(url, "_blank", 0, words)
        if not _is_workbook(opened):
            if opened is not None:  # a broken one is opened as a text
                opened.close(True)
            raise ValueError(f"LibreOffice cannot open {url} as a workbook")
        return Book(self.app, opened)


def _is_workbook(component: Any) -> bool:
    try:
        return bool(component.supportsService(_SPREADSHEET))
    except Exception:  # noqa: BLE001  # none at all, or a document that is just closing: it answers nothing
        return False
