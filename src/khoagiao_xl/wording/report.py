"""Sentences about the Word report, and the short phrases its running text is made of."""

SENTENCES: dict[str, str] = {
    "BC-01": "Không có mẫu đầu văn bản «{profile}» dùng cho ngày {day}. Chọn một trong: {known}.",
    "BC-02": "Không tìm thấy mẫu báo cáo «{name}». Đặt tệp vào thư mục «templates» cạnh sổ, hoặc bỏ trống "
    "để dùng mẫu có sẵn.",
    "BC-08": "Chưa có đơn vị nào báo cáo {period} nên chưa có gì để viết báo cáo. Bấm «Tiếp nhận báo cáo» khi có tệp "
    "gửi về, rồi «Tổng hợp».",
    "BC-10": "Chưa xuất được báo cáo {period}: số ở trang «Tổng hợp» không còn khớp với số liệu đã nhận (đã sửa tay, hoặc đơn vị, "
    "chỉ tiêu, số liệu đã đổi từ lần tổng hợp trước). Bấm «Tiếp nhận báo cáo», «Tổng hợp», rồi xuất lại.",
    "BC-22": "Văn bản viện dẫn chưa đủ ngày ban hành, cơ quan ban hành, trích yếu (TT37): {symbols}. Tra văn bản gốc, "
    "điền ở trang «Văn bản» rồi xuất lại; chưa tra được thì báo cáo chỉ ghi những gì đã biết.",
    "BC-23": "Cuộc sơ kết, tổng kết {symbols}: sổ ghi đã xong, hoặc đã gửi báo cáo cấp trên, mà chưa có số, ngày báo cáo. Điền số, ngày ở "
    "trang «Sơ kết, tổng kết», hoặc sửa trạng thái của bước, rồi xuất lại.",
    "BC-24": "Nội dung «{topic}»: mới {telling} đơn vị nêu cuộc kiểm tra, giám sát cụ thể, trong khi {saying} đơn vị báo đã kiểm tra "
    "nội dung này. Hỏi lại đơn vị, tiếp nhận báo cáo sửa nếu có rồi xuất lại; báo cáo ghi đúng như các đơn vị đã báo.",
    "BC-09": "Chỉ tiêu {codes} đã sửa tên so với mẫu của công cụ: báo cáo không dùng câu có sẵn mà ghi theo tên chỉ "
    "tiêu ở trang «Chỉ tiêu»; xem lại lời ở mục đó.",
}

