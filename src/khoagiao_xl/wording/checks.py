"""Sentences about what people typed in the master: what is wrong in a cell, and what to do."""

SENTENCES: dict[str, str] = {
    # Where things stand.
    "KT-01": "Thiếu cột «{column}»: tiêu đề đã bị sửa hoặc cột đã bị xóa. Gõ lại đúng tên cột vào hàng tiêu đề.",
    "KT-02": "Dòng {row} nằm ngoài bảng nên không được đọc. Kéo góc dưới bên phải của bảng xuống để bảng chứa dòng này, hoặc xóa dòng.",
    "KT-03": "Dòng {row} nằm dưới bảng do chương trình ghi, bảng sẽ không dài thêm được. Chuyển nội dung này sang trang khác.",
    "KT-04": "Có {count} ô ghi bên ngoài bảng; chương trình không đọc, không sửa các ô này. Nếu là dữ liệu thì chuyển vào bảng.",
    "KT-05": "Dòng {rows} trống ở giữa bảng, làm danh sách chọn và bảng điều khiển thiếu dòng cuối. Xóa dòng trống.",
    # Blanks, and what only looks like one.
    "KT-10": "Cột «{column}» để trống. Điền vào, hoặc xóa cả dòng nếu không dùng.",
    "KT-11": "Ô chỉ có dấu cách, Excel coi là đã điền. Chọn ô rồi bấm Delete.",
    "KT-12": "«{found}» có dấu cách ở đầu, ở cuối hoặc ký tự ẩn, nên không khớp với chỗ khác. Gõ lại ô này.",
    "KT-13": "«{found}» có chữ cái lạ trông giống chữ Việt ({letters}), nên không khớp với chỗ khác. Gõ lại ô này.",
    "KT-14": "Ô báo lỗi {found}. Xóa công thức và ghi giá trị.",
    # Values of the wrong kind.
    "KT-20": "«{found}» ở cột «{column}» không phải là ngày của Excel. Nếu là ngày {proposal} thì gõ lại {proposal}.",
    "KT-21": "«{found}» ở cột «{column}» không phải là ngày có thật. Gõ lại theo dạng ngày/tháng/năm.",
    "KT-22": "Ngày {found} ở cột «{column}» quá xa. Kiểm tra lại năm.",
    "KT-23": "«{found}» ở cột «{column}» là chữ, không phải là số. Nếu là {proposal} thì gõ lại {proposal}.",
    "KT-24": "«{found}» ở cột «{column}» không phải là số. Gõ lại bằng chữ số.",
    "KT-25": "Số {found} ở cột «{column}» nhỏ hơn 0. Kiểm tra lại.",
    "KT-26": "Ô ở cột «{column}» đã bị Excel đổi thành {found}. Nếu là chữ thì gõ dấu ' trước rồi gõ lại.",
    # Lists, keys.
    "KT-30": "«{found}» không có trong danh sách của cột «{column}».{near} Chọn lại trong danh sách.",
    "KT-31": "«{found}» không có ở trang «{sheet}».{near} Chọn lại trong danh sách.",
    "KT-40": "Dòng này trùng với dòng {row} (ô {first}). Sửa lại hoặc xóa một dòng.",
    "KT-41": "Tên «{name}» cũng là tên của đơn vị {other} (dòng {row}). Sửa tên, hoặc xóa dòng nếu là một đơn vị.",
    # Tables among each other.
    "KT-50": "Văn bản «{found}» không có ở trang «{sheet}».{near} Sửa ký hiệu hoặc thêm văn bản.",
    "KT-51": "Các mã trong «{found}» phải cách nhau bằng dấu chấm phẩy. Gõ lại: {proposal}.",
    "KT-52": "Cuộc sơ kết, tổng kết chưa ghi văn bản nào. Điền số, ký hiệu văn bản.",
    "KT-53": "Văn bản «{found}» của cuộc sơ kết, tổng kết không có ở trang «{sheet}».{near} Sửa ký hiệu hoặc thêm văn bản.",
    "KT-54": "Ngày tròn {day} không phải là ngày ban hành {issued} cộng {years} năm ({right}). Sửa lại ngày tròn, số năm hoặc ngày ban hành.",
    "KT-55": "Chỉ tiêu {found} không có ở trang «{sheet}».{near} Sửa mã hoặc thêm chỉ tiêu.",
    "KT-56": "Không có quy tắc «{found}» nên dòng miễn trừ này không có tác dụng.{near} Sửa mã quy tắc.",
    "KT-57": "«{found}» không phải là mã kỳ.{near} Viết theo mẫu 2024-M03, 2024-Q1, 2024-H1 hoặc 2024-Y.",
    "KT-58": "Chỉ tiêu «tính lại» phải có công thức. Điền công thức, ví dụ KG108/KG107*100.",
    # Days.
    "KT-60": "«{column}» {found} lại trước «{other}» {bound}. Kiểm tra lại hai ngày.",
    "KT-61": "Hạn {day} là {why}. Theo quy tắc «{roll}» thì là {moved} (ngày làm việc liền trước: {before}). Sửa lại, hoặc giữ nếu văn bản ấn định đúng ngày này.",
    "KT-62": "Hạn {day} cách xa năm kế hoạch {year}. Kiểm tra lại năm.",
    # Names, addresses, settings.
    "KT-70": "«{found}» không phải là đơn vị nào ở trang «Đơn vị».{near} Chọn đúng tên, hoặc thêm vào cột «Tên khác».",
    "KT-80": "«{found}» không phải là địa chỉ thư dùng được. Ghi một địa chỉ dạng ten@coquan.vn, không dấu.",
    "KT-90": "Thiếu khóa {keys}. Thêm lại dòng cho từng khóa, ghi giá trị.",
    "KT-91": "Khóa «{key}» chưa có giá trị. Điền vào cột «Giá trị».",
    "KT-92": "Giá trị «{found}» của khóa «{key}» không phải là số từ {least} đến {most}. Sửa lại.",
    "KT-93": "Giá trị «{found}» của khóa «{key}» không dùng được. Chọn một trong: {known}.",
    "KT-94": "Không có khóa «{found}»; giá trị này không có tác dụng.{near} Sửa tên khóa hoặc xóa dòng.",
    "KT-95": "Khóa «{found}» viết sai nên không có tác dụng. Sửa lại thành «{meant}».",
    "KT-OK": "Đã kiểm tra sổ: {errors} ô phải sửa, {questions} ô cần xem lại, {notes} ghi nhận. Mở trang «Lỗi», bấm «mở ô» để đến từng ô.",
    "KT-SACH-OK": "Đã kiểm tra sổ: mọi ô đều đúng.",
}
