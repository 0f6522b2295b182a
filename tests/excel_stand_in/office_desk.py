"""An officer at the dashboard of a master that is open in the stand-in: clicks, and reads what is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.doors import buttons, open_or_closed, run_action
from khoagiao_xl.doors.button_answer import result_of
from tests.excel_stand_in.excel_program import Application
from tests.excel_stand_in.on_windows import Clock, be_on_windows, opens_by_double_click
from tests.excel_stand_in.workbook import Workbook

PERIOD: Final = "2024-M01"
MORNING: Final = datetime(2024, 1, 22, 8)  # noqa: DTZ001  # the office's clock
EMAIL: Final = 5  # the column of the units' addresses
NOTICE: Final = "kgTinNhan"


@dataclass
class Desk:
    """One master, open in an Excel. started: the processes that were to be started, and are not."""

    master: Path
    excel: Application
    clock: Clock
    started: list[list[str]] = field(default_factory=list)

    @property
    def book(self) -> Workbook:
        """The master as it is open."""
        return next(book for book in self.excel.books if book.name == self.master.name)

    @property
    def notice(self) -> Any:
        """What stands under the buttons."""
        block = self.book.cells_of(NOTICE).block
        return self.book.sheet("Bảng điều khiển").cell(block.top, block.left).value

    def type_faults(self, *units: int) -> None:
        """Type addresses that the check will find beside some of the units, and mend the others."""
        sheet = self.book.sheet("Đơn vị")
        [table] = sheet.tables
        for number, row in enumerate(table.block.rows[1:]):
            sheet.cell(row, EMAIL).value = "không có thư" if number in units else None
        sheet.is_touched, self.book.is_saved = True, False

    def click(self, action_id: str, period: str = PERIOD) -> dict[str, Any]:
        """Click a button as the macro does, wait for what it started, and return the answer."""
        buttons.press(action_id, str(self.master), period, "17")
        _show_answer(self)  # the macro has waited for it
        for words in self.started:
            buttons.main(words)
        self.started.clear()
        return self.answer

    @property
    def answer(self) -> dict[str, Any]:
        """What was answered last."""
        told: dict[str, Any] = json.loads(result_of(self.master).read_text(encoding="utf-8"))
        return told

    def show(self, moment: datetime) -> None:
        """Let the office's clock show this moment."""
        for door in (run_action, open_or_closed):
            door.clock = lambda: moment  # type: ignore[attr-defined]


def sit_down(master: Path) -> Desk:
    """Open a master in an Excel of its own, on a Windows that this process believes in."""
    clock = be_on_windows()
    excel = Application()
    desk = Desk(master, excel, clock)
    excel.open(master)
    excel.macros[buttons.SHOW] = lambda: _show_answer(desk)
    opens_by_double_click(excel)
    buttons._start_own_process = lambda *words: desk.started.append(list(words))
    desk.show(MORNING)
    return desk


def _show_answer(desk: Desk) -> None:
    """Do what the macro does: put the second line of the answer's file under the buttons."""
    place = result_of(desk.master).with_name("tra-loi.txt")
    _, line = place.read_text(encoding="ascii").splitlines()
    block = desk.book.cells_of(NOTICE).block
    text = line.encode("ascii").decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")
    desk.book.sheet("Bảng điều khiển").cell(block.top, block.left).value = text
