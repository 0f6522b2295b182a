"""Where a master keeps what belongs to it: originals, backups and logs, in a folder beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path  # a field of a dataclass that is inspected

from khoagiao_xl import files


@dataclass(frozen=True)
class Storage:
    """The folders of one master; of one that is named by a link, those of the master behind it."""

    master: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "master", files.behind_link(self.master))

    @property
    def top(self) -> Path:
        """The folder beside the master that holds all the others."""
        return self.master.with_name(f"{self.master.stem}-luu-tru")

    @property
    def backups(self) -> Path:
        """Copies of the master from before each change."""
        return self.top / "sao-luu"

    @property
    def logs(self) -> Path:
        """Details of runs that failed."""
        return self.top / "nhat-ky"

    def original(self, sha256: str, suffix: str) -> Path:
        """Where the untouched copy of a received file with this hash lies; a strange suffix is left out."""
        suffix = suffix.lower() if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", suffix) else ""
        return self.top / "ban-goc" / sha256[:2] / f"{sha256}{suffix}"

    def keep(self, data: bytes, suffix: str) -> Path:
        """Keep a received file under its hash and return its place; the same bytes are kept once."""
        place = self.original(files.sha256_of(data), suffix.lower())
        if not place.exists():
            files.write_atomically(place, data)
        return place

    def folder(self, setting: str, period: str) -> Path:
        """Return a folder named in tblCauHinh, reckoned from the master's own; «{ky}» is the period."""
        return self.master.parent / setting.replace("{ky}", period)
