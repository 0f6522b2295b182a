"""Short phrases of what a report tells besides figures: documents, study, reviews, tasks, limits, proposals."""

TOLD: dict[str, str] = {
    "va_khac": "{names} và {others} đơn vị khác",
    "don_vi": "{count} đơn vị",
    "ve_linh_vuc": "Về lĩnh vực {field}, {text}",
    # The opening.
    "mo_dau": "{basis}{author} báo cáo kết quả công tác khoa giáo {period} của {whole}{window} như sau:",
    "can_cu": "Thực hiện {cited}, ",
    "can_cu_hai": " và ",
    "so_lieu_tu": " (số liệu từ ngày {starts} đến ngày {ends})",
    "van_ban_nguon": "{kind} số {symbol}, ngày {day}{issuer}{about}",
    # State of mind.
    "tu_tuong_khong_on_dinh": "{units} báo cáo tình hình tư tưởng chưa ổn định: {told}.",
    "tu_tuong_don_vi": "{text} ({units})",
    "tu_tuong_khong_neu": "chưa nêu nội dung ({units})",
    # Leadership.
    "cap_uy": "Cấp ủy",
    "ban": "Ban tham mưu",
    "chua_co_so": " (chưa ghi số)",
    "van_ban_cap_uy": "{body} ban hành {count} văn bản về khoa giáo:",
    "quan_triet": "Kết quả quán triệt từng văn bản{told_in}:",
    "quan_triet_chung": "Kết quả quán triệt từng văn bản{told_in} (hội nghị quán triệt nhiều văn bản được tính ở mỗi văn "
    "bản):",
    "neu_trong": ", chỉ theo {count} hội nghị các đơn vị nêu cụ thể trong báo cáo {periods}",
    "neu_trong_bao_cao": " (theo báo cáo {periods})",
    "quan_triet_van_ban": "{cited}: {units} tổ chức {conferences} hội nghị",
    "quan_triet_ty_le": ", {present}/{called} lượt đảng viên được triệu tập tham dự ({share})",
    "quan_triet_khong_so": " (chưa có số liệu đảng viên tham dự)",
    # What stands out.
    "noi_bat": "Việc nổi bật{told_in}:",
    "noi_bat_viec": "{text} ({units}{people})",
    "noi_bat_nguoi": "; {people} lượt người tham gia",
    # Inspection.
    "du_luan": "{units} nêu cụ thể nội dung dư luận, đấu tranh phản bác theo chủ đề{told_in}:",
    "du_luan_chu_de": "{topic}: {count} ý kiến, tin, bài của {units}{settled}{results}",
    "du_luan_xong": ", đã giải quyết, xử lý xong",
    "du_luan_xong_so": ", đã giải quyết, xử lý {settled}, còn {left}",
    "du_luan_chua": ", chưa giải quyết, xử lý được nội dung nào",
    "du_luan_khong_ro": ", chưa có số liệu đầy đủ về kết quả giải quyết",
    "du_luan_ket_qua": "; kết quả: {results}",
    "du_luan_cua": "{text} ({units})",
    "du_luan_khac": "và {count} nội dung khác",
    "kiem_tra": "Trong đó, {units} nêu cụ thể {count} cuộc, theo nội dung:",
    "kiem_tra_rieng": "Các báo cáo {periods} nêu cụ thể {count} cuộc của {units}, theo nội dung:",
    "kiem_tra_noi_dung": "{topic}: {count} cuộc{found}",
    "kiem_tra_thay": ", phát hiện {found} hạn chế, thiếu sót, đã khắc phục {mended}",
    "kiem_tra_con": ", còn {left} nội dung chưa khắc phục",
    "kiem_tra_khong_thay": ", không phát hiện hạn chế, thiếu sót",
    "kiem_tra_chua_ro": ", chưa có số liệu về hạn chế, thiếu sót",
    # Reviews.
    "so_ket_chung": "Theo danh mục năm {year} có {count} cuộc sơ kết, tổng kết; đến nay {parts}{late}.",
    "so_ket_xong_so": "đã xong {count} cuộc",
    "so_ket_dang": "đang triển khai {count} cuộc",
    "so_ket_chua": "chưa ghi nhận triển khai {count} cuộc",
    "so_ket_chua_cuoc_nao": "chưa cuộc nào được ghi nhận đã triển khai",
    "so_ket_qua_han": "; {count} cuộc đã qua ngày tròn mà chưa tổ chức",
    "so_ket_buoc_qua_han": "; {count} cuộc có bước quá hạn",
    "so_ket_dong": "{name}: {state}{next}",
    "so_ket_da_xong": "đã xong",
    "so_ket_xong": "đã xong, Báo cáo số {number}",
    "so_ket_ngay": ", ngày {day}",
    "so_ket_den_buoc": "đã xong {done} trong {steps} bước (gần nhất: {step})",
    "so_ket_dang_buoc": "đang làm bước: {step}",
    "so_ket_chua_buoc": "chưa ghi nhận triển khai",
    "so_ket_khong_buoc": "chưa lập các bước",
    "so_ket_qua_moc": "đã qua ngày tròn",
    "so_ket_tiep": "{step}, {when}",
    "so_ket_tiep_cau": "; bước tiếp theo: {next}",
    "so_ket_han": "hạn {day}",
    "so_ket_tre": "hạn {day}, quá hạn {days} ngày",
    "so_ket_khong_han": "chưa xác định hạn",
    "so_ket_don_vi": "{count} đơn vị báo đã xong; ",
    "so_ket_chua_buoc_chung": "toàn đảng bộ chưa ghi nhận triển khai",
    "so_ket_bang": "Tình hình từng cuộc:",
    # Quick information.
    "tin_nhanh": "Các đơn vị báo tin nhanh {count} vấn đề: {issues}.",
    "tin_nhanh_viec": "{unit} (ngày {day})",
    # Issues.
    "van_de_moi": "Trong kỳ phát sinh {count} vấn đề nổi cộm{forms}; {state}:",
    "van_de_cu_con": "Còn {count} vấn đề nổi cộm của các kỳ trước chưa giải quyết xong{late}:",
    "van_de_cu": "Các kỳ trước chuyển sang {count} vấn đề nổi cộm; {state}:",
    "van_de_khong_bieu": " (các đơn vị chưa nêu trong biểu)",
    "van_de_trong_bieu": " (ở biểu số liệu, các đơn vị nêu {count})",
    "van_de_xong_so": "đã giải quyết xong {count}",
    "van_de_xong_het": "đã giải quyết xong",
    "van_de_xong_khong": "chưa giải quyết xong",
    "van_de_con_so": ", còn {count}",
    "van_de_qua_han_so": ", trong đó {count} vấn đề quá hạn xử lý",
    "van_de_qua_han": "quá hạn {days} ngày",
    # The office's own work.
    "ve": "về {subject}",
    "ve_viec": "về việc {subject}",
    "van_ban_ban": "{staff} ban hành {count} văn bản:",
    "don_doc": "Đôn đốc các đơn vị chậm báo cáo: {count} đợt.",
    "xong_nhiem_vu": "Theo dõi kế hoạch năm, trong kỳ có {all} nhiệm vụ đến hạn, đến nay đã hoàn thành {done}:",
    "xong_nhiem_vu_ca": "Theo dõi kế hoạch năm, trong kỳ có {all} nhiệm vụ đến hạn, đến nay đã hoàn thành:",
    "xong_nhiem_vu_con": "Có {count} nhiệm vụ đến hạn còn đơn vị chưa thực hiện:",
    "xong_nhiem_vu_muc": "{text} ({figure})",
    "xong_nhiem_vu_khong": "Theo dõi kế hoạch năm, trong kỳ có {all} nhiệm vụ đến hạn, chưa hoàn thành.",
    "chu_tri_so_ket": "Chủ trì, theo dõi {count} cuộc sơ kết, tổng kết theo danh mục của năm.",
    # Good units.
    "dung_han": "{count}/{owing} đơn vị nộp báo cáo {period} đúng hạn.",
    "dung_han_deu": "{count} đơn vị đúng hạn ở cả {periods} kỳ báo cáo từ đầu năm{units}.",
    "nhieu_nhat": "Các đơn vị tổ chức nhiều cuộc tuyên truyền nhất: {units}.",
    "nhieu_nhat_mot": "{unit} ({figure} cuộc)",
    "don_vi_lam_tot": "Các đơn vị nêu cách làm, kết quả nổi bật:",
    # Limits.
    "han_che": "Qua số liệu tổng hợp:",
    "chua_nop_ky": "{count} đơn vị không có báo cáo {period}: {units}",
    "cham": "{count} đơn vị nộp sau hạn: {units}",
    "cham_may_ngay": "{units} (chậm {days} ngày)",
    "hai_ky": "{count} đơn vị hai kỳ liền ({before} và {now}) không có báo cáo được nhận: {units}",
    "khong_phat_sinh_hai_ky": "{count} đơn vị hai kỳ liền xác nhận không phát sinh việc nào: {units}",
    "ke_hoach_cham": "Tiến độ so với kế hoạch năm chậm hơn thời gian đã qua ({gone} của năm): {parts}",
    "ke_hoach_chua_xong": "Chưa hoàn thành kế hoạch năm: {parts}",
    "ke_hoach_phan": "{name} đạt {reached}",
    "linh_vuc": "{name} lĩnh vực {field}",
    "nhiem_vu_chua_xong": "{count} nhiệm vụ của kế hoạch năm đã đến hạn, chưa được ghi nhận hoàn thành",
    "giam": "So với {against}, tính trên các đơn vị báo cáo cả hai kỳ, còn giảm: {parts}",
    "giam_phan": "{name} (giảm {share})",
    "con_van_de": "Còn {count} vấn đề nổi cộm chưa giải quyết xong ({units})",
    "so_ket_cham": "{count} cuộc sơ kết, tổng kết đã qua ngày tròn mà chưa tổ chức: {names}",
    "so_ket_cham_bang": "{count} cuộc sơ kết, tổng kết đã qua ngày tròn mà chưa tổ chức (nêu ở mục sơ kết, tổng kết)",
    "don_vi_neu": "Các đơn vị nêu khó khăn, hạn chế:",
    # Causes.
    "khach_quan": "Nguyên nhân khách quan, theo báo cáo của đơn vị:",
    "chu_quan": "Nguyên nhân chủ quan, theo báo cáo của đơn vị:",
    "nguyen_nhan": "Theo báo cáo của các đơn vị:",
    # Tasks.
    "qua_han": "Việc quá hạn, cần hoàn thành ngay:",
    "nhiem_vu": "Nhiệm vụ theo kế hoạch và lịch hạn, đến hết {period}:",
    "nhiem_vu_nam_sau": "Nhiệm vụ tiếp tục thực hiện trong {period}:",
    "chi_dao_van_de": "chỉ đạo giải quyết dứt điểm {count} vấn đề nổi cộm ({units})",
    "lam_viec_don_vi": "làm việc với cấp ủy các đơn vị hai kỳ liền không có báo cáo: {units}",
    "nhiem_vu_viec": "{text} ({facts})",
    "chu_tri_chung": "{opening} (chủ trì, nếu không ghi riêng: {lead}):",
    "chu_tri": "chủ trì: {lead}",
    "san_pham": "sản phẩm: {output}",
    "han": "hạn {day}",
    "han_tre": "hạn {day}, quá {days} ngày",
    "qua_may_ngay": "quá hạn {days} ngày",
    "dinh_ky": "định kỳ {recurrence}",
    "buoc": "{step} ({day})",
    "buoc_nhieu": "{count} bước, từ {first} ({first_day}) đến {last} ({last_day})",
    "buoc_qua_han": "{count} bước quá hạn, trước hết là {step}",
    "so_ket_hoan_thanh": "các cuộc sơ kết, tổng kết đã qua ngày tròn hoặc có bước quá hạn, gồm {names}",
    "moc_qua": "xác định hạn từng bước, hoàn thành trong thời gian sớm nhất",
    "moc_qua_ngay": "ngày tròn {day}",
    "nop_bao_cao": "Các đơn vị nộp báo cáo {period} (hạn {day}); tổng hợp, báo cáo cấp trên (hạn {report_day})",
    "khong_nhiem_vu": "Kế hoạch năm chưa có nhiệm vụ được nhận nào đến hạn trong {period}.",
    "don_vi_nhiem_vu": "Các đơn vị nêu thêm:",
    # Proposals.
    "kien_nghi_gui": "Với {addressee}:",
    "kien_nghi_khac": "Kiến nghị khác:",
    "kien_nghi_viec": "{text} ({units})",
}

