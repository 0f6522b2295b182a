"""Sentences about files: reading, writing, locking."""

SENTENCES: dict[str, str] = {
    "TEP-01": "Không tìm thấy tệp «{path}». Kiểm tra lại tên và thư mục.",
    "TEP-02": "Tệp «{name}» đã bị sửa sau khi chương trình đọc. Chưa ghi gì; hãy chạy lại thao tác.",
    "TEP-03": "Tệp «{name}» đang mở ở cửa sổ khác, từ {since}. Đóng tệp rồi chạy lại. Nếu không máy nào đang mở tệp thì đó là dấu sót lại sau một lần chương trình dừng đột ngột: xóa tệp ẩn «{sign}» trong thư mục «{folder}» rồi chạy lại.",
    "TEP-04": "Một thao tác khác đang làm việc trên «{name}». Chờ thao tác đó xong rồi chạy lại.",
    "TEP-05": "Không ghi được «{name}» ({reason}). Kiểm tra quyền ghi của thư mục.",
    "TEP-06": "Tệp «{name}» không phải là sổ Excel (.xlsx, .xlsm) đọc được ({reason}).",
    "TEP-07": "Đã có tệp «{name}». Chọn tên khác hoặc xóa tệp cũ trước.",
    "TEP-08": "Không có bản sao lưu nào của «{name}» để khôi phục.",
    "TEP-09": "Lỗi của chương trình, không phải của người dùng. Sổ vẫn như cũ. Chi tiết ở «{log}».",
    "TEP-11": "Thư mục «{path}» đã có nội dung khác. Chọn thư mục trống bằng --out.",
    "TEP-12": "{count} tệp có sẵn khác với bản vừa ghi; bản cũ được giữ trong thư mục «{folder}».",
    "TEP-13": "Gói xlwings của máy này không có tệp «{name}» đọc được, là phần để nút trong Excel gọi Python. "
    "Xóa thư mục .venv rồi chạy lại, hoặc thêm --office libreoffice.",
    "TEP-10": "«{path}» không phải là thư mục. Chỉ ra thư mục chứa các tệp.",
    "TEP-14": "Đĩa đầy: không ghi được «{name}». Xóa bớt tệp để có chỗ trống rồi chạy lại.",
    "TEP-15": "Tên tệp hoặc đường dẫn dài quá mức máy cho phép: «{name}». Đặt tên ngắn hơn rồi chạy lại.",
    "TEP-16": "Máy không cho dùng «{name}» ({reason}). Kiểm tra quyền của thư mục và tệp rồi chạy lại.",
    "TEP-17": "Tệp «{name}» đang mở trong LibreOffice ở máy «{host}», từ {since}. Đóng tệp rồi chạy lại. Nếu không máy nào đang mở tệp thì đó là dấu sót lại sau một lần chương trình dừng đột ngột: xóa tệp ẩn «{sign}» trong thư mục «{folder}» rồi chạy lại.",
    "TEP-18": "Tệp «{name}» còn dấu đang mở trong LibreOffice của máy này, từ {since}, nhưng máy này không có LibreOffice nào đang chạy: dấu sót lại sau một lần dừng đột ngột. Xóa tệp ẩn «{sign}» trong thư mục «{folder}» rồi chạy lại.",
    "TEP-19": "Tệp «{name}» đang bị một chương trình khác giữ, thường là Excel. Đóng tệp ở chương trình đó rồi chạy lại.",
    "TEP-24": "Chưa ghi được «{name}»: tệp đang mở ở chương trình khác, thường là Word. Đóng tệp rồi chạy lại; tệp cũ còn nguyên.",
    "TEP-20": "Đã dừng theo yêu cầu. Sổ là bản cũ hoặc bản mới trọn vẹn; muốn làm tiếp thì chạy lại.",
    "TEP-21": "Nơi nhận kết quả đã đóng trước khi in hết. Chạy lại mà không cắt đầu ra để xem đủ.",
    "TEP-22": "Máy đang dùng bảng mã không có chữ Việt nên không ghi được tên tệp. Thêm PYTHONUTF8=1 vào đầu lệnh rồi chạy lại.",
    "TEP-23": "Lỗi của chương trình, không phải của người dùng. Sổ vẫn như cũ. Không có chỗ nào ghi được chi tiết.",
}

UNNAMED = "tệp tạm hoặc kết quả in ra"  # what is written when the system names no file

# Why the system refuses, by the name of its error; others are told in the system's own words.
REASONS: dict[str, str] = {
    "EACCES": "không có quyền",
    "EPERM": "không có quyền",
    "EROFS": "đĩa chỉ cho đọc",
    "ENOENT": "không có thư mục đó",
    "ENOTDIR": "một phần của đường dẫn là tệp, không phải thư mục",
    "EISDIR": "đó là một thư mục",
    "EEXIST": "đã có tệp mang tên đó",
    "ELOOP": "lối tắt trỏ vòng tròn",
    "EIO": "đĩa hoặc mạng hỏng",
    "EBUSY": "chương trình khác đang giữ",
    "EINVAL": "tên có ký tự máy không nhận",
}
