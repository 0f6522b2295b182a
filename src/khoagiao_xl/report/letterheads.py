"""The letterheads that ship with the tool, as rows of a table: who the office is, and from when."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.vietnamese.day_texts import day_text

TABLE: Final = "data/letterheads.csv"
BREAK: Final = "|"  # between the lines of one field
HD05_IN_FORCE: Final = date(2026, 5, 27)


class Rules(StrEnum):
    """Layout rules in force, by the date of the document."""

    HD36 = "HD36"  # Hướng dẫn 36-HD/VPTW, 03/4/2018
    HD05 = "HD05"  # Hướng dẫn 05-HD/VPTW, 27/5/2026

    @classmethod
    def on(cls, day: date) -> Rules:
        """Return the rules that govern a document dated `day`."""
        return cls.HD05 if day >= HD05_IN_FORCE else cls.HD36


@dataclass(frozen=True)
class Letterhead:
    """Who issues, under which symbol, and who signs; `number` and `signer` stay blank until known."""

    superior: str
    issuer: tuple[str, ...]  # one line of the header each
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


def letterhead_for(profile: str, day: date) -> Letterhead:
    """Return the letterhead of `profile` in force on `day`; raise WrongRequest BC-01 where there is none."""
    rows = _rows()
    for row in rows:
        if row["profile"] == profile and _in_force(row, day):
            return _letterhead(row, day)
    profiles = {row["profile"] for row in rows}
    known = sorted(profiles)
    raise WrongRequest(
        "BC-01",
        profile=profile,
        day=day_text(day),
        known=", ".join(known),
    )


def _rows() -> list[dict[str, str]]:
    table = files("khoagiao_xl") / TABLE
    text = table.read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return list(rows)


def _in_force(row: Mapping[str, str], day: date) -> bool:
    valid_from = row["valid_from"]
    valid_to = row["valid_to"]
    first = _day(valid_from, date.min)
    last = _day(valid_to, date.max)
    return first <= day <= last


def _day(text: str, without: date) -> date:
    if not text:
        return without
    return date.fromisoformat(text)


def _letterhead(row: Mapping[str, str], day: date) -> Letterhead:
    issuer = row["issuer"].split(BREAK)
    recipients = row["recipients"].split(BREAK)
    return Letterhead(
        superior=row["superior"],
        issuer=tuple(issuer),
        place=row["place"],
        symbol=row["symbol"],
        authority=row["authority"],
        position=row["position"],
        author=row["author"],
        whole=row["whole"],
        recipients=tuple(recipients),
        archive=row["archive"],
        rules=Rules.on(day),
    )
