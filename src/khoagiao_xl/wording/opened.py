"""Sentences about a master that is open in Excel or LibreOffice while the program works in it."""

SENTENCES: dict[str, str] = {
    "SO-01": "{office} đang bận: có ô đang sửa dở hoặc hộp thoại đang mở. Bấm Esc trong Excel rồi chạy lại. Sổ «{name}» vẫn như cũ.",
    "SO-02": "Sổ «{name}» đang mở ở chế độ chỉ đọc. Đóng sổ ở máy hoặc cửa sổ khác, mở lại rồi chạy lại.",
    "SO-03": "Sổ đang mở thẳng từ OneDrive hoặc SharePoint ({address}). Lưu sổ vào một thư mục trên máy, ngoài OneDrive, mở từ đó rồi chạy lại.",
    "SO-04": "{office} đã đóng sổ «{name}» trong khi chương trình đang làm việc. Mở lại sổ, xem trang Nhật ký rồi chạy lại thao tác.",
    "SO-05": "Trang «{sheet}» đang được bảo vệ nên không ghi được. Bỏ bảo vệ trang (Review, Unprotect Sheet) rồi chạy lại.",
    "SO-06": "{office} báo lỗi khi chương trình làm việc với sổ «{name}» ({reason}). Các bảng vẫn như cũ; đóng sổ, mở lại rồi chạy lại.",
}
