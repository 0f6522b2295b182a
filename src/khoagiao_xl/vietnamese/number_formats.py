"""What a cell's number format shows a person: the value as it is, or something else than the cell holds.

Only formats known to show the value itself are plain; whatever else a format may do is asked about.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    Token = tuple[str, str]  # what it is, what it says

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<tag>[^\]]*)\]'
                    r"|(?P<bare>.)", re.DOTALL)  # fmt: skip
_COLOUR = re.compile(r"(?i)black|blue|cyan|green|magenta|red|yellow|color ?\d+|-|\$-[0-9a-f]{1,4}")
_UNSEEN: Final = frozenset({"white", "color2", "color 2"})
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_DIGITS = re.compile(r"(?P<whole>[#0?]+(?:,[#0?]+)*)(?:\.(?P<part>[#0?]*))?(?P<percent>%?)")
_SPACED = re.compile(r"(#+) (?=##0)")  # «# ##0» groups with blanks
_MOST_DECIMALS = 2  # three behind a sign look like thousands: 12.000
_ROUNDED = Decimal("0.05")  # what the form's own «#,##0.0» may hide of a figure with more decimals
_EXACT = Context(prec=400)


def shows_itself(code: str, value: object, unit: str = "") -> bool:
    """Say whether a cell of the format `code` shows `value` as a person would write it.

    unit: the line's unit of measure, which alone may stand behind the figure.
    """
    if code.strip().casefold() in ("", "general", "@"):
        return True
    sections = _sections(code)
    words = _text_section(sections)
    if isinstance(value, str):
        return words is None or _body(words, unit) in ("@", "general")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    numeric = sections[:3] if words is None or len(sections) == len("nnnt") else sections[:-1]
    if not numeric:
        return words is not None and _body(words, unit) in ("@", "general")
    chosen = _applying(numeric, value)
    is_negative_one = len(numeric) > 1 and value < 0 and not _has_condition(numeric)
    return bool(chosen) and all(
        _is_plain(section, value, unit, is_negative_one=is_negative_one) for section in chosen
    )


def is_percent(code: str, value: float) -> bool:
    """Say whether the format shows `value` a hundredfold with «%» (a quoted one is only a word)."""
    sections = _sections(code)
    return any(("bare", "%") in section for section in _applying(sections[:3], value))


def _sections(code: str) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(code):
        token = (match.lastgroup or "", match[match.lastgroup or 0])
        if token == ("bare", ";"):
            found.append([])
        else:
            found[-1].append(token)
    return found


def _text_section(sections: Sequence[list[Token]]) -> list[Token] | None:
    is_for_text = len(sections) == len("nnnt") or ("bare", "@") in sections[-1]
    return sections[-1] if is_for_text else None


def _has_condition(sections: Sequence[list[Token]]) -> bool:
    return any(_condition(section) for section in sections)


def _condition(section: list[Token]) -> re.Match[str] | None:
    return next(
        (found for kind, said in section if kind == "tag" and (found := _CONDITION.fullmatch(said))), None
    )


def _holds(condition: re.Match[str], value: float) -> bool:
    sign, limit = condition[1], float(condition[2])
    return {
        "<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit,
        "=": value == limit, "<>": value != limit,
    }[sign]  # fmt: skip


def _applying(sections: Sequence[list[Token]], value: float) -> list[list[Token]]:
    """Return the section that shows `value`; several where programs differ in which one does."""
    if _has_condition(sections):
        left: list[list[Token]] = []
        for section in sections:
            condition = _condition(section)
            if condition and _holds(condition, value):
                return [*left, section]
            if not condition:
                left.append(section)
        return left
    at = 0 if value > 0 or len(sections) == 1 else 1 if value < 0 else 2 if len(sections) > 2 else 0
    return [sections[at]]


def _body(section: list[Token], unit: str) -> str | None:
    """Return the section's own signs without what only dresses them; None where it says something more."""
    if any(_disturbs(kind, said) for kind, said in section):
        return None
    signs, behind = "", ""
    for kind, said in section:
        is_word = kind in ("quoted", "escaped") and said.strip() not in ("", "-", "(", ")")
        if is_word or (behind and kind in ("quoted", "escaped")):
            behind += said
        elif kind in ("quoted", "escaped", "bare"):
            if behind and said.strip():
                return None  # a word before the figure
            signs += said
    is_unit = fold(behind) == fold(unit) and not re.search(r"\d", behind)
    return signs.strip().casefold() if not behind or is_unit else None


def _disturbs(kind: str, said: str) -> bool:
    """Say whether this piece shows a text of its own, or hides the figure."""
    if kind == "fill":
        return bool(said.strip())
    is_known = _COLOUR.fullmatch(said) or _CONDITION.fullmatch(said)
    return kind == "tag" and (not is_known or said.casefold() in _UNSEEN)


def _is_plain(section: list[Token], value: float, unit: str, *, is_negative_one: bool) -> bool:
    body = _body(section, unit)
    if body is None:
        return False
    if is_negative_one:
        if not (body.startswith("-") or (body.startswith("(") and body.endswith(")"))):
            return False
        body = body.strip("-() ")
    if body == "general":
        return True
    match = _DIGITS.fullmatch(_SPACED.sub(r"\1,", body))
    return match is not None and _shows_all(match, abs(value))


def _shows_all(match: re.Match[str], value: float) -> bool:
    """Say whether these places show the whole of `value`, and nothing that reads as another number."""
    whole, part = match["whole"], match["part"] or ""
    exact = round(Decimal(repr(value)) * (100 if match["percent"] else 1), 10)
    shown = exact.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP, _EXACT)
    if abs(shown - exact) > (_ROUNDED if part else 0):
        return False
    needed = -int(shown.normalize().as_tuple().exponent) if shown else 0
    if max(needed, *(at for at, place in enumerate(part, 1) if place != "#"), 0, 0) > _MOST_DECIMALS:
        return False
    padded = whole.count("0")
    digits = len(str(int(shown)))
    if "," in whole and padded > max(digits, 1):
        return False  # 12 shown as 0.012
    return int(shown) > 0 or padded > 0
