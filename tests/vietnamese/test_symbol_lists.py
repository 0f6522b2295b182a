"""Lists of documents: with whatever sign or word between them all are read, and no other word is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.vietnamese.symbol_lists import read_symbols

SYMBOLS = ["45-NQ/TW", "25-CT/TW", "91-KL/TW", "2071/QĐ-BGDĐT", "43/2019/QH14", "12/2024/NĐ-CP", "22-CTr/TU"]
BETWEEN = [
    " và ", " & ", " ", "/", " / ", " - ", "|", " | ", "、", ".", ". ", "(", ") và (", "\t", "; ", ", ", "\n", "\n• ",
    " + ", " cùng ", " cùng với ", " kèm ", ", kèm theo ", ";", "  ", " với ",
    " ngày 24/11/2023; Chỉ thị số ", ", Nghị quyết ", " ngày 24 tháng 11 năm 2023 và Kết luận số ",
]  # fmt: skip


@pytest.mark.parametrize("between", BETWEEN)
def test_two_directives_are_both_read_whatever_stands_between(between: str) -> None:
    listed = read_symbols(f"45-NQ/TW{between}25-CT/TW")
    assert (listed.symbols, listed.unread) == (("45-NQ/TW", "25-CT/TW"), ())


@given(st.lists(st.sampled_from(SYMBOLS), min_size=1, unique=True), st.data())
def test_a_list_of_any_length_is_read_whole_and_in_order(symbols: list[str], data: st.DataObject) -> None:
    text = symbols[0]
    for symbol in symbols[1:]:
        text += data.draw(st.sampled_from(BETWEEN)) + symbol
    listed = read_symbols(text)
    assert (listed.symbols, listed.unread) == (tuple(symbols), ())


@pytest.mark.parametrize(
    ("text", "unread"),
    [("số 45-NQ/TW ngày 24/11/2023; Chỉ thị 25", "Chỉ thị 25"), ("45-NQ/TW và Chỉ thị 25", "và Chỉ thị 25"),
     ("45-NQ/TW, 25", "25"), ("45-NQ/TW; Chỉ thị", "Chỉ thị"), ("45-NQ/TW và các văn bản", "và các văn bản"),
     ("X 45-NQ/TW", "X"), ("45-NQ/TW (2)", "2"), ("45-NQ/TW; không", "không"), ("45-NQ/TW, 25/10", "25/10")],
)  # fmt: skip
def test_what_is_no_symbol_beside_one_is_asked_with_its_words(text: str, unread: str) -> None:
    listed = read_symbols(text)
    assert listed.symbols == ("45-NQ/TW",)
    assert listed.unread == (unread,)


@pytest.mark.parametrize(
    "text",
    ["Nghị quyết 45-NQ/TW", "Nghị quyết số: 45-NQ/TW ngày 24/11/2023", "đã quán triệt NQ 45-NQ/TW",
     "45-NQ/TW về trí thức", "45-NQ/TW ngày 24-11-2023 của Bộ Chính trị", "1. 45-NQ/TW", "- 45-NQ/TW.",
     "Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Hội nghị lần thứ tám Ban Chấp hành Trung ương về trí thức"],
)  # fmt: skip
def test_the_kind_the_day_the_issuer_and_the_title_of_a_directive_are_no_question(text: str) -> None:
    listed = read_symbols(text)
    assert (listed.symbols, listed.unread) == (("45-NQ/TW",), ())


def test_a_directive_inside_the_title_of_another_is_asked_and_not_counted() -> None:
    listed = read_symbols("Kết luận 91-KL/TW tiếp tục thực hiện Nghị quyết số 29-NQ/TW")
    assert listed.symbols == ("91-KL/TW",)
    assert listed.unclear == ("tiếp tục thực hiện Nghị quyết số 29-NQ/TW",)


@pytest.mark.parametrize(
    "text",
    ["chưa quán triệt 45-NQ/TW", "45-NQ/TW (chưa triển khai)", "45-NQ/TW về trí thức, chưa triển khai",
     "trừ 45-NQ/TW", "45-NQ/TW hoặc 25-CT/TW", "không 45-NQ/TW"],
)  # fmt: skip
def test_a_directive_that_may_not_be_meant_is_asked_and_not_counted(text: str) -> None:
    listed = read_symbols(f"91-KL/TW; {text}")
    assert (listed.symbols, listed.unclear) == (("91-KL/TW",), (text.rstrip(")"),))


@given(
    st.text(min_size=1)
    | st.lists(st.sampled_from([*"0123456789/- ;,.", "NQ", "TW", "và", "45-NQ/TW"])).map("".join)
)
def test_a_text_with_a_letter_or_a_figure_names_something_or_is_asked(text: str) -> None:
    listed = read_symbols(text)
    if any(letter.isascii() and letter.isalnum() for letter in text):
        assert listed.symbols or listed.unread or listed.unclear


@given(st.sampled_from(SYMBOLS), st.sampled_from(BETWEEN), st.integers(0, 10**7))
def test_a_number_beside_a_directive_is_never_dropped(symbol: str, between: str, number: int) -> None:
    listed = read_symbols(f"{symbol}{between}{number}")
    said = " ".join((*listed.symbols, *listed.unread, *listed.unclear))
    assert str(number) in said


@pytest.mark.parametrize("round_", ["đợt 1", "đợt II", "lần thứ hai", "lớp 3", "dot 1", "Đợt thứ nhất"])
def test_the_round_in_which_a_directive_was_studied_is_no_question(round_: str) -> None:
    listed = read_symbols(f"45-NQ/TW ({round_}); 25-CT/TW ({round_})")
    assert (listed.symbols, listed.unread, listed.unclear) == (("45-NQ/TW", "25-CT/TW"), (), ())


def test_a_remark_that_is_more_than_a_round_is_still_asked() -> None:
    assert read_symbols("45-NQ/TW (đợt 1 ở xã A)").unread == ("đợt 1 ở xã A",)
