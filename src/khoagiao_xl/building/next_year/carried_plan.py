"""The directives that are in force beyond their year, and the reviews that are not done, with their steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model import schema
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.building.next_year.predecessor import Predecessor

Row = dict[str, Any]  # field -> value
DONE: Final = frozenset({"xong", schema.DROPPED})
_DAY: Final = schema.REVIEW_STEPS.column_of("due").name
_ONE_YEAR: Final = re.compile(r"\bnăm (\d{4})\W*$")  # «thực hiện công tác khoa giáo năm 2024»


@dataclass(frozen=True)
class CarriedPlan:
    """Rows of tblVanBan, tblSoTongKet and tblBuoc; left: what is said of those that stayed behind.

    proposals: rows of tblDeXuat, by which an import knows that the sample has proposed these steps already.
    """

    directives: tuple[Row, ...]
    reviews: tuple[Row, ...]
    steps: tuple[Row, ...]
    proposals: tuple[Row, ...]
    left: tuple[str, ...]


def carry_plan(last: Predecessor) -> CarriedPlan:
    """Return what of the plan goes on after its year; tasks do not: each year's guidance brings its own."""
    directives, settled = _divided(last.rows(schema.DIRECTIVES))
    lasting = [row for row in directives if not _is_of_its_year(row, last.number)]
    reviews, closed = _divided(last.rows(schema.REVIEWS))
    steps = _steps(last, reviews)
    counts = {
        "NC-22": len(directives) - len(lasting),
        "NC-23": len(settled),
        "NC-24": len(closed),
        "NC-25": len(last.rows(schema.TASKS)),
    }
    return CarriedPlan(
        directives=_unmarked(lasting),
        reviews=_unmarked(reviews),
        steps=_unmarked(steps),
        proposals=tuple(_proposals(last, steps)),
        left=tuple(_told(counts)),
    )


def _divided(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Return what goes on, and what is done or dropped."""
    going_on: list[Row] = []
    done: list[Row] = []
    for row in rows:
        place = done if row["status"] in DONE else going_on
        place.append(row)
    return going_on, done


def _is_of_its_year(row: Row, year: int) -> bool:
    """Say whether a directive guides the work of the year that is over, and of no other."""
    named = _ONE_YEAR.search(row["subject"])
    if named is None:
        return False
    return int(named[1]) <= year


def _steps(last: Predecessor, reviews: Iterable[Row]) -> list[Row]:
    """Return the office's own sample steps, and those of the reviews that go on."""
    codes = {row["code"] for row in reviews}
    codes.add(schema.SAMPLE_REVIEW)
    rows = last.rows(schema.REVIEW_STEPS)
    return [row for row in rows if row["review"] in codes]


def _proposals(last: Predecessor, steps: Iterable[Row]) -> Iterator[Row]:
    """Yield what the sample has proposed for `steps`.

    Of their days it is forgotten: for a review whose anniversary is past the sample proposes none, and an
    import would take away those that the office is late for.
    """
    codes = {row["code"] for row in steps}
    for row in last.rows(schema.PROPOSALS):
        is_of_sample = row["source"] == schema.SAMPLE_REVIEW
        if is_of_sample and row["code"] in codes and row["column"] != _DAY:
            yield row


def _unmarked(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows without what was told of them in their year."""
    return tuple({**row, "change": ""} for row in rows)


def _told(counts: dict[str, int]) -> Iterator[str]:
    for code, count in counts.items():
        if count:
            yield sentence(code, {"count": count})
