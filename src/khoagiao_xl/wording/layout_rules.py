"""What is said of a departure from the official layout: what a rule expects, and how to put it right.

RULES: rule -> (expected, advice); names in braces are values of data/layout_rules.csv. A rule whose expected is
blank has it made of the format it asks for (FORMAT).
"""

from typing import Final

_FONT = "Bôi đen chỗ này, đặt lại chữ ở thẻ Home (Trang đầu): {format}."
_AS_TOLD = "Sửa lại cho đúng: {format}."

RULES: Final = {
    "TT01": ("khổ A4 ({width} x {height} mm)", "Chọn khổ A4 ở thẻ Layout (Bố trí), mục Size (Kích cỡ)."),
    "TT02": ("trang dọc; chỉ bảng, biểu mới để trang ngang", "Đặt lại hướng giấy dọc cho phần này."),
    "TT03": ("lề trên {top} mm, lề dưới {bottom} mm", "Đặt lại lề ở thẻ Layout (Bố trí), mục Margins (Lề)."),
    "TT04": ("lề trái {left} mm, lề phải {right} mm", "Đặt lại lề ở thẻ Layout (Bố trí), mục Margins (Lề)."),
    "TT05": (
        "in hai mặt thì lề trang sau đổi bên",
        "In hai mặt thì chọn «Mirror margins» (Lề đối xứng) ở mục Margins (Lề).",
    ),
    "TT06": (
        "số trang canh giữa ở lề trên",
        "Chèn số trang ở giữa đầu trang: thẻ Insert (Chèn), Page Number (Số trang), Top of Page (Đầu trang).",
    ),
    "TT07": ("", "Bôi đen số trang, đặt lại: {format}."),
    "TT08": (
        "trang thứ nhất không hiện số trang",
        "Chọn «Different First Page» (Trang đầu khác) ở đầu trang, để trống đầu trang thứ nhất.",
    ),
    "TT09": (
        "số trang của từng phụ lục bắt đầu từ {start}",
        "Đặt phụ lục ở một phần (section) riêng, số trang bắt đầu từ {start}.",
    ),
    "TT10": ("phông {font}, chữ màu đen", "Bôi đen chỗ này, chọn phông {font}, màu chữ đen."),
    "TT11": (
        "đầu trang chia hai cột bằng bảng không kẻ: tên cơ quan bên trái, tiêu đề bên phải",
        "Đặt phần đầu trang vào bảng hai cột không kẻ đường.",
    ),
    "TT12": ("«{text}», {format}", _AS_TOLD),
    "TT13": (
        "đường kẻ nét liền, dài bằng dòng chữ phía trên",
        "Vẽ đường thẳng (Insert, Shapes, Line) ngay dưới dòng này, dài bằng dòng chữ.",
    ),
    "TT14": ("", _FONT),
    "TT15": ("", _FONT),
    "TT16": ("{sign_words}", "Đặt {sign_words}."),
    "TT17": ("{pattern_words}", "Ghi lại số và ký hiệu: {pattern_words}."),
    "TT18": ("số nhỏ hơn 10 có thêm số 0 ở trước", "Thêm số 0 ở trước số của văn bản."),
    "TT19": (
        "số liên tục trong nhiệm kỳ, không chèn chữ, không kèm năm",
        "Lấy số tiếp theo trong sổ văn bản đi, bỏ phần chèn thêm.",
    ),
    "TT20": (
        "«Địa danh, ngày 05 tháng 02 năm 2024», {format}",
        "Ghi lại địa danh, ngày, tháng, năm: chỉ thêm số 0 trước ngày dưới 10 và tháng 1, tháng 2.",
    ),
    "TT21": ("tên loại ở dòng riêng, {format}", _FONT),
    "TT22": ("trích yếu dưới tên loại, {format}", _FONT),
    "TT23": ("{sign_words}", "Đặt {sign_words}."),
    "TT24": ("trích yếu của công văn ở dưới số và ký hiệu, {format}{pattern_words}", _FONT),
    "TT25": ("cỡ {size}, chữ đứng", "Bôi đen lời văn, đặt lại cỡ {size}, chữ đứng."),
    "TT26": ("căn đều hai lề", "Bôi đen lời văn, bấm Ctrl+J để căn đều hai lề."),
    "TT27": (
        "dòng đầu đoạn thụt vào {words}",
        "Đặt thụt dòng đầu (First line) 10 mm ở hộp Paragraph (Đoạn văn), không dùng phím Tab hay dấu cách.",
    ),
    "TT28": (
        "khoảng cách giữa các đoạn từ {room} pt",
        "Đặt Before (Trước) hoặc After (Sau) từ {room} pt ở hộp Paragraph (Đoạn văn).",
    ),
    "TT29": ("{line_words}", "Đặt Line spacing (Giãn dòng) ở hộp Paragraph (Đoạn văn): {line_words}."),
    "TT30": (
        "nội dung kết thúc bằng dấu chấm (.)",
        "Kết thúc đoạn cuối bằng một dấu chấm, không dùng «./.».",
    ),
    "TT31": ("{ground_words}", "Trình bày lại căn cứ: {ground_words}."),
    "TT32": ("phần, chương: {format}", _FONT),
    "TT33": ("mục: {format}", _FONT),
    "TT34": ("«Điều 1.» và tên điều trên một dòng, chữ đậm", "Ghi «Điều» kèm số và dấu chấm, chữ đậm."),
    "TT39": (
        "khối ký ở bên phải, nơi nhận ở bên trái, dưới nội dung",
        "Đặt nơi nhận và khối ký vào bảng hai cột không kẻ đường.",
    ),
    "TT40": ("{format}; viết {prefixes}", "Sửa dòng quyền hạn: {format}; viết {prefixes}."),
    "TT41": ("", _FONT),
    "TT42": ("chức vụ không kèm tên cấp ủy", "Chỉ ghi chức vụ, bỏ tên cấp ủy, cơ quan."),
    "TT43": (
        "quyền hạn phù hợp với chức vụ người ký",
        "Sửa quyền hạn hoặc chức vụ: cấp ủy ghi T/M, cấp phó của ban ghi K/T, văn phòng ghi T/L.",
    ),
    "TT44": ("{format}; không ghi học hàm, học vị", "Sửa họ tên người ký: {format}; bỏ học hàm, học vị."),
    "TT45": ("«Nơi nhận:» ở dòng riêng, {format}", "Sửa «Nơi nhận:»: {format}."),
    "TT46": (
        "mỗi nơi một dòng «- ...;», {format}; dòng lưu kết thúc bằng dấu chấm",
        "Sửa danh sách nơi nhận: mỗi nơi một dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm; {format}.",
    ),
    "TT47": ("{pattern_words}", "Ghi lại dòng lưu: {pattern_words}."),
    "TT48": (
        "công văn, tờ trình ghi «- Như trên;» ở dòng đầu nơi nhận",
        "Thêm hoặc bỏ dòng «- Như trên;» cho hợp với loại văn bản.",
    ),
    "TT49": (
        "chỉ công văn ghi «Kính gửi», chỉ tờ trình ghi «Kính trình»; {format}",
        "Bỏ dòng này, hoặc sửa theo loại văn bản.",
    ),
    "TT50": ("mức độ khẩn: {format}", _FONT),
    "TT51": (
        "văn bản mật lưu, chuyển theo quy định về bí mật nhà nước",
        "Không gửi qua thư, không để trong thư mục làm việc; chuyển theo chế độ mật.",
    ),
    "TT52": ("chỉ dẫn phạm vi lưu hành: {format}", _FONT),
    "TT53": (
        "bản chưa có số ghi «Dự thảo lần ...» dưới số và ký hiệu",
        "Ghi «Dự thảo lần ...» khi chưa có số, bỏ dòng này khi đã có số; dòng dự thảo: {format}.",
    ),
    "TT54": ("ký hiệu người soạn: {format}", _FONT),
    "TT55": ("thông tin liên hệ ở cuối trang: {format}", _FONT),
    "TT56": (
        "«Phụ lục 1» ở dòng riêng, tiêu đề, «(Kèm theo ... số ..., ngày ... của ...)», «-----»",
        "Bổ sung phần còn thiếu ở đầu phụ lục.",
    ),
    "TT57": (
        "dòng đầu bảng lặp lại ở mỗi trang, dòng không bị ngắt giữa hai trang, chữ {font}, cỡ {size}",
        "Ở thẻ Layout (Bố trí) của bảng: chọn Repeat Header Rows, bỏ «Allow row to break across pages».",
    ),
    "TT58": (
        "chừa khoảng {room} mm để ký; khối ký không rời sang trang khác",
        "Chừa 4 đến 5 dòng trống để ký, chọn «Keep with next» cho các dòng của khối ký.",
    ),
}

