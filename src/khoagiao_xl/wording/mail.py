"""Sentences of mail drafts."""

SENTENCES: dict[str, str] = {
    "DD-SUBJECT": "Báo cáo công tác khoa giáo {period}: {unit}",
    "DD-HELLO": "Kính gửi: {unit}",
    "DD-M1": "{office} chưa nhận được báo cáo số liệu công tác khoa giáo {period} của đơn vị. "
    "Hạn nộp là ngày {due} ({when}). Đề nghị đơn vị điền biểu mẫu đã phát hành và gửi về; "
    "nếu cả kỳ không có việc gì, đánh dấu «không phát sinh» ở trang Bìa rồi gửi.",
    "DD-M2": "Đơn vị được gia hạn nộp báo cáo công tác khoa giáo {period} đến hết ngày {due} ({when}). "
    "Đề nghị đơn vị gửi biểu đúng hạn.",
    "DD-M3": "Biểu số liệu công tác khoa giáo {period} của đơn vị còn chỗ phải sửa nên được trả lại kèm thư này. "
    "Các ô sai đã tô màu và ghi chú; trang «LỖI CẦN SỬA» liệt kê từng ô. "
    "Đề nghị đơn vị sửa ngay trên tệp kèm theo rồi gửi lại.",
    "DD-M4": "Đã nhận biểu số liệu công tác khoa giáo {period} của đơn vị. Các số dưới đây cần đơn vị xác nhận: "
    "nếu đúng, ghi lý do ở cột «Giải trình»; nếu sai, sửa lại; rồi gửi lại biểu.",
    "DD-CELL": "Trang «{sheet}», ô {cell}: {message}",
    "DD-LATE": "đã quá hạn {days} ngày",
    "DD-SOON": "chưa đến hạn",
    "DD-MORE": "... và {count} chỗ khác, xem trong tệp kèm theo.",
    "DD-BYE": "Trân trọng.\n{office}",
}
