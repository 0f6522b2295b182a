"""Sentences about making a master: its name, year and kind of office, the office's own list of units."""

SENTENCES: dict[str, str] = {
    "HS-03": "Không tạo được sổ cho năm {year}. Chọn một năm từ {least} đến {most}.",
    "HS-04": "Sổ là tệp Excel có macro, đuôi .xlsm, nên không đặt tên «{name}» được. Đặt tên «{proposal}».",
    "DV-01": "Tệp «{name}» không có cột tên đơn vị: các cột là {found}. Đặt tên cột trong các tên: {known} (bắt buộc có cột đầu tiên).",
    "DV-02": "Danh sách đơn vị «{name}» có {count} chỗ phải sửa: {slips}.",
    "DV-03": "Không đọc được danh sách đơn vị «{name}». Lưu thành tệp Excel (.xlsx) hoặc CSV (UTF-8) rồi chạy lại.",
    "DV-04": "Tệp «{name}» có nhiều cột cùng là «{column}» ({cells}). Giữ một cột.",
    "DV-05": "Tệp «{name}» không có đơn vị nào dưới hàng tiêu đề.",
    # One slip in the list each; put together in DV-02.
    "DV-11": "{cell}: thiếu {column}",
    "DV-12": "{cell}: mã «{code}» đã có ở ô {first}",
    "DV-13": "{cell}: mã «{code}» và mã «{other}» (ô {first}) chỉ khác nhau chữ hoa, chữ thường hoặc dấu cách",
    "DV-14": "{cell}: «{value}» không phải là địa chỉ thư dùng được",
    "DV-15": "{cell}: loại «{value}» không phải là đảng bộ hay chi bộ",
    "DV-16": "{cell}: «{value}» không phải là ngày (ghi ngày/tháng/năm)",
    "DV-18": "và {count} chỗ nữa",
    # What is told of a list that was taken.
    "DV-21": "Danh sách không có cột Mã: đã đặt mã cho {count} đơn vị theo chữ cái đầu của tên. Xem lại trang «Đơn vị» trước khi phát hành biểu mẫu.",
    "DV-22": "Không dùng các cột: {columns}.",
    # A master of an older layout.
    "NC-00": "Chuyển bố cục sổ",
    "NC-01": "Thêm {added}.",
    "NC-02": "Không chuyển sang sổ mới, chỉ còn trong bản cũ: {left}.",
    "NC-03": "Sổ «{name}» đã theo bố cục hiện nay, không phải chuyển.",
    "NC-OK": "Đã chuyển sổ «{name}» sang bố cục hiện nay, mọi bảng giữ nguyên nội dung (thêm {added}). Bản cũ: «{backup}».",
    "TM-OK": "Đã tạo sổ «{name}» cho năm {year}, hồ sơ {profile}, với {units} đơn vị; các thư mục làm việc nằm cùng chỗ với sổ.",
}
