"""One running Excel: its workbooks, its settings, and how it answers."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.excel_stand_in import desktop
from tests.excel_stand_in.com_object import Calls, ComObject, bare, refused
from tests.excel_stand_in.listing import Listing
from tests.excel_stand_in.workbook import Workbook
from tests.excel_stand_in.workbook_loading import load

_numbers = itertools.count(100)


class Application(ComObject):
    """Excel.Application."""

    def __init__(self) -> None:
        super().__init__(Calls())
        self.process = next(_numbers)
        self.books: list[Workbook] = []
        self.settings: dict[str, Any] = {
            "ScreenUpdating": True,
            "DisplayAlerts": True,
            "Calculation": -4105,
            "StatusBar": False,
        }
        self.macros: dict[str, Callable[[], None]] = {}
        self.chosen: Any = None

    def get_Application(self) -> Application:
        return self

    def get_Hwnd(self) -> int:
        return self.process * 10

    def get_Workbooks(self) -> Listing:
        return Listing(self.calls, self.books)

    def get_Selection(self) -> Any:
        return self.chosen

    def do_Run(self, name: str) -> None:
        self.called("Run")
        _, _, macro = name.rpartition("!")
        if macro not in self.macros:
            raise refused(f"Cannot run the macro '{name}'.")
        self.macros[macro]()

    def open(self, path: Path) -> Workbook:
        """Load a workbook as a double click does, its window on top."""
        book = load(self, path)
        self.books.append(book)
        handle = self.get_Hwnd()
        if not any(window.handle == handle for window in desktop.windows):
            desktop.show(desktop.TopWindow(handle, self.process, lambda: _Window(self)))
        return book


def _setting(name: str) -> None:
    def read(self: Application) -> Any:
        return self.settings[name]

    def write(self: Application, value: Any) -> None:
        self.settings[name] = bare(value)

    setattr(Application, f"get_{name}", read)
    setattr(Application, f"set_{name}", write)


for _name in ("ScreenUpdating", "DisplayAlerts", "Calculation", "StatusBar"):
    _setting(_name)


class _Window(ComObject):
    """What a window of Excel gives: the way to the program."""

    def __init__(self, excel: Application) -> None:
        super().__init__(excel.calls)
        self.excel = excel

    def get_Application(self) -> Application:
        return self.excel
