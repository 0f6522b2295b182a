"""The door behind the dashboard's buttons: a macro calls `press`, and the action runs on the closed master.

The macro saves the master and closes it right after the call; a process of its own waits for that, runs the
action exactly as the terminal verb does, leaves the outcome in a result file and opens the master again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.file import FileBook
from khoagiao_xl.errors import KhoaGiaoError, OpenElsewhere
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.opening import QUIET, detached, open_file
from khoagiao_xl.outcome import CANNOT, clock, run_action
from khoagiao_xl.storage import Storage

PATIENCE: Final = 60.0  # seconds for the office program to save and close the master
PAUSE: Final = 0.3


def press(action_id: str, master: str, period: str) -> None:
    """Start the action in a process of its own and return at once: the office program waits for this call."""
    command = [sys.executable, "-m", "khoagiao_xl.buttons", action_id, master, period]
    # The working folder may be the master's own, which a network drive would then not let go of.
    subprocess.Popen(command, cwd=Path.home(), **QUIET, **detached())  # noqa: S603


def work(action_id: str, master: Path, period: str) -> Outcome:
    """Wait until the master is closed, run the action, keep its outcome beside the master and return it."""
    from khoagiao_xl.books.mending import mend

    try:
        wait_until_closed(master)
        mend(master)
        job = Job(clock(), Period.parse(period) if ACTIONS[action_id].needs_period else None)
        outcome = run_action(action_id, master, job)
    except KhoaGiaoError as error:
        outcome = Outcome(str(error), CANNOT)
    text = json.dumps(
        {"action": action_id, "period": period, **outcome.to_json()}, ensure_ascii=False, indent=1
    )
    files.write_atomically(result_of(master), text.encode("utf-8"))
    return outcome


def result_of(master: Path) -> Path:
    """Where the outcome of the last button lies."""
    return Storage(master).top / "ket-qua.json"


def wait_until_closed(master: Path, patience: float = PATIENCE) -> None:
    """Return when no office program holds `master` any more; raise OpenElsewhere when that takes too long."""
    end = time.monotonic() + patience
    while (sign := _held_by(master)) and time.monotonic() < end:
        time.sleep(PAUSE)
    if sign:
        raise OpenElsewhere(name=master.name, sign=sign)


def _held_by(master: Path) -> str:
    try:
        files.refuse_if_open(master)
        if sys.platform == "win32":
            # Excel lets nobody else write while it holds the file.
            with master.open("r+b"):
                pass
    except OpenElsewhere as error:
        return str(error.facts["sign"])
    except PermissionError:
        return "Excel"
    return ""


def open_again(master: Path, outcome: Outcome) -> None:
    """Open the master, and a note with the outcome when the journal on its dashboard does not tell it."""
    is_told = _is_told(master, outcome)
    open_file(master)
    if not is_told:
        note = Storage(master).top / "ket-qua.txt"
        # Notepad takes a text for UTF-8 by its mark.
        files.write_atomically(note, outcome.sentence.encode("utf-8-sig"))
        open_file(note)


def _is_told(master: Path, outcome: Outcome) -> bool:
    """Whether the newest line of tblNhatKy is about this outcome."""
    if outcome.status == CANNOT:
        return False
    lines = FileBook(master).read(schema.JOURNAL.name)
    return bool(lines) and lines[0]["Kết quả"] == outcome.sentence


def main(arguments: list[str] | None = None) -> int:
    """Do what a button asks; return the outcome's status."""
    action_id, name, period = arguments or sys.argv[1:]
    master = Path(name)
    outcome = work(action_id, master, period)
    open_again(master, outcome)
    return outcome.status


if __name__ == "__main__":
    sys.exit(main())
