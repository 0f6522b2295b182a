"""Sentences about drafts that go into Outlook, and about an Outlook that takes none."""

SENTENCES: dict[str, str] = {
    # -- none of the letters can go there
    "THU-601": "Máy này không có Outlook cổ điển (chỉ có trên Windows).",
    "THU-602": "Máy này đang dùng Outlook mới, là bản không nhận thư nháp từ chương trình khác. Muốn thư vào thẳng Outlook thì tắt nút "
    "«Outlook mới» ở góc trên cửa sổ Outlook rồi làm lại.",
    "THU-603": "Máy này không có Outlook cổ điển; Outlook mới không nhận thư nháp từ chương trình khác.",
    "THU-604": "Không mở được Outlook ({answer}). Tự mở Outlook (không chạy bằng quyền quản trị) rồi làm lại.",
    "THU-605": "Outlook đang bận: đóng hộp thoại đang mở trong Outlook rồi làm lại.",
    "THU-606": "Outlook đã đóng giữa chừng. Mở Outlook rồi làm lại; thư đã vào rồi thì không vào lần nữa.",
    "THU-616": "Outlook không có hộp thư «{mailbox}» (khóa outlook_hop_thu ở trang «Cấu hình»). Các hộp thư đang có: {known}.",
    # -- one letter
    "THU-607": "Outlook không nhận thư này ({answer}). Mở tệp thư, xem nơi nhận, tệp đính kèm rồi làm lại; hoặc gửi chính tệp ấy.",
    # -- what is told
    "THU-608": "Cách gửi thư là «Outlook»: mở thư ở mục Thư nháp (Drafts) của Outlook là xem trước được; không gửi bản xem trước.",
    "THU-610": "{reason} Thư nháp vẫn là tệp .eml: mở thư mục «{folder}», gửi từng thư ({count} thư đang chờ) bằng hộp thư của mình, "
    "rồi chọn «đã gửi» ở trang «Thư». Chương trình không gửi thư nào.",
    "THU-611": "{put} trong {count} thư nằm ở mục Thư nháp (Drafts) của Outlook: xem từng thư, bấm Gửi, rồi chọn «đã gửi» ở trang «Thư». "
    "Chương trình không gửi thư nào.",
    "THU-612": "{count} thư đã có ở mục Thư đã gửi (Sent Items) của Outlook: ghi «đã gửi», không soạn lần nữa.",
    "THU-613": "Dừng lại: {reason} Còn {left} thư chưa đưa vào Outlook.",
    "THU-614": "Sẽ đưa {count} thư vào mục Thư nháp (Drafts) của Outlook, nếu máy này có Outlook cổ điển.",
    "THU-615": "Đưa thư vào Outlook",
}
