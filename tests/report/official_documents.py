"""Every document that the tool makes, as one table: profile, day, period, what is special about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.report import find_template, letterhead_for, render

COMPLETE: Final = {State.ACCEPTED: ("Sở Y tế",) * 92}
NOBODY_MISSES: Final = {"states": COMPLETE, "waivers": ()}


@dataclass(frozen=True)
class Made:
    """One document: `facts` replace those of the content of conftest."""

    profile: str
    day: date
    period: str
    facts: dict[str, Any]
    number: str = ""
    signer: str = ""


DOCUMENTS: Final = {
    "a month": Made("2024", date(2024, 3, 20), "2024-M03", {}),
    "a first month": Made("2024", date(2024, 1, 20), "2024-M01", {}),
    "a month of all units": Made("2024", date(2024, 3, 20), "2024-M03", NOBODY_MISSES),
    "a quarter": Made("2024", date(2024, 3, 25), "2024-Q1", {}),
    "a half-year": Made("2024", date(2024, 6, 12), "2024-H1", {}),
    "a half-year of all units": Made("2024", date(2024, 6, 12), "2024-H1", NOBODY_MISSES),
    "a year": Made("2024", date(2024, 12, 5), "2024-Y", {}),
    "a numbered, signed month": Made("2024", date(2024, 3, 20), "2024-M03", {}, "7", "Người Ký Thử"),
    "a numbered year": Made("2024", date(2024, 12, 5), "2024-Y", {}, "126"),
    "a month of 2026 before the new guidance": Made("2026", date(2026, 3, 20), "2026-M03", {}),
    "a half-year of 2026": Made("2026", date(2026, 6, 20), "2026-H1", {}),
    "a numbered month of 2026": Made("2026", date(2026, 6, 20), "2026-M06", {}, "3"),
    "a year of the Party's own offices": Made("2026-co-quan-dang", date(2026, 12, 5), "2026-Y", {}),
    "a quarter of the province's board": Made("2026-tinh", date(2026, 9, 20), "2026-Q3", {}),
    "a numbered quarter of the board": Made("2026-tinh", date(2026, 9, 20), "2026-Q3", {}, "14"),
}


def make(made: Made, content: Callable[..., Any]) -> bytes:
    """Return the bytes of the document. content: the maker of contents of conftest."""
    head = letterhead_for(made.profile, made.day)
    head = replace(head, number=made.number, signer=made.signer)
    starts = Period.parse(made.period)
    reviews = [
        replace(review, anniversary=date(starts.year, starts.first_month, 10)) for review in content().reviews
    ]
    told = content(
        made.period,
        letterhead=head,
        today=made.day,
        reviews=tuple(reviews),
        **made.facts,
    )
    return render(told, find_template(told.report))
