"""The tables of a period: duties, files, findings, waivers, figures, words, totals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.records import State
from khoagiao_xl.model.schema.columns import PERIOD, UNIT, Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.indicators import Indicator

DUTIES = Table(
    "tblTiepNhan",
    "Tiếp nhận",
    (
        PERIOD,
        UNIT,
        Column("Tên đơn vị", "unit_name", Cell.LONG, 35, since=3),
        Column("Trạng thái", "state", Cell.LONG, 15, choices=tuple(State)),
        Column("Đúng hạn", "on_time", Cell.FLAG, 8),
        Column("Trễ (ngày)", "days_late", Cell.NUMBER, 8, since=3),
        Column("Tệp", "file", Cell.NAME, 20),
        Column("Nhận lúc", "received", Cell.MOMENT, 16),
        Column("Phiên bản", "version", Cell.NUMBER, 8),
        Column("Lý do", "reason", Cell.LONG, 30, since=3),
        Column("Quy tắc", "rule", width=9, since=3),
        Column("Miễn trừ đã dùng", "waived", Cell.WORDS, 16, since=4),
        Column("SHA-256", "sha256", Cell.HASH, 14),
    ),
    "Mỗi đơn vị, mỗi kỳ một dòng; chương trình ghi khi bấm «Tiếp nhận báo cáo».",
    last_printed="reason",
    grouped_from="rule",
)
ARRIVALS = Table(
    "tblTepNhan",
    "Tệp nhận",
    (
        PERIOD,
        Column("Tệp", "file", Cell.LONG, 27),
        Column("Thư, gói", "container", Cell.LONG, 18, since=3),
        Column("Mã đơn vị", "unit", width=9),
        Column("Đoán theo", "guessed_by", Cell.LONG, 10, since=3),
        Column("Kết quả", "verdict", Cell.LONG, 13),
        Column("Nhận lúc", "received", Cell.MOMENT, 16),
        Column("Phiên bản", "version", Cell.NUMBER, 9),
        Column("Lý do", "reason", Cell.LONG, 29),
        Column("Đã xong", "closed", Cell.LONG, 20, since=3),
        Column("SHA-256", "sha256", Cell.HASH, 14),
    ),
    "Mọi tệp đã đến hộp thư, kể cả tệp không dùng được, nằm trong thư hay gói nào, lý do; "
    "«Đã xong»: vì sao không còn phải làm gì.",
    last_printed="closed",
    grouped_from="sha256",
)
# Jumps to the cell, or to the first of «21 ô: E5; E6; ...»; only the master's own cells have no file.
_FIRST_CELL: Final = 'TRIM(RIGHT(SUBSTITUTE(LEFT({cell},FIND(";",{cell}&";")-1)," ",REPT(" ",30)),30))'
LINK: Final = '=IF(OR({cell}="",{file}<>""),"",HYPERLINK("#\'"&{sheet}&"\'!"&' + _FIRST_CELL + ',"mở ô"))'
FINDINGS = Table(
    "tblLoi",
    "Lỗi",
    (
        PERIOD,
        Column("Mã đơn vị", "unit", width=11),
        Column("Tệp", "file", Cell.LONG, 20),
        Column("Trang", "sheet", Cell.LONG, 13),
        Column("Ô", "cell", Cell.LONG, 9),
        Column("Đến ô", "link", Cell.LINK, 7, formula=LINK),
        Column("Quy tắc", "rule", width=9),
        Column("Mức", "severity", width=13),
        Column("Thông báo", "message", Cell.LONG, 68),
    ),
    "Lỗi, câu hỏi và các chỗ chương trình đã tự sửa khi đọc biểu, từng ô một; «mở ô» đi đến ô sai trong sổ.",
)
WAIVED_RULES: Final = "Mã quy tắc; GIA-HAN: gia hạn nộp; MIEN-NOP: miễn nộp; SUA-TAY: tính số sửa tay"
WAIVERS = Table(
    "tblMienTru",
    "Miễn trừ",
    (
        PERIOD,
        UNIT,
        Column("Quy tắc", "rule", width=11, required=True, advice=WAIVED_RULES),
        Column("Chỉ tiêu", "indicator", width=11),
        Column("Lý do", "reason", Cell.LONG, 62, required=True),
        Column("Người cho phép", "allowed_by", width=24, required=True, advice="Ghi chức danh, cơ quan"),
        Column("Đến hết", "until", Cell.DATE, 12, required=True),
    ),
    "GIA-HAN: gia hạn nộp; MIEN-NOP: miễn nộp; mã quy tắc (R05): chấp nhận sai lệch đó. "
    "Ví dụ: 2026-M03, SYT, GIA-HAN, lý do, ai cho phép, 25/3/2026.",
    typed=True,
)  # fmt: skip
_NAME_OF_UNIT: Final = '=IFERROR(INDEX(kgDonViTen,MATCH({unit},dsDonVi,0)),"")'
FIGURES = Table(
    "tblSoLieu",
    "Số liệu",
    (PERIOD, UNIT, Column("Tên đơn vị", "unit_name", Cell.NAME, 30, formula=_NAME_OF_UNIT, since=4)),
    "Số liệu đã nhận, mỗi đơn vị mỗi kỳ một dòng; ô trống là chưa báo cáo, không phải số 0.",
)
NARRATIVES = Table(
    "tblThuyetMinh",
    "Thuyết minh",
    (PERIOD, UNIT, Column("Mã", "code", width=9), Column("Nội dung", "text", Cell.LONG, 110)),
    "Phần lời văn của các đơn vị.",
)
TOTALS = Table(
    "tblTongHop",
    "Tổng hợp",
    (
        PERIOD,
        Column("Mã", "code", width=7),
        Column("Chỉ tiêu", "label", Cell.LONG, 45),
        Column("Đơn vị tính", "unit_of_measure", Cell.LONG, 12),
        Column("Kỳ này", "value", Cell.NUMBER, 10),
        Column("Lũy kế", "to_date", Cell.NUMBER, 10),
        Column("Kỳ trước", "previous", Cell.NUMBER, 10),
        Column("Cùng kỳ năm trước", "last_year", Cell.NUMBER, 12),
        Column("Số đơn vị", "coverage", width=8),
        Column("Tạm tính", "provisional", Cell.FLAG, 7),
        Column("Ghi chú", "note", Cell.LONG, 30),
        Column("Chưa đủ", "partial", Cell.WORDS, 40),
        # Right of what is printed: the same as data, which the program reads and which filters can use.
        Column("Mục", "section", width=9, since=2),
        Column("Lĩnh vực", "field", Cell.LONG, 24, since=2),
        Column("Có số", "counted", Cell.NUMBER, 8, since=2),
        Column("Phải báo cáo", "owing", Cell.NUMBER, 9, since=2),
        Column("Lũy kế: kỳ thiếu", "to_date_lacking", Cell.WORDS, 20, since=2),
        Column("Kỳ trước: có số", "previous_counted", Cell.NUMBER, 10, since=2),
        Column("Kỳ trước: phải báo cáo", "previous_owing", Cell.NUMBER, 12, since=2),
        Column("Cùng kỳ: có số", "last_year_counted", Cell.NUMBER, 10, since=2),
        Column("Cùng kỳ: phải báo cáo", "last_year_owing", Cell.NUMBER, 12, since=2),
        Column("Mang sang", "carried", Cell.NUMBER, 10, since=4),
        Column("Mang sang: số đơn vị", "carried_units", Cell.NUMBER, 10, since=4),
        Column("Mang sang từ", "carried_from", Cell.WORDS, 20, since=4),
        Column("Không thuộc", "not_applicable", Cell.NUMBER, 9, since=4),
        Column("Cùng báo kỳ trước", "previous_both", Cell.NUMBER, 10, since=4),
        Column("Kỳ trước, cùng đơn vị", "previous_then", Cell.NUMBER, 11, since=4),
        Column("Kỳ này, cùng đơn vị kỳ trước", "previous_now", Cell.NUMBER, 11, since=4),
        Column("Cùng báo năm trước", "last_year_both", Cell.NUMBER, 10, since=4),
        Column("Năm trước, cùng đơn vị", "last_year_then", Cell.NUMBER, 11, since=4),
        Column("Kỳ này, cùng đơn vị năm trước", "last_year_now", Cell.NUMBER, 11, since=4),
        Column("Có kế hoạch", "plan_units", Cell.NUMBER, 9, since=4),
        Column("Kế hoạch", "plan_value", Cell.NUMBER, 9, since=4),
        Column("Làm theo kế hoạch", "plan_done", Cell.NUMBER, 9, since=4),
        Column("Lũy kế: có số", "to_date_counted", Cell.NUMBER, 10, since=4),
        Column("Lũy kế: phải báo cáo", "to_date_owing", Cell.NUMBER, 12, since=4),
        Column("Đối chiếu kỳ con", "breaks", Cell.WORDS, 34, since=4),
        Column("Ước", "estimated", Cell.FLAG, 7, since=4),
    ),
    "Số tổng hợp toàn đảng bộ; «Số đơn vị» cho biết bao nhiêu đơn vị có số trên tổng số phải báo cáo.",
    last_printed="note",
    grouped_from="section",
)


def _figure_column(indicator: Indicator) -> Column:
    code = indicator.code
    cell = Cell.NUMBER if indicator.is_numeric else Cell.TEXT
    return Column(
        name=code,
        field=code,
        cell=cell,
        width=10,
        advice=indicator.label,
    )


def figures_table(indicators: Iterable[Indicator]) -> Table:
    """Return tblSoLieu with one column per indicator that is not running text."""
    own = tuple(_figure_columns(indicators))
    columns = FIGURES.columns + own
    return replace(FIGURES, columns=columns)


def _figure_columns(indicators: Iterable[Indicator]) -> Iterator[Column]:
    for item in indicators:
        if item.type is not Type.TEXT:
            yield _figure_column(item)
