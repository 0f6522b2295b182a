"""Sentences about a Word document that cannot be read for its layout."""

_SAVE = "Mở tệp bằng Word, lưu lại dạng «Word Document (.docx)» rồi kiểm tra lại."

SENTENCES = {
    "TTV-01": "«{name}» không phải văn bản Word (.docx) nên không kiểm tra được thể thức. " + _SAVE,
    "TTV-02": "«{name}» là tệp Word kiểu cũ (.doc). " + _SAVE,
    "TTV-03": "«{name}» có mật khẩu nên không đọc được. Mở tệp, bỏ mật khẩu, lưu lại rồi kiểm tra lại.",
    "TTV-04": "Tệp «{name}» bị hỏng, không đọc được ({reason}). Xin lại bản khác của văn bản.",
    "TTV-05": "Tệp «{name}» quá lớn ({size} MB sau khi giải nén). Bỏ ảnh và phụ lục lớn rồi kiểm tra lại.",
    "TTV-06": "«{name}» lưu dạng «Strict Open XML» nên chỉ soát được, không tự sửa được. " + _SAVE,
    "TTV-07": "Dừng sửa «{name}»: một chỗ sửa sẽ làm đổi chữ của văn bản. Chưa ghi gì.",
    "TTV-08": "«{name}» không có chữ nào để soát.",
    "TTV-09": "Chưa có văn bản .docx nào của {period} trong thư mục «{folder}» để soát.",
    "TTV-10": "[{rule}, {weight}] {found}\nĐúng: {expected}\nCách sửa: {advice}",
    "TTV-22": "[{rule}, {weight}] Ở {place}: {found}\nĐúng: {expected}\nCách sửa: {advice}",
    "TTV-11": "«{name}»: không thấy chỗ nào trái thể thức ({profile}).",
    "TTV-12": "«{name}»: {errors} lỗi, {warnings} chỗ nên sửa, {notes} lưu ý ({profile}).",
    "TTV-13": "Đã soát {documents} văn bản: {errors} lỗi, {warnings} chỗ nên sửa, {notes} lưu ý.",
    "TTV-14": "Đã sửa {mended} chỗ mà không đổi chữ nào, ghi ở «{copy}»; còn {left} chỗ cần người sửa.",
    "TTV-15": "Không có chỗ nào tự sửa được mà không đổi chữ; còn {left} chỗ cần người sửa.",
    "TTV-16": "Bản có ghi chú tại từng chỗ: «{copy}».",
    "TTV-17": "đã sửa: {place}: [{rule}] {found}",
    "TTV-18": "{gravity}: {place}: [{rule}] {found} Đúng: {expected}",
    "TTV-19": "Không có kiểu thể thức «{name}». Chọn một trong: {known}.",
    "TTV-21": "Không ghi được bản có ghi chú của «{name}»: tệp có macro, hoặc hỏng ở phần ngoài chữ. Lưu lại thành .docx rồi soát lại.",
    "TTV-20": "Không có cách đặt dấu «{name}». Chọn một trong: {known}.",
}
