"""Letters of which a person says «đã gửi»: «Gửi lúc» is the moment at which that was first seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.sending_journal import SendingJournal
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterState
from khoagiao_xl.office.letter_rows import letter_rows

if TYPE_CHECKING:
    from datetime import datetime

    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.office.changes import Changes
    from khoagiao_xl.office.year import Year

# With these an attempt of the program ended before a person sent the letter.
_NOT_YET_SENT: Final = frozenset({LetterState.REFUSED, LetterState.IN_OUTLOOK})


def with_moments_of_sending(year: Year, moment: datetime) -> Year:
    """Return the year in which every letter that a person has sent has a moment.

    moment: by the clock of the office. A sheet that is damaged stays so: who needs it tells of that.
    """
    try:
        letters = year.letters
        if not any(letter.state == LetterState.SENT for letter in letters):
            return year
        journal = SendingJournal.of(year.storage)
        told = [_told(letter, journal, moment) for letter in letters]
        if told == list(letters):
            return year
        rows = letter_rows(year, told)
    except WrongRequest:
        return year
    return year.with_tables({schema.LETTERS.name: rows})


def with_letters(changes: Changes, read: Year, seen: Year) -> Changes:
    """Return what is to be written with the moments too, where anything is written at all.

    read: the year as it stands in the workbook. seen: what `with_moments_of_sending` made of it.
    """
    name = schema.LETTERS.name
    if seen is read or not changes.is_logged or name in changes.tables:
        return changes
    rows = seen.raw(schema.LETTERS)
    return changes.with_table(schema.LETTERS, rows)


def _told(letter: LoggedLetter, journal: SendingJournal, moment: datetime) -> LoggedLetter:
    if letter.state != LetterState.SENT:
        return letter
    if letter.sent and not _is_of_earlier_attempt(letter, journal):
        return letter
    seen = moment.replace(microsecond=0)
    return replace(letter, sent=seen)


def _is_of_earlier_attempt(letter: LoggedLetter, journal: SendingJournal) -> bool:
    """Say whether «Gửi lúc» is that of an attempt by which the letter did not leave."""
    attempt = journal.attempts.get(letter.code)
    if attempt is None or letter.sent is None:
        return False
    return attempt.outcome in _NOT_YET_SENT and letter.sent <= attempt.at
