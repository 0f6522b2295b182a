"""What a table of the master is made of, and the columns that several tables share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from khoagiao_xl.model.cell_addresses import column_name

DASHBOARD: Final = "Bảng điều khiển"
MONTH_VIEW, PERSON_VIEW = "Chương trình tháng", "Việc từng người"
VIEWS: Final = (MONTH_VIEW, PERSON_VIEW)  # sheets without a table, which show the plan by formulas
FIRST_LAYOUT: Final = 1  # what a column stands in since the first masters; see Column.since
HEADER_ROW: Final = 4  # Excel row of every table's header; the title and a line of advice stand above it


class Cell(StrEnum):
    """What a column holds; decides its format, its check and how it becomes a field of a record."""

    TEXT = "chữ"
    LONG = "đoạn văn"  # wrapped text
    WORDS = "danh sách"  # several texts in one cell, separated by «;»
    NUMBER = "số"
    DATE = "ngày"
    MOMENT = "ngày giờ"
    FLAG = "có/không"
    MARK = "dấu x"
    LINK = "liên kết"
    NAME = "tên"  # text on one line, however long
    HASH = "mã băm"  # for the program to compare; nobody reads all of it


@dataclass(frozen=True)
class Column:
    """One column: its heading, the record field it carries, what it holds.

    choices: the values offered in a drop-down; source: the column «tblDonVi[Mã]» they come from instead.
    advice: one line shown beside the cell when it is chosen; signed: a number may be below zero.
    formula: what the column works out for itself, in every row the same; «{cell}» is the value of the
    column that carries the field `cell`, in the formula's own row.
    since: the layout that has it first; a master of an older one is upgraded before it is used.
    is_open: Excel warns of a value that the list does not have, and takes it.
    """

    name: str
    field: str
    cell: Cell = Cell.TEXT
    width: int = 14
    required: bool = False
    choices: tuple[str, ...] = ()
    source: str = ""
    advice: str = ""
    signed: bool = False
    formula: str = ""
    since: int = FIRST_LAYOUT
    is_open: bool = False


@dataclass(frozen=True)
class Table:
    """One table on a sheet of its own. typed: people fill it in; else the program does, and says so.

    last_printed: the field of the last column on paper; what serves the work alone stands right of it.
    grouped_from: the field of the first column of those that serve the program alone, folded away.
    """

    name: str
    sheet: str
    columns: tuple[Column, ...]
    advice: str
    typed: bool = False
    last_printed: str = ""
    grouped_from: str = ""

    def column_of(self, field: str) -> Column:
        """Return the column that carries the record field `field`; raise KeyError where none does."""
        for column in self.columns:
            if column.field == field:
                return column
        raise KeyError(field)

    @property
    def since(self) -> int:
        """The layout that has it first: that of its oldest column."""
        return min(column.since for column in self.columns)

    @property
    def printed(self) -> tuple[Column, ...]:
        """The columns that go on paper, from left to right; readable on a sheet of A4."""
        if not self.last_printed:
            return self.columns
        last = self.column_of(self.last_printed)
        at = self.columns.index(last)
        return self.columns[: at + 1]

    @property
    def headings(self) -> tuple[str, ...]:
        """The column names from left to right."""
        return tuple(column.name for column in self.columns)

    @property
    def formulas(self) -> dict[str, str]:
        """Heading -> formula of the columns that work out their own values, which nobody hands in."""
        values = self._value_by_field
        found = {}
        for column in self.columns:
            if column.formula:
                found[column.name] = column.formula.format(**values)
        return found

    @property
    def _value_by_field(self) -> dict[str, str]:
        """Field -> what stands for its value in a formula of the same row."""
        values = {}
        for at, column in enumerate(self.columns):
            letter = column_name(at)
            whole = f"${letter}:${letter}"
            values[column.field] = f"INDEX({whole},ROW())"
        return values


FIELDS: Final = (
    "Trí thức",
    "Giáo dục và đào tạo, giáo dục nghề nghiệp",
    "Khoa học, công nghệ và môi trường",
    "Xã hội",
    "Chung",
)
PERIOD = Column(
    "Kỳ",
    "period",
    width=10,
    required=True,
    source="tblThoiHan[Kỳ]",
    advice="Ví dụ: 2026-M03 (tháng 3 năm 2026)",
)
UNIT = Column("Mã đơn vị", "unit", width=11, required=True, source="tblDonVi[Mã]")

PROPOSED: Final = "đề xuất"  # what the program wrote and nobody has accepted, changed or dropped yet
ACCEPTED: Final = "nhận"
TAKE_NEW: Final = "nhận nội dung mới"  # typed by a person: the row is to be what the newest document says
DROPPED: Final = "bỏ"
WORK_STATUSES: Final = (PROPOSED, ACCEPTED, "đang làm", "xong", DROPPED)
BEGUN: Final = frozenset({ACCEPTED, TAKE_NEW, "đang làm"})  # taken over by a person, and not finished
CONFIDENCE = Column("Độ chắc", "confidence", width=11, choices=("chắc chắn", "khá chắc", "cần xem"))
CHANGE = Column(
    "Thay đổi", "change", Cell.LONG, 34, advice="Chương trình ghi khi nạp lại văn bản; xem rồi xóa"
)
ROW_CODE = Column("Mã", "code", width=9, advice="Chương trình đặt; không sửa")