# What a format is called, by the value it has.
FORMAT: Final = {
    ("caps", "yes"): "in hoa",
    ("bold", "yes"): "đậm",
    ("bold", "no"): "không đậm",
    ("italic", "yes"): "nghiêng",
    ("italic", "no"): "đứng",
    ("underline", "yes"): "gạch chân",
    ("underline", "no"): "không gạch chân",
    ("alignment", "center"): "canh giữa",
    ("first_letter", "small"): "bắt đầu bằng chữ thường",
    ("alignment", "both"): "căn đều hai lề",
}
SIZE: Final = "cỡ {size}"
USUAL_FONT: Final = "Times New Roman"

# What is found instead.
FOUND_FORMAT: Final = {
    ("caps", False): "chữ thường",
    ("bold", True): "chữ đậm",
    ("bold", False): "chữ không đậm",
    ("italic", True): "chữ nghiêng",
    ("italic", False): "chữ đứng",
    ("underline", True): "có gạch chân",
    ("underline", False): "không gạch chân",
}
FOUND_ALIGNMENT: Final = {
    "left": "căn trái",
    "right": "căn phải",
    "center": "canh giữa",
    "both": "căn đều",
    "distribute": "giãn đều cả dòng cuối",
}
FOUND_SIZE: Final = "cỡ {size}"
FOUND_TIMES: Final = "{found} ({count} đoạn)"

