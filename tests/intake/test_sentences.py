"""Every sentence about figures, texts and forms: complete, in Vietnamese, and tried by a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khoagiao_xl.wording import forms, typed_cells

TESTS = Path(__file__).resolve().parents[1]
SENTENCES = {**typed_cells.SENTENCES, **forms.SENTENCES}


@pytest.fixture(scope="module")
def tests_text() -> str:
    files = [*(TESTS / "intake").glob("test_*.py"), *(TESTS / "vietnamese").glob("test_*.py")]
    return "".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_whole_and_tried(code: str, tests_text: str) -> None:
    text = SENTENCES[code]
    assert re.fullmatch(r"(SL|VB|TN)-\d{2,3}", code)
    assert text.endswith(".")
    assert re.search("[à-ỹ]", text)
    assert f'"{code}"' in tests_text, f"{code} is in no test"
