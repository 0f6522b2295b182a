"""A test's body in a process of its own: what it changes of Python itself ends with it."""

from __future__ import annotations

import os
import pickle
import signal
import traceback
import warnings
from collections.abc import Callable
from typing import Any, Final

from tests.raised import RAISED

LONGEST: Final = 1200  # seconds, on a machine that does much else


def run(body: Callable[[], object]) -> str:
    """Do `body` in a fork; return the traceback of what it raised, blank for nothing.

    The codes of the sentences that it raised count as raised here.
    """
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of threads, which ours in the parent do not mind
        child = os.fork()
    if not child:
        os.close(reading)
        _answer(writing, body)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    if not told:
        return "the process ended without an answer"
    error, codes = pickle.loads(told)  # noqa: S301  # of our own making
    RAISED.codes |= codes
    return str(error)


def _answer(writing: int, body: Callable[[], object]) -> None:
    """Do it, say what came of it, and end without what Python does at its end: that belongs to the parent."""
    signal.alarm(LONGEST)
    error = ""
    try:
        _forget_helpers()
        body()
    except BaseException:  # noqa: BLE001  # whatever it is, the parent raises it
        error = traceback.format_exc()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(pickle.dumps((error, RAISED.codes)))
    os._exit(0)


def _forget_helpers() -> None:
    """Let processes that open strangers' files be begun anew: those of the parent are not ours to wait for."""
    import multiprocessing.forkserver

    server: Any = multiprocessing.forkserver._forkserver
    server._forkserver_address = server._forkserver_alive_fd = server._forkserver_pid = None
