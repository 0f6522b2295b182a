"""Sentences about rules: of the rules themselves, and of what they find that no row of tblQuyTac words."""

SENTENCES: dict[str, str] = {
    "QT-01": "Không hiểu «{part}» trong biểu thức «{text}».{hint} Chỉ dùng mã chỉ tiêu, số, + - * / ( ), từ chỉ nhóm "
    "(CT_CONG, ...) và các hàm trong bảng của hướng dẫn, mục «Viết quy tắc».",
    "QT-02": "Quy tắc {rule}: không có phép so sánh «{comparison}». Chọn một trong: {known}.",
    "QT-03": "Quy tắc {rule}: sau «kéo theo» phải là đúng một mã chỉ tiêu, không phải «{text}».",
    "QT-04": "«{text}» không phải là một khoảng. Viết theo mẫu 2..2000.",
    "QT-05": "Quy tắc {rule}: không hiểu «{value}». Chọn một trong: {known}.",
    "QT-06": "Ô này để trống. Điền vào, hoặc xóa cả dòng.",
    "QT-07": "Trong «{text}», hàm {usage} viết chưa đúng: {meaning}. Viết theo mẫu {usage}.",
    "QT-08": "Không có chỉ tiêu {indicator} ở trang «Chỉ tiêu».{hint} Sửa mã, hoặc tắt quy tắc này.",
    "QT-09": "Chỉ tiêu {indicator} có kiểu «{kind}» nên không dùng được ở đây. Số: viết mã chỉ tiêu; "
    "có/không: viết co({indicator}); lời văn: chỉ dùng sau «kéo theo».",
    "QT-10": "Biểu thức «{text}» {limit}. Tách thành nhiều quy tắc ngắn hơn.",
    "QT-11": "Một quy tắc chỉ dùng một từ chỉ nhóm, không dùng lẫn {words}.",
    "QT-12": "Trang «{sheet}» có {count} ô chưa đúng, sửa rồi chạy lại: {faults}",
    "QT-14": "Trong «{text}», số «{part}» viết chưa rõ hoặc quá lớn. Viết liền (1250), phần thập phân sau dấu phẩy (1,25).",
    "SL-BL": "Chưa điền chỉ tiêu {indicator} ({label}). Không có thì ghi 0; để trống nghĩa là chưa báo cáo.",
    "SL-BC": "Chưa chọn trả lời cho chỉ tiêu {indicator} ({label}). Chọn một giá trị trong danh sách.",
    "SL-BL-N": "Chưa điền {count} chỉ tiêu: {indicators}. Không có thì ghi 0; để trống nghĩa là chưa báo cáo.",
    "SL-BC-N": "Chưa chọn trả lời cho {count} chỉ tiêu: {indicators}. Chọn một giá trị trong danh sách của ô.",
    "TN-60-N": "Có ghi ở dòng mà kỳ này không hỏi; không được tính. Kiểm tra xem có ghi nhầm dòng không",
    "SL-50": "{indicator}: ô có {found} ký tự, tối đa {most}, nên không đọc. Ghi gọn một giá trị; phần giải thích ghi "
    "ở cột Giải trình.",
    "R14": "{indicator}: tỷ lệ {value} nằm ngoài khoảng 0-100. Kiểm tra lại số.",
    "R15": "{indicator}: {value} chưa đúng, phải là số nguyên từ 0 trở lên. Ghi số đếm được.",
    "R23": "Có {value} cuộc sơ kết, tổng kết đã hoàn thành nhưng cột Giải trình mới ghi {count} báo cáo đủ "
    "số và ngày. Ghi đủ, ví dụ: 12-BC/ĐU, ngày 20/3/{year}.",
    "R23-2": "Ngày báo cáo {day} sau ngày cuối kỳ {end}. Kiểm tra lại ngày; cuộc xong sau kỳ này thì báo cáo ở kỳ sau.",
    "R24": "Chọn «Có» nhưng cột Giải trình thiếu số hoặc ngày văn bản. Ghi ví dụ: 05-KH/ĐU, ngày 15/01/{year}.",
    "R24-2": "Ngày văn bản {day} sau ngày cuối kỳ {end}. Kiểm tra lại ngày, hoặc báo cáo ở kỳ sau.",
    "R43": "Chọn «Không» nhưng cột Giải trình để trống. Nêu có băn khoăn hay phức tạp, về việc gì, đơn vị đã làm gì.",
    "R44": "{indicator} để trống nhưng {other} = {count}: chưa nêu {label}. Ghi vào, hoặc xác nhận là không có.",
    "R36": "Trả lời «Không thuộc», nhưng cột «Gồm chỉ tiêu» ở trang Đơn vị ghi đơn vị có chỉ tiêu này. Xác nhận ở cột "
    "Giải trình, hoặc chọn lại.",
    "R36-2": "Trả lời «Không thuộc», nhưng kỳ trước trả lời «{earlier}». Xác nhận ở cột Giải trình, hoặc chọn lại.",
}
