"""One call in a process of its own, with a bound of time and memory: what kills it does not kill us."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

Answer = TypeVar("Answer")
_MEMORY: Final = 1_500_000_000  # bytes above what the process needs by itself


class Unanswered(Exception):
    """The call took too long, or its process died."""


def bounded(function: Callable[..., Answer], *arguments: object, seconds: float) -> Answer:
    """Return what the call returns; raise Unanswered, with whatever ended it as its cause."""
    from multiprocessing import get_context

    from pebble import ProcessPool

    # spawn: the same on Windows, and no copy of the caller's memory or locks.
    pool: Any = ProcessPool(1, initializer=_bound_memory, context=get_context("spawn"))
    try:
        future = pool.schedule(function, args=arguments, timeout=seconds)
        answer: Answer = future.result()
    except Exception as error:  # whatever the reader raised is a verdict on the file
        raise Unanswered from error
    finally:
        pool.stop()
        pool.join()
    return answer


def _bound_memory() -> None:
    if sys.platform != "linux":
        return
    import resource

    sizes = Path("/proc/self/statm").read_text(encoding="ascii")
    pages, *_ = sizes.split()
    used = int(pages) * resource.getpagesize()
    most = used + _MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
