"""Words of the charts of long reports: captions below them, names of their series, what they show in words."""

CHART_WORDS: dict[str, str] = {
    "bieu_do_thang": "Biểu đồ {number}. Kết quả tuyên truyền theo tháng, {period}",
    "bieu_do_ke_hoach": "Biểu đồ {number}. Kết quả thực hiện so với kế hoạch năm của các đơn vị có kế hoạch",
    "bieu_do_dung_han": "Biểu đồ {number}. Số đơn vị gửi báo cáo tháng, {period}",
    "loi_bieu_do_thang": "kết quả tuyên truyền theo tháng ở Biểu đồ {number}",
    "loi_bieu_do_ke_hoach": "kết quả so với kế hoạch năm ở Biểu đồ {number}",
    "loi_bieu_do_dung_han": "tình hình gửi báo cáo tháng ở Biểu đồ {number}",
    "chua_du": " (dấu «*»: chưa đủ đơn vị có số liệu)",
    "thang": "T{number}",
    "ke_hoach": "Kế hoạch năm",
    "thuc_hien": "Đã thực hiện",
    "dung_han": "Đúng hạn",
    "sau_han": "Sau hạn",
    "chua_bao_cao": "Chưa có báo cáo được nhận",
    "mo_ta": "{caption}. {series}.",
    "mo_ta_day": "{name}: {points}",
    "mo_ta_diem": "{category} {value}",
}
