"""What was fetched out of mailboxes, written down letter by letter: none comes twice, none is lost.

A file beside the master (`Storage.fetched_letters`), one JSON object a line, each on the disk before the
next letter is asked for. A letter is known by account, folder, UIDVALIDITY and UID, and by its
bytes: a server that numbers its letters anew brings nothing twice. It is fetched once for all periods: the
inbox of a quarter would else hold every letter of its months again, each of them «of another period» to the
intake. Into which period's inbox a letter went is told to who fetches for another one.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import refusals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from khoagiao_xl.office.storage import Storage


@dataclass(frozen=True)
class LetterKey:
    """By what a mail server knows a letter. validity: UIDVALIDITY of its folder."""

    host: str
    account: str
    folder: str
    validity: int
    uid: int


@dataclass(frozen=True)
class FetchedLine:
    """One letter of the file. name: of its file, blank for none. period: into whose inbox it went."""

    key: LetterKey
    sha256: str
    name: str
    period: str = ""


class FetchedLetters:
    """The letters that one master has fetched; only the run that holds the master writes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._keys: set[LetterKey] = set()
        self._hashes: set[str] = set()
        self._periods: dict[LetterKey, str] = {}
        for line in _read(path):
            self._note(line)

    @classmethod
    def of(cls, storage: Storage) -> FetchedLetters:
        """Return what a master has fetched."""
        return cls(storage.fetched_letters)

    def knows(self, key: LetterKey) -> bool:
        """Whether a letter was fetched already."""
        return key in self._keys

    def knows_bytes(self, sha256: str) -> bool:
        """Whether a letter of these very bytes was fetched already."""
        return sha256 in self._hashes

    def period_of(self, key: LetterKey) -> str:
        """Return the period into whose inbox a letter went; blank for one that went into none."""
        return self._periods.get(key, "")

    def add(self, line: FetchedLine) -> None:
        """Write down that a letter was fetched; raise CannotWrite."""
        facts = {
            **asdict(line.key),
            "sha256": line.sha256,
            "file": line.name,
            "period": line.period,
        }
        text = json.dumps(facts, ensure_ascii=False)
        files.make_folder(self._path.parent)
        try:
            with self._path.open("ab") as stream:
                stream.write(f"\n{text}\n".encode())  # the line before may be torn
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise refusals.cannot_write(self._path, error) from error
        self._note(line)

    def _note(self, line: FetchedLine) -> None:
        self._keys.add(line.key)
        self._hashes.add(line.sha256)
        if line.name:
            self._periods[line.key] = line.period


def _read(path: Path) -> Iterator[FetchedLine]:
    """Yield the letters of the file; a torn line is passed over: its letter is fetched anew."""
    try:
        data = files.read_bytes(path)
    except MissingFile:
        return
    for line in data.splitlines():
        try:
            facts = json.loads(line)
            key = LetterKey(*(facts[name] for name in LetterKey.__match_args__))
            yield FetchedLine(key, facts["sha256"], facts["file"], facts.get("period", ""))
        except (ValueError, TypeError, KeyError):
            continue
