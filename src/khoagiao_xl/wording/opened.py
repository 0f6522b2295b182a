"""Sentences about a master that is open in Excel or LibreOffice while the program works in it."""

SENTENCES: dict[str, str] = {
    "SO-01": "{office} đang bận: có ô đang sửa dở hoặc hộp thoại đang mở. Bấm Esc trong Excel rồi chạy lại. Sổ «{name}» vẫn như cũ.",
    "SO-02": "Sổ «{name}» đang mở ở chế độ chỉ đọc. Đóng sổ ở máy hoặc cửa sổ khác, mở lại rồi chạy lại.",
    "SO-03": "Sổ đang mở thẳng từ OneDrive hoặc SharePoint ({address}). Lưu sổ vào một thư mục trên máy, ngoài OneDrive, mở từ đó rồi chạy lại.",
    "SO-04": "{office} đã đóng sổ «{name}» trong khi chương trình đang làm việc. Mở lại sổ, xem trang Nhật ký rồi chạy lại thao tác.",
    "SO-05": "Trang «{sheet}» đang được bảo vệ nên không ghi được. Bỏ bảo vệ trang (Review, Unprotect Sheet) rồi chạy lại.",
    "SO-06": "{office} báo lỗi khi chương trình làm việc với sổ «{name}» ({reason}). Các bảng vẫn như cũ; đóng sổ, mở lại rồi chạy lại.",
    "SO-07": "Sổ «{name}» không có macro {macro}. Khôi phục bản trước, hoặc dùng cửa sổ nhỏ (khoagiao window).",
    "NUT-01": "Không gọi được Python nên nút chưa chạy; sổ vẫn như cũ. Sửa đường dẫn ở dòng «python» của trang «Cấu hình», hoặc xem mục «Cài đặt» của README. Trong lúc chờ, dùng cửa sổ nhỏ (khoagiao window).",
    "NUT-02": "Đang làm ... Kết quả sẽ hiện ở dòng này; tiến độ ở thanh dưới cùng. Xin đừng gõ vào sổ trong lúc chờ.",
    "NUT-03": "Sổ này chưa được lưu thành tệp nên nút chưa chạy. Lưu sổ (Ctrl+S) thành tệp .xlsm rồi bấm lại.",
    "NUT-04": "Sổ này đang mở ở chế độ chỉ đọc nên nút chưa chạy. Đóng sổ ở máy hoặc cửa sổ khác, mở lại rồi bấm lại.",
    "NUT-05": "Chương trình không trả lời nên không rõ nút đã chạy chưa. Xem «Việc làm gần đây»; nếu chưa có thì bấm lại. Vẫn không được thì đóng sổ, dùng cửa sổ nhỏ (khoagiao window).",
    "NUT-06": "Không nối được với chương trình đang mở sổ «{name}», nên chưa làm gì; sổ vẫn như cũ. Lưu và đóng sổ rồi bấm lại ở cửa sổ nhỏ (khoagiao window). Nếu sổ không mở ở máy nào thì mở lên rồi đóng lại một lần.",
    "NUT-07": "Đang đóng sổ, trở về bản trước rồi mở lại ...",
    "NUT-08": "Sổ đang mở thẳng từ OneDrive hoặc SharePoint nên nút chưa chạy. Lưu sổ vào một thư mục trên máy, ngoài OneDrive, mở từ đó rồi bấm lại.",
}
