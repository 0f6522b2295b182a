"""The door beside the office program: a small window with the same actions, where macros may not start us."""

from __future__ import annotations

import queue
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from khoagiao_xl.actions import ACTIONS, GROUPS
from khoagiao_xl.doors.error_outcomes import unforeseen
from khoagiao_xl.doors.open_master import open_master
from khoagiao_xl.doors.run_action import clock
from khoagiao_xl.doors.window_actions import WindowActions
from khoagiao_xl.doors.window_layout import WindowLayout
from khoagiao_xl.errors import KhoaGiaoError, WrongRequest
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.model.results import Outcome

Answer = TypeVar("Answer")

LISTEN_EVERY: Final = 100  # milliseconds between two looks at what the working thread has said
DETAILS: Final = 12  # lines of an outcome that are shown


def show_window(master: Path) -> None:
    """Show the window until it is closed; raise WrongRequest (CS-07) where none can be shown."""
    try:
        import tkinter as tk
    except ImportError as error:
        raise WrongRequest("CS-07") from error
    try:
        root = tk.Tk()
    except tk.TclError as error:
        raise WrongRequest("CS-07") from error
    Window(root, WindowActions(master))
    root.mainloop()


class Window:
    """The period, a button for each action, and what came of the last one."""

    def __init__(self, root: Any, actions: WindowActions) -> None:
        from tkinter import StringVar

        self._root = root
        self._actions = actions
        self._said: queue.Queue[Callable[[], None]] = queue.Queue()
        self._doing = ""  # what the working thread is at, for people
        self._period = StringVar()
        self._message = StringVar(value=sentence("CS-01", {}))
        root.title(sentence("CS-00", {"name": actions.master.name}))
        root.protocol("WM_DELETE_WINDOW", self._leave)
        root.report_callback_exception = self._say_unforeseen
        self._layout = WindowLayout(root)
        self._add_all()
        root.after(LISTEN_EVERY, self._begin)

    def _add_all(self) -> None:
        layout = self._layout
        layout.add_label(sentence("CS-02", {}))
        self._box = layout.add_choice(self._period, self._offer_periods)
        layout.add_button(sentence("CS-03", {}), self._open_master)
        for name, ids in GROUPS.items():
            layout.begin_group(name)
            for action_id in ids:
                action = ACTIONS[action_id]
                start = partial(self._start, action_id)
                layout.add_button(action.label, start)
        layout.add_message(self._message)

    def _begin(self) -> None:
        """Begin with the period of the open dashboard, or with the one that is due next."""
        if self._offer_periods():
            told = sentence("CS-08", {})
            self._beside(told, self._actions.chosen_period, self._choose)

    def _choose(self, period: str) -> None:
        offered = self._box["values"]
        if period in offered:
            self._period.set(period)
        told = sentence("CS-01", {})
        self._message.set(told)

    def _offer_periods(self) -> bool:
        """Offer the periods that the master has now; say so where there are none."""
        today = clock().date()
        try:
            periods = self._actions.periods()
            first = self._actions.first_choice(today)
        except KhoaGiaoError as error:
            self._message.set(str(error))
            return False
        self._box["values"] = periods
        if self._period.get() not in periods:
            self._period.set(first)
        if not periods:
            told = sentence("CS-09", {})
            self._message.set(told)
        return bool(periods)

    def _open_master(self) -> None:
        master = self._actions.master
        try:
            is_open = open_master(master)
        except KhoaGiaoError as error:
            self._message.set(str(error))
            return
        code = "CS-13" if is_open else "CS-05"
        facts = {"name": master.name}
        self._message.set(sentence(code, facts))

    def _start(self, action_id: str) -> None:
        label = ACTIONS[action_id].label
        facts = {"label": label}
        told = sentence("CS-04", facts)
        period = self._period.get()
        work = partial(self._actions.run, action_id, period, self._tell)
        self._beside(told, work, self._show)

    def _show(self, outcome: Outcome) -> None:
        details = outcome.details[:DETAILS]
        lines = [outcome.sentence, *details]
        self._message.set("\n".join(lines))
        self._root.lift()  # a master that was opened again lies above it

    def _beside(self, told: str, work: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        """Do `work` in a thread, so that the window stays alive, then `then` with its answer in ours."""
        if self._doing:
            return
        self._doing = told
        self._message.set(told)
        self._layout.rest()

        def work_and_say() -> None:
            answer = work()
            end = partial(self._end, then, answer)
            self._said.put(end)

        # No daemon: what writes into an open workbook is not cut off in the middle.
        thread = threading.Thread(target=work_and_say)
        thread.start()
        self._root.after(LISTEN_EVERY, self._listen)

    def _tell(self, what: str, done: int, of: int) -> None:
        """Pass on progress, from the working thread: only the window's own may touch the window."""
        line = f"{what}: {done}/{of}" if of else what
        show = partial(self._show_line, line)
        self._said.put(show)

    def _show_line(self, line: str) -> None:
        self._message.set(f"{self._doing}\n{line}")

    def _listen(self) -> None:
        while not self._said.empty():
            do_next = self._said.get()
            do_next()
        if self._doing:
            self._root.after(LISTEN_EVERY, self._listen)

    def _end(self, then: Callable[[Answer], None], answer: Answer) -> None:
        self._doing = ""
        self._layout.wake()
        then(answer)

    def _say_unforeseen(self, *_: object) -> None:
        """Say what nobody foresaw in the window's own thread, where Tk would print it."""
        master = self._actions.master
        outcome = unforeseen("window", master, clock())
        self._message.set(outcome.sentence)

    def _leave(self) -> None:
        """Close the window, unless an action is being done."""
        if not self._doing:
            self._root.destroy()
            return
        self._doing = sentence("CS-12", {})
        self._message.set(self._doing)


def main() -> None:
    """Show the window on the master that a shortcut names; whatever is wrong with it, the window says."""
    show_window(Path(sys.argv[1]).resolve())


if __name__ == "__main__":
    main()
