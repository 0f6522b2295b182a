"""The rules of «Kiểm tra thể thức» as tables of the user guide."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.layout.layout_profiles import profile_named
from khoagiao_xl.layout.rule_table import RULES
from khoagiao_xl.layout.rule_words import expected_and_advice
from khoagiao_xl.layout.text_rules import TEXT_RULES
from khoagiao_xl.wording import SENTENCES

_SHOWN: Final = "HD36"  # the layout whose sizes and lengths the guide names
_BLANK: Final = re.compile(r"\{\w+\}")
_HEAD: Final = ["| Mã | Mức | Đúng là | Cách sửa |", "| --- | --- | --- | --- |"]


def rules_of_layout() -> str:
    """Return the rules of the layout, as the Party's documents of 2018 to 2026 follow them."""
    profile = profile_named(_SHOWN)
    lines = list(_HEAD)
    for name in RULES:
        rule = profile.rule(name)
        if rule.is_on:
            expected, advice = expected_and_advice(rule)
            lines.append(_line(name, rule.gravity(), expected, advice))
    return _ended(lines)


def rules_of_words() -> str:
    """Return the rules of the words."""
    lines = list(_HEAD)
    for rule in TEXT_RULES:
        told = _BLANK.sub("…", SENTENCES[rule.id])
        found, expected, advice = told.split("\n")
        right = expected if expected.strip("…)") else found
        lines.append(_line(rule.id, rule.weight, right, advice))
    return _ended(lines)


def _line(name: str, weight: str, expected: str, advice: str) -> str:
    return f"| {name} | {weight} | {expected} | {advice} |"


def _ended(lines: list[str]) -> str:
    text = "\n".join(lines)
    return f"{text}\n"
