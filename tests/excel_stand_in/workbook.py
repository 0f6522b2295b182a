"""One open workbook: its file, its sheets, its named cells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.excel_stand_in import desktop
from tests.excel_stand_in.com_object import ComObject, refused
from tests.excel_stand_in.listing import Listing
from tests.excel_stand_in.workbook_storing import store

if TYPE_CHECKING:
    from tests.excel_stand_in.cell_range import CellRange
    from tests.excel_stand_in.excel_program import Application
    from tests.excel_stand_in.worksheet import Worksheet


class Workbook(ComObject):
    """Workbook."""

    def __init__(self, excel: Application, path: Path) -> None:
        super().__init__(excel.calls)
        self.excel = excel
        self.address = str(path)
        self.name = path.name
        self.sheets: list[Worksheet] = []
        self.names: list[Name] = []
        self.is_saved = True
        self.is_read_only = False
        self.mark = path.with_name(f"~${path.name}")
        self.mark.touch()

    def get_Name(self) -> str:
        return self.name

    def get_FullName(self) -> str:
        return self.address

    def get_Path(self) -> str:
        return str(Path(self.address).parent)

    def get_FileFormat(self) -> int:
        return 52

    def get_Application(self) -> Application:
        return self.excel

    def get_Saved(self) -> bool:
        return self.is_saved

    def set_Saved(self, value: bool) -> None:
        self.is_saved = value

    def get_ReadOnly(self) -> bool:
        return self.is_read_only

    def get_Worksheets(self) -> Listing:
        return Listing(self.calls, self.sheets)

    def get_Names(self) -> Listing:
        return Listing(self.calls, self.names)

    def do_Save(self) -> None:
        self.called("Save")
        store(self)
        self.is_saved = True

    def do_Close(self, SaveChanges: bool = False) -> None:
        self.called("Close")
        assert not SaveChanges
        self.excel.books.remove(self)
        self.mark.unlink(missing_ok=True)
        if not self.excel.books:
            desktop.take_away(self.excel.process)  # an Excel without a workbook has no window that gives it

    def sheet(self, name: str) -> Worksheet:
        """Return a sheet by its name, without any call."""
        return next(sheet for sheet in self.sheets if sheet.name == name)

    def cells_of(self, name: str) -> CellRange:
        """Return the cells of a name, without any call."""
        found = next(named for named in self.names if named.name == name)
        assert found.cells is not None
        return found.cells


class Name(ComObject):
    """A name of the workbook; cells: None where it means something else."""

    def __init__(self, book: Workbook, name: str, cells: CellRange | None) -> None:
        super().__init__(book.calls)
        self.name = name
        self.cells = cells

    def get_Name(self) -> str:
        return self.name

    def get_RefersToRange(self) -> Any:
        if self.cells is None:
            raise refused("Application-defined or object-defined error")
        return self.cells
