"""The table of what the units told row by row: conferences, what stands out, inspections, reviews."""

from __future__ import annotations

from khoagiao_xl.model.schema.columns import PERIOD, UNIT, Cell, Column, Table

# Of what a row is for and of the columns that a unit fills in, in the order of the form.
DETAIL_FIELDS = ("label", "text", "choice", "day", "first", "second")
DETAILS = Table(
    "tblViecCuThe",
    "Việc cụ thể",
    (
        PERIOD,
        UNIT,
        Column("Loại", "list", width=6),
        Column("Dòng", "line", width=8),
        Column("Việc", "label", Cell.LONG, 22),
        Column("Nội dung", "text", Cell.LONG, 42),
        Column("Phân loại", "choice", Cell.LONG, 22),
        Column("Ngày", "day", width=11),
        Column("Số thứ nhất", "first", Cell.NUMBER, 9),
        Column("Số thứ hai", "second", Cell.NUMBER, 9),
    ),
    "Do đơn vị ghi: hội nghị quán triệt (QT), việc nổi bật (NB), dư luận theo chủ đề (DL), cuộc kiểm tra, "
    "giám sát (KT), sơ kết, tổng kết (ST), người liên hệ (LH).",
)
