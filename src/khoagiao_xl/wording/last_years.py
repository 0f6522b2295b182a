"""Sentences about the master of the year before: what of it can be laid beside this year's figures."""

SENTENCES: dict[str, str] = {
    "NT-01": "Không so được cùng kỳ: không dùng được sổ năm trước «{name}». {why}",
    "NT-02": "Không so được cùng kỳ: khóa «so_nam_truoc» ở trang «Cấu hình» chỉ đến chính sổ này. Ghi đường dẫn tới sổ của năm {year}.",
    "NT-03": "Không so được cùng kỳ: «{name}» không phải là sổ khoa giáo (không có bảng {tables}). Sửa khóa «so_nam_truoc» ở trang «Cấu hình».",
    "NT-04": "Không so được cùng kỳ: «{name}» là sổ của năm {found}, không phải năm {year}. Sửa khóa «so_nam_truoc» ở trang «Cấu hình».",
    "NT-05": "Không so được cùng kỳ: «{name}» là sổ của «{found}», sổ này của «{body}». Sửa khóa «so_nam_truoc» ở trang «Cấu hình»; "
    "nếu chính cơ quan đã đổi tên thì ghi tên trước vào khóa «co_quan_truoc».",
    "NT-06": "Không so được cùng kỳ: «{name}» không có mã đơn vị nào của sổ này. Sửa khóa «so_nam_truoc» ở trang «Cấu hình».",
    "NT-11": "Sổ năm trước «{name}» đang mở ở nơi khác: số cùng kỳ lấy theo lần lưu gần nhất.",
    "NT-12": "Không có bên nào để so cùng kỳ (so theo mã đơn vị): {count} đơn vị chỉ có ở sổ năm trước ({codes}).",
    "NT-13": "Không có bên nào để so cùng kỳ (so theo mã đơn vị): {count} đơn vị chỉ có ở sổ năm nay ({codes}).",
}
