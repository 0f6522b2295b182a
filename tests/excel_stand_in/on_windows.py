"""This process as one on Windows, as far as the product asks: for the rest of its life."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from tests.excel_stand_in import pywin32_modules
from tests.excel_stand_in.excel_program import Application

# The rooms that ask which system they are on; all others, and all libraries, stay on their own.
ASKING: Final = (
    "books.office_program.com_threads",
    "books.office_program.find_open",
    "doors.open_master",
    "files",
    "files.locks",
)
WAITING: Final = ("books.office_program.office_trouble", "doors.buttons", "doors.open_or_closed")


class _System:
    """The module sys, on Windows."""

    platform = "win32"

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)


class Clock:
    """The module time, in which waiting takes no time; `at` a moment something may happen."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []
        self._to_come: list[tuple[float, Any]] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let the seconds pass."""
        self.waits.append(seconds)
        self.now += seconds
        due = [one for one in self._to_come if one[0] <= self.now]
        self._to_come = [one for one in self._to_come if one[0] > self.now]
        for _, happen in due:
            happen()

    def later(self, seconds: float, happen: Any) -> None:
        """Let something happen after so many seconds of waiting."""
        self._to_come.append((self.now + seconds, happen))


def be_on_windows() -> Clock:
    """Lay out the stand-ins, bring xlwings' engine in, and return the clock by which is waited."""
    pywin32_modules.lay_out()
    _bring_engine()
    for room in ASKING:
        importlib.import_module(f"khoagiao_xl.{room}").sys = _System()  # type: ignore[attr-defined]
    clock = Clock()
    for room in WAITING:
        importlib.import_module(f"khoagiao_xl.{room}").time = clock  # type: ignore[attr-defined]
    connection = importlib.import_module("xlwings_libreoffice.connection")
    connection.can_reach = lambda: False  # type: ignore[attr-defined]
    for flag in ("CREATE_NO_WINDOW", "CREATE_NEW_PROCESS_GROUP"):
        setattr(subprocess, flag, 0)
    os.startfile = lambda _: None  # type: ignore[attr-defined]  # nothing is opened
    return clock


def _bring_engine() -> None:
    import xlwings
    import xlwings._xlwindows as windows

    xlwings.engines.add(xlwings.Engine(impl=windows.engine))


def opens_by_double_click(excel: Application) -> None:
    """Let a double click on a master open it in this Excel, and on anything else nothing."""

    def open_file(path: Path) -> None:
        if path.suffix == ".xlsm":
            excel.open(path)

    os.startfile = open_file  # type: ignore[attr-defined]
