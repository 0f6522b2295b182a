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

__all__ = ["Book", "properties"]
FILTERS: Final = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
    ".pdf": "calc_pdf_Export",
}

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
        return uno.fileUrlToSystemPath(url) if url.startswith("file:") else url or str(self.api.Title)

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
        self.api.CurrentController.Frame.activate()

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save in place, or as another file whose ending says in which format."""
        import uno

        if path is None and self.api.hasLocation():
            self.api.store()
            return
        target = Path(path or f"{self.api.Title}.xlsx").absolute()
        if target.suffix.lower() not in FILTERS:
            raise ValueError(f"no format of workbooks is known by the ending of {target.name}")
        if not target.parent.is_dir():  # LibreOffice would make the folder
            raise FileNotFoundError(str(target.parent))
        words = properties(FilterName=FILTERS[target.suffix.lower()], Overwrite=True)
        if password:
            words += _locked_with(password, target.suffix.lower())
        if target.suffix.lower() == ".csv":
            words += properties(FilterOptions=_COMMAS_AND_UTF_8)
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


def _locked_with(password: str, suffix: str) -> tuple[Any, ...]:
    """Return the words that encrypt a file: those of Excel are left open by a mere «Password»."""
    import uno

    if suffix == ".ods":
        return properties(Password=password)
    if suffix not in (".xlsx", ".xlsm"):
        raise missing(f"Book.save with a password as {suffix}")
    said = []
    for name, value in {"CryptoType": "Standard", "OOXPassword": password}.items():
        one = uno.createUnoStruct("com.sun.star.beans.NamedValue")
        one.Name, one.Value = name, value
        said.append(one)
    return properties(EncryptionData=uno.Any("[]com.sun.star.beans.NamedValue", tuple(said)))
