"""Sentences about documents of the office's own: under which head, with which number, of which kind."""

SENTENCES: dict[str, str] = {
    "CH-04": "«{key}»: «{value}» không phải là ngày. Ghi như 22/3/2024.",
    "BH-01": "Chức vụ «{position}» không ký văn bản của {issuer}. Sửa «chuc_vu_ky» ở trang «Cấu "
    "hình» thành một trong: {known}; hoặc đổi «ban_hanh».",
    "BH-02": "Chức vụ «{position}» ghi kèm tên cơ quan. Sửa «chuc_vu_ky» ở trang «Cấu hình» thành «{meant}».",
    "BH-03": "Tên người ký «{name}» ghi kèm học hàm, học vị. Sửa «nguoi_ky» ở trang «Cấu hình»: chỉ ghi họ và tên.",
    "BH-04": "Hồ sơ «{profile}» không có mẫu đầu văn bản của {issuer}. Sửa «ban_hanh» ở trang «Cấu hình» thành: {known}.",
    "BH-05": "Kiểu thể thức {rules} không dùng cho văn bản của {issuer}. Để trống «the_thuc» ở trang «Cấu hình».",
    "BH-06": "{issuer} không còn ban hành văn bản vào ngày {day}: đây chỉ là bản thảo. Muốn ban hành, ghi «ngay_van_ban» ở "
    "trang «Cấu hình» hoặc đổi «ho_so».",
    "SVB-01": "Số {number} của {kind} ({issuer}) có {count} dòng ở trang «Văn bản đi». Sửa để mỗi số chỉ một văn bản, rồi cấp số.",
    "SVB-30": "«{key}» có nhiều dòng đã cấp số ở trang «Văn bản đi»: {symbols}. Chỉ để «{key}» ở cột «Báo cáo» của một dòng.",
    "SVB-31": "Văn bản này đã có số {symbol}; tệp đang có khác với bản sắp ghi (số liệu đã đổi, hoặc tệp đã được sửa tay). Ghi lại thì tệp "
    "đang có được cất vào thư mục «{folder}».",
    "SVB-02": "Ngày {day} trước ngày kết thúc {period} ({ends}).",
    "SVB-03": "Ngày {day} trước ngày {last} của {kind} số {number}, là số cấp gần nhất.",
    "SVB-04": "{period} chưa kết thúc (đến hết ngày {ends}).",
    "SVB-05": "Chưa hết hạn gửi báo cáo {period} của các đơn vị (ngày {due}).",
    "SVB-06": "Còn {count} câu chương trình đề xuất ở trang «Lời báo cáo» chưa được nhận hay bỏ.",
    "SVB-07": "«{name}»: {reasons} Nếu vẫn làm, bấm lần nữa trong vòng {minutes} phút (ở dòng lệnh: thêm --even-unfinished).",
    "SVB-08": "Kỳ {period} đã chốt khi báo cáo chưa có số. Bấm «Mở lại kỳ», cấp số, rồi chốt lại.",
    "SVB-09": "{issuer} không còn ban hành văn bản vào ngày {day}. Ghi «ngay_van_ban» ở trang «Cấu hình», hoặc thêm --day.",
    "SVB-10": "{kind} ({issuer}): sổ chưa có số {missing}. Nếu là văn bản về khoa giáo thì ghi thêm dòng; là văn bản khác của cơ "
    "quan thì bỏ qua.",
    "SVB-11": "{kind} ({issuer}) số {number} có ngày {day}, trước ngày {earlier} của số {previous}.",
    "SVB-12": "{kind} ({issuer}) số {number} đã có ở ô {row}. Mỗi số chỉ cấp cho một văn bản: sửa một trong hai dòng.",
    "SVB-OK": "Đã cấp số {number}-{symbol}, ngày {day}: viết lại «{name}».",
    "SVB-OLD": "«{name}» đã có số {number}-{symbol}, ngày {day}: giữ số cũ, viết lại văn bản.",
}
