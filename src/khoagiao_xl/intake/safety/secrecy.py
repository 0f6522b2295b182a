"""Marks of state secrets: what bears one is refused, and neither its words nor its name is kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from khoagiao_xl.model.findings import Finding, Place, wrong
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark

IN_THE_FILE: Final = "TN-120"
AROUND_THE_FILE: Final = "TN-121"  # in its name, its folder, the archive or the letter it came in
STILL_KEPT: Final = "TN-122"  # taken in before its mark was recognised
_SECRET: Final = frozenset({IN_THE_FILE, AROUND_THE_FILE})
SECRET_CODES: Final = _SECRET | {STILL_KEPT}  # of what is for the office alone to read
_LONGEST_NAME: Final = 255


def is_secret(findings: Iterable[Finding]) -> bool:
    """Say whether a mark of secrecy was found: nothing of such a file may be kept or sent around."""
    return any(finding.code in _SECRET for finding in findings)


def names_a_secret(name: str) -> bool:
    """Say whether the name of a file or of what it lies in bears a mark; of a path any of its folders."""
    path = PurePosixPath(name)
    pieces = (*path.parts, path.stem)
    return any(bears_mark(piece, Where.NAME) for piece in pieces)


def marks_letter(words: str) -> bool:
    """Say whether the words of a letter mark it: its subject, or what was written in it."""
    if bears_mark(words, Where.LETTER):
        return True
    line = words.strip()
    return len(line) <= _LONGEST_NAME and "\n" not in line and bears_mark(line, Where.NAME)


def marked_around(name: str) -> Finding:
    """Return what is said of a file that its name or what is around it marks."""
    return wrong(AROUND_THE_FILE, Place(name))
