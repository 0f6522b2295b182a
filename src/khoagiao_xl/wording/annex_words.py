"""Words of the annexes of a report: the notes below the table of figures, the list of units, charts."""

# The notes below the table of figures that tell whose sums its figures are.
COVERAGE_NOTES: dict[str, str] = {
    "tat_ca": "Số liệu của kỳ tính trên {coverage} đơn vị phải báo cáo.",
    "tru_dong": "Số liệu của kỳ tính trên {coverage} đơn vị phải báo cáo, trừ dòng có số riêng ở cột “Số đơn vị”.",
    "mang_sang": "{labels}: có {units} đơn vị chưa báo cáo kỳ này, lấy theo số gần nhất.",
    "tung_dong": "Cột “Số đơn vị”: số đơn vị có số liệu trên số đơn vị phải báo cáo chỉ tiêu.",
}

# From which reports the figures of a half-year or a year come, and in whose rows units are missing.
FULLER_NOTES: dict[str, str] = {
    "cong_ky_ngan": "Số liệu lấy theo báo cáo {period} của {reported} đơn vị; {others} đơn vị chưa có báo cáo đó được tổng hợp thì "
    "cộng các báo cáo {called} đã nhận",
    "chua_du": "; đơn vị thiếu báo cáo của kỳ nào thì chưa có số liệu kỳ đó",
    "cong_mot_phan": "; {where} là đơn vị đủ số liệu cả kỳ, số liệu có cộng các kỳ đã nhận của {units}",
    "cong_mot_phan_so": "; {where} là đơn vị đủ số liệu cả kỳ, số liệu có cộng các kỳ đã nhận của {count} đơn vị "
    "thiếu báo cáo",
    "o_chi_tieu": "số đơn vị ghi ở chỉ tiêu",
    "o_so_chi_tieu": "ở các chỉ tiêu ghi {coverages}, số đơn vị đó",
    "chi_mot_phan": "Riêng {labels}: {whole} đơn vị có số theo báo cáo {period}, {units} đơn vị chỉ có số {part}",
    "thieu": "{unit} (thiếu báo cáo {periods})",
}

# The list of the units whose report is missing or came late: headings of its two groups, states, causes.
UNIT_GROUPS: dict[str, str] = {
    "chua_co": "Chưa có báo cáo được tổng hợp",
    "chua_co_deu": ", đều quá hạn {days} ngày",
    "gui_cham": "Gửi báo cáo sau hạn",
    "gui_cham_deu": ", đều chậm {days} ngày",
}
UNIT_STATES: dict[str, str] = {
    "chưa nộp": "Chưa gửi",
    "đã gửi, chưa dùng được": "Đã gửi, phải gửi lại",
    "trả lại": "Trả lại để sửa",
    "gia hạn": "Được gia hạn",
    "gui_cham": "Đã nhận",
}
# What the title of that list says of its units, in the order of the list.
LISTED_FOR: dict[str, str] = {
    "chưa nộp": "chưa gửi",
    "đã gửi, chưa dùng được": "phải gửi lại",
    "trả lại": "phải sửa",
    "gia hạn": "được gia hạn gửi",
    "gui_cham": "gửi chậm",
}
# Who has not done what is past, in the appendix of what the units say.
UNDONE: dict[str, str] = {
    "nhom": "Đơn vị chưa thực hiện nhiệm vụ",
    "nhom_sau_han": "Đơn vị thực hiện nhiệm vụ sau hạn",
    "can_xac_minh": "Trong đó, đã nêu cuộc kiểm tra, giám sát về {told} trong báo cáo đã nhận, cần xác minh.",
    "den_ky": "Đến báo cáo {period}: {told} (hạn {day}).",
    "den_ky_cua": "Đến báo cáo {period}: {count} {bound} (hạn {day}) trong {told}.",
}
# Why a report went back to its unit: by the code of what was found or the letters it begins with.
RETURN_CAUSES: dict[str, str] = {
    "": "số liệu cần sửa",
    "SL": "có ô ghi chưa đúng",
    "SL-BL": "còn chỉ tiêu chưa điền",
    "R": "các số liệu chưa khớp nhau",
}
# Headings above units that are too many for the sentence that speaks of them, in the annex of names.
NAME_LISTS: dict[str, str] = {
    "tu_tuong": "Tình hình tư tưởng còn nội dung cần quan tâm",
    "noi_bat": "Việc nổi bật",
    "bao_cao": "Chế độ báo cáo",
    "kien_nghi": "Đề xuất, kiến nghị",
    "chu_thich": "Chú thích của biểu số liệu",
}
