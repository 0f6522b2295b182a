"""The rules of «Kiểm tra thể thức» as tables of the user guide."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.layout.layout_profiles import profile_named
from khoagiao_xl.layout.rule_table import RULES
from khoagiao_xl.layout.rule_words import expected_and_advice
from khoagiao_xl.layout.text_rules import TEXT_RULES
from khoagiao_xl.manual.markdown_tables import markdown_table
from khoagiao_xl.manual.message_tables import with_examples

_SHOWN: Final = "HD36"  # the layout whose sizes and lengths the guide names
_HEADINGS: Final = ("Mã", "Mức", "Đúng là", "Cách sửa")


def rules_of_layout() -> str:
    """Return the rules of the layout, as the Party's documents of 2018 to 2026 follow them."""
    profile = profile_named(_SHOWN)
    rows = []
    for name in RULES:
        rule = profile.rule(name)
        if rule.is_on:
            expected, advice = expected_and_advice(rule)
            row = (name, rule.gravity(), expected, advice)
            rows.append(row)
    return markdown_table(_HEADINGS, rows)


def rules_of_words() -> str:
    """Return the rules of the words."""
    rows = []
    for rule in TEXT_RULES:
        text = with_examples(rule.id)
        _, expected, advice = text.split("\n")
        row = (rule.id, rule.weight, expected, advice)
        rows.append(row)
    return markdown_table(_HEADINGS, rows)
