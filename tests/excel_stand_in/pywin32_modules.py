"""Stand-ins for pywin32 and for the few calls into Windows by which xlwings finds the Excels that run."""

from __future__ import annotations

import ctypes
import sys
import types
from datetime import UTC, datetime, timezone
from typing import Any, Final

from tests.excel_stand_in import desktop
from tests.excel_stand_in.com_object import CDispatch, ComError


class ComTime(datetime):
    """pywintypes.TimeType."""


class WinError(Exception):
    """pywintypes.error."""

    def __init__(self, winerror: int, funcname: str, strerror: str) -> None:
        super().__init__(winerror, funcname, strerror)
        self.winerror, self.funcname, self.strerror = winerror, funcname, strerror


class _Utc:
    @staticmethod
    def utc() -> timezone:
        return UTC


class _Function:
    """PyCom_PyObjectFromIUnknown: the object behind the window that was asked for last."""

    restype: Any = None

    def __call__(self, *_: object) -> Any:
        return desktop.asked.answer()


class _Library:
    """ctypes.PyDLL."""

    def __init__(self, _: object) -> None:
        self.PyCom_PyObjectFromIUnknown = _Function()


def _object_from_window(handle: int, *_: object) -> int:
    desktop.asked = desktop.window(handle)
    desktop.asked.answer()
    return 0


def _process_of(handle: int) -> tuple[int, int]:
    return 0, desktop.window(handle).process


def _child(handle: int, *_: object) -> int:
    return handle if desktop.window(handle).has_sheet else 0


def _next(handle: int, _: int) -> int:
    return desktop.below(handle)


def _not_asked_for(*_: object) -> None:
    raise AssertionError("no test needs this of Windows")


MODULES: Final[dict[str, dict[str, Any]]] = {
    "pywintypes": {
        "com_error": ComError,
        "error": WinError,
        "TimeType": ComTime,
        "IID": str,
    },
    "pythoncom": {
        "com_error": ComError,
        "ole_error": ComError,
        "__file__": "pythoncom.dll",
        "CoInitialize": lambda: None,
        "CoUninitialize": lambda: None,
        "new": _not_asked_for,
    },
    "win32api": {},
    "win32con": {},
    "win32gui": {"FindWindowEx": _child},
    "win32process": {"GetWindowThreadProcessId": _process_of},
    "win32timezone": {"TimeZoneInfo": _Utc},
    "win32com": {},
    "win32com.client": {
        "CDispatch": CDispatch,
        "CoClassBaseClass": type("CoClassBaseClass", (), {}),
        "Dispatch": lambda found: found,
        "DispatchBaseClass": type("DispatchBaseClass", (), {}),
        "DispatchEx": _not_asked_for,
    },
}
_USER32: Final = types.SimpleNamespace(GetTopWindow=lambda _: desktop.top(), GetWindow=_next)
_OLE: Final = types.SimpleNamespace(
    ole32=types.SimpleNamespace(CLSIDFromString=lambda *_: 0),
    oleacc=types.SimpleNamespace(AccessibleObjectFromWindow=_object_from_window),
)


def lay_out() -> None:
    """Put the stand-ins where an import finds them; for the rest of this process."""
    for name, content in MODULES.items():
        module = types.ModuleType(name)
        vars(module).update(content)
        sys.modules[name] = module
    sys.modules["win32com"].client = sys.modules["win32com.client"]  # type: ignore[attr-defined]
    libraries = {"windll": types.SimpleNamespace(user32=_USER32), "oledll": _OLE, "PyDLL": _Library}
    for name, library in libraries.items():
        setattr(ctypes, name, library)
