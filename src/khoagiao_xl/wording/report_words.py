"""Sentences about the office's own words in a report (sheet «Lời báo cáo»), and those of the general verdict."""

SENTENCES: dict[str, str] = {
    "LB-01": "Lời báo cáo, «{section}»: câu đã nhận được thay vì {what} đã đổi từ «{before}» thành «{now}». Xem lại rồi chọn "
    "«nhận».",
    "LB-02": "Lời báo cáo, «{section}»: câu đã sửa tay «{text}» được giữ nguyên, nhưng {what} đã đổi từ «{before}» thành "
    "«{now}». Xem lại rồi chọn «nhận», hoặc «bỏ».",
    "LB-03": "Lời báo cáo, «{section}»: câu «{text}» không còn đúng theo số liệu nên đã rút.",
    "LB-04": "Lời báo cáo, «{section}»: câu đã sửa tay «{text}» có số không thấy trong số liệu kỳ này ({numbers}), tạm để "
    "ngoài báo cáo cho đến khi chọn «nhận».",
    "LB-05": "Trang «Lời báo cáo» còn {count} câu chương trình đề xuất chưa ai quyết định: chọn «nhận» (sửa lại trước nếu "
    "cần), hoặc «bỏ».",
    "LB-06": "Lời báo cáo, «{section}», «{text}»: thẻ không nhận ra «{tag}». {advice}",
    "LB-07": "Lời báo cáo: không có mục «{section}» trong báo cáo, nên lời «{text}» không có chỗ đứng. {advice}",
    "LB-08": "Lời báo cáo, «{section}»: đơn vị ({units}) không còn nêu «{text}», xem lại rồi chọn «nhận», hoặc «bỏ».",
    "LB-09": "Lời báo cáo, «{section}», «{text}»: thẻ viết sai. Trong cặp dấu {{{{ }}}} chỉ ghi mã của một chỉ "
    "tiêu.",
    "LB-10": "Lời báo cáo: lời «{text}» không vào báo cáo nào vì ô «Kỳ» ghi «{period}», không có trong bảng Thời hạn. "
    "{advice}",
    "LB-11": "Lời báo cáo, «{section}»: lời «{text}» không vào báo cáo vì mẫu «{name}» không có mục này. Chuyển lời sang "
    "mục khác, hoặc thêm thẻ {{{{ {tag} }}}} vào mẫu.",
    "LB-12": "Lời báo cáo, «{section}»: lời «{text}» có số {numbers} không có trong số liệu của kỳ. Xem lại, hoặc dùng "
    "thẻ như {{{{ KG201 }}}} để số tự đổi theo.",
    "LB-13": "Lời báo cáo, «{section}»: lời của đơn vị «{text}» trái với số liệu của kỳ nên để ngoài báo cáo. Cần nêu thì sửa "
    "lời cho khớp với số liệu.",
    "LB-14": "Lời báo cáo, «{section}»: ở lời «{text}», báo cáo không nêu tên {units}, vì cũng trong báo cáo này đơn vị còn "
    "việc chưa thực hiện, hoặc thực hiện sau hạn, về chính văn bản ấy.",
}
# What changed of a proposal.
CHANGED: dict[str, str] = {"figures": "số", "words": "lời"}
# What to write instead of a period that is none.
WRITE_PERIOD = "Ghi «{period}»."
CHOOSE_PERIOD = "Chọn một kỳ trong danh sách của ô."

# The general verdict: its sentence, put together from data/report_opening.csv and data/report_verdicts.csv.
VERDICTS: dict[str, str] = {
    "cong_viec": "Trong {period}, {parts}.",
    "da_lam": "{known}các cấp ủy tổ chức {work}",
    "van_de": "phát sinh {count} vấn đề nổi cộm, {state}",
    "van_de_xong": "đã giải quyết xong",
    "van_de_xong_so": "đã giải quyết xong {count}",
    "van_de_chua": "chưa giải quyết xong",
    "van_de_cu": "còn {count} vấn đề nổi cộm của các kỳ trước chưa giải quyết xong",
}
# What stands below the few opinions that are told in the body.
OTHER_OPINIONS = "Còn {count} ý kiến khác (toàn văn tại {appendix})."
