"""An officer at the dashboard: chooses a period, clicks a button, waits for the answer."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.building import build_master
from khoagiao_xl.building.board import NOTICE, VALUES
from khoagiao_xl.doors.button_answer import result_of
from tests.chosen_period import choose_period
from tests.clicking.screen import HIGH, WIDE, Screen
from tests.made_once import few_units, with_who_closes
from tests.patience import do_until, wait_for
from xlwings_libreoffice import connection

if TYPE_CHECKING:
    from khoagiao_xl.office.profiles import Profile

PERIOD, MESSAGE = f"B{VALUES}", f"B{NOTICE}"
BUTTONS_AT_WORK: Final = "khoagiao_xl.doors.buttons"  # on the command line of the Python that a click started
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


def make_master(path: Path, python: str = sys.executable, profile: Profile | None = None) -> Path:
    """Build a master for LibreOffice with January chosen, of eight units where no other profile is named."""
    office = with_who_closes(profile or few_units())
    build_master(path, office.with_setting("python", python), for_office="libreoffice")
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
            url = _address(found)
            if url.startswith("file:") and Path(uno.fileUrlToSystemPath(url)) == self.master:
                return found
        return None

    def click(self, action_id: str) -> dict[str, Any]:
        """Click a button, wait until its answer is shown on the dashboard, and return the answer."""
        before = time.time()
        self.click_only(action_id)
        return self.answer_after(before)

    def click_only(self, action_id: str, times: int = 1) -> None:
        """Click in the middle of a button; once more if it saw nothing of it, as a person would."""
        moment, before = time.time(), self.message()
        do_until(
            lambda: wait_for(lambda: self._click_button(action_id, times), why="khi tìm nút"),
            lambda: self._has_begun(moment, before),
            f"sau khi bấm {action_id}",
        )

    def _has_begun(self, moment: float, before: str) -> bool:
        """Whether anything shows that a click was seen: an answer, another message, a Python at work."""
        is_answered = self._is_answered(moment) or self.message() != before
        return is_answered or self.screen.runs(BUTTONS_AT_WORK)

    def _click_button(self, action_id: str, times: int) -> bool:
        page = self.workbook().CurrentController.ActiveSheet.DrawPage
        words = ACTIONS[action_id].label
        button = next((shape for shape in page if _words(shape).rpartition(". ")[2] == words), None)
        return button is not None and self._click_at(button, times)

    def go_to(self, sheet: str) -> None:
        """Bring a sheet to the front."""
        controller = self.workbook().CurrentController
        controller.setActiveSheet(self.workbook().Sheets.getByName(sheet))

    def sheet(self) -> str:
        """Return the name of the sheet in front."""
        return str(self.workbook().CurrentController.ActiveSheet.Name)

    def click_cell(self, address: str) -> None:
        """Click on a cell of the sheet in front; once more if it was not chosen by that."""
        do_until(
            lambda: wait_for(lambda: self._click_at(self._cell(address)), why="khi tìm ô"),
            lambda: self._is_chosen(address),
            f"sau khi bấm vào ô {address}",
        )

    def _cell(self, address: str) -> Any:
        return self.workbook().CurrentController.ActiveSheet.getCellRangeByName(address)

    def _is_chosen(self, address: str) -> bool:
        chosen, cell = self.workbook().CurrentSelection.RangeAddress, self._cell(address).RangeAddress
        return (chosen.StartColumn, chosen.StartRow) == (cell.StartColumn, cell.StartRow)

    def answer_after(self, moment: float, seconds: float = 120) -> dict[str, Any]:
        """Return the answer given after `moment`, once the dashboard shows it."""
        wait_for(lambda: self._is_answered(moment), seconds, "sau khi bấm nút")
        wait_for(lambda: self.message() == self._told()["sentence"], seconds, "trên dòng nhắn")
        return self._told()

    def _is_answered(self, moment: float) -> bool:
        kept = result_of(self.master)
        return kept.exists() and kept.stat().st_mtime > moment

    def _told(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(result_of(self.master).read_text(encoding="utf-8"))
        return found

    def message(self) -> str:
        """Return what the line under the buttons says."""
        return self._first_sheet_says(MESSAGE)

    def period(self) -> str:
        """Return the period that is chosen."""
        return self._first_sheet_says(PERIOD)

    def _first_sheet_says(self, address: str) -> str:
        def look() -> list[str]:  # never untrue: an empty cell is an answer too
            return [str(self.workbook().Sheets.getByIndex(0).getCellRangeByName(address).String)]

        return wait_for(look, why=f"khi đọc ô {address}")[0]

    def choose(self, period: str) -> None:
        """Click on the period, type another, press Enter; once more if the cell does not show it then."""

        def type_in() -> None:
            self.click_cell(PERIOD)
            self.screen.type(period)

        do_until(type_in, lambda: self.period() == period, f"khi chọn kỳ {period}")

    def _click_at(self, thing: Any, times: int = 1) -> bool:
        """Click in the middle of a thing, if its window stands still; return whether it does."""
        place = self._place_of(thing)
        if place is None:
            return False
        x, y = place
        self.screen.mouse(f"mousemove {x} {y}")
        if self._place_of(thing) != place:
            return False
        self.screen.mouse(f"click --repeat {times} --delay 80 1")
        return True

    def _place_of(self, thing: Any) -> tuple[int, int] | None:
        """Return where on the screen the middle of a thing is; None while the window has not its size yet."""
        controller = self.workbook().CurrentController
        shown, pixels = controller.VisibleArea, controller.VisibleAreaOnScreen
        if pixels.Width < WIDE // 2 or pixels.Height < HIGH // 2:
            return None
        x = pixels.X + (thing.Position.X + thing.Size.Width / 2 - shown.X) * pixels.Width / shown.Width
        y = pixels.Y + (thing.Position.Y + thing.Size.Height / 2 - shown.Y) * pixels.Height / shown.Height
        return round(x), round(y)


def _address(component: Any) -> str:
    try:
        return str(component.URL)
    except Exception:  # noqa: BLE001  # no document, or one that is just closing
        return ""


def _words(shape: Any) -> str:
    return str(getattr(shape, "String", None) or "")


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
