"""A user whose LibreOffice allows no macros sees what to do; one whose macros run sees nothing of it."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.building.board import TITLE
from khoagiao_xl.building.macros_off import HEAD_ROW, ROOM, SHEET
from khoagiao_xl.building.sheet_styles import GOLD, PAPER, RED
from khoagiao_xl.model.cell_addresses import column_name
from tests.clicking.desk import Desk
from tests.clicking.screen import NEEDED, SETTINGS, Screen, screen_of
from tests.patience import do_until, wait_for
from xlwings_libreoffice import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.office, pytest.mark.slow]
SECURITY = "org.openoffice.Office.Common/Security/Scripting"
OFF, ON = "2", "0"  # levels of security: «high», as LibreOffice comes; «low»
BOX, LINK = (f"{column_name(column)}{TITLE}" for column in ROOM)  # the first and the last cell of the notice
HEAD = f"C{HEAD_ROW}"


@pytest.fixture
def showing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Show a master to a user of a new profile with this level of security."""
    missing = [tool for tool in NEEDED if not shutil.which(tool)]
    if missing or not connection.can_reach():
        pytest.skip(f"cần {', '.join(missing) or 'python3-uno'}")

    @contextlib.contextmanager
    def show(master: Path, level: str) -> Iterator[Desk]:
        folder = tmp_path / f"level-{level}"
        folder.mkdir()
        with monkeypatch.context() as patch:
            patch.setitem(SETTINGS, SECURITY, ("MacroSecurityLevel", level))
            with screen_of(folder) as screen:
                for name in ("PATH", connection.PIPE_VARIABLE):
                    patch.setenv(name, screen.env[name])
                with _opened(screen, master, says_ok=level == OFF):
                    yield Desk(screen, master)

    return show


@contextlib.contextmanager
def _opened(screen: Screen, master: Path, *, says_ok: bool) -> Iterator[None]:
    """Open the master; LibreOffice first says by itself that macros are disabled, and waits for «OK»."""
    is_open = threading.Event()

    def say_ok() -> None:
        while not is_open.wait(1):
            screen.mouse("key Return")

    thread = threading.Thread(target=say_ok)
    if says_ok:
        thread.start()
    try:
        with screen.showing(master):
            is_open.set()
            yield
    finally:
        is_open.set()


def edge_of(desk: Desk, address: str) -> tuple[int, int]:
    """Return the place on the screen just inside the lower right corner of a cell, where no letter stands."""
    controller = desk.workbook().CurrentController
    cell = controller.ActiveSheet.getCellRangeByName(address)
    shown, pixels = controller.VisibleArea, controller.VisibleAreaOnScreen
    x = (cell.Position.X + cell.Size.Width - shown.X) * pixels.Width / shown.Width
    y = (cell.Position.Y + cell.Size.Height - shown.Y) * pixels.Height / shown.Height
    return round(pixels.X + x) - 5, round(pixels.Y + y) - 5


def colour_of(desk: Desk, address: str) -> str:
    """Return the colour in which the screen shows a cell."""
    x, y = edge_of(desk, address)
    command = ["import", "-window", "root", "-crop", f"1x1+{x}+{y}", "-depth", "8", "txt:-"]
    told = subprocess.run(command, env=desk.screen.env, check=True, capture_output=True, text=True).stdout
    return str(re.findall(r"#[0-9A-F]{6}", told)[0])


def follow_link(desk: Desk) -> None:
    x, y = edge_of(desk, LINK)
    desk.screen.mouse(f"mousemove {x - 60} {y - 12} keydown ctrl click 1 keyup ctrl")


def sheet_in_front(desk: Desk) -> str:
    return str(desk.workbook().CurrentController.ActiveSheet.Name)


def go_to(desk: Desk, sheet: str) -> None:
    workbook = desk.workbook()
    workbook.CurrentController.setActiveSheet(workbook.Sheets.getByName(sheet))


def test_macros_that_are_off_are_told_and_the_link_leads_to_the_ways_out(
    tmp_path: Path, showing: Callable[..., Any], copy_master: Callable[[Path], Path]
) -> None:
    with showing(copy_master(tmp_path / "So.xlsm"), OFF) as desk:
        desk.screen.picture(tmp_path / "tat.png")
        wait_for(lambda: colour_of(desk, BOX) == GOLD, why="trên bảng điều khiển")
        do_until(lambda: follow_link(desk), lambda: sheet_in_front(desk) == SHEET, "khi bấm liên kết")
        wait_for(lambda: colour_of(desk, HEAD) == GOLD, why="ở đầu trang")


def test_nothing_is_told_where_macros_run_and_what_is_stored_there_keeps_no_secret(
    tmp_path: Path, showing: Callable[..., Any], copy_master: Callable[[Path], Path]
) -> None:
    master = copy_master(tmp_path / "So.xlsm")
    with showing(master, ON) as desk:
        desk.screen.picture(tmp_path / "bat.png")
        wait_for(lambda: colour_of(desk, BOX) == RED, why="trên bảng điều khiển")
        go_to(desk, SHEET)
        wait_for(lambda: colour_of(desk, HEAD) == PAPER, why="ở đầu trang")
        go_to(desk, "Bảng điều khiển")
        desk.workbook().store()
    master.with_name(f".~lock.{master.name}#").unlink(missing_ok=True)  # its office was ended, not closed
    with showing(master, OFF) as desk:
        wait_for(lambda: colour_of(desk, BOX) == GOLD, why="trên bảng điều khiển")
