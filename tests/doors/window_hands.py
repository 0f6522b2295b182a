"""The small window as a process of its own: a real mouse on it, and a log of what it shows."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.wording import sentence
from tests.clicking.screen import Screen
from tests.patience import do_until, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLOSE: Final = "close"  # the name of the file that asks the window to close, as its frame's cross would
# The window itself, under the office's clock of the tests; it tells each message, and where its buttons are.
SCRIPT: Final = """
import json, sys
from datetime import datetime
from pathlib import Path
import khoagiao_xl.doors.run_action
khoagiao_xl.doors.run_action.clock = lambda: datetime(2024, 1, 22, 8)
from khoagiao_xl.doors import window
log, corner = Path(sys.argv[2]), sys.argv[3]

class Watched(window.Window):
    def __init__(self, root, actions):
        super().__init__(root, actions)
        root.geometry(corner)
        self._message.trace_add("write", lambda *_: self.tell())
        self.look()

    def tell(self):
        self._root.update_idletasks()
        places = {}
        for widget in self._layout.widgets:
            label = "" if widget is self._box else str(widget["text"])
            middle = (widget.winfo_rootx() + widget.winfo_width() // 2,
                      widget.winfo_rooty() + widget.winfo_height() // 2)
            places[label] = middle
        told = {"message": self._message.get(), "period": self._period.get(), "places": places}
        with log.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(told) + "\\n")

    def look(self):
        asked = log.with_name("close")
        if asked.exists():
            asked.unlink()
            self._root.tk.eval(self._root.protocol("WM_DELETE_WINDOW"))
        self._root.after(100, self.look)

window.Window = Watched
if __name__ == "__main__":  # a worker process reads this once more
    window.main()
"""


@dataclass
class WindowHands:
    """The window on the screen, and hands on the mouse."""

    screen: Screen
    log: Path
    process: subprocess.Popen[bytes]

    def told(self) -> list[str]:
        """Return every message it has shown."""
        return [line["message"] for line in self._lines()]

    def _lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    @property
    def period(self) -> str:
        """The period that stood there at the last message."""
        return str(self._lines()[-1]["period"])

    def wait(self, start: str, seconds: float = 60) -> str:
        """Return the message that is shown, once it begins with `start`."""
        wait_for(lambda: self.told()[-1:] and self.told()[-1].startswith(start), seconds, str(self.told()))
        return self.told()[-1]

    def click(self, label: str, times: int = 1) -> None:
        """Click in the middle of a button; «» is the period."""
        x, y = self._lines()[-1]["places"][label]
        self.screen.mouse(f"mousemove {x} {y} click --repeat {times} --delay 80 1")

    def do(self, action_id: str, seconds: float = 120) -> str:
        """Click an action, wait for its end, and return what is shown then."""
        before = len(self.told())
        begun = sentence("CS-04", {"label": ACTIONS[action_id].label})
        busy = (begun, sentence("CS-12", {}))
        self.click_until(ACTIONS[action_id].label, lambda: len(self.told()) > before)
        wait_for(
            lambda: len(self.told()) > before + 1 and not self.told()[-1].startswith(busy), seconds, begun
        )
        return self.told()[-1]

    def click_until(self, label: str, shows: Callable[[], object]) -> None:
        """Click a button; once more if the window shows nothing of it."""
        do_until(lambda: self.click(label), shows, f"sau khi bấm «{label}»")

    def close(self) -> None:
        """Click the cross of the frame, which a screen without a window manager does not draw."""
        asked = self.log.with_name(CLOSE)
        asked.touch()
        wait_for(lambda: not asked.exists(), 10)


@contextlib.contextmanager
def window_on(screen: Screen, master: Path, corner: str = "+0+0") -> Iterator[WindowHands]:
    """Show the window on `master` with its upper left corner at `corner`."""
    folder = Path(tempfile.mkdtemp(dir=master.parent))
    script, log = folder / "watched.py", folder / "told.log"
    script.write_text(SCRIPT, encoding="utf-8")
    log.touch()
    process = subprocess.Popen([sys.executable, script, master, log, corner], env=screen.env)
    try:
        yield WindowHands(screen, log, process)
    finally:
        process.kill()
        process.wait()
