"""Sentences about the master workbook and what is asked of it."""

SENTENCES: dict[str, str] = {
    "KY-01": "«{code}» không phải là mã kỳ. Viết theo mẫu {known}.",
    "KY-02": "Kỳ {code} không có trong bảng Thời hạn. Chọn một kỳ có trong bảng hoặc thêm dòng cho kỳ đó.",
    "KY-03": "Chưa chọn kỳ báo cáo. Chọn kỳ trên bảng điều khiển, hoặc thêm --period, ví dụ --period 2026-M03.",
    "KY-04": "Kỳ {code} chưa có số tổng hợp. Bấm «Tổng hợp» cho kỳ này trước.",
    "KY-05": "Kỳ {code} chưa tiếp nhận báo cáo nào. Bấm «Tiếp nhận báo cáo» cho kỳ này trước.",
    "KY-06": "Danh sách đơn vị đã thay đổi sau khi tiếp nhận kỳ {code}. Bấm «Tiếp nhận báo cáo» cho kỳ này rồi tổng hợp lại.",
    "NN-01": "Tính theo lịch và luật; chưa có thông báo nghỉ lễ, hoán đổi ngày nghỉ năm {year}: bổ sung khi có",
    "NN-02": "Có năm chưa có thông báo hoán đổi ngày nghỉ (cột Nguồn): bổ sung khi có, sửa cột Nguồn.",
    "HS-01": "Không có hồ sơ «{name}». Chọn một trong: {known}.",
    "HS-02": "Tất cả đơn vị đều được miễn nộp kỳ {code}; không có biểu mẫu nào để phát hành.",
    "MS-01": "Sổ «{name}» thiếu bảng {table} (trang «{sheet}»). Vừa xóa thì bấm Ctrl+Z; không thì đóng sổ không lưu, hoặc bấm «Khôi phục bản trước».",
    "MS-02": "Bảng {table} thiếu cột «{column}». Đặt lại đúng tên cột ở dòng tiêu đề của trang «{sheet}» (vừa sửa hay xóa thì bấm Ctrl+Z).",
    "MS-03": "Dưới bảng {table} (trang «{sheet}», ô {cell}) có nội dung khác nên bảng không dài thêm được. "
    "Chuyển nội dung đó sang trang khác.",
    "MS-05": "Bảng {table} (trang «{sheet}»), dòng «{row}»: có giá trị ngoài danh sách chọn. Chọn lại giá trị trong danh sách.",
    "MS-06": "Bảng {table} (trang «{sheet}»), dòng «{row}»: cột «{column}» để trống. Điền vào rồi chạy lại.",
    "MS-07": "Trang «{sheet}»: mã «{code}» có {count} dòng. Mỗi mã chỉ một dòng; sửa mã hoặc xóa dòng thừa.",
    "MS-08": "Trang «Số liệu»: đơn vị {unit}, kỳ {period} có {count} dòng. Bấm «Tiếp nhận báo cáo» cho kỳ đó để ghi lại đúng một dòng.",
    "MS-09": "Trang «{sheet}»: mã «{code}» và mã «{other}» chỉ khác nhau chữ hoa, chữ thường hoặc dấu cách, nên là một mã. Đổi một trong hai mã.",
    "MS-10": "Sổ làm theo bố cục cũ: bảng {table} (trang «{sheet}») chưa có cột «{column}». Đóng sổ rồi chạy «khoagiao upgrade» với tên sổ: sổ được chuyển sang bố cục mới, bản cũ được giữ lại.",
    "CH-01": "Trang «Cấu hình»: khóa «{key}» chưa có giá trị. Điền vào rồi chạy lại.",
    "CH-02": "Trang «Cấu hình»: giá trị «{value}» của khóa «{key}» không phải là số từ 0 đến {most}. Sửa lại.",
    "CH-03": "Trang «Cấu hình»: giá trị «{value}» của khóa «{key}» không có trong danh sách. Chọn một: {known}.",
    "MS-04": "Trang «{sheet}»: «{value}» không đúng kiểu {kind} của cột «{column}». Sửa lại ô này.",
}
