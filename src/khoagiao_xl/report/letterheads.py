"""The letterheads that ship with the tool, as rows of a table: who the office is, and from when."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.content import Letterhead, Rules

TABLE = "data/letterheads.csv"
BREAK = "|"  # between the lines of one field


def letterhead_for(profile: str, day: date) -> Letterhead:
    """Return the letterhead of `profile` in force on `day`; raise WrongRequest BC-01 where there is none."""
    rows = _rows()
    for row in rows:
        if row["profile"] == profile and _in_force(row, day):
            return _letterhead(row, day)
    known = ", ".join(sorted({row["profile"] for row in rows}))
    raise WrongRequest("BC-01", profile=profile, day=f"{day:%d/%m/%Y}", known=known)


def _rows() -> list[dict[str, str]]:
    text = (files("khoagiao_xl") / TABLE).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _in_force(row: dict[str, str], day: date) -> bool:
    starts, ends = row["valid_from"], row["valid_to"]
    return (not starts or date.fromisoformat(starts) <= day) and (not ends or day <= date.fromisoformat(ends))


def _letterhead(row: dict[str, str], day: date) -> Letterhead:
    return Letterhead(
        superior=row["superior"],
        issuer=tuple(row["issuer"].split(BREAK)),
        place=row["place"],
        symbol=row["symbol"],
        authority=row["authority"],
        position=row["position"],
        author=row["author"],
        whole=row["whole"],
        recipients=tuple(row["recipients"].split(BREAK)),
        archive=row["archive"],
        rules=Rules.on(day),
    )
