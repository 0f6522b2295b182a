"""Sentences about rules: of the rules themselves, and of what they find that no row of tblQuyTac words."""

SENTENCES: dict[str, str] = {
    "QT-01": "Không hiểu «{part}» trong biểu thức «{text}». Chỉ dùng mã chỉ tiêu, số, + - * / ( ), "
    "max, min, abs, round, ton.",
    "QT-02": "Quy tắc {rule}: không có phép so sánh «{comparison}». Chọn một phép trong danh sách.",
    "QT-03": "Quy tắc {rule}: sau «kéo theo» phải là đúng một mã chỉ tiêu, không phải «{text}».",
    "QT-04": "«{text}» không phải là một khoảng. Viết theo mẫu 2..2000.",
    "QT-05": "Quy tắc {rule}: không hiểu «{value}». Chọn một trong: {known}.",
    "SL-BL": "Chưa điền chỉ tiêu {indicator} ({label}). Không có thì ghi 0; để trống nghĩa là chưa báo cáo.",
    "SL-BC": "Chưa chọn trả lời cho chỉ tiêu {indicator} ({label}). Chọn một giá trị trong danh sách.",
    "R14": "{indicator}: tỷ lệ {value} nằm ngoài khoảng 0-100. Kiểm tra lại số.",
    "R15": "{indicator}: {value} chưa đúng, phải là số nguyên từ 0 trở lên. Ghi số đếm được.",
    "R23": "Có {value} cuộc sơ kết, tổng kết đã hoàn thành nhưng cột Giải trình mới ghi {count} báo cáo đủ "
    "số và ngày. Ghi đủ, ví dụ: 12-BC/ĐU, ngày 20/3/2024.",
    "R24": "Chọn «Có» nhưng cột Giải trình thiếu số hoặc ngày văn bản. Ghi ví dụ: 05-KH/ĐU, ngày 15/01/2024.",
    "R24-2": "Ngày văn bản {day} sau ngày cuối kỳ {end}. Kiểm tra lại ngày, hoặc báo cáo ở kỳ sau.",
}
