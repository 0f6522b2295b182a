"""A form holds no formula that Excel would not take, and the check of the master says what it leaves out."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.excel_limits import Limit, broken_limit, text_literal
from khoagiao_xl.forms.form_checks import live_check
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

PROFILE = load_profile("2024")
ASKED = [item for item in PROFILE.indicators if item.is_asked(Kind.MONTH)]
(INDICATOR,) = [item for item in ASKED if item.code == "KG205"]


def rules(count: int, message: str = "Sai") -> list[Rule]:
    row = {**PROFILE.rules[0], "left": "KG205", "comparison": "<=", "right": "9", "message": message}
    return [Rule.from_row({**row, "code": f"X{number}"}) for number in range(count)]


def formulas(template: bytes) -> Iterator[str]:
    for cell in load_workbook(io.BytesIO(template))["Số liệu"]["F"]:
        if cell.data_type == "f":
            yield str(cell.value)


@pytest.mark.parametrize("message", ["á" * 462, '"' * 300, "a" * 254 + '"' + "b" * 254])
def test_a_long_message_is_written_in_pieces_that_excel_takes(message: str) -> None:
    template = draw_template(ASKED, rules(1, message), ["45-NQ/TW"])
    assert not [formula for formula in formulas(template) if broken_limit(formula)]
    pieces = re.findall(r'"((?:[^"]|"")*)"', text_literal(message))
    assert "".join(pieces).replace('""', '"') == message


@pytest.mark.parametrize("count", [70, 120])
def test_rules_beyond_the_limits_are_left_out_and_told(count: int) -> None:
    check = live_check(INDICATOR, 23, rules(count), {"KG205": "D23"})
    assert check.formula
    assert broken_limit(check.formula) is None
    assert set(check.left_out.values()) == {Limit.DEPTH}
    assert 0 < len(check.left_out) < count
    assert "(X0)" in check.formula


@pytest.mark.parametrize(
    ("formula", "limit"),
    [
        ("IF(" * 64 + "1" + ")" * 64, None),
        ("IF(" * 65 + "1" + ")" * 65, Limit.DEPTH),
        (f"SUM({','.join(['A1'] * 255)})", None),
        (f"SUM({','.join(['A1'] * 256)})", Limit.ARGUMENTS),
        (f'"{"a" * 255}"', None),
        (f'"{"a" * 256}"', Limit.TEXT),
        (f'"{"(,) " * 50}"&A1', None),
        ("+".join(["A1"] * 3000), Limit.LENGTH),
    ],
)
def test_each_limit_of_excel_is_known(formula: str, limit: Limit | None) -> None:
    assert broken_limit(formula) == limit


def test_the_forms_as_shipped_leave_nothing_out() -> None:
    shipped = [rule for rule in map(Rule.from_row, PROFILE.rules) if rule.applies_to(Kind.MONTH)]
    template = draw_template(ASKED, shipped, ["45-NQ/TW"])
    assert not [formula for formula in formulas(template) if broken_limit(formula)]
