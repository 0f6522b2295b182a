"""Sentences of mail drafts."""

# What a unit is told where the office's own sentence speaks of its master and its folders.
_KEPT_NO_MORE = "bản lưu của tệp tại nơi nhận không còn nguyên vẹn."
_NOT_ITS_FORM = "biểu này không phải biểu mẫu đã phát hành cho đơn vị, cho kỳ này."
FOR_THE_UNIT: dict[str, str] = {
    "NB-19": _KEPT_NO_MORE,
    "NB-20": _KEPT_NO_MORE,
    "R35-1": _NOT_ITS_FORM,
    "R35-7": "bên trong là biểu của đơn vị khác, có thể đã điền nhầm biểu.",
    "R35-3": _NOT_ITS_FORM,
    "R35-6": _NOT_ITS_FORM,
    "TN-28": "không mở được tệp.",
}

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
    "DD-M5": "Ngày {received}, {office} đã nhận tệp «{file}» của đơn vị nhưng chưa dùng được. Lý do: {why} "
    "Vì vậy chưa có số liệu công tác khoa giáo {period} của đơn vị. Hạn nộp là ngày {due} ({when}). "
    "Đề nghị đơn vị điền vào biểu mẫu {period} đã phát hành cho đơn vị, lưu dạng .xlsx và gửi lại; "
    "nếu tệp nói trên không phải do đơn vị gửi thì báo lại.",
    "DD-M6": "Ngày {received}, {office} đã nhận một tệp của đơn vị nhưng không được dùng; {office} sẽ trao đổi trực tiếp "
    "với đơn vị về tệp này. Đề nghị không gửi lại tệp đó qua thư điện tử, chỉ điền và gửi biểu mẫu {period} đã phát hành "
    "cho đơn vị. Hạn nộp là ngày {due} ({when}).",
    "DD-FILE": "Tệp «{file}» gửi thêm chưa dùng được: {why}",
    "DD-CELL": "Trang «{sheet}», ô {cell}: {message}",
    "DD-LATE": "đã quá hạn {days} ngày",
    "DD-SOON": "chưa đến hạn",
    "DD-MORE": "... và {count} chỗ khác, xem trong tệp kèm theo.",
    "DD-BYE": "Trân trọng.\n{office}",
}
