"""The codes that no test on this kind of machine can raise, each with its reason and where it is tried instead."""

from typing import Final

_WINDOW: Final = (
    "said by the small window, which tests/doors/test_window_clicked.py runs as a process of its own"
)
_AT_IMPORT: Final = (
    "drawn into the master, put together at import: tests/building/test_new_master.py, test_macros_off.py"
)
_CODE_PAGE: Final = "said under another code page, by a process of its own: tests/doors/test_odd_terminals.py"

ONLY_ELSEWHERE: Final[dict[str, str]] = {
    "CS-00": _WINDOW,
    "CS-01": _WINDOW,
    "CS-02": _WINDOW,
    "CS-03": _WINDOW,
    "CS-04": _WINDOW,
    "CS-08": _WINDOW,
    "CS-12": _WINDOW,
    "CS-13": _WINDOW,
    "NN-02": _AT_IMPORT,
    "NUT-11": _AT_IMPORT,
    "TEP-22": _CODE_PAGE,
}
