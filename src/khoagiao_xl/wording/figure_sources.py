"""Sentences about figures and where they come from: what does not fit its file, and the walk back to a cell."""

SENTENCES: dict[str, str] = {
    # A figure held against the file of its unit.
    "DC-00": "để trống",
    "DC-01": "{unit} đã báo cáo kỳ {period} (tệp «{file}») nhưng trang «Số liệu» không có dòng của đơn vị. Tổng vẫn cộng theo "
    "tệp; bấm «Tiếp nhận báo cáo» kỳ này để ghi lại dòng.",
    "DC-02": "Dòng số liệu kỳ {period} của {unit} không có báo cáo nào được tính ({state}), nên không được cộng. Xóa dòng, "
    "hoặc bấm «Tiếp nhận báo cáo» kỳ này.",
    "DC-03": "{unit}, {indicator} kỳ {period}: trang «Số liệu» ghi {found}, tệp «{file}» (trang {sheet}, ô {cell}) ghi {expected}. "
    "Tổng cộng theo tệp. Gõ lại như tệp; nếu số đã sửa mới đúng thì lấy biểu đã sửa của đơn vị, hoặc ghi quy tắc SUA-TAY ở trang «Miễn trừ».",
    "DC-04": "{unit}, {indicator} kỳ {period}: cộng theo số sửa tay {found}, tệp «{file}» (trang {sheet}, ô {cell}) ghi {expected}; "
    "được phép theo SUA-TAY ở trang «Miễn trừ».",
    "DC-05": "{unit}, {indicator} kỳ {period}: lời văn ở trang «Thuyết minh» không còn như tệp «{file}» (trang {sheet}, ô {cell}). "
    "Báo cáo lấy lời văn trong sổ.",
    "DC-06": "Bản gốc «{file}» của {unit} kỳ {period} không còn trong kho lưu. Số vẫn tính theo những gì đã đọc; chép lại tệp vào hộp "
    "thư đến rồi tiếp nhận.",
    "DC-07": "Bản gốc «{file}» của {unit} kỳ {period} trong kho lưu đã bị thay đổi. Số vẫn tính theo những gì đã đọc; chép lại tệp đơn vị "
    "gửi vào hộp thư đến rồi tiếp nhận.",
    "DC-08": "Kỳ {period}: {count} báo cáo không đối chiếu được với tệp vì chưa lưu kết quả đọc ({unit}). Bấm «Tiếp nhận báo cáo» kỳ này.",
    "DC-09": "Và {count} chỗ nữa không khớp với tệp; bấm «Kiểm tra kế hoạch» để xem hết.",
}