FOUND: Final = {
    "paper": "{width} x {height} mm",
    "landscape": "trang ngang, không có bảng",
    "margins": "{first} mm và {second} mm",
    "no_mirror": "đầu trang chẵn, lẻ khác nhau mà lề không đổi bên",
    "no_number": "không có số trang",
    "no_number_of_one": "không có số trang (chỉ một trang thì không cần)",
    "first_not_apart": "trang đầu chưa đặt riêng; thêm số trang thì trang đầu cũng hiện số",
    "number_below": "số trang ở cuối trang",
    "number_below_too": "số trang có cả ở cuối trang",
    "number_letters": "số trang không viết bằng chữ số Ả-rập",
    "number_aside": "số trang không canh giữa",
    "number_distance": "số trang cách mép trên {distance} mm",
    "number_on_first": "trang thứ nhất có số trang",
    "appendix_numbers": "phụ lục đánh số trang tiếp theo văn bản",
    "font": "phông {names}",
    "unseen_font": "phông cho chữ Đông Á là {names}",
    "color": "chữ màu {names}",
    "no_table": "phần đầu trang không đặt trong bảng hai cột",
    "boxed": "phần đầu trang nằm trong khung chữ",
    "bordered_head": "bảng đầu trang có kẻ đường",
    "sides": "tiêu đề không ở cột bên phải",
    "missing": "không thấy",
    "no_line": "không có đường kẻ vẽ",
    "typed_line": "gõ ký tự thay đường kẻ",
    "border_line": "dùng đường viền của đoạn thay đường kẻ",
    "line_length": "đường kẻ dài {length} mm, dòng chữ dài khoảng {wanted} mm",
    "no_star": "không có dấu sao",
    "star": "có dấu sao",
    "quoted": "«{text}»",
    "drawn": "đường kẻ vẽ",
    "kind_and_subject": "tên loại và trích yếu cùng một dòng",
    "capital": "trích yếu bắt đầu bằng chữ hoa: «{text}»",
    "opening": "trích yếu mở đầu bằng «{text}»",
    "title_of_letter": "công văn có dòng tên loại",
    "tabbed": "thụt đầu dòng bằng phím Tab hoặc dấu cách",
    "first_line": "thụt {length} mm",
    "room": "cách đoạn {points} pt",
    "lines": "giãn dòng {lines}",
    "at_least": "giãn dòng tối thiểu {points} pt",
    "exact": "giãn dòng đúng {points} pt",
    "cut_picture": "giãn dòng đúng {points} pt cắt mất hình",
    "ends": "kết thúc bằng «{text}»",
    "loose_end": "nơi nhận và khối ký không đặt trong bảng hai cột",
    "bordered_end": "bảng nơi nhận, khối ký có kẻ đường",
    "end_sides": "khối ký không ở cột bên phải",
    "no_signature": "không thấy khối ký",
    "no_recipients": "không thấy «Nơi nhận:»",
    "not_as_above": "thiếu «- Như trên;»",
    "as_above": "có «Như trên» mà không phải công văn, tờ trình",
    "secret": "văn bản đóng dấu mật: «{text}»",
    "no_draft": "chưa có số mà không ghi «Dự thảo»",
    "still_draft": "đã có số mà còn dòng «{text}»",
    "no_title": "phụ lục không có dòng «Phụ lục»",
    "not_numbered": "có {count} phụ lục mà không đánh số",
    "no_note": "thiếu dòng «(Kèm theo ...)»",
    "no_rule": "thiếu «-----» dưới tiêu đề phụ lục",
    "no_header": "dòng đầu bảng không lặp lại",
    "splits": "dòng của bảng có thể bị ngắt giữa hai trang",
    "close": "chỗ ký chỉ cao {length} mm",
    "alone": "khối ký có thể rời sang trang khác",
}

