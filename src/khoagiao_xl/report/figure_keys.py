"""A figure in a text carries its key, between characters that no unit can send.

«KG106@2024-Q1»            the figure of the period, or of the period it is compared with
«KG106@2024-Q1#luy-ke»     the figure since the start of the year
«KG106@2024-Q1#tang-giam»  the difference to the period it is compared with
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period

# Private-use characters: cleaning.py takes them out of everything from outside, and XML lets them through.
START, _BETWEEN, _END = "\ue000", "\ue001", "\ue002"
MARK: Final = re.compile(f"{START}([^{_BETWEEN}]*){_BETWEEN}([^{_END}]*){_END}")


def key_of(code: str, period: Period | str, what: str = "") -> str:
    """Return the key of a figure; `what` is empty, «luy-ke» or «tang-giam»."""
    key = f"{code}@{period}"
    if what:
        return f"{key}#{what}"
    return key


def mark(shown: str, key: str) -> str:
    """Return `shown` carrying its key, for placing into text."""
    return f"{START}{key}{_BETWEEN}{shown}{_END}"


def unmarked(text: str) -> str:
    """Return `text` as a reader sees it."""
    return MARK.sub(r"\2", text)
