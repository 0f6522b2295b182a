"""What was made last of a part, for the next time that the same bytes are met in this process.

A window and a day of the sample read one master after another, of which most sheets are as they were. The
last two versions of each are held, however many a day has seen. Nobody may change what is handed out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Made = TypeVar("Made")

_VERSIONS: Final = 2  # what a file holds and what it is to hold: a save asks for both
_LAST: dict[Hashable, list[tuple[Any, Any]]] = {}  # what is made -> of what and what, the last one first


def last_known(key: Hashable, content: object, make: Callable[[], Made]) -> Made:
    """Return what `make` makes of `content`: what it made last for this key, if the content was the same."""
    for known, made in _LAST.get(key, ()):
        if known == content:
            return cast("Made", made)
    anew = make()
    remember(key, content, anew)
    return anew


def remember(key: Hashable, content: object, made: object) -> None:
    """Keep what `last_known` would make of `content`."""
    before = _LAST.get(key, ())
    versions = [(content, made), *before]
    _LAST[key] = versions[:_VERSIONS]
