"""A message: its sentence, the place that says it, a test that makes the product say it, and what to do."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A message"
SENTENCE = '    "HS-99": "Năm {year} không có sổ.",\n'
ADVICE = "HS-99,Gõ lại năm."
SAID = """    if year == 2013:
        raise WrongRequest("HS-99", year=year)
"""
TEST = """from datetime import date

import pytest

from khoagiao_xl.building.new_master import Order, make_master
from khoagiao_xl.errors import WrongRequest
from tests.raised import RAISED


def test_a_year_without_masters_is_refused() -> None:
    with pytest.raises(WrongRequest, match="Năm 2013 không có sổ."):
        make_master(Order(year=2013), date(2013, 1, 1))
    assert "HS-99" in RAISED.codes
"""


def test_a_sentence_a_place_and_a_test_make_a_message(tree: TreeCopy) -> None:
    in_the_guide = ("tests/rules/test_rules_are_covered.py", "-k", "entry_in_the_manual")
    tree.put("src/khoagiao_xl/wording/new_masters.py", SENTENCE, before='    "HS-03"')
    tree.put("src/khoagiao_xl/building/new_master.py", SAID, before="    if not EARLIEST <= year")
    tree.add_row("src/khoagiao_xl/data/message_advice.csv", ADVICE)
    tree.write("tests/building/test_year_without_masters.py", TEST)
    assert "HS-99" in tree.fails(*in_the_guide)
    tree.python("-m", "khoagiao_xl.manual.guide_tables")
    assert "HS-99" not in tree.fails(*in_the_guide)
    assert not tree.fails("tests/building/test_year_without_masters.py")
    assert "| HS-99 | Năm 2027 không có sổ.<br>→ *Gõ lại năm.* |" in tree.read("docs/huong-dan-su-dung.md")
