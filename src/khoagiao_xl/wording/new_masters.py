"""Sentences about making a master: its name, year and kind of office, the office's own list of units."""

SENTENCES: dict[str, str] = {
    "HS-03": "Không tạo được sổ cho năm {year}. Chọn một năm từ {least} đến {most}.",
    "HS-04": "Sổ là tệp Excel có macro, đuôi .xlsm, nên không đặt tên «{name}» được. Đặt tên «{proposal}».",
    "HS-06": "Đường dẫn của Python có chữ mà macro của Excel không đọc được: {python}. Nút trong Excel sẽ báo «Could not find Interpreter!». Cài chương trình vào một thư mục tên không dấu, chẳng hạn C:\\KhoaGiao, rồi tạo lại sổ; trong lúc chờ, dùng cửa sổ nhỏ (khoagiao window).",
    "HS-09": "Hồ sơ «{profile}» không dùng cho năm {year}. Chọn một trong: {known}.",
    "DV-01": "Tệp «{name}» không có cột tên đơn vị: các cột là {found}. Đặt tên cột trong các tên: {known} (bắt buộc có cột đầu tiên).",
    "DV-02": "Danh sách đơn vị «{name}» có {count} chỗ phải sửa: {slips}.",
    "DV-03": "Không đọc được danh sách đơn vị «{name}». Lưu thành tệp Excel (.xlsx) hoặc CSV (UTF-8) rồi chạy lại.",
    "DV-04": "Tệp «{name}» có nhiều cột cùng là «{column}» ({cells}). Giữ một cột.",
    "DV-05": "Tệp «{name}» không có đơn vị nào dưới hàng tiêu đề.",
    # One slip in the list each; put together in DV-02.
    "DV-11": "{cell}: thiếu {column}",
    "DV-12": "{cell}: mã «{code}» đã có ở ô {first}",
    "DV-13": "{cell}: mã «{code}» và mã «{other}» (ô {first}) chỉ khác nhau chữ hoa, chữ thường hoặc dấu cách",
    "DV-14": "{cell}: {told}",
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
    # A master that follows that of the year before.
    "NC-10": "Không tạo được sổ từ «{name}». {why}",
    "NC-11": "Lấy từ sổ «{name}»: {units}{directives} văn bản, {reviews} cuộc sơ kết, tổng kết chưa xong, {steps} bước (kể cả dòng MẪU), "
    "{issues} vấn đề nổi cộm chưa giải quyết xong, "
    "các mục cấu hình; quy tắc, chỉ tiêu và danh mục văn bản theo sổ cũ ở chỗ cơ quan đã sửa.",
    "NC-28": "{count} đơn vị, ",
    "NC-12": "Không mang sang: {left}.",
    "NC-13": "Trang «{sheet}»: {count} dòng giữ theo sổ cũ, khác mặc định của chương trình ({codes}).",
    "NC-14": "Trang «{sheet}»: {count} dòng mới của chương trình, sổ cũ không có ({codes}). Không dùng thì xóa hoặc tắt.",
    "NC-15": "Trang «{sheet}»: {count} dòng chương trình không dùng nữa nên không mang sang ({codes}).",
    "NC-16": "Sổ «{name}» đang mở ở nơi khác: lấy theo lần lưu gần nhất.",
    "NC-17": "{unit}: không còn là bộ phận của {code} vì đơn vị đó không mang sang. Xem lại trang «Đơn vị».",
    "NC-18": "Sổ của năm {year} không liền sau sổ năm {last} nên không so cùng kỳ với sổ đó (khóa «so_nam_truoc» để trống).",
    "NC-19": "Hồ sơ «{before}» của sổ cũ đổi thành «{now}» cho năm {year}; tên cơ quan, nơi ký vẫn theo sổ cũ. Xem lại trang «Cấu hình».",
    # One kind of what stayed behind each; put together in NC-12.
    "NC-21": "{count} đơn vị đã thôi hoạt động ({names})",
    "NC-22": "{count} văn bản chỉ hướng dẫn cho năm cũ",
    "NC-23": "{count} văn bản đã bỏ",
    "NC-24": "{count} cuộc sơ kết, tổng kết đã xong hoặc bỏ",
    "NC-25": "{count} nhiệm vụ (nạp hướng dẫn của năm mới)",
    "NC-27": "{count} vấn đề nổi cộm chưa xong của đơn vị đã thôi hoạt động",
    "NC-26": "thời hạn, ngày nghỉ (lập mới theo năm), miễn trừ, số liệu và tệp đã nhận (ở lại sổ cũ)",
    "TM-OK": "Đã tạo sổ «{name}» cho năm {year}, hồ sơ {profile}, với {units} đơn vị; các thư mục làm việc nằm cùng chỗ với sổ.",
}
