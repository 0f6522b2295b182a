"""UNO objects that count what they are asked, to show that calls do not grow with rows."""

from __future__ import annotations

from typing import Any


class Counted:
    """A UNO object behind a counter that all objects reached through it share."""

    def __init__(self, inner: Any, counter: list[str]) -> None:
        object.__setattr__(self, "_inner", inner)
        object.__setattr__(self, "_counter", counter)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if callable(found) and not _is_object(found):
            return lambda *words: self._answer(name, found(*map(_bare, words)))
        return self._answer(name, found)

    def __setattr__(self, name: str, value: Any) -> None:
        self._counter.append(name)
        setattr(self._inner, name, _bare(value))

    def __iter__(self) -> Any:
        return (self._answer("iter", one) for one in self._inner)

    def _answer(self, name: str, found: Any) -> Any:
        self._counter.append(name)
        return Counted(found, self._counter) if _is_object(found) else found


def _is_object(value: Any) -> bool:
    return type(value).__name__ == "pyuno"


def _bare(value: Any) -> Any:
    if isinstance(value, Counted):
        return value._inner
    return tuple(map(_bare, value)) if isinstance(value, tuple) else value
