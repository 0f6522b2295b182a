"""What pywin32 hands out: an object of which each capital name is a call into Excel, counted and refused as moods are."""

from __future__ import annotations

import types
from collections import Counter
from enum import Enum
from typing import Any, Final

REJECTED: Final = -2147418111  # RPC_E_CALL_REJECTED
IGNORED: Final = -2146777998  # VBA_E_IGNORE
GENERAL: Final = -2147352567  # DISP_E_EXCEPTION, with Excel's own number inside
UNKNOWN_NAME: Final = -2147352570
GONE: Final = -2147023174  # RPC_S_SERVER_UNAVAILABLE
REFUSED: Final = -2146827284  # 1004


class ComError(Exception):
    """pywintypes.com_error."""

    def __init__(self, hresult: int, text: str = "", inside: Any = None, argument: Any = None) -> None:
        super().__init__(hresult, text, inside, argument)
        self.hresult, self.strerror, self.excepinfo, self.argerror = hresult, text, inside, argument


def refused(text: str, number: int = REFUSED) -> ComError:
    """Return what Excel raises for nearly everything that it will not do."""
    return ComError(GENERAL, "Exception occurred.", (0, "Microsoft Excel", text, "xlmain11.chm", 0, number))


class Mood(Enum):
    """How an Excel answers."""

    READY = "ready"
    TYPING = "a cell is being typed, or a dialog is open"
    IGNORING = "it ignores what comes from outside"
    ENDED = "it has ended"


class Calls:
    """The calls into one Excel, and its mood: now, or from one of the calls on."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.mood = Mood.READY
        self._turns: dict[int, Mood] = {}

    @property
    def count(self) -> int:
        """How many there were."""
        return self.names.total()

    def will_be(self, mood: Mood, after: int) -> None:
        """Let the mood change after so many calls from now."""
        self._turns[self.count + after] = mood

    def come(self, name: str) -> Mood:
        """Note a call, and return how it is met."""
        self.mood = self._turns.pop(self.count, self.mood)
        self.names[name] += 1
        return self.mood


class CDispatch:
    """The class by which xlwings knows an object of COM."""


class _Names:
    """What says whether a name is unknown, or only not answered."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def GetIDsOfNames(self, _: int, __: str) -> None:
        raise ComError(UNKNOWN_NAME if self._calls.mood is Mood.READY else REJECTED)


class ComObject(CDispatch):
    """One object of Excel: `Name` is `get_Name`, `Name = x` is `set_Name`, `Save()` is `do_Save`."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls

    def __getattr__(self, name: str) -> Any:
        if name == "_oleobj_":
            return _Names(self.calls)
        if not name[0].isupper():
            raise AttributeError(name)
        self._refuse_reading(name)
        kind = type(self)
        if getter := getattr(kind, f"get_{name}", None):
            return getter(self)
        if method := getattr(kind, f"do_{name}", None):
            return types.MethodType(method, self)
        raise AttributeError(f"<unknown>.{name}")

    def __setattr__(self, name: str, value: Any) -> None:
        if not name[0].isupper():
            object.__setattr__(self, name, value)
            return
        mood = self.calls.come(f"{type(self).__name__}.{name}=")
        if mood is Mood.TYPING:
            raise ComError(GENERAL, "", (0, None, None, None, 0, IGNORED))
        self._refuse(mood)
        setter = getattr(type(self), f"set_{name}", None)
        if setter is None:
            raise AttributeError(f"Property '<unknown>.{name}' can not be set.")
        setter(self, value)

    def called(self, name: str) -> None:
        """Note a call of a method, and refuse it where Excel would."""
        mood = self.calls.come(f"{type(self).__name__}.{name}()")
        if mood is Mood.TYPING:
            raise ComError(REJECTED, "Call was rejected by callee.")
        self._refuse(mood)

    def _refuse_reading(self, name: str) -> None:
        mood = self.calls.come(f"{type(self).__name__}.{name}")
        if mood is Mood.TYPING:
            raise AttributeError(f"<unknown>.{name}")  # as pywin32 takes it
        self._refuse(mood)

    def _refuse(self, mood: Mood) -> None:
        if mood is Mood.IGNORING:
            raise ComError(IGNORED)
        if mood is Mood.ENDED:
            raise ComError(GONE, "The RPC server is unavailable.")


def bare(thing: Any) -> Any:
    """Return the object of Excel in xlwings' wrapper."""
    return getattr(thing, "_inner", thing)
