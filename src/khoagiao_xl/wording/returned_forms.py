"""What stands in the copy that goes back to a unit: the list of what is wrong, and the notes on its cells."""

COLUMNS: dict[str, int] = {  # heading of the list -> how many letters wide
    "STT": 6,
    "Mức": 15,
    "Vị trí": 19,
    "Sai ở đâu và sửa thế nào": 78,
    "Lúc gửi ghi": 24,
    "Tình trạng": 14,
    "Mã lỗi": 10,
}
WHOLE_FILE = "Cả tệp"
GO_THERE = "Đến ô cần sửa"
FOOTER = "Trang &P/&N"

# -- whether it is put right ------------------------------------------------------------------------------

STILL_WRONG = "Còn lỗi"
CHANGED = "Đã sửa"
LOOK_YOURSELF = "Tự xem lại"
ALL_CHANGED = "Đã sửa đủ {count} lỗi. Lưu tệp và gửi lại."
LEFT = ("Còn ", "/{count} lỗi chưa sửa")  # the number stands between
LEFT_TO_LOOK_AT = ("; ", " chỗ máy không tự thấy được, đơn vị tự xem lại")

# -- the heading ------------------------------------------------------------------------------------------

ADVICE = (
    "Mở tệp bằng Excel hoặc LibreOffice. Bấm vào ô ở cột «Vị trí» để đến chỗ cần sửa. Ô sai được tô màu và tự hết "
    "màu khi sửa xong; cột «Tình trạng» cho biết chỗ nào còn lỗi. Chỗ «GIẢI TRÌNH»: nếu số đúng thì ghi lý do ở cột "
    "Giải trình. Sửa xong, lưu tệp này và gửi lại; không cần xóa trang này."
)
SUMMARY: dict[str, str] = {  # severity -> what is counted
    "lỗi": "{count} chỗ phải sửa",
    "cần giải trình": "{count} chỗ cần giải trình",
    "ghi nhận": "{count} điều để biết",
}

# -- the notes on cells -----------------------------------------------------------------------------------

WRITTEN_THEN = "Lúc đó ghi: {found}"
MAY_BE = "Có thể là: {expected}"
SEE_THE_LIST = "(Ghi chú này không tự mất đi; đã sửa xong hay chưa xem cột «Tình trạng» của trang «{sheet}».)"

SENTENCES: dict[str, str] = {
    "TN-170": "Tệp «{file}», nhận ngày {received}.",
    "TN-171": "Sửa và gửi lại trước hết ngày {due}.",
    "TN-172": "Đã quá hạn nộp (ngày {due}): gửi lại ngay. Sau ngày {closes} kỳ này khóa, bản gửi lại không còn được tính.",
    "TN-173": "Kỳ này đã khóa sau ngày {closes}, bản gửi lại không tự được tính: liên hệ nơi nhận trước khi gửi.",
    "TN-174": "Nơi nhận: {office}",
    "TN-175": "thư {email}",
    "TN-176": "điện thoại {phone}",
    "TN-177": "Không đánh dấu được trên chính tệp đã gửi (dạng tệp lạ, hoặc có phần nối ra ngoài). Đây là biểu mới của "
    "đơn vị, đã chép sẵn số liệu và lời văn đã gửi: sửa trong tệp này, đánh dấu lại ở trang Bìa nếu còn trống, rồi "
    "gửi lại. Ô sai được tô màu; cột «Tình trạng» cho biết chỗ nào còn lỗi.",
    "TN-178": "Không đánh dấu được trên chính tệp đã gửi; dưới đây chỉ là danh sách lỗi. Sửa trong tệp của đơn vị, hoặc "
    "điền vào biểu đã phát hành, rồi gửi lại.",
    "TN-179": "{sheet} (tệp đã gửi)",
}