# What is expected, where the sides differ.
SIGNS: Final = {
    ("TT16", "star"): "một dấu sao (*) ở dòng riêng dưới tên cơ quan ban hành",
    ("TT16", "line"): "đường kẻ ngắn dưới tên cơ quan ban hành, không có dấu sao",
    ("TT23", "hyphens"): "năm dấu gạch nối (-----) canh giữa dưới trích yếu",
    ("TT23", "line"): "đường kẻ ngắn dưới trích yếu",
}
PATTERNS: Final = {
    ("TT17", "party"): "«Số 12-BC/ĐU»: không có dấu hai chấm, không có dấu cách quanh «-» và «/»",
    ("TT17", "state"): "«Số: 12/BC-SGDĐT»: có dấu hai chấm, không có dấu cách quanh «/» và «-»",
    ("TT24", "party"): ", mở đầu bằng «Về việc»",
    ("TT24", "state"): ", mở đầu bằng «V/v»",
    ("TT47", "party"): "«- Lưu Văn phòng ...», không có dấu hai chấm, không ghi VT",
    ("TT47", "state"): "«- Lưu: VT, ...»",
}
EXACT_LINES: Final = "đúng (Exactly) từ {least} pt"
EXACT_SPAN: Final = "đúng (Exactly) từ {least} đến {most} pt"
LINES: Final = "từ {least} đến {most} dòng"
GROUND: Final = "mỗi căn cứ một dòng {prefix}cuối dòng dấu chấm phẩy, căn cứ cuối dấu chấm; chữ {slant}"
GROUND_PREFIX: Final = "bắt đầu bằng «- », "
SLANTS: Final = {"yes": "nghiêng", "no": "đứng"}
PLACES: Final = {
    "pages": "trang, lề",
    "section": "phần {number}, trang, lề",
    "whole": "cả văn bản",
    "head": "đầu văn bản",
    "end": "cuối văn bản",
    "header": "đầu trang",
}
PAGE_PLACES: Final = {"header": "đầu trang", "footer": "chân trang"}
NOTE_PLACES: Final = {
    "footnotes": "chú thích chân trang {number}",
    "endnotes": "chú thích cuối văn bản {number}",
}
