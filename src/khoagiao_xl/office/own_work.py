"""What is on the people of the office on a day: tasks and steps of reviews that are overdue or nearly due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from khoagiao_xl.model.schema import BEGUN
from khoagiao_xl.office.open_debts import OVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.model.records import Review
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class OwnWork:
    """One thing to be done by somebody in the office. title: of a step, the review that it belongs to."""

    code: str
    text: str
    due: date
    in_charge: tuple[str, ...]
    leader: tuple[str, ...] = ()
    title: str = ""


def own_work(year: Year, today: date) -> dict[str, list[OwnWork]]:
    """Return who is in charge -> what is overdue or due within `nhac_truoc_ngay` days, by day.

    Only what a person has taken over; a step that names nobody is with who is in charge of its review.
    """
    before = timedelta(days=year.settings.mail.days_before)
    last = today + before
    listed = [*_tasks(year), *_steps(year)]
    listed.sort(key=attrgetter("due"))
    found: dict[str, list[OwnWork]] = {}
    for work in listed:
        if work.due <= last:
            for name in work.in_charge:
                found.setdefault(name, []).append(work)
    return found


def _tasks(year: Year) -> Iterator[OwnWork]:
    for task in year.tasks:
        if task.due and task.status in BEGUN:
            yield OwnWork(
                task.code,
                task.text,
                task.due,
                task.in_charge,
                task.leader,
            )


def _steps(year: Year) -> Iterator[OwnWork]:
    reviews: Mapping[str, Review] = {review.code: review for review in year.reviews}
    for step in year.review_steps:
        review = reviews.get(step.review)
        if review is None or review.status not in BEGUN:
            continue
        if step.due and step.status not in OVER:
            yield OwnWork(
                review.code,
                step.text,
                step.due,
                step.in_charge or review.in_charge,
                review.leader,
                step.title,
            )
