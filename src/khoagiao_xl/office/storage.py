"""Where a master keeps what belongs to it: what came and was read of it, what was issued, backups, logs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path  # a field of a dataclass that is inspected
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile
from khoagiao_xl.office.kept_readings import KeptReading

if TYPE_CHECKING:
    from khoagiao_xl.model.closing_records import Closing

_MARK: Final = 8  # digits of a hash in a file name
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,8}")


class Original(Enum):
    """What became of the untouched copy of a received file."""

    INTACT = "intact"  # its bytes have the hash that it is named by
    LOST = "lost"
    CHANGED = "changed"  # other bytes stand under its name: nobody knows what was received


@dataclass(frozen=True)
class Storage:
    """The folders of one master; of one that is named by a link, those of the master behind it."""

    master: Path

    def __post_init__(self) -> None:
        behind = files.behind_link(self.master)
        object.__setattr__(self, "master", behind)

    @cached_property
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

    @property
    def _mail(self) -> Path:
        return self.top / "thu"

    @property
    def sending_journal(self) -> Path:
        """What was tried with each letter, a line of JSON each, before the mail server hears of it."""
        return self._mail / "so-gui.jsonl"

    @property
    def fetched_letters(self) -> Path:
        """What was fetched out of mailboxes, a line of JSON each."""
        return self._mail / "da-lay.jsonl"

    @property
    def told_strays(self) -> Path:
        """The hashes of drafts that are nobody's and of which the office was told, a line each."""
        return self._mail / "da-noi.txt"

    @property
    def copies_to_open(self) -> Path:
        """Copies of originals that a trace leads to: a person may open them, never the record itself."""
        return self.top / "truy-vet"

    def original(self, sha256: str, name: str) -> Path:
        """Where the untouched copy of a received file lies; a strange suffix of its name is left out."""
        suffix = Path(name).suffix.lower()
        if not _SUFFIX.fullmatch(suffix):
            suffix = ""
        return self._beside(sha256, suffix)

    def reading(self, sha256: str) -> Path:
        """Where that which was read from a received file lies: beside its original, under the same hash."""
        return self._beside(sha256, ".json.gz")

    def _beside(self, sha256: str, suffix: str) -> Path:
        shelf = sha256[:2]
        name = f"{sha256}{suffix}"
        return self.top.joinpath("ban-goc", shelf, name)

    def closing(self, closing: Closing, suffix: str) -> Path:
        """Where that which a period was closed with lies: its snapshot, or with «.docx» its report.

        Named by its hash too: going back to an older master and closing anew overwrites nothing.
        """
        sha256 = closing.sha256
        mark = sha256[:_MARK]
        stem = f"{closing.period}-{closing.round}-{mark}"
        folder = self.top / "chot"
        return folder / f"{stem}{suffix}"

    def issued_forms(self, period: str) -> Path:
        """Where it is written what the forms of a period were issued with."""
        return self._issued / f"{period}.json.gz"

    def issued_template(self, name: str) -> Path:
        """Where a template lies from which forms were stamped."""
        return self._issued / f"mau-{name}.xlsx"

    def sent_upward(self, period: str, totals: str) -> Path:
        """Where it is kept what a form for the level above was made of; totals: the hash of its figures."""
        return self.top / "gui-cap-tren" / f"{period}-{totals[:16]}.json"

    @property
    def apart_figures(self) -> Path:
        """The figures that are too many for the master's sheets, by province and period."""
        return self.top / "so-lieu"

    @property
    def _issued(self) -> Path:
        return self.top / "bieu-mau"

    def state_of(self, sha256: str, name: str) -> Original:
        """Say whether the original of a received file is still what was received."""
        path = self.original(sha256, name)
        try:
            data = files.read_bytes(path)
        except MissingFile:
            return Original.LOST
        return Original.INTACT if files.sha256_of(data) == sha256 else Original.CHANGED

    def kept_reading(self, sha256: str) -> KeptReading | None:
        """Return what was read from a received file, None when nothing is kept or nothing can be told."""
        path = self.reading(sha256)
        try:
            data = files.read_bytes(path)
        except MissingFile:
            return None
        return KeptReading.from_bytes(data)

    def folder(self, setting: str, period: str) -> Path:
        """Return a folder named in tblCauHinh, reckoned from the master's own; «{ky}» is the period."""
        name = setting.replace("{ky}", period)
        return self.master.parent / name
