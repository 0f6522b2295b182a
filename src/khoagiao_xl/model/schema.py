"""Every sheet, table and column of the master, said once.

Whoever draws the master, reads it, writes it, checks what people typed or explains it reads this table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import OverTime, OverUnits, Type
from khoagiao_xl.model.records import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.indicators import Indicator

DASHBOARD: Final = "Bảng điều khiển"
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


@dataclass(frozen=True)
class Column:
    """One column: its heading, the record field it carries, what it holds.

    choices: the values offered in a drop-down; source: the column «tblDonVi[Mã]» they come from instead.
    advice: one line shown beside the cell when it is chosen; signed: a number may be below zero.
    formula: what the column works out for itself, in every row the same; «{cell}» is the value of the
    column that carries the field `cell`, in the formula's own row.
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


@dataclass(frozen=True)
class Table:
    """One table on a sheet of its own. typed: people fill it in; else the program does, and says so."""

    name: str
    sheet: str
    columns: tuple[Column, ...]
    advice: str
    typed: bool = False

    def column_of(self, field: str) -> Column:
        """Return the column that carries the record field `field`."""
        return next(column for column in self.columns if column.field == field)

    @property
    def headings(self) -> tuple[str, ...]:
        """The column names from left to right."""
        return tuple(column.name for column in self.columns)

    @property
    def formulas(self) -> dict[str, str]:
        """Heading -> formula of the columns that work out their own values, which nobody hands in."""
        letters = dict(zip((column.field for column in self.columns), ascii_uppercase, strict=False))
        values = {field: f"INDEX(${letter}:${letter},ROW())" for field, letter in letters.items()}
        return {column.name: column.formula.format(**values) for column in self.columns if column.formula}


FIELDS: Final = (
    "Trí thức",
    "Giáo dục và đào tạo, giáo dục nghề nghiệp",
    "Khoa học, công nghệ và môi trường",
    "Xã hội",
    "Chung",
)
PERIOD = Column("Kỳ", "period", width=11, required=True, source="tblThoiHan[Kỳ]", advice="Ví dụ: 2024-M03")
UNIT = Column("Mã đơn vị", "unit", width=11, required=True, source="tblDonVi[Mã]")

PROPOSED: Final = "đề xuất"  # what the program wrote and nobody has accepted, changed or dropped yet
DROPPED: Final = "bỏ"
WORK_STATUSES: Final = (PROPOSED, "nhận", "đang làm", "xong", DROPPED)
CONFIDENCE = Column("Độ chắc", "confidence", width=11, choices=("chắc chắn", "khá chắc", "cần xem"))
CHANGE = Column(
    "Thay đổi", "change", Cell.LONG, 34, advice="Chương trình ghi khi nạp lại văn bản; xem rồi xóa"
)
ROW_CODE = Column("Mã", "code", width=9, advice="Chương trình đặt; không sửa")

