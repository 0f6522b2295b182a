"""The tables the office sets up once a year: units, deadlines, holidays, indicators, rules, settings."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.model.indicators import OverTime, OverUnits, Type
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.model.schema.columns import CHANGE, FIELDS, Cell, Column, Table

LETTERS: Final = ", ".join(Kind)
CALLED: Final = ", ".join(kind.facts.called for kind in Kind)
UNITS = Table(
    "tblDonVi",
    "Đơn vị",
    (
        Column("Mã", "code", width=11, required=True),
        Column("Tên", "name", Cell.LONG, 52, required=True),
        Column("Loại", "kind", width=11, choices=("đảng bộ", "chi bộ")),
        Column("Tên khác", "aliases", Cell.WORDS, 34, advice="Các tên viết tắt, cách nhau bằng dấu ;"),
        Column("Email", "email", width=30, advice="Nhiều địa chỉ cách nhau bằng dấu ;"),
        Column("Gồm chỉ tiêu", "covers", Cell.WORDS, 22, advice="Để trống: mọi chỉ tiêu. Hoặc: KG101; KG102"),
        Column("Từ ngày", "valid_from", Cell.DATE, 12, advice="Ngày thành lập, nếu trong năm", since=2),
        Column(
            "Đến ngày", "valid_to", Cell.DATE, 12, since=2,
            advice="Ngày giải thể, sáp nhập: kỳ kết thúc sau ngày này không phải nộp",
        ),
        Column("Tên trước", "former_name", Cell.LONG, 34, advice="Tên trước khi đổi tên trong năm", since=4),
        Column("Đổi tên từ", "renamed_on", Cell.DATE, 12, advice="Ngày tên mới có hiệu lực", since=4),
        Column("Nhập vào", "merged_into", width=11, source="tblDonVi[Mã]", since=4),
        Column(
            "Bộ phận của", "part_of", width=11, source="tblDonVi[Mã]", since=4,
            advice="Mã đơn vị mà tổ chức này là một bộ phận; số của đơn vị là tổng các bộ phận",
        ),
        Column(
            "Sao gửi", "email_above", width=30, since=6,
            advice="Địa chỉ nhận bản sao thư đôn đốc khi quá hạn đã một tuần; để trống: không sao gửi",
        ),
    ),
    "Danh sách đơn vị phải báo cáo; mỗi đơn vị một mã riêng, không đổi trong năm.",
    typed=True,
    last_printed="covers",
)  # fmt: skip
DEADLINES = Table(
    "tblThoiHan",
    "Thời hạn",
    (
        Column("Kỳ", "period", width=11, required=True),
        Column("Từ ngày", "starts", Cell.DATE, 12, required=True),
        Column("Đến ngày", "ends", Cell.DATE, 12, required=True),
        Column("Hạn đơn vị", "unit_due", Cell.DATE, 12, required=True),
        Column("Hạn báo cáo", "report_due", Cell.DATE, 12, required=True),
        Column("Hạn khóa", "closes", Cell.DATE, 12, required=True),
        Column("Ghi chú", "note", Cell.LONG, 55),
        CHANGE,
    ),
    "Kỳ báo cáo và thời hạn, đã dời khỏi ngày nghỉ; sửa trực tiếp khi cấp trên quy định khác.",
    typed=True,
    last_printed="note",
)
HOLIDAYS = Table(
    "tblNgayNghi",
    "Ngày nghỉ",
    (
        Column("Ngày", "day", Cell.DATE, 12, required=True),
        Column("Tên", "name", width=40),
        Column("Loại", "kind", width=12, required=True, choices=("nghỉ", "làm bù")),
        Column("Nguồn", "source", Cell.LONG, 55),
    ),
    "Ngày nghỉ lễ và ngày làm bù; thêm hoặc xóa dòng theo thông báo hằng năm.",
    typed=True,
)
INDICATORS = Table(
    "tblChiTieu",
    "Chỉ tiêu",
    (
        Column("Mã", "code", width=9, required=True),
        Column("Chỉ tiêu", "label", Cell.LONG, 60, required=True),
        Column("Đơn vị tính", "unit", width=21),
        Column("Kiểu", "type", width=11, required=True, choices=tuple(Type)),
        Column("Mục", "section", width=9),
        Column("Lĩnh vực", "field", Cell.LONG, 24, choices=FIELDS),
        *(Column(kind, kind, Cell.MARK, 5, choices=("x",), since=kind.facts.since) for kind in Kind),
        Column("Theo thời gian", "over_time", width=15, required=True, choices=tuple(OverTime)),
        Column("Theo đơn vị", "over_units", width=22, required=True, choices=tuple(OverUnits)),
        Column("Công thức", "formula", width=20),
        Column("Ghi chú", "note", Cell.LONG, 50),
        Column("Áp dụng từ", "valid_from", Cell.DATE, 12, advice="Để trống: từ đầu năm", since=2),
        Column("Áp dụng đến", "valid_to", Cell.DATE, 12, advice="Để trống: đến hết năm", since=2),
        Column("Tên ngắn", "short", Cell.LONG, 22, advice="Ghi ở đầu cột của «Số liệu»", since=4),
        Column("Định nghĩa", "definition", Cell.LONG, 50, advice="Một câu in trên biểu mẫu", since=4),
        Column(
            "Hỏi khi",
            "asked_when",
            width=9,
            since=4,
            advice="Mã chỉ tiêu phải lớn hơn 0 thì ô này mới cần trả lời; để trống: luôn cần",
        ),
        Column("Kế hoạch ở", "plan", width=9, advice="Mã chỉ tiêu ghi kế hoạch cả năm của nó", since=4),
        Column(
            "Mang sang năm",
            "over_year",
            Cell.MARK,
            7,
            choices=("x",),
            since=4,
            advice="x: số cuối kỳ còn đúng khi sang năm sau, đơn vị chưa báo thì lấy số năm trước",
        ),
        Column(
            "Tên trong báo cáo", "report_label", Cell.LONG, 40, advice="Để trống: như «Chỉ tiêu»", since=5
        ),
        Column(
            "Câu trong báo cáo",
            "sentence",
            Cell.LONG,
            50,
            since=5,
            advice="Mã chỉ tiêu có câu mẫu, hoặc câu riêng với {n} là số; để trống: câu của chính nó",
        ),
    ),
    f"Chỉ tiêu hỏi các đơn vị; {LETTERS}: hỏi trong kỳ {CALLED}.",
    typed=True,
    last_printed=tuple(Kind)[-1],
)
COMPARED: Final = ("=", "<=", ">=", "trong khoảng", "cùng có", "kéo theo")
RULES = Table(
    "tblQuyTac",
    "Quy tắc",
    (
        Column("Mã", "code", width=6, required=True),
        Column(
            "Vế trái", "left", width=25, required=True,
            advice="Mã chỉ tiêu, số, phép tính, hàm; xem hướng dẫn, mục Viết quy tắc",
        ),
        Column("So sánh", "comparison", width=13, required=True, choices=COMPARED),
        Column("Vế phải", "right", width=28, required=True),
        Column("Ô trống", "blanks", width=10, choices=("bỏ qua", "coi là 0"), advice="Khi có ô chưa điền"),
        Column("Mức", "severity", width=14, required=True, choices=("lỗi", "cần giải trình")),
        Column(
            "Trạng thái", "status", width=10, required=True, choices=("thử", "bật", "tắt"),
            advice="thử: chỉ ghi nhận, không trả lại, không hỏi đơn vị",
        ),
        Column("Kỳ", "kinds", width=9, advice=f"Để trống: mọi kỳ. Hoặc: {'; '.join(Kind)}"),
        Column("Thông báo", "message", Cell.LONG, 45, required=True),
    ),
    "Quy tắc kiểm tra số liệu của một biểu; sửa, tắt hoặc thêm dòng tại đây.",
    typed=True,
)  # fmt: skip
JOURNAL = Table(
    "tblNhatKy",
    "Nhật ký",
    (
        Column("Lúc", "moment", Cell.MOMENT, 17),
        Column("Thao tác", "action", width=24),
        Column("Kỳ", "period", width=11),
        Column("Kết quả", "result", Cell.LONG, 76),
        Column("Bản trước", "backup", Cell.LONG, 34),
    ),
    "Mỗi lần bấm nút một dòng; «Bản trước» là bản sao giữ lại trước khi thay đổi sổ.",
)
SETTINGS = Table(
    "tblCauHinh",
    "Cấu hình",
    (
        Column("Khóa", "key", width=26, required=True),
        Column("Giá trị", "value", Cell.LONG, 56),
        Column("Giải thích", "help", Cell.LONG, 80),
    ),
    "Các lựa chọn của cơ quan; chỉ sửa cột «Giá trị».",
    typed=True,
)
