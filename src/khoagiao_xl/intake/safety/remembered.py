"""What was found in a part is kept by its very bytes: most parts of ninety forms are the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT: Final = 32  # of each function
_LARGEST: Final = 128 * 1024  # what is larger comes but once

P = ParamSpec("P")
Found = TypeVar("Found")


def remembered(read: Callable[Concatenate[bytes, P], Found]) -> Callable[Concatenate[bytes, P], Found]:
    """Return `read` with what it returned last kept, by its arguments; nobody may change what it returns.

    What it raises is not kept.
    """
    kept = cast("Callable[Concatenate[bytes, P], Found]", lru_cache(maxsize=_KEPT)(read))

    def read_once(data: bytes, /, *rest: P.args, **named: P.kwargs) -> Found:
        look_up = read if len(data) > _LARGEST else kept
        return look_up(data, *rest, **named)

    return read_once
