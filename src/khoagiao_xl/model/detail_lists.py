"""The lists of a form: rows in which a unit tells single things, such as each conference or each inspection.

data/detail_lists.csv has a row for each list, data/detail_columns.csv one for each of its columns,
data/detail_choices.csv the answers to choose from. A row is found by its code: QT001, QT002.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind
from khoagiao_xl.shipped_tables import shipped_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.indicators import Indicator

LISTS, COLUMNS, CHOICES = "detail_lists.csv", "detail_columns.csv", "detail_choices.csv"
CODE_LENGTH: Final = 2  # of a list, at the head of the codes of its rows


class Answer(StrEnum):
    """What a cell of a list takes; the values are what column «Kiểu» of the file shows."""

    TEXT = "lời văn"
    SYMBOLS = "danh mục"
    DAY = "ngày"
    PEOPLE = "số người"
    COUNT = "số đếm"
    CHOICE = "lựa chọn"


@dataclass(frozen=True)
class DetailColumn:
    """One column of one list. column: its heading in the form, the same in all lists; title: here.

    choices: name of the answers to choose from. is_required: a row that says anything says this too.
    at_most: the column whose figure this one cannot exceed. total: the indicator that the rows add up to.
    makes: the indicator that a form with this list does not ask, since the rows tell it.
    """

    column: str
    title: str
    answer: Answer
    choices: str = ""
    is_required: bool = False
    at_most: str = ""
    total: str = ""
    makes: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, str]) -> DetailColumn:
        """Return the column of a row of the file; raise ValueError for a kind that there is not."""
        return cls(
            column=row["Cột"],
            title=row["Tiêu đề"],
            answer=Answer(row["Kiểu"]),
            choices=row["Chọn từ"],
            is_required=bool(row["Bắt buộc"]),
            at_most=row["Không quá"],
            total=row["Đối chiếu tổng"],
            makes=row["Thành chỉ tiêu"],
        )


@dataclass(frozen=True)
class DetailList:
    """One list. label: of a row, with its number; blank where each row stands for a review of the office.

    asked_with: the indicator without which the list is not asked. counted: what the rows are as many as.
    lines: how many rows a form has, by kind of period.
    """

    code: str
    heading: str
    label: str
    asked_with: str
    counted: str
    columns: tuple[DetailColumn, ...]
    lines: Mapping[Kind, int] = field(default_factory=dict)

    def codes(self, kind: Kind) -> list[str]:
        """Return the codes of the rows of a form of this kind of period."""
        count = self.lines.get(kind, 0)
        numbers = range(1, count + 1)
        return [f"{self.code}{number:03}" for number in numbers]

    def column(self, heading: str) -> DetailColumn | None:
        """Return what stands under a heading in this list, None for nothing."""
        for column in self.columns:
            if column.column == heading:
                return column
        return None


def lists_asked(kind: Kind, asked: Iterable[Indicator]) -> list[DetailList]:
    """Return the lists of a form that asks these indicators in this kind of period."""
    codes = {item.code for item in asked}
    found = []
    for each in detail_lists():
        is_offered = bool(each.codes(kind))
        if is_offered and each.asked_with in codes:
            found += [each]
    return found


def made_by(lists: Iterable[DetailList]) -> dict[str, tuple[DetailList, DetailColumn]]:
    """Return the indicators that the rows of these lists tell, with where they do."""
    found = {}
    for each in lists:
        for column in each.columns:
            if column.makes:
                found[column.makes] = (each, column)
    return found


def is_detail(code: str) -> bool:
    """Say whether an entry is a cell of a list («QT001 Ngày»), not an indicator."""
    return " " in code


def list_of(line: str) -> DetailList | None:
    """Return the list that a row belongs to by its code, None for none."""
    for each in detail_lists():
        if line.startswith(each.code):
            return each
    return None


@cache
def detail_lists() -> tuple[DetailList, ...]:
    """Return every list, in the order of the form."""
    rows = list(shipped_rows(COLUMNS))
    found = []
    for row in shipped_rows(LISTS):
        code = row["Mã"]
        columns = [DetailColumn.from_row(line) for line in rows if line["Danh sách"] == code]
        made = DetailList(
            code=code,
            heading=row["Đề mục"],
            label=row["Tên dòng"],
            asked_with=row["Hỏi cùng"],
            counted=row["Đối chiếu số dòng"],
            columns=tuple(columns),
            lines=_lines_by_kind(row),
        )
        found.append(made)
    return tuple(found)


def _lines_by_kind(row: Mapping[str, str]) -> dict[Kind, int]:
    lines = {}
    for kind in Kind:
        count = row.get(kind) or 0
        lines[kind] = int(count)
    return lines


@cache
def choices() -> Mapping[str, Sequence[str]]:
    """Return name of a list of choices -> the answers to choose from."""
    found: dict[str, list[str]] = {}
    for row in shipped_rows(CHOICES):
        name = row["Danh sách"]
        own = found.setdefault(name, [])
        own.append(row["Giá trị"])
    return found


@cache
def fields_of_choices() -> Mapping[str, str]:
    """Return an answer to choose -> the field it belongs to."""
    found = {}
    for row in shipped_rows(CHOICES):
        answer = row["Giá trị"]
        found[answer] = row["Lĩnh vực"]
    return found
