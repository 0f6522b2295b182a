"""The sections of a number format, and which of them shows a value."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Section = list[tuple[str, str]]  # of each sign: what it is, what it says

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<tag>[^\]]*)\]'
                    r"|(?P<bare>.)", re.DOTALL)  # fmt: skip
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ALL_SECTIONS = 4  # positive, negative, zero, text
_TEXT_SIGN, PERCENT_SIGN, _NEXT_SECTION = ("bare", "@"), ("bare", "%"), ("bare", ";")
_COMPARES = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


def sections_of(code: str) -> list[Section]:
    """Return the sections of a format code, each as its signs."""
    section: Section = []
    found = [section]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or ""
        token = (kind, match[kind])
        if token == _NEXT_SECTION:
            section = []
            found.append(section)
        else:
            section.append(token)
    return found


def text_section(sections: list[Section]) -> Section | None:
    """Return the section for text: the fourth, or the last where it has «@»; None where there is none."""
    last = sections[-1]
    if len(sections) == _ALL_SECTIONS:
        return last
    if _TEXT_SIGN in last:
        return last
    return None


def number_sections(sections: list[Section]) -> list[Section]:
    """Return the sections for numbers: up to three, without the one for text."""
    if len(sections) == _ALL_SECTIONS:
        return sections[:3]
    if text_section(sections) is None:
        return sections[:3]
    return sections[:-1]


def has_condition(sections: Sequence[Section]) -> bool:
    """Say whether a section says of itself for which values it is: «[<0]»."""
    return any(_condition(section) for section in sections)


def _condition(section: Section) -> re.Match[str] | None:
    for kind, sign in section:
        found = CONDITION.fullmatch(sign)
        if kind == "tag" and found:
            return found
    return None


def _holds(condition: re.Match[str], value: float) -> bool:
    compare = _COMPARES[condition[1]]
    limit = float(condition[2])
    return bool(compare(value, limit))


def applying(sections: Sequence[Section], value: float) -> list[Section]:
    """Return the section that shows `value`; several where programs differ in which one does."""
    if has_condition(sections):
        return _by_condition(sections, value)
    first, *others = sections
    if value > 0 or not others:
        return [first]
    if value < 0:
        return others[:1]
    # Zero, or no number, has the third.
    return others[1:2] or [first]


def _by_condition(sections: Sequence[Section], value: float) -> list[Section]:
    without: list[Section] = []
    for section in sections:
        condition = _condition(section)
        if condition is None:
            without.append(section)
        elif _holds(condition, value):
            return [*without, section]
    return without
