"""The table of hot issues: what arose, where, how grave, who deals with it, until when, what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from khoagiao_xl.model.hot_issues import IssueLevel, IssueSource
from khoagiao_xl.model.schema.columns import CHANGE, FIELDS, UNIT, Cell, Column, Table

LAYOUT: Final = 4  # the first that has this table
COLUMNS: Final = (
    Column("Mã", "code", width=8, advice="Để trống: chương trình đặt khi tiếp nhận báo cáo"),
    Column("Ngày", "day", Cell.DATE, 11, required=True, advice="Ngày xảy ra hoặc ngày nắm được"),
    UNIT,
    Column("Lĩnh vực", "field", Cell.LONG, 13, choices=FIELDS),
    Column("Nội dung", "text", Cell.LONG, 36, required=True),
    Column("Mức", "level", width=9, choices=tuple(IssueLevel)),
    Column("Nguồn", "source", width=9, choices=tuple(IssueSource)),
    Column("Người, cơ quan xử lý", "handler", Cell.LONG, 16, advice="Ghi chức danh, cơ quan"),
    Column("Hạn xử lý", "due", Cell.DATE, 11),
    Column("Kết quả", "result", Cell.LONG, 24),
    Column("Ngày xong", "closed_on", Cell.DATE, 11, advice="Để trống: chưa giải quyết xong"),
    Column("Đề nghị", "proposal", Cell.LONG, 30),
    Column("Liên hệ", "contact", Cell.LONG, 18),
    Column("Ngày báo", "reported", Cell.DATE, 11, advice="Ngày Ban nhận được tin"),
    Column("Tệp", "files", Cell.WORDS, 24),
    Column("SHA-256", "sha256", Cell.WORDS, 14, advice="Chương trình ghi; không sửa"),
    replace(CHANGE, advice="Chương trình ghi khi nhận tin sửa, bổ sung; xem rồi xóa"),
)
ISSUES: Final = Table(
    "tblVanDe",
    "Vấn đề nổi cộm",
    tuple(replace(column, since=LAYOUT) for column in COLUMNS),
    "Tin nhanh của đơn vị vào đây khi tiếp nhận; thêm dòng, sửa, ghi Kết quả và Ngày xong tại đây.",
    typed=True,
    last_printed="closed_on",
)
