"""Short phrases of what a report tells besides figures: documents, study, reviews, tasks, limits, proposals."""

TOLD: dict[str, str] = {
    "va_khac": "{names} và {others} đơn vị khác",
    "don_vi_viec": "{count} đơn vị {deed}{units}",
    "don_vi": "{count} đơn vị",
    "ve_linh_vuc": "Về lĩnh vực {field}, {text}",
    # The opening.
    "mo_dau": "{basis}{author} báo cáo kết quả công tác khoa giáo {period} của {whole}{window} như sau:",
    "can_cu": "Thực hiện {cited}, ",
    "can_cu_hai": " và ",
    "so_lieu_tu": " (số liệu từ ngày {starts} đến ngày {ends})",
    "so_lieu_uoc": " (số liệu từ ngày {starts}, ước đến ngày {ends})",
    "bo_sung_vien_dan": " (bổ sung {parts})",
    "van_ban_nguon": "{kind} số {symbol}, ngày {day}{issuer}{about}",
    # State of mind.
    "tu_tuong_khong_on_dinh": "{units}{names} báo cáo tình hình tư tưởng còn nội dung cần quan tâm: {told}.",
    "tu_tuong_ky_truoc": " theo báo cáo {period}",
    "tu_tuong_nhieu": "{units} báo cáo tình hình tư tưởng còn nội dung cần quan tâm:",
    "tu_tuong_don_vi": "{units}: {text}",
    "tu_tuong_chua_neu": "chưa nêu nội dung",
    # Leadership.
    "cap_uy": "Cấp ủy",
    "ban": "Ban tham mưu",
    "chua_co_so": " số ...",
    "van_ban_cap_uy": "{body} ban hành {count} văn bản lãnh đạo, chỉ đạo về khoa giáo:",
    "quan_triet": "Kết quả quán triệt từng văn bản{told_in}:",
    "quan_triet_chung": "Kết quả quán triệt từng văn bản{told_in} (hội nghị quán triệt nhiều văn bản được tính ở mỗi văn "
    "bản):",
    "quan_triet_nhieu": "Các văn bản được quán triệt nhiều nhất (theo {count} hội nghị nêu cụ thể trong báo cáo {periods}): "
    "{directives}.",
    "quan_triet_nhieu_mot": "{cited} ({count} hội nghị)",
    "neu_cu_the": ", theo {count} hội nghị nêu cụ thể",
    "neu_trong": " trong báo cáo {periods}",
    "da_nhan_den": "{periods} đã nhận đến ngày {day}",
    "da_nhan_tu_dau_nam": "{kinds} đã nhận từ đầu năm",
    "da_nhan_trong_ky": "{kinds} đã nhận trong kỳ",
    "va_bao_cao": "{periods} và báo cáo {received}",
    "quan_triet_van_ban": "{cited}: {units} tổ chức {conferences} hội nghị",
    "quan_triet_ty_le": ", {present}/{called} lượt đảng viên được triệu tập tham dự ({share})",
    "quan_triet_khong_so": " (chưa có số liệu đảng viên tham dự)",
    # What stands out.
    "noi_bat": "Việc nổi bật{told_in}:",
    "noi_bat_trong": " (theo báo cáo {periods}{place})",
    "noi_bat_bo_sung": "; bổ sung việc của các tháng còn lại",
    "noi_bat_viec": "{text} ({units}{people})",
    "noi_bat_nguoi": "; {people} lượt người tham gia",
    # Inspection.
    "du_luan": "{units} nêu rõ chủ đề của {count} trường hợp (ý kiến dư luận hoặc tin, bài đấu tranh, phản bác){told_in}:",
    "du_luan_trong": " trong báo cáo {periods}",
    "du_luan_chu_de": "{topic} ({count} trường hợp của {units}): {outcome}",
    "du_luan_gop": "Dư luận, đấu tranh phản bác tập trung vào các nội dung (số ý kiến, tin, bài theo báo cáo {periods}): "
    "{topics}{left}.",
    "du_luan_neu": "Các báo cáo {periods} nêu theo chủ đề {count} ý kiến, tin, bài: {topics}{left}.",
    "du_luan_gop_con": "; trong đó {told} chưa có báo cáo kết quả giải quyết, xử lý{place}",
    "du_luan_bo_sung": " (bổ sung kết quả đến nay)",
    "du_luan_gop_mot": "{topic} ({count})",
    "du_luan_gop_con_phan": "{left} ý kiến, tin, bài về {topic}",
    "du_luan_xong": "đã giải quyết, xử lý xong{results}",
    "du_luan_xong_so": "đã giải quyết, xử lý {settled}{results}, còn {left}",
    "du_luan_xong_tung_ky": "theo báo cáo từng kỳ, đã giải quyết, xử lý {settled}{results}; {left} chưa có báo cáo kết "
    "quả",
    "du_luan_ghi_xong": "đơn vị ghi đã giải quyết, xử lý {settled}{results}{which} mới nêu {texts}, chưa nêu kết quả{left}",
    "du_luan_nhung": ", nhưng",
    "du_luan_trong_do": ", trong đó {count}",
    "du_luan_ghi_con": "; còn {left}",
    "du_luan_ghi_con_tung_ky": "; {left} chưa có báo cáo kết quả",
    "du_luan_chua": "chưa giải quyết, xử lý xong{results}",
    "du_luan_chua_tung_ky": "theo báo cáo từng kỳ, chưa có báo cáo kết quả{results}",
    "du_luan_khong_ro": "chưa có số liệu đầy đủ về kết quả giải quyết{results}",
    "du_luan_ket_qua": " (kết quả đơn vị nêu: {results})",
    "du_luan_con_mot": "còn {left} trường hợp về {topic} chưa giải quyết, xử lý xong",
    "du_luan_con": "còn các trường hợp chưa giải quyết, xử lý xong: {told}",
    "du_luan_tung_ky_mot": "{left} trường hợp về {topic} chưa có báo cáo kết quả giải quyết, xử lý (theo báo cáo từng kỳ)",
    "du_luan_tung_ky": "các trường hợp chưa có báo cáo kết quả giải quyết, xử lý (theo báo cáo từng kỳ): {told}",
    "du_luan_trong_ky": "trong kỳ {told}",
    "du_luan_con_phan": "{left} về {topic}",
    "du_luan_ky_truoc": "{told} nêu trong báo cáo {periods} chưa có báo cáo kết quả giải quyết, xử lý",
    "du_luan_ky_truoc_mot": "{left} trường hợp về {topic}",
    "du_luan_khac": "và {count} nội dung khác",
    "kiem_tra": "{units} nêu cụ thể {count} cuộc kiểm tra, giám sát{found}, theo nội dung:",
    "kiem_tra_rieng": "Các báo cáo {periods} nêu cụ thể {count} cuộc của {units}{others}{found}, theo nội dung:",
    "kiem_tra_khac": " (trong đó {count} đơn vị chưa có báo cáo {period} được tổng hợp)",
    "kiem_tra_noi_dung": "{topic}: {count} cuộc{found}",
    "kiem_tra_thay": ", phát hiện {found} hạn chế, thiếu sót, đã khắc phục {mended}",
    "kiem_tra_trong_so": ", với {known} trong {found} hạn chế, thiếu sót",
    "kiem_tra_bao_da": " ({telling} đơn vị nêu cụ thể; {saying} đơn vị báo đã kiểm tra)",
    "kiem_tra_con": ", còn {left} nội dung chưa khắc phục",
    "kiem_tra_khong_thay": ", không phát hiện hạn chế, thiếu sót",
    "kiem_tra_chua_ro": ", chưa có số liệu về hạn chế, thiếu sót",
    "kiem_tra_cap_uy": "Về kiểm tra, giám sát theo kế hoạch của {body}: {told}.",
    "ke_hoach_co_ket_qua": "{plan} đã có kết quả ({result})",
    "ke_hoach_dang_lam": "{plan} đang thực hiện ({decision})",
    "ke_hoach_chua_ro": "{plan} đến ngày {day} chưa ghi nhận kết quả thực hiện{lacking}",
    "bo_sung_ket_qua": " (bổ sung kết quả)",
    # Reviews.
    "so_ket_chung": "Theo danh mục của cấp ủy năm {year} có {count} cuộc sơ kết, tổng kết; đến nay {parts}{late}.",
    "so_ket_xong_so": "đã xong {count} cuộc",
    "so_ket_dang": "đang triển khai {count} cuộc",
    "so_ket_chua": "chưa triển khai {count} cuộc",
    "so_ket_chua_cuoc_nao": "chưa triển khai cuộc nào",
    "cuoc": "cuộc",
    "cuoc_so_ket": "cuộc sơ kết, tổng kết",
    "so_ket_qua_han": "{count} đã {over}, chưa hoàn thành",
    "so_ket_cham": "{count} chậm tiến độ",
    "so_ket_cham_trong_do": "{count} chậm tiến độ, trong đó {past} cuộc đã {over}, chưa hoàn thành",
    "so_ket_dong": "{name}: {state}{next}",
    "so_ket_da_xong": "đã hoàn thành",
    "so_ket_xong": "đã hoàn thành, Báo cáo số {number}",
    "so_ket_ngay": ", ngày {day}",
    "so_ket_bo_sung": " (bổ sung {parts} báo cáo)",
    "so_ket_den_buoc": "đã xong {done} trong {steps} bước{latest}",
    "so_ket_gan_nhat": " (gần nhất: {step}{place})",
    "so_ket_chon": "; bổ sung hình thức đã thực hiện",
    "so_ket_chon_ngay": "; bổ sung hình thức đã thực hiện, ngày",
    "so_ket_dang_buoc": "đang làm bước: {step}",
    "so_ket_chua_buoc": "chưa triển khai",
    "so_ket_da_bat_dau": "đang triển khai",
    "so_ket_khong_buoc": "chưa lập các bước",
    "so_ket_qua_moc": "đã {over}",
    "qua_tron": "quá thời điểm tròn {years} năm",
    "qua_moc": "quá thời điểm",
    "so_ket_tiep": "{step}, {when}",
    "so_ket_dang_lam": "{step} (đang thực hiện)",
    "so_ket_tiep_cau": "; bước tiếp theo: {next}",
    "so_ket_han": "hạn {day}",
    "so_ket_tre": "hạn {day}, quá hạn {days} ngày",
    "so_ket_khong_han": "chưa xác định hạn",
    "so_ket_don_vi": "{count} đơn vị đã hoàn thành ở cấp mình; cuộc chung của đảng bộ ",
    "so_ket_don_vi_xong": "; {count} đơn vị đã hoàn thành ở cấp mình",
    "so_ket_bang": "Tình hình từng cuộc:",
    # Issues.
    "van_de_moi": "Trong kỳ phát sinh {count} vấn đề nổi cộm{sources}; {state}:",
    "van_de_cu_con": "Còn {count} vấn đề nổi cộm của các kỳ trước chưa giải quyết xong{late}:",
    "van_de_cu": "Các kỳ trước chuyển sang {count} vấn đề nổi cộm; {state}:",
    "van_de_het_ky": "đến hết kỳ, ",
    "van_de_den_nay": "đến nay ",
    "van_de_nguon": " ({sources})",
    "van_de_xong_so": "đã giải quyết xong {count}",
    "van_de_xong_het": "đã giải quyết xong",
    "van_de_xong_khong": "chưa giải quyết xong",
    "van_de_con_so": ", còn {count}",
    "van_de_qua_han_so": ", trong đó {count} vấn đề quá hạn xử lý",
    "van_de_qua_han": "quá hạn {days} ngày",
    "van_de_chua_ket_qua": "đến ngày {day} chưa nhận được báo cáo kết quả giải quyết",
    # The office's own work.
    "ve": "về {subject}",
    "ve_viec": "về việc {subject}",
    "van_ban_ban": "{staff} ban hành {count} văn bản:",
    "thong_bao_quy": "Thông báo về những đơn vị làm tốt, những đơn vị chậm {told}.",
    "thong_bao_da": "của {quarter} đã ban hành ({name})",
    "thong_bao_chua": "của {quarters} chưa ban hành (theo sổ văn bản đi)",
    "thong_bao_se": "của {quarters} sẽ ban hành sau khi tổng hợp báo cáo quý",
    "don_doc": "Đôn đốc các đơn vị chậm báo cáo: {count} đợt.",
    "nhiem_vu_den_han": "Theo dõi kế hoạch năm, {besides}trong kỳ có {count} nhiệm vụ có hạn theo ngày{late}{unmet}{unknown}:",
    "ngoai_so_ket": "ngoài các cuộc sơ kết, tổng kết (nêu tại mục {section}), ",
    "nhiem_vu_sau_han": ", {count} nhiệm vụ có đơn vị thực hiện sau hạn",
    "nhiem_vu_con": ", {count} nhiệm vụ còn đơn vị chưa thực hiện",
    "nhiem_vu_da": "{text} ({state})",
    "viec_xong": "đã hoàn thành",
    "viec_xong_san_pham": "đã hoàn thành, sản phẩm: {product}",
    "san_pham_so": "số {symbol}",
    "san_pham_ngay": "ngày {day}",
    "viec_chua": "chưa hoàn thành",
    "viec_dang": "đang thực hiện, đạt {percent}%",
    "viec_chua_co_so": "kết quả của các đơn vị tổng hợp trong báo cáo {period}",
    "viec_khong_hoi": "kết quả của các đơn vị không thống kê trong báo cáo kỳ này",
    "don_vi_da": "{figure}{known} {done}",
    "da_thuc_hien": "đã thực hiện",
    "co_so_lieu": " có số liệu",
    "chua_truoc_han": "; {count} đơn vị chưa thực hiện ở báo cáo {periods}, trước hạn, chưa có số liệu mới",
    "don_vi_chua_ro_cua": ", trong đó có {units}",
    "chua_ro_da_neu": ", trong đó {units} đã nêu cuộc kiểm tra, giám sát về nội dung này trong báo cáo đã nhận",
    "chua_ro_chung_da_neu": "; trong số đơn vị chưa có số liệu, {units} đã nêu cuộc kiểm tra, giám sát về nội dung này trong "
    "báo cáo đã nhận",
    "chua_co_so_lieu": "; {units} chưa có số liệu",
    "han_cua": "hạn {day} của {units}",
    "han_cua_da_qua": "hạn {day} của {units} đã qua",
    "han_cua_lam_ngay": "{units} phải hoàn thành ngay, hạn {day} đã qua",
    "don_vi_chua_ro_chung": " ({count} đơn vị chưa có số liệu)",
    "don_vi_chua_ro": "; {count} đơn vị chưa có số liệu",
    "hoan_thanh_sau_han": "; có đơn vị thực hiện sau hạn, ở báo cáo {period} còn {left} đơn vị chưa thực hiện{units}",
    "chua_du_o_bao_cao": "; ở báo cáo {period} còn {left} đơn vị chưa thực hiện",
    "trong_do_sau_han": ", trong đó có {count} {bound} thực hiện sau hạn{units}",
    "gom_don_vi": ", gồm {units}",
    "neu_ten_tai": ", nêu tên tại {appendix}",
    "ten_trong_ngoac": " ({units})",
    "thuong_xuyen": "Nhiệm vụ thường xuyên, định kỳ: {told}.",
    "thuong_xuyen_viec": "{told}: {parts} đã thực hiện",
    "thuong_xuyen_ky": "{figure} đơn vị có báo cáo {period}",
    "thuong_xuyen_khac": "các nhiệm vụ thường xuyên khác chưa ghi kết quả riêng (bổ sung)",
    "thuong_xuyen_chua": "chưa ghi kết quả riêng (bổ sung)",
    "chu_tri_so_ket": "Chủ trì, theo dõi {count} cuộc sơ kết, tổng kết theo danh mục của năm.",
    # Good units.
    "dung_han": "{count}/{owing} đơn vị gửi báo cáo {period} đúng hạn.",
    "dung_han_deu": "{count} đơn vị đúng hạn ở cả {periods} kỳ báo cáo đã tổng hợp từ đầu năm{units}.",
    "nhieu_nhat": "Các đơn vị tổ chức nhiều cuộc tuyên truyền nhất: {units}.",
    "nhieu_nhat_mot": "{unit} ({figure} cuộc)",
    "don_vi_lam_tot": "Các đơn vị nêu cách làm, kết quả nổi bật{told_in}:",
    # Limits.
    "han_che": "Qua số liệu tổng hợp:",
    "chua_gui_ky_nao": "chưa gửi báo cáo nào trong năm {year}",
    "chua_co_phan": "chưa có báo cáo được tổng hợp: {parts}",
    "chua_co_phan_khac": "ngoài các đơn vị trên, chưa có báo cáo được tổng hợp: {parts}",
    "chua_co_phan_mot": "{period} có {count} đơn vị{why}",
    "phan_chua_gui": " (chưa gửi)",
    "phan_phai_sua": " (phải sửa hoặc gửi lại)",
    "phan_ca_hai": " ({unsent} chưa gửi, {sent} phải sửa hoặc gửi lại)",
    "khac": " khác",
    "ten_don_vi": ": {units}",
    "danh_sach_kem": " (danh sách kèm theo báo cáo)",
    "cham": "{count} đơn vị gửi báo cáo {period} sau hạn: {units}",
    "cham_may_ngay": "{units} (chậm {days} ngày)",
    "cham_danh_sach": "{count} đơn vị gửi báo cáo {period} sau hạn{latest}{listed}",
    "cham_phan": "báo cáo {periods} có {count} lượt đơn vị gửi sau hạn",
    "cham_deu": ", đều chậm {days} ngày",
    "cham_nhat": ", chậm nhiều nhất {days} ngày",
    "hai_ky": "hai kỳ liền ({before} và {now}) chưa có báo cáo được tổng hợp",
    "khong_phat_sinh_hai_ky": "hai kỳ liền ({before} và {now}) xác nhận không phát sinh việc nào",
    "ke_hoach_cham": "Tiến độ so với kế hoạch năm còn chậm (theo kỳ báo cáo đã qua {gone} trong {whole} tháng): {parts}",
    "ke_hoach_chua_xong": "Chưa hoàn thành kế hoạch năm: {parts}",
    "ke_hoach_phan": "{name} đạt {reached}",
    "linh_vuc": "{name} lĩnh vực {field}",
    "nhiem_vu_chua_xong": "{count} nhiệm vụ của kế hoạch năm đã đến hạn, chưa được ghi nhận hoàn thành",
    "chua_thuc_hien": "{told} (hạn {day})",
    "chua_thuc_hien_cua": "{told}; {bound} trong số này đã quá hạn {day}",
    "chua_thuc_hien_cua_so": "{told}; trong đó có {count} {bound} đã quá hạn {day}{units}",
    "con_trong_ky": "trong kỳ {told}",
    "con_ca_hai": "trong kỳ {told}; lũy kế từ đầu năm còn {to_date} {measure}",
    "con_chi_luy_ke": "lũy kế từ đầu năm {told}",
    "can_xac_minh": "{told}, trong đó {units} đã nêu cuộc kiểm tra, giám sát về nội dung này trong báo cáo đã nhận, cần xác "
    "minh",
    "xong_sau_han": "{count} nhiệm vụ của kế hoạch năm có đơn vị thực hiện sau hạn (nêu tại mục {section})",
    "giam": "So với {against}, {parts} (tính trên {units} đơn vị báo cáo cả hai kỳ{but})",
    "giam_phan": "{name} giảm {share}",
    "giam_o_don_vi": " (ở {units} đơn vị)",
    "con_van_de": "Còn {count} vấn đề nổi cộm chưa giải quyết xong (nêu tại mục {section})",
    "so_ket_neu_tai": " (nêu tại mục {section})",
    "don_vi_neu": "Các đơn vị nêu khó khăn, hạn chế{told_in}:",
    # Causes.
    "khach_quan": "Nguyên nhân khách quan, theo báo cáo của đơn vị:",
    "chu_quan": "Nguyên nhân chủ quan, theo báo cáo của đơn vị:",
    "nguyen_nhan": "Theo báo cáo của các đơn vị:",
    "ve_khach_quan": "Về khách quan:",
    "ve_chu_quan": "Về chủ quan:",
    "ve_nguyen_nhan": "Nguyên nhân khác:",
    "ve_rieng": "Nguyên nhân:",
    "nguyen_nhan_cua": "việc {limit} là do {text} (theo báo cáo của {whose})",
    "nguyen_nhan_do": "hạn chế của {whose} là do {text} (theo báo cáo của đơn vị)",
    "nguyen_nhan_viec": "theo báo cáo của {whose}, {text}",
    "nguyen_nhan_neu_tren": "{count} đơn vị nêu trên",
    "nguyen_nhan_don_vi_tren": "đơn vị nêu trên",
    "bo_sung_uu_diem": "(Bổ sung ưu điểm, kết quả nổi bật)",
    "bo_sung_chu_quan": "(Bổ sung nguyên nhân chủ quan)",
    "chu_quan_bao_cao": "Chủ quan: một số cấp ủy chưa quan tâm đúng mức đến chế độ báo cáo.",
    "chu_quan_so_ket": "Chủ quan: việc chỉ đạo, đôn đốc tiến độ một số cuộc sơ kết, tổng kết còn chậm.",
    # Tasks.
    "o_don_vi_chua": " ở các đơn vị chưa thực hiện",
    "o_so_don_vi_chua": " ở {count} {units} chưa thực hiện",
    "o_so_don_vi_khac_chua": " ở {count} {units} khác chưa thực hiện",
    "don_vi_sau_so": "đơn vị",
    "chuyen_nam_sau": "chuyển sang năm {year}",
    "thieu_bao_cao": "các đơn vị còn thiếu báo cáo {sending}{day}: {told}",
    "cham_nhat_ngay": " chậm nhất ngày {day}",
    "cham_nhat_bo_sung": " (bổ sung thời hạn)",
    "thieu_bao_cao_ky": "báo cáo {period} ({count} đơn vị)",
    "viec_gui": "gửi",
    "viec_gui_lai": "gửi lại",
    "viec_gui_hoac_lai": "gửi hoặc gửi lại",
    "ke_hoach_con": "{name} còn {left}",
    "lam_ke_hoach": "các cấp ủy đẩy nhanh tiến độ kế hoạch năm, hoàn thành trong năm {year} (còn {told})",
    "lam_ke_hoach_chuyen": "các cấp ủy rà soát phần kế hoạch năm {year} chưa thực hiện, việc còn phải làm đưa vào kế hoạch "
    "năm {next} (còn {told})",
    "thong_bao_ngay": "{staff} thông báo những đơn vị làm tốt, những đơn vị chậm của {quarters} (chưa ban hành)",
    "quan_triet_tiep": "các cấp ủy báo cáo kết quả quán triệt {cited}, nơi chưa quán triệt thì tổ chức ngay",
    "giai_quyet_y_kien": "các cấp ủy phối hợp với cơ quan có thẩm quyền giải quyết, trả lời, báo cáo kết quả {left} trường "
    "hợp còn lại (về {topics})",
    "ra_soat_nhiem_vu": "rà soát {count} nhiệm vụ của kế hoạch năm {year} đã đến hạn, chưa được ghi nhận hoàn thành; việc "
    "chưa xong đưa vào kế hoạch năm {next}",
    "den_nay": "đến nay {figure} {done}",
    "qua_han": "Việc quá hạn{when}:",
    "qua_ngay_tron": "Việc đã quá thời điểm{when}:",
    "cham_tien_do": "Việc chậm tiến độ{when}:",
    "lam_ngay": ", cần thực hiện ngay",
    "lam_ngay_nam_sau": " của năm {year}, thực hiện ngay hoặc chuyển sang năm {next}",
    "nhiem_vu": "Nhiệm vụ theo kế hoạch, thực hiện đến hết {period}:",
    "nhiem_vu_nam_sau": "Nhiệm vụ tiếp tục thực hiện trong {period}:",
    "chi_dao_van_de": "chỉ đạo giải quyết dứt điểm {count} vấn đề nổi cộm{others}",
    "con_lai": " còn lại",
    "tra_loi_de_nghi": "trả lời đề nghị{day} của {unit} {about}",
    "tra_loi_noi_dung": "trả lời đề nghị{day} của {unit} {about} (đề nghị {asked})",
    "chi_dao_de_nghi": "cho ý kiến chỉ đạo theo đề nghị{day} của {unit} {about}",
    "de_nghi_ngay": " ngày {day}",
    "de_nghi_ve_viec": "về việc {what}",
    "de_nghi_ve_ngay": "về vấn đề phát sinh ngày {day}",
    "lam_viec_vang": "làm việc với cấp ủy {count} đơn vị chưa gửi báo cáo nào trong năm {year}",
    "lam_viec_don_vi": "làm việc với cấp ủy {count} đơn vị hai kỳ liền chưa có báo cáo được tổng hợp",
    "tham_muu": "tham mưu {author} {told}",
    "ban_lam": "{staff} {told}",
    "nhiem_vu_viec": "{text} ({facts})",
    "chu_tri_chung": "{opening} (chủ trì, nếu không ghi riêng: {lead}):",
    "chu_tri": "chủ trì: {lead}",
    "san_pham": "sản phẩm: {output}",
    "han": "hạn {day}",
    "han_tre": "hạn {day}, quá {days} ngày",
    "qua_may_ngay": "quá hạn {days} ngày",
    "dinh_ky": "định kỳ {recurrence}",
    "buoc_nhieu": "{count} bước, từ {first} ({first_due}) đến {last} ({last_due})",
    "buoc_qua_han": "chậm {count} bước, trước hết là {step}",
    "so_ket_hoan_thanh": "các cuộc sơ kết, tổng kết chậm tiến độ, gồm {names}",
    "buoc_lam_lai": ": chưa triển khai; {step}, xác định lại hạn của các bước, hoàn thành trong năm {year}",
    "ngay_tron_qua": ": hạn từng bước chưa xác định, cần xác định để hoàn thành trong năm {year}",
    "buoc_lam_lai_nam_sau": ": năm {before} chưa triển khai, chuyển sang năm {year}; {step}, xác định lại hạn của các "
    "bước, hoàn thành trong năm {year}",
    "ngay_tron_qua_nam_sau": ": năm {before} chưa hoàn thành, chuyển sang năm {year}; xác định hạn từng bước, hoàn thành "
    "trong năm {year}",
    "phuong_huong": "{period}, {author} tiếp tục lãnh đạo, chỉ đạo thực hiện {cited}.",
    "ke_hoach_nam_sau": "ban hành hướng dẫn, kế hoạch công tác khoa giáo năm {year}",
    "bo_sung_han": "bổ sung thời hạn",
    "viec_con_lai": "Việc còn lại của năm {year}: {told}.",
    "che_do_bao_cao": "Chế độ báo cáo: {told}",
    "che_do_gui": "các đơn vị gửi {periods}",
    "che_do_gui_xong": "các đơn vị hoàn thành việc gửi {periods}",
    "che_do_thang": "báo cáo tháng theo hạn đã giao",
    "che_do_ky": "báo cáo {periods} chậm nhất ngày {day}",
    "don_vi_nhiem_vu": "Nhiệm vụ các đơn vị nêu:",
    "khong_nhiem_vu": "Kế hoạch năm chưa có nhiệm vụ được nhận nào đến hạn trong {period}.",
    # Proposals.
    "kien_nghi_khong": "Không.",
    "kien_nghi_gui": "Đề nghị {addressee}",
    "kien_nghi_dem": "Các đơn vị nêu {count} khó khăn, kiến nghị về cơ chế, chính sách đối với trí thức{place}.",
    "kien_nghi_bo_sung": " (bổ sung nội dung chính)",
    "kien_nghi_chung": "Đề nghị",
    "kien_nghi_khac": "Các đơn vị kiến nghị",
    "kien_nghi_viec": "{text} ({whose})",
    "kien_nghi_cua": "theo kiến nghị của {units}{periods}",
    "kien_nghi_cua_nhieu": "kiến nghị của {units}{periods}{listed}",
    "kien_nghi_trong": " trong báo cáo {periods}",
}

