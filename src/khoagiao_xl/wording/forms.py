"""Sentences about files that come in and about the structure of forms (TN-..)."""

_RESEND = "Mở biểu mẫu đã nhận bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại."

SENTENCES: dict[str, str] = {
    # What the file is.
    "TN-01": "Tệp rỗng. Gửi lại biểu mẫu đã điền.",
    "TN-02": f"Tệp Excel đời cũ (.xls). {_RESEND}",
    "TN-03": f"Tệp Excel dạng nhị phân (.xlsb). {_RESEND}",
    "TN-04": f"Tệp dạng OpenDocument (.ods). {_RESEND}",
    "TN-05": "Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi.",
    "TN-06": f"Tệp là trang web (HTML) mang đuôi Excel. {_RESEND}",
    "TN-07": f"Tệp là văn bản thuần hoặc CSV, không phải sổ Excel. {_RESEND}",
    "TN-08": "Tệp là PDF. Cần chính biểu mẫu .xlsx đã điền, không phải bản in hoặc bản quét.",
    "TN-09": "Tệp là ảnh. Cần chính biểu mẫu .xlsx đã điền, không phải ảnh chụp.",
    "TN-10": "Tệp bị hỏng hoặc gửi thiếu ({reason}). Mở lại bản gốc, lưu rồi gửi lại.",
    "TN-11": "Tệp có macro (.xlsm). Lưu thành dạng .xlsx không macro rồi gửi lại.",
    "TN-12": "Tệp là Word hoặc PowerPoint mang đuôi Excel. Gửi biểu mẫu .xlsx đã điền.",
    "TN-13": "Không nhận ra đây là loại tệp gì. Gửi biểu mẫu .xlsx đã điền.",
    "TN-14": "Tệp lớn hơn mức {most} MB. Bỏ ảnh và trang thừa khỏi tệp rồi gửi lại.",
    "TN-15": "Cấu trúc tệp không an toàn ({reason}) nên không mở. Điền vào biểu mẫu gốc rồi gửi lại.",
    "TN-16": "Nội dung nén phình ra quá lớn ({size}) nên không mở. Điền vào biểu mẫu gốc rồi gửi lại.",
    "TN-17": "Phần «{part}» của tệp có khai báo DOCTYPE, không an toàn nên không mở. Điền vào biểu mẫu "
    "gốc rồi gửi lại.",
    "TN-18": "Phần «{part}» của tệp bị hỏng ({reason}). Mở lại bản gốc, lưu rồi gửi lại.",
    "TN-19": "Có ô nằm ngoài phạm vi đọc được ({cell}). Xóa các ô thừa ở xa hoặc điền lại vào biểu mẫu gốc.",
    "TN-20": "Tệp có quá nhiều {what} ({found}, tối đa {most}). Điền vào biểu mẫu gốc rồi gửi lại.",
    "TN-21": "Tệp thiếu phần «{part}» nên không phải sổ Excel đầy đủ. Mở lại bản gốc, lưu rồi gửi lại.",
    "TN-22": "Tệp có hai trang trùng tên. Điền vào biểu mẫu gốc rồi gửi lại.",
    "TN-23": "Bảng chữ trong tệp khai sai số lượng ({announced}, thực có {found}) nên không mở. " + _RESEND,
    "TN-24": "Đọc tệp quá {seconds} giây nên phải dừng. Điền vào biểu mẫu gốc rồi gửi lại.",
    "TN-25": "Đọc tệp cần quá nhiều bộ nhớ hoặc làm hỏng bộ đọc nên phải dừng. Điền vào biểu mẫu gốc rồi "
    "gửi lại.",
    "TN-26": f"Không đọc được sổ. {_RESEND}",
    "TN-27": f"Hai cách đọc ô này cho kết quả khác nhau, không rõ số nào đúng. {_RESEND}",
    "TN-28": "Không mở được tệp ({reason}). Đóng tệp ở cửa sổ khác hoặc kiểm tra quyền đọc rồi chạy lại.",
    "TN-29": "Thư không kèm biểu mẫu .xlsx. Gửi lại thư có kèm biểu mẫu đã điền.",
    "TN-30": "Tệp nén không mở được hoặc không có biểu mẫu .xlsx bên trong. Gửi thẳng tệp .xlsx.",
    "TN-31": "Tệp là thư lưu từ Outlook (.msg), không lấy được tệp đính kèm. Mở thư, lưu riêng tệp .xlsx đính kèm vào hộp thư đến.",
    # Whether it is a form of ours.
    "TN-40": "Tệp không mang mã đơn vị và mã kỳ nên không phải biểu mẫu đã phát hành. Điền vào biểu mẫu "
    "đã nhận, không "
    "chép sang tệp khác.",
    "TN-41": "Hai chỗ ghi «{key}» trong tệp khác nhau («{inside}» và «{beside}»). Điền lại vào biểu mẫu "
    "đã nhận.",
    "TN-42": "Trang ẩn của biểu không còn; mã đơn vị và kỳ lấy từ thuộc tính của tệp.",
    "TN-43": "Không tìm thấy trang số liệu (cột mã KG... dưới tiêu đề «Kỳ này»). Điền lại vào biểu mẫu "
    "đã nhận.",
    "TN-44": "Không xác định được cột «{heading}». Đặt lại đúng tiêu đề cột, mỗi tiêu đề chỉ có một.",
    "TN-45": "Trang này đã đổi tên; vẫn đọc như trang «{usual}».",
    "TN-46": "Cột «{heading}» đã chuyển chỗ; vẫn đọc theo tiêu đề.",
    "TN-47": "Không tìm thấy trang thuyết minh (cột mã dưới tiêu đề «Trả lời»). Điền lại vào biểu mẫu đã "
    "nhận.",
    "TN-133": "Tiêu đề cột «{heading}» ở ô này đã bị sửa nên chưa đọc số nào của trang. Ghi lại «{heading}»; cột này "
    "chỉ ghi số của kỳ báo cáo.",
    "TN-134": "Tiêu đề cột «{heading}» ở ô này đã bị sửa nên chưa đọc câu trả lời nào của trang. Ghi lại «{heading}».",
    "TN-48": "Mã {indicator} có ở nhiều ô ({cells}). Chỉ giữ một dòng cho mỗi mã.",
    "TN-49": "Thiếu dòng {indicators}. Điền lại vào biểu mẫu đã nhận, không xóa dòng và không sửa mã.",
    "TN-50": "Có nhiều trang cùng kiểu ({sheets}), không rõ trang nào là đúng. Chỉ giữ một trang.",
    "TN-51": "Trang này bị ẩn nhưng có số liệu. Bỏ ẩn, kiểm tra lại và xác nhận.",
    "TN-52": "Dòng {indicator} bị ẩn nhưng có số liệu. Bỏ ẩn hoặc bỏ lọc, kiểm tra lại và xác nhận.",
    "TN-53": "Cột «{heading}» bị ẩn. Bỏ ẩn, kiểm tra lại và xác nhận.",
    "TN-54": "Các ô {area} bị gộp, không rõ số của {indicators}. Bỏ gộp ô và ghi lại từng dòng.",
    "TN-55": "Tệp có liên kết tới tệp khác; chương trình không mở liên kết. Kiểm tra các số lấy từ tệp khác.",
    "TN-56": "Tệp có macro; chương trình không chạy. Lần sau gửi tệp .xlsx không macro.",
    "TN-60": "Kỳ này không hỏi {indicator} nhưng có ghi «{found}»; không được tính. Kiểm tra xem có ghi "
    "nhầm dòng không.",
    "TN-61": "Bộ đọc chính không đọc được tệp này; số liệu lấy bằng bộ đọc thứ hai.",
    "TN-62": "Ô đánh dấu ghi «{found}», không rõ là có hay không. Ghi x hoặc để trống.",
    "TN-63": "Sổ tính ngày từ năm 1904 (máy Mac đời cũ); đã tính theo.",
    "TN-64": "Mã «{found}» được đọc là {after}.",
    "TN-67": "Định dạng có điều kiện làm số của {indicator} («{found}») hiện khác đi hoặc không hiện. Bỏ định dạng "
    "đó, kiểm tra lại và xác nhận.",
    "TN-68": "Trang đặt không hiện số 0 nên {indicator} trông như để trống. Cho hiện số 0, kiểm tra lại và xác nhận.",
    "TN-69": "Mã {indicator} có ở trang «{sheet}», không phải trang hỏi mã này. Xóa mã ở dòng này, ghi nội dung "
    "vào đúng trang.",
    "TN-100": "Thư hoặc gói này nằm quá sâu trong các thư, gói khác (quá {most} lớp) nên không mở. Mở ra, đặt tệp .xlsx vào hộp thư đến, hoặc đề nghị đơn vị gửi thẳng tệp .xlsx.",
    "TN-101": "Thư hoặc gói này có quá nhiều tệp bên trong; đã xem {most} tệp đầu, các tệp còn lại chưa xem. Tách thành nhiều thư, gói nhỏ hơn, hoặc đặt riêng từng tệp .xlsx vào hộp thư đến rồi tiếp nhận lại.",
    "TN-102": "Không mở được thư hoặc gói này vì nội dung hỏng. Mở bằng chương trình thư hoặc chương trình nén, đặt riêng tệp .xlsx vào hộp thư đến; nếu không mở được thì đề nghị đơn vị gửi lại.",
    "TN-103": "Gói winmail.dat của Outlook, không lấy được tệp nào bên trong. Đề nghị đơn vị gửi lại thư ở định dạng HTML hoặc văn bản thuần (Outlook: thẻ «Định dạng văn bản»), có kèm biểu mẫu .xlsx.",
    "TN-104": "Thư ký số hoặc mã hóa thành một khối (smime.p7m), không xem được bên trong. Mở thư bằng chương trình thư, lưu riêng tệp .xlsx đính kèm vào hộp thư đến.",
    "TN-105": "Đây không phải tệp thường (lối tắt, ống dẫn hoặc thiết bị) nên không đọc. Chép chính tệp biểu mẫu vào hộp thư đến.",
    "TN-106": "Không xem được trong thư mục này ({reason}). Kiểm tra quyền của thư mục rồi tiếp nhận lại.",
    "TN-107": "Gói nén bị chia thành nhiều phần và đây chỉ là một phần. Giải nén từ đủ các phần rồi đặt tệp .xlsx vào hộp thư đến, hoặc đề nghị đơn vị gửi thẳng tệp .xlsx.",
    "TN-108": "Các tệp trong thư hoặc gói này cộng lại lớn hơn {most} MB nên tệp này chưa được xem. Đặt riêng tệp này vào hộp thư đến rồi tiếp nhận lại.",
    "TN-109": "Hộp thư đến «{folder}» trùng với chỗ làm việc của chương trình («{inside}»): các tệp của chính chương trình sẽ bị coi là báo cáo gửi đến. Chọn một thư mục riêng, chỉ chứa tệp các đơn vị gửi.",
    "TN-110": "Gói nén có mật khẩu nên không mở được. Giải nén bằng mật khẩu rồi đặt tệp .xlsx vào hộp thư đến, hoặc đề nghị đơn vị gửi lại không có mật khẩu.",
    "TN-111": "Gói nén không có tệp nào bên trong. Đề nghị đơn vị gửi lại.",
    "TN-112": "Tệp nén kiểu .rar, .7z, .gz, .tar hoặc tương tự; chương trình chỉ mở .zip. Giải nén rồi đặt tệp .xlsx vào hộp thư đến, hoặc đề nghị đơn vị gửi thẳng tệp .xlsx.",
    "TN-113": "Tệp đã thay đổi trong khi đang đọc. Chờ chép xong rồi tiếp nhận lại.",
    "TN-114": "Các phần của thư này lồng vào nhau quá {most} lớp; những gì nằm sâu hơn chưa xem. Mở thư bằng chương trình thư, lưu riêng tệp .xlsx đính kèm vào hộp thư đến, hoặc đề nghị đơn vị gửi lại thư mới.",
    "TN-115": "Trong lời thư có tệp mã hóa kiểu uuencode nhưng thiếu hoặc hỏng nên không lấy ra được. Đề nghị đơn vị gửi lại thư có đính kèm biểu mẫu .xlsx.",
    "TN-117": "Thư máy chủ báo: thư gửi {addresses} không tới nơi{why}. Không phải báo cáo của đơn vị.",
    "TN-118": "Thư máy chủ báo: thư gửi {addresses} chưa tới nơi, máy chủ còn thử lại{why}. Không phải báo cáo của đơn vị.",
    "TN-119": "Thư máy chủ hoặc chương trình thư tự báo (đã nhận, đã đọc). Không phải báo cáo của đơn vị.",
    "TN-116": "Thư đã mã hóa (S/MIME hoặc PGP), không xem được bên trong. Mở thư bằng chương trình thư có khóa giải mã, lưu riêng tệp .xlsx đính kèm vào hộp thư đến; nếu không mở được thì đề nghị đơn vị gửi lại thư không mã hóa.",
}