PHRASES: dict[str, str] = {
    "chua_bao_cao": "chưa có báo cáo",
    "don_vi": "đơn vị",
    "tam_tinh": "(số liệu tạm tính của {coverage} đơn vị)",
    "cua_don_vi": "(số liệu của {units} đơn vị)",
    "cua_don_vi_phan": "(số liệu của {units} đơn vị, trong đó {in_part} đơn vị chỉ có số {part})",
    "tinh_ca_truoc": "tính cả đơn vị chỉ có báo cáo trước trong năm: {amount}",
    "so_lieu_cua": "(số liệu của ",
    "cac_so_lieu_cua": "({figures} số liệu này của ",
    "du_don_vi": "(số liệu đủ {coverage} đơn vị)",
    "mang_sang": "{units} đơn vị lấy theo số gần nhất: {sources}",
    "mang_sang_mot": "{units} đơn vị lấy theo số {period}",
    "nguon_mang_sang": "{period}: {units} đơn vị",
    "chua_tung_bao_cao": "; {units} đơn vị chưa có số liệu",
    "khong_thuoc": "{units} đơn vị không thuộc phạm vi",
    "cac_don_vi": "các đơn vị đã báo cáo",
    "theo_so_lieu": "theo số liệu của {coverage} đơn vị, ",
    "theo_bao_cao": "theo báo cáo {period}",
    "theo_cac_bao_cao": "theo báo cáo {period} của {units} đơn vị và {others}{day}",
    "bao_cao_khac": "báo cáo {period} của {units} đơn vị khác",
    "cung_ngay_chot": " (cùng ngày chốt {day})",
    "mang_sang_chung": "Ở các số liệu tính đến thời điểm báo cáo{but}, {carried}{apart}.",
    "mang_sang_rieng": "; riêng {labels}: {carried}",
    "ten_chi_tieu": "“{label}”",
    "so_voi_previous": "{called} trước",
    "so_voi_last_year": "cùng kỳ năm trước",
    "so_sanh_dau": "; mức tăng, giảm {parts} báo cáo cả hai kỳ{but}",
    "so_sanh_dau_mot": "so với {against} tính trên {units} đơn vị",
    "so_sanh_tren": "Mức tăng, giảm so với {against} chỉ tính các đơn vị báo cáo cả hai kỳ, nên có thể khác hiệu hai cột ở "
    "biểu số liệu.",
    "so_sanh_khac_chieu": "Mức tăng, giảm so với {against} chỉ tính các đơn vị báo cáo cả hai kỳ; do số đơn vị báo cáo hai kỳ "
    "khác nhau nên ở phần lớn chỉ tiêu không cùng chiều với hiệu hai cột ở biểu số liệu.",
    "tren_so_don_vi": ", tính trên {units} đơn vị báo cáo cả hai kỳ",
    "khong_doi": "bằng {against}",
    "xap_xi": "xấp xỉ {against}",
    "tang": "tăng {share} so với {against}",
    "giam": "giảm {share} so với {against}",
    "truoc_do": "{against}: {then}",
    "phan_tram": "{size}%",
    "diem_phan_tram": "{size} điểm phần trăm",
    "luy_ke": "lũy kế từ đầu năm {amount}",
    "ke_hoach": "Từ đầu năm, {told}.",
    "ke_hoach_so_voi": "So với kế hoạch năm, {told}.",
    "ke_hoach_cung_don_vi": "So với kế hoạch năm {planned}, đạt {reached}.",
    "ke_hoach_mot_phan": "Trong số {measures} nêu trên, {told}.",
    "ke_hoach_trong_luy_ke": "Trong số lũy kế từ đầu năm, {told}.",
    "ke_hoach_don_vi": "{units} đơn vị có kế hoạch năm đã thực hiện {told}",
    "ke_hoach_phan": "{done}, đạt {reached}",
    "ke_hoach_don_vi_dat": "{units} đơn vị có kế hoạch năm đạt {told}",
    "ke_hoach_phan_dat": "{reached} ({done})",
    "con_lai": ", còn {count}",
    "trong_do": "trong đó có {parts}",
    "khong_co": "Theo báo cáo của các đơn vị, {names}.",
    "khong_co_gi": "không có {what}",
    "ngoai_pham_vi": "Không đơn vị nào thuộc phạm vi: {names}.",
    "chua_co_so_lieu": "Chưa có đơn vị nào báo cáo: {names}.",
    "muc_trong": "Kỳ này chưa có số liệu báo cáo của các đơn vị về nội dung này.",
    "chi_tieu_khac": "Chỉ tiêu khác: {names}.",
    "tam_tinh_chung": "; số liệu là số tạm tính{of_units}{but}, cách tính nêu tại {appendix}",
    "cua_don_vi_nay": " của {coverage} đơn vị",
    "uoc_chung": "; số liệu là số ước{of_units}{but}, cách tính nêu tại {appendix}",
    "tru_cho_ghi_rieng": ", trừ chỗ ghi riêng",
    "uoc_va_cong": "; số liệu là số ước của {reported} đơn vị, cộng các báo cáo đã nhận của {others} đơn vị khác{of_units}{but}, "
    "cách tính nêu tại {appendix}",
    "so_don_vi_cong": " ({coverage} đơn vị)",
    "luy_ke_dau": "; số lũy kế lấy theo các báo cáo đã nhận từ đầu năm{known}",
    "luy_ke_dau_du": " ({coverage} đơn vị có đủ)",
    "uoc": "; số liệu là số ước, các đơn vị báo cáo trước khi hết kỳ",
    "luy_ke_cach_tinh": "Số lũy kế lấy theo báo cáo đầy đủ nhất đã có của từng đơn vị (quý, nếu chưa có thì các "
    "tháng){known}.",
    "luy_ke_chua_du": "; {coverage} đơn vị có đủ số liệu từ đầu năm",
    "luy_ke_chua_du_it": "; chỉ tiêu chưa đủ đơn vị có dấu “*”",
    "nguyen_nhan_cua": "{limit} do {cause}",
    "sau_chot": "Sau khi chốt {period}:",
    "sau_tong_hop": "Sau khi tổng hợp {period}:",
    "sua_nhieu": "{opening}, {count} số liệu{units} được sửa, trong đó {totals}.",
    "sua_cua": " của {units}",
    "tinh_theo_sua": "Báo cáo này tính theo số đã sửa, cả ở số theo chủ đề, nội dung cụ thể.",
    "sua_sau_chot": "{unit} sửa “{label}” từ {frozen} thành {now} (tổng từ {frozen_total} thành {new_total})",
    "tong_sau_chot": "tổng của “{label}” từ {frozen_total} thành {new_total}",
    "chua_neu": "chưa nêu",
    "van_de": "Tại {unit} (ngày {day}): {text}; {facts}",
    "van_de_tin_nhanh": "Theo tin nhanh của {unit} (việc xảy ra hoặc nắm được ngày {day}): {text}; {facts}",
    "van_de_bieu_ky": "Theo báo cáo của {unit} (việc xảy ra hoặc nắm được ngày {day}): {text}; {facts}",
    "van_de_du_luan": "{text} (ngày {day}; đơn vị liên quan: {unit}): {facts}",
    "van_de_xu_ly": "{handler} xử lý",
    "van_de_bao_dang_xu_ly": "theo đơn vị báo cáo, {handler} đang xử lý",
    "van_de_noi_xu_ly": "đầu mối xử lý: {handler}",
    "van_de_han": "hạn xử lý {day}",
    "van_de_xong": "giải quyết xong ngày {day}{result}",
    "van_de_xong_sau": "{result}, giải quyết xong ngày {day}",
    "van_de_dang_xu_ly": "{handler} đang xử lý",
    "van_de_chua_xong": "chưa giải quyết xong",
    "so_tin_nhanh": "; theo sổ theo dõi, trong kỳ ghi nhận {count} tin nhanh",
    "so_khong_tin_nhanh": "; theo sổ theo dõi, trong kỳ không ghi nhận tin nhanh nào",
    "mo_dau": "{author} báo cáo kết quả công tác khoa giáo {period} như sau:",
    "tinh_hinh": "Đến ngày {day}, {whole} có {reported} đơn vị đã báo cáo{details}{figures}.",
    "tinh_hinh_khong_ai": "Đến ngày {day}, chưa có đơn vị nào trong số {owing} đơn vị báo cáo{details}{figures}.",
    "tinh_hinh_khong_ro": "Đến ngày {day}, chưa xác định được đơn vị nào phải báo cáo kỳ này{figures}.",
    "chua_tong_hop": "còn {count} đơn vị chưa gửi hoặc phải gửi lại báo cáo",
    "chua_tong_hop_chua_gui": "còn {count} đơn vị chưa gửi báo cáo",
    "chua_tong_hop_gui_lai": "còn {count} đơn vị phải sửa, gửi lại báo cáo",
    "ban_sua_cho": "{count} đơn vị có báo cáo đã được tổng hợp nhưng bản sửa gửi sau chưa đạt yêu cầu, phải gửi lại bản sửa{units}.",
    "trong_so_da_bao_cao": "Trong số đơn vị đã báo cáo, {told}.",
    "xem_danh_sach": " (danh sách tại {appendix})",
    "quan_triet": "Trong kỳ đã quán triệt {amount}:",
    "quan_triet_chua_neu": "{cited}: chưa đơn vị nào nêu việc quán triệt{place}.",
    "quan_triet_ngoai_danh_muc": "{cited}: chưa có trong danh mục văn bản được quán triệt của biểu báo cáo{place}.",
    "quan_triet_bo_sung": " (bổ sung kết quả quán triệt)",
    "quan_triet_so": "Trong kỳ đã quán triệt {amount} về khoa giáo.",
    "y_kien": "- {units}: {text}",
    "y_kien_chung": "- {count} đơn vị (nêu tên tại {appendix}): {text}",
    "ket_qua": "- {text} ({units}).",
    "ket_qua_chung": "- {text} ({count} đơn vị, nêu tên tại {appendix}).",
    "y_kien_dai": "Các đơn vị nêu {count} ý kiến (toàn văn tại {appendix}).",
    "uu_diem_trong": "Các đơn vị không nêu kết quả nổi bật trong kỳ.",
    "han_che_trong": "Các đơn vị không nêu hạn chế, khó khăn trong kỳ.",
    "nhiem_vu_trong": "Các đơn vị không nêu nhiệm vụ riêng cho kỳ tới.",
    "ket_thuc": "Trên đây là báo cáo kết quả công tác khoa giáo {period} của {author}",
    "kem_theo": "(Kèm theo {kind} {number}, ngày {day} của {author})",
    "trich_yeu_thang": "kết quả công tác khoa giáo {this},\nnhiệm vụ trọng tâm {coming}",
    "trich_yeu_quy": "kết quả công tác khoa giáo {this},\nnhiệm vụ trọng tâm {coming}",
    "trich_yeu_6-thang": "kết quả công tác khoa giáo {this};\nnhiệm vụ trọng tâm {coming}",
    "trich_yeu_nam": "kết quả công tác khoa giáo {this};\nphương hướng, nhiệm vụ {coming}",
    "ten_uu_diem": "Kết quả nổi bật",
    "ten_han_che": "Hạn chế, nguyên nhân",
    "ten_nguyen_nhan": "Nguyên nhân",
    "ten_nhiem_vu": "Nhiệm vụ kỳ tới các đơn vị nêu",
    "ten_kien_nghi": "Đề xuất, kiến nghị",
    "phu_luc": "Phụ lục",
    "nhom_khac": "Chỉ tiêu khác",
    "don_vi_co": "đơn vị",
    "co_phai": "Có phải là {tags}?",
    "bo_the": "Xóa thẻ đó hoặc chép lại từ mẫu gốc.",
    "chi_ma": "Trong cặp dấu {{ }} chỉ ghi mã của một chỉ tiêu.",
    "chon_muc": "Chọn một mục trong danh sách của cột «Mục».",
    "khong_co_so": "-",
    "so_don_vi_mang_sang": "{coverage} (+{carried})",
    "sao_tam_tinh": "*",
}

