"""What the windows of an office show: a text in the status bar, and whether they follow what is written."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlwings_libreoffice.book import Book


class StatusBar:
    """What we show in the status bar of one office."""

    def __init__(self) -> None:
        self.text = ""
        self._indicator: Any = None

    def show(self, book: Book | None, text: str) -> None:
        """Show `text`, or give the bar back when it is empty."""
        if not text:
            self._give_back()
        elif self._indicator is not None:
            self._indicator.setText(text)
        elif book is not None:
            self._begin(book.api.CurrentController, text)
        self.text = text

    def _begin(self, window: Any, text: str) -> None:
        if window is not None:
            self._indicator = window.StatusIndicator
            self._indicator.start(text, 0)

    def _give_back(self) -> None:
        with suppress(Exception):  # the window may be closed by now, and its bar with it
            if self._indicator is not None:
                self._indicator.end()
        self._indicator = None


class Stillness:
    """The windows of an office that stand still while cells are written."""

    def __init__(self) -> None:
        self._quiet: list[Any] = []  # the documents that are shown in them

    def __bool__(self) -> bool:
        return bool(self._quiet)

    def begin(self, models: Iterable[Any]) -> None:
        """Let the windows of some documents stand still, until `end`."""
        if self._quiet:
            return
        self._quiet = list(models)
        for model in self._quiet:
            model.lockControllers()
            model.addActionLock()

    def end(self) -> None:
        """Let them show what was written."""
        for model in self._quiet:
            with suppress(Exception):  # closed meanwhile: it has no window any more
                model.removeActionLock()
                model.unlockControllers()
        self._quiet = []
