"""A lock file as uv and pip-tools write it: which version of each package, for whom, with which hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(?:;\s*([^\\]+?))?\s*\\?$")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_UNLIKE: Final = re.compile(r"[-_.]+")


@dataclass(frozen=True)
class Pin:
    """One package. marker: for which machines, blank for all; hashes: SHA-256 of each of its files."""

    name: str
    version: str
    marker: str
    hashes: frozenset[str]

    @property
    def line(self) -> str:
        """The lines of a lock file for it, without its marker."""
        lines = [f"{self.name}=={self.version}"]
        for digits in sorted(self.hashes):
            line = f"    --hash=sha256:{digits}"
            lines.append(line)
        return " \\\n".join(lines)


def read_lock(text: str) -> list[Pin]:
    """Return the packages of a lock file in its order."""
    pins: list[Pin] = []
    lines = text.splitlines()
    for first, *rest in _blocks(lines):
        found = _PIN.match(first)
        if found is None:
            continue
        below = "\n".join(rest)
        hashes = _HASH.findall(below)
        name, version, marker = found.groups(default="")
        pin = Pin(name, version, marker, frozenset(hashes))
        pins.append(pin)
    return pins


def _blocks(lines: Iterable[str]) -> list[list[str]]:
    """Return each line that begins at the margin, with the indented ones below it."""
    blocks: list[list[str]] = []
    for line in lines:
        if line[:1] not in ("", " ", "#"):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    return blocks


def plain_name(package: str) -> str:
    """Return the name of a package as all spellings of it share it: «et_xmlfile» -> «et-xmlfile»."""
    return _UNLIKE.sub("-", package).lower()
