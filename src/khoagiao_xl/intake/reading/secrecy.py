"""Marks of state secrets: what bears one is refused, and neither its words nor its name is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.inbox.arrival import BETWEEN, Arrival
from khoagiao_xl.model.findings import Finding, Place, wrong
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark
from khoagiao_xl.wording.secrecy import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Iterable

IN_THE_FILE: Final = "TN-120"
AROUND_THE_FILE: Final = "TN-121"  # in its name, its folder, the archive or the letter it came in
STILL_KEPT: Final = "TN-122"  # taken in before its mark was recognised
_SECRET: Final = frozenset({IN_THE_FILE, AROUND_THE_FILE})
SECRET_CODES: Final = _SECRET | {STILL_KEPT}  # of what is for the office alone to read
_LONGEST_NAME: Final = 255
_LONGEST_ENDING: Final = 6


def is_secret(findings: Iterable[Finding]) -> bool:
    """Say whether a mark of secrecy was found: nothing of such a file may be kept or sent around."""
    return any(finding.code in _SECRET for finding in findings)


def names_a_secret(name: str) -> bool:
    """Say whether the name of a file or of what it lies in bears a mark; of a path any of its folders."""
    path = PurePosixPath(name)
    pieces = (*path.parts, path.stem)
    return any(bears_mark(piece, Where.NAME) for piece in pieces)


def withheld(arrival: Arrival, sha256: str) -> Arrival:
    """Return `arrival` as it may be told: of one that its name or what is around it marks, no name.

    It is then known by the beginning of its hash, so that a later run knows it again.
    """
    containers = arrival.container.split(BETWEEN)
    names = (arrival.name, *containers)
    is_marked = any(map(names_a_secret, names)) or any(map(marks_letter, arrival.around))
    if not is_marked:
        return arrival
    return replace(
        arrival,
        name=f"{WITHHELD} {sha256[:8]}{_ending(arrival.name)}",
        container=BETWEEN.join(map(_unmarked, containers)),
        around=(),
        is_secret=True,
        first_name=arrival.name,
    )


def _ending(name: str) -> str:
    """Return the ending of a name, which says no more than what kind of file it is."""
    suffix = PurePosixPath(name).suffix
    is_usual = suffix.isascii() and len(suffix) <= _LONGEST_ENDING
    return suffix if is_usual else ""


def _unmarked(name: str) -> str:
    return WITHHELD if names_a_secret(name) else name


def marks_letter(words: str) -> bool:
    """Say whether the words of a letter mark it: its subject, or what was written in it."""
    if bears_mark(words, Where.LETTER):
        return True
    line = words.strip()
    return len(line) <= _LONGEST_NAME and "\n" not in line and bears_mark(line, Where.NAME)


def marked_around(name: str) -> Finding:
    """Return what is said of a file that its name or what is around it marks."""
    return wrong(AROUND_THE_FILE, Place(name))
