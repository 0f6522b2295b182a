"""What the list says of itself while the unit works: the status of each line, and how many are left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.own_notes import LINE_OF, STILL_WRONG
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.wording import returned_forms as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.intake.returning.list_lines import Line

_STATUS: Final = 'IF(COUNTIFS({lines},{line},{wrong},TRUE)>0,"{still}","{changed}")'
_COUNT: Final = (
    'IF({done}={count},"{all_changed}","{before}"&({count}-{done})&"{after}"'
    '&IF({unseen}>0,"{look_before}"&{unseen}&"{look_after}",""))&"{aside}"'
)


def status_formula(line: Line) -> str:
    """Return the formula of the status of one line."""
    return _STATUS.format(
        lines=LINE_OF,
        line=line.number,
        wrong=STILL_WRONG,
        still=line.status,
        changed=texts.CHANGED,
    )


def is_changed(cell: str) -> str:
    """Return the condition that a status says so."""
    return f'{cell}="{texts.CHANGED}"'


def all_is_changed(cell: str) -> str:
    """Return the condition that the count of the heading says so."""
    letters = len(texts.CHANGED)
    return f'LEFT({cell},{letters})="{texts.CHANGED}"'


def is_still_wrong(cell: str) -> str:
    """Return the condition that a status says so."""
    return f'{cell}="{texts.STILL_WRONG}"'


def count_formula(lines: Sequence[Line], statuses: str) -> str:
    """Return the formula that says how many lines are left. statuses: the cells of their statuses."""
    total = _duties(lines).total()
    before, after = texts.LEFT
    look_before, look_after = texts.LEFT_TO_LOOK_AT
    return _COUNT.format(
        done=f'COUNTIF({statuses},"{texts.CHANGED}")',
        unseen=f'COUNTIF({statuses},"{texts.LOOK_YOURSELF}")',
        count=total,
        all_changed=texts.ALL_CHANGED.format(count=total),
        before=before,
        after=after.format(count=total),
        look_before=look_before,
        look_after=look_after,
        aside=_aside(lines),
    )


def count_text(lines: Sequence[Line]) -> str:
    """Return what that formula gives when the copy is sent."""
    duties = _duties(lines)
    total = duties.total()
    unseen = duties[texts.LOOK_YOURSELF]
    before, after = texts.LEFT
    of_all = after.format(count=total)
    told = f"{before}{total}{of_all}"
    if unseen:
        look_before, look_after = texts.LEFT_TO_LOOK_AT
        told += f"{look_before}{unseen}{look_after}"
    return told + _aside(lines)


def summary(lines: Sequence[Line]) -> str:
    """Return how many lines there are of each severity, of those there are any."""
    counts = Counter(line.finding.severity for line in lines)
    told = []
    for severity in Severity:
        count = counts[severity]
        if count:
            words = texts.SUMMARY[severity].format(count=count)
            told.append(words)
    return ", ".join(told)


def _duties(lines: Sequence[Line]) -> Counter[str]:
    """Return how many lines to be mended there are, by what is said of them when they are sent."""
    return Counter(line.status for line in lines if line.is_duty)


def _aside(lines: Sequence[Line]) -> str:
    counted = summary(lines)
    return f" ({counted})"
