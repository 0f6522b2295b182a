"""Sentences about the words of letters, their addresses, what may not leave and what is too large."""

SENTENCES: dict[str, str] = {
    "THU-20": "Mẫu thư ở dòng {row} trang «Mẫu thư», cột «{column}»: {fault} Sửa ô này rồi soạn lại.",
    "THU-21": "Thẻ «{{{{ {tag} }}}}» không có trong thư «{kind}».{near}",
    "THU-22": "Có dấu ngoặc nhọn lẻ ở «{around}». Mỗi thẻ viết {{{{ ten_the }}}}, đủ hai ngoặc mỗi bên.",
    "THU-23": "Thẻ «{{{{ {tag} }}}}» không dùng được. Giữa hai ngoặc chỉ ghi tên thẻ, ví dụ {{{{ don_vi }}}}.",
    "THU-24": "Loại thư và bước này đã có ở dòng {row}. Xóa một trong hai dòng.",
    "THU-25": "Mẫu thư {kind}{step} không có thẻ {{{{ {tag} }}}}: nội dung ấy được ghi ở cuối thư.",
    "THU-26": "Thư {kind} không có bước «{step}». Chọn một trong: {known}, hoặc để trống.",
    "THU-27": "Thư {kind} không có bước. Để trống ô này.",
    "THU-201": "Cần trao đổi thêm, xin liên hệ số điện thoại {phone} hoặc thư {email}.",
    "THU-202": "Cần trao đổi thêm, xin liên hệ số điện thoại {phone}.",
    "THU-203": "Cần trao đổi thêm, xin liên hệ thư {email}.",
    "THU-204": "các cơ quan nhận văn bản này",
    "THU-205": "(chưa có địa chỉ)",
    # Addresses.
    "THU-206": "«{text}» có hai dấu @ liền nhau. Xóa một dấu.",
    "THU-207": "«{text}» có chữ khác cạnh địa chỉ. Tên thì viết trước, địa chỉ để trong < >: Văn phòng <ten@coquan.vn>.",
    "THU-208": "«{text}» thiếu một dấu < hoặc >. Viết tên trước, địa chỉ trong < >, hoặc chỉ viết địa chỉ.",
    "THU-209": "«{text}» có dấu chấm đặt sai chỗ. Sửa lại địa chỉ.",
    "THU-210": "«{text}» thiếu phần tên miền sau dấu @ (ví dụ coquan.vn). Ghi đủ địa chỉ.",
    "THU-211": "«{text}» là dòng lệnh của thư, không phải địa chỉ. Xóa đi, chỉ để địa chỉ.",
    "THU-212": "«{text}» có ký tự ẩn (chỗ dấu ·). Xóa rồi gõ lại địa chỉ.",
    "THU-213": "«{text}» không có dấu @ nên không phải địa chỉ thư. Ghi địa chỉ dạng ten@coquan.vn.",
    "THU-214": "«{text}» là hai địa chỉ chưa cách nhau. Đặt dấu ; giữa hai địa chỉ.",
    "THU-215": "«{text}» có chữ có dấu hoặc chữ cái lạ. Gõ lại địa chỉ bằng chữ không dấu.",
    "THU-216": "«{text}» có dấu cách ở giữa. Xóa dấu cách; nếu là hai địa chỉ thì cách nhau bằng dấu ;.",
    "THU-217": "«{text}» thiếu phần trước hoặc sau dấu @. Ghi đủ địa chỉ dạng ten@coquan.vn.",
    "THU-218": "«{text}» không phải là địa chỉ thư dùng được. Ghi địa chỉ dạng ten@coquan.vn.",
    "THU-219": "«{text}» không thuộc các tên miền được gửi (khóa «ten_mien_thu» của Cấu hình), nên thư không gửi tới đó.",
    # What may not leave.
    "THU-221": "Tiêu đề hoặc nội dung thư có dấu hiệu bí mật nhà nước.",
    "THU-222": "Tệp kèm theo thứ {number} có dấu hiệu bí mật nhà nước.",
    "THU-223": "Biểu kèm theo «{name}» đã điền mà chưa đánh dấu «không chứa bí mật nhà nước».",
    "THU-224": "Tệp kèm theo «{name}» có mật khẩu hoặc không đọc được, nên không biết có bí mật nhà nước hay không.",
    "THU-226": "Không kèm tệp «{name}» vì biểu chưa đánh dấu «không chứa bí mật nhà nước».",
    "THU-227": "«{name}» không phải là thư đọc được.",
    "THU-228": "Tệp «{name}» không kèm thư này vì biểu chưa đánh dấu «không chứa bí mật nhà nước» ở trang Bìa. Đề nghị đơn vị sửa "
    "trên tệp đang có, đánh dấu ô ấy rồi gửi lại.",
    # What is too large.
    "THU-231": "Tệp «{name}» ({size} MB) quá lớn để gửi kèm thư này, sẽ được chuyển riêng.",
    "THU-232": "Thư {kind} gửi {to}: tệp «{name}» ({size} MB) làm thư quá {most} MB nên không kèm; tệp để ở «{folder}» "
    "cạnh thư nháp. Chuyển tệp này bằng cách khác.",
}

DID_YOU_MEAN = " Có phải {{{{ {tag} }}}}?"
KNOWN_TAGS = " Các thẻ dùng được: {tags}."
