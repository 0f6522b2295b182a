"""tblThu as the letters that it tells of, and back: what a person typed or damaged there stays as it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LoggedLetter
from khoagiao_xl.office.rows import records_of, to_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.office.rows import Fields
    from khoagiao_xl.office.year import Year

TABLE = schema.LETTERS


def letters_of(rows: Iterable[Fields]) -> tuple[LoggedLetter, ...]:
    """Return the letters of tblThu; a row without kind or code is a person's own, and no letter."""
    found = filter(_is_letter, rows)
    return tuple(records_of(TABLE, found, LoggedLetter))


def _is_letter(fields: Fields) -> bool:
    return bool(fields["kind"] and fields["code"])


def letter_rows(year: Year, letters: Iterable[LoggedLetter]) -> list[Row]:
    """Return the rows of tblThu with `letters` in the place of those of their codes, new ones at the end.

    A row that tells nothing new stays cell by cell as it is. Raise WrongRequest (MS-01, MS-10).
    """
    waiting: dict[str, list[LoggedLetter]] = defaultdict(list)
    for letter in letters:
        waiting[letter.code].append(letter)
    rows = []
    for raw, fields in zip(year.raw(TABLE), year.rows(TABLE), strict=True):
        own = waiting[fields["code"]] if _is_letter(fields) else []
        rows.append(_told_anew(raw, fields, own))
    for left in waiting.values():
        fresh = map(_row, left)
        rows.extend(fresh)
    return rows


def _row(letter: LoggedLetter) -> Row:
    fields = vars(letter)
    return to_row(fields, TABLE)


def _told_anew(raw: Row, fields: Fields, waiting: list[LoggedLetter]) -> Row:
    """Return a row with what its letter is now, which is taken from those that wait."""
    if not waiting:
        return raw
    letter = waiting.pop(0)
    known: Sequence[LoggedLetter] = letters_of([fields])
    if letter in known:
        return raw
    now = _row(letter)
    return {**raw, **now}
