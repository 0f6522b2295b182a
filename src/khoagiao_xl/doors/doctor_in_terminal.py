"""«doctor»: the table of checks in the terminal, and what it comes to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.machine.check_up import CheckUp
from khoagiao_xl.machine.this_machine import this_machine
from khoagiao_xl.wording.machine_checks import COLUMNS, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from khoagiao_xl.model.results import Outcome

PIPED_WIDTH: Final = 150  # letters, where no terminal says how wide it is
UNBROKEN: Final = 10_000  # letters: into a file or pipe a sentence is one line
SHARES: Final = (5, 8, 4, 14, 14)  # of the width, for each column
LOOKS: Final = {"sound": "green", "notice": "yellow", "broken": "bold red", "unseen": "dim"}


def case_of(
    master: Path | None, now: datetime, *, asks_mail: bool = False, folder: Path | None = None
) -> CheckUp:
    """Return what is looked at: this machine, and the folder of the master or the one that is named."""
    beside = master.absolute().parent if master else Path.cwd()
    return CheckUp(
        machine=this_machine(),
        folder=folder or beside,
        now=now,
        master=master,
        asks_mail=asks_mail,
    )


def printed(outcome: Outcome) -> Outcome:
    """Print the checks as a table, below it what was done and what others are asked; return the rest."""
    from rich.table import Table

    from khoagiao_xl.doors.terminal_table import print_lines, print_table

    table = Table(show_lines=True, expand=True)
    for name, share in zip(COLUMNS, SHARES, strict=True):
        table.add_column(name, overflow="fold", ratio=share)
    for check in outcome.data["checks"]:
        cells = _cells(check)
        table.add_row(*cells)
    print_table(table, PIPED_WIDTH)
    print_lines(outcome.details, UNBROKEN)
    return replace(outcome, details=())


def _cells(check: Mapping[str, str]) -> list[str]:
    from rich.markup import escape

    verdict = check["verdict"]
    look = LOOKS[verdict]
    word = VERDICTS[verdict]
    told = escape(check["told"])
    to_do = escape(check["to_do"])
    return [
        check["name"],
        check["looked_at"],
        f"[{look}]{word}[/]",
        told,
        to_do,
    ]
