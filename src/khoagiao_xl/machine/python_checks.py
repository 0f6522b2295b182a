"""The Python that the buttons start: where it lies, what is installed in it, and the folder it works in."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files.probing import refusal_to_write
from khoagiao_xl.files.refusals import reason_of
from khoagiao_xl.files.short_names import in_plain_letters
from khoagiao_xl.installing.bundle_names import LOCK
from khoagiao_xl.installing.lock_file import read_lock
from khoagiao_xl.machine.check_result import broken, notice, sound, unseen

if TYPE_CHECKING:
    from khoagiao_xl.installing.lock_file import Pin
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp

_TREE: Final = Path(__file__).resolve().parents[3]  # in a checkout
COMPILED: Final = ("lxml.etree", "numpy", "pandas", "python_calamine", "rapidfuzz", "markupsafe")
OF_WINDOWS: Final = ("pythoncom", "win32api", "win32gui")  # by which Excel is spoken with
_STORE: Final = "windowsapps"
_WIDE: Final = 64
_NAMED: Final = 6  # packages in a sentence
_OF_A_FOLDER: Final = "__init__.py"


def interpreter(case: CheckUp) -> Seen:
    """Whether a macro of Excel can start it: VBA's own file functions know no letters beyond a code page."""
    machine = case.machine
    path = str(machine.python)
    version = platform.python_version()
    if machine.is_windows and not path.isascii():
        plain = in_plain_letters(path, machine.short_name)
        if plain:
            return notice("MAY-105", path=path, plain=plain)
        return broken("MAY-102", path=path)
    if machine.bits < _WIDE:
        return broken("MAY-103", path=path)
    if _STORE in path.lower():
        return notice("MAY-104", path=path)
    return sound("MAY-101", version=version, path=path)


def packages(case: CheckUp) -> Seen:
    """Whether what is installed is what the lock names for this machine."""
    machine = case.machine
    lock = lock_beside(machine.python)
    if lock is None:
        return unseen("MAY-114")
    text = lock.read_text(encoding="utf-8")
    pins = wanted_here(text)
    lost: list[str] = []
    other: list[str] = []
    for pin in pins:
        there = machine.version_of(pin.name)
        if there is None:
            lost.append(pin.name)
        elif there != pin.version:
            other.append(f"{pin.name} {there} (khóa {pin.version})")
    if lost:
        return broken("MAY-112", names=_short(lost))
    if other:
        return notice("MAY-113", names=_short(other))
    return sound("MAY-111", count=len(pins))


def lock_beside(python: Path) -> Path | None:
    """Return the lock that a Python was filled from: the one beside its folder, or the checkout's."""
    for folder in (*python.parents[1:3], _TREE):
        lock = folder / LOCK
        if lock.is_file():
            return lock
    return None


def wanted_here(text: str) -> list[Pin]:
    """Return what a lock names for the machine that runs this."""
    from packaging.markers import Marker

    def is_meant(pin: Pin) -> bool:
        return not pin.marker or Marker(pin.marker).evaluate()

    pins = read_lock(text)
    return list(filter(is_meant, pins))


def libraries(case: CheckUp) -> Seen:
    """Whether the packages that bring machine code can really be loaded: a policy may block their files."""
    machine = case.machine
    names = list(COMPILED)
    if machine.is_windows:
        names += OF_WINDOWS
    for name in names:
        try:
            machine.load(name)
        except (ImportError, OSError) as error:
            return broken("MAY-116", name=name, reason=error)
    loaded = ", ".join(names)
    return sound("MAY-115", names=loaded)


def _short(names: list[str]) -> str:
    more = len(names) - _NAMED
    shown = names[:_NAMED]
    if more > 0:
        shown.append(f"và {more} gói nữa")
    return ", ".join(shown)


def window(case: CheckUp) -> Seen:
    """Whether the small window can be shown: the way out where Excel may start nothing."""
    for module in ("tkinter", "_tkinter"):  # Debian packs them apart
        if case.machine.place_of(module) is None:
            return broken("MAY-122")
    import tkinter as tk

    version = str(tk.TkVersion)
    return sound("MAY-121", version=version)


def passing_folder(case: CheckUp) -> Seen:
    """Whether passing files can be written, and read by VBA."""
    folder = case.machine.passing
    refusal = refusal_to_write(folder)
    if refusal:
        reason = reason_of(refusal)
        return broken("MAY-132", path=folder, reason=reason)
    name = str(folder)
    if case.machine.is_windows and not name.isascii():
        return notice("MAY-133", path=folder)
    return sound("MAY-131", path=folder)


def com_cache(case: CheckUp) -> Seen:
    """Whether the cache that pywin32 keeps of Excel's objects has a file that was never finished."""
    if not case.machine.is_windows:
        return unseen("MAY-001")
    folder = case.machine.passing / "gen_py"
    if not folder.is_dir():
        return sound("MAY-141")
    libraries = 0
    empty: list[str] = []
    for path in folder.rglob("*.py"):
        libraries += 1
        is_blank_by_right = path.name == _OF_A_FOLDER
        if path.stat().st_size == 0 and not is_blank_by_right:
            empty.append(path.name)
    if empty:
        return broken("MAY-143", path=folder, names=", ".join(empty))
    return sound("MAY-142", path=folder, count=libraries)
