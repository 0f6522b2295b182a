"""A figure in a text carries its key, between characters that no unit can send.

«KG106@2024-Q1»           the figure of the period, or of the period it is compared with
«KG106@2024-Q1#luy-ke»    another figure of the same total; FIELDS says which for each word behind the «#»
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period

# Private-use characters: cleaning.py takes them out of everything from outside, and XML lets them through.
START, _BETWEEN, _END = "\ue000", "\ue001", "\ue002"
MARK: Final = re.compile(f"{START}([^{_BETWEEN}]*){_BETWEEN}([^{_END}]*){_END}")
# What a key names -> the field of a Total that holds it. Short words: Word cuts a bookmark at 40 letters.
FIELDS: Final[Mapping[str, str]] = {
    "": "value",
    "luy-ke": "to_date",
    "ky-truoc": "previous_then",
    "nay-ky-truoc": "previous_now",
    "don-vi-ky-truoc": "previous_both",
    "cung-ky": "last_year_then",
    "nay-cung-ky": "last_year_now",
    "don-vi-cung-ky": "last_year_both",
    "ke-hoach": "plan_value",
    "lam-ke-hoach": "plan_done",
    "don-vi-ke-hoach": "plan_units",
}


def key_of(code: str, period: Period | str, what: str = "") -> str:
    """Return the key of a figure; `what` is a word of FIELDS, or one that names how two of them differ."""
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
