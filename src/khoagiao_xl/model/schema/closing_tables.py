"""The tables of closed periods: what was frozen with each, and what changed after it."""

from __future__ import annotations

from dataclasses import replace

from khoagiao_xl.model.closing_records import Frozen
from khoagiao_xl.model.schema.columns import PERIOD, Cell, Column, Table

_PERIOD = replace(PERIOD, since=4)
_ROUND = Column("Lần", "round", Cell.NUMBER, 6, since=4)
CLOSINGS = Table(
    "tblSoChot",
    "Sổ chốt",
    (
        _PERIOD,
        _ROUND,
        Column("Loại", "kind", width=11, choices=tuple(Frozen), since=4),
        Column("Mã", "code", width=9, since=4),
        Column("Đơn vị", "unit", width=10, since=4),
        Column("Nội dung", "text", Cell.LONG, 46, since=4),
        Column("Giá trị", "value", Cell.LONG, 15, since=4),
        Column("Số đơn vị", "coverage", width=8, since=4),
        Column("Lúc", "moment", Cell.MOMENT, 15, since=4),
        Column("Người", "person", Cell.LONG, 13, since=4),
        Column("Lý do", "reason", Cell.LONG, 14, since=4),
        Column("SHA-256", "sha256", Cell.HASH, 14, since=4),
    ),
    "Những gì mỗi kỳ được chốt với; lọc theo Kỳ, Lần, Loại để xem. Không xóa dòng.",
    last_printed="reason",
    grouped_from="sha256",
)
LATER_CHANGES = Table(
    "tblThayDoi",
    "Thay đổi sau chốt",
    (
        _PERIOD,
        _ROUND,
        Column("Mã đơn vị", "unit", width=9, since=4),
        Column("Mã", "code", width=8, since=4),
        Column("Chỉ tiêu", "label", Cell.LONG, 28, since=4),
        Column("Số đã chốt", "frozen", Cell.LONG, 12, since=4),
        Column("Số mới", "now", Cell.LONG, 12, since=4),
        Column("Chênh lệch", "difference", Cell.NUMBER, 10, signed=True, since=4),
        Column("Tổng đã chốt", "frozen_total", Cell.NUMBER, 11, since=4),
        Column("Tổng mới", "new_total", Cell.NUMBER, 11, since=4),
        Column("Tệp", "file", Cell.LONG, 17, since=4),
        Column("Ghi nhận lúc", "noted_at", Cell.MOMENT, 15, since=4),
        Column("Nêu ở kỳ", "stated_in", Cell.WORDS, 10, since=4),
    ),
    "Số liệu hiện nay khác lúc chốt kỳ ở đâu; đơn vị để trống: tổng đổi do số mang từ kỳ khác sang.",
)
