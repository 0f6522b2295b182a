"""Sentences about fetching: what a mailbox did, what was left there, what the office does about it."""

SENTENCES: dict[str, str] = {
    "THU-501": "Chưa ghi máy chủ nhận thư: ở trang «Cấu hình», điền khóa imap_may_chu (hỏi bộ phận công nghệ thông tin). "
    "Chưa có máy chủ thì tự lưu thư (.eml, .msg) hoặc tệp đính kèm vào hộp thư đến của kỳ.",
    # -- the connection: nothing was fetched
    "THU-511": "Không tìm thấy máy chủ {host}: máy này không có mạng, hoặc tên ở khóa imap_may_chu sai. Kiểm tra rồi lấy lại.",
    "THU-512": "{host} không nhận kết nối ở cổng {port}: xem lại khóa imap_cong (TLS thường là 993, STARTTLS thường là 143), "
    "hoặc hỏi bộ phận công nghệ thông tin xem mạng có chặn cổng ấy không.",
    "THU-513": "{host} không trả lời trong {seconds} giây. Lấy lại sau; vẫn vậy thì kiểm tra mạng, khóa imap_cong.",
    "THU-514": "Không kết nối được tới {host} ({answer}). Kiểm tra mạng của máy này rồi lấy lại.",
    "THU-515": "Chứng thư của {host} {why} nên không lấy thư, không đưa mật khẩu. Hỏi bộ phận công nghệ thông tin: "
    "khóa imap_may_chu phải đúng tên trên chứng thư; chứng thư gốc của cơ quan phải cài vào máy này.",
    "THU-516": "Không mã hóa được kết nối với {host} ở cổng {port} nên không lấy thư. Xem lại imap_bao_mat và imap_cong: "
    "TLS thường đi với 993, STARTTLS với 143.",
    "THU-517": "{host} ngắt kết nối khi chưa cho xem thư. Lấy lại sau; vẫn vậy thì xem lại imap_bao_mat, imap_cong.",
    "THU-521": "{host} không nhận tài khoản {account}. Xem lại khóa imap_tai_khoan, cất lại mật khẩu bằng khoagiao fetch "
    "--store-password; hộp thư có xác thực hai bước thì dùng mật khẩu ứng dụng.",
    "THU-522": "Hộp thư không có thư mục «{folder}» (khóa imap_thu_muc ở trang «Cấu hình»). Các thư mục đang có: {known}.",
    # -- the line broke meanwhile
    "THU-531": "{host} không trả lời trong {seconds} giây.",
    "THU-532": "{host} ngắt kết nối giữa chừng ({answer}).",
    # -- letters that stay there
    "THU-541": "Thư đến lúc {moment} ({size} MB) lớn hơn gioi_han_mb ({most} MB) nên không lấy: mở hộp thư, tự lưu tệp cần dùng "
    "vào hộp thư đến của kỳ.",
    "THU-542": "Máy chủ không đưa ra thư đến lúc {moment}: có thể vừa bị xóa. Lấy lại lần sau, hoặc mở hộp thư xem.",
    "THU-543": "Lấy thư",
    "THU-544": "Dừng lấy thư: {reason} Còn {left} thư; thư đã lấy vẫn giữ. Bấm «Lấy thư» lần nữa để lấy tiếp.",
    "THU-545": "Còn {left} thư: mỗi lần chỉ lấy một số. Bấm «Lấy thư» lần nữa để lấy tiếp.",
    "THU-546": "Bỏ qua {own} thư do chính cơ quan soạn bằng chương trình này.",
    # -- letters of the office that did not arrive
    "THU-561": "Thư {kind} gửi {unit} («{subject}») không tới {addresses}{why}: trang «Thư» ghi «bị trả về». Sửa địa chỉ ở {where}, "
    "chọn «chưa gửi» ở trang «Thư» rồi soạn lại.",
    "THU-562": "Thư {kind} gửi {unit} («{subject}») không tới {addresses}{why}; các địa chỉ khác không báo lỗi. Sửa địa chỉ ở {where}.",
    "THU-563": "Thư {kind} gửi {unit} («{subject}») chưa tới {addresses}{why}; máy chủ còn thử lại. Vài ngày nữa lấy thư lần nữa.",
    "THU-564": "Một thư gửi {addresses} không tới nơi{why}; không rõ là thư nào của sổ này. Địa chỉ ấy của: {units}. Xem thư báo «{subject}».",
    "THU-565": "{day}: không tới {addresses}{why}.",
    "THU-566": "chưa thấy ở trang «Đơn vị»",
    "THU-567": "trang «Đơn vị»",
    "THU-568": "trang «Cấu hình»",
    # -- what is told
    "THU-551": "Đã lấy {letters} thư của {account} vào «{folder}» (thư đến từ ngày {starts}; {known} thư đã lấy từ trước). "
    "Thư trên máy chủ giữ nguyên. Bấm «Tiếp nhận» để đọc.",
    "THU-547": "{count} thư đến từ ngày {starts} đã nằm ở hộp thư đến của kỳ khác ({periods}): mỗi thư chỉ lấy một lần. Thư nào có "
    "biểu của kỳ này thì chép tệp thư sang «{folder}».",
    "THU-553": "Sẽ lấy {letters} thư của {account} vào «{folder}» (thư đến từ ngày {starts}; {known} thư đã lấy từ trước). "
    "Chưa lấy thư nào.",
    "THU-554": "{number}. {moment} | {sender} | {subject} | {size} MB",
    "THU-555": "(không có tiêu đề)",
    "THU-556": "{number}. {moment} | {sender} | {subject} | {size} MB | lớn quá, không lấy: tự lưu tệp cần dùng vào hộp thư đến của kỳ",
    "THU-552": "Không có thư mới của {account} từ ngày {starts} ({known} thư đã lấy từ trước).",
}
