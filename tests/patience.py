"""Waiting for what must come: never by a bare clock, which a busy machine makes a liar."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from khoagiao_xl.books.office_program.office_trouble import is_foreign

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

PAUSE: Final = 0.2
_LOAD: Final = Path("/proc/loadavg")  # «0.86 0.31 0.14 4/89 4423»: 4 of 89 tasks want a core at this moment


def share_of_a_core() -> float:
    """Return how much of a core each task that wants one gets at this moment, 1.0 at most."""
    if not _LOAD.exists():
        return 1.0
    wanting = int(_LOAD.read_text(encoding="ascii").split()[3].split("/")[0])
    return min(1.0, (os.cpu_count() or 1) / max(1, wanting))


class Patience:
    """So many seconds of work as a quiet machine would have given; beside other work they last longer."""

    def __init__(self, seconds: float) -> None:
        self._left, self._seen = seconds, time.monotonic()

    @property
    def is_over(self) -> bool:
        """Whether the seconds are used up; asked again and again while waiting."""
        now = time.monotonic()
        self._left -= (now - self._seen) * share_of_a_core()
        self._seen = now
        return self._left < 0


def wait_for(claim: Callable[[], Answer], seconds: float = 60, why: str = "") -> Answer:
    """Return the first true answer of `claim`; fail when none comes in so many seconds of a quiet machine.

    An office program that cannot answer just now (a document that is closing, say) is asked again.
    """
    patience = Patience(seconds)
    while True:
        answer, trouble = _asked(claim)
        if answer:
            return answer
        assert not patience.is_over, f"không có gì xảy ra {why} {trouble}"
        time.sleep(PAUSE)


def do_until(do: Callable[[], object], claim: Callable[[], object], why: str) -> None:
    """Do something until `claim` holds; once more, as a person would, only if nothing of it came for long."""
    for _ in range(3):
        do()
        if comes_true(claim, 20):
            return
    raise AssertionError(f"không có gì xảy ra {why}")


def comes_true(claim: Callable[[], object], seconds: float) -> bool:
    """Whether `claim` holds within so many seconds of a quiet machine."""
    patience = Patience(seconds)
    while not _asked(claim)[0] and not patience.is_over:
        time.sleep(PAUSE)
    return bool(_asked(claim)[0])


def _asked(claim: Callable[[], Answer]) -> tuple[Answer | None, str]:
    try:
        return claim(), ""
    except Exception as error:
        if not is_foreign(error):
            raise
        return None, f"({type(error).__name__})"