# To whom units report quickly, before how often.
REPORTED_TO: str = "về {staff} "

# How a state is told in running text.
STATE_PHRASES: dict[str, str] = {
    "không phát sinh": "{count} đơn vị báo cáo không có việc phát sinh",
    "đã nhận, chờ giải trình": "số liệu của {count} đơn vị còn chờ giải trình",
    "gia hạn": "{count} đơn vị được gia hạn",
    "miễn": "{count} đơn vị được miễn",
}

# How a state is told in the list of those that have not reported, where a file came.
LISTED_STATES: dict[str, str] = {
    "đã gửi, chưa dùng được": "Đã gửi ngày {day}, phải gửi lại",
    "trả lại": "Gửi ngày {day}, trả lại để sửa",
}
# Why a file could not be used, by the code of what was found or its family; else what most of them are.
CAUSES: dict[str, str] = {
    "": "không đọc được tệp",
    "NB-12": "đến sau hạn khóa kỳ",
    "NB": "bản gốc không còn nguyên vẹn",
    "R35": "không phải biểu mẫu của đơn vị, của kỳ này",
    "R35-2": "gửi nhầm biểu của kỳ khác",
    "R35-4": "biểu không đúng phiên bản",
    "R35-7": "gửi nhầm biểu của đơn vị khác",
    "TN-01": "tệp rỗng",
    "TN-05": "tệp có mật khẩu",
    "TN-08": "bản PDF, không phải biểu mẫu",
    "TN-09": "ảnh chụp, không phải biểu mẫu",
    "TN-12": "tệp Word hoặc PowerPoint, không phải biểu mẫu",
    "TN-29": "thư không kèm biểu mẫu",
    "TN-40": "không phải biểu mẫu đã phát hành",
}

