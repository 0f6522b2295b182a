"""The door behind the dashboard's buttons: a macro calls `press`, and the action runs in the open workbook.

Excel's macro waits for `press` and then reads the answer. LibreOffice's cannot wait, for both would stand
still: there Python runs the macro that reads it. An action that replaces the master as a file is done by a
process of its own, which closes the workbook, runs the action on the file and opens it again.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.doors.button_answer import keep_answer, result_of
from khoagiao_xl.doors.open_master import QUIET, detached, open_file
from khoagiao_xl.doors.error_outcomes import answered
from khoagiao_xl.doors.run_action import clock, run_action
from khoagiao_xl.errors import LeftOpenMark, NotNow, OpenElsewhere
from khoagiao_xl.files import locks
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome, in_silence
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.books.live_book import LiveBook
    from khoagiao_xl.model.results import Progress

PATIENCE: Final = 60.0  # seconds for the office program to close the master, or to open it
PAUSE: Final = 0.3
PERIOD: Final = "kgKy"  # the cell of the chosen period
MESSAGE: Final = "kgTinNhan"  # the cell under the buttons
SHOW: Final = "KG_ShowAnswer"  # the macro that shows the answer on the dashboard


def press(action_id: str, master: str, period: str, ticket: str) -> None:
    """Do what a button asks; `master` is its full path, `ticket` marks the answer as this click's."""
    # A macro writes a letter beyond the basic plane as two halves.
    path = Path(master.encode("utf-16", "surrogatepass").decode("utf-16"))
    if ACTIONS[action_id].whole_file:
        keep_answer(path, ticket, {"action": action_id}, Outcome(sentence("NUT-07", {})))
        command = [sys.executable, "-m", "khoagiao_xl.doors.buttons", action_id, str(path), period, ticket]
        # The working folder may be the master's own, which a network drive would then not let go of.
        subprocess.Popen(command, cwd=Path.home(), **QUIET, **detached())  # noqa: S603
        return
    live, outcome = work_in_open(action_id, path, period)
    keep_answer(path, ticket, {"action": action_id, "period": period}, outcome)
    if live is None or not live.macros_wait:
        show(live, path, outcome)


def work_in_open(
    action_id: str, master: Path, period: str, progress: Progress = in_silence
) -> tuple[LiveBook | None, Outcome]:
    """Run the action in the workbook as it stands open; return it, if it was found, and what came of it."""
    live = None

    def work() -> Outcome:
        nonlocal live
        live = reach(master)
        _blank(live)
        return run_action(action_id, master, _job(action_id, period, progress), live)

    outcome = answered(action_id, master, clock(), work)
    return live, outcome


def _blank(live: LiveBook | None) -> None:
    """Take «Đang làm» away, which would be stored with the workbook and stand there for ever."""
    with contextlib.suppress(Exception):  # on a protected dashboard: no reason not to work
        if live is not None:
            live.blank(MESSAGE)


def reach(master: Path) -> LiveBook | None:
    """Return the master if it is open, else None.

    Raise NotNow when it is open beyond our reach, LeftOpenMark when nothing but a mark is left of that.
    """
    from khoagiao_xl.books.office_program.find_open import find_open

    live = find_open(master)
    if live is None:
        _refuse_beyond_reach(master)
    return live


def _refuse_beyond_reach(master: Path) -> None:
    try:
        locks.refuse_if_held(master)
    except LeftOpenMark:
        raise
    except OpenElsewhere as error:
        raise NotNow("NUT-06", name=master.name, sign=error.facts["sign"]) from error


def work_on_closed(action_id: str, master: Path, period: str) -> Outcome:
    """Store and close the workbook if it is open, and run the action on the file."""

    def work() -> Outcome:
        _close(master)
        wait_until_closed(master)
        return run_action(action_id, master, _job(action_id, period))

    return answered(action_id, master, clock(), work)


def _close(master: Path) -> None:
    from khoagiao_xl.books.office_program.find_open import find_open

    with locks.only_writer(master):  # what works in the open master must not have it closed
        live = find_open(master)
    _blank(live)
    if live is not None:
        live.store_typed()
        live.close()


def _job(action_id: str, period: str, progress: Progress = in_silence) -> Job:
    asked = Period.parse(period) if ACTIONS[action_id].needs_period else None
    return Job(clock(), asked, progress=progress)


def wait_until_closed(master: Path, patience: float = PATIENCE) -> None:
    """Return when no office program holds `master` any more; raise OpenElsewhere when that takes too long."""
    end = time.monotonic() + patience
    while True:
        try:
            return locks.refuse_if_held(master)
        except OpenElsewhere:
            if time.monotonic() >= end:
                raise
        time.sleep(PAUSE)


def show(live: LiveBook | None, master: Path, outcome: Outcome) -> None:
    """Show the answer on the dashboard; where no dashboard can be reached, open it as a note."""
    with contextlib.suppress(Exception):  # closed meanwhile, or without our macros: the note is seen
        if live is not None:
            live.run_macro(SHOW)
            return
    note = result_of(master).with_name("ket-qua.txt")
    # Notepad takes a text for UTF-8 by its mark.
    files.write_atomically(note, outcome.sentence.encode("utf-8-sig"))
    open_file(note)


def open_again(master: Path, patience: float = PATIENCE) -> LiveBook | None:
    """Open the master as a double click would, and return it once it answers; None when it does not."""
    from khoagiao_xl.books.office_program.find_open import find_open

    end, found = time.monotonic() + patience, None
    if open_file(master):
        while not found and time.monotonic() < end:
            time.sleep(PAUSE)
            found = find_open(master)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Do what a button asks of the closed file, open it again and show the answer; return its status."""
    action_id, name, period, ticket = arguments or sys.argv[1:]
    master = Path(name)
    time.sleep(PAUSE)  # the macro of the click ends first: it belongs to the workbook that is closed now
    outcome = work_on_closed(action_id, master, period)
    keep_answer(master, ticket, {"action": action_id, "period": period}, outcome)
    show(open_again(master), master, outcome)
    return outcome.status


if __name__ == "__main__":
    sys.exit(main())
