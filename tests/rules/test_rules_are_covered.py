"""Every code the office can meet has an entry in the manual, and a test that raises it (see tests/raised.py)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.manual import guide_tables
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.rule_fields import read_fields
from khoagiao_xl.wording import SENTENCES
from tests.only_elsewhere import ONLY_ELSEWHERE
from tests.raised import RULE_CODES, Raised

if TYPE_CHECKING:
    import pytest

TESTS = Path(__file__).resolve().parents[1]
MANUAL = TESTS.parent / "docs" / "huong-dan-su-dung.md"
# Words that belong to a sentence, a cell or a drawing and are no message of their own.
NO_MESSAGE = re.compile(r"THU-|TH-|PH-|NN-|NB-0[34]$|CS-0[0-4]$|.*-OK$")
CODES = sorted(
    {code for code in SENTENCES if not NO_MESSAGE.match(code)}
    | {row["code"] for row in load_profile("2024").rules}
)


def test_the_examples_of_the_manual_are_rules() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    names = ("code", "left", "comparison", "right", "blanks", "severity", "status", "kinds", "message")
    rows = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\| V\d \|", line)]
    known = {item.code: item.type for item in load_profile("2024").indicators}
    faults = [read_fields(dict(zip(names, row, strict=True)), known)[1] for row in rows]
    assert faults == [(), (), ()]


def test_the_manual_explains_every_word_of_the_language() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert guide_tables.language_tables() in text
    assert guide_tables.always_table() in text


def test_every_code_has_an_entry_in_the_manual() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert [code for code in CODES if f"| {code} |" not in text] == []


def test_a_code_is_raised_when_the_product_uses_it_in_a_test_that_means_it() -> None:
    raised = Raised()
    for test, code, caller in (
        ("tests/steps/test_take_in.py::test_x", "TN-08", "khoagiao_xl.intake.safety.file_kind"),
        ("tests/steps/test_take_in.py::test_x", "TN-28", "tests.steps.test_take_in"),
        ("tests/mutations/test_no_wrong_number_passes.py::test_x", "TN-24", "khoagiao_xl.intake"),
        ("tests/steps/test_take_in.py::test_x", "R04", "khoagiao_xl.rules.check_form"),
        ("tests/rules/test_rules.py::test_x", "R05", "khoagiao_xl.rules.check_form"),
    ):
        raised.test = test
        raised.note(code, caller)
    assert raised.codes == {"TN-08", "R05"}


def test_a_rule_that_no_test_breaks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    raised = Raised()
    raised.codes = RULE_CODES | set(SENTENCES)
    assert raised.missing() == []
    monkeypatch.setattr("tests.raised.RULE_CODES", RULE_CODES | {"R99"})
    assert raised.missing() == ["R99"]


def test_what_is_excused_is_of_the_catalogue_and_has_a_reason() -> None:
    assert ONLY_ELSEWHERE.keys() <= set(SENTENCES)
    assert all(ONLY_ELSEWHERE.values())