# The notes below the table of figures, each only where it is needed.
TABLE_NOTES: dict[str, str] = {
    "dau_gach": "Dấu “-”: chưa có số liệu, hoặc số không cộng dồn (không phải là 0).",
    "tam_tinh": "Dấu “*”: chưa đủ đơn vị có số liệu, không so thẳng với kỳ khác.",
    "mang_sang": "Số sau dấu “+” ở cột “Số đơn vị”: đơn vị chưa báo cáo kỳ này, lấy theo số gần nhất.",
    "uoc": "Số liệu theo báo cáo {period} là số ước.",
    "so_van_de": "Số vấn đề nổi cộm ở biểu là số các đơn vị ghi trong báo cáo; theo sổ theo dõi, trong kỳ phát sinh {arisen} vấn đề, "
    "đã giải quyết xong {settled}.",
    "so_van_de_cu": "Số vấn đề nổi cộm ở biểu là số các đơn vị ghi trong báo cáo; theo sổ theo dõi, còn {left} vấn đề của các kỳ "
    "trước chưa giải quyết xong.",
    "so_van_de_chua": "Số vấn đề nổi cộm ở biểu là số các đơn vị ghi trong báo cáo; theo sổ theo dõi, trong kỳ phát sinh {arisen} vấn "
    "đề, chưa giải quyết xong.",
    "nho_hon": "Số của kỳ nhỏ hơn số đã báo cáo trong năm, do số đơn vị báo cáo khác nhau hoặc đơn vị báo cáo lại: {told}.",
    "nho_hon_chi_tieu": "“{label}” ({now}; {period}: {then})",
    "so_don_vi": "Cột “Số đơn vị”: số đơn vị có số liệu trên số đơn vị phải báo cáo chỉ tiêu.",
    "mien_tru": "({mark}) {unit}: {reason}{who}{until}.",
    "mien_tru_ai": "; người cho phép: {who}",
    "mien_tru_den": "; đến hết ngày {until}",
}

