"""The tables of the plan: tasks, directives, reviews, their steps, deadlines by day, where it came from."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from khoagiao_xl.model.schema.columns import (
    ACCEPTED,
    CHANGE,
    CONFIDENCE,
    DROPPED,
    FIELDS,
    PROPOSED,
    ROW_CODE,
    TAKE_NEW,
    WORK_STATUSES,
    Cell,
    Column,
    Table,
)

PLAN_STATUSES: Final = (*WORK_STATUSES, TAKE_NEW)
# The first layout with the office's own programme: who is in charge, how far it is, what came out of it.
_PROGRAMME: Final = 7
_IN_CHARGE: Final = Column(
    "Phụ trách",
    "in_charge",
    Cell.WORDS,
    16,
    source="tblPhuTrach[Tên]",
    is_open=True,
    since=_PROGRAMME,
    advice="Chuyên viên hoặc phòng làm việc này; nhiều người thì cách nhau dấu «;»",
)
_LEADER: Final = Column(
    "Lãnh đạo chỉ đạo",
    "leader",
    Cell.WORDS,
    16,
    source="tblPhuTrach[Tên]",
    is_open=True,
    since=_PROGRAMME,
)
_EVIDENCE: Final = Column(
    "Tệp, liên kết",
    "evidence",
    Cell.LONG,
    24,
    since=_PROGRAMME,
    advice="Nơi để sản phẩm: tên tệp (tính từ thư mục của sổ) hoặc địa chỉ trên mạng",
)
TASKS = Table(
    "tblKeHoach",
    "Kế hoạch",
    (
        Column("Mã", "code", width=7, required=True),
        Column("Mục", "section", width=8),
        Column("Lĩnh vực", "field", Cell.LONG, 16, choices=FIELDS),
        Column("Nhiệm vụ", "text", Cell.LONG, 43, required=True),
        Column("Chủ trì", "lead", Cell.LONG, 16),
        Column("Phối hợp", "support", Cell.LONG, 16),
        Column("Văn bản", "directives", Cell.WORDS, 11),
        Column("Hạn", "due", Cell.DATE, 11),
        Column("Định kỳ", "recurrence", Cell.LONG, 9),
        Column("Sản phẩm", "output", Cell.LONG, 12),
        Column("Trạng thái", "status", width=11, choices=PLAN_STATUSES),
        _IN_CHARGE,
        _LEADER,
        Column("Bắt đầu", "start", Cell.DATE, 11, since=_PROGRAMME),
        Column("Tiến độ (%)", "progress", Cell.NUMBER, 9, since=_PROGRAMME, advice="Từ 0 đến 100"),
        Column("Tình hình, kết quả", "standing", Cell.LONG, 30, since=_PROGRAMME),
        Column(
            "Số sản phẩm",
            "product_number",
            width=14,
            since=_PROGRAMME,
            advice="Số, ký hiệu của văn bản là sản phẩm",
        ),
        Column("Ngày sản phẩm", "product_day", Cell.DATE, 12, since=_PROGRAMME),
        _EVIDENCE,
        Column("Nội dung cụ thể", "parts", Cell.LONG, 60),
        Column("Trích nguồn", "source", Cell.LONG, 70),
        Column("Hạn bằng lời", "due_words", Cell.LONG, 16),
        Column(
            "Từ văn bản",
            "origins",
            Cell.LONG,
            22,
            since=_PROGRAMME,
            advice="Chương trình ghi: mọi văn bản đã nạp cùng nêu việc này",
        ),
        CONFIDENCE,
        CHANGE,
    ),
    "Nhiệm vụ của năm, đề xuất từ văn bản hướng dẫn; sửa trực tiếp và chọn trạng thái «nhận» khi đồng ý.",
    typed=True,
    last_printed="status",
)
DIRECTIVES = Table(
    "tblVanBan",
    "Văn bản",
    (
        Column("Số, ký hiệu", "symbol", width=15, required=True),
        Column("Loại", "kind", width=13),
        Column("Ngày ban hành", "issued", Cell.DATE, 13),
        Column("Cơ quan ban hành", "issuer", Cell.LONG, 26),
        Column("Trích yếu", "subject", Cell.LONG, 64),
        Column("Mục", "section", Cell.LONG, 9),
        Column("Trạng thái", "status", width=11, choices=(PROPOSED, ACCEPTED, TAKE_NEW, DROPPED)),
        Column("Ghi chú", "note", Cell.LONG, 70),
        Column("Trích nguồn", "source", Cell.LONG, 90),
        CONFIDENCE,
        CHANGE,
        ROW_CODE,
    ),
    "Các văn bản mà hướng dẫn viện dẫn; «bỏ»: không đưa vào biểu mẫu và báo cáo.",
    typed=True,
    last_printed="status",
)
REGISTER = Table(
    "tblDanhMuc",
    "Danh mục văn bản",
    (
        Column("Số, ký hiệu", "symbol", width=17, required=True),
        Column("Loại", "kind", width=13),
        Column("Ngày ban hành", "issued", Cell.DATE, 12),
        Column("Cơ quan ban hành", "issuer", Cell.LONG, 24),
        Column("Khóa", "term", width=6),
        Column("Tên chính thức", "official_title", Cell.LONG, 46),
        Column("Cấp", "level", width=11, choices=("Trung ương", "Tỉnh")),
        Column("Văn bản mới hơn", "later", Cell.LONG, 30),
        Column("Kiểm chứng", "verification", width=16),
        Column("Ghi chú", "note", Cell.LONG, 40),
    ),
    "Tên chính thức và văn bản thay thế, dùng để đối chiếu khi nạp hướng dẫn; thêm dòng khi biết thêm.",
    typed=True,
    last_printed="later",
)
REVIEWS = Table(
    "tblSoTongKet",
    "Sơ kết, tổng kết",
    (
        Column("Loại", "kind", width=11, required=True, choices=("Sơ kết", "Tổng kết")),
        Column("Số năm", "years", Cell.NUMBER, 9),
        Column("Số, ký hiệu", "symbol", width=15, required=True),
        Column("Ngày tròn", "anniversary", Cell.DATE, 12),
        Column("Trích nguồn", "source", Cell.LONG, 52),
        Column("Lĩnh vực", "field", Cell.LONG, 22, choices=FIELDS),
        Column("Chủ trì", "lead", Cell.LONG, 22),
        Column("Trạng thái", "status", width=11, choices=PLAN_STATUSES),
        Column(
            "Số báo cáo",
            "report_number",
            width=13,
            since=5,
            advice="Số, ký hiệu của báo cáo sơ kết, tổng kết",
        ),
        Column("Ngày báo cáo", "reported_on", Cell.DATE, 12, since=5),
        _IN_CHARGE,
        _LEADER,
        _EVIDENCE,
        Column("Ghi chú", "note", Cell.LONG, 40),
        CONFIDENCE,
        CHANGE,
        ROW_CODE,
    ),
    "Các cuộc sơ kết, tổng kết phải làm; ngày tròn = ngày ban hành + số năm.",
    typed=True,
    last_printed="status",
)
SAMPLE_REVIEW: Final = "MẪU"
STEP_STATUSES: Final = ("chưa làm", "đang làm", "xong", DROPPED)
REVIEW_STEPS = Table(
    "tblBuoc",
    "Bước sơ kết, tổng kết",
    (
        Column(
            "Mã cuộc",
            "review",
            width=10,
            required=True,
            advice="Mã ở trang «Sơ kết, tổng kết»; MẪU: cho mọi cuộc mới",
        ),
        Column("Bước", "order", Cell.NUMBER, 7, required=True),
        Column("Nội dung", "text", Cell.LONG, 42, required=True),
        Column(
            "Số ngày trước mốc", "days_before", Cell.NUMBER, 12, signed=True, advice="Số âm: sau ngày tròn"
        ),
        Column("Hạn", "due", Cell.DATE, 12),
        Column("Cuộc", "title", Cell.LONG, 34),
        Column("Trạng thái", "status", width=13, choices=STEP_STATUSES),
        replace(_IN_CHARGE, advice="Để trống: người phụ trách cả cuộc"),
        Column("Ngày xong", "done_on", Cell.DATE, 12, since=_PROGRAMME),
        _EVIDENCE,
        CHANGE,
        ROW_CODE,
    ),
    "Các bước của từng cuộc; sửa dòng MẪU rồi nạp lại hướng dẫn thì các bước chưa ai sửa đổi theo.",
    typed=True,
    last_printed="status",
)
ROLES: Final = ("lãnh đạo", "phòng", "chuyên viên")
ASSIGNEES = Table(
    "tblPhuTrach",
    "Người phụ trách",
    (
        Column("Tên", "name", width=26, required=True, since=_PROGRAMME),
        Column("Vai trò", "role", width=14, choices=ROLES, since=_PROGRAMME),
        Column("Email", "email", Cell.NAME, 30, since=_PROGRAMME),
        Column("Ghi chú", "note", Cell.LONG, 50, since=_PROGRAMME),
    ),
    "Lãnh đạo, phòng, chuyên viên của cơ quan; các cột «Phụ trách», «Lãnh đạo chỉ đạo» chọn ở đây.",
    typed=True,
)
CALENDAR = Table(
    "tblLichHan",
    "Lịch hạn",
    (
        Column("Ngày", "day", Cell.DATE, 12),
        Column("Thứ", "weekday", width=10),
        Column("Loại", "kind", width=20),
        Column("Việc", "text", Cell.LONG, 76),
        Column("Chủ trì", "lead", Cell.LONG, 32),
        Column("Mã", "code", width=10),
    ),
    "Mọi hạn của năm theo ngày; ghi lại mỗi lần nạp hướng dẫn hoặc kiểm tra kế hoạch.",
)
SOURCES = Table(
    "tblNguon",
    "Văn bản nguồn",
    (
        Column("Mã", "code", width=8),
        Column("Tệp", "file", Cell.LONG, 32),
        Column("Số, ký hiệu", "symbol", width=16),
        Column("Tên", "title", Cell.LONG, 44),
        Column("Năm", "year", Cell.TEXT, 8),
        Column("Cơ quan ban hành", "issuer", Cell.LONG, 32),
        Column("Nạp lúc", "moment", Cell.MOMENT, 17),
        Column("SHA-256", "sha256", width=20),
    ),
    "Các văn bản hướng dẫn đã nạp; nạp bản sửa của cùng một văn bản thì đối chiếu với lần trước.",
    last_printed="moment",
    grouped_from="sha256",
)
PROPOSALS = Table(
    "tblDeXuat",
    "Đề xuất",
    (
        Column("Nguồn", "source", width=8),
        Column("Bảng", "table", width=14),
        Column("Mã", "code", width=10),
        Column("Khóa", "key", width=24),
        Column("Cột", "column", width=20),
        Column("Nội dung", "text", Cell.LONG, 70),
        Column("Còn trong văn bản", "present", Cell.FLAG, 11),
    ),
    "Từng ô mà văn bản đã đề xuất, để lần nạp sau biết ô nào người dùng đã sửa.",
)
