"""The checkout that a bundle is made from; an installed program has none."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.installing.bundle_names import LOCK

TOP: Final = Path(__file__).resolve().parents[3]
PACKAGES: Final = ("khoagiao_xl", "xlwings_libreoffice")  # below src/
# Beside src/ in a checkout; an installed program finds them among its data.
MACROS: Final = ("macros", "khoagiao_xl/data/macros")
PROJECT: Final = "pyproject.toml"
_COMPILED: Final = ".pyc"


@dataclass(frozen=True)
class SourceTree:
    """A checkout. top: its folder."""

    top: Path

    @property
    def project(self) -> dict[str, Any]:
        """What pyproject.toml says of the project."""
        page = self.top / PROJECT
        whole = tomllib.loads(page.read_text(encoding="utf-8"))
        project: dict[str, Any] = whole["project"]
        return project

    @property
    def lock(self) -> str:
        """The text of the lock file."""
        lock = self.top / LOCK
        return lock.read_text(encoding="utf-8")

    def members(self) -> dict[str, bytes]:
        """Return what belongs into the wheel: name in it -> content, in the order of names."""
        found: dict[str, bytes] = {}
        for package in PACKAGES:
            found |= self._below(f"src/{package}", package)
        found |= self._below(*MACROS)
        return dict(sorted(found.items()))

    def _below(self, folder: str, name: str) -> dict[str, bytes]:
        start = self.top / folder
        found: dict[str, bytes] = {}
        for path in start.rglob("*"):
            if path.is_file() and path.suffix != _COMPILED:
                below = path.relative_to(start)
                member = f"{name}/{below.as_posix()}"
                found[member] = files.read_bytes(path)
        return found


def source_tree(top: Path = TOP) -> SourceTree:
    """Return the checkout at `top`; raise WrongRequest (CD-31) where there is none."""
    for name in (PROJECT, LOCK):
        page = top / name
        if not page.is_file():
            raise WrongRequest("CD-31")
    return SourceTree(top)
