"""Sentences about letters: drafted once, kept, put aside."""

SENTENCES: dict[str, str] = {
    "THU-11": "Thư {kind} gửi {unit} đã có người sửa («{file}») nên giữ nguyên, không soạn thư mới. "
    "Gửi thư ấy đi rồi chọn «đã gửi» ở trang «Thư», hoặc xóa tệp và xóa dòng của nó, rồi soạn lại.",
    "THU-12": "Tệp thư {kind} gửi {unit} («{file}») không còn ở thư mục thư nháp nên không soạn lại. "
    "Đã gửi rồi thì chọn «đã gửi» ở trang «Thư»; chưa gửi thì xóa dòng của nó ở trang ấy rồi soạn lại.",
    "THU-13": "Thư {kind} gửi {unit} («{file}») đã có người sửa nên giữ nguyên.",
    "THU-14": "Thư {kind} gửi {unit} («{file}») không còn đúng nữa, đã chuyển vào thư mục «ban-cu»; không gửi.",
    "THU-15": "Không soạn thư {kind} gửi {to}: {reasons}",
}
