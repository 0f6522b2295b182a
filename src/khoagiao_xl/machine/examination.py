"""All checks of a machine, a folder and a master, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.machine.check_result import CheckVerdict
from khoagiao_xl.machine.checks_table import asked_of_it, count, look_over
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_up import CheckUp
    from khoagiao_xl.machine.checks_table import CheckLine

STATUS: Final = {CheckVerdict.BROKEN: 2, CheckVerdict.NOTICE: 1}  # what was not seen is no reason for either

IN_SHORT: Final = {CheckVerdict.NOTICE: "MAY-904", CheckVerdict.BROKEN: "MAY-905"}


def examine(case: CheckUp) -> Outcome:
    """Make every check and return what they come to: 0 nothing to tell, 1 to be known, 2 something broken."""
    lines = look_over(case)
    counts = {verdict.value: count(lines, verdict) for verdict in CheckVerdict}
    asked = asked_of_it(lines, case)
    details = _in_short(lines)
    if asked:
        details.append(sentence("MAY-901", {"asks": asked}))
    checks = [line.to_json() for line in lines]
    return Outcome(
        sentence("MAY-900", counts),
        status=status_of(lines),
        counts=counts,
        details=tuple(details),
        data={"checks": checks, "for_it": asked},
    )


def _in_short(lines: list[CheckLine]) -> list[str]:
    """Return what is ready in one line, then a line for each thing that is not: the worst last."""
    ready = [line.name for line in lines if line.seen.verdict is CheckVerdict.SOUND]
    told = [sentence("MAY-903", {"names": ", ".join(ready)})]
    for verdict, code in IN_SHORT.items():
        for line in lines:
            if line.seen.verdict is verdict:
                facts = {"name": line.name, "told": line.seen.told, "to_do": line.seen.to_do}
                said = sentence(code, facts)
                told.append(said.rstrip())
    return told


def status_of(lines: list[CheckLine]) -> int:
    """Return the exit status that the worst verdict stands for."""
    worst = 0
    for line in lines:
        own = STATUS.get(line.seen.verdict, 0)
        worst = max(worst, own)
    return worst
