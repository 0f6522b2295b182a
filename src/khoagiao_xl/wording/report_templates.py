"""Sentences about the office's own report templates: what is wrong in one, and where."""

SENTENCES: dict[str, str] = {
    "BC-03": "«{name}» không phải là tệp Word .docx đọc được. Mở tệp bằng Word rồi lưu lại dạng .docx.",
    "BC-04": "Mẫu «{name}» có thẻ không nhận ra: {tags}, {place}. {advice}",
    "BC-05": "Mẫu «{name}» có thẻ viết sai ở {place}. Sửa lại cặp dấu {{{{ }}}} hoặc {{% %}} ở chỗ đó, hoặc chép "
    "lại đoạn này từ mẫu gốc.",
    "BC-06": "Mẫu «{name}» có thẻ đặt lệch chỗ: {place}. Để mỗi thẻ {{%p ... %}} riêng một đoạn, mỗi thẻ "
    "{{%tr ... %}} riêng một dòng của bảng, mở ở đâu thì đóng ở đó, hoặc chép lại từ mẫu gốc.",
    "BC-07": "Mẫu «{name}» có thẻ làm việc không được phép ở {place}. Xóa thẻ đó khỏi mẫu.",
    "BC-12": "Mẫu «{name}» có thẻ chưa đóng ở {place}: thiếu «{closing}».",
    "BC-13": "Mẫu «{name}»: phần «{words}» của {what} không vào được văn bản, nên chưa ghi báo cáo. Xem lại điều kiện "
    "{{% if %}} quanh thẻ đó, hoặc dùng mẫu gốc.",
    "BC-14": "Mẫu «{name}» có thẻ ở chỗ chương trình không điền được ({place}). Chuyển thẻ đó vào lời văn.",
    "BC-15": "Mẫu «{name}» còn vết sửa (Track Changes): báo cáo làm theo bản đã chấp nhận mọi sửa đổi.",
    "BC-16": "Mẫu «{name}» không có chỗ cho: {sections}.",
    "BC-17": "Mẫu «{name}» có macro, tệp nhúng hoặc liên kết ra ngoài ({what}). Lưu lại dạng .docx không có các thứ đó.",
    "BC-18": "«{name}» có mật khẩu. Bỏ mật khẩu của mẫu rồi lưu lại.",
    "BC-19": "«{name}» là tệp Word cũ (.doc). Mở bằng Word, chọn Lưu thành dạng .docx.",
    "BC-20": "«{name}» trong «{folder}» là thư mục, không phải tệp mẫu. Đổi tên thư mục đó, hoặc đặt tệp mẫu vào.",
    "BC-21": "Mẫu «{name}» không có thẻ nào cho nội dung báo cáo, nên chưa ghi báo cáo. Dùng mẫu gốc rồi sửa, hoặc bỏ tệp "
    "đó khỏi thư mục mẫu.",
}

# Where a paragraph stands: its number, and the part of the document by the name of its file.
PLACES: dict[str, str] = {
    "paragraph": "đoạn {number} «{text}»",
    "hidden": "«{text}»",
    "near": "{place} (có phải là «{tag}»?)",
    "tag": "thẻ «{tag}»",
    "table": "bảng «{tag}»",
    "words": "lời có sẵn của mẫu",
}
PARTS: dict[str, str] = {
    "document": "",
    "header": " ở đầu trang",
    "footer": " ở chân trang",
    "footnotes": " ở chú thích chân trang",
    "endnotes": " ở chú thích cuối",
    "comments": " ở nhận xét",
    "chart": " ở biểu đồ",
    "other": " ở chỗ ẩn (tên bảng, chú thích ảnh, mã trường)",
}
OTHER_KIND = "Đó là thẻ của mẫu «{template}»: xem có chép nhầm mẫu không."
NO_FIGURE = "chưa có số liệu"
NO_UNIT = "không có"
# What a template may not carry along.
CARRIED: dict[str, str] = {"macros": "macro"}
# The tables of the appendices, by tag.
TABLE_NAMES: dict[str, str] = {
    "bang_so_lieu": "biểu số liệu",
    "chua_bao_cao": "danh sách đơn vị chưa báo cáo",
    "y_kien": "ý kiến của các đơn vị",
}
