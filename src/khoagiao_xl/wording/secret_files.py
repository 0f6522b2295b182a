"""Sentences about files that bear a mark of state secrecy; none of them quotes the mark, the name or the text."""

_WHAT_TO_DO = (
    "Rút tệp khỏi hộp thư đến, xử lý theo quy định về bảo vệ bí mật nhà nước và báo đơn vị gửi; biểu này chỉ nhận "
    "nội dung không mật. Nếu đơn vị ghi nhầm thì đề nghị bỏ dấu đó rồi gửi lại."
)

SENTENCES: dict[str, str] = {
    "TN-120": f"Tệp có dấu chỉ độ mật nên không đọc tiếp và không lưu gì của tệp. {_WHAT_TO_DO}",
    "TN-121": "Tên tệp, thư mục, gói nén hoặc thư chứa tệp có dấu chỉ độ mật nên không mở, không lưu gì và không "
    f"ghi lại tên; tìm tệp theo cột «Nhận lúc» và «Thư, gói». {_WHAT_TO_DO}",
    "TN-122": "Tệp này đã được lưu ở lần tiếp nhận trước, khi chương trình chưa nhận ra dấu chỉ độ mật. Xóa hẳn tệp "
    "«{path}» trong thư mục «{folder}» cạnh sổ, các bản sao lưu của sổ từ lần đó và bản trả lại nếu có.",
}

WITHHELD = "(không ghi tên)"  # stands for a name that bears a mark, with the beginning of the file's hash
