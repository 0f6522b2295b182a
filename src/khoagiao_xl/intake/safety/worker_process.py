"""One process for many files of strangers, with limits of time and memory, replaced when it dies."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from khoagiao_xl.errors import KhoaGiaoError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from khoagiao_xl.intake.safety.limits import Limits


_REASONS = {
    FileNotFoundError: "không còn tệp này",
    PermissionError: "không có quyền đọc hoặc đang mở",
    IsADirectoryError: "là thư mục",
}


_LATE: Final = 77  # exit status of a process that ended itself because its time was over
# spawn: the same on Windows, and no copy of the caller's memory or locks.
START: Final = "spawn"
_TICK: Final = 0.2  # seconds between two looks at the time, where the system does not watch it


AHEAD: Final = 16  # calls handed over before their answers are asked for


class Executor(Protocol):
    """Who runs calls on files, as `concurrent.futures` does: processes of this machine, or far ones."""

    @property
    def ahead(self) -> int:
        """How many calls keep it busy; more need not be handed over before their answers are asked for."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Any:
        """Return the future of a call."""


class Answered(NamedTuple):
    """How a call went that was made on another machine: as `call_result` tells it of one made here."""

    code: str
    facts: dict[str, Any]


class Process:
    """The process, as a context: it starts with the first call and ends with the block.

    ready: called in it once, to import what is needed before its memory is bounded.
    at_hand: what its calls need, sent to it once. count: how many such processes share the calls.
    """

    def __init__(
        self,
        limits: Limits,
        ready: Callable[[], None] | None = None,
        at_hand: object = None,
        count: int = 1,
    ) -> None:
        self.limits = limits
        self._count = count
        self._ready = ready
        self._at_hand = at_hand
        self._pool: Any = None

    def __enter__(self) -> Self:
        return self

    @property
    def ahead(self) -> int:
        """How many calls keep all of its processes busy."""
        return AHEAD * self._count

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Any:
        """Return the future of a call in the process.

        Its processor's time is bounded, not its wall time: on a busy machine a file is not refused for that.
        """
        limits = self.limits
        return self._running().schedule(
            bounded,
            args=(limits.seconds, function, *arguments),
            timeout=limits.wall_seconds,
        )

    def _running(self) -> Any:
        if self._pool is None:
            from multiprocessing import get_context

            from pebble import ProcessPool

            self._pool = ProcessPool(
                self._count,
                initializer=_prepare,
                initargs=(self.limits, self._ready, self._at_hand),
                context=get_context(START),
            )
        return self._pool

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()


def call_result(future: Any, limits: Limits) -> tuple[str, dict[str, Any]]:
    """Return ("", {"value": result}) of a call, or the code and the facts of how it failed."""
    from concurrent.futures import TimeoutError as LateError

    from pebble import ProcessExpired

    late = ("TN-24", {"seconds": f"{limits.seconds:g}".replace(".", ",")})
    try:
        value = future.result()
        return value if isinstance(value, Answered) else ("", {"value": value})
    except KhoaGiaoError:  # no verdict on the file: the work as a whole cannot go on
        raise
    except LateError:
        return late
    except ProcessExpired as error:
        return late if error.exitcode in _late_exits() else ("TN-25", {})
    except MemoryError:
        return "TN-25", {}
    except OSError as error:
        return "TN-28", {"reason": reason_of(error)}
    except Exception as error:  # noqa: BLE001  # whatever the reader raised is a verdict on the file
        return "TN-26", {"reason": type(error).__name__}


def reason_of(error: OSError) -> str:
    """Return in Vietnamese why a file cannot be opened."""
    return _REASONS.get(type(error), "hệ thống báo lỗi")


# -- in the process ---------------------------------------------------------------------------------------


def bounded(seconds: float, function: Callable[..., Any], *arguments: Any) -> Any:
    """In the process: call `function`; the process ends when that takes more of a processor's time."""
    stop = _watch(seconds)
    try:
        return function(*arguments)
    finally:
        stop()


def _late_exits() -> tuple[int, ...]:
    import signal

    killed = getattr(signal, "SIGPROF", None)
    return (_LATE,) if killed is None else (_LATE, -killed)


def _watch(seconds: float) -> Callable[[], None]:
    """Begin to watch the time of this process; return what ends the watch."""
    import signal

    if sys.platform == "win32":
        return _watch_by_thread(seconds)
    # Nobody handles the signal, so that it ends the process even inside a library.
    signal.setitimer(signal.ITIMER_PROF, seconds)
    return lambda: _end_timer(signal)


def _end_timer(signal: Any) -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)


def _watch_by_thread(seconds: float) -> Callable[[], None]:
    """Watch where no signal does, as often as the reader lets other threads run."""
    over, end = Event(), time.process_time() + seconds

    def watch() -> None:
        while not over.wait(_TICK):
            if time.process_time() > end:
                os._exit(_LATE)

    Thread(target=watch, daemon=True).start()
    return over.set


_AT_HAND: Final[list[object]] = [None]


def at_hand() -> Any:
    """Return, in the process, what was sent to it at its start; None outside."""
    return _AT_HAND[-1]


def _prepare(limits: Limits, ready: Callable[[], None] | None, sent: object) -> None:
    """In the new process: import what is needed, then bound the memory."""
    _AT_HAND.append(sent)
    if ready is not None:
        ready()
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
