"""Which periods are closed, by the rows of tblSoChot; what a report may tell of what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Closing, Frozen, LaterChange
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.grouping import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.office.rows import Fields

_TURNS: Final = frozenset({Frozen.CLOSED, Frozen.REOPENED})


@dataclass(frozen=True)
class Closings:
    """The closings and reopenings of every period, oldest first: rows of tblSoChot (field -> value)."""

    turns: Sequence[Fields]

    @classmethod
    def of_rows(cls, rows: Iterable[Fields]) -> Closings:
        """Return what the rows of tblSoChot say of periods; rows of what was frozen are left out."""
        turns = [row for row in rows if row["kind"] in _TURNS]
        # Of one round the closing goes before its reopening; the table has the newest first.
        turns.sort(key=_is_reopened)
        turns.sort(key=_round)
        return cls(turns)

    @cached_property
    def _by_period(self) -> Mapping[str, list[Fields]]:
        return grouped(self.turns, _period)

    @cached_property
    def standing(self) -> Mapping[str, Closing]:
        """Code of a closed period -> the closing that stands; a period that was reopened is not there."""
        found = {}
        for period, turns in self._by_period.items():
            last = turns[-1]
            if last["kind"] == Frozen.CLOSED:
                found[period] = _closing(last)
        return found

    def of_period(self, period: str) -> list[Closing]:
        """Return every closing of a period, oldest first, whether it stands or not."""
        turns = self._by_period.get(period, [])
        found = []
        for turn in turns:
            if turn["kind"] == Frozen.CLOSED:
                closing = _closing(turn)
                found.append(closing)
        return found


def _is_reopened(row: Fields) -> bool:
    kind: str = row["kind"]
    return kind == Frozen.REOPENED


def _period(row: Fields) -> str:
    period: str = row["period"]
    return period


def _round(row: Fields) -> int:
    number = row["round"] or 0
    return int(number)


def _closing(row: Fields) -> Closing:
    """Return the closing of a row; raise WrongRequest (MS-06) for one whose moment somebody has blanked."""
    if row["moment"] is None:
        table = schema.CLOSINGS
        raise WrongRequest(
            "MS-06",
            table=table.name,
            sheet=table.sheet,
            row=row["period"],
            column=table.column_of("moment").name,
        )
    return Closing(
        period=row["period"],
        round=_round(row),
        closed_at=row["moment"],
        closed_by=row["person"],
        sha256=row["sha256"],
    )


# -- what a report may tell -------------------------------------------------------------------------------


def untold(
    changes: Iterable[LaterChange], closed: Mapping[str, Closing], period: Period
) -> list[LaterChange]:
    """Return the changes that the report of `period` may tell.

    Of closed periods that end no later; what a report of the same kind has told is not told again.
    """
    return [change for change in changes if _may_tell(change, closed, period)]


def _may_tell(change: LaterChange, closed: Mapping[str, Closing], period: Period) -> bool:
    closing = closed.get(change.period)
    if closing is None or closing.round != change.round:
        return False
    own = Period.parse(change.period)
    if not _ends_before(own, period):
        return False
    told = map(Period.parse, change.stated_in)
    alike = {other for other in told if other.kind is period.kind}
    return alike <= {period}


def _ends_before(one: Period, period: Period) -> bool:
    """Whether `one` is over when `period` is: earlier on the calendar, or a shorter one within it."""
    if one == period:
        return False
    return (one.year, one.last_month) <= (period.year, period.last_month)
