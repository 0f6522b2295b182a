"""The terminal's three streams: whole, in UTF-8, and allowed to end before we have said all."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def make_whole() -> None:
    """Give the process the three streams that it may lack, and let them write Vietnamese letters."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # The next file that is opened would get its number, and what is printed.
            opened = os.open(os.devnull, os.O_RDWR)
            os.set_inheritable(opened, True)
    sys.stdout = _in_utf8(sys.stdout)
    sys.stderr = _in_utf8(sys.stderr)


def _in_utf8(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  # for the life of the process
    if isinstance(stream, io.TextIOWrapper):
        # A Windows console may speak a code page without Vietnamese letters.
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


def drop_unsaid() -> None:
    """Drop what could not be printed: Python would try once more at its end, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
