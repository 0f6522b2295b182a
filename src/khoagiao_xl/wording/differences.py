"""What stands on a form that came back and was not issued so: how each thing is called, and the questions."""

SENTENCES: dict[str, str] = {
    "TN-130": "Có {count} chỗ khác với biểu đã phát hành: {told}. Chương trình không tính đến các chỗ này. Chỗ nào làm số mang nghĩa "
    "khác thì sửa lại số cho đúng điều biểu hỏi; chỗ khác thì đặt lại như biểu đã phát hành.",
    "TN-131": "{indicator} = {figure} nhưng giải trình ghi «{found}»: chưa rõ số nào đúng. Ghi số đúng vào cột «Kỳ này», "
    "rồi giải trình lại.",
    "TN-132": "Thuyết minh {indicator} có chỗ đính chính hoặc nói số của biểu mang nghĩa khác («{found}»); chương trình không tự sửa số. Ghi số đúng vào cột "
    "«Kỳ này» của dòng đó; số của kỳ trước thì gửi lại biểu của kỳ trước.",
}

# -- one difference, by what it is ------------------------------------------------------------------------

TOLD: dict[str, str] = {
    "stamped": "{place} ghi «{found}», biểu phát hành ghi «{expected}»",
    "reworded": "{place} ghi «{found}», biểu phát hành ghi «{expected}»",
    "extended": "{place} thêm chữ «{found}»",
    "added": "{place} có thêm «{found}»",
    "lost": "{place} bị xóa «{expected}»",
    "lost column": "cột «{expected}» bị xóa",
    "lost sheet": "trang «{expected}» bị xóa",
    "formula": "{place} bị thay công thức bằng «{found}»",
    "no formula": "{place} bị xóa công thức",
    "comment": "ghi chú tại {place}: «{found}»",
    "drawing": "hình vẽ, hộp chữ tại {place}: «{found}»",
    "line": "{found} kẻ lên {place}",
    "print": "đầu trang hoặc chân trang in: «{found}»",
    "outside": "chữ đi kèm {place}: «{found}»",
    "sheet": "thêm {place}: {found}",
    "look": "{place} {found}",
}
CELL, CELL_OF_SHEET, WHOLE_SHEET, WHOLE_FILE = (
    "ô {cell}",
    "ô {cell} trang «{sheet}»",
    "trang «{sheet}»",
    "tệp",
)
MORE_CELLS = "{place} ({count} ô)"
MORE = "và {count} chỗ nữa"
RENAMED = "trang «{expected}» đổi tên thành «{found}»"

# -- what was found ---------------------------------------------------------------------------------------

REPEATED = "đặt kiểu căn lề lặp lại nội dung, số hiện ra khác số đã ghi"
CROSSED = "bị gạch chéo"
COVERED = "bị hình che khuất"
UNREAD = "có chữ bị gạch ngang hoặc không nhìn thấy"
WORDS_OF_FORMAT = "có định dạng thêm chữ «{words}»"
HIDDEN_SHEET = "bị ẩn"
HIDDEN_LABELS = "(cột «Chỉ tiêu») bị ẩn"
DRAWN = "{what} ({area})"
DRAWN_KINDS: dict[str, str] = {
    "picture": "ảnh",
    "ink": "nét vẽ tay",
    "chart": "biểu đồ",
    "line": "đường kẻ",
    "shape": "hình",
    "control": "nút, ô chọn",
}
PICTURE = "ảnh hoặc đối tượng chèn"
LINES_TOO = "có {count} mã chỉ tiêu"
OTHER_FIGURES = "{count} dòng có số khác ({examples})"
OTHER_FIGURE = "{code}: {found}, trang chính {own}"
BLANK = "(trống)"
