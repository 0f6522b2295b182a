"""Whole letters out of a mailbox into the inbox folder, byte for byte, each once.

A letter lies in the folder before it is remembered: a run that is killed between the two finds it there again
by its name, which depends on nothing but the letter.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.mail.delivery_reports import DeliveryReport, read_delivery_report
from khoagiao_xl.mail.fetched_letters import FetchedLine, LetterKey
from khoagiao_xl.mail.letter_reading import head_of
from khoagiao_xl.mail.letter_sizes import MEGABYTE, in_megabytes
from khoagiao_xl.mail.mailbox_refusals import MailboxUnusable
from khoagiao_xl.mail.outgoing_letter import PREVIEW
from khoagiao_xl.vietnamese.office_clock import with_zone
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.mail.fetched_letters import FetchedLetters
    from khoagiao_xl.mail.mailbox_connection import ListedLetter, MailboxDoor, OpenMailbox
    from khoagiao_xl.model.results import Progress

MOST_LETTERS: Final = 500  # of one run
_MARK: Final = 12  # digits of the hash in a name


@dataclass
class CameSince:
    """What came since a day. new: UIDs of what is not here yet. known: how many letters are.

    elsewhere: period -> how many of these lie in its inbox, and not in the one that is asked for.
    """

    new: list[int] = field(default_factory=list)
    known: int = 0
    elsewhere: Counter[str] = field(default_factory=Counter)


@dataclass
class FetchedRound:
    """What came of a look into the mailbox. own: letters of the office itself; left: not yet fetched.

    reports: what mail servers say of letters of the office, among the files.
    """

    files: list[Path] = field(default_factory=list)
    known: int = 0
    elsewhere: Counter[str] = field(default_factory=Counter)
    own: int = 0
    left: int = 0
    told: list[str] = field(default_factory=list)
    reports: list[DeliveryReport] = field(default_factory=list)
    stopped: str = ""


@dataclass(frozen=True)
class MailboxFetching:
    """folder: the inbox of a period. megabytes: of a letter at most. own_ids: Message-IDs of the office."""

    door: MailboxDoor
    fetched: FetchedLetters
    folder: Path
    megabytes: float
    own_ids: Collection[str]
    progress: Progress
    period: str = ""

    def fetch(self, mailbox: OpenMailbox, day: date) -> FetchedRound:
        """Fetch what came since a day and is not here yet; a line that breaks ends it and is told.

        Raise MailboxUnusable where not even the list of letters is had, CannotWrite.
        """
        came = self.came_since(mailbox, day)
        new = came.new
        done = FetchedRound(known=came.known, elsewhere=came.elsewhere)
        listed = mailbox.listed(new[:MOST_LETTERS])
        done.left = max(0, len(new) - MOST_LETTERS)
        there = {path.name for path in self.folder.rglob("thu-*.eml")}
        for number, letter in enumerate(listed):
            self.progress(sentence("THU-543", {}), number, len(listed))
            try:
                self._take(mailbox, letter, done, there)
            except MailboxUnusable as error:
                done.stopped = str(error)
                done.left += len(listed) - number
                break
        return done

    def came_since(self, mailbox: OpenMailbox, day: date) -> CameSince:
        """Return what came since a day, by whether it is here already."""
        came = CameSince()
        for uid in mailbox.since(day):
            key = self._key(mailbox, uid)
            if not self.fetched.knows(key):
                came.new.append(uid)
                continue
            came.known += 1
            period = self.fetched.period_of(key)
            if period not in ("", self.period):
                came.elsewhere[period] += 1
        return came

    def is_too_large(self, letter: ListedLetter) -> bool:
        """Whether a letter stays there for its size."""
        return letter.size > self.megabytes * MEGABYTE

    def _take(
        self, mailbox: OpenMailbox, letter: ListedLetter, done: FetchedRound, there: Collection[str]
    ) -> None:
        """Fetch one letter, unless it is too large, written by the office itself, or here already."""
        if self.is_too_large(letter):
            done.told.append(self._told("THU-541", letter))
            return
        data = mailbox.letter(letter.uid)
        if data is None:
            done.told.append(self._told("THU-542", letter))
            return
        sha256 = files.sha256_of(data)
        key = self._key(mailbox, letter.uid)
        name = ""
        if self.fetched.knows_bytes(sha256):
            done.known += 1
        elif own_id_of(data) in self.own_ids:
            done.own += 1
        else:
            name = f"thu-{letter.received:%Y%m%d-%H%M%S}-{letter.uid}-{sha256[:_MARK]}.eml"
            if name not in there:
                self._write(name, data, letter)
            done.files.append(self.folder / name)
            report = read_delivery_report(data)
            done.reports += [report] if report else []
        self.fetched.add(FetchedLine(key, sha256, name, self.period))

    def _write(self, name: str, data: bytes, letter: ListedLetter) -> None:
        """Write a letter; its file is as old as its arrival, which counts where the letter says nothing."""
        path = self.folder / name
        files.write_atomically(path, data)
        moment = with_zone(letter.received).timestamp()
        os.utime(path, (moment, moment))

    def _key(self, mailbox: OpenMailbox, uid: int) -> LetterKey:
        door = self.door
        return LetterKey(door.server.host, door.account, door.folder, mailbox.validity, uid)

    def _told(self, code: str, letter: ListedLetter) -> str:
        facts = {
            "moment": f"{letter.received:%H:%M %d/%m/%Y}",
            "size": in_megabytes(letter.size),
            "most": self.megabytes,
        }
        return sentence(code, facts)


def own_id_of(data: bytes) -> str:
    """Return the Message-ID of a letter, of a copy to the office that of what it is a copy of."""
    head = head_of(data)
    found = str(head.get("Message-ID", ""))
    return found.strip().replace(PREVIEW, "@")
