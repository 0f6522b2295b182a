"""One process for many files of strangers, with limits of time and memory, replaced when it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from khoagiao_xl.intake.safety.limits import Limits


_REASONS = {
    FileNotFoundError: "không còn tệp này",
    PermissionError: "không có quyền đọc hoặc đang mở",
    IsADirectoryError: "là thư mục",
}


_AT_HAND: list[object] = [None]


class Process:
    """The process, as a context: it starts with the first call and ends with the block.

    at_hand: what every call needs, sent to the process once (`at_hand`).
    """

    def __init__(self, limits: Limits, at_hand: object = None) -> None:
        self.limits = limits
        self.at_hand = at_hand

    def __enter__(self) -> Self:
        from multiprocessing import get_context

        from pebble import ProcessPool

        # spawn: the same on Windows, and no copy of the caller's memory or locks.
        context: Any = get_context("spawn")
        self.pool: Any = ProcessPool(
            1,
            initializer=_prepare,
            initargs=(self.limits, self.at_hand),
            context=context,
        )
        return self

    def start(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return the future of a call in the process."""
        return self.pool.schedule(function, args=arguments, timeout=self.limits.seconds)

    def __exit__(self, *_: object) -> None:
        self.pool.stop()
        self.pool.join()


def call_result(future: Any, limits: Limits) -> tuple[str, dict[str, Any]]:
    """Return ("", {"value": result}) of a call, or the code and the facts of how it failed."""
    from concurrent.futures import TimeoutError as LateError

    from pebble import ProcessExpired

    try:
        return "", {"value": future.result()}
    except LateError:
        return "TN-24", {"seconds": f"{limits.seconds:g}"}
    except (ProcessExpired, MemoryError):
        return "TN-25", {}
    except OSError as error:
        return "TN-28", {"reason": _REASONS.get(type(error), "hệ thống báo lỗi")}
    except Exception as error:  # noqa: BLE001  # whatever the reader raised is a verdict on the file
        return "TN-26", {"reason": type(error).__name__}


def at_hand() -> Any:
    """Return, in the process, what was sent to it at its start."""
    return _AT_HAND[-1]


def _prepare(limits: Limits, sent: object) -> None:
    """In the new process: import what is needed, then bound the memory."""
    import python_calamine  # noqa: F401

    import khoagiao_xl.intake.reading.read_form  # noqa: F401

    _AT_HAND.append(sent)
    _end_with_the_caller()
    if sys.platform == "linux":
        import resource

        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        most = used + limits.memory_bytes
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _end_with_the_caller() -> None:
    """Let this process end soon after the one that started it was killed, and leave nothing behind."""
    from multiprocessing import parent_process

    caller = parent_process()

    def wait() -> None:
        if caller is not None:
            caller.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()
