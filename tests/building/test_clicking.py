"""A real click on a real button: LibreOffice on its own screen, the mouse, the macro, Python, and back."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.buttons import result_of
from khoagiao_xl.model import schema
from khoagiao_xl.profiles import load_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(
        not all(map(shutil.which, ("soffice", "Xvfb", "xdotool"))), reason="cần soffice, Xvfb và xdotool"
    ),
]
TAKE_IN: str = "517 270"  # the middle of «4. Tiếp nhận báo cáo» in a window of 1280 x 720
# A user who trusts the macros of this folder and keeps the format of Excel without being asked.
SETTINGS = {
    "org.openoffice.Office.Common/Security/Scripting": ("MacroSecurityLevel", "0"),
    "org.openoffice.Office.Common/Misc": ("ShowTipOfTheDay", "false"),
    "org.openoffice.Office.Common/Save/Document": ("WarnAlienFormat", "false"),
    "org.openoffice.Setup/Product": ("ooSetupLastVersion", "9.9"),
}


def wait_for(claim: Callable[[], object], seconds: float = 60) -> object:
    """Return the first true answer of `claim`; fail when none comes in time."""
    end = time.monotonic() + seconds
    while not (answer := claim()):
        assert time.monotonic() < end, "không có gì xảy ra"
        time.sleep(0.5)
    return answer


def write_user_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, (name, value) in SETTINGS.items()
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', encoding="utf-8"
    )


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a screen of our own, on which `soffice` is one user's LibreOffice."""
    write_user_profile(tmp_path / "user" / "user")
    programs = tmp_path / "bin"
    programs.mkdir()
    profile = f"-env:UserInstallation={(tmp_path / 'user').as_uri()}"
    (programs / "soffice").write_text(
        f'#!/bin/sh\nexec {shutil.which("soffice")} {profile} --norestore --nologo "$@"\n', encoding="utf-8"
    )
    (programs / "soffice").chmod(0o755)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        display = f":{answer.readline().strip()}"
    path = f"{programs}:{os.environ['PATH']}"
    yield {**os.environ, "DISPLAY": display, "PATH": path, "PROFILE": profile}
    server.terminate()
    server.wait()


@contextlib.contextmanager
def opened(master: Path, screen: dict[str, str]) -> Iterator[None]:
    """Open the master in LibreOffice and fill the screen with it."""
    office = subprocess.Popen(["soffice", master], env=screen, stderr=subprocess.DEVNULL)

    def window() -> str:
        found = mouse(screen, "search --onlyvisible --name LibreOffice.Calc")
        return found.split()[-1] if found else ""

    try:
        name = wait_for(window)
        time.sleep(3)  # the window is there before its content
        mouse(screen, f"windowmove {name} 0 0 windowsize {name} 1280 720")
        time.sleep(2)
        yield
    finally:
        end_offices_of(screen["PROFILE"])
        office.wait()


def end_offices_of(profile: str) -> None:
    """End what runs on our own user profile: the office we started, or the one that opened the file again."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if profile.encode() in entry.read_bytes():
                os.kill(int(entry.parent.name), signal.SIGKILL)


def mouse(screen: dict[str, str], words: str) -> str:
    return subprocess.run(["xdotool", *words.split()], env=screen, capture_output=True, text=True).stdout


def test_a_click_takes_in_the_reports_and_opens_the_master_again(
    tmp_path: Path, screen: dict[str, str]
) -> None:
    profile = load_profile("2024")
    settings = [
        {**row, "value": sys.executable} if row["key"] == "python" else row for row in profile.settings
    ]
    master = tmp_path / "Sổ của 'ta'" / "Sổ 2024.xlsm"
    build_master(master, dataclasses.replace(profile, settings=tuple(settings)), for_office="libreoffice")
    inbox = master.parent / "hop-thu-den" / "2024-M01"
    inbox.mkdir(parents=True)
    (inbox / "la.txt").write_text("không phải biểu mẫu", encoding="utf-8")
    lock = master.with_name(f".~lock.{master.name}#")
    with opened(master, screen):
        mouse(screen, f"mousemove {TAKE_IN} click 1")
        wait_for(result_of(master).exists)
        wait_for(lock.exists)  # open again
    lock.unlink()
    told = json.loads(result_of(master).read_text(encoding="utf-8"))
    assert (told["action"], told["status"], told["counts"]["refused"]) == ("tiep_nhan", 1, 1)
    assert FileBook(master).read(schema.JOURNAL.name)[0]["Kết quả"] == told["sentence"]
