"""Driving an office program from a thread that is not the first of the process."""

from __future__ import annotations

import gc
import sys


class in_own_thread:  # noqa: N801  # used as a verb: `with in_own_thread()`
    """Let the block find and drive open workbooks; nothing of Excel may be kept when it ends.

    A class, as every context around an office program: see `office_trouble.telling`.
    """

    def __enter__(self) -> None:
        """On Windows COM must be begun in every thread that speaks to Excel; elsewhere there is none."""
        if sys.platform == "win32":
            import pythoncom

            pythoncom.CoInitialize()

    def __exit__(self, *_: object) -> None:
        """End it, once nothing waits to be freed that belongs to it."""
        if sys.platform == "win32":
            import pythoncom

            gc.collect()
            pythoncom.CoUninitialize()
