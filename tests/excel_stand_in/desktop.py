"""The windows on the screen, from the topmost down: those of Excels, and others that look like one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class TopWindow:
    """One window. answer: gives its object of Excel, or raises. has_sheet: whether a sheet's window lies in it."""

    handle: int
    process: int
    answer: Callable[[], Any]
    has_sheet: bool = True


windows: list[TopWindow] = []
asked: TopWindow


def show(window: TopWindow) -> None:
    """Put a window on top of the others."""
    windows.insert(0, window)


def take_away(process: int) -> None:
    """Take away the windows of a process that has ended."""
    windows[:] = [window for window in windows if window.process != process]


def window(handle: int) -> TopWindow:
    """Return a window by its handle."""
    return next(window for window in windows if window.handle == handle)


def top() -> int:
    """Return the handle of the topmost window, 0 for none."""
    return windows[0].handle if windows else 0


def below(handle: int) -> int:
    """Return the handle of the next window below, 0 for none, and where this one has gone."""
    handles = [window.handle for window in windows]
    if handle not in handles[:-1]:
        return 0
    return handles[handles.index(handle) + 1]


def without_objects(process: int) -> TopWindow:
    """Return a window of what looks like Excel and gives no object: WPS, a preview, Protected View."""

    def refuse() -> Any:
        raise OSError(22, "Unspecified error", None, -2147467259)

    return TopWindow(handle=process * 10, process=process, answer=refuse)
