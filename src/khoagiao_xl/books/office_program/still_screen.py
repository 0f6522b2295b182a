"""An office program that stands still while it is written to, and is itself again whatever happens."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.office_program.office_trouble import patiently

if TYPE_CHECKING:
    from khoagiao_xl.model.results import Progress

# In this order; calculation before the screen on the way back, so that the user sees the sums.
QUIET: Final = (("screen_updating", False), ("display_alerts", False), ("calculation", "manual"))
BETWEEN: Final = 0.3  # seconds from one message in the status bar to the next


class quiet:  # noqa: N801  # used as a verb: `with quiet(app)`
    """Hold the screen, the questions and the calculation of an xlwings App; give them back in any case."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._before: list[tuple[str, Any]] = []

    def __enter__(self) -> None:
        """Remember how it was, and hold it."""
        try:
            for name, value in QUIET:
                self._remember(name)
                patiently(partial(setattr, self._app, name, value))
        except Exception:
            self.__exit__()
            raise

    def _remember(self, name: str) -> None:
        ask = partial(getattr, self._app, name)
        value = patiently(ask)
        self._before.append((name, value))

    def __exit__(self, *_: object) -> None:
        """Give everything back, as far as the program still answers."""
        for name, value in reversed(self._before):
            give_back = partial(setattr, self._app, name, value)
            with suppress(Exception):  # it may be gone; the error that is on its way says so
                patiently(give_back)


class shown_progress:  # noqa: N801  # used as a verb: `with shown_progress(app)`
    """Give the function that steps report to; the status bar shows it a few times a second at most."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._last = 0.0

    def __enter__(self) -> Progress:
        """Return the function."""
        return self._report

    def _report(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._last < BETWEEN:
            return
        self._last = now
        text = what
        if of:
            text = f"{what} {done}/{of}"
        with suppress(Exception):  # a message that cannot be shown stops no work
            self._app.status_bar = text

    def __exit__(self, *_: object) -> None:
        """Give the bar back."""
        with suppress(Exception):
            self._app.status_bar = False
