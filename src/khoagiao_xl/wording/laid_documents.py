"""Sentences about a Word document that cannot be read for its layout."""

_SAVE = "Mở tệp bằng Word, lưu lại dạng «Word Document (.docx)» rồi kiểm tra lại."

SENTENCES = {
    "TTV-01": "«{name}» không phải văn bản Word (.docx) nên không kiểm tra được thể thức. " + _SAVE,
    "TTV-02": "«{name}» là tệp Word kiểu cũ (.doc). " + _SAVE,
    "TTV-03": "«{name}» có mật khẩu nên không đọc được. Mở tệp, bỏ mật khẩu, lưu lại rồi kiểm tra lại.",
    "TTV-04": "Tệp «{name}» bị hỏng, không đọc được ({reason}). Xin lại bản khác của văn bản.",
    "TTV-05": "Tệp «{name}» quá lớn ({size} MB sau khi giải nén). Bỏ ảnh và phụ lục lớn rồi kiểm tra lại.",
}
