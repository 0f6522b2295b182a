"""Whatever value fills a blank of a sentence is written as the office writes it, never as Python does."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

import pytest

from khoagiao_xl.model.findings import Place, wrong
from khoagiao_xl.vietnamese.figures import fact_text, value_text
from khoagiao_xl.vietnamese.numbers import parse_number
from khoagiao_xl.vietnamese.yes_no import parse_yes_no
from khoagiao_xl.wording import SENTENCES, sentence

WRITTEN = {
    None: "",
    True: "TRUE",
    "KG205": "KG205",
    2024: "2024",
    12.0: "12",
    12.5: "12,5",
    0.1 + 0.2: "0,3",
    date(2024, 3, 31): "31/03/2024",
    datetime(2024, 3, 31, 14, 5): "31/03/2024",  # noqa: DTZ001  # as a cell holds it
    time(7, 30): "07:30",
    time(7, 30, 5): "07:30:05",
    timedelta(3): "3 ngày",
    timedelta(1, hours=2, minutes=5): "1 ngày 2 giờ 5 phút",
    timedelta(minutes=-90): "-1 giờ 30 phút",
    timedelta(0): "0 giờ",
}
OF_PYTHON = re.compile(r"\b(None|True|nan)\b|\d+\.\d{1,2}\b|\d{4}-\d{2}-\d{2}|\bdays?,|0:00:00|datetime")


@pytest.mark.parametrize(("value", "text"), WRITTEN.items())
def test_a_value_in_a_sentence_is_written_the_vietnamese_way(value: object, text: str) -> None:
    assert fact_text(value) == text


def test_a_figure_of_a_cell_is_grouped_and_a_year_among_the_facts_is_not() -> None:
    assert value_text(1250) == "1.250"
    assert sentence("HS-03", {"year": 2150, "first": 2000, "last": 2100}).startswith(
        "Không tạo được sổ cho năm 2150."
    )


@pytest.mark.parametrize("code", SENTENCES)
def test_no_sentence_shows_a_value_as_python_writes_it(code: str) -> None:
    bare = sentence(code, dict.fromkeys(re.findall(r"{(\w+)}", SENTENCES[code]), ""))
    for value in WRITTEN:
        filled = sentence(code, dict.fromkeys(re.findall(r"{(\w+)}", SENTENCES[code]), value))
        assert set(OF_PYTHON.findall(filled)) <= set(OF_PYTHON.findall(bare))


@pytest.mark.parametrize(
    ("typed", "found"),
    [(timedelta(3), "3 ngày"), (time(12), "12:00"), (date(2024, 1, 12), "12/01/2024"), (1e16, "10.000.000.000.000.000")],
)  # fmt: skip
def test_what_is_no_figure_is_quoted_the_vietnamese_way(typed: timedelta | time | date, found: str) -> None:
    assert parse_number(typed, "count").facts["found"] == found


def test_a_decimal_where_yes_or_no_is_asked_is_quoted_with_its_comma() -> None:
    assert parse_yes_no(12.5).facts["found"] == "12,5"


def test_a_finding_quotes_what_it_found_the_same_way() -> None:
    assert "«31/03/2024»" in wrong("TN-62", Place(), found=date(2024, 3, 31)).message
