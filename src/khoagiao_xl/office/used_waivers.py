"""Which waivers really stand behind the figures of a period: used where it counts, and in force then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import REPORTED, Duty, Waiver

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class UsedWaiver:
    """A waiver that let a figure pass. figure: its indicator, blank for what is about no figure."""

    unit: str
    rule: str
    figure: str
    waiver: Waiver


def used_waivers(year: Year, period: Period) -> Iterator[UsedWaiver]:
    """Yield what intake has used waivers for; what nobody allows any more is left out."""
    obligations = year.obligations(period)
    for duty in year.duties_of(period):
        if duty.state not in REPORTED:
            continue
        for used in duty.waived:
            found = _found(duty, used, obligations)
            if found:
                yield found


def _found(duty: Duty, used: str, obligations: Obligations) -> UsedWaiver | None:
    rule, _, figure = used.partition(" ")
    came = duty.received
    day = came.date() if came else obligations.deadline.unit_due
    waivers = obligations.waivers
    waiver = waivers.covering(
        duty.unit,
        rule,
        (figure,),
        day,
    )
    if waiver is None:
        return None
    return UsedWaiver(duty.unit, rule, figure, waiver)
