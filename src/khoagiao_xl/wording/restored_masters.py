"""What is told of a master that went back to the copy from before an action."""

SENTENCES = {
    "KP-OK": "Đã trở về bản trước thao tác «{action}» lúc {moment}; bản vừa thay cũng được giữ.",
    "KP-01": "{told} {count} tệp thao tác ấy đã ghi vẫn còn trong {folders}: xem lại trước khi dùng, gửi hoặc xóa.",
    "KP-02": "«{folder}»: {count} tệp ({names}).",
    "KP-03": "«{folder}»: {count} tệp ({names} và {more} tệp khác).",
    "KP-04": "Sổ đã trở về, nhưng chưa ghi được dòng này vào trang Nhật ký. {reason}",
    "KP-05": "nâng cấp sổ",
}
