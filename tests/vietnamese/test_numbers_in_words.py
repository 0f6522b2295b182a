"""Numbers said in words: the full way is read, a short way is left to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.vietnamese.numbers_in_words import number_in_words
from khoagiao_xl.vietnamese.text import fold

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = [(10**9, "tỷ"), (10**6, "triệu"), (1000, "nghìn")]


def below_a_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return f"linh {DIGITS[ones]}"
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, DIGITS[ones])
    return f"mười {last}" if tens == 1 else f"{DIGITS[tens]} mươi {last}"


def in_words(number: int) -> str:
    """Say a number in full, as a school teaches it."""
    for scale, name in SCALES:
        if number >= scale:
            above, rest = divmod(number, scale)
            return f"{in_words(above)} {name} {full(rest)}".strip()
    if number >= 100:
        return full(number)
    return below_a_hundred(number).removeprefix("linh ")


def full(number: int) -> str:
    if not number or number >= 1000:
        return in_words(number) if number else ""
    hundreds, rest = divmod(number, 100)
    said = f"{DIGITS[hundreds]} trăm"
    return f"{said} {below_a_hundred(rest)}" if rest else said


@given(st.integers(0, 10**11))
def test_a_number_comes_back_from_its_words_with_and_without_marks(number: int) -> None:
    said = in_words(number)
    assert number_in_words(said) == number
    assert number_in_words(fold(said)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [("hai mươi tư", 24), ("một trăm lẻ năm", 105), ("Mười Lăm", 15), ("hai ngàn linh ba", 2003),
     ("bẩy mươi mốt", 71), ("muoi lam", 15), ("hai muoi", 20), ("hai nghìn không trăm linh một", 2001),
     ("chín mươi tám phẩy năm", 98.5), ("hai phẩy hai mươi lăm", 2.25)],
)  # fmt: skip
def test_other_words_for_the_same_number_are_known(words: str, number: float) -> None:
    assert number_in_words(words) == number


@pytest.mark.parametrize(
    "words",
    ["trăm hai", "một trăm hai", "một nghìn hai", "nghìn rưỡi", "hai lăm", "vài chục", "một hai ba",
     "ba nghìn hai triệu", "mươi", "trăm", "", "mấy", "tạm", "lam", "hai phẩy không năm", "hai phẩy", "một " * 40],
)  # fmt: skip
def test_what_may_be_said_of_another_number_is_no_number(words: str) -> None:
    assert number_in_words(words) is None
