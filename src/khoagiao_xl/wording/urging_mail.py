"""Sentences of reminders: what a unit owes, each with its day and what to do."""

# What a unit is told where the office's own sentence speaks of its master and its folders.
_KEPT_NO_MORE = "Bản lưu của tệp tại nơi nhận không còn nguyên vẹn."
_NOT_ITS_FORM = "Biểu này không phải biểu mẫu đã phát hành cho đơn vị, cho kỳ này."
FOR_THE_UNIT: dict[str, str] = {
    "NB-19": _KEPT_NO_MORE,
    "NB-20": _KEPT_NO_MORE,
    "R35-1": _NOT_ITS_FORM,
    "R35-7": "Bên trong là biểu của đơn vị khác, có thể đã điền nhầm biểu.",
    "R35-3": _NOT_ITS_FORM,
    "R35-6": _NOT_ITS_FORM,
    "TN-28": "Không mở được tệp.",
}

SENTENCES: dict[str, str] = {
    "THU-701": "Báo cáo số liệu {period}: {office} chưa nhận được. Hạn nộp là ngày {due} ({when}). Đề nghị điền biểu mẫu "
    "{form} và gửi về; nếu cả kỳ không có việc gì, đánh dấu «không phát sinh» ở trang Bìa rồi gửi.{locked}",
    "THU-702": "Báo cáo số liệu {period}: ngày {received}, {office} đã nhận tệp «{file}» của đơn vị nhưng chưa dùng được. "
    "Lý do: {why} Hạn nộp là ngày {due} ({when}). Đề nghị gửi lại biểu dạng .xlsx đã điền trên đúng biểu mẫu của "
    "đơn vị, của kỳ này; chưa có thì điền vào biểu mẫu trắng {form}; nếu tệp nói trên không phải do đơn vị gửi thì báo lại.{locked}",
    "THU-703": "Báo cáo số liệu {period}: ngày {received}, {office} đã nhận một tệp của đơn vị nhưng không được dùng; "
    "{office} sẽ trao đổi trực tiếp với đơn vị về tệp này. Đề nghị không gửi lại tệp đó qua thư điện tử, chỉ điền biểu mẫu "
    "{form} và gửi về. Hạn nộp là ngày {due} ({when}).{locked}",
    "THU-704": "Báo cáo số liệu {period}: biểu còn chỗ phải sửa nên được trả lại{copy}. Hạn nộp là ngày {due} ({when}). Đề "
    "nghị sửa các ô đã tô màu (trang «LỖI CẦN SỬA» liệt kê từng ô) rồi gửi lại.{locked}",
    "THU-705": "Báo cáo số liệu {period}: đã nhận, còn các số dưới đây cần đơn vị xác nhận{copy}. Nếu đúng, ghi lý do ở cột "
    "«Giải trình»; nếu sai, sửa lại; rồi gửi lại biểu.",
    "THU-706": "Báo cáo số liệu {period}: biểu đã nhận trước đây vẫn được tính; tệp «{file}» gửi thêm ngày {received} chưa "
    "dùng được. Lý do: {why} Nếu đó là bản sửa, đề nghị sửa lại rồi gửi lại biểu của đơn vị.",
    "THU-707": "Nhiệm vụ «{text}»: hạn ngày {due} ({when}). Đề nghị thực hiện và báo kết quả; đã làm xong thì báo lại.",
    "THU-708": "{title}, bước «{text}»: hạn ngày {due} ({when}). Đề nghị thực hiện và báo kết quả; đã làm xong thì báo lại.",
    "THU-709": "còn {count} chỗ khác, xem trong tệp kèm theo.",
    "THU-710": "đã quá hạn {days} ngày",
    "THU-711": "hết hạn hôm nay",
    "THU-712": "còn {days} ngày",
    "THU-713": "kèm thư này (tệp «{name}»)",
    "THU-734": "kèm thư này",
    "THU-714": "của kỳ này",
    "THU-715": " (tệp kèm theo: «{name}»)",
    "THU-716": "Số liệu kỳ này được khóa sau ngày {closes}: đề nghị báo cho {office} trước khi gửi.",
    "THU-717": "Trang «{sheet}», ô {cell}: {message}",
    "THU-718": "Tệp «{file}» gửi thêm chưa dùng được: {why}",
    "THU-719": "Báo cáo số liệu {period}: biểu còn chỗ phải sửa. Hạn nộp là ngày {due} ({when}). Đề nghị sửa các chỗ dưới đây "
    "ngay trên biểu của đơn vị, đánh dấu «không chứa bí mật nhà nước» ở trang Bìa nếu đúng như vậy, rồi gửi lại.{locked}",
    "THU-729": "Báo cáo số liệu {period}: biểu còn chỗ phải sửa. Hạn nộp là ngày {due} ({when}). Đề nghị sửa các chỗ dưới đây "
    "ngay trên biểu của đơn vị rồi gửi lại.{locked}",
    "THU-720": "Đã soạn {count} thư đôn đốc vào thư mục «{folder}»{kept}{official}. Xem lại từng thư rồi gửi.",
    "THU-721": "Không có thư đôn đốc nào mới phải soạn{kept}{official}.",
    "THU-722": "Không đơn vị nào còn nợ: không có thư đôn đốc nào.",
    "THU-723": "; kèm công văn đôn đốc «{file}»",
    "THU-724": "Chưa có địa chỉ thư nên không soạn thư cho: {units}. Ghi địa chỉ ở cột Email trang «Đơn vị» rồi đôn đốc lại.",
    "THU-725": "{unit}, cột Email: {fault}",
    "THU-726": "{unit}, cột Sao gửi: {fault}",
    "THU-730": "{office} chưa nhận được báo cáo số liệu của {count} kỳ:\n{periods}\n   Đề nghị điền biểu mẫu của từng kỳ "
    "{form} và gửi về; kỳ nào không có việc gì, đánh dấu «không phát sinh» ở trang Bìa rồi gửi.{locked}",
    "THU-731": "   - {period}{file}: hạn nộp ngày {due} ({when}){locked}",
    "THU-732": "Tệp «{name}» không kèm thư này vì không mở được ở {office}.",
    "THU-733": "Thư đôn đốc gửi {unit} không kèm tệp «{name}» vì tệp có mật khẩu hoặc không đọc được; lời thư có nói. Xem lại tệp "
    "rồi đôn đốc lại.",
    "THU-735": " (tệp «{name}»)",
    "THU-736": ", số liệu được khóa sau ngày {closes}",
    "THU-737": " Kỳ đã khóa số liệu: đề nghị báo cho {office} trước khi gửi.",
    "THU-738": "Việc chưa đến hạn: đề nghị thực hiện đúng hạn ghi trên.",
    "THU-739": "{kind} {years} năm thực hiện {document} số {symbol}",
    "THU-740": "{kind} việc thực hiện {document} số {symbol}",
    "THU-741": "{code}: {text}. Hạn ngày {due} ({when}){leader}.",
    "THU-742": "{code}, {title}: {text}. Hạn ngày {due} ({when}){leader}.",
    "THU-743": "; chỉ đạo: {names}",
    "THU-744": ", trong đó {count} thư nhắc việc trong cơ quan",
    "THU-745": "Nhắc trực tiếp {name}: {count} việc quá hạn hoặc sắp đến hạn, {late} việc đã quá hạn (chưa ghi email ở trang «Người "
    "phụ trách» nên không soạn thư).",
    "THU-746": "{name}, cột Email trang «Người phụ trách»: {fault}",
    "THU-727": "Chưa viết được công văn đôn đốc: {reason}",
}
