"""Yes and no, dates, periods and symbols of documents, as units write them."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.vietnamese.dates import parse_date, parse_period
from khoagiao_xl.vietnamese.typed_symbols import parse_symbol
from khoagiao_xl.vietnamese.yes_no import parse_yes_no


@pytest.mark.parametrize("word", ["x", "X", "v", "✓", "có", "Có", "co", "CÓ", "đã", "rồi", "yes", "y", "1"])
def test_a_word_for_yes_is_yes(word: str) -> None:
    assert parse_yes_no(word).value == "Có"


@pytest.mark.parametrize("word", ["không", "chưa", "ko", "no", "0", 0, False, 0.0])
def test_a_word_for_no_is_no(word: object) -> None:
    assert parse_yes_no(word).value == "Không"


@pytest.mark.parametrize("word", ["k thuộc", "ko áp dụng", "N/A", "không thuộc"])
def test_not_for_us_is_an_answer_only_where_it_is_offered(word: str) -> None:
    assert parse_yes_no(word, allows_not_applicable=True).value == "Không thuộc"
    assert parse_yes_no(word).code == "SL-35"


def test_a_blank_is_no_answer_and_a_doubt_is_asked() -> None:
    assert parse_yes_no("  ").value is None
    assert parse_yes_no(None).code is None
    assert parse_yes_no("đang làm").code == "SL-34"
    assert parse_yes_no("Có").repair is None


@pytest.mark.parametrize(
    "text",
    [
        "20/3/2024",
        "20/03/24",
        "20-3-2024",
        "20.3.2024",
        "ngày 20 tháng 3 năm 2024",
        "2024-03-20",
        "20/03/2024",
    ],
)
def test_a_date_is_read_day_first(text: str) -> None:
    assert parse_date(text) == date(2024, 3, 20)


@pytest.mark.parametrize(
    "text", ["31/6/2024", "29/2/2023", "00/3/2024", "hôm qua", 99999999, -1, float("inf"), "1/1/24x"]
)
def test_what_is_no_day_is_none(text: object) -> None:
    assert parse_date(text) is None


def test_the_number_of_a_day_is_that_day() -> None:
    assert parse_date(45371) == date(2024, 3, 20)


@pytest.mark.parametrize(
    ("text", "code"),
    [("tháng 3/2024", "2024-M03"), ("Quý I/2024", "2024-Q1"), ("quí 1", "2024-Q1"), ("Q1", "2024-Q1"),
     ("6T/2024", "2024-H1"), ("06 tháng đầu năm", "2024-H1"), ("năm 2024", "2024-Y"),
     ("quý IV năm 2024", "2024-Q4"),
     ("6 tháng cuối năm 2024", "2024-H2"), ("13/2024", None), ("quý V/2024", None)],
)  # fmt: skip
def test_the_name_of_a_period_gives_its_code(text: str, code: str | None) -> None:
    assert parse_period(text, 2024) == code


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("Số 12-BC/CB", "12-BC/CB"), ("12/BC-SGDĐT", "12/BC-SGDĐT"), ("12 BC/CB", "12-BC/CB"), ("5-KL/TW", "05-KL/TW"), ("45/NQ-TW", "45-NQ/TW"),
     ("45NQ/TƯ", "45-NQ/TW"), ("45-NQ/TW - Chỉ thị", "45-NQ/TW"), ("05/CT-TTg", "05/CT-TTg"),
     ("Số:12-BC/CB", "12-BC/CB"),
     ("số 12 - BC/ĐU", "12-BC/ĐU"), ("Nghị quyết số 45-NQ/TW ngày 24/11/2023", "45-NQ/TW"),
     ("25-ct/tw", "25-CT/TW"),
     ("12/2024/NĐ-CP", "12/2024/NĐ-CP"), ("238-QĐi/TU", "238-QĐi/TU"), ("45 – NQ/TW", "45-NQ/TW"),
     ("nghị quyết 45", None)],
)  # fmt: skip
def test_a_symbol_has_one_spelling(text: str, symbol: str | None) -> None:
    assert parse_symbol(text) == symbol
