"""What the small window does, without any window: its periods, and running an action where the master is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.office_program.com_threads import in_own_thread
from khoagiao_xl.doors import open_or_closed
from khoagiao_xl.doors.error_outcomes import answered
from khoagiao_xl.doors.run_action import clock
from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.period_in_hand import period_in_hand
from khoagiao_xl.office.year import read_year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.books.office_program.live_book import LiveBook
    from khoagiao_xl.model.results import Progress

PERIOD: Final = "kgKy"  # the cell of the period that is chosen on the dashboard


class WindowActions:
    """One master, open or closed; `run` and `chosen_period` may be called in a thread of their own."""

    def __init__(self, master: Path) -> None:
        self.master = master

    def periods(self) -> list[str]:
        """Return the period codes of the master as it was stored last, in the order of its sheet."""
        return list(read_year(self.master).deadlines)

    def first_choice(self, today: date) -> str:
        """Return the month the office is in the middle of, as the dashboard does."""
        year = read_year(self.master)
        return period_in_hand(year, today)

    def chosen_period(self) -> str:
        """Return the period that is chosen on the dashboard if the master is open, else nothing."""
        with suppress(Exception), in_own_thread():  # whatever is wrong, the action that is clicked will say
            live = open_or_closed.reach(self.master)
            if live is not None:
                return live.text(PERIOD)
        return ""

    def run(self, action_id: str, period: str, progress: Progress) -> Outcome:
        """Run an action in the open master, or on the file when it is closed; raises nothing."""

        def work() -> Outcome:
            with in_own_thread():
                return self._run(action_id, period, progress)

        return answered(action_id, self.master, clock(), work)

    def _run(self, action_id: str, period: str, progress: Progress) -> Outcome:
        action = ACTIONS[action_id]
        if not self.master.is_file():
            raise MissingFile(path=self.master)
        if action.needs_period and not period:
            raise WrongRequest("CS-09")
        if action.whole_file:
            return self._run_on_file(action_id, period)
        live, outcome = open_or_closed.work_in_open(action_id, self.master, period, progress)
        _tell(live, outcome)
        return outcome

    def _run_on_file(self, action_id: str, period: str) -> Outcome:
        """Run an action that replaces the file: an open master is closed for it and opened again."""
        was_open = open_or_closed.reach(self.master) is not None
        outcome = open_or_closed.work_on_closed(action_id, self.master, period)
        if not was_open or self._is_still_open():
            return outcome
        live = open_or_closed.open_again(self.master)
        _tell(live, outcome)
        code = "CS-10" if live else "CS-11"
        told = sentence(code, {})
        details = (*outcome.details, told)
        return replace(outcome, details=details)

    def _is_still_open(self) -> bool:
        try:
            return open_or_closed.reach(self.master) is not None
        except Exception:  # noqa: BLE001  # whatever it is, what came of the action is told
            return True


def _tell(live: LiveBook | None, outcome: Outcome) -> None:
    """Show the sentence on the dashboard as well; without a macro, for here they may be forbidden."""
    with suppress(Exception):  # closed meanwhile, or busy: the work is done, and the window says so
        if live is not None:
            live.tell(open_or_closed.MESSAGE, outcome.sentence)
