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
    "DC-10": "trang «Tiếp nhận» không có dòng",
    # A figure walked back to its cells.
    "TV-01": "Trang «Chỉ tiêu» không có mã «{code}». Xem lại mã, ví dụ KG201.",
    "TV-02": "Trang «Đơn vị» không có mã «{code}». Xem lại mã đơn vị.",
    "TV-03": "Chỉ tiêu {code} là lời văn, không cộng thành số nên không có gì để truy vết.",
    "TV-04": "Chưa chọn số nào và chưa có báo cáo Word kỳ {period}. Đứng ở một dòng của trang «Tổng hợp» hoặc một ô của trang «Số liệu» "
    "rồi bấm «Truy vết số liệu».",
    "TV-06": "{unit} không có báo cáo được tính kỳ {period} ({state}), nên không có ô nào để truy vết.",
    "TV-07": "«{name}» không có số nào mang mã của chương trình: không phải báo cáo do chương trình viết, hoặc đã mất mã khi lưu.",
    "TV-08": "Tệp «{name}» không phải là tệp Word (.docx) đọc được.",
    "TV-10": "{label} ({code}), {column} {period}: {parts} số của {units} đơn vị. Cộng: {added} = Tổng hợp {shown}.",
    "TV-11": "{label} ({code}), {column} {period}: {parts} số của {units} đơn vị. Cộng: {added}, Tổng hợp ghi {shown}: KHÁC NHAU. "
    "Bấm «Tổng hợp» lại; kỳ đã chốt thì xem «Thay đổi sau chốt».",
    "TV-12": "{label} ({code}), {column} {period}: {parts} số của {units} đơn vị. Cộng: {added}. Trang «Tổng hợp» chưa có số này.",
    "TV-13": "Kỳ này",
    "TV-14": "Lũy kế",
    "TV-15": "Cộng",
    "TV-16": "Tổng hợp",
    "TV-17": "{unit}: {value}{where}{remark}",
    "TV-18": " ({file}, trang {sheet}, ô {cell}: «{raw}», bản {version})",
    "TV-19": "không có số",
    "TV-20": "mang sang từ {period}",
    "TV-21": "trang «Số liệu» đã sửa tay thành {found}, không tính",
    "TV-22": "tính theo số sửa tay {found}, tệp ghi {expected}",
    "TV-23": "bản gốc không còn",
    "TV-24": "bản gốc đã bị thay đổi",
    "TV-25": "để trống: không phát sinh",
    "TV-26": "không nêu số",
    "TV-27": "đúng bằng Tổng hợp",
    "TV-28": "KHÁC Tổng hợp",
    # A cell walked on to the figures it reaches.
    "TV-30": "{unit}, {code} kỳ {period}: {value}{where}. Đi vào {count} số:",
    "TV-31": "{column} {period}, {code} {label}: {value}{carried} — trong báo cáo mang mã {key}{documents}",
    "TV-32": "Kỳ trước",
    "TV-33": ", có {places} chỗ trong «{name}»",
    "TV-34": ", mang sang",
    # A report checked against the files.
    "TV-40": "«{name}»: {figures} số, tính lại từ kết quả đọc lưu cùng bản gốc (mã băm của {originals} bản gốc còn đúng): 0 chỗ khác.",
    "TV-41": "«{name}»: {figures} số, tính lại từ kết quả đọc lưu cùng bản gốc: {differences} chỗ KHÁC.",
    "TV-42": "{key} ({label}): báo cáo ghi {found}, tính lại {expected}. {cause}",
    "TV-43": "Trang «Tổng hợp» cũng ghi {shown}: tổng hợp lại rồi xuất lại báo cáo.",
    "TV-44": "Trang «Tổng hợp» ghi {shown}: số trong báo cáo đã bị sửa, hoặc báo cáo viết trước lần tổng hợp sau cùng.",
    "TV-45": " {unit} đã gửi bản {version}: {before} → {after}.",
    "TV-47": "Trang «Tổng hợp» không còn số này vì đã tiếp nhận thêm: tổng hợp lại rồi xuất lại báo cáo.",
    "TV-48": "«{name}»: {figures} số của kỳ đã chốt ngày {day}, so với số đã chốt: {differences} chỗ khác. Sửa đổi từ khi chốt: {later} "
    "(trang «Thay đổi sau chốt»).",
    "TV-46": "{key}: không tính lại được, sổ không có kỳ hoặc chỉ tiêu này.",
}