# With what the subject begins of a plan of inspection, and what names its result.
INSPECTION_WORDS: tuple[str, ...] = ("kiểm tra", "giám sát")
RESULT_WORDS: tuple[str, ...] = ("kết quả", "kết luận")

# Between the ways of a step that gives the choice.
EITHER: str = " hoặc "

# What a full citation of a directive has, as a draft asks for it.
CITATION_PARTS: dict[str, str] = {
    "so": "số",
    "ngay": "ngày",
    "co_quan": "cơ quan ban hành",
    "trich_yeu": "trích yếu",
}

# How the silent units of a state are told among the limits.
SILENT_STATES: dict[str, str] = {
    "chưa nộp": "{count} đơn vị{other} chưa gửi báo cáo {period}{units}",
    "đã gửi, chưa dùng được": "{count} đơn vị{other} gửi báo cáo {period} chưa đạt yêu cầu, phải gửi lại{units}",
    "trả lại": "{count} đơn vị{other} bị trả lại báo cáo {period} để sửa, chưa gửi lại{units}",
}

# How the office came to know of issues, by what stands in the column «Nguồn».
ISSUE_SOURCES: dict[str, str] = {
    "tin nhanh": "qua tin nhanh của đơn vị",
    "biểu kỳ": "qua báo cáo định kỳ",
    "dư luận": "qua nắm bắt dư luận",
    "báo chí": "qua báo chí",
}

