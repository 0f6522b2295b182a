"""Short phrases of what a report tells besides figures, by what its sections are about; words it knows them by."""

from khoagiao_xl.wording.section_outlook import OUTLOOK
from khoagiao_xl.wording.section_results import RESULTS
from khoagiao_xl.wording.section_work import WORK

# Phrases that several sections share.
SHARED: dict[str, str] = {
    "va_khac": "{names} và {others} đơn vị khác",
    "don_vi_viec": "{count} đơn vị {deed}{units}",
    "don_vi": "{count} đơn vị",
    "ve_linh_vuc": "Về lĩnh vực {field}, {text}",
}
TOLD: dict[str, str] = {**SHARED, **RESULTS, **WORK, **OUTLOOK}

# With what the subject begins of a plan of inspection, and what names its result.
INSPECTION_WORDS: tuple[str, ...] = ("kiểm tra", "giám sát")
RESULT_WORDS: tuple[str, ...] = ("kết quả", "kết luận")

# Between the ways of a step that gives the choice.
EITHER: str = " hoặc "

# What a full citation of a directive has, as a draft asks for it.
CITATION_PARTS: dict[str, str] = {
    "so": "số",
    "ngay": "ngày",
    "co_quan": "cơ quan ban hành",
    "trich_yeu": "trích yếu",
}

# How the silent units of a state are told among the limits.
SILENT_STATES: dict[str, str] = {
    "chưa nộp": "{count} đơn vị{other} chưa gửi báo cáo {period}{units}",
    "đã gửi, chưa dùng được": "{count} đơn vị{other} gửi báo cáo {period} chưa đạt yêu cầu, phải gửi lại{units}",
    "trả lại": "{count} đơn vị{other} bị trả lại báo cáo {period} để sửa, chưa gửi lại{units}",
}

# How the office came to know of issues, by what stands in the column «Nguồn».
ISSUE_SOURCES: dict[str, str] = {
    "tin nhanh": "qua tin nhanh của đơn vị",
    "biểu kỳ": "qua báo cáo định kỳ",
    "dư luận": "qua nắm bắt dư luận",
    "báo chí": "qua báo chí",
}

# Behind which words an issue says in a clause what it is about.
ISSUE_SUBJECTS: tuple[str, ...] = (
    "về việc ",
    "phản ánh việc ",
    "phản ánh tình trạng ",
    "phản ánh về ",
    "băn khoăn về ",
)

# How a task says until when it is to be done, and how a clause begins that says so of some units alone.
DUE_WORDS: tuple[str, ...] = (
    "hoàn thành trong", "hoàn thành trước", "hoàn thành vào", "xong trong", "xong trước", "chậm nhất", "thời hạn",
)  # fmt: skip
SOME_UNITS: tuple[str, ...] = ("các đơn vị ", "các đảng bộ ", "các chi bộ ", "các cấp ủy ")

# How often a task comes back -> the letter of the kind of period it comes with; the longer words first.
RECURRENCES: dict[str, str] = {"6 tháng": "H", "sáu tháng": "H", "tháng": "M", "quý": "Q", "năm": "Y"}

# Words of a task that is the duty to report: the line on the coming reports tells it with their days.
REPORTING: tuple[str, ...] = ("báo cáo định kỳ", "chế độ báo cáo")

# What units lack, in words of theirs; with one of these before « do » a line is a limit and its cause.
LACKING: tuple[str, ...] = ("chưa", "còn", "không", "thiếu", "hạn chế", "chậm", "khó khăn", "ít")
BECAUSE: tuple[str, ...] = (" do ", " vì ")
SO: str = " nên "

# How a cause begins that a unit names as such, and the words that tie a cause to what it caused.
OBJECTIVE: tuple[str, ...] = ("khách quan",)
SUBJECTIVE: tuple[str, ...] = ("chủ quan",)
# Words of a cause that lies outside of the unit, whether it says so or not.
OUTSIDE: tuple[str, ...] = ("cao điểm", "thiên tai", "mưa lũ", "bão")
# How a unit, or the office, calls a cause before it says it.
CAUSE_LABELS: tuple[str, ...] = (
    "nguyên nhân khách quan:",
    "nguyên nhân chủ quan:",
    "khách quan:",
    "chủ quan:",
    "nguyên nhân:",
    "do ",
)
CAUSE_WORDS: tuple[str, ...] = ("nguyên nhân", " do ", " vì ", " nên ", "bởi ")

# What is no result yet where nothing that was done follows it.
ASKED_ONLY: tuple[str, ...] = ("đã đề nghị ", "đã kiến nghị ", "đã chuyển ", "đang ")
DONE_WORD: str = " đã "

# How words begin for who does something that are no name of theirs.
NO_NAMES: tuple[str, ...] = (
    "Các ", "Cán bộ", "Cấp ủy", "Chi ủy", "Dư luận", "Lãnh đạo", "Một số ", "Người ", "Nhiều ", "Phụ huynh", "Có ", "Đã ",
)  # fmt: skip

# How a choice of a list begins that is the rest of a matter: a report names the matter.
REST_OF: str = "Nội dung khác về "

# How the name of a body begins to which a proposal goes.
BODIES_BEGIN: tuple[str, ...] = (
    "Ban ", "Bộ ", "Cấp ủy", "Chính phủ", "Công đoàn", "Cơ quan", "Đảng ủy", "Đảng bộ", "Hội ", "Liên đoàn", "Mặt trận",
    "Quốc hội", "Sở ", "Thường trực", "Tỉnh ủy", "Trung ương", "Ủy ban", "UBND", "Văn phòng",
)  # fmt: skip
# How words begin that are no such name.
NO_BODIES: tuple[str, ...] = (
    "Ban hành",
    "Bộ phận",
    "Cơ quan",
    "Cấp ủy",
    "Hội nghị",
    "Hội thảo",
    "Hội thi",
    "Sở hữu",
)
# How a line begins that asks for something.
ASKING: tuple[str, ...] = ("đề nghị", "kiến nghị", "đề xuất")
