"""Sentences about files: reading, writing, locking."""

SENTENCES: dict[str, str] = {
    "TEP-01": "Không tìm thấy tệp «{path}». Kiểm tra lại tên và thư mục.",
    "TEP-02": "Tệp «{name}» đã bị sửa sau khi chương trình đọc. Chưa ghi gì; hãy chạy lại thao tác.",
    "TEP-03": "Tệp «{name}» đang mở ở cửa sổ khác ({sign}). Đóng tệp rồi chạy lại.",
    "TEP-04": "Một thao tác khác đang làm việc trên «{name}». Chờ thao tác đó xong rồi chạy lại.",
    "TEP-05": "Không ghi được «{name}» ({reason}). Kiểm tra quyền ghi và chỗ trống trên đĩa.",
    "TEP-06": "Tệp «{name}» không phải là sổ Excel (.xlsx, .xlsm) đọc được ({reason}).",
    "TEP-07": "Đã có tệp «{name}». Chọn tên khác hoặc xóa tệp cũ trước.",
    "TEP-08": "Không có bản sao lưu nào của «{name}» để khôi phục.",
    "TEP-09": "Lỗi của chương trình, không phải của người dùng. Sổ vẫn như cũ. Chi tiết ở «{log}».",
    "TEP-11": "Thư mục «{path}» đã có nội dung khác. Chọn thư mục trống bằng --out.",
    "TEP-12": "{count} tệp có sẵn khác với bản vừa ghi; bản cũ được giữ trong thư mục «{folder}».",
    "TEP-13": "Gói xlwings của máy này không có tệp «{name}» đọc được, là phần để nút trong Excel gọi Python. "
    "Xóa thư mục .venv rồi chạy lại, hoặc thêm --office libreoffice.",
    "TEP-10": "«{path}» không phải là thư mục. Chỉ ra thư mục chứa các tệp.",
}
