"""What a rule expects and advises, in the office's words, with the values of the profile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.wording import layout_rules as words

if TYPE_CHECKING:
    from khoagiao_xl.layout.layout_profiles import LayoutRule

_DECIMAL_POINT: Final = re.compile(r"(?<=\d)\.(?=\d)")
_ENDLESS: Final = 100_000


def number_told(number: float) -> str:
    """Return a number as it is written here: 13, 10,6."""
    rounded = round(number, 1)
    written = f"{rounded:g}"
    return written.replace(".", ",")


def format_told(rule: LayoutRule) -> str:
    """Return the format that a rule asks for: «in hoa, cỡ 14, đậm, đứng, canh giữa»."""
    told: list[str] = []
    for name, value in rule.values.items():
        if name == "size":
            sized = words.SIZE.format(size=value)
            told.append(sized)
        word = words.FORMAT.get((name, value))
        if word:
            told.append(word)
    return ", ".join(told)


def expected_and_advice(rule: LayoutRule) -> tuple[str, str]:
    """Return what a rule expects, and how to put a departure right."""
    expected, advice = words.RULES[rule.name]
    facts = _values_told(rule)
    facts |= _composed(rule)
    if not expected:
        expected = "{format}"
    asked = expected.format_map(facts)
    return asked, advice.format_map(facts)


def _values_told(rule: LayoutRule) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in rule.values.items():
        told[name] = _DECIMAL_POINT.sub(",", value)
    return told


def _composed(rule: LayoutRule) -> dict[str, str]:
    """Return the words that are made of several values."""
    sign = (rule.name, rule.text("sign"))
    pattern = (rule.name, rule.text("pattern"))
    return {
        "format": format_told(rule),
        "sign_words": words.SIGNS.get(sign, ""),
        "pattern_words": words.PATTERNS.get(pattern, ""),
        "line_words": _lines(rule),
        "ground_words": _grounds(rule),
        "font": rule.text("font") or words.USUAL_FONT,
    }


def _lines(rule: LayoutRule) -> str:
    if rule.asks("points"):
        _, most = rule.span("points")
        is_open = most > _ENDLESS
        pattern = words.EXACT_LINES if is_open else words.EXACT_SPAN
        return _span_told(pattern, rule, "points")
    if rule.asks("lines"):
        return _span_told(words.LINES, rule, "lines")
    return ""


def _span_told(pattern: str, rule: LayoutRule, name: str) -> str:
    least, most = rule.span(name)
    return pattern.format(
        least=number_told(least),
        most=number_told(most),
    )


def _grounds(rule: LayoutRule) -> str:
    has_prefix = rule.asks("prefix")
    italic = rule.text("italic")
    return words.GROUND.format(
        prefix=words.GROUND_PREFIX if has_prefix else "",
        slant=words.SLANTS.get(italic, ""),
    )
