"""Sentences about the plan: reading a guidance, its directives, reviews, tasks and duties."""

_SAVE = "Mở tệp bằng Word, chọn Lưu thành (Save As) kiểu Word Document (.docx) rồi nạp lại."

SENTENCES: dict[str, str] = {
    # What stops the reading.
    "KH-01": "«{name}» là PDF chỉ có ảnh quét, không có chữ để đọc. Xin bản Word (.docx) của văn bản, hoặc nhận dạng chữ rồi lưu thành .docx.",
    "KH-02": "«{name}» là {kind}; máy này không có LibreOffice để đọc. " + _SAVE,
    "KH-03": "«{name}» có mật khẩu nên không đọc được. Mở tệp, bỏ mật khẩu, lưu lại rồi nạp lại.",
    "KH-04": "Tệp «{name}» bị hỏng, không mở được ({reason}). Xin lại bản khác của văn bản.",
    "KH-05": "Tệp «{name}» không có chữ nào (tệp trống hoặc chỉ có ảnh quét). Xin bản Word (.docx) có chữ.",
    "KH-06": "«{name}» là {kind}, không phải loại văn bản đọc được (.docx, .doc, .rtf, .odt, .pdf, .txt). "
    + _SAVE,
    "KH-07": "«{name}» dùng bảng mã cũ mà chương trình không nhận ra. Chuyển văn bản sang Unicode, lưu lại rồi nạp lại.",
    "KH-08": "Không rõ «{name}» là hướng dẫn của năm nào. Ghi năm vào tên văn bản (ví dụ «năm 2026») hoặc điền khóa «nam» ở trang «Cấu hình» rồi nạp lại.",
    "KH-09": "Tệp «{name}» quá lớn ({size} MB sau khi giải nén). Bỏ ảnh và phụ lục lớn rồi nạp lại.",
    "KH-10": "«{name}» có dấu mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên chương trình không đọc. Xử lý văn bản theo quy định về bảo vệ bí mật nhà nước, không đưa vào máy này.",
    "KH-11": "Trong «{name}» có phần chèn nguyên từ tệp khác nên chương trình không đọc được phần ấy. "
    + _SAVE,
    "KH-12": "Tệp «{name}» quá lớn ({size}). Lưu riêng phần giao việc ra một tệp rồi nạp lại.",
    "KH-13": "LibreOffice không chuyển được «{name}» ({kind}): tệp hỏng, có mật khẩu hoặc mất quá lâu. "
    + _SAVE,
    # What a person should look at: directives.
    "KH-21": "{symbol}: ngày {date} thuộc nhiệm kỳ khóa {expected}, hướng dẫn ghi khóa {term} (mục "
    "{section}). "
    "Kiểm tra lại ngày hoặc khóa.",
    "KH-22": (
        "{symbol}: trích yếu trong hướng dẫn («{cited}») khác tên chính thức («{official}»). "
        "Chọn tên sẽ dùng."
    ),
    "KH-23": "{symbol}: đã có văn bản mới hơn: {later}. Xem có cần thay hoặc bổ sung.",
    "KH-24": "«{quote}» (mục {section}): tên loại không khớp ký hiệu {symbol}. Kiểm tra lại.",
    "KH-25": "{symbol} được dẫn với nhiều ngày khác nhau: {dates}. Chọn ngày đúng.",
    "KH-26": "{symbol}: ngày {date} khác ngày trong danh mục văn bản ({official}). Kiểm tra lại.",
    "KH-27": "«{quote}» (mục {section}): ngày không có thật. Kiểm tra lại ngày ban hành.",
    "KH-28": "{symbol}: ngày {date} sau năm kế hoạch {year}. Kiểm tra lại ngày ban hành.",
    "KH-29": "{symbol}: hướng dẫn không ghi ngày; danh mục văn bản ghi ngày {official}. Điền nếu đúng.",
    # Reviews.
    "KH-31": (
        "{kind} {years} năm {symbol}: mốc tròn {date} đã qua trước năm {year}. Xác nhận có "
        "làm trong năm không."
    ),
    "KH-32": (
        "{kind} {years} năm {symbol}: mốc tròn {date} ở sau năm {year}. Kiểm tra lại số năm "
        "hoặc ngày ban hành."
    ),
    "KH-33": "{kind} {symbol} (mục {section}): hướng dẫn không ghi số năm. Điền số năm.",
    "KH-34": (
        "{kind} {symbol} (mục {section}): chưa rõ ngày ban hành nên chưa tính được mốc tròn. "
        "Điền ngày ban hành."
    ),
    # Tasks, duties, what is left.
    "KH-41": "Báo cáo {period}: hướng dẫn không ghi ngày nộp. Ngày mặc định là giả định; hãy xác nhận.",
    "KH-42": "Mục {section}: thời hạn «{words}» có ngày không có thật. Điền hạn bằng tay.",
    "KH-51": "Có {count} đoạn chương trình chưa hiểu. Đọc từng đoạn và thêm nhiệm vụ nếu cần.",
    "KH-52": "Chưa đọc được {what} nào từ tệp này. Kiểm tra có đúng là văn bản hướng dẫn không.",
    "KH-53": "Mục {section}, chưa hiểu: «{text}». Nếu là việc phải làm, thêm một nhiệm vụ.",
}
