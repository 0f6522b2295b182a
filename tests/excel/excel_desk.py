"""An officer at the dashboard in Excel: opens the master, chooses a period, presses a button, reads the answer."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.building import build_master
from khoagiao_xl.building.defined_names import MESSAGE, PERIOD
from khoagiao_xl.doors.button_answer import result_of
from tests.patience import wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.office.profiles import Profile

REPAIRED: Final = "[Repaired]"  # what Excel writes behind the name of a file that it had to mend


def make_excel_master(path: Path, profile: Profile, python: str) -> Path:
    """Build a master for Excel whose buttons start `python`."""
    build_master(path, profile.with_setting("python", python), with_xlwings=True)
    return path


@dataclass
class ExcelDesk:
    """The master open in an Excel; `app` is an xlwings App of the test's own."""

    app: Any
    master: Path

    def open(self) -> Any:
        """Open the master, or return the workbook that has it open."""
        for book in self.app.books:
            if book.name == self.master.name:
                return book
        return self.app.books.open(str(self.master))

    def choose(self, period: str) -> None:
        """Choose a period on the dashboard."""
        self._cell(PERIOD).value = period

    def press(self, action_id: str) -> dict[str, Any]:
        """Run the macro of a button, which waits for Python, and return the answer."""
        before = time.time()
        self.open().macro(ACTIONS[action_id].macro)()
        return self.answer_after(before)

    def answer_after(self, moment: float) -> dict[str, Any]:
        """Return the answer that was given after `moment`."""
        kept = result_of(self.master)
        wait_for(lambda: kept.exists() and kept.stat().st_mtime > moment, 120, "sau khi bấm nút")
        told: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        return told

    def message(self) -> str:
        """Return the line under the office's name."""
        return str(self._cell(MESSAGE).value)

    def rules(self) -> int:
        """Return how many conditional formats the workbook has."""
        return sum(int(sheet.api.Cells.FormatConditions.Count) for sheet in self.open().sheets)

    def _cell(self, name: str) -> Any:
        return self.open().names[name].refers_to_range


def was_repaired(app: Any, path: Path) -> bool:
    """Whether Excel had to mend a file to open it, which it tells in the title of the window (believed, not seen)."""
    book = app.books.open(str(path), read_only=True)
    try:
        return REPAIRED in str(book.api.Windows(1).Caption)
    finally:
        book.close()
