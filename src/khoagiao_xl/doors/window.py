"""The door beside the office program: a small window with the same actions, where macros may not start us."""

from __future__ import annotations

import queue
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from khoagiao_xl.actions import ACTIONS, GROUPS
from khoagiao_xl.doors.open_master import open_master
from khoagiao_xl.doors.error_outcomes import unforeseen
from khoagiao_xl.doors.run_action import clock
from khoagiao_xl.doors.window_actions import Desk
from khoagiao_xl.errors import KhoaGiaoError, WrongRequest
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.model.results import Outcome

Answer = TypeVar("Answer")

LISTEN_EVERY: Final = 100  # milliseconds between two looks at what the working thread has said
WIDE, PAD = 26, 6
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
    Window(root, Desk(master))
    root.mainloop()


class Window:
    """The period, a button for each action, and what came of the last one."""

    def __init__(self, root: Any, desk: Desk) -> None:
        from tkinter import StringVar, ttk

        self._root, self._desk = root, desk
        self._said: queue.Queue[Callable[[], None]] = queue.Queue()
        self._doing = ""  # what the working thread is at, for people
        self._period, self._message = StringVar(), StringVar(value=sentence("CS-01", {}))
        self._widgets: list[Any] = []  # what rests while the thread works
        root.title(sentence("CS-00", {"name": desk.master.name}))
        root.protocol("WM_DELETE_WINDOW", self._leave)
        root.report_callback_exception = self._say_unforeseen
        frame = ttk.Frame(root, padding=2 * PAD)
        frame.grid(sticky="nsew")
        self._box = self._add_first_row(frame)
        for row, (name, ids) in enumerate(GROUPS.items(), 1):
            self._add_group(frame, row, name, ids)
        self._add_message(frame, len(GROUPS) + 1)
        root.after(LISTEN_EVERY, self._begin)

    def _add_first_row(self, frame: Any) -> Any:
        from tkinter import ttk

        ttk.Label(frame, text=sentence("CS-02", {})).grid(row=0, column=0, sticky="w", pady=PAD)
        box = ttk.Combobox(
            frame, textvariable=self._period, state="readonly", width=12, postcommand=self._offer_periods
        )
        box.grid(row=0, column=1, sticky="w", pady=PAD)
        look = ttk.Button(frame, text=sentence("CS-03", {}), width=WIDE, command=self._open_master)
        look.grid(row=0, column=2, padx=PAD, pady=PAD)
        self._widgets += [box, look]
        return box

    def _add_group(self, frame: Any, row: int, name: str, ids: tuple[str, ...]) -> None:
        from tkinter import ttk

        box = ttk.LabelFrame(frame, text=name, padding=PAD)
        box.grid(row=row, column=0, columnspan=3, sticky="ew", pady=PAD)
        for column, action_id in enumerate(ids):
            command = partial(self._start, action_id)
            button = ttk.Button(box, text=ACTIONS[action_id].label, width=WIDE, command=command)
            button.grid(row=0, column=column, padx=PAD)
            self._widgets.append(button)

    def _add_message(self, frame: Any, row: int) -> None:
        from tkinter import ttk

        label = ttk.Label(frame, textvariable=self._message, wraplength=780, justify="left")
        label.grid(row=row, column=0, columnspan=3, sticky="w", pady=PAD)

    def _begin(self) -> None:
        """Begin with the period of the open dashboard, or with the one that is due next."""
        if self._offer_periods():
            self._beside(sentence("CS-08", {}), self._desk.chosen_period, self._choose)

    def _choose(self, period: str) -> None:
        if period in self._box["values"]:
            self._period.set(period)
        self._message.set(sentence("CS-01", {}))

    def _offer_periods(self) -> bool:
        """Offer the periods that the master has now; say so where there are none."""
        try:
            periods = self._desk.periods()
            first = self._desk.first_choice(clock().date())
        except KhoaGiaoError as error:
            self._message.set(str(error))
            return False
        self._box["values"] = periods
        if self._period.get() not in periods:
            self._period.set(first)
        if not periods:
            self._message.set(sentence("CS-09", {}))
        return bool(periods)

    def _open_master(self) -> None:
        try:
            code = "CS-13" if open_master(self._desk.master) else "CS-05"
            self._message.set(sentence(code, {"name": self._desk.master.name}))
        except KhoaGiaoError as error:
            self._message.set(str(error))

    def _start(self, action_id: str) -> None:
        told = sentence("CS-04", {"label": ACTIONS[action_id].label})
        work = partial(self._desk.run, action_id, self._period.get(), self._tell)
        self._beside(told, work, self._show)

    def _show(self, outcome: Outcome) -> None:
        self._message.set("\n".join([outcome.sentence, *outcome.details[:DETAILS]]))
        self._root.lift()  # a master that was opened again lies above it

    def _beside(self, told: str, work: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        """Do `work` in a thread, so that the window stays alive, then `then` with its answer in ours."""
        if self._doing:
            return
        self._doing = told
        self._message.set(told)
        self._rest(["disabled"])
        # No daemon: what writes into an open workbook is not cut off in the middle.
        threading.Thread(target=lambda: self._said.put(partial(self._end, then, work()))).start()
        self._root.after(LISTEN_EVERY, self._listen)

    def _tell(self, what: str, done: int, of: int) -> None:
        """Pass on progress, from the working thread: only the window's own may touch the window."""
        line = f"{what}: {done}/{of}" if of else what
        self._said.put(lambda: self._message.set(f"{self._doing}\n{line}"))

    def _listen(self) -> None:
        while not self._said.empty():
            self._said.get()()
        if self._doing:
            self._root.after(LISTEN_EVERY, self._listen)

    def _end(self, then: Callable[[Answer], None], answer: Answer) -> None:
        self._doing = ""
        self._rest(["!disabled"])
        then(answer)

    def _rest(self, states: list[str]) -> None:
        for widget in self._widgets:
            widget.state(states)

    def _say_unforeseen(self, *_: object) -> None:
        """Say what nobody foresaw in the window's own thread, where Tk would print it."""
        self._message.set(unforeseen("window", self._desk.master, clock()).sentence)

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
