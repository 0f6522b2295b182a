"""Where the program goes without admin rights: a folder whose name VBA's own file functions can read.

Of the 134 Vietnamese letters with marks 104 are in no code page that VBA's file functions know, so a Python
below «C:\\Users\\Nguyễn …» is not found by a macro. The folder of the user is therefore not the first choice.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files.probing import refusal_to_write
from khoagiao_xl.files.short_names import in_plain_letters
from khoagiao_xl.installing.bundle_names import OFFICE_FOLDER, PROGRAM

# What cmd, or xlwings' own start of Python, takes apart.
CUTTING: Final = frozenset("%^&;!'\"<>|")


def is_plain(path: Path) -> bool:
    """Say whether a macro can start a program there."""
    text = str(path)
    return text.isascii() and CUTTING.isdisjoint(text)


def choose_place(
    asked: str, environment: Mapping[str, str], short_name: Callable[[str], str] | None = None
) -> Path:
    """Return the folder for the program and the masters; one that has a program already comes first.

    short_name: as in_plain_letters takes it. Raise WrongRequest: CD-03 for an asked folder that no macro can
    read, CD-04 for one that cannot be written, CD-05 where there is no place at all.
    """
    if asked:
        return _asked_place(Path(asked).absolute())
    candidates = _candidates(environment, short_name)
    places = list(filter(is_plain, candidates))
    for place in places:
        if (place / PROGRAM).is_dir():
            return place
    for place in places:
        if can_hold(place):
            return place
    named = ", ".join(str(place) for place in places)
    raise WrongRequest("CD-05", places=named)


def _asked_place(place: Path) -> Path:
    if not is_plain(place):
        raise WrongRequest("CD-03", place=place)
    if not can_hold(place):
        raise WrongRequest("CD-04", place=place)
    return place


def _candidates(environment: Mapping[str, str], short_name: Callable[[str], str] | None) -> Iterator[Path]:
    """Yield the folders that may be written without rights, the most visible first."""
    drive = environment.get("SystemDrive", "")
    own = environment.get("LOCALAPPDATA", "")
    public = environment.get("PUBLIC", "")
    if drive:
        yield Path(f"{drive}{os.sep}") / OFFICE_FOLDER
    for folder in (in_plain_letters(own, short_name), public):
        if folder:
            yield Path(folder) / OFFICE_FOLDER


def can_hold(place: Path) -> bool:
    """Say whether the program can be laid into `place`; it is made where it is not there."""
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return refusal_to_write(place) is None
