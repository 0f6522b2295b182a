"""Hot issues: what stands in a quick form, what is said of one that came, of the log, and of forms beside it."""

# -- the quick form ---------------------------------------------------------------------------------------

QUICK_TITLE = "TIN NHANH VỀ VẤN ĐỀ NỔI CỘM"
QUICK_ADDRESSED = "Gửi ngay: {office}{contact}"
QUICK_UNIT = "Đơn vị: {name} (mã {code})"
QUICK_DOCUMENT = "Tin nhanh"
# Field of the issue -> what the form asks for it.
QUICK_LABELS: dict[str, str] = {
    "kind": "Tin này là",
    "day": "Ngày xảy ra hoặc ngày nắm được (dd/mm/yyyy)",
    "field": "Lĩnh vực",
    "text": "Nội dung: việc gì, ở đâu, bao nhiêu người liên quan, dư luận ra sao",
    "level": "Mức",
    "result": "Đã xử lý thế nào (nếu có)",
    "proposal": "Đề nghị (nếu có)",
    "handler": "Người, cơ quan đang xử lý (ghi chức danh, tên cơ quan)",
    "contact": "Điện thoại liên hệ",
}
# The same in the letter that tells the leadership of it, in this order.
ALERT_LABELS: dict[str, str] = {
    "level": "Mức độ",
    "field": "Lĩnh vực",
    "text": "Nội dung",
    "result": "Đã xử lý",
    "proposal": "Kiến nghị",
    "handler": "Người, cơ quan đang xử lý",
    "contact": "Điện thoại liên hệ",
}
QUICK_TICK = "Tin không chứa bí mật nhà nước (đánh dấu x)"
QUICK_STATUS = "Tình trạng của tin"
QUICK_BLANK = "Chưa điền"
QUICK_CHOICE = "Chọn trong danh sách."
QUICK_TEXT_ADVICE = "Viết ngắn gọn; nêu tên cơ quan, đơn vị, không nêu tên cá nhân."
QUICK_STEPS: tuple[str, ...] = (
    "Gửi ngay khi có việc, ngày nào cũng được, kèm thư điện tử; mỗi việc một tệp. Không cần chờ kỳ báo cáo.",
    "Sửa, bổ sung tin đã gửi: chọn như vậy ở dòng đầu, điền lại đủ mọi dòng, giữ ngày như tin trước, rồi gửi lại.",
    "Nội dung mật: không ghi vào biểu này, không gửi qua thư điện tử; báo cáo trực tiếp.",
)

# Above the list of a quick form that goes back.
QUICK_ADVICE = (
    "Mở tệp bằng Excel hoặc LibreOffice. Bấm vào ô ở cột «Vị trí» để đến chỗ cần sửa. Ô sai được tô màu và tự hết màu khi sửa "
    "xong; cột «Tình trạng» cho biết chỗ nào còn lỗi. Sửa xong, lưu tệp này và gửi lại ngay; không cần xóa trang này."
)