# How the silent units of a state are told among the limits.
SILENT_STATES: dict[str, str] = {
    "chưa nộp": "{count} đơn vị chưa nộp báo cáo {period}: {units}",
    "đã gửi, chưa dùng được": "{count} đơn vị đã gửi báo cáo {period} nhưng chưa dùng được: {units}",
    "trả lại": "{count} đơn vị bị trả lại báo cáo {period} để sửa, chưa gửi lại: {units}",
}

# How often a task comes back -> the letter of the kind of period it comes with; the longer words first.
RECURRENCES: dict[str, str] = {"6 tháng": "H", "sáu tháng": "H", "tháng": "M", "quý": "Q", "năm": "Y"}

# How a cause begins that a unit names as such, and the words that tie a cause to what it caused.
OBJECTIVE: tuple[str, ...] = ("khách quan",)
SUBJECTIVE: tuple[str, ...] = ("chủ quan",)
CAUSE_WORDS: tuple[str, ...] = ("nguyên nhân", " do ", " vì ", " nên ", "bởi ")

# How the name of a body begins to which a proposal goes.
BODIES_BEGIN: tuple[str, ...] = (
    "Ban ", "Bộ ", "Cấp ủy", "Chính phủ", "Công đoàn", "Cơ quan", "Đảng ủy", "Đảng bộ", "Hội ", "Liên đoàn", "Mặt trận",
    "Quốc hội", "Sở ", "Thường trực", "Tỉnh ủy", "Trung ương", "Ủy ban", "UBND", "Văn phòng",
)  # fmt: skip
ASKING: tuple[str, ...] = ("đề nghị", "kiến nghị", "đề xuất")
