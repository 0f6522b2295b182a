"""Sentences about documents of the office's own: under which head, with which number, of which kind."""

SENTENCES: dict[str, str] = {
    "CH-04": "Trang «Cấu hình»: giá trị «{value}» của khóa «{key}» không phải là ngày. Ghi như 22/3/2024.",
    "BH-01": "Chức vụ «{position}» không ký văn bản của {issuer} (đề ký «{authority}»). Sửa «chuc_vu_ky» ở trang «Cấu "
    "hình» thành một trong: {known}; hoặc đổi «ban_hanh».",
    "BH-02": "Chức vụ «{position}» ghi kèm tên cơ quan. Sửa «chuc_vu_ky» ở trang «Cấu hình» thành «{meant}».",
    "BH-03": "Tên người ký «{name}» ghi kèm học hàm, học vị. Sửa «nguoi_ky» ở trang «Cấu hình»: chỉ ghi họ và tên.",
    "BH-04": "Hồ sơ «{profile}» không có mẫu đầu văn bản của {issuer}. Sửa «ban_hanh» ở trang «Cấu hình» thành: {known}.",
    "BH-05": "Kiểu thể thức {rules} không dùng cho văn bản của {issuer}. Để trống «the_thuc» ở trang «Cấu hình».",
    "BH-06": "{issuer} không còn ban hành văn bản vào ngày {day}: đây chỉ là bản thảo. Muốn ban hành, ghi «ngay_van_ban» ở "
    "trang «Cấu hình» hoặc đổi «ho_so».",
}
