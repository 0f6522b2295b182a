"""The steps of every review, each so many days before the anniversary, after the office's own sample."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.planning.proposals import Cells, Proposal, cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.model.deadlines import Office

SOURCE: Final = schema.SAMPLE_REVIEW  # who proposes steps: the sample, not a document


def steps_of(reviews: Sequence[Cells], steps: Sequence[Cells], office: Office, year: int) -> list[Proposal]:
    """Return the sample's steps for each of the `reviews` (rows of tblSoTongKet).

    steps: the rows of tblBuoc, the sample among them. A review whose anniversary is past before the plan's
    `year` gets its steps without days: what to do then is a person's decision.
    """
    sample = [row for row in steps if cell_text(row.get("review")) == schema.SAMPLE_REVIEW]
    found = []
    for review in reviews:
        if cell_text(review.get("code")):
            found += [_step(review, step, office, year) for step in sample]
    return found


def _step(review: Cells, step: Cells, office: Office, year: int) -> Proposal:
    code = cell_text(review.get("code"))
    order = cell_text(step.get("order"))
    cells = {
        "order": step.get("order"),
        "text": step.get("text"),
        "days_before": step.get("days_before"),
        "review": code,
        "due": _due(review, step, office, year),
        "title": _title(review),
    }
    return Proposal(f"{code}|{order}", cells)


def _title(review: Cells) -> str:
    kind = cell_text(review.get("kind"))
    years = cell_text(review.get("years"))
    symbol = cell_text(review.get("symbol"))
    return f"{kind} {years} năm {symbol}" if years else f"{kind} {symbol}"


def _due(review: Cells, step: Cells, office: Office, year: int) -> date | None:
    anniversary = _day(review.get("anniversary"))
    days_before = step.get("days_before")
    if anniversary is None or anniversary.year < year:
        return None
    if not isinstance(days_before, int | float):
        return None
    day = anniversary - timedelta(days=int(days_before))
    return office.calendar.roll(day, office.roll)


def _day(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
