"""Where things stand in the small window: a first row, groups of buttons, a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

BUTTON_WIDTH: Final = 26  # letters
BOX_WIDTH: Final = 12
LINE_WIDTH: Final = 780  # pixels; a longer message is wrapped
PAD: Final = 6
COLUMNS: Final = 3  # of buttons: more in a row would reach beyond a small screen


class WindowLayout:
    """A Tk window that is filled from left to right and from top to bottom."""

    def __init__(self, root: Any) -> None:
        from tkinter import ttk

        self._frame = ttk.Frame(root, padding=2 * PAD)
        self._frame.grid(sticky="nsew")
        self._box: Any = self._frame  # where the next one goes
        self._rows = 1
        self._columns = 0
        self.widgets: list[Any] = []  # those that can rest

    def add_label(self, text: str) -> None:
        """Add words."""
        from tkinter import ttk

        label = ttk.Label(self._box, text=text)
        self._put(label)

    def add_choice(self, variable: Any, offer: Callable[[], object]) -> Any:
        """Add a box to choose from, and return it; `offer` fills it each time it is opened."""
        from tkinter import ttk

        box = ttk.Combobox(
            self._box,
            textvariable=variable,
            state="readonly",
            width=BOX_WIDTH,
            postcommand=offer,
        )
        self.widgets.append(box)
        self._put(box)
        return box

    def add_button(self, text: str, command: Callable[[], None]) -> None:
        """Add a button."""
        from tkinter import ttk

        button = ttk.Button(
            self._box,
            text=text,
            width=BUTTON_WIDTH,
            command=command,
        )
        self.widgets.append(button)
        self._put(button)

    def begin_group(self, name: str) -> None:
        """Let what is added from now on stand in a frame of its own, under the others."""
        from tkinter import ttk

        self._box = ttk.LabelFrame(self._frame, text=name, padding=PAD)
        self._columns = 0
        self._put_under(self._box, "ew")

    def add_message(self, variable: Any) -> None:
        """Add a text that may change, under all."""
        from tkinter import ttk

        label = ttk.Label(
            self._frame,
            textvariable=variable,
            wraplength=LINE_WIDTH,
            justify="left",
        )
        self._put_under(label, "w")

    def _put(self, widget: Any) -> None:
        above = PAD if self._box is self._frame else 0
        row, column = divmod(self._columns, COLUMNS)
        widget.grid(
            row=row,
            column=column,
            sticky="w",
            padx=PAD,
            pady=above,
        )
        self._columns += 1

    def _put_under(self, widget: Any, sticky: str) -> None:
        widget.grid(
            row=self._rows,
            column=0,
            columnspan=COLUMNS,
            sticky=sticky,
            pady=PAD,
        )
        self._rows += 1

    def rest(self) -> None:
        """Let nothing be clicked."""
        self._set_all("disabled")

    def wake(self) -> None:
        """Let everything be clicked again."""
        self._set_all("!disabled")

    def _set_all(self, state: str) -> None:
        for widget in self.widgets:
            widget.state([state])
