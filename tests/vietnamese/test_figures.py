"""Figures as they are typed: the right value, or a stated repair, or a question; never another number."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.vietnamese.numbers import format_number, parse_number

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"

# (what was typed, type, value, code of the finding, code of the repair); the numbers are those of the list of
# dirty inputs in the domain research.
TYPED: list[tuple[Any, str, Any, str | None, str | None]] = [
    ("01 cuộc", "count", 1, None, "SL-01"),  # 1
    ("1.234", "count", 1234, None, "SL-01"),  # 2
    ("1.234.567", "people", 1234567, None, "SL-01"),
    ("1.234,5", "money", 1234.5, None, "SL-01"),  # 3
    ("1.234,5", "percent", 1234.5, None, "SL-01"),
    ("1,234.5", "money", None, "SL-05", None),  # 4
    ("1,234", "count", None, "SL-05", None),
    ("1,234,567", "people", None, "SL-05", None),
    ("12.5", "percent", 12.5, "SL-07", "SL-01"),  # 5
    ("1.250", "percent", None, "SL-06", None),  # 6
    ("012.000", "count", None, "SL-06", None),
    ("98,5%", "percent", 98.5, None, "SL-01"),  # 7
    ("98,5 %", "percent", 98.5, None, "SL-01"),
    ("0,985%", "percent", 0.985, None, "SL-01"),
    ("0,985", "percent", 0.985, "SL-08", "SL-01"),
    (0.985, "percent", 0.985, "SL-08", None),  # 8
    (120, "percent", 120, None, None),  # 9: rule R14 says it
    ("12 ", "count", 12, None, "SL-01"),  # 10
    (f"12{NBSP}", "count", 12, None, "SL-01"),
    (f"1{NBSP}234", "count", 1234, None, "SL-01"),
    (f"1{THIN}234", "count", 1234, None, "SL-01"),
    (f"1{NARROW}234 người", "people", 1234, None, "SL-01"),
    ("\u200b15\ufeff", "count", 15, None, "SL-01"),
    ("'123", "count", 123, None, "SL-01"),  # 11
    ("O5", "count", None, "SL-10", None),  # 12
    ("l2", "count", None, "SL-10", None),
    ("1.25O", "people", None, "SL-10", None),
    ("12 O", "count", None, "SL-10", None),
    ("98,l", "percent", None, "SL-10", None),
    ("½", "count", None, "SL-11", None),  # 13
    ("5²", "count", None, "SL-11", None),
    ("①", "count", None, "SL-11", None),
    ("１２", "count", 12, "SL-65", "SL-01"),
    *((dash, "count", None, "SL-03", None) for dash in ["-", "–", "—", "…", ".", "/"]),  # 14
    *(
        (word, "count", 0, None, "SL-02")
        for word in ["không", "ko", "k", "K", "khong", "không có", "k/có", "k có", "kcó", "chưa", "chưa có"]
    ),
    *((word, "people", 0, None, "SL-02") for word in ("không phát sinh", "0 phát sinh", "ko PS")),  # 16
    ("có", "count", None, "SL-12", None),  # 17
    ("N/A", "count", None, "SL-29", None),  # 20
    *(
        (text, "count", None, "SL-13", None)
        for text in ["khoảng 50", "~50", "50-60", "hơn 50", "trên 50", "gần 50", "50+"]
    ),
    ("5 (KT: 3, GS: 2)", "count", None, "SL-14", None),  # 22
    ("5+7", "count", None, "SL-14", None),
    ("12 13", "count", None, "SL-14", None),
    *((f"12{between}130", "count", None, "SL-14", None) for between in ("\n", "\r\n", "\t", " \u2028 ")),
    ("12\n", "count", 12, None, "SL-01"),
    ("12\ncuộc", "count", 12, None, "SL-01"),
    ("1/2", "count", None, "SL-16", None),
    ("20.3.2024", "count", None, "SL-16", None),
    ("12,5", "count", None, "SL-15", None),
    ("0.500", "count", None, "SL-15", None),
    (12.5, "count", None, "SL-15", None),
    ("12,0", "count", 12, None, "SL-01"),
    (12.0, "count", 12, None, None),
    (datetime(2024, 2, 1), "count", None, "SL-16", None),  # noqa: DTZ001
    (date(2024, 2, 1), "count", None, "SL-16", None),
    (True, "count", None, "SL-17", None),
    ("1234567890123456", "count", None, "SL-18", None),
    (1e15, "count", None, "SL-18", None),
    (float("nan"), "count", None, "SL-04", None),
    ("12%", "count", None, "SL-19", None),
    ("2 nghìn", "people", None, "SL-20", None),
    ("3 chục người", "people", None, "SL-20", None),
    *(
        (f"12 {words}", "count", None, "SL-20", None)
        for words in ("lượt nghìn", "lượt trăm", "người/trăm", "mươi", "lượt k")
    ),
    ("12tr", "money", 12, None, "SL-01"),  # 53
    ("12 triệu", "money", 12, None, "SL-01"),
    ("12.000.000đ", "money", 12, "SL-21", "SL-01"),
    ("12.000 nghìn", "money", 12, "SL-21", "SL-01"),
    ("1,2 tỷ", "money", 1200, "SL-21", "SL-01"),
    ("1.250", "money", 1250, "SL-31", "SL-01"),
    (12_000_000, "money", 12_000_000, "SL-30", None),
    ("một số", "count", None, "SL-04", None),
    ("1e3", "count", None, "SL-72", None),
    ("", "count", None, None, None),
    (None, "count", None, None, None),
    ("-5", "count", -5, None, "SL-01"),  # rule R15 says it
]


@pytest.mark.parametrize(("raw", "type_", "value", "code", "repair"), TYPED)
def test_a_typed_figure_is_read_repaired_or_asked(
    raw: object, type_: str, value: object, code: str | None, repair: str | None
) -> None:
    parsed = parse_number(raw, type_)
    assert (parsed.value, parsed.code, parsed.repair and parsed.repair.code) == (value, code, repair)


def test_the_format_of_a_cell_tells_a_percentage_from_a_fraction() -> None:
    assert parse_number(0.985, "percent", "0%").value == 98.5
    assert parse_number(98.5, "percent", "0.00%").code == "SL-33"
    assert parse_number(0.12, "count", "0%").code == "SL-19"


def test_a_foreign_unit_of_measure_is_asked_and_the_own_one_is_not() -> None:
    assert parse_number("12 người", "count", unit="cuộc").code == "SL-22"
    assert parse_number("12 lượt", "people", unit="lượt người").code is None


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1250, None, "1.250"), (98.5, None, "98,5"), (98.45, 1, "98,5"), (0, 1, "0,0"), (-0.04, 1, "0,0"),
     (1234567.25, None, "1.234.567,25"), (-12, None, "-12"), (1e-7, 1, "0,0"),
     (1e18, None, "1" + ".000" * 6), (float("inf"), None, "inf"), (-0.0, None, "0"), (-1250.0, None, "-1.250"),
     (1e23, None, "100" + ".000" * 7), (10**15 - 1, None, "999" + ".999" * 4)],
)  # fmt: skip
def test_a_number_is_written_the_vietnamese_way(value: float, decimals: int | None, text: str) -> None:
    assert format_number(value, decimals) == text


@given(st.integers(0, 10**14))
def test_a_whole_number_comes_back_from_its_writing(value: int) -> None:
    assert parse_number(format_number(value), "people").value == value


@given(st.decimals(0, 10**9, places=2))
def test_a_decimal_comes_back_or_is_asked_but_is_never_another(value: Decimal) -> None:
    for type_ in ("money", "percent"):
        parsed = parse_number(format_number(float(value)), type_)
        assert parsed.value == float(value) or (parsed.value is None and parsed.code)


@given(st.text(max_size=12), st.sampled_from(["count", "people", "money", "percent"]))
def test_no_text_raises_and_none_gives_a_number_without_a_word(text: str, type_: str) -> None:
    parsed = parse_number(text, type_)
    if parsed.value is not None:
        assert parsed.repair
        assert any(letter.isdigit() for letter in text) or parsed.value == 0


@given(st.integers(0, 999), st.integers(0, 999))
def test_one_separator_before_three_digits_never_gives_a_fraction_of_a_count(head: int, tail: int) -> None:
    for mark in ".,":
        value = parse_number(f"{head}{mark}{tail:03}", "count").value
        assert value in (None, head * 1000 + tail) or (tail == 0 and value == head)


def test_a_word_of_the_unit_is_no_scale_and_a_scale_is_no_word_of_the_unit() -> None:
    assert parse_number("12 văn bản", "count", unit="văn bản").value == 12
    assert parse_number("12 van ban", "count", unit="văn bản").value == 12
    assert parse_number("12 vạn", "count", unit="văn bản").code == "SL-20"
    assert parse_number("12 vạn bản", "count", unit="văn bản").code == "SL-20"
