"""Make every picture of README and guide anew: `python3 run.py pictures`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pictures.catalogue import IMAGES, MASTER, PAGES, SHEETS, WINDOW, path_of
from pictures.demo_office import CLOCK, live
from pictures.made_from import record
from pictures.pages import take_pages
from pictures.screen import keep_picture, own_display, screen_of

if TYPE_CHECKING:
    from pictures.demo_office import DemoOffice
    from pictures.screen import Screen

TITLE: Final = "KhoaGiao"  # in the title of the small window
# The command with the office's clock on the day that the pictures show.
ON_THE_DAY: Final = f"""
import datetime, sys
from khoagiao_xl.vietnamese import office_clock
office_clock.office_now = lambda: datetime.datetime({CLOCK:%Y, %-m, %-d}, 9)
from khoagiao_xl.__main__ import main
sys.exit(main())
"""
PAUSE, FILLING, PATIENCE = 0.5, 5.0, 60.0  # seconds; the window reads the master before it shows a period


def main() -> int:
    """Live the demo, picture it, and keep what the pictures were made from."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        office = live(folder)
        with own_display() as display:
            with screen_of(display) as screen:
                _take_sheets(screen, office)
            _take_window(display, office)
        take_pages(office.report, PAGES, folder)
    record()
    return 0


def _take_sheets(screen: Screen, office: DemoOffice) -> None:
    for kind, path in office.workbooks.items():
        wanted = [picture for picture in SHEETS if picture.workbook == kind]
        with screen.showing(path) as document:
            for picture in wanted:
                sheet = document.Sheets.getByName(picture.sheet)
                sheet.IsVisible = True
                controller = document.CurrentController
                controller.setActiveSheet(sheet)
                if picture.top:
                    controller.setFirstVisibleRow(picture.top)
                screen.picture(path_of(picture.name), picture.crop)


def _take_window(display: str, office: DemoOffice) -> None:
    master = office.workbooks[MASTER]
    program = subprocess.Popen([sys.executable, "-c", ON_THE_DAY, "window", str(master)])
    try:
        window = _window_of(display)
        seen = subprocess.run(
            ["import", "-display", display, "-window", window, "png:-"], check=True, capture_output=True
        )
        keep_picture(path_of(WINDOW.name), seen.stdout)
    finally:
        program.terminate()
        program.wait()


def _window_of(display: str) -> str:
    """Return the number of the small window, once it is drawn."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(PAUSE)
        told = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", TITLE],
            env={"DISPLAY": display},
            capture_output=True,
            text=True,
        )
        if found := told.stdout.split():
            time.sleep(FILLING)
            return found[-1]
    raise TimeoutError(TITLE)


if __name__ == "__main__":
    sys.exit(main())
