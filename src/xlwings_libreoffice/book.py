"""One workbook that is open in an office."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from xlwings import base_classes

from xlwings_libreoffice.collection import Member
from xlwings_libreoffice.gaps import missing, naming_gaps
from xlwings_libreoffice.names import Names
from xlwings_libreoffice.properties import properties
from xlwings_libreoffice.sheet import Sheet
from xlwings_libreoffice.sheets import Sheets

if TYPE_CHECKING:
    from xlwings_libreoffice.app import App

PDF: Final = "calc_pdf_Export"
FILTERS: Final = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
    ".pdf": PDF,
}
_CSV: Final = ".csv"
_COMMAS_AND_UTF_8: Final = "44,34,76"


@naming_gaps
class Book(Member, base_classes.Book):  # type: ignore[misc]  # xlwings is untyped
    """One workbook."""

    owner: App

    @property
    def app(self) -> App:
        """The office it is open in."""
        return self.owner

    @property  # type: ignore[misc]  # a file gets another name by being saved under it
    def name(self) -> str:
        """The name of the file, or the title of a workbook that was never saved."""
        return Path(self.fullname).name

    @property
    def fullname(self) -> str:
        """The path of the file; an address for a file that is not on this machine's disks."""
        import uno

        url = str(self.api.URL)
        if not url:
            return str(self.api.Title)
        if url.startswith("file:"):
            return str(uno.fileUrlToSystemPath(url))
        return url

    @property
    def sheets(self) -> Sheets:
        """Its sheets."""
        return Sheets(self, self.api.Sheets)

    def sheet_of(self, api: Any) -> Sheet:
        """Return a UNO sheet of this workbook as ours."""
        return Sheet(self, api)

    @property
    def names(self) -> Names:
        """Its names of cells, but for those of one sheet alone."""
        return Names(self, self.api.NamedRanges)

    def activate(self) -> None:
        """Bring its window to the front."""
        frame = self.api.CurrentController.Frame
        frame.activate()

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save in place, or as another file whose ending says in which format."""
        if password:
            raise missing("Book.save with a password")
        if path is None and self.api.hasLocation():
            self.api.store()
        else:
            name = path or f"{self.api.Title}.xlsx"
            self._save_as(Path(name))

    def _save_as(self, path: Path) -> None:
        ending = path.suffix.lower()
        if ending not in FILTERS:
            raise ValueError(f"no format of workbooks is known by the ending of {path.name}")
        if not path.absolute().parent.is_dir():  # LibreOffice would make the folder
            raise FileNotFoundError(str(path))
        words = properties(FilterName=FILTERS[ending], Overwrite=True)
        if ending == _CSV:
            words += properties(FilterOptions=_COMMAS_AND_UTF_8)
        self.api.storeAsURL(_url_of(path), words)

    def to_pdf(self, path: str, quality: str = "standard") -> None:
        """Write the workbook as PDF; LibreOffice has no choice of quality."""
        _ = quality
        words = properties(FilterName=PDF)
        self.api.storeToURL(_url_of(Path(path)), words)

    def close(self) -> None:
        """Close without saving."""
        self.api.setModified(False)
        self.api.close(True)


def _url_of(path: Path) -> Any:
    import uno

    return uno.systemPathToFileUrl(str(path.absolute()))
