"""What was made last of a part, for the next time that the same bytes are met in this process.

A window and a day of the sample read one master after another, of which most sheets are as they were. One
version of each is held, however many a day has seen. Nobody may change what is handed out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Made = TypeVar("Made")

_LAST: dict[Hashable, tuple[Any, Any]] = {}  # what is made of which part -> what the part was, what was made


def last_known(key: Hashable, content: object, make: Callable[[], Made]) -> Made:
    """Return what `make` makes of `content`: what it made last for this key, if the content was the same."""
    known = _LAST.get(key)
    if known is not None and known[0] == content:
        return cast("Made", known[1])
    made = make()
    _LAST[key] = (content, made)
    return made
