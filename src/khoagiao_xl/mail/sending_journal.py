"""What was tried with each letter, written down before the server hears of it: a killed run loses nothing.

A file beside the master (`Storage.sending_journal`), one JSON object a line, each on the disk before the work
goes on. An attempt is two lines: «đang gửi», and what came of it. The sheet is written only at the end of a
run, so what the journal knows is laid over it in every later one.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import refusals
from khoagiao_xl.mail.sending_attempt import Attempt, attempts_of, json_line
from khoagiao_xl.model.mail_records import LetterState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.office.storage import Storage
    from khoagiao_xl.office.year import Year

# A letter of these has left or may have left, whether or not the sheet still has its line.
_NOT_TO_FORGET: Final = frozenset({LetterState.SENT, LetterState.UNKNOWN, LetterState.IN_OUTLOOK})
_TICK: Final = timedelta(seconds=1)


class SendingJournal:
    """The attempts of one master; only the run that holds the master writes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of(cls, storage: Storage) -> SendingJournal:
        """Return the journal of a master."""
        return cls(storage.sending_journal)

    @cached_property
    def attempts(self) -> dict[str, Attempt]:
        """Code of a letter -> the last attempt with it; «đang gửi» where nothing says what came of it."""
        try:
            data = files.read_bytes(self.path)
        except MissingFile:
            return {}
        return attempts_of(data)

    def begin(self, line: LoggedLetter, moment: datetime) -> Attempt:
        """Write down that a letter is about to leave; return the attempt. Raise CannotWrite.

        moment: by the clock of the office.
        """
        attempt = self._next(line, moment)
        self._add(attempt)
        return attempt

    def refuse(self, line: LoggedLetter, moment: datetime, note: str) -> LoggedLetter:
        """Write down that a letter was refused before it could leave; return its line. Raise CannotWrite."""
        state = LetterState.REFUSED
        return self.tell(line, moment, state, note)

    def tell(self, line: LoggedLetter, moment: datetime, state: LetterState, note: str = "") -> LoggedLetter:
        """Write down what became of a letter of which no attempt was begun; return its line."""
        attempt = self._next(line, moment)
        return self.end(attempt, state, note)

    def _next(self, line: LoggedLetter, moment: datetime) -> Attempt:
        """Return another attempt with a letter: later than every earlier one, whatever the clock says.

        By its moment the sheet is known to have seen it.
        """
        moment = moment.replace(microsecond=0)
        earlier = self.attempts.get(line.code)
        if earlier is None:
            return Attempt(line, moment)
        note = earlier.note_without(line)
        unnoted = replace(line, note=note)
        soonest = earlier.at + _TICK
        return Attempt(unnoted, max(moment, soonest))

    def end(self, attempt: Attempt, state: LetterState, note: str = "") -> LoggedLetter:
        """Write down what came of an attempt; return the line of tblThu as it is now. Raise CannotWrite."""
        ended = replace(attempt, state=state, note=note)
        self._add(ended)
        return ended.told_line

    def _add(self, attempt: Attempt) -> None:
        known = self.attempts
        files.make_folder(self.path.parent)
        data = json_line(attempt)
        try:
            with self.path.open("ab") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise refusals.cannot_write(self.path, error) from error
        known[attempt.line.code] = attempt


def known_letters(year: Year) -> tuple[LoggedLetter, ...]:
    """Return the lines of tblThu with what the journal knows laid over them.

    A line that was written after the attempt holds: then what stands there is a person's word, or the same.
    """
    journal = SendingJournal.of(year.storage)
    lines = _laid_over(year.letters, journal.attempts)
    return tuple(lines)


def _laid_over(lines: Iterable[LoggedLetter], attempts: Mapping[str, Attempt]) -> Iterator[LoggedLetter]:
    lost = dict(attempts)
    for line in lines:
        attempt = lost.pop(line.code, None)
        if attempt is None or attempt.is_seen_in(line):
            yield line
        else:
            yield attempt.told_of(line)
    for attempt in lost.values():
        if attempt.outcome in _NOT_TO_FORGET:
            yield attempt.told_line
