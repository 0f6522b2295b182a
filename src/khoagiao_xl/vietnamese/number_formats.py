"""What a cell's number format shows a person: the value as it is, or something else than the cell holds.

Only formats known to show the value itself are plain; whatever else a format may do is asked about.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.figures import round_to
from khoagiao_xl.vietnamese.format_sections import (
    CONDITION,
    PERCENT_SIGN,
    applying,
    has_condition,
    number_sections,
    sections_of,
    text_section,
)
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    Section = list[tuple[str, str]]  # of each sign: what it is, what it says

_COLOUR = re.compile(r"(?i)black|blue|cyan|green|magenta|red|yellow|color ?\d+|-|\$-[0-9a-f]{1,4}")
_UNSEEN: Final = frozenset({"white", "color2", "color 2"})
_DIGITS = re.compile(r"(?P<whole>[#0?]+(?:,[#0?]+)*)(?:\.(?P<part>[#0?]*))?(?P<percent>%?)")
_SPACED = re.compile(r"(#+) (?=##0)")  # «# ##0» groups with blanks
_MOST_DECIMALS = 2  # three behind a sign look like thousands: 12.000
_ROUNDED = Decimal("0.05")  # what the form's own «#,##0.0» may hide of a figure with more decimals
_NEGATIVE = re.compile(r"-.*|\(.*\)", re.DOTALL)
_A_DIGIT = re.compile(r"\d")
_SHOWS_ALL = frozenset({"", "general", "@"})
_SHOWN_AS_TEXT = frozenset({"@", "general"})
_SHOWN = frozenset({"quoted", "escaped", "bare"})
_DRESSING = frozenset({"", "-", "(", ")"})


def shows_itself(code: str, value: object, unit: str = "") -> bool:
    """Say whether a cell of the format `code` shows `value` as a person would write it.

    unit: the line's unit of measure, which alone may stand behind the figure.
    """
    name = code.strip()
    if name.casefold() in _SHOWS_ALL:
        return True
    if isinstance(value, bool):
        return True
    if isinstance(value, str | int | float):
        return _shows(code, "" if isinstance(value, str) else value, unit)
    return True


@lru_cache(maxsize=4096)  # the same small figures stand in every form
def _shows(code: str, value: str | float, unit: str) -> bool:
    sections = sections_of(code)
    if isinstance(value, str):
        return _shows_text(sections, unit)
    return _shows_number(sections, value, unit)


def _shows_text(sections: list[Section], unit: str) -> bool:
    section = text_section(sections)
    if section is None:
        return True
    body = _body(section, unit)
    return body in _SHOWN_AS_TEXT


def _shows_number(sections: list[Section], value: float, unit: str) -> bool:
    numeric = number_sections(sections)
    if not numeric:
        return _shows_text(sections, unit)
    chosen = applying(numeric, value)
    for section in chosen:
        body = _body(section, unit)
        if body is not None and _has_no_sign(numeric, value):
            body = _without_minus(body)
        if not _is_plain(body, value):
            return False
    return bool(chosen)


def _has_no_sign(sections: list[Section], value: float) -> bool:
    """Say whether the value is negative, and its section must draw the sign itself."""
    if len(sections) == 1 or not value < 0:
        return False
    return not has_condition(sections)


def is_percent(code: str, value: float) -> bool:
    """Say whether the format shows `value` a hundredfold with «%» (a quoted one is only a word)."""
    sections = sections_of(code)
    chosen = applying(sections[:3], value)
    return any(PERCENT_SIGN in section for section in chosen)


def _body(section: Section, unit: str) -> str | None:
    """Return the section's own signs without what only dresses them; None where it says something more."""
    signs = ""
    behind = ""
    for kind, sign in section:
        if _disturbs(kind, sign):
            return None
        if kind not in _SHOWN:
            continue
        if _is_word(kind, sign, behind):
            behind += sign
        elif behind and sign.strip():
            return None  # a word before the figure
        else:
            signs += sign
    if behind and not _is_unit(behind, unit):
        return None
    body = signs.strip()
    return body.casefold()


def _is_word(kind: str, sign: str, behind: str) -> bool:
    """Say whether the piece is a word, or goes on with the word `behind` the figure."""
    if kind == "bare":
        return False
    if behind:
        return True
    return sign.strip() not in _DRESSING


def _is_unit(words: str, unit: str) -> bool:
    if _A_DIGIT.search(words):
        return False
    return fold(words) == fold(unit)


def _disturbs(kind: str, sign: str) -> bool:
    """Say whether this piece shows a text of its own, or hides the figure."""
    if kind == "fill":
        return sign.strip() != ""
    if kind != "tag":
        return False
    if CONDITION.fullmatch(sign):
        return False
    if not _COLOUR.fullmatch(sign):
        return True
    return sign.casefold() in _UNSEEN


def _is_plain(body: str | None, value: float) -> bool:
    if body is None:
        return False
    if body == "general":
        return True
    grouped = _SPACED.sub(r"\1,", body)
    match = _DIGITS.fullmatch(grouped)
    if not match:
        return False
    return _shows_all(match, abs(value))


def _without_minus(body: str) -> str | None:
    """Return the body of a section for negative numbers without its sign; None where it shows none."""
    if not _NEGATIVE.fullmatch(body):
        return None
    return body.strip("-() ")


def _shows_all(match: re.Match[str], value: float) -> bool:
    """Say whether these places show the whole of `value`, and nothing that reads as another number."""
    part = match["part"] or ""
    factor = 100 if match["percent"] else 1
    exact = round(Decimal(repr(value)) * factor, 10)
    shown = round_to(exact, len(part))
    most_hidden = _ROUNDED if part else 0
    if abs(shown - exact) > most_hidden:
        return False
    if _decimals(shown) > _MOST_DECIMALS:
        return False
    if _fixed_places(part) > _MOST_DECIMALS:
        return False
    return _reads_as_itself(match["whole"], int(shown))


def _decimals(shown: Decimal) -> int:
    """Return how many decimals the number needs, 0 for none."""
    if not shown:
        return 0
    shortest = shown.normalize()
    exponent = shortest.as_tuple().exponent
    return max(0, -int(exponent))


def _fixed_places(part: str) -> int:
    """Return how many decimals are always shown: up to the last place that is no «#»."""
    return len(part.rstrip("#"))


def _reads_as_itself(whole: str, shown: int) -> bool:
    fixed = whole.count("0")
    if shown == 0 and fixed == 0:
        return False
    # 12 must not be shown as 0.012.
    if "," not in whole:
        return True
    digits = str(shown)
    return fixed <= len(digits)
