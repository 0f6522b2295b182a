"""One meaning of «blank»: what the eye does not see is no content, wherever it is asked."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.vietnamese.blank_text import SPACES, UNSEEN_SIGNS, is_blank
from khoagiao_xl.vietnamese.text import clean, fold

NOTHING_SEEN = {"Zs", "Zl", "Zp", "Cc", "Cf"}
# Default_Ignorable_Code_Point of the Unicode Character Database, DerivedCoreProperties.txt.
NOT_DRAWN = [
    *[0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0],
    *range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B),
    *range(0xE0000, 0xE1000),
]  # fmt: skip


def test_whatever_unicode_calls_a_separator_a_control_or_a_format_is_blank() -> None:
    unseen = [chr(at) for at in range(sys.maxunicode + 1) if unicodedata.category(chr(at)) in NOTHING_SEEN]
    assert [letter for letter in unseen if not is_blank(letter)] == []


def test_whatever_a_font_is_told_not_to_draw_is_blank() -> None:
    assert [hex(at) for at in NOT_DRAWN if not is_blank(chr(at))] == []


@pytest.mark.parametrize("text", ["\u2800", "\u3164", "\ufeff \u200b", "\u00ad", "\U000e0041", "\ufe0f", ""])
def test_fillers_marks_and_blanks_in_any_mixture_are_blank(text: str) -> None:
    assert is_blank(text)
    assert clean(text).text == ""
    assert fold(text) == ""


@pytest.mark.parametrize("value", ["0", ".", "\u0301", "\ue000", "\ufffd", "☐", 0, False, 0.0])
def test_whatever_is_drawn_is_no_blank(value: object) -> None:
    assert not is_blank(value)


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_letters_figures_and_signs_are_seen_or_said_to_be_drawn_as_nothing(text: str) -> None:
    drawn_as_nothing = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800", "\U0001d159"}
    seen = set(text) - drawn_as_nothing
    assert is_blank(text) == (not seen)


@given(st.text())
def test_cleaning_and_asking_for_a_blank_agree(text: str) -> None:
    if is_blank(text):
        assert clean(text).text == ""


def test_no_sign_is_both_room_and_no_room() -> None:
    assert not [letter for letter in SPACES if letter in UNSEEN_SIGNS and letter != "-"]
