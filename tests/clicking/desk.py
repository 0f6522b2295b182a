"""An officer at the dashboard: chooses a period, clicks a button, waits for the answer."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.building import build_master
from khoagiao_xl.building.board import NOTICE, VALUES
from khoagiao_xl.doors.button_answer import result_of
from khoagiao_xl.office.profiles import load_profile
from tests.chosen_period import choose_period
from tests.clicking.screen import Screen, wait_for
from xlwings_libreoffice import connection

PERIOD, MESSAGE = f"B{VALUES}", f"B{NOTICE}"
# A Python whose office clock shows the moment that stands in a file beside it.
CLOCK: Final = """#!{python}
import sys
from datetime import datetime
from pathlib import Path
if __name__ == "__main__":  # a worker process reads this once more
    import khoagiao_xl.doors.run_action
    moment = Path(__file__).with_name("clock.txt")
    khoagiao_xl.doors.run_action.clock = lambda: datetime.fromisoformat(moment.read_text())
    exec(sys.argv[2])
"""


def make_master(path: Path, python: str = sys.executable) -> Path:
    """Build the master of 2024 for LibreOffice, with January chosen on its dashboard."""
    build_master(path, load_profile("2024").with_setting("python", python), for_office="libreoffice")
    return choose_period(path, "2024-M01")


@dataclass
class Desk:
    """The master on the screen, and hands on mouse and keyboard; eyes are lent by UNO.

    leaves_lock: whether LibreOffice marks the file as open, which it does not when it only shows it.
    """

    screen: Screen
    master: Path
    leaves_lock: bool = True

    def workbook(self) -> Any:
        """Return the document that shows the master, to look at, once it is open."""
        return wait_for(self._find, why="qua UNO")

    def _find(self) -> Any:
        import uno

        # Without an office that has the master, asking would start one without a window.
        is_open = not self.leaves_lock or self.master.with_name(f".~lock.{self.master.name}#").exists()
        office = connection.connect_or_ask(connection.usual_pipe()) if is_open else None
        walk = office.desktop.Components.createEnumeration() if office else None
        while walk and walk.hasMoreElements():
            found = walk.nextElement()
            url = str(getattr(found, "URL", ""))
            if url.startswith("file:") and Path(uno.fileUrlToSystemPath(url)) == self.master:
                return found
        return None

    def click(self, action_id: str, seconds: float = 90) -> dict[str, Any]:
        """Click a button, wait until its answer is shown on the dashboard, and return the answer."""
        before = time.time()
        self.click_only(action_id)
        return self.answer_after(before, seconds)

    def click_only(self, action_id: str, times: int = 1) -> None:
        """Click in the middle of a button."""
        workbook = self.workbook()
        label = ACTIONS[action_id].label
        buttons = [shape for shape in workbook.CurrentController.ActiveSheet.DrawPage if _label(shape)]
        self._click_at(next(one for one in buttons if _label(one).rpartition(". ")[2] == label), times)

    def click_cell(self, address: str) -> None:
        """Click on a cell of the sheet in front."""
        self._click_at(self.workbook().CurrentController.ActiveSheet.getCellRangeByName(address))

    def answer_after(self, moment: float, seconds: float = 90) -> dict[str, Any]:
        """Return the answer given after `moment`, once the dashboard shows it."""
        kept = result_of(self.master)
        wait_for(lambda: kept.exists() and kept.stat().st_mtime > moment, seconds, "sau khi bấm nút")
        wait_for(lambda: self.message() == self._told()["sentence"], 40, f"trên dòng nhắn: {self.message()}")
        return self._told()

    def _told(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(result_of(self.master).read_text(encoding="utf-8"))
        return found

    def message(self) -> str:
        """Return what the line under the buttons says."""
        return str(self.workbook().Sheets.getByIndex(0).getCellRangeByName(MESSAGE).String)

    def period(self) -> str:
        """Return the period that is chosen."""
        return str(self.workbook().Sheets.getByIndex(0).getCellRangeByName(PERIOD).String)

    def choose(self, period: str) -> None:
        """Click on the period, type another, press Enter."""
        cell = self.workbook().CurrentController.ActiveSheet.getCellRangeByName(PERIOD)
        self._click_at(cell)
        self.screen.type(period)
        wait_for(lambda: cell.getCellByPosition(0, 0).String == period, 10, "khi chọn kỳ")

    def _click_at(self, thing: Any, times: int = 1) -> None:
        controller = self.workbook().CurrentController
        shown, pixels = controller.VisibleArea, controller.VisibleAreaOnScreen
        x = pixels.X + (thing.Position.X + thing.Size.Width / 2 - shown.X) * pixels.Width / shown.Width
        y = pixels.Y + (thing.Position.Y + thing.Size.Height / 2 - shown.Y) * pixels.Height / shown.Height
        self.screen.mouse(f"mousemove {round(x)} {round(y)} click --repeat {times} --delay 80 1")


def _label(shape: Any) -> str:
    return str(getattr(getattr(shape, "Control", None), "Label", None) or "")


@dataclass(frozen=True)
class Clock:
    """A Python to name in a master's settings, whose office clock can be set."""

    python: Path

    @classmethod
    def in_folder(cls, folder: Path) -> Clock:
        """Make one."""
        python = folder / "python"
        python.write_text(CLOCK.format(python=sys.executable), encoding="utf-8")
        python.chmod(0o755)
        return cls(python)

    def show(self, moment: datetime) -> None:
        """Set the clock."""
        self.python.with_name("clock.txt").write_text(moment.isoformat(), encoding="ascii")