# Behind which words an issue says in a clause what it is about.
ISSUE_SUBJECTS: tuple[str, ...] = (
    "về việc ",
    "phản ánh việc ",
    "phản ánh tình trạng ",
    "phản ánh về ",
    "băn khoăn về ",
)

# How a task says until when it is to be done, and how a clause begins that says so of some units alone.
DUE_WORDS: tuple[str, ...] = (
    "hoàn thành trong", "hoàn thành trước", "hoàn thành vào", "xong trong", "xong trước", "chậm nhất", "thời hạn",
)  # fmt: skip
SOME_UNITS: tuple[str, ...] = ("các đơn vị ", "các đảng bộ ", "các chi bộ ", "các cấp ủy ")

# How often a task comes back -> the letter of the kind of period it comes with; the longer words first.
RECURRENCES: dict[str, str] = {"6 tháng": "H", "sáu tháng": "H", "tháng": "M", "quý": "Q", "năm": "Y"}

# Words of a task that is the duty to report: the line on the coming reports tells it with their days.
REPORTING: tuple[str, ...] = ("báo cáo định kỳ", "chế độ báo cáo")

# What units lack, in words of theirs; with one of these before « do » a line is a limit and its cause.
LACKING: tuple[str, ...] = ("chưa", "còn", "không", "thiếu", "hạn chế", "chậm", "khó khăn", "ít")
BECAUSE: tuple[str, ...] = (" do ", " vì ")
SO: str = " nên "

