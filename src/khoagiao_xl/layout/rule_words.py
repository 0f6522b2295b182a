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
    return f"{rounded:g}".replace(".", ",")


def format_told(rule: LayoutRule) -> str:
    """Return the format that a rule asks for: «in hoa, cỡ 14, đậm, đứng, canh giữa»."""
    told: list[str] = []
    for name, value in rule.values.items():
        if name == "size":
            told.append(words.SIZE.format(size=value))
        elif (name, value) in words.FORMAT:
            told.append(words.FORMAT[name, value])
    return ", ".join(told)


def expected_and_advice(rule: LayoutRule) -> tuple[str, str]:
    """Return what a rule expects, and how to put a departure right."""
    expected, advice = words.RULES[rule.name]
    facts = _values_told(rule) | _composed(rule)
    asked = expected.format_map(facts) if expected else facts["format"]
    return asked, advice.format_map(facts)


def _values_told(rule: LayoutRule) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in rule.values.items():
        told[name] = _DECIMAL_POINT.sub(",", value)
    return told


def _composed(rule: LayoutRule) -> dict[str, str]:
    """Return the words that are made of several values."""
    name = rule.name
    return {
        "format": format_told(rule),
        "sign_words": words.SIGNS.get((name, rule.text("sign")), ""),
        "pattern_words": words.PATTERNS.get((name, rule.text("pattern")), ""),
        "archive_words": words.PATTERNS.get((name, rule.text("pattern")), ""),
        "line_words": _lines(rule),
        "ground_words": _grounds(rule),
        "font": rule.text("font") or words.USUAL_FONT,
    }


def _lines(rule: LayoutRule) -> str:
    if rule.asks("points"):
        least, most = rule.span("points")
        pattern = words.EXACT_LINES if most > _ENDLESS else words.EXACT_SPAN
        return pattern.format(least=number_told(least), most=number_told(most))
    if rule.asks("lines"):
        least, most = rule.span("lines")
        return words.LINES.format(least=number_told(least), most=number_told(most))
    return ""


def _grounds(rule: LayoutRule) -> str:
    prefix = words.GROUND_PREFIX if rule.text("prefix") else ""
    slant = words.SLANTS.get(rule.text("italic"), "")
    return words.GROUND.format(prefix=prefix, slant=slant)
