"""The status bar of a window, lent while something is shown in it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khoagiao_xl.books.libreoffice.book import Book


class StatusBar:
    """What we show in the status bar of one office."""

    def __init__(self) -> None:
        self.text = ""
        self._indicator: Any = None

    def show(self, book: Book | None, text: str) -> None:
        """Show `text`, or give the bar back when it is empty."""
        if not text:
            with suppress(Exception):  # the window may be closed by now, and its bar with it
                if self._indicator is not None:
                    self._indicator.end()
            self._indicator = None
        elif self._indicator is not None:
            self._indicator.setText(text)
        elif book is not None and book.api.CurrentController is not None:
            self._indicator = book.api.CurrentController.StatusIndicator
            self._indicator.start(text, 0)
        self.text = text
