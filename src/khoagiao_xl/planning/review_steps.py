"""The steps of every review, each so many days before the anniversary, after the office's own sample."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.planning.proposals import Cells, Proposal, cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.model.deadlines import DayRules

SOURCE: Final = schema.SAMPLE_REVIEW  # who proposes steps: the sample, not a document


def steps_of(
    reviews: Sequence[Cells], steps: Sequence[Cells], day_rules: DayRules, year: int
) -> list[Proposal]:
    """Return the sample's steps for each of the `reviews` (rows of tblSoTongKet).

    steps: the rows of tblBuoc, the sample among them. A review whose anniversary is past before the plan's
    `year` gets its steps without days: what to do then is a person's decision.
    """
    sample = [step for step in steps if _text(step, "review") == schema.SAMPLE_REVIEW]
    found = []
    for review in reviews:
        if not _text(review, "code"):
            continue
        for step in sample:
            proposal = _step(review, step, day_rules, year)
            found.append(proposal)
    return found


def _text(row: Cells, field: str) -> str:
    return cell_text(row.get(field))


def _step(review: Cells, step: Cells, day_rules: DayRules, year: int) -> Proposal:
    code = _text(review, "code")
    order = _text(step, "order")
    cells = {
        "order": step.get("order"),
        "text": step.get("text"),
        "days_before": step.get("days_before"),
        "review": code,
        "due": _due(review, step, day_rules, year),
        "title": _title(review),
    }
    return Proposal(f"{code}|{order}", cells)


def _title(review: Cells) -> str:
    kind = _text(review, "kind")
    years = _text(review, "years")
    symbol = _text(review, "symbol")
    if not years:
        return f"{kind} {symbol}"
    return f"{kind} {years} năm {symbol}"


def _due(review: Cells, step: Cells, day_rules: DayRules, year: int) -> date | None:
    anniversary = _day(review.get("anniversary"))
    if anniversary is None:
        return None
    if anniversary.year < year:
        return None
    days_before = step.get("days_before")
    if not isinstance(days_before, int | float):
        return None
    distance = timedelta(days=int(days_before))
    day = anniversary - distance
    return day_rules.calendar.roll(day, day_rules.roll)


def _day(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return None
