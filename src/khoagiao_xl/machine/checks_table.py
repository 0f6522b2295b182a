"""CHECKS: everything «doctor» looks at, once, in the order it is shown; its words stand in wording/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from khoagiao_xl.files.refusals import reason_of
from khoagiao_xl.machine import (
    clock_checks,
    folder_checks,
    macro_checks,
    mail_checks,
    master_state,
    office_checks,
    python_checks,
    template_checks,
)
from khoagiao_xl.machine.check_result import CheckVerdict, Seen, unseen
from khoagiao_xl.machine.check_up import CheckUp
from khoagiao_xl.wording import machine_checks, sentence

Look = Callable[[CheckUp], Seen]

CHECKS: Final[dict[str, Look]] = {
    # the machine
    "python": python_checks.interpreter,
    "packages": python_checks.packages,
    "libraries": python_checks.libraries,
    "window": python_checks.window,
    "passing": python_checks.passing_folder,
    "gen_py": python_checks.com_cache,
    # the folder
    "rights": folder_checks.rights,
    "room": folder_checks.room,
    "onedrive": folder_checks.onedrive,
    "network": folder_checks.network,
    "signs": folder_checks.signs,
    "clock": clock_checks.clock,
    # the office program
    "office": office_checks.office_program,
    "wps": office_checks.wps,
    "bridge": office_checks.bridge,
    "macros": macro_checks.macros,
    "web_mark": macro_checks.web_mark,
    "cmd": macro_checks.command_line,
    "child": macro_checks.child_processes,
    # the master
    "master": master_state.master_file,
    "year": master_state.year_of_master,
    "start": master_state.python_of_master,
    "opened": master_state.opened,
    "backups": master_state.copies,
    "folders": master_state.folders,
    "templates": template_checks.templates,
    # mail
    "mail": mail_checks.mail_settings,
    "mail_line": mail_checks.mail_line,
}


@dataclass(frozen=True)
class CheckLine:
    """One check that was made. name, looked_at: in the office's words."""

    key: str
    name: str
    looked_at: str
    seen: Seen

    def to_json(self) -> dict[str, str]:
        """Return it as plain values."""
        return {
            "check": self.key,
            "name": self.name,
            "looked_at": self.looked_at,
            "verdict": self.seen.verdict.value,
            "code": self.seen.code,
            "told": self.seen.told,
            "to_do": self.seen.to_do,
        }


def look_over(case: CheckUp) -> list[CheckLine]:
    """Make every check; one that the system refuses is not seen, and stops no other."""
    lines: list[CheckLine] = []
    for key, look in CHECKS.items():
        name, looked_at = machine_checks.CHECKS[key]
        seen = _looked(look, case)
        line = CheckLine(key, name, looked_at, seen)
        lines.append(line)
    return lines


def _looked(look: Look, case: CheckUp) -> Seen:
    try:
        return look(case)
    except OSError as error:
        reason = reason_of(error)
        return unseen("MAY-004", reason=reason)


def count(lines: list[CheckLine], verdict: CheckVerdict) -> int:
    """Return how many checks came to a verdict."""
    return sum(line.seen.verdict is verdict for line in lines)


def asked_of_it(lines: list[CheckLine], case: CheckUp) -> str:
    """Return the sentence for the people who look after the machines; blank where nothing is theirs to do."""
    asks: list[str] = []
    for line in lines:
        code = line.seen.code
        wish = machine_checks.ASKED_OF_IT.get(code)
        if wish and wish not in asks:
            asks.append(wish)
    if not asks:
        return ""
    told = "; ".join(asks)
    facts = {"path": case.machine.python, "asks": told}
    return sentence("MAY-902", facts)
