"""The sheet «Quy tắc» as the office leaves it: every wrong cell is named at once, with what is allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from pathlib import Path

INDICATORS = load_profile("2024").indicators
ROW = {"Mã": "R99", "Vế trái": "KG110", "So sánh": "<=", "Vế phải": "9", "Ô trống": "bỏ qua", "Mức": "lỗi",
       "Trạng thái": "bật", "Kỳ": None, "Thông báo": "Nhiều quá"}  # fmt: skip


def book_with(master: Path, *rows: dict[str, Any]) -> FileBook:
    book = FileBook(master)
    book.write("tblQuyTac", [{**ROW, **row} for row in rows])
    book.save()
    return FileBook(master)


def test_the_rules_of_a_new_master_are_read_with_the_cells_they_stand_in(book: FileBook) -> None:
    lines = Year.read(book).rule_lines
    assert len(Year.read(book).rules) == len(lines) == len(load_profile("2024").rules)
    assert [line.cell for line in lines[:2]] == ["A5", "A6"]


WRONG = [
    ("Vế trái", "KG110 +", "B5", "QT-01"),
    ("Vế trái", "trouc(KG110)", "B5", "QT-01"),
    ("Vế trái", None, "B5", "QT-06"),
    ("Vế trái", "ton(KG110)", "B5", "QT-07"),
    ("Vế trái", "KG999", "B5", "QT-08"),
    ("Vế trái", "KG601", "B5", "QT-09"),
    ("Vế trái", "co(KG110)", "B5", "QT-09"),
    ("Vế trái", "KG602", "B5", "QT-09"),
    ("Vế trái", "1+" * 300, "B5", "QT-10"),
    ("Vế trái", "1.250", "B5", "QT-14"),
    ("So sánh", "~", "C5", "QT-02"),
    ("So sánh", None, "C5", "QT-02"),
    ("Vế phải", "KG999", "D5", "QT-08"),
    ("Ô trống", "coi như 0", "E5", "QT-05"),
    ("Mức", "nặng", "F5", "QT-05"),
    ("Trạng thái", "bậtt", "G5", "QT-05"),
    ("Trạng thái", None, "G5", "QT-05"),
    ("Kỳ", "M; T", "H5", "QT-05"),
    ("Thông báo", None, "I5", "QT-06"),
    ("Mã", None, "A5", "QT-06"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "value", "cell", "code"), WRONG)
def test_a_wrong_cell_is_named_with_the_reason(
    master: Path, column: str, value: str | None, cell: str, code: str
) -> None:
    (line,) = Year.read(book_with(master, {column: value})).rule_lines
    ((where, reason),) = line.faults
    assert (line.rule, where) == (None, cell)
    assert says(code, reason)


def says(code: str, reason: str) -> bool:
    """Whether `reason` is the sentence of `code`, whatever fills its blanks."""
    pattern = re.sub(r"\\{\w+\\}", ".*", re.escape(SENTENCES[code]))
    return bool(re.fullmatch(pattern, reason, re.DOTALL))


@pytest.mark.parametrize(
    ("row", "cell", "code"),
    [
        ({"So sánh": "kéo theo", "Vế phải": "KG603+1"}, "D5", "QT-03"),
        ({"So sánh": "kéo theo", "Vế phải": "KG699"}, "D5", "QT-08"),
        ({"So sánh": "trong khoảng", "Vế phải": "9..2"}, "D5", "QT-04"),
        ({"Vế trái": "CT_CONG", "Vế phải": "truoc(CT_SO)"}, "D5", "QT-11"),
    ],
)
def test_both_sides_together_are_looked_at_too(
    master: Path, row: dict[str, str], cell: str, code: str
) -> None:
    (line,) = Year.read(book_with(master, row)).rule_lines
    assert [where for where, _ in line.faults] == [cell]
    assert says(code, line.faults[0][1])


def test_everything_wrong_in_the_sheet_is_one_sentence_that_names_all_cells(master: Path) -> None:
    book = book_with(
        master, {"Mức": "nặng", "Trạng thái": "mở"}, {}, {"Vế trái": "KG110 ++"}, {"Vế phải": "lạ(1)"}
    )
    with pytest.raises(WrongRequest) as refused:
        assert Year.read(book).rules
    said = str(refused.value)
    assert refused.value.code == "QT-12"
    assert "4 ô chưa đúng" in said
    assert all(f"ô {cell}: " in said for cell in ("F5", "G5", "B7", "D8"))
    assert "\n" not in said


def test_a_rule_half_written_and_switched_off_stops_nobody_and_is_still_listed(master: Path) -> None:
    book = book_with(master, {"Trạng thái": "Tắt", "Vế trái": "KG110 +"}, {})
    assert [rule.left.text for rule in Year.read(book).rules] == ["KG110"]
    assert [len(line.faults) for line in Year.read(book).rule_lines] == [1, 0]


def test_a_rule_below_a_blank_row_is_named_by_the_row_it_stands_in(master: Path) -> None:
    book = book_with(master, {}, dict.fromkeys(ROW), {"Mức": "nặng"})
    assert [line.cell for line in Year.read(book).rule_lines] == ["A5", "A7"]


def test_small_and_large_letters_and_spaces_do_not_matter(master: Path) -> None:
    row = {"So sánh": " Trong  khoảng ", "Vế phải": "0..9", "Mức": "Lỗi", "Trạng thái": "Bật", "Kỳ": "m, q"}
    (rule,) = Year.read(book_with(master, row)).rules
    assert (rule.bounds, rule.status, rule.kinds) == ((0, 9), "bật", frozenset("MQ"))
