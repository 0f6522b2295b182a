"""What each unit adds to a figure: its answer, and the period whose report gave it."""

from __future__ import annotations

from dataclasses import dataclass

from khoagiao_xl.model.history import Answer


@dataclass(frozen=True)
class Contribution:
    """One unit's part in a figure of one period.

    period: code of the period whose report gave the answer; another than the figure's own where it was
    carried forward from there, or where the figure adds several periods up.
    carried: the unit is silent in the figure's own period, and this is what it last reported.
    """

    unit: str
    period: str
    code: str
    value: Answer
    carried: bool = False
