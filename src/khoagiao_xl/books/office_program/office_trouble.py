"""What an office program answers when it cannot do as asked, turned into one sentence for the office."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, TypeVar

from khoagiao_xl.errors import NotNow

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

PAUSES: Final = (0.2, 0.5, 1.0, 2.0, 4.0)  # somebody may be about to finish what is being typed
# A call that Excel refuses while a cell is edited or a dialogue is open.
_BUSY: Final = {-2147418111, -2147417846, -2146777998}
# A call to an Excel that has ended or is about to: the server is gone, or the object behind the call.
_GONE: Final = {-2147023174, -2147023170, -2147417848}
_GENERAL: Final = -2147352567  # Excel's own number of the error stands inside
_NUMBER_INSIDE: Final = 5
_LONGEST_REASON: Final = 120


def is_busy(error: BaseException) -> bool:
    """Whether Excel would answer if nobody were typing."""
    if type(error).__name__ == "ExcelBusyError":
        return True
    number = getattr(error, "hresult", None)
    if number == _GENERAL:
        number = _number_inside(error)
    return number in _BUSY


def is_gone(error: BaseException) -> bool:
    """Whether the Excel that was asked has ended."""
    return getattr(error, "hresult", None) in _GONE


def _number_inside(error: BaseException) -> object:
    inside: tuple[object, ...] = getattr(error, "excepinfo", None) or ()
    if len(inside) <= _NUMBER_INSIDE:
        return None
    return inside[_NUMBER_INSIDE]


def is_foreign(error: BaseException) -> bool:
    """Whether an office program raised it, over COM or UNO, and not our own code."""
    is_com = hasattr(error, "hresult")
    is_uno = hasattr(error, "Message") and hasattr(error, "Context")
    return is_com or is_uno


class telling:  # noqa: N801  # used as a verb: `with telling(...)`
    """Raise NotNow instead of what an office program raised while it worked on an open workbook.

    A class, as every context here: a UNO exception cannot pass through `contextlib.contextmanager`, which
    wants to set its traceback.
    """

    def __init__(self, office: str, name: str, is_there: Callable[[], object]) -> None:
        self._facts = {"office": office, "name": name}
        self._is_there = is_there

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Turn what came up into one sentence, if it came from the office program."""
        if error is None:
            return
        if is_busy(error):
            raise NotNow("SO-01", **self._facts) from error
        if is_foreign(error):
            self._tell(error)

    def _tell(self, error: BaseException) -> None:
        try:
            self._is_there()
        except Exception:  # noqa: BLE001  # whatever it raises, the workbook does not answer
            raise NotNow("SO-04", **self._facts) from error
        reason = _reason(error)
        raise NotNow("SO-06", **self._facts, reason=reason) from error


def _reason(error: BaseException) -> str:
    """Return the program's own words, short: a UNO message may be a place in LibreOffice's source."""
    told = getattr(error, "Message", "") or error
    words = str(told).split()
    line = " ".join(words)
    if not line:
        return type(error).__name__
    return line[:_LONGEST_REASON]


def patiently(ask: Callable[[], Answer]) -> Answer:
    """Return the answer of `ask`, asked again after a pause while somebody edits a cell."""
    for pause in PAUSES:
        try:
            return ask()
        except Exception as error:
            if not is_busy(error):
                raise
            time.sleep(pause)
    return ask()
