"""Sentences about sending: what the mail server said of a letter, and what the office does about it."""

# Why a certificate is not trusted, by the code of OpenSSL; of any other: UNTRUSTED.
CERTIFICATE_FAULTS: dict[int, str] = {
    9: "chưa đến ngày có hiệu lực (xem lại ngày giờ của máy này)",
    10: "đã hết hạn",
    62: "cấp cho máy chủ khác",
    64: "cấp cho máy chủ khác",  # of a server that is named by its number
}
UNTRUSTED = "không do nơi mà máy này tin cậy cấp"

SENTENCES: dict[str, str] = {
    # -- settings and passwords
    "THU-401": "Chưa ghi máy chủ thư: ở trang «Cấu hình», điền khóa {key} (hỏi bộ phận công nghệ thông tin). "
    "Chưa có máy chủ thì để cach_gui_thu là «tệp .eml» và gửi bằng hộp thư của mình.",
    "THU-402": "Chưa ghi địa chỉ thư của cơ quan: ở trang «Cấu hình», điền khóa email.",
    "THU-403": "Chưa cất mật khẩu của {account} tại {host}. Mở cửa sổ lệnh, chạy khoagiao {verb} «{master}» "
    "--store-password rồi gõ mật khẩu một lần; mật khẩu nằm trong kho khóa của hệ điều hành, không nằm trong sổ.",
    "THU-404": "Máy này không có kho khóa để cất mật khẩu (Windows có sẵn; Linux: cài và mở gnome-keyring hoặc KWallet). {otherwise}",
    "THU-409": "Chưa có thì để cach_gui_thu là «tệp .eml» và gửi bằng hộp thư của mình.",
    "THU-410": "Chưa có thì tự lưu thư (.eml, .msg) hoặc tệp đính kèm vào hộp thư đến của kỳ.",
    "THU-405": "Kho khóa của hệ điều hành không cho lấy, cất mật khẩu: mở khóa kho rồi làm lại.",
    "THU-406": "Mật khẩu có chữ có dấu hoặc trống nên chưa cất: máy chủ thư chỉ nhận chữ không dấu. Đổi mật khẩu rồi cất lại.",
    "THU-407": "Đã cất mật khẩu của {account} tại {host} vào kho khóa của hệ điều hành.",
    "THU-408": "Mật khẩu của {account} tại {host} (gõ không hiện chữ): ",
    # -- the connection: nothing was sent
    "THU-411": "Không tìm thấy máy chủ {host}: máy này không có mạng, hoặc tên ở khóa smtp_may_chu sai. Kiểm tra rồi gửi lại.",
    "THU-412": "{host} không nhận kết nối ở cổng {port}: xem lại khóa smtp_cong (STARTTLS thường là 587, TLS thường là 465), "
    "hoặc hỏi bộ phận công nghệ thông tin xem mạng có chặn cổng ấy không.",
    "THU-413": "{host} không trả lời trong {seconds} giây. Gửi lại sau; vẫn vậy thì kiểm tra mạng, khóa smtp_cong.",
    "THU-414": "Không kết nối được tới {host} ({answer}). Kiểm tra mạng của máy này rồi gửi lại.",
    "THU-415": "Chứng thư của {host} {why} nên không gửi, không đưa mật khẩu. Hỏi bộ phận công nghệ thông tin: "
    "khóa smtp_may_chu phải đúng tên trên chứng thư; chứng thư gốc của cơ quan phải cài vào máy này.",
    "THU-416": "Không mã hóa được kết nối với {host} ở cổng {port}. Xem lại smtp_bao_mat và smtp_cong: "
    "STARTTLS thường đi với 587, TLS với 465.",
    "THU-417": "{host} không có STARTTLS nên không gửi: mật khẩu và thư không được đi mà không mã hóa. "
    "Đặt smtp_bao_mat là TLS và smtp_cong là 465, hoặc hỏi bộ phận công nghệ thông tin.",
    "THU-418": "{host} từ chối kết nối ({answer}). Gửi lại sau; vẫn vậy thì hỏi bộ phận công nghệ thông tin.",
    "THU-419": "{host} ngắt kết nối khi chưa nhận thư. Gửi lại sau; vẫn vậy thì xem lại smtp_bao_mat, smtp_cong.",
    "THU-421": "{host} không nhận tài khoản {account} ({answer}). Xem lại khóa smtp_tai_khoan, cất lại mật khẩu bằng "
    "--store-password; hộp thư có xác thực hai bước thì dùng mật khẩu ứng dụng.",
    "THU-422": "{host} chưa cho {account} đăng nhập lúc này ({answer}). Đợi một lúc rồi gửi lại.",
    "THU-423": "{host} không có cách đăng nhập mà chương trình biết. Máy chủ không cần đăng nhập thì để trống smtp_tai_khoan; "
    "nếu cần thì hỏi bộ phận công nghệ thông tin.",
    "THU-424": "{host} đòi đăng nhập ({answer}). Điền khóa smtp_tai_khoan, cất mật khẩu bằng --store-password rồi gửi lại.",
    "THU-425": "{host} không cho địa chỉ {sender} gửi thư ({answer}). Khóa email ở trang «Cấu hình» phải là địa chỉ của "
    "tài khoản gửi thư.",
    "THU-426": "{host} chưa nhận thư lúc này ({answer}). Đợi một lúc rồi gửi lại.",
    # -- one letter: it was surely not sent
    "THU-431": "Máy chủ không nhận địa chỉ {refused}; chưa gửi cho ai. Sửa địa chỉ ở trang «Đơn vị» rồi soạn lại, "
    "hoặc sửa ngay trong tệp thư, rồi gửi lại.",
    "THU-432": "Máy chủ chưa nhận địa chỉ {refused} lúc này; chưa gửi cho ai. Đợi một lúc rồi gửi lại.",
    "THU-433": "Thư {size} MB, lớn hơn mức máy chủ nhận ({answer}). Giảm thu_toi_da_mb ở trang «Cấu hình» rồi soạn lại.",
    "THU-434": "Máy chủ không nhận thư này ({answer}). Xem nội dung, tệp đính kèm rồi gửi lại; vẫn vậy thì hỏi bộ phận "
    "công nghệ thông tin.",
    "THU-435": "Máy chủ chưa nhận thư này lúc này ({answer}). Đợi một lúc rồi gửi lại.",
    "THU-436": "Máy chủ ngắt kết nối giữa chừng, cả khi thử lại; thư chưa đi. Gửi lại sau.",
    "THU-437": "Thư có chữ chưa mã hóa mà máy chủ không nhận. Mở tệp thư, lưu lại rồi gửi; hoặc xóa tệp và soạn lại.",
    # -- one letter: nobody knows
    "THU-438": "Máy chủ ngắt kết nối trước khi xác nhận nên không rõ thư đã đi hay chưa. Hỏi nơi nhận, "
    "rồi ở trang «Thư» chọn «đã gửi» hoặc «chưa gửi».",
    "THU-439": "Máy chủ nhận thư mà không xác nhận trong {seconds} giây nên không rõ thư đã đi hay chưa. Hỏi nơi nhận, "
    "rồi ở trang «Thư» chọn «đã gửi» hoặc «chưa gửi».",
    # -- drafts that are not sent
    "THU-441": "Tệp không còn ở thư mục thư nháp. Đã gửi rồi thì chọn «đã gửi» ở trang «Thư»; chưa thì soạn lại.",
    "THU-442": "Không có địa chỉ nhận. Mở tệp thư, điền nơi nhận.",
    "THU-443": "Có người nhận ẩn (Bcc), là điều chương trình không gửi. Mở tệp thư, chuyển người ấy sang Gửi tới hoặc Sao gửi.",
    "THU-444": "Phần đầu thư có chữ chưa mã hóa. Mở tệp thư bằng chương trình thư, lưu lại; hoặc xóa tệp và soạn lại.",
    "THU-445": "Không gửi thư {kind} gửi {unit} («{file}»): {reason}",
    "THU-446": "Thư {kind} gửi {unit} («{file}»): {reason}",
    "THU-448": "Trang «Thư» có nhiều dòng cùng mã thư này. Xóa dòng thừa, chỉ giữ một.",
    "THU-449": "Ô «Tệp thư» không ghi một tệp thư nháp. Sửa lại ô ấy, hoặc xóa dòng rồi soạn lại.",
    # -- what is asked and told
    "THU-451": "Cách gửi thư ở trang «Cấu hình» là «tệp .eml»: mở thư mục «{folder}», gửi từng thư ({count} thư đang chờ) "
    "bằng hộp thư của mình, rồi chọn «đã gửi» ở trang «Thư». Chương trình không gửi thư nào.",
    "THU-452": "Không có thư nào chờ gửi.",
    "THU-453": "Sẽ gửi {count} thư ({size} MB) từ {sender} qua {host}; ai nhận gì: xem «{file}». "
    "Đúng thì bấm lần nữa trong {minutes} phút (danh sách {mark}); chưa đúng thì sửa thư, hoặc chọn «thôi gửi» ở trang «Thư».",
    "THU-454": "Sẽ gửi {count} thư ({size} MB) từ {sender} qua {host}.",
    "THU-455": "Đã gửi {sent} trong {count} thư qua {host}.",
    "THU-456": "{number}. {to} | {subject} | {attachments} | {size} MB | soạn {drafted}",
    "THU-457": "Gõ số thư ({count}) rồi Enter để gửi; Enter không để thôi: ",
    "THU-458": "Không gửi thư nào.",
    "THU-459": "Chưa gửi thư nào: xem danh sách, đúng thì chạy lại, thêm --yes.",
    "THU-460": "Danh sách thư đã khác lúc xem nên chưa gửi thư nào. Xem lại rồi gửi.",
    "THU-461": "Đã gửi {sent} trong {count} thư tới hộp thư của cơ quan ({sender}) để xem trước; chưa gửi cho đơn vị nào.",
    "THU-462": "Dừng gửi: {reason} Còn {left} thư chưa gửi.",
    "THU-464": "{count} thư không rõ đã đi hay chưa từ lần trước: chương trình không tự gửi lại. Hỏi nơi nhận, rồi ở trang "
    "«Thư» chọn «đã gửi» hoặc «chưa gửi».",
    "THU-465": "sao gửi {cc}",
    "THU-466": "không có tệp đính kèm",
    "THU-467": "Gửi thư",
    "THU-468": "[Xem trước] {subject}",
}
