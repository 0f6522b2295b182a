"""A folder of forms taken in to checked totals, in memory: intake.py MASTER INBOX PERIOD.

Safety check, hash, reading in processes that may die, judging with addressed findings, versions, duties,
totals. What the whole command does besides (originals kept, returned copies, the master written) is measured
by the lines of whole commands.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khoagiao_xl.intake.judging.verdicts import Receipt
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.steps import take_in


def reported(receipts: list[Receipt], period: str) -> dict[tuple[str, str], dict[str, object]]:
    """Return what counts of the files, as the year has it."""
    sound = [receipt for receipt in receipts if receipt.is_sound]
    return {
        (period, receipt.unit): {entry.code: entry.value for entry in receipt.entries} for receipt in sound
    }


def as_taken_in(year: Year, taken: take_in.Taken, period: str) -> Year:
    """Return the year as it stands once the intake is written, without writing it."""
    after = replace(year, corrected=reported(taken.receipts, period))  # type: ignore[arg-type]
    vars(after)["duties"] = (*year.duties, *taken.duties)
    return after


def peak() -> float:
    """Return the most memory that this process has had, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    told = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(told[0]) / 1024 if told else 0.0


def main(master: str, inbox: str, period: str) -> None:
    """Take in, and print what came of it.

    The processes that read import this file: what the command does not load in them is loaded here.
    """
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import read_year
    from khoagiao_xl.steps import take_in
    from khoagiao_xl.totals.period_totals import make_totals
    from khoagiao_xl.vietnamese.office_clock import office_now

    now = Period.parse(period)
    year = read_year(Path(master))
    intake = Intake.of(year, Job(office_now(), now, source=Path(inbox)))
    taken = take_in._taken(intake, take_in._read(intake))  # noqa: SLF001  # the step, without what it writes
    totals = make_totals(as_taken_in(year, taken, period), now)
    numbers = [entry.value for receipt in taken.receipts for entry in receipt.entries]
    told = {
        "forms": len(taken.receipts),
        "sum": sum(value for value in numbers if isinstance(value, int | float)),
        "total": sum(total.value or 0 for total in totals),
        "findings": sum(len(receipt.findings) for receipt in taken.receipts),
        "peak": peak(),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
