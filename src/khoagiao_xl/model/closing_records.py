"""What closing a period leaves in the master: the closing itself, and what changed after it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class Frozen(StrEnum):
    """What a row of tblSoChot tells of; the values are what «Loại» shows."""

    CLOSED = "kỳ"
    REOPENED = "mở lại"
    TOTAL = "số liệu"
    INPUT = "đầu vào"
    RULE = "quy tắc"
    WAIVER = "miễn trừ"
    FORM = "biểu"
    REPORT = "lời báo cáo"


@dataclass(frozen=True)
class Closing:
    """One closing of a period that stands; `round` counts the closings of the period from 1.

    sha256: of the snapshot that was laid beside the originals.
    """

    period: str
    round: int
    closed_at: datetime
    closed_by: str
    sha256: str


@dataclass(frozen=True)
class LaterChange:
    """One figure that is another now than when its period was closed (tblThayDoi).

    unit: blank where the total moved and no unit's answer of this period did: what is carried into it.
    frozen, now: the unit's answer then and now, as a sentence shows it; blank for none.
    difference: now less then, where both are figures; a blank counts as none of it.
    frozen_total, new_total: what all units come to, by what the period was closed with.
    file: the file that counts now. noted_at: when this was seen first. stated_in: whose reports tell it.
    """

    period: str
    round: int
    unit: str
    code: str
    label: str
    frozen: str
    now: str
    difference: float | int | None
    frozen_total: float | int | None
    new_total: float | int | None
    file: str
    noted_at: datetime | None
    stated_in: tuple[str, ...] = ()

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> LaterChange:
        """Return the change of a row of tblThayDoi (field -> value)."""
        facts = dict(row)
        facts["round"] = int(row["round"] or 0)
        return cls(**facts)

    @property
    def place(self) -> tuple[str, int, str, str]:
        """Which figure it is of."""
        return self.period, self.round, self.unit, self.code

    @property
    def of_closing(self) -> tuple[str, int]:
        """The period and the round of the closing that it came after."""
        return self.period, self.round

    @property
    def is_undone(self) -> bool:
        """Whether the figure is again what it was when the period was closed."""
        if self.unit:
            return self.frozen == self.now
        return self.frozen_total == self.new_total
