"""Sentences about the form that goes to the level above."""

SENTENCES: dict[str, str] = {
    "CT-01": "Chưa có biểu của cấp trên cho kỳ {period}: thư mục «{folder}» không có tệp .xlsx nào, và trang «Cấu hình» chưa có mã của cơ quan "
    "ở sổ cấp trên (khóa «ma_tren», «ma_so_tren»). Đặt biểu cấp trên gửi vào thư mục đó, hoặc điền hai khóa.",
    "CT-02": "Thư mục «{folder}» có {count} tệp .xlsx; cần đúng một biểu của cấp trên. Chỉ ra tệp cần điền (--form).",
    "CT-03": "«{name}» không phải là biểu mẫu của chương trình này, hoặc không đọc được. {why}",
    "CT-04": "«{name}» là biểu kỳ {found}, không phải kỳ {period}. Chọn đúng biểu hoặc đúng kỳ.",
    "CT-05": "«{name}» là biểu của đơn vị mã {found}, mã của cơ quan ở sổ cấp trên là {own} (khóa «ma_tren» ở trang «Cấu hình»). Chọn đúng biểu, hoặc sửa khóa.",
    "CT-06": "«{name}» do chính sổ này phát hành cho đơn vị {found}, không phải biểu của cấp trên.",
    "CT-07": "Không ghi vào «{name}»: đó là chính biểu cấp trên gửi. Chọn nơi ghi khác (--out).",
    # What stands under «Giải trình» of a figure.
    "CT-11": "{coverage} đơn vị",
    "CT-12": "{coverage} đơn vị; {carried} đơn vị theo số kỳ trước",
    "CT-OK": "Đã ghi {filled} số tổng hợp {period} vào biểu gửi cấp trên «{name}», mỗi số kèm số đơn vị có báo cáo. "
    "Còn {left} dòng người gửi tự điền. Xem lại, đánh dấu «không chứa bí mật nhà nước» ở trang Bìa rồi gửi.",
    "CT-21": "Tự điền (câu trả lời có/không, lời văn, hoặc sổ này không có số): {codes}.",
    "CT-22": "Chưa đủ đơn vị ở {count} số: {codes}.",
    "CT-23": "Sổ này có {count} số mà biểu của cấp trên không hỏi: {codes}.",
    "CT-25": "Trang «Việc cụ thể» của biểu: người gửi tự ghi từng việc cần nêu với cấp trên.",
    "CT-24": "Biểu lập theo bố cục của sổ này vì chưa có biểu của cấp trên. Nên điền vào biểu cấp trên gửi: cấp trên nhận biểu theo đúng biểu đã phát hành.",
}
