"""A screen of our own with one user's LibreOffice on it, and nothing but a mouse and a keyboard."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.office_program.office_trouble import is_foreign
from tests.patience import wait_for
from tests.x_server import x_server
from xlwings_libreoffice import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE, HIGH = 1280, 720
# A user who trusts the macros of this folder and keeps the format of Excel without being asked.
SETTINGS: Final = {
    "org.openoffice.Office.Common/Security/Scripting": ("MacroSecurityLevel", "0"),
    "org.openoffice.Office.Common/Misc": ("ShowTipOfTheDay", "false"),
    "org.openoffice.Office.Common/Save/Document": ("WarnAlienFormat", "false"),
    "org.openoffice.Setup/Product": ("ooSetupLastVersion", "9.9"),
}
NEEDED: Final = ("soffice", "Xvfb", "xdotool", "import")


@dataclass
class Screen:
    """The environment in which `soffice` is one user's LibreOffice on the screen."""

    env: dict[str, str]
    profile: str

    def mouse(self, words: str) -> str:
        """Do what xdotool is told; return what it says."""
        return subprocess.run(
            ["xdotool", *words.split(" ")], env=self.env, capture_output=True, text=True
        ).stdout

    def type(self, text: str, *, enter: bool = True) -> None:
        """Type `text`, and the Enter key."""
        subprocess.run(["xdotool", "type", "--delay", "20", text], env=self.env)
        if enter:
            self.mouse("key Return")

    def picture(self, path: Path) -> Path:
        """Keep what the screen shows."""
        subprocess.run(["import", "-window", "root", path], env=self.env, check=True)
        return path

    @contextlib.contextmanager
    def showing(self, master: Path, *options: str) -> Iterator[None]:
        """Open a workbook as a double click would, and fill the screen with it."""
        office = self.open(master, *options)
        try:
            self.fill()
            yield
        except Exception as error:
            if is_foreign(error):  # such a one keeps no traceback, and contextlib would fail on that
                raise AssertionError(f"{type(error).__name__}: {error}") from None
            raise
        finally:
            self.end_offices()
            office.wait()

    def open(self, master: Path, *options: str) -> subprocess.Popen[bytes]:
        """Open a workbook; the office that is there takes it over, or a new one starts."""
        return subprocess.Popen(["soffice", *options, master], env=self.env, stderr=subprocess.DEVNULL)

    def fill(self) -> None:
        """Wait for a workbook's window and give it the whole screen."""
        names = wait_for(
            lambda: self.mouse("search --onlyvisible --name LibreOffice.Calc"), why="trên màn hình"
        )
        window = names.split()[-1]
        wait_for(lambda: self._is_filled_by(window), why="khi phóng to cửa sổ")
        wait_for(self._is_drawn, why="khi vẽ trang tính")  # what is clicked before that sees nothing of it

    def _is_filled_by(self, window: str) -> bool:
        """Whether the window has the screen; it is told to take it, for it may have come up anew meanwhile."""
        whole = f"Position: 0,0 (screen: 0)\n  Geometry: {WIDE}x{HIGH}"
        if whole in self.mouse(f"getwindowgeometry {window}"):
            self.mouse(f"windowfocus {window}")
            return True
        self.mouse(f"windowmove {window} 0 0 windowsize {window} {WIDE} {HIGH}")
        return False

    def _is_drawn(self) -> bool:
        """Whether the screen shows more than an empty window, and is done with it."""
        one, other = self._middle(), self._middle()
        return one == other and len(set(zip(*[iter(one)] * 3, strict=False))) > 4

    def _middle(self) -> bytes:
        """Return the middle of the screen, three bytes a point."""
        area = f"{WIDE // 2}x{HIGH // 2}+{WIDE // 4}+{HIGH // 4}"
        command = ["import", "-window", "root", "-crop", area, "-depth", "8", "rgb:-"]
        return subprocess.run(command, env=self.env, capture_output=True, check=True).stdout

    def runs(self, words: str) -> bool:
        """Whether a program with these words on its command line was started from this screen."""
        ours = f"{connection.PIPE_VARIABLE}={self.env[connection.PIPE_VARIABLE]}".encode()
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # ended while we looked
                is_it = words.encode() in (process / "cmdline").read_bytes()
                if is_it and ours in (process / "environ").read_bytes().split(b"\0"):
                    return True
        return False

    def end_offices(self) -> None:
        """End what runs on the user's profile, however it was started."""
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                if self.profile.encode() in entry.read_bytes():
                    os.kill(int(entry.parent.name), signal.SIGKILL)


@contextlib.contextmanager
def screen_of(folder: Path) -> Iterator[Screen]:
    """Give a screen and a user whose LibreOffice keeps its profile in `folder`."""
    _write_user_profile(folder / "user" / "user")
    profile = f"-env:UserInstallation={(folder / 'user').as_uri()}"
    own = {
        "PATH": f"{own_soffice(folder / 'bin', f'{profile} --norestore --nologo')}:{os.environ['PATH']}",
        connection.PIPE_VARIABLE: f"khoagiao-{uuid.uuid4().hex[:8]}",
    }
    with x_server(WIDE, HIGH) as display:
        yield Screen({**os.environ, **own, "DISPLAY": display}, profile)


def own_soffice(programs: Path, options: str) -> Path:
    """Make a folder for the path in which `soffice` is LibreOffice with these options; return the folder."""
    programs.mkdir()
    script = f'#!/bin/sh\nexec {shutil.which("soffice")} {options} "$@"\n'
    (programs / "soffice").write_text(script, encoding="utf-8")
    (programs / "soffice").chmod(0o755)
    return programs


def _write_user_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, (name, value) in SETTINGS.items()
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', encoding="utf-8"
    )
