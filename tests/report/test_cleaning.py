"""What comes from outside reaches Word as letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.report.cleaning import clean_line, clean_text
from khoagiao_xl.report.figure_keys import mark, unmarked


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("một\x00\x07\x1bhai", "mộthai"),
        ("  dài \t rộng  ", "dài rộng"),
        ("Hoa\u0300", "Hoà"),
        ("a\u202eb\u200bc", "abc"),
        ("dòng 1\r\n\r\ndòng 2", "dòng 1\ndòng 2"),
        ("dòng 1_x000D_\ndòng 2", "dòng 1\ndòng 2"),
        ("lẻ \ud800 đôi", "lẻ đôi"),
    ],
)
def test_only_letters_and_line_ends_are_left(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


def test_a_line_has_no_line_ends() -> None:
    assert clean_line("Sở\nY tế") == "Sở Y tế"


@given(st.text())
def test_a_cleaned_text_can_stand_in_xml_and_is_clean_already(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert {unicodedata.category(letter) for letter in cleaned} & {"Cs", "Co", "Cn", "Cf"} == set()
    assert not any(letter < " " and letter != "\n" for letter in cleaned)


def test_nobody_outside_can_forge_the_mark_of_a_figure() -> None:
    forged = clean_line(mark("9.999", "KG201@2024-Q1"))
    assert unmarked(forged) == forged
