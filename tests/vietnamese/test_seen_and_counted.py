"""What is counted is what a person sees in the cell; what may be seen otherwise is asked, whatever is typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.numbers import parse_number
from khoagiao_xl.vietnamese.yes_no import parse_yes_no

TYPES = st.sampled_from(["count", "people", "money", "percent"])
SIGNS = (
    "0123456789 .,;:/|()[]-+*?%\"'\n\tOlIVXeE१٢²½①Ⅻ１\u200b\u202e\u202d\u2066\u200f\u00ad\u00a0\u2003\u3164"
)
PIECES = ["12", "1.250", " cuộc", "(ba)", "như trên", "khoảng ", "nghìn", " và ", "một", "hai mươi"]
ODDLY = st.lists(st.sampled_from([*SIGNS, *PIECES]), max_size=8).map("".join)
TYPED = st.text() | ODDLY


def code(text: str, type_: str = "count", unit: str = "cuộc") -> str | None:
    """Return what is asked of a cell from which no figure is taken."""
    parsed = parse_number(text, type_, unit=unit)
    assert parsed.value is None
    return parsed.code


@given(TYPED, TYPES)
def test_a_cell_that_is_no_blank_gives_a_value_or_a_question(text: str, type_: str) -> None:
    parsed = parse_number(text, type_, unit="cuộc")
    assert is_blank(text) or parsed.value is not None or parsed.code


@given(TYPED)
def test_a_count_has_the_digits_that_are_seen_in_their_order(text: str) -> None:
    value = parse_number(text, "count", unit="cuộc").value
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isdigit())
    if value is not None and seen:
        assert int(seen) in {abs(value) * 10**zeros for zeros in range(len(seen))}


@given(ODDLY)
def test_no_figure_is_taken_where_signs_turn_hide_or_replace_digits(text: str) -> None:
    replaced = set(text) & set("१٢²½①Ⅻ\u202e\u202d\u2066")
    if replaced and any(map(str.isdigit, text)):
        assert parse_number(text, "count", unit="cuộc").value is None


@given(TYPED)
def test_an_answer_that_is_no_blank_is_understood_or_asked(text: str) -> None:
    parsed = parse_yes_no(text)
    assert is_blank(text) or parsed.value is not None or parsed.code


@pytest.mark.parametrize(
    "mark",
    ['"', "“", "”", "''", '""', "〃", "″", "-nt-", "nt", "N.T.", "như trên", "Như dòng trên.", "như kỳ trước",
     "không thay đổi", "giữ nguyên", '- " -', "(như trên)", "\u200b„\ufeff"],
)  # fmt: skip
def test_a_ditto_mark_is_asked_about_and_never_read(mark: str) -> None:
    assert code(mark) == "SL-61"
    assert parse_yes_no(mark).code == "SL-61"


@pytest.mark.parametrize(
    "text",
    ["12     15", "12  500", "1  250", "12\u00a0\u00a0500", "12\u2003500", "12\u3000500", "12\u3164500",
     "12\u2800500", "12 / 15", "12; 15", "3 + 4", "12\n15", "12\t15", "12 15", "12|15", "1 5", "12 và 15"],
)  # fmt: skip
def test_several_figures_in_a_cell_are_asked(text: str) -> None:
    assert code(text) == "SL-14"


@pytest.mark.parametrize("text", ["1 250", "1\u00a0250", "1\u202f250", "1\u2009250", "1 250 cuộc"])
def test_one_narrow_blank_groups_thousands(text: str) -> None:
    assert parse_number(text, "count", unit="cuộc").value == 1250


@pytest.mark.parametrize(
    "text", ["\u202e21", "\u202d12", "\u206621\u2069", "1\u202e2\u202c", "\u202e12 cuộc", "\u200f1 250"]
)
def test_a_sign_that_turns_the_order_of_digits_is_asked(text: str) -> None:
    assert code(text) == "SL-62"


@pytest.mark.parametrize("text", ["12\u200b15", "12\u00ad15", "1\u20602", "12\ufeff5", "12 \u200b500"])
def test_a_hidden_sign_between_digits_is_asked(text: str) -> None:
    assert code(text) == "SL-63"


@pytest.mark.parametrize("text", ["\u200b15\ufeff", "\u200e15", "15\u200f", " 15\u00ad", "\ufe0f15"])
def test_a_hidden_sign_beside_a_figure_changes_nothing(text: str) -> None:
    assert parse_number(text, "count").value == 15


@pytest.mark.parametrize("text", ["١٢", "१२", "๓", "១២", "𝟏𝟐", "十二", "12٠"])
def test_digits_of_another_script_are_asked(text: str) -> None:
    assert code(text) == "SL-64"


@pytest.mark.parametrize("text", ["½", "1½", "12²", "²", "①", "❶", "㊶", "Ⅻ", "₁₂"])
def test_fractions_raised_and_circled_figures_are_asked(text: str) -> None:
    assert code(text) == "SL-11"


@pytest.mark.parametrize("text", ["XII", "IV", "ii", "I"])
def test_a_roman_numeral_is_asked(text: str) -> None:
    assert code(text) == "SL-66"


@pytest.mark.parametrize(
    ("text", "value"),
    [("03 (ba)", 3), ("15 (mười lăm)", 15), ("hai mươi (20)", 20), ("3 (ba) cuộc", 3), ("05 (năm cuộc)", 5),
     ("08 (tám)", 8), ("1.250 (một nghìn hai trăm năm mươi)", 1250), ("24 (hai mươi tư)", 24),
     ("15 (bằng chữ: mười lăm cuộc)", 15), ("15 - mười lăm", 15), ("0 (không)", 0), ("không phát sinh (0)", 0),
     ("105 (mot tram le nam)", 105), ("1.005 (một nghìn không trăm linh năm)", 1005)],
)  # fmt: skip
def test_a_figure_that_is_repeated_in_words_is_read(text: str, value: int) -> None:
    parsed = parse_number(text, "count", unit="cuộc")
    assert (parsed.value, parsed.code) == (value, None)


@pytest.mark.parametrize("text", ["15 (mười sáu)", "hai mươi (21)", "03 (bốn) cuộc", "0 (một)"])
def test_a_figure_and_words_that_disagree_are_asked_with_both(text: str) -> None:
    assert code(text) == "SL-67"


def test_words_may_count_in_dong_what_the_line_counts_in_millions() -> None:
    assert parse_number("12 (mười hai triệu đồng)", "money", unit="triệu đồng").value == 12


@pytest.mark.parametrize("text", ["mười lăm", "hai mươi cuộc", "một", "muoi lam"])
def test_a_figure_in_words_alone_is_proposed_and_not_taken(text: str) -> None:
    assert code(text) == "SL-68"


@pytest.mark.parametrize(
    "text", ["15*", "15?", "(15)", "15 ↑", "#15", "- 15", "15.", "15;", "15…", '15"', "[15]", "15†"]
)
def test_signs_around_a_figure_are_asked(text: str) -> None:
    assert code(text) == "SL-70"


@pytest.mark.parametrize("text", ["15 sai", "15 cuộc/quý", "15 cuộc*", "1F", "12h", "15 chưa duyệt", "5 năm"])
def test_words_behind_a_figure_that_measure_nothing_are_asked(text: str) -> None:
    assert code(text) == "SL-71"


@pytest.mark.parametrize("text", ["1E3", "1e+3", "1.5E2"])
def test_a_figure_as_computers_write_it_is_asked(text: str) -> None:
    assert code(text) == "SL-72"


@pytest.mark.parametrize(
    "text",
    ["1O", "O", "l2", "15(1)", "~15", "15%", "1.5.0", "1,234.567,8", "0x1F", "9007199254740993", "NaN", "inf",
     "TRUE", "12:30", "1⁄2", "15‰", "√4", "15\u0338", ".5", "15x2", "2^3", "$15", "không 15", "12..5"],
)  # fmt: skip
def test_what_else_looks_like_a_figure_is_asked_and_not_taken(text: str) -> None:
    assert code(text) is not None


def test_a_unit_of_measure_of_several_words_is_the_lines_own() -> None:
    assert parse_number("12 tin, bài", "count", unit="tin, bài").code is None
    assert parse_number("12 người", "count", unit="cuộc").code == "SL-22"


def test_wide_digits_are_read_and_confirmed() -> None:
    parsed = parse_number("１２", "count")
    assert (parsed.value, parsed.code) == (12, "SL-65")
