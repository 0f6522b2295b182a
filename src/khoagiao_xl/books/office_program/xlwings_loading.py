"""Bringing in xlwings so that it harms nobody: no other Excel is killed, a busy one is not asked for ever."""

from __future__ import annotations

import atexit
import sys
from typing import Any, Final

ATTEMPTS: Final = 30  # of one call; xlwings' own 0 means for ever, at full speed


def load_xlwings() -> Any:
    """Return the module xlwings, made safe; late, because it brings pandas along."""
    import xlwings

    make_safe()
    return xlwings


def make_safe() -> None:
    """Take the harm out of an xlwings that is there already: Excel's macro imports it before us."""
    windows = getattr(sys.modules.get("xlwings"), "_xlwindows", None)
    if windows is not None:
        # At the end of Python it would end every EXCEL.EXE that it cannot see a workbook window of.
        atexit.unregister(windows.cleanup)
        windows.N_COM_ATTEMPTS = ATTEMPTS
