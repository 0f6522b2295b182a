"""What an office program answers when it cannot do as asked, turned into one sentence for the office."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from khoagiao_xl.errors import KhoaGiaoError, NotNow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = TypeVar("Answer")

PAUSES: Final = (0.2, 0.5, 1.0, 2.0, 4.0)  # somebody may be about to finish what is being typed
# A call that Excel refuses while a cell is edited or a dialogue is open.
_BUSY: Final = {-2147418111, -2147417846, -2146777998}
_GENERAL: Final = -2147352567  # Excel's own number of the error stands inside
# Excel has ended, or let go of the workbook.
_GONE: Final = {-2147023174, -2147023170, -2147417848, -2147220995, -2147221008}
_GONE_NAMES: Final = ("DisposedException", "BridgeException")


def is_busy(error: BaseException) -> bool:
    """Whether Excel would answer if nobody were typing."""
    number = getattr(error, "hresult", None)
    inside: tuple[object, ...] = getattr(error, "excepinfo", None) or ()
    is_refused = number == _GENERAL and len(inside) > 5 and inside[5] in _BUSY
    return type(error).__name__ == "ExcelBusyError" or number in _BUSY or is_refused


def is_gone(error: BaseException) -> bool:
    """Whether the workbook or the whole program was closed meanwhile."""
    is_uno = type(error).__name__.endswith(_GONE_NAMES) or "URP" in str(error)
    return is_uno or getattr(error, "hresult", None) in _GONE


@contextmanager
def telling(office: str, name: str) -> Iterator[None]:
    """Raise NotNow instead of what the office program raised while it worked on the workbook `name`."""
    try:
        yield
    except KhoaGiaoError:
        raise
    except Exception as error:
        if is_busy(error):
            raise NotNow("SO-01", office=office, name=name) from error
        if is_gone(error):
            raise NotNow("SO-04", office=office, name=name) from error
        raise


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
