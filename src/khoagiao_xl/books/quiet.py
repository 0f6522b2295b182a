"""An office program that stands still while it is written to, and is itself again whatever happens."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.trouble import patiently

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.results import Progress

# In this order; calculation before the screen on the way back, so that the user sees the sums.
QUIET: Final = (("screen_updating", False), ("display_alerts", False), ("calculation", "manual"))
BETWEEN: Final = 0.3  # seconds from one message in the status bar to the next


@contextmanager
def quiet(app: Any) -> Iterator[None]:
    """Hold the screen, the questions and the calculation of an xlwings App; give them back in any case."""
    before: list[tuple[str, Any]] = []
    try:
        for name, value in QUIET:
            before.append((name, patiently(lambda name=name: getattr(app, name))))  # type: ignore[misc]
            setattr(app, name, value)
        yield
    finally:
        for name, value in reversed(before):
            # The program may be gone; the error that is on its way says so.
            with suppress(Exception):
                patiently(lambda name=name, value=value: setattr(app, name, value))  # type: ignore[misc]


@contextmanager
def shown_progress(app: Any) -> Iterator[Progress]:
    """Yield the function that steps report to; the status bar shows it a few times a second at most."""
    last = 0.0

    def report(what: str, done: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last >= BETWEEN:
            last = time.monotonic()
            with suppress(Exception):  # a message that cannot be shown stops no work
                app.status_bar = f"{what} {done}/{of}" if of else what

    try:
        yield report
    finally:
        with suppress(Exception):
            app.status_bar = False
