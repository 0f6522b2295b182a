"""Running an action where the master is: in the workbook as it stands open, or on the closed file."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.doors.error_outcomes import answered
from khoagiao_xl.doors.open_master import open_file
from khoagiao_xl.doors.run_action import clock, run_action
from khoagiao_xl.errors import LeftOpenMark, NotNow, OpenElsewhere
from khoagiao_xl.files import locks
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome, in_silence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.books.office_program.live_book import LiveBook
    from khoagiao_xl.model.results import Progress

PATIENCE: Final = 60.0  # seconds for the office program to close the master, or to open it
PAUSE: Final = 0.3
MESSAGE: Final = "kgTinNhan"  # the cell under the buttons


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
        sign = error.facts["sign"]
        raise NotNow("NUT-06", name=master.name, sign=sign) from error


def work_in_open(
    action_id: str, master: Path, period: str, progress: Progress = in_silence
) -> tuple[LiveBook | None, Outcome]:
    """Run the action in the workbook as it stands open; return it, if it was found, and what came of it."""
    live = None

    def work() -> Outcome:
        nonlocal live
        live = reach(master)
        _blank(live)
        job = _at_the_chosen_cell(_job(action_id, period, progress), live)
        done = run_action(action_id, master, job, live)
        _bring_up(live, done)
        return done

    outcome = answered(action_id, master, clock(), work)
    return live, outcome


def work_on_closed(action_id: str, master: Path, period: str) -> Outcome:
    """Store and close the workbook if it is open, and run the action on the file."""

    def work() -> Outcome:
        _close(master)
        wait_until_closed(master)
        job = _job(action_id, period)
        return run_action(action_id, master, job)

    return answered(action_id, master, clock(), work)


def _job(action_id: str, period: str, progress: Progress = in_silence) -> Job:
    asked = None
    if ACTIONS[action_id].needs_period:
        asked = Period.parse(period)
    return Job(clock(), asked, progress=progress)


def _at_the_chosen_cell(job: Job, live: LiveBook | None) -> Job:
    """Return the job with the cell that is chosen in the open workbook."""
    if live is None:
        return job
    return replace(job, selected=live.selected())


def _bring_up(live: LiveBook | None, outcome: Outcome) -> None:
    """Show the sheet that the answer stands on."""
    with contextlib.suppress(Exception):  # the work is done, and the dashboard says so
        if live is not None and outcome.shown:
            live.bring_up(outcome.shown)


def _blank(live: LiveBook | None) -> None:
    """Take «Đang làm» away, which would be stored with the workbook and stand there for ever."""
    with contextlib.suppress(Exception):  # on a protected dashboard: no reason not to work
        if live is not None:
            live.blank(MESSAGE)


def _close(master: Path) -> None:
    from khoagiao_xl.books.office_program.find_open import find_open

    with locks.only_writer(master):  # what works in the open master must not have it closed
        live = find_open(master)
    _blank(live)
    if live is not None:
        live.store_typed()
        live.close()


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


def open_again(master: Path, patience: float = PATIENCE) -> LiveBook | None:
    """Open the master as a double click would, and return it once it answers; None when it does not."""
    from khoagiao_xl.books.office_program.find_open import find_open

    if not open_file(master):
        return None
    found = None
    end = time.monotonic() + patience
    while found is None and time.monotonic() < end:
        time.sleep(PAUSE)
        with contextlib.suppress(Exception):  # a program that is opening a workbook refuses in many ways
            found = find_open(master)
    return found