# Where a period does not come to the same as its parts: below the table of figures, by kind of break.
BREAK_NOTES: dict[str, str] = {
    "so_chi_tieu": "Có {count} chỉ tiêu có tổng các báo cáo {whole} khác tổng các báo cáo {part}, do {why}.",
    "do_TH-11": "{count} đơn vị ghi số ở báo cáo {whole} khác tổng các báo cáo {part} của chính đơn vị",
    "do_TH-12": "{count} đơn vị có báo cáo {whole} nhưng thiếu báo cáo {part}",
    "do_TH-13": "{count} đơn vị có báo cáo {part} nhưng thiếu báo cáo {whole}",
    "hoac": " hoặc ",
    "TH-11": "Số ở báo cáo {whole} khác tổng các báo cáo {part} của chính đơn vị: {units}.",
    "cuoi_ky": "{label} ở báo cáo {whole} khác báo cáo {last} của chính đơn vị: {units}.",
    "hai_so": "{unit} ({whole} và {parts})",
    "TH-12": "Có báo cáo {whole} nhưng thiếu báo cáo {parts}: {units}",
    "TH-13": "Có báo cáo {part} nhưng thiếu báo cáo {whole}: {units}.",
    "chua_den_han": "; báo cáo {parts} chưa đến hạn",
}

# How a line of a unit begins that asks for something, and what units write where they have nothing to say.
PROPOSAL_STARTS: tuple[str, ...] = ("đề xuất", "kiến nghị", "đề nghị")
NOTHING_SAID: frozenset[str] = frozenset(
    {"", "không", "không có", "không phát sinh", "chưa có", "ko", "0", "n/a", "/"}
)
