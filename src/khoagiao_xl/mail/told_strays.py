"""Drafts that are nobody's, of which the office was told: it is told of each once, not at every run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.office.changes import NewFile, WhenThere

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.office.storage import Storage


@dataclass
class ToldStrays:
    """known: the hashes of those that were told of, in the order they were."""

    path: Path
    known: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, storage: Storage) -> ToldStrays:
        """Return what a master has told of."""
        path = storage.told_strays
        try:
            data = read_bytes(path)
        except MissingFile:
            return cls(path)
        text = data.decode("ascii", "replace")
        return cls(path, text.split())

    def is_news(self, draft: Path) -> bool:
        """Say whether nobody was told of a draft; from now on somebody is."""
        data = read_bytes(draft)
        sha256 = sha256_of(data)
        if sha256 in self.known:
            return False
        self.known.append(sha256)
        return True

    @property
    def file(self) -> NewFile:
        """What is to be written."""
        lines = [*self.known, ""]
        text = "\n".join(lines)
        return NewFile(self.path, text.encode(), WhenThere.REPLACE)