# How a cause begins that a unit names as such, and the words that tie a cause to what it caused.
OBJECTIVE: tuple[str, ...] = ("khách quan",)
SUBJECTIVE: tuple[str, ...] = ("chủ quan",)
# Words of a cause that lies outside of the unit, whether it says so or not.
OUTSIDE: tuple[str, ...] = ("cao điểm", "thiên tai", "mưa lũ", "bão")
# How a unit, or the office, calls a cause before it says it.
CAUSE_LABELS: tuple[str, ...] = (
    "nguyên nhân khách quan:",
    "nguyên nhân chủ quan:",
    "khách quan:",
    "chủ quan:",
    "nguyên nhân:",
    "do ",
)
CAUSE_WORDS: tuple[str, ...] = ("nguyên nhân", " do ", " vì ", " nên ", "bởi ")

# What is no result yet where nothing that was done follows it.
ASKED_ONLY: tuple[str, ...] = ("đã đề nghị ", "đã kiến nghị ", "đã chuyển ", "đang ")
DONE_WORD: str = " đã "

# How words begin for who does something that are no name of theirs.
NO_NAMES: tuple[str, ...] = (
    "Các ", "Cán bộ", "Cấp ủy", "Chi ủy", "Dư luận", "Lãnh đạo", "Một số ", "Người ", "Nhiều ", "Phụ huynh", "Có ", "Đã ",
)  # fmt: skip

# How a choice of a list begins that is the rest of a matter: a report names the matter.
REST_OF: str = "Nội dung khác về "

# How the name of a body begins to which a proposal goes.
BODIES_BEGIN: tuple[str, ...] = (
    "Ban ", "Bộ ", "Cấp ủy", "Chính phủ", "Công đoàn", "Cơ quan", "Đảng ủy", "Đảng bộ", "Hội ", "Liên đoàn", "Mặt trận",
    "Quốc hội", "Sở ", "Thường trực", "Tỉnh ủy", "Trung ương", "Ủy ban", "UBND", "Văn phòng",
)  # fmt: skip
# How words begin that are no such name.
NO_BODIES: tuple[str, ...] = (
    "Ban hành",
    "Bộ phận",
    "Cơ quan",
    "Cấp ủy",
    "Hội nghị",
    "Hội thảo",
    "Hội thi",
    "Sở hữu",
)
ASKING: tuple[str, ...] = ("đề nghị", "kiến nghị", "đề xuất")
