"""The door beside the office program: a small window with the same actions, where macros may not start us."""

from __future__ import annotations

import queue
import threading
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import tables
from khoagiao_xl.actions import ACTIONS, GROUPS
from khoagiao_xl.books.file import FileBook
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import Deadline
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.outcome import clock, run_action
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Progress

LISTEN_EVERY: Final = 100  # milliseconds between two looks at what the working thread has said
WIDE, PAD = 26, 6


class Desk:
    """What the window does, without any window: its periods, and running an action on the master."""

    def __init__(self, master: Path) -> None:
        self.master = master

    def periods(self) -> list[str]:
        """Return the period codes of the master, in the order of its sheet."""
        return [line.period for line in self._deadlines()]

    def first_choice(self, today: date) -> str:
        """Return the month whose units are due next, the last one when the year is over."""
        months = [line for line in self._deadlines() if Period.parse(line.period).kind is Kind.MONTH]
        coming = [line.period for line in months if line.closes >= today]
        return (coming or [line.period for line in months[-1:]] or [""])[0]

    def _deadlines(self) -> list[Deadline]:
        return tables.read(FileBook(self.master, may_be_open=True), schema.DEADLINES, Deadline)

    def run(self, action_id: str, period: str, progress: Progress) -> Outcome:
        """Run an action as the terminal does, on the closed master."""
        asked = Period.parse(period) if ACTIONS[action_id].needs_period else None
        return run_action(action_id, self.master, Job(clock(), asked, progress=progress))


def show_window(master: Path) -> None:
    """Show the window until it is closed."""
    import tkinter as tk

    root = tk.Tk()
    Window(root, Desk(master))
    root.mainloop()


class Window:
    """The period, a button for each action, and what came of the last one."""

    def __init__(self, root: Any, desk: Desk) -> None:
        from tkinter import StringVar, ttk

        self._root, self._desk = root, desk
        self._said: queue.Queue[Outcome | str] = queue.Queue()
        self._period, self._message = StringVar(), StringVar(value=sentence("CS-01", {}))
        self._buttons: list[Any] = []
        root.title(sentence("CS-00", {"name": desk.master.name}))
        frame = ttk.Frame(root, padding=2 * PAD)
        frame.grid(sticky="nsew")
        self._choose_period(frame)
        for row, (name, ids) in enumerate(GROUPS.items(), 1):
            self._add_group(frame, row, name, ids)
        self._add_message(frame, len(GROUPS) + 1)

    def _choose_period(self, frame: Any) -> None:
        from tkinter import ttk

        self._period.set(self._desk.first_choice(clock().date()))
        ttk.Label(frame, text=sentence("CS-02", {})).grid(row=0, column=0, sticky="w", pady=PAD)
        box = ttk.Combobox(
            frame, textvariable=self._period, values=self._desk.periods(), state="readonly", width=12
        )
        box.grid(row=0, column=1, sticky="w", pady=PAD)
        look = ttk.Button(frame, text=sentence("CS-03", {}), width=WIDE, command=self._open_master)
        look.grid(row=0, column=2, padx=PAD, pady=PAD)

    def _add_group(self, frame: Any, row: int, name: str, ids: tuple[str, ...]) -> None:
        from tkinter import ttk

        box = ttk.LabelFrame(frame, text=name, padding=PAD)
        box.grid(row=row, column=0, columnspan=3, sticky="ew", pady=PAD)
        for column, action_id in enumerate(ids):
            command = partial(self._start, action_id)
            button = ttk.Button(box, text=ACTIONS[action_id].label, width=WIDE, command=command)
            button.grid(row=0, column=column, padx=PAD)
            self._buttons.append(button)

    def _add_message(self, frame: Any, row: int) -> None:
        from tkinter import ttk

        label = ttk.Label(frame, textvariable=self._message, wraplength=640, justify="left")
        label.grid(row=row, column=0, columnspan=3, sticky="w", pady=PAD)

    def _open_master(self) -> None:
        from khoagiao_xl.opening import open_file

        open_file(self._desk.master)

    def _start(self, action_id: str) -> None:
        """Run the action beside the window, so that the window stays alive."""
        for button in self._buttons:
            button.state(["disabled"])
        self._message.set(sentence("CS-04", {"label": ACTIONS[action_id].label}))
        threading.Thread(target=self._work, args=(action_id, self._period.get()), daemon=True).start()
        self._root.after(LISTEN_EVERY, self._listen)

    def _work(self, action_id: str, period: str) -> None:
        def tell(what: str, done: int, of: int) -> None:
            self._said.put(f"{what}: {done}/{of}")

        self._said.put(self._desk.run(action_id, period, tell))

    def _listen(self) -> None:
        """Show what the working thread has said; only the thread of the window may touch the window."""
        while not self._said.empty():
            said = self._said.get()
            if isinstance(said, str):
                self._message.set(said)
                continue
            self._message.set("\n".join([said.sentence, *said.details[:12]]))
            for button in self._buttons:
                button.state(["!disabled"])
            return
        self._root.after(LISTEN_EVERY, self._listen)
