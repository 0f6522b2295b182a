"""What stands in a form: titles, labels, advice, and what its live checks say."""

# -- «Bìa» ------------------------------------------------------------------------------------------------

COVER_TITLE = "BIỂU SỐ LIỆU CÔNG TÁC KHOA GIÁO"
COVER_PERIOD = "Kỳ báo cáo: {period}"
COVER_FACTS: dict[str, str] = {  # label -> the fact that stands beside it
    "Đơn vị": "unit_name",
    "Mã đơn vị": "unit_code",
    "Mã kỳ": "period",
    "Số liệu tính": "window",
    "Hạn nộp": "due",
}
TICK_NOTHING = "Cả kỳ không phát sinh (đánh dấu x)"
TICK_NO_SECRET = "Biểu không chứa bí mật nhà nước (đánh dấu x)"  # noqa: S105  # what a cell is called
# Who stands behind the form: code of the line -> what it asks.
CONTACTS: dict[str, str] = {
    "LH001": "Người lập biểu (họ tên hoặc chức danh)",
    "LH002": "Điện thoại liên hệ",
    "LH003": "Người duyệt biểu (họ tên hoặc chức danh)",
}
CONTACT_BEFORE = "Người lập biểu: chức danh, điện thoại"  # the one line of the forms up to version 5


def contact_labels(code: str) -> tuple[str, ...]:
    """Return what the forms of any version call a line of who stands behind them."""
    if code == "LH001":
        return CONTACTS[code], CONTACT_BEFORE
    return (CONTACTS[code],)


def contact_name(code: str) -> str:
    """Return what such a line asks, without what is said in brackets: «Người lập biểu»."""
    name, _, _ = CONTACTS[code].partition(" (")
    return name


CONTACT_TITLE = "Liên hệ"
CONTACT_ADVICE = "Để cơ quan tổng hợp gọi lại khi cần; không bắt buộc."
TICK_TITLE = "Đánh dấu"
TICK_ADVICE = "Chọn x hoặc để trống."
HOW_TO_TITLE = "CÁCH ĐIỀN"
HOW_TO_STEP = "Bước {at}"
HOW_TO: tuple[str, ...] = (
    "Chỉ điền các ô nền vàng ở các trang «Số liệu» (cột Kỳ này, cột Giải trình), «Việc cụ thể» (nếu có) và «Thuyết minh».",
    "Không có thì ghi 0; để trống nghĩa là chưa báo cáo. Cả kỳ không có việc gì: đánh dấu x ở ô trên.",
    "Cột «Kiểm tra» báo ngay chỗ sai (chữ đỏ) và ô chưa điền (chữ xám); sửa cho đến khi ô Tình trạng ghi «HỢP LỆ».",
    "Lưu tệp dạng .xlsx rồi gửi kèm thư. Không đổi mã ở cột A, không gửi ảnh chụp hoặc tệp PDF.",
)
SEND_TO = "Nơi nhận: {office}{contact}"
DOCUMENT_TITLE = "Biểu số liệu công tác khoa giáo"

# -- whether it may be sent -------------------------------------------------------------------------------

STATUS = "Tình trạng của biểu"
STATUS_SOUND = "HỢP LỆ"
STATUS_FAULTS = ("CÒN ", " CHỖ PHẢI SỬA")  # the number stands between
STATUS_BLANKS = ("Còn ", " ô chưa điền")
STATUS_BOTH = "; còn "  # between the two, where both hold

# -- «Số liệu» --------------------------------------------------------------------------------------------

FIGURES_TITLE = "SỐ LIỆU CÔNG TÁC KHOA GIÁO"
SECTION = "{at}. {heading}"
ORDER_ADVICE = "Các mục xếp theo thứ tự của báo cáo tổng hợp. Mã chỉ tiêu không liền số là đúng: mỗi kỳ chỉ hỏi một phần danh mục."
NUMBER_ADVICE = "Ghi số ({unit}); không có thì ghi 0."
COUNT_ADVICE = "Ghi số; không có thì ghi 0."
NUMBER_ERROR_TITLE = "Số chưa đúng"
NUMBER_ERROR = "Ghi một số không âm, không kèm chữ."
LIST_ADVICE = "Chọn trong danh sách."
LIST_ERROR_TITLE = "Chưa đúng"
LIST_ERROR = "Chọn một giá trị trong danh sách."
NO_DIRECTIVES = "(chưa có văn bản)"

# -- «Thuyết minh» ----------------------------------------------------------------------------------------

NARRATIVE_TITLE = "THUYẾT MINH"
NARRATIVE_ADVICE = "Viết ngắn gọn, nêu tên đơn vị, không nêu tên cá nhân, không ghi nội dung mật."
TOO_LONG_TITLE = "Quá dài"
TOO_LONG = "Nên viết không quá 1.500 ký tự."
LENGTH_ADVICE = "Không quá 1.500 ký tự."

# -- «Việc cụ thể» ----------------------------------------------------------------------------------------

DETAILS_TITLE = "VIỆC CỤ THỂ"
DETAILS_ADVICE = "Mỗi việc một dòng; không có thì để trống cả dòng. Nêu tên đơn vị, không nêu tên cá nhân."
DAY_ADVICE = "Ghi ngày/tháng/năm, ví dụ 05/3/2024."
ROW_LACKS = "Còn thiếu: {title}"
ROW_EXCEEDS = "{title}: lớn hơn số đứng trước"
TICKED_YET_FILLED_IN = "Đã đánh dấu «không phát sinh» nhưng vẫn có việc"

# -- column «Kiểm tra» ------------------------------------------------------------------------------------

BLANK = "Chưa điền; không có thì ghi 0"
BLANK_CHOICE = "Chưa chọn"
NOT_A_NUMBER = "Phải là số"
NOT_WHOLE = "Phải là số nguyên, không âm"
NEGATIVE = "Không được là số âm"
OUT_OF_RANGE = "Tỷ lệ phải từ 0 đến 100"
NOT_IN_LIST = "Chọn trong danh sách"
NO_DOCUMENT = "Ghi số, ngày văn bản ở cột Giải trình"
NO_WORDS = "Nêu rõ ở cột Giải trình"
TICKED_YET_FILLED = "Đã đánh dấu «không phát sinh» nhưng vẫn có số"
