"""What is said of the words of a document: of each rule three lines: what is found, what is right, what to do.

`{around}`: the place with the words around it; `{words}`: what stands there, of several places each once.
"""

# The parts of a citation, as `CitedPlace.missing` names them.
KIND = "tên loại"
PARTS = {
    "kind": KIND,
    "day": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "subject": "trích yếu",
}
NO_SIGN = "không dấu"  # how the end of a line without a sign is called
NOTES_BY, NOTES_INITIALS = "Kiểm tra thể thức", "KT"  # whose the comments in a copy are
TONES_SHOWN = {"ủy": "ủy, hòa, thủy", "uỷ": "uỷ, hoà, thuỷ"}

SENTENCES: dict[str, str] = {
    # letters
    "LV01": "{count} chữ viết bằng dấu rời (Unicode tổ hợp), ví dụ ở «{around}».\nChữ dựng sẵn (Unicode NFC, TCVN 6909).\nĐổi sang chữ dựng sẵn; đặt bộ gõ ở bảng mã Unicode (dựng sẵn).",
    "LV02": "Ký tự ẩn nằm trong «{around}».\nKhông có ký tự ẩn.\nXóa ký tự ẩn (thường lẫn vào khi chép từ trang mạng).",
    "LV03": "{count} dấu cách lạ (không phải dấu cách thường), ví dụ ở «{around}».\nDấu cách thường.\nThay bằng dấu cách thường.",
    "LV04": "Chữ hoặc số kiểu rộng (Đông Á): «{words}» ở «{around}».\nChữ và số thường.\nGõ lại bằng chữ, số thường.",
    "LV05": "{count} dấu gạch nối không ngắt dòng, ví dụ ở «{around}».\nDấu gạch nối thường, để tìm kiếm và tra cứu được số, ký hiệu.\nThay bằng dấu gạch nối thường nếu không cần giữ chữ trên một dòng.",
    "LV06": "Chữ bị mất khi chuyển tệp: «{around}».\nĐủ chữ, đủ dấu.\nGõ lại đoạn này.",
    "LV07": "Chữ giống «Đ» nhưng không phải chữ Đ của tiếng Việt: «{words}».\nChữ Đ, đ.\nGõ lại chữ đó.",
    "LV08": "Chữ cái lạ (Nga, Hy Lạp) lẫn trong từ «{words}».\nChữ cái Việt.\nGõ lại từ đó.",
    "LV09": "Đoạn dùng phông chữ cũ «{font}»: «{around}».\nPhông Times New Roman, bộ mã Unicode.\nChuyển mã đoạn này sang Unicode rồi đặt phông Times New Roman.",
    "LV10": "Đoạn gõ bằng bảng mã cũ hoặc hỏng bảng mã: «{around}».\nBộ mã Unicode.\nChuyển mã đoạn này sang Unicode hoặc gõ lại.",
    "LV11": "«{words}» không phải một âm tiết tiếng Việt: «{around}».\nTừ viết đúng chính tả.\nXem lại chính tả của từ này.",
    "LV12": "{count} chỗ đặt dấu khác với phần còn lại của văn bản, ví dụ «{word}» ở «{around}».\nMột cách đặt dấu trong cả văn bản: {right}.\nChọn một cách; đổi các chỗ đã nêu.",
    "LV13": "Dấu đặt sai chỗ sau «q»: «{word}» ở «{around}».\nDấu ở chữ y: quý, quỳ, quỹ.\nGõ lại từ đó.",
    "LV14": "«{words}» viết khác với chỗ khác của văn bản (i hay y): «{around}».\nMột cách viết trong cả văn bản.\nChọn một cách viết cho từ này.",
    # spaces
    "LV21": "Hai dấu cách liền nhau: «{around}».\nMột dấu cách giữa hai từ.\nXóa dấu cách thừa.",
    "LV22": "Dấu cách trước dấu câu: «{around}».\nDấu câu đứng liền sau chữ.\nXóa dấu cách trước dấu câu.",
    "LV23": "Dấu cách ngay sau dấu mở ngoặc: «{around}».\nChữ đứng liền sau dấu mở ngoặc.\nXóa dấu cách.",
    "LV24": "Thiếu dấu cách sau dấu câu: «{around}».\nMột dấu cách sau dấu câu.\nThêm dấu cách.",
    "LV25": "Thiếu dấu cách trước dấu mở ngoặc: «{around}».\nMột dấu cách trước dấu mở ngoặc.\nThêm dấu cách.",
    "LV26": "{count} chỗ có dấu cách thừa ở đầu hoặc cuối dòng, ví dụ «{around}».\nKhông có dấu cách ở đầu và cuối dòng.\nXóa dấu cách thừa; thụt đầu dòng bằng định dạng đoạn.",
    # dashes and numbers of documents
    "LV31": "Dấu gạch ngang chỉ có dấu cách ở một bên: «{around}».\nDấu cách ở cả hai bên khi nối hai vế; không có dấu cách nào khi nối trong một từ.\nThêm hoặc bỏ dấu cách.",
    "LV32": "{count} dấu gạch giữa hai vế («{words}») khác với phần còn lại của văn bản, ví dụ «{around}».\nMột loại gạch (- hoặc –) trong cả văn bản.\nChọn một loại gạch.",
    "LV33": "{count} gạch đầu dòng («{words}») khác với phần còn lại của văn bản, ví dụ «{around}».\nMột loại gạch đầu dòng trong cả văn bản.\nDùng «- » cho mọi gạch đầu dòng cùng cấp.",
    "LV34": "Dấu cách trong số, ký hiệu văn bản: «{words}».\nViết liền, ví dụ 45-NQ/TW.\nXóa dấu cách trong số, ký hiệu.",
    "LV35": "Số, ký hiệu «{words}» sai kiểu ở «{around}».\n{right}\nViết lại số, ký hiệu: văn bản của Đảng «số-loại/cơ quan», của Nhà nước «số/loại-cơ quan»; số dưới 10 thêm số 0.",
    "LV36": "Gạch dài trong số, ký hiệu văn bản: «{words}».\nGạch nối (-), ví dụ 45-NQ/TW.\nThay gạch dài bằng gạch nối.",
    "LV37": "Tên cơ quan ở đầu trang bị ngắt ngay dấu gạch nối: «{around}».\nNgắt dòng trước hoặc sau cả cụm, dấu gạch nối ở giữa dòng.\nNgắt dòng ở chỗ khác, ví dụ «ĐẢNG ỦY KHỐI / CƠ QUAN - DOANH NGHIỆP TỈNH».",
    # figures
    "LV41": "Số thập phân viết bằng dấu chấm: «{words}» ở «{around}».\nDấu phẩy trước phần thập phân, ví dụ 98,4%.\nThay dấu chấm bằng dấu phẩy.",
    "LV42": "Số hàng nghìn viết bằng dấu phẩy: «{words}» ở «{around}».\nDấu chấm giữa các lớp nghìn, ví dụ 3.010.\nThay dấu phẩy bằng dấu chấm.",
    "LV43": "Số «{words}» không chia lớp nghìn: «{around}».\nDấu chấm giữa các lớp nghìn, ví dụ 12.500.\nThêm dấu chấm.",
    "LV44": "Dấu cách giữa phần nguyên và phần thập phân: «{around}».\nViết liền, ví dụ 98,4%.\nXóa dấu cách.",
    "LV45": "«{words}»: vừa có chữ tăng, giảm vừa có dấu âm, dương.\nChỉ chữ tăng, giảm và con số.\nBỏ dấu trước con số.",
    "LV46": "{count} dấu % viết rời con số, chỗ khác viết liền, ví dụ «{around}».\nDấu % liền sau con số.\nXóa dấu cách trước %.",
    "LV47": "«{words}» đọc thành ngày tháng: «{around}».\n{right}, không thêm số 0.\nBỏ số 0 hoặc viết thành lời.",
    "LV48": "{count} số dưới 10 viết khác với phần còn lại của văn bản («{words}»), ví dụ «{around}».\nMột cách viết trong cả văn bản (02 cuộc hoặc 2 cuộc).\nChọn một cách viết.",
    # days
    "LV51": "«{words}» không có trong lịch: «{around}».\nNgày có thật.\nXem lại ngày, tháng.",
    "LV52": "«{words}» thiếu hoặc thừa số 0.\n{right}\nThêm số 0 trước ngày dưới 10 và tháng 1, tháng 2; tháng 3 trở đi không thêm.",
    "LV53": "«{words}» thiếu hoặc thừa số 0.\n{right}\nThêm số 0 trước ngày dưới 10 và tháng 1, tháng 2; tháng 3 trở đi không thêm.",
    "LV54": "«{words}» thừa số 0 ở «{around}».\n{right}\nBỏ số 0.",
    "LV55": "Sai thứ trong tuần: «{words}».\n{right}\nXem lại thứ hoặc ngày.",
    "LV56": "Khoảng thời gian ngược: «{words}».\nNgày đầu trước ngày cuối.\nXem lại hai ngày.",
    "LV57": "{count} ngày viết bằng dấu ngăn cách khác với phần còn lại («{words}»).\nMột dấu ngăn cách trong cả văn bản, ví dụ 20/3/2024.\nChọn một cách viết.",
    "LV58": "«{words}» không thể là một năm đúng: «{around}».\nNăm có bốn chữ số.\nXem lại năm.",
    # citations
    "TT37": "Viện dẫn lần đầu văn bản {symbol} thiếu: {missing}; ở «{around}».\nĐủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu.\nBổ sung phần thiếu ở lần đầu; các lần sau chỉ ghi tên loại và số, ký hiệu.",
    "LV61": "Văn bản {symbol} đã viện dẫn đầy đủ ở trên, ở đây lại ghi đủ: «{around}».\n{short}\nCác lần sau chỉ ghi tên loại và số, ký hiệu.",
    "LV62": "Văn bản {symbol} ở đây ghi ngày {day}, ở trên ghi ngày {first}.\nMột ngày ban hành.\nTra lại văn bản rồi sửa chỗ sai.",
    "LV63": "Văn bản {symbol} ban hành ngày {day}, sau ngày của chính văn bản này ({own}).\nChỉ viện dẫn văn bản đã ban hành.\nXem lại ngày của văn bản được viện dẫn hoặc ngày của văn bản này.",
    "LV64": "Gọi {symbol} là «{kind}».\n{right}\nXem lại tên loại hoặc ký hiệu.",
    "LV65": "Số, ký hiệu {symbol} không có tên loại đứng trước: «{around}».\n{right} số {symbol}\nThêm tên loại văn bản.",
    "LV66": "Tên loại văn bản viết tắt: «{words}» ở «{around}».\nTên loại viết đủ, ví dụ «Nghị quyết số 45-NQ/TW».\nViết đủ tên loại.",
    # names and words
    "TT38": "«{word}» viết tắt mà chưa được giải thích: «{around}».\nCụm từ đầy đủ ở lần đầu, chữ viết tắt trong ngoặc đơn ngay sau.\nViết đủ ở lần đầu, ví dụ «giáo dục nghề nghiệp (GDNN)», hoặc không viết tắt.",
    "LV71": "«{words}» viết hoa chưa đúng: «{around}».\n{right}\nSửa chữ hoa, chữ thường của tên này.",
    "LV72": "Từ lặp: «{words}» ở «{around}».\nMột từ.\nBỏ từ thừa.",
    "LV73": "Đoạn này đã có ở {first}: «{around}».\nMỗi nội dung viết một lần.\nBỏ một trong hai đoạn.",
    "LV74": "Câu này đã có ở {first}: «{around}».\nMỗi ý viết một lần.\nBỏ hoặc viết lại một trong hai câu.",
    "LV75": "Tiêu đề này đã có ở {first}: «{around}».\nMỗi mục một tiêu đề.\nGộp hai mục hoặc đổi tiêu đề.",
    # numbering, lists, ends of lines
    "LV81": "Số thứ tự «{label}» không nối tiếp mục trước: «{around}».\n{right}\nĐánh lại số thứ tự.",
    "TT35": "Điểm «{label})» đứng ngay sau «d)».\n{right})\nĐánh thứ tự theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e.",
    "LV82": "Mục «{label}» không thuộc mục lớn đang đứng: «{around}».\n{right}\nĐánh lại số của mục.",
    "TT36": "{count} mục có dấu sau số thứ tự khác với phần còn lại («{words}»).\nMột kiểu trong cả văn bản, ví dụ «I.» hoặc «I-».\nChọn một kiểu.",
    "LV84": "{count} ý trong danh sách kết thúc chưa đúng dấu, ví dụ «{end}» ở «{around}».\n«{right}» ở cuối ý này.\nDấu «;» sau mỗi ý, dấu «.» sau ý cuối; hoặc mọi ý đều là câu, kết thúc bằng dấu chấm.",
    "LV85": "Đoạn văn không có dấu kết thúc: «{around}».\nDấu chấm, hoặc dấu hai chấm nếu sau đó là danh sách.\nThêm dấu câu.",
    "LV86": "Hai dấu câu liền nhau «{words}» ở «{around}».\nMột dấu câu.\nBỏ dấu thừa.",
    "LV87": "Chữ thường sau dấu kết thúc câu: «{around}».\nChữ hoa đầu câu, hoặc dấu phẩy.\nXem lại dấu câu hoặc chữ đầu câu.",
    "LV88": "Đoạn bắt đầu bằng chữ thường: «{around}».\nChữ hoa đầu đoạn.\nViết hoa chữ đầu, hoặc nối với đoạn trên.",
    "LV89": "{count} dấu ngoặc kép khác kiểu với phần còn lại («{words}»), ví dụ «{around}».\nMột kiểu ngoặc kép trong cả văn bản.\nDùng một kiểu, ví dụ “ ”.",
    "LV90": "Dấu «{sign}» không có dấu đi cùng: «{around}».\nMở ngoặc và đóng ngoặc đủ đôi.\nThêm dấu còn thiếu hoặc bỏ dấu thừa.",
    # left over from the making
    "LV91": "Thẻ của mẫu chưa được điền: «{words}».\nNội dung thật.\nĐiền nội dung hoặc xóa thẻ.",
    "LV92": "Chữ còn sót của mẫu hoặc của phần mềm: «{words}» ở «{around}».\nNội dung thật.\nĐiền nội dung hoặc xóa.",
    "LV99": "Lời dặn của biểu mẫu còn sót: «{words}» ở «{around}».\nChỉ nội dung của văn bản.\nXóa lời dặn.",
    "LV93": "Chỗ để trống chưa điền: «{around}».\nNội dung thật.\nĐiền nội dung hoặc xóa.",
    "LV94": "Còn dấu vết sửa đổi (Track Changes) ở «{around}».\nKhông còn dấu vết sửa đổi.\nVào Review, chọn Accept hoặc Reject cho từng chỗ rồi tắt Track Changes.",
    "LV95": "Còn ghi chú (Comment) ở «{around}».\nKhông còn ghi chú.\nXử lý rồi xóa ghi chú.",
    "LV96": "Chữ ẩn: «{words}».\nKhông có chữ ẩn trong văn bản gửi đi.\nXóa, hoặc bỏ định dạng ẩn.",
    "LV97": "Chữ còn tô nền: «{words}».\nKhông tô nền.\nXem lại nội dung rồi bỏ tô nền.",
    "LV98": "Chữ bị gạch ngang: «{words}».\nKhông có chữ gạch ngang.\nXóa chữ đó hoặc bỏ gạch ngang.",
    # room and pages
    "LV101": "Căn chữ bằng nhiều dấu cách hoặc phím Tab: «{around}».\nCăn bằng bảng không kẻ khung hoặc điểm dừng Tab.\nThay các dấu cách bằng bảng hoặc điểm dừng Tab.",
    "LV102": "{count} đoạn trống dùng để cách dòng.\nKhoảng cách đoạn đặt trong định dạng (Before, After).\nXóa đoạn trống, đặt khoảng cách đoạn.",
    "LV103": "{count} đoạn thụt đầu dòng bằng Tab hoặc dấu cách, ví dụ «{around}».\nThụt đầu dòng 10 mm đặt trong định dạng đoạn.\nXóa Tab, dấu cách; đặt First line 10 mm.",
    "LV104": "Ngắt dòng bằng Shift+Enter giữa đoạn căn đều hai lề: «{around}».\nNgắt đoạn bằng Enter, hoặc không ngắt.\nBỏ ngắt dòng để chữ không bị giãn.",
    "LV105": "Tiêu đề có thể nằm một mình ở cuối trang: «{around}».\nTiêu đề đi cùng đoạn sau (Keep with next).\nĐặt Keep with next cho tiêu đề.",
    "LV109": "{table} rộng {width} mm, khổ chữ của trang chỉ {room} mm.\nBảng không rộng hơn khổ chữ.\nThu hẹp cột hoặc đặt trang ngang.",
    "LV-NOI": "{places} và {left} chỗ khác",
}
