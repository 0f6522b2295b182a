"""The registry of Windows, read only and without rights: a thin seam, for which a test puts a table."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, Protocol

USER, EVERYBODY, CLASSES = "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE", "HKEY_CLASSES_ROOT"
_NO_MORE: Final = 10_000  # entries under a key that are looked at


class Registry(Protocol):
    """What is asked of it. root: USER, EVERYBODY or CLASSES; name: blank for the value of the key itself."""

    def value(self, root: str, key: str, name: str = "") -> Any | None:
        """Return a value, None where there is none; raise PermissionError where nobody may look."""

    def keys_below(self, root: str, key: str) -> list[str]:
        """Return the names of the keys below `key`, none where it is not there."""


class WindowsRegistry:
    """The registry of this machine."""

    def __init__(self) -> None:
        self._winreg: Any = import_module("winreg")  # on Windows alone

    def value(self, root: str, key: str, name: str = "") -> Any | None:
        """Return a value, None where there is none; raise PermissionError where nobody may look."""
        hive = getattr(self._winreg, root)
        try:
            with self._winreg.OpenKey(hive, key) as opened:
                value, _ = self._winreg.QueryValueEx(opened, name)
        except FileNotFoundError:
            return None
        return value

    def keys_below(self, root: str, key: str) -> list[str]:
        """Return the names of the keys below `key`, none where it is not there."""
        hive = getattr(self._winreg, root)
        found: list[str] = []
        try:
            with self._winreg.OpenKey(hive, key) as opened:
                for at in range(_NO_MORE):
                    name = self._winreg.EnumKey(opened, at)
                    found.append(name)
        except OSError:  # no such key, or no more of them
            return found
        return found
