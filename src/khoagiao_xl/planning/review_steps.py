"""The steps of every review, each so many days before the anniversary, after the office's own sample."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.planning.proposals import OF_THE_SAMPLE, Proposal, Shape, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.deadlines import Office

STEPS: Final = Shape(
    schema.REVIEW_STEPS, lambda _: (), "B", open_status=schema.STEP_STATUSES[0], words=OF_THE_SAMPLE
)
SOURCE: Final = schema.SAMPLE_REVIEW  # who proposes steps: the sample, not a document


def steps_of(reviews: Sequence[Row], steps: Sequence[Row], office: Office, year: int) -> list[Proposal]:
    """Return the sample's steps for each of the `reviews` (rows of tblSoTongKet).

    steps: the rows of tblBuoc, the sample among them. A review whose anniversary is past before the plan's
    `year` gets its steps without days: what to do then is a person's decision.
    """
    sample = [row for row in steps if said(row.get("Mã cuộc")) == schema.SAMPLE_REVIEW]
    return [
        _step(review, step, office, year) for review in reviews if said(review.get("Mã")) for step in sample
    ]


def _step(review: Row, step: Row, office: Office, year: int) -> Proposal:
    code = said(review.get("Mã"))
    cells: Row = {name: step.get(name) for name in ("Bước", "Nội dung", "Số ngày trước mốc")}
    title = f"{said(review.get('Loại'))} {said(review.get('Số năm'))} năm {said(review.get('Số, ký hiệu'))}"
    cells |= {"Mã cuộc": code, "Hạn": _due(review, step, office, year), "Cuộc": title.replace("  năm", "")}
    return Proposal(f"{code}|{said(step.get('Bước'))}", cells)


def _due(review: Row, step: Row, office: Office, year: int) -> date | None:
    anniversary, days = review.get("Ngày tròn"), step.get("Số ngày trước mốc")
    if not isinstance(anniversary, date) or not isinstance(days, int | float) or anniversary.year < year:
        return None
    day = anniversary.date() if isinstance(anniversary, datetime) else anniversary
    return office.calendar.roll(day - timedelta(days=int(days)), office.roll)
