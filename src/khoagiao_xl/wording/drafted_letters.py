"""Sentences about letters: drafted once, kept, put aside."""

SENTENCES: dict[str, str] = {
    "THU-10": "Thư mục thư nháp còn {count} tệp thư không có ở trang «Thư» của sổ này nên để nguyên: {files}. "
    "Thư của sổ khác thì thôi; không thì là thư của lần chạy bị ngắt: xem rồi xóa.",
    "THU-101": "Thư {kind} gửi {unit} («{file}»): trạng thái «{state}» ở trang «Thư» không có trong danh sách "
    "nên để nguyên, không soạn lại. Chọn lại trạng thái rồi soạn.",
    "THU-102": "Trang «Thư» có {count} dòng cùng một mã thư (thư {kind} gửi {unit}, «{file}») nên để nguyên, "
    "không soạn lại. Xóa dòng thừa rồi soạn.",
    "THU-103": "Thư {kind} gửi {unit}: ô «Tệp thư» ở trang «Thư» ghi «{file}», không phải tệp thư chương trình "
    "đã soạn, nên để nguyên. Sửa lại ô ấy, hoặc xóa dòng rồi soạn lại.",
    "THU-104": "Thư mục thư nháp đã có tệp «{file}» của người khác hoặc sổ khác nên để nguyên; "
    "thư {kind} gửi {unit} mang tên có thêm số.",
    "THU-105": "Thư {kind} gửi {unit} soạn trước («{file}») đã có người sửa nên giữ nguyên; đã soạn thêm thư mới theo tin sửa. "
    "Xem cả hai, gửi một, thư kia thì chọn «thôi gửi» ở trang «Thư».",
    "THU-106": "Thư {kind} gửi {unit} («{file}») bị trả về nên không soạn lại. Sửa địa chỉ ở trang «Đơn vị», "
    "chọn «chưa gửi» ở trang «Thư» rồi soạn lại.",
    "THU-107": "Thư {kind} gửi {unit} («{file}»): thư trước gửi tới {address} bị trả về. Hỏi lại đơn vị, sửa địa chỉ rồi hãy gửi.",
    "THU-11": "Thư {kind} gửi {unit} đã có người sửa («{file}») nên giữ nguyên, không soạn thư mới. "
    "Gửi thư ấy đi rồi chọn «đã gửi» ở trang «Thư», hoặc xóa tệp và xóa dòng của nó, rồi soạn lại.",
    "THU-12": "Tệp thư {kind} gửi {unit} («{file}») không còn ở thư mục thư nháp nên không soạn lại. "
    "Đã gửi rồi thì chọn «đã gửi» ở trang «Thư»; chưa gửi thì xóa dòng của nó ở trang ấy rồi soạn lại.",
    "THU-13": "Thư {kind} gửi {unit} («{file}») đã có người sửa nên giữ nguyên.",
    "THU-14": "Thư {kind} gửi {unit} không còn đúng nữa nên không gửi; tệp đã chuyển vào «{file}».",
    "THU-16": "Thư {kind} gửi {unit} không còn đúng nữa nên không gửi; tệp đã có người sửa, "
    "được chuyển nguyên vẹn vào «{file}».",
    "THU-17": "Thư {kind} gửi {unit} không còn đúng nữa nên ghi «thôi gửi»; tệp «{file}» không còn ở chỗ đã ghi. "
    "Đã gửi rồi thì chọn «đã gửi» ở trang «Thư».",
    "THU-18": "Thư {kind} gửi {unit} soạn trước («{file}») không còn ở thư mục thư nháp; đã ghi «thôi gửi» "
    "và soạn thư mới. Đã gửi rồi thì chọn «đã gửi» ở dòng của thư ấy, trang «Thư».",
    "THU-19": "Thư {kind} gửi {unit} («{file}») đã ghi «thôi gửi» ở trang «Thư» nên không soạn lại. "
    "Muốn soạn lại thì xóa dòng ấy.",
    "THU-15": "Không soạn thư {kind} gửi {to}: {reasons}",
}
