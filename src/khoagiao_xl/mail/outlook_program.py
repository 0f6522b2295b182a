"""Classic Outlook as far as drafts need it: found on this machine, waited for, and its refusals as sentences.

Its objects come by COM and know no types. The packages that speak it are on Windows alone, and are imported
by name when they are needed: a test puts a stand-in there.
"""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeVar

from khoagiao_xl.errors import WrongRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_Answer = TypeVar("_Answer")

PAUSES: Final = (0.5, 1, 2, 4)  # seconds between two tries with an Outlook that is busy
LONGEST_ANSWER: Final = 200
_CLASS: Final = "Outlook.Application"
_PREFERENCES: Final = r"Software\Microsoft\Office\16.0\Outlook\Preferences"
_USES_NEW: Final = "UseNewOutlook"

# Numbers of COM errors (winerror.h).
_BUSY: Final = frozenset({0x80010001, 0x8001010A})  # call rejected, retry later
_NO_CLASS: Final = frozenset({0x80040154, 0x800401F3})  # class not registered, no such class
_GONE: Final = frozenset({0x80010108, 0x800706BA, 0x800706BE})  # the program has ended


class OutlookUnusable(WrongRequest):
    """No draft can be put into Outlook, now or on this machine."""


class DraftRefused(WrongRequest):
    """Outlook does not take this draft; it may take others."""


@contextmanager
def opened_outlook() -> Iterator[Callable[[], Any]]:
    """Yield what returns Outlook's Application; nothing of Outlook may be kept when the block ends.

    Raise OutlookUnusable: THU-601 no Windows, THU-602 the new Outlook, THU-603 no classic Outlook, THU-604 it
    does not start, THU-605 it is busy.
    """
    com = _windows_package("pythoncom")
    if _is_new_chosen():
        raise OutlookUnusable("THU-602")
    kept: list[Any] = []
    com.CoInitialize()  # in every thread that speaks COM
    try:
        kept.append(_application())
        yield lambda: kept[0]
    finally:
        kept.clear()
        gc.collect()
        com.CoUninitialize()


def patiently(call: Callable[[], _Answer]) -> _Answer:
    """Return what Outlook answers, asked again where it is busy.

    A call that was rejected as busy did nothing. Raise OutlookUnusable (THU-605 it stays busy, THU-606 it was
    closed), DraftRefused (THU-607).
    """
    com_error = _com_error()
    for pause in (0, *PAUSES):
        time.sleep(pause)
        try:
            return call()
        except com_error as error:
            number = _number(error)
            if number not in _BUSY:
                raise _told(error) from None  # its frames keep objects of Outlook
    raise OutlookUnusable("THU-605")


def _application() -> Any:
    dispatch = _windows_package("win32com.client.dynamic").Dispatch
    try:
        return patiently(lambda: dispatch(_CLASS))
    except DraftRefused as error:
        number = error.facts["number"]
        code = "THU-603" if number in _NO_CLASS else "THU-604"
        raise OutlookUnusable(code, answer=error.facts["answer"]) from None


def _is_new_chosen() -> bool:
    """Whether this person has switched to the new Outlook, which takes no drafts by COM."""
    registry = _windows_package("winreg")
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, _PREFERENCES) as key:
            value, _ = registry.QueryValueEx(key, _USES_NEW)
    except OSError:  # never asked
        return False
    return bool(value == 1)


def _told(error: Exception) -> WrongRequest:
    number = _number(error)
    if number in _GONE:
        return OutlookUnusable("THU-606")
    answer = _answer_of(error)
    return DraftRefused("THU-607", number=number, answer=answer)


def _answer_of(error: Exception) -> str:
    """Return what Outlook says of an error, in the language of its user; else what Windows says."""
    by_windows = getattr(error, "strerror", "")
    told: Sequence[Any] = getattr(error, "excepinfo", None) or (0, "", "")
    by_outlook = told[2]  # its description
    text = by_outlook or by_windows or f"{_number(error):#x}"
    answer = " ".join(text.split())
    return answer[:LONGEST_ANSWER]


def _number(error: Exception) -> int:
    """Return the number as winerror.h has it: Python's are signed."""
    signed: int = getattr(error, "hresult", 0)
    return signed & 0xFFFFFFFF


def _com_error() -> type[Exception]:
    kind: type[Exception] = _windows_package("pywintypes").com_error
    return kind


def _windows_package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise OutlookUnusable("THU-601") from None
