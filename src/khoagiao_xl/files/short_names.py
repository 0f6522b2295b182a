"""A path in letters that the macros of Excel can read: VBA knows only those of the machine's code page.

104 of the 134 accented letters of Vietnamese stand in no code page of Windows, not even in the one that is
named after Vietnam; a file under «C:\\Users\\Nguyễn» is not there for VBA's GetAttr and Open.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 32_767  # letters of a path, for Windows


def in_plain_letters(path: str, short_name: Callable[[str], str] | None = None) -> str:
    """Return the path as it is where it is ASCII, else its short form; blank where that is none either.

    `short_name` gives the form of eight letters and three that Windows keeps beside a name, where it does;
    None: ask this machine.
    """
    if path.isascii():
        return path
    ask = short_name or _ask_windows
    short = ask(path)
    return short if short.isascii() else ""


def _ask_windows(path: str) -> str:
    """Return the short form, or the path itself where there is none."""
    if sys.platform != "win32":
        return path
    import ctypes

    room = ctypes.create_unicode_buffer(_LONGEST)
    length = ctypes.windll.kernel32.GetShortPathNameW(path, room, _LONGEST)
    return room.value if length else path
