"""The letterheads that ship with the tool, as rows of a table: who the office is, and from when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.vietnamese.day_texts import day_text

TABLE: Final = "letterheads.csv"
KINDS_TABLE: Final = "document_kinds.csv"  # kind of a document -> its letters in a symbol
REPORT: Final = "Báo cáo"
LETTER: Final = "Công văn"
STATE_FORM: Final = "Nhà nước"  # in column «form»: a body of the state, not of the Party
BREAK: Final = "|"  # between the lines of one field
HD05_IN_FORCE: Final = date(2026, 5, 27)
Row = Mapping[str, str]


class Rules(StrEnum):
    """Layout rules: of the Party by the date of the document, of the state for its bodies."""

    HD36 = "HD36"  # Hướng dẫn 36-HD/VPTW, 03/4/2018
    HD05 = "HD05"  # Hướng dẫn 05-HD/VPTW, 27/5/2026
    ND30 = "ND30"  # Nghị định 30/2020/NĐ-CP, 05/3/2020

    @classmethod
    def on(cls, day: date) -> Rules:
        """Return the Party's rules that govern a document dated `day`."""
        return cls.HD05 if day >= HD05_IN_FORCE else cls.HD36


@dataclass(frozen=True)
class Letterhead:
    """Who issues, under which symbol, and who signs; `number` and `signer` stay blank until known.

    issued_by: one of ISSUING_BODIES. day: the date the document bears, None for the day it is written.
    is_past: the body stands no more on that day: good for a draft only.
    """

    superior: tuple[str, ...]  # one line of the header each
    issuer: tuple[str, ...]
    place: str
    symbol: str  # «BC/ĐUK»
    authority: str  # «T/M BAN THƯỜNG VỤ»
    position: str  # «PHÓ BÍ THƯ»
    author: str  # the issuer in running text: «Ban Thường vụ Đảng ủy ...»
    whole: str  # all units together, in running text: «Đảng bộ Khối»
    recipients: tuple[str, ...] = ()
    archive: str = ""  # «Văn phòng Đảng ủy Khối»
    number: str = ""
    signer: str = ""
    draft_label: str = "Dự thảo lần 1"
    ending: str = "."  # «./.» is the habit of the government's side
    rules: Rules = Rules.HD36
    issued_by: str = ""
    kind: str = REPORT
    day: date | None = None
    is_past: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether it has no number yet: then the text may ask for what is lacking."""
        return not self.number

    @property
    def is_of_state(self) -> bool:
        """Whether a body of the state issues it."""
        return self.rules is Rules.ND30


def letterhead_for(profile: str, day: date, issued_by: str = "", kind: str = REPORT) -> Letterhead:
    """Return the letterhead of `profile` in force on `day`, for a kind of document.

    issued_by: one of ISSUING_BODIES; blank for the first that the profile has. Raise WrongRequest BC-01 where
    there is none on that day, BH-04 for a body that does not issue under this profile.
    """
    rows = _rows_of(profile, issued_by)
    for row in rows:
        if _in_force(row, day):
            return _letterhead(row, day, kind)
    raise _unknown(profile, day)


def any_letterhead(profile: str, day: date, issued_by: str = "", kind: str = REPORT) -> Letterhead:
    """Return the letterhead in force on `day`, else the last before it; raise as `letterhead_for` does."""
    try:
        return letterhead_for(profile, day, issued_by, kind)
    except WrongRequest as error:
        if error.code != "BC-01":
            raise
    return last_letterhead(profile, day, issued_by, kind)


def last_letterhead(profile: str, day: date, issued_by: str = "", kind: str = REPORT) -> Letterhead:
    """Return the letterhead that `profile` had last before `day`; raise as `letterhead_for` does."""
    rows = _rows_of(profile, issued_by)
    past = [row for row in rows if _last_day(row) < day]
    if not past:
        raise _unknown(profile, day)
    latest = max(past, key=_last_day)
    return _letterhead(latest, day, kind, is_past=True)


def _unknown(profile: str, day: date) -> WrongRequest:
    profiles = {row["profile"] for row in _rows(TABLE) if _in_force(row, day)}
    known = sorted(profiles)
    return WrongRequest(
        "BC-01",
        profile=profile,
        day=day_text(day),
        known=", ".join(known),
    )


def _rows_of(profile: str, issued_by: str) -> list[Row]:
    """Return the rows of a profile under which `issued_by` issues, in their order; raise BH-04."""
    rows = [row for row in _rows(TABLE) if row["profile"] == profile]
    if not rows:
        return []
    wanted = issued_by or rows[0]["issued_by"]
    found = [row for row in rows if row["issued_by"] == wanted]
    if not found:
        bodies = dict.fromkeys(row["issued_by"] for row in rows)
        raise WrongRequest(
            "BH-04",
            profile=profile,
            issuer=wanted,
            known=", ".join(bodies),
        )
    return found


@cache
def _rows(table: str) -> tuple[Row, ...]:
    rows = shipped_rows(table)
    return tuple(rows)


def _in_force(row: Row, day: date) -> bool:
    valid_from = row["valid_from"]
    first = date.fromisoformat(valid_from)
    return first <= day <= _last_day(row)


def _last_day(row: Row) -> date:
    valid_to = row["valid_to"]
    if valid_to:
        return date.fromisoformat(valid_to)
    return date.max


def _letterhead(row: Row, day: date, kind: str, *, is_past: bool = False) -> Letterhead:
    is_state = row["form"] == STATE_FORM
    return Letterhead(
        superior=_parts(row["superior"]),
        issuer=_parts(row["issuer"]),
        place=row["place"],
        symbol=symbol_of(kind, row["code"], is_state=is_state),
        authority=row["authority"],
        position=row["position"],
        author=row["author"],
        whole=row["whole"],
        recipients=_parts(row["recipients"]),
        archive=row["archive"],
        rules=Rules.ND30 if is_state else Rules.on(day),
        issued_by=row["issued_by"],
        kind=kind,
        is_past=is_past,
    )


def _parts(text: str) -> tuple[str, ...]:
    parts = text.split(BREAK)
    return tuple(parts)


def symbol_of(kind: str, body: str, *, is_state: bool = False) -> str:
    """Return what follows the number: «BC/ĐUK»; of a body of the state «BC-SGDĐT», a letter's «SGDĐT»."""
    codes = {row["kind"]: row["code"] for row in _rows(KINDS_TABLE)}
    code = codes[kind]
    if not is_state:
        return f"{code}/{body}"
    if kind == LETTER:
        return body
    return f"{code}-{body}"
