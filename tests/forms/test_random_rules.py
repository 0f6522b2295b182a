"""Whatever rule the office writes, a real office program finds it broken in the form exactly where we do."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any, Final

import pytest

from khoagiao_xl.forms.canvas import TOKENS, Canvas
from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.form_layout import FIGURES
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.expression import Expression
from tests.forms.libreoffice_forms import SOFFICE, worked_out
from tests.forms.random_rules import RandomRules
from tests.repair_causes.checker import causes_in

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.rules.rule import Rule

ASKED: Final = [item for item in load_profile("2024").indicators if item.is_asked(Kind.QUARTER)]
FIGURED: Final = [item for item in ASKED if item.is_numeric]
TYPED: Final = [item for item in FIGURED if not item.formula]
FACTS: Final = dict.fromkeys(TOKENS, "-")
FORMS: Final = 25


def filled_at_random(chance: Random) -> dict[str, Any]:
    """Return whole numbers, small ones often equal, and some blanks."""
    figures = {item.code: chance.choice([0, 1, 2, 3, 7, 10, 40, 999, 12_345]) for item in TYPED}
    for item in chance.sample(TYPED, 6):
        figures[item.code] = None  # type: ignore[assignment]
    return figures


def with_shares(figures: dict[str, Any]) -> dict[str, Any]:
    """Return the figures with the shares that the form works out."""
    shares = {item.code: Expression.parse(item.formula).evaluate(figures) for item in FIGURED if item.formula}
    rounded = {code: None if share is None else round(share, 1) for code, share in shares.items()}
    return figures | rounded


def broken(rules: list[Rule], figures: dict[str, Any]) -> set[str]:
    """Return the rules that are broken at a line that is filled in."""
    now = AnswersOverTime(with_shares(figures))
    told = {rule.code: rule.told_at(figures) for rule in rules}
    return {
        rule.code for rule in rules if figures.get(told[rule.code]) is not None and rule.is_broken(now, "")
    }


@pytest.mark.office
@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice on this machine")
def test_a_random_rule_is_broken_in_the_form_exactly_where_it_is_for_us(tmp_path: Path) -> None:
    forms, expected = [], []
    for seed in range(FORMS):
        chance = Random(seed)
        rules = RandomRules(chance, FIGURED).rules(TYPED)
        template = draw_template(ASKED, rules, ["45-NQ/TW"])
        assert causes_in(template) == []
        figures = filled_at_random(chance)
        form = Stamp(template).form(FACTS)
        forms.append(Filler(form).fill_in(form, Answers(figures, {}, {})))
        expected.append(broken(rules, figures))
    rows = Canvas(None, ASKED, (), ()).rows
    for seed, form_shown in enumerate(worked_out(forms, tmp_path)):
        said = [str(form_shown[FIGURES][f"F{rows[item.code]}"]) for item in TYPED]
        found = {text.rpartition("(")[2].rstrip(")") for text in said if "chưa khớp" in text}
        assert found == expected[seed], f"form {seed}"
    assert sum(map(len, expected)) > FORMS * 3