TASKS = Table(
    "tblKeHoach",
    "Kế hoạch",
    (
        Column("Mã", "code", width=9, required=True),
        Column("Mục", "section", width=9),
        Column("Lĩnh vực", "field", Cell.LONG, 20, choices=FIELDS),
        Column("Nhiệm vụ", "text", Cell.LONG, 58, required=True),
        Column("Nội dung cụ thể", "parts", Cell.LONG, 48),
        Column("Trích nguồn", "source", Cell.LONG, 48),
        Column("Chủ trì", "lead", Cell.LONG, 22),
        Column("Phối hợp", "support", Cell.LONG, 22),
        Column("Văn bản", "directives", Cell.WORDS, 18),
        Column("Hạn bằng lời", "due_words", Cell.LONG, 16),
        Column("Hạn", "due", Cell.DATE, 12),
        Column("Định kỳ", "recurrence", Cell.LONG, 14),
        Column("Sản phẩm", "output", Cell.LONG, 20),
        Column("Trạng thái", "status", width=13, choices=WORK_STATUSES),
        CONFIDENCE,
        CHANGE,
    ),
    "Nhiệm vụ của năm, đề xuất từ văn bản hướng dẫn; sửa trực tiếp và chọn trạng thái «nhận» khi đồng ý.",
    typed=True,
)
DIRECTIVES = Table(
    "tblVanBan",
    "Văn bản",
    (
        Column("Số, ký hiệu", "symbol", width=15, required=True),
        Column("Loại", "kind", width=13),
        Column("Ngày ban hành", "issued", Cell.DATE, 13),
        Column("Cơ quan ban hành", "issuer", Cell.LONG, 30),
        Column("Trích yếu", "subject", Cell.LONG, 70),
        Column("Mục", "section", Cell.LONG, 12),
        Column("Trích nguồn", "source", Cell.LONG, 50),
        Column("Trạng thái", "status", width=13, choices=(PROPOSED, "nhận", DROPPED)),
        CONFIDENCE,
        Column("Ghi chú", "note", Cell.LONG, 45),
        CHANGE,
        ROW_CODE,
    ),
    "Các văn bản mà hướng dẫn viện dẫn; «bỏ»: không đưa vào biểu mẫu và báo cáo.",
    typed=True,
)
REGISTER = Table(
    "tblDanhMuc",
    "Danh mục văn bản",
    (
        Column("Số, ký hiệu", "symbol", width=17, required=True),
        Column("Loại", "kind", width=17),
        Column("Ngày ban hành", "issued", Cell.DATE, 13),
        Column("Cơ quan ban hành", "issuer", Cell.LONG, 30),
        Column("Khóa", "term", width=7),
        Column("Tên chính thức", "official_title", Cell.LONG, 70),
        Column("Cấp", "level", width=12, choices=("Trung ương", "Tỉnh")),
        Column("Văn bản mới hơn", "later", Cell.LONG, 40),
        Column("Kiểm chứng", "verification", width=16),
        Column("Ghi chú", "note", Cell.LONG, 40),
    ),
    "Tên chính thức và văn bản thay thế, dùng để đối chiếu khi nạp hướng dẫn; thêm dòng khi biết thêm.",
    typed=True,
)
REVIEWS = Table(
    "tblSoTongKet",
    "Sơ kết, tổng kết",
    (
        Column("Loại", "kind", width=11, required=True, choices=("Sơ kết", "Tổng kết")),
        Column("Số năm", "years", Cell.NUMBER, 9),
        Column("Số, ký hiệu", "symbol", width=15, required=True),
        Column("Ngày tròn", "anniversary", Cell.DATE, 12),
        Column("Lĩnh vực", "field", Cell.LONG, 30, choices=FIELDS),
        Column("Chủ trì", "lead", Cell.LONG, 24),
        Column("Trích nguồn", "source", Cell.LONG, 55),
        Column("Trạng thái", "status", width=13, choices=WORK_STATUSES),
        CONFIDENCE,
        Column("Ghi chú", "note", Cell.LONG, 40),
        CHANGE,
        ROW_CODE,
    ),
    "Các cuộc sơ kết, tổng kết phải làm; ngày tròn = ngày ban hành + số năm.",
    typed=True,
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
        CHANGE,
        ROW_CODE,
    ),
    "Các bước của từng cuộc; sửa dòng MẪU rồi nạp lại hướng dẫn thì các bước chưa ai sửa đổi theo.",
    typed=True,
)
CALENDAR = Table(
    "tblLichHan",
    "Lịch hạn",
    (
        Column("Ngày", "day", Cell.DATE, 12),
        Column("Thứ", "weekday", width=10),
        Column("Loại", "kind", width=20),
        Column("Việc", "text", Cell.LONG, 90),
        Column("Chủ trì", "lead", Cell.LONG, 40),
        Column("Mã", "code", width=10),
    ),
    "Mọi hạn của năm theo ngày; ghi lại mỗi lần nạp hướng dẫn hoặc kiểm tra kế hoạch.",
)
SOURCES = Table(
    "tblNguon",
    "Văn bản nguồn",
    (
        Column("Mã", "code", width=8),
        Column("Tệp", "file", Cell.LONG, 40),
        Column("Số, ký hiệu", "symbol", width=17),
        Column("Tên", "title", Cell.LONG, 50),
        Column("Năm", "year", Cell.TEXT, 8),
        Column("Cơ quan ban hành", "issuer", Cell.LONG, 40),
        Column("Nạp lúc", "moment", Cell.MOMENT, 17),
        Column("SHA-256", "sha256", width=20),
    ),
    "Các văn bản hướng dẫn đã nạp; nạp bản sửa của cùng một văn bản thì đối chiếu với lần trước.",
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
        Column("Nội dung", "text", Cell.LONG, 90),
        Column("Còn trong văn bản", "present", Cell.FLAG, 11),
    ),
    "Từng ô mà văn bản đã đề xuất, để lần nạp sau biết ô nào người dùng đã sửa.",
)
UNITS = Table(
    "tblDonVi",
    "Đơn vị",
    (
        Column("Mã", "code", width=11, required=True),
        Column("Tên", "name", Cell.LONG, 52, required=True),
        Column("Loại", "kind", width=11, choices=("đảng bộ", "chi bộ")),
        Column("Tên khác", "aliases", Cell.WORDS, 34, advice="Các tên viết tắt, cách nhau bằng dấu ;"),
        Column("Email", "email", width=30),
        Column("Gồm chỉ tiêu", "covers", Cell.WORDS, 22, advice="Để trống: mọi chỉ tiêu. Hoặc: KG101; KG102"),
    ),
    "Danh sách đơn vị phải báo cáo; mỗi đơn vị một mã riêng, không đổi trong năm.",
    typed=True,
)
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
        *(Column(kind, kind, Cell.MARK, 5, choices=("x",)) for kind in "MQHY"),
        Column("Theo thời gian", "over_time", width=15, required=True, choices=tuple(OverTime)),
        Column("Theo đơn vị", "over_units", width=22, required=True, choices=tuple(OverUnits)),
        Column("Công thức", "formula", width=20),
        Column("Ghi chú", "note", Cell.LONG, 50),
    ),
    "Chỉ tiêu hỏi các đơn vị; M, Q, H, Y: hỏi trong kỳ tháng, quý, 6 tháng, năm.",
    typed=True,
)
COMPARED: Final = ("=", "<=", ">=", "trong khoảng", "cùng có", "kéo theo")
RULES = Table(
    "tblQuyTac",
    "Quy tắc",
    (
        Column("Mã", "code", width=8, required=True),
        Column(
            "Vế trái", "left", width=28, required=True,
            advice="Mã chỉ tiêu, số, phép tính, hàm; xem hướng dẫn, mục Viết quy tắc",
        ),
        Column("So sánh", "comparison", width=14, required=True, choices=COMPARED),
        Column("Vế phải", "right", width=34, required=True),
        Column("Ô trống", "blanks", width=14, choices=("bỏ qua", "coi là 0"), advice="Khi có ô chưa điền"),
        Column("Mức", "severity", width=15, required=True, choices=("lỗi", "cần giải trình")),
        Column(
            "Trạng thái", "status", width=11, required=True, choices=("thử", "bật", "tắt"),
            advice="thử: chỉ ghi nhận, không trả lại, không hỏi đơn vị",
        ),
        Column("Kỳ", "kinds", width=12, advice="Để trống: mọi kỳ. Hoặc: M; Q; H; Y"),
        Column("Thông báo", "message", Cell.LONG, 60, required=True),
    ),
    "Quy tắc kiểm tra số liệu của một biểu; sửa, tắt hoặc thêm dòng tại đây.",
    typed=True,
)  # fmt: skip
DUTIES = Table(
    "tblTiepNhan",
    "Tiếp nhận",
    (
        PERIOD,
        UNIT,
        Column("Trạng thái", "state", width=24, choices=tuple(State)),
        Column("Đúng hạn", "on_time", Cell.FLAG, 10),
        Column("Tệp", "file", Cell.LONG, 44),
        Column("SHA-256", "sha256", width=20),
        Column("Nhận lúc", "received", Cell.MOMENT, 17),
        Column("Phiên bản", "version", Cell.NUMBER, 10),
    ),
    "Mỗi đơn vị, mỗi kỳ một dòng; chương trình ghi khi bấm «Tiếp nhận báo cáo».",
)
ARRIVALS = Table(
    "tblTepNhan",
    "Tệp nhận",
    (
        PERIOD,
        Column("Tệp", "file", Cell.LONG, 48),
        Column("Mã đơn vị", "unit", width=11),
        Column("Kết quả", "verdict", width=24),
        Column("Nhận lúc", "received", Cell.MOMENT, 17),
        Column("SHA-256", "sha256", width=20),
        Column("Phiên bản", "version", Cell.NUMBER, 10),
        Column("Lý do", "reason", Cell.LONG, 70),
    ),
    "Mọi tệp đã đến hộp thư, kể cả tệp không dùng được, và lý do.",
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
        Column("Tệp", "file", Cell.LONG, 24),
        Column("Trang", "sheet", width=14),
        Column("Ô", "cell", width=9),
        Column("Đến ô", "link", Cell.LINK, 9, formula=LINK),
        Column("Quy tắc", "rule", width=9),
        Column("Mức", "severity", width=15),
        Column("Thông báo", "message", Cell.LONG, 90),
    ),
    "Lỗi, câu hỏi và các chỗ chương trình đã tự sửa khi đọc biểu, từng ô một; «mở ô» đi đến ô sai trong sổ.",
)
WAIVED_RULES: Final = "Mã quy tắc; GIA-HAN: gia hạn nộp; MIEN-NOP: miễn nộp"
WAIVERS = Table(
    "tblMienTru",
    "Miễn trừ",
    (
        PERIOD,
        UNIT,
        Column("Quy tắc", "rule", width=11, required=True, advice=WAIVED_RULES),
        Column("Chỉ tiêu", "indicator", width=11),
        Column("Lý do", "reason", Cell.LONG, 50, required=True),
        Column("Người cho phép", "allowed_by", width=24, required=True, advice="Ghi chức danh, cơ quan"),
        Column("Đến hết", "until", Cell.DATE, 12, required=True),
    ),
    "Gia hạn, miễn nộp, chấp nhận một sai lệch: ai cho phép, vì sao, đến khi nào.",
    typed=True,
)  # fmt: skip
FIGURES = Table(
    "tblSoLieu",
    "Số liệu",
    (PERIOD, UNIT),
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
        Column("Mã", "code", width=9),
        Column("Chỉ tiêu", "label", Cell.LONG, 56),
        Column("Đơn vị tính", "unit_of_measure", width=15),
        Column("Kỳ này", "value", Cell.NUMBER, 12),
        Column("Lũy kế", "to_date", Cell.NUMBER, 12),
        Column("Kỳ trước", "previous", Cell.NUMBER, 12),
        Column("Cùng kỳ năm trước", "last_year", Cell.NUMBER, 12),
        Column("Số đơn vị", "coverage", width=11),
        Column("Tạm tính", "provisional", Cell.FLAG, 10),
        Column("Chưa đủ", "partial", Cell.WORDS, 34),
        Column("Ghi chú", "note", Cell.LONG, 44),
    ),
    "Số tổng hợp toàn đảng bộ; «Số đơn vị» cho biết bao nhiêu đơn vị có số trên tổng số phải báo cáo.",
)
JOURNAL = Table(
    "tblNhatKy",
    "Nhật ký",
    (
        Column("Lúc", "moment", Cell.MOMENT, 17),
        Column("Thao tác", "action", width=24),
        Column("Kỳ", "period", width=11),
        Column("Kết quả", "result", Cell.LONG, 90),
        Column("Bản trước", "backup", Cell.LONG, 44),
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

# In the order of the day, as the tabs of the workbook stand.
TABLES: Final = (
    TASKS, DIRECTIVES, REVIEWS, REVIEW_STEPS, CALENDAR, UNITS, DEADLINES, DUTIES, FINDINGS, TOTALS, FIGURES,
    NARRATIVES, WAIVERS, ARRIVALS, HOLIDAYS, INDICATORS, RULES, REGISTER, SOURCES, PROPOSALS, JOURNAL,
    SETTINGS,
)  # fmt: skip
SHEETS: Final = (DASHBOARD, *(table.sheet for table in TABLES))


def figures_table(indicators: Iterable[Indicator]) -> Table:
    """Return tblSoLieu with one column per indicator that is not running text."""
    own = (
        Column(item.code, item.code, Cell.NUMBER if item.is_numeric else Cell.TEXT, 9, advice=item.label)
        for item in indicators
        if item.type is not Type.TEXT
    )
    return replace(FIGURES, columns=(*FIGURES.columns, *own))
