"""Words of the charts of long reports: captions below them, names of their series, what they show in words."""

CHART_WORDS: dict[str, str] = {
    "bieu_do_thang": "Biểu đồ {number}. Kết quả tuyên truyền {months}",
    "bieu_do_ke_hoach": "Biểu đồ {number}. Kết quả thực hiện so với kế hoạch năm của các đơn vị có kế hoạch",
    "bieu_do_dung_han": "Biểu đồ {number}. Số đơn vị gửi báo cáo {months}",
    "loi_bieu_do_thang": "kết quả tuyên truyền theo {called} ở Biểu đồ {number}",
    "loi_bieu_do_ke_hoach": "kết quả so với kế hoạch năm ở Biểu đồ {number}",
    "loi_bieu_do_dung_han": "tình hình gửi báo cáo {called} ở Biểu đồ {number}",
    "cac_thang": "{first} - {last}",
    "phan_khac": "{parts} chưa tổng hợp riêng",
    "phan_chua_den_han": "{parts} chưa đến hạn báo cáo",
    "cung_don_vi": " (tính trên {units} đơn vị có số liệu ở tất cả các kỳ nêu trong biểu đồ)",
    "thang": "T{number}",
    "ke_hoach": "Kế hoạch năm",
    "thuc_hien": "Đã thực hiện",
    "dung_han": "Đúng hạn",
    "sau_han": "Sau hạn",
    "chua_bao_cao": "Chưa có báo cáo được tổng hợp",
    "mo_ta": "{caption}. {series}.",
    "mo_ta_day": "{name}: {points}",
    "mo_ta_diem": "{category} {value}",
}
