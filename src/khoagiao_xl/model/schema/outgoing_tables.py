"""The tables beside the report: the office's own words in it, and the documents that the office sends out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from khoagiao_xl.model.report_records import DOCUMENT_KINDS, ISSUING_BODIES, WORD_STATUSES, WordsOrigin
from khoagiao_xl.model.schema.columns import FIELDS, PERIOD, ROW_CODE, Cell, Column, Table
from khoagiao_xl.model.section_names import section_tags

LAYOUT: Final = 5  # the first that has these tables
_WORDS: Final = (
    replace(PERIOD, is_open=True, advice="Ví dụ: 2026-M03; sơ kết, tổng kết: so-ket 49-KL/TW 2026-H1"),
    Column(
        "Mục",
        "section",
        Cell.LONG,
        24,
        required=True,
        advice="Mục của báo cáo mà lời này đứng ở đó",
        choices=tuple(section_tags()),
    ),
    Column("Nội dung", "text", Cell.LONG, 90, required=True),
    Column("Đơn vị", "units", Cell.LONG, 26, advice="Đơn vị nêu việc ấy; để trống: lời của cơ quan"),
    Column("Nguồn", "origin", width=12, choices=tuple(WordsOrigin)),
    Column("Trạng thái", "status", width=11, choices=WORD_STATUSES),
    ROW_CODE,
)
_OUTGOING: Final = (
    Column("Loại", "kind", width=14, required=True, choices=DOCUMENT_KINDS),
    Column("Số", "number", Cell.NUMBER, 7, advice="Đánh liên tục từ 01 cho mỗi tên loại, trong một nhiệm kỳ"),
    Column("Ký hiệu", "symbol", width=13, advice="Ví dụ: BC/ĐUK"),
    Column("Ngày ban hành", "issued", Cell.DATE, 13),
    Column("Cơ quan ban hành", "issuer", width=14, choices=ISSUING_BODIES),
    Column("Trích yếu", "subject", Cell.LONG, 48, required=True),
    Column("Lĩnh vực", "field", Cell.LONG, 22, choices=FIELDS),
    Column("Báo cáo", "report", width=16, advice="Chương trình ghi: kỳ hoặc việc mà văn bản này trả lời"),
    Column("Tệp", "file", Cell.NAME, 26),
    Column("Ghi chú", "note", Cell.LONG, 30),
)
OFFICE_WORDS: Final = Table(
    "tblLoiBaoCao",
    "Lời báo cáo",
    tuple(replace(column, since=LAYOUT) for column in _WORDS),
    "Lời của cơ quan trong báo cáo; câu chương trình đề xuất: chọn «nhận», sửa lại hoặc «bỏ».",
    typed=True,
    grouped_from="code",
)
OUTGOING: Final = Table(
    "tblVanBanDi",
    "Văn bản đi",
    tuple(replace(column, since=LAYOUT) for column in _OUTGOING),
    "Văn bản cơ quan đã ban hành về khoa giáo, số của từng loại; báo cáo lấy số, ngày ở đây.",
    typed=True,
    last_printed="field",
)
