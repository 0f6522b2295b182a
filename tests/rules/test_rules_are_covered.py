"""Every code the office can meet has a test and an entry in the manual."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khoagiao_xl.doors import manual
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.rule_fields import read_fields
from khoagiao_xl.wording import SENTENCES

TESTS = Path(__file__).resolve().parents[1]
MANUAL = TESTS.parent / "docs" / "huong-dan-su-dung.md"
# Words that belong to a sentence or a drawing and are no message of their own.
NO_MESSAGE = re.compile(r"DD-|NB-0[34]$|CS-0[0-4]$|.*-OK$")
CODES = sorted(
    {code for code in SENTENCES if not NO_MESSAGE.match(code)}
    | {row["code"] for row in load_profile("2024").rules}
)


@pytest.fixture(scope="module")
def tests_text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))


def test_the_examples_of_the_manual_are_rules() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    names = ("code", "left", "comparison", "right", "blanks", "severity", "status", "kinds", "message")
    rows = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\| V\d \|", line)]
    known = {item.code: item.type for item in load_profile("2024").indicators}
    faults = [read_fields(dict(zip(names, row, strict=True)), known)[1] for row in rows]
    assert faults == [(), (), ()]


def test_the_manual_explains_every_word_of_the_language() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert manual.language_tables() in text
    assert manual.always_table() in text


@pytest.mark.parametrize("code", CODES)
def test_the_code_is_named_by_a_test(code: str, tests_text: str) -> None:
    assert f'"{code}"' in tests_text


@pytest.mark.parametrize("code", CODES)
def test_the_code_has_an_entry_in_the_manual(code: str) -> None:
    assert f"| {code} |" in MANUAL.read_text(encoding="utf-8")