SENTENCES: dict[str, str] = {
    # Of a quick form that came.
    "NB-60": "Chưa ghi «{label}». Điền rồi gửi lại tin.",
    "NB-61": "Tin thiếu dòng «{label}». Dùng đúng biểu Tin nhanh đã phát hành.",
    "NB-62": "Ô «{label}» là công thức ({found}). Ghi bằng chữ rồi gửi lại tin.",
    "NB-63": "«{found}» không phải là ngày. Ghi ngày, tháng, năm, ví dụ 12/03/2024.",
    "NB-64": "Chưa chọn «{label}»: cho biết để phân loại.",
    "NB-65": "«{found}» không có trong danh sách của «{label}» ({known}): cho biết thuộc loại nào.",
    "NB-66": "Chưa đánh dấu «không chứa bí mật nhà nước». Kiểm tra nội dung rồi đánh dấu x.",
    "NB-67": "Ngày {found} sau ngày nhận tin ({received}). Sửa lại ngày.",
    "NB-68": "Ngày {found} trước ngày nhận tin ({received}) {days} ngày: xác nhận có đúng ngày không.",
    "NB-69": "Tên tệp là của đơn vị {named} nhưng tin bên trong là của {found}: hỏi lại tin là của ai; nếu đúng của {found} thì "
    "đổi tên tệp rồi tiếp nhận lại.",
    "NB-70": "«{label}» ghi «{found}», không có lời. Ghi rõ việc gì rồi gửi lại tin.",
    "NB-71": "Ghi ở «{sheet}», dòng {code}.",
    "NB-72": "Thuộc dòng {code} ở «{sheet}»: tin sửa, bổ sung hoặc gửi lại.",
    "NB-73": "Tin này đã nhận trước, không ghi thêm dòng.",
    "NB-74": "Dòng {code} của tin này đã bị xóa khỏi «{sheet}» nên không ghi lại.",
    "NB-75": "Đơn vị đã gửi lại tin này ({file}, đến ngày {received}) và đã ghi: không phải làm gì với tệp này nữa.",
    "TN-OK-TIN": "Tin nhanh: {notices} tệp, {added} vấn đề mới, {changed} dòng sửa, {returned} tệp trả lại.",
    # What is said in its row, column «Thay đổi».
    "VD-11": "Sửa theo tin nhận {day}: {cells}.",
    "VD-12": "Tin nhận {day} ghi khác, ô của người dùng giữ nguyên: {cells}.",
    "VD-13": "Cùng đơn vị, cùng ngày hoặc gần giống {other}: xem có phải một việc không.",
    "VD-14": "Đơn vị ghi là sửa, bổ sung tin đã gửi nhưng không thấy tin nào như vậy; ghi thành dòng mới.",
    # Of a period's form held against the log.
    "NB-51": "{indicator} ghi {found}, trang «Vấn đề nổi cộm» có {count} vấn đề {what} trong kỳ: {issues}. Xác nhận số nào đúng; "
    "nếu số của biểu đúng thì nêu lý do ở cột Giải trình.",
    "NB-52": "{indicator} ghi {found}, trang «Vấn đề nổi cộm» mới có {count}{issues}. Gửi Tin nhanh cho các vấn đề còn lại, hoặc nêu ở KG603.",
    "NB-53": "{indicator} ghi {found}, trang «Vấn đề nổi cộm» có {count} vấn đề xong trong kỳ; còn ghi chưa xong: {issues}. Cho biết vấn đề "
    "nào đã xong, ngày nào.",
    # The draft to the office's leadership.
    "VD-20": "Tin nhanh",
    "VD-21": "Tin nhanh, sửa",
    "VD-23": "{unit} báo tin nhanh ngày {reported} về một việc xảy ra hoặc nắm được ngày {day}.",
    "VD-24": "Ngày {reported}, {unit} sửa, bổ sung tin nhanh về một việc xảy ra hoặc nắm được ngày {day}. Nội dung dưới đây thay cho "
    "tin trước.",
    "VD-25": "Tin do đơn vị gửi, chưa xác minh. Tệp gốc: «{file}», lưu tại {office}.",
    "VD-27": "{heading}: {text}",
    "VD-28": "chưa ghi",
    "VD-36": "chưa ghi {heading}",
    "VD-OK": "Đã soạn {count} thư nháp gửi lãnh đạo về tin nhanh trong thư mục «{folder}»: mở, kiểm tra rồi gửi ngay.",
    "VD-29": "Chưa có địa chỉ nhận tin nhanh: điền khóa «email_lanh_dao» ở trang «Cấu hình», hoặc ghi địa chỉ vào thư nháp trước khi gửi.",
    "VD-34": "Khóa «email_lanh_dao» ở trang «Cấu hình»: {fault}",
    "VD-35": "Thư tin nhanh soạn bằng lời có sẵn của chương trình vì mẫu thư còn lỗi: {fault}",
    "VD-30": "Thử kiểm tra «{file}», chưa ghi gì vào sổ. Tin nhanh của {unit}; nếu tiếp nhận thì: {verdict} ({errors} lỗi, "
    "{questions} chỗ cần giải trình).",
    "VD-31": "Kiểm tra «{file}» khi không có sổ. Tin nhanh của {unit}: {errors} lỗi, {questions} chỗ cần xem lại.",
    # Issuing.
    "PH-TIN": "Biểu Tin nhanh của {count} đơn vị ở thư mục «{folder}»: gửi một lần cho đơn vị, dùng cả năm.",
    # What `check` says of the log.
    "KT-130": "Ngày xong {found} trước ngày xảy ra {bound}. Sửa lại một trong hai ngày.",
    "KT-131": "Hạn xử lý {found} trước ngày xảy ra {bound}. Sửa lại một trong hai ngày.",
    "KT-132": "Có ngày xong nhưng chưa ghi kết quả.",
    "KT-133": "Ngày {found} không thuộc năm của sổ ({year}) mà vấn đề không còn mở: kiểm tra lại ngày.",
}
# What KG221 and its kin count, as NB-51 says it.
COUNTED_AS: dict[str, str] = {
    "KG220": "do dư luận phản ánh",
    "KG221": "phát sinh",
    "KG222": "giải quyết xong",
    "KG502": "do đơn vị báo tin nhanh",
}
