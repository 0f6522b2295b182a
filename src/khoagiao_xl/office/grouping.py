"""Lines by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return key -> the items that have it, both in the order in which they come."""
    found: dict[Key, list[Item]] = {}
    for item in items:
        own = key(item)
        same = found.setdefault(own, [])
        same.append(item)
    return found
