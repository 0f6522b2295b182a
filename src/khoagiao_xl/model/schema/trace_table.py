"""The table of a trace: one figure walked back to the cells that it is made of."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.model.schema.columns import Cell, Column, Table

OPEN: Final = '=IF({copy}="","",HYPERLINK({copy},"mở tệp"))'
TRACE: Final = Table(
    "tblTruyVet",
    "Truy vết",
    (
        Column("Kỳ", "period", width=10, since=4),
        Column("Mã", "code", width=7, since=4),
        Column("Mã đơn vị", "unit", width=10, since=4),
        Column("Đơn vị", "unit_name", Cell.LONG, 34, since=4),
        Column("Trạng thái", "state", Cell.LONG, 14, since=4),
        Column("Giá trị", "value", Cell.NUMBER, 10, since=4),
        Column("Mang sang", "carried", Cell.MARK, 9, since=4),
        Column("Tệp", "file", Cell.LONG, 26, since=4),
        Column("Mở tệp", "link", Cell.LINK, 8, formula=OPEN, since=4),
        Column("Trang", "sheet", width=10, since=4),
        Column("Ô", "cell", width=6, since=4),
        Column("Trong ô", "raw", Cell.LONG, 10, since=4),
        Column("Phiên bản", "version", Cell.NUMBER, 9, since=4),
        Column("Ghi chú", "remark", Cell.LONG, 34, since=4),
        # Right of what is printed.
        Column("Nhận lúc", "received", Cell.MOMENT, 16, since=4),
        Column("Bản sao", "copy", Cell.LONG, 30, since=4),
        Column("SHA-256", "sha256", Cell.HASH, 14, since=4),
    ),
    "Mọi ô làm nên một số: đứng ở số ấy trên «Tổng hợp», «Số liệu» rồi bấm nút ở đầu trang.",
    last_printed="remark",
)
