"""Books and Book: the workbooks that are open in one office."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from xlwings import base_classes

from khoagiao_xl.books.libreoffice.gaps import naming_gaps
from khoagiao_xl.books.libreoffice.names import Names
from khoagiao_xl.books.libreoffice.sheets import Sheet, Sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.books.libreoffice.apps import App

SPREADSHEET: Final = "com.sun.star.sheet.SpreadsheetDocument"
ALWAYS_RUN_MACROS: Final = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
FILTERS: Final = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
    ".pdf": "calc_pdf_Export",
}


def properties(**values: object) -> tuple[Any, ...]:
    """Return named values as UNO takes them."""
    import uno

    made = []
    for name, value in values.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


@naming_gaps
class Book(base_classes.Book):  # type: ignore[misc]  # xlwings is untyped
    """One workbook."""

    app: App
    api: Any

    def __init__(self, app: App, api: Any) -> None:
        self.app, self.api = app, api

    @property
    def name(self) -> str:
        """The name of the file, or the title of a workbook that was never saved."""
        return Path(self.fullname).name

    @property
    def fullname(self) -> str:
        """The path of the file; an address for a file that is not on this machine's disks."""
        import uno

        url = str(self.api.URL)
        return uno.fileUrlToSystemPath(url) if url.startswith("file:") else url or str(self.api.Title)

    @property
    def sheets(self) -> Sheets:
        """Its sheets."""
        return Sheets(self)

    def sheet_of(self, api: Any) -> Sheet:
        """Return a UNO sheet of this workbook as ours."""
        return Sheet(self, api)

    @property
    def names(self) -> Names:
        """Its names of cells."""
        return Names(self)

    def activate(self) -> None:
        """Bring its window to the front."""
        self.api.CurrentController.Frame.activate()

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save in place, or as another file whose ending says in which format."""
        import uno

        if path is None and self.api.hasLocation():
            self.api.store()
            return
        target = Path(path or f"{self.api.Title}.xlsx").absolute()
        more = {"Password": password} if password else {}
        words = properties(FilterName=FILTERS[target.suffix.lower()], Overwrite=True, **more)
        self.api.storeAsURL(uno.systemPathToFileUrl(str(target)), words)

    def to_pdf(self, path: str, quality: str = "standard") -> None:
        """Write the workbook as PDF."""
        import uno

        self.api.storeToURL(uno.systemPathToFileUrl(str(path)), properties(FilterName=FILTERS[".pdf"]))
        _ = quality  # LibreOffice has no such choice

    def close(self) -> None:
        """Close without saving."""
        self.api.setModified(False)
        self.api.close(True)


@naming_gaps
class Books(base_classes.Books):  # type: ignore[misc]  # xlwings is untyped
    """The workbooks of an office."""

    app: App
    api: Any

    def __init__(self, app: App) -> None:
        self.app = app
        self.api = app.api.Components

    def __iter__(self) -> Iterator[Book]:
        # The desktop's current component is None while a dialogue or nothing at all is in front.
        walk = self.api.createEnumeration()
        while walk.hasMoreElements():
            component = walk.nextElement()
            if hasattr(component, "supportsService") and component.supportsService(SPREADSHEET):
                yield Book(self.app, component)

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __call__(self, key: str | int) -> Book:
        """Return a workbook by its file name or by its number, counted from 1."""
        books = list(iter(self))
        if isinstance(key, int):
            return books[key - 1]
        found = next((book for book in books if key in (book.name, book.fullname)), None)
        if found is None:
            raise KeyError(key)
        return found

    @property
    def active(self) -> Book | None:
        """The workbook in front, else the last one that was opened."""
        current = self.app.api.CurrentComponent
        if current is not None and current.supportsService(SPREADSHEET):
            return Book(self.app, current)
        return next(iter(self), None)

    def add(self) -> Book:
        """Open a new, empty workbook."""
        return self._load("private:factory/scalc")

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
        more = {"Password": password} if password else {}
        return self._load(uno.systemPathToFileUrl(str(fullname)), ReadOnly=bool(read_only), **more)

    def _load(self, url: str, **more: object) -> Book:
        words = properties(Hidden=not self.app.visible, MacroExecutionMode=ALWAYS_RUN_MACROS, **more)
        return Book(self.app, self.app.api.loadComponentFromURL(url, "_blank", 0, words))
