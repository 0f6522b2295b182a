"""Words of the annexes of a report: the notes below the table of figures, the list of units, charts."""

# The notes below the table of figures that tell whose sums its figures are.
COVERAGE_NOTES: dict[str, str] = {
    "tat_ca": "Số liệu của kỳ tính trên {coverage} đơn vị phải báo cáo.",
    "tru_dong": "Số liệu của kỳ tính trên {coverage} đơn vị phải báo cáo, trừ dòng có số riêng ở cột «Số đơn vị».",
    "mang_sang": "{labels}: có {units} đơn vị chưa báo cáo kỳ này, lấy theo số gần nhất.",
    "tung_dong": "Cột «Số đơn vị»: số đơn vị có số liệu trên số đơn vị phải báo cáo chỉ tiêu.",
}

# The list of the units whose report is missing or came late: headings of its two groups, states, causes.
UNIT_GROUPS: dict[str, str] = {
    "chua_co": "Chưa có báo cáo được nhận",
    "gui_cham": "Gửi báo cáo sau hạn",
}
UNIT_STATES: dict[str, str] = {
    "chưa nộp": "Chưa gửi",
    "đã gửi, chưa dùng được": "Đã gửi, chưa dùng được",
    "trả lại": "Trả lại để sửa",
    "gia hạn": "Được gia hạn",
    "gui_cham": "Đã nhận",
}
# Why a report went back to its unit: by the code of what was found or the letters it begins with.
RETURN_CAUSES: dict[str, str] = {
    "": "số liệu cần sửa",
    "SL": "có ô ghi chưa đúng",
    "SL-BL": "còn chỉ tiêu chưa điền",
    "R": "các số liệu chưa khớp nhau",
}
