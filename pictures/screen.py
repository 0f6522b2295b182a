"""LibreOffice on a screen of our own, with only the sheet on it, and what the screen shows as a picture."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tests.x_server import x_server

from xlwings_libreoffice import connection
from xlwings_libreoffice.properties import properties

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xlwings_libreoffice.office import Office

WIDE, HIGH = 1366, 768  # the smallest screen that an office has
NO_QUESTION: Final = 4  # of document.MacroExecMode: nobody is there to answer whether macros may run
WHOLE: Final = 15  # of awt.PosSize: place and size
PAUSE, PATIENCE = 0.3, 20.0  # seconds
BARS: Final = (
    "menubar/menubar",
    "toolbar/standardbar",
    "toolbar/formatobjectbar",
    "toolbar/formcontrols",
    "toolbar/viewerbar",
    "statusbar/statusbar",
    "toolbar/textobjectbar",
)
UNUSED: Final = ("Sidebar", "InputLineVisible")  # what is switched off by a command of its own
PLAIN_PICTURE: Final = ("-strip", "-dither", "None", "-colors", "128", "-define", "png:compression-level=9")


@dataclass
class Screen:
    """The screen, and the LibreOffice on it."""

    display: str
    office: Office

    @contextlib.contextmanager
    def showing(self, path: Path) -> Iterator[Any]:
        """Show a workbook over the whole screen; yield its document."""
        silently = _property("MacroExecutionMode", NO_QUESTION)
        document = self.office.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (silently,))
        document.CurrentController.ShowPageBreaks = False  # dashes that no reader understands
        frame = document.CurrentController.Frame
        frame.ContainerWindow.setPosSize(0, 0, WIDE, HIGH, WHOLE)
        for bar in BARS:
            frame.LayoutManager.hideElement(f"private:resource/{bar}")
        self._switch_off(frame)
        frame.ComponentWindow.setFocus()
        try:
            yield document
        finally:
            document.setModified(False)
            document.close(True)  # UNO has no names for arguments

    def _switch_off(self, frame: Any) -> None:
        helper = self.office.create("com.sun.star.frame.DispatchHelper")
        for command in UNUSED:
            off = _property(command, False)  # UNO has no names for arguments
            helper.executeDispatch(frame, f".uno:{command}", "", 0, (off,))

    def picture(self, path: Path, crop: str = "") -> Path:
        """Keep what the screen shows once it stands still; crop: «1366x500+0+0» as ImageMagick says it."""
        last, seen = b"", self._seen()
        end = time.monotonic() + PATIENCE
        while seen != last and time.monotonic() < end:
            time.sleep(PAUSE)
            last, seen = seen, self._seen()
        cut = ("-crop", crop, "+repage") if crop else ()
        keep_picture(path, seen, *cut)
        return path

    def _seen(self) -> bytes:
        command = ["import", "-display", self.display, "-window", "root", "png:-"]
        return subprocess.run(command, check=True, capture_output=True).stdout


def _property(name: str, value: object) -> Any:
    (found,) = properties(**{name: value})
    return found


def keep_picture(path: Path, seen: bytes, *changes: str) -> None:
    """Write a PNG of few colours, which is small and without a word of when and where it was made."""
    command = ["convert", "png:-", *changes, *PLAIN_PICTURE, f"png8:{path}"]
    subprocess.run(command, input=seen, check=True)


@contextlib.contextmanager
def own_display() -> Iterator[str]:
    """Start a screen, on which every program shows its windows that is started from now on; give its name."""
    with x_server(WIDE, HIGH) as display:
        os.environ["DISPLAY"] = display
        yield display


@contextlib.contextmanager
def screen_of(display: str) -> Iterator[Screen]:
    """Give LibreOffice on a display."""
    office = connection.start(visible=True)
    try:
        yield Screen(display, office)
    finally:
        office.end()
