"""Sentences that close an action: what was done, in one line."""

SENTENCES: dict[str, str] = {
    "PH-01": "Phát hành biểu mẫu",
    "PH-02": "từ {starts} đến hết {ends}",
    "PH-03": "chậm nhất ngày {due}",
    "PH-OK": "Đã tạo {count} biểu mẫu {period} trong thư mục «{folder}».",
    "TN-162": "Thử tiếp nhận, chưa ghi gì vào sổ. Nếu tiếp nhận bây giờ thì: {told}",
    "TN-163": "«{file}»{unit}: {verdict}. {reason}",
    "TN-164": "Dòng {indicators}: chương trình không biết các dòng này khi không có sổ, nên chưa kiểm tra số. Kiểm tra kèm --master.",
    "TN-165": "Cột Kiểm tra của biểu ở dòng {indicator} báo: {found}.",
    "TN-166": "Cột Kiểm tra của biểu chưa được tính lại sau khi điền, nên không xem được. Mở bằng Excel, lưu rồi kiểm tra lại.",
    "TN-167": "Biểu ghi kỳ «{found}»: sổ không có kỳ này, hoặc không phải là mã kỳ. Dùng đúng biểu đã phát hành.",
    "TN-168": "Thử kiểm tra «{file}», chưa ghi gì vào sổ. Biểu của {unit}, kỳ {period}; nếu tiếp nhận trước khi khóa kỳ thì: {verdict} "
    "({errors} lỗi, {questions} chỗ cần giải trình).",
    "TN-169": "Kiểm tra «{file}» khi không có sổ. Biểu của {unit}, kỳ {period}: {errors} lỗi, {questions} chỗ cần xem lại. Quy tắc của "
    "cơ quan và đơn vị phải nộp chỉ kiểm tra được khi có sổ (--master).",
    "TN-OK": "{period}: {reported}/{owing} đơn vị đã báo cáo ({nothing} không phát sinh, {questioned} chờ giải "
    "trình); trả lại {returned}, gửi chưa dùng được {unusable}, chưa nộp {missing}, gia hạn {extended}, "
    "miễn {waived}. Tệp không dùng được: {refused}.",
    "TH-OK": "Đã tổng hợp {period}: {totals} chỉ tiêu từ {counted}/{owing} đơn vị.",
    # What stands beside a total in tblTongHop, columns «Chưa đủ» and «Ghi chú».
    "TH-02": "lũy kế: {periods}",
    "TH-03": "kỳ trước: {coverage}",
    "TH-04": "cùng kỳ: {coverage}",
    "TH-05": "số đơn vị trả lời «Có»",
    "TH-06": "trong đó {count} đơn vị lấy số gần nhất: {periods}",
    "TH-07": "chưa có số lần nào: {units}",
    "TH-08": "{codes} và {count} đơn vị khác",
    "TH-09": "{codes} và {count} chỉ tiêu khác",
    # A period against those within it, column «Đối chiếu kỳ con».
    "TH-10": "{whole} {of_whole}, cộng các {part} {of_parts}",
    "TH-11": "{count} đơn vị báo cáo cả hai, số khác nhau: {units}",
    "TH-12": "{count} đơn vị có {whole} nhưng thiếu {part}, chênh: {units}",
    "TH-13": "{count} đơn vị có {part} nhưng thiếu {whole}, chênh: {units}",
    "TH-14": "ước cả năm",
    "TH-15": "lũy kế: chưa có báo cáo nào của {periods}",
    # What consolidating says below its first line.
    "TH-20": "Chưa đơn vị nào báo cáo {period}: số phát sinh để trống, không ghi số 0. Số cuối kỳ lấy theo lần báo cáo gần nhất "
    "của từng đơn vị.",
    "TH-21": "Số {whole} không bằng cộng các {part} ở {count} chỉ tiêu ({codes}). Số của từng đơn vị ở cột «Đối chiếu kỳ con», "
    "trang «Tổng hợp».",
    "TH-22": "{count} đơn vị báo cáo cả {whole} và các {part} mà số khác nhau: {units}. Đề nghị đơn vị sửa báo cáo.",
    "TH-24": "Do {count} đơn vị chỉ có số {whole} hoặc chỉ có số {part}, hay thiếu một {part}: {units}.",
    "TH-23": "{count} chỉ tiêu cuối kỳ có phần của đơn vị chưa báo cáo, lấy số gần nhất (cột «Mang sang»).",
    "BC-OK": "Đã viết báo cáo {period}: «{name}».",
    "NP-OK": "Đã nạp «{name}»: {directives} văn bản, {reviews} cuộc sơ kết, tổng kết, {tasks} nhiệm vụ. "
    "Cộng các dòng: mới {new}, như cũ {same}, sửa theo văn bản {changed}, giữ theo người dùng {kept}, không còn {gone}. "
    "{questions} chỗ cần xem lại.",
    "NP-02": "Thư mục «{folder}» có {count} văn bản đọc được (.docx, .doc, .odt, .rtf, .txt, .pdf); cần đúng một. Chỉ ra tệp cần nạp.",
    "NP-03": "Văn bản là của năm {year}, sổ này của năm {own}. Kiểm tra có nạp nhầm không.",
    # What an import tells in the row itself, column «Thay đổi».
    "NP-11": "Sửa theo văn bản nạp {day}: {cells}.",
    "NP-12": "Văn bản nạp {day} ghi khác, ô của người dùng giữ nguyên: {cells}.",
    "NP-24": "Dòng đã nhận nên giữ nguyên, văn bản nạp {day} ghi khác: {cells}. Theo văn bản thì chọn «nhận nội dung mới» ở cột «Trạng thái».",
    "NP-25": "Văn bản nạp {day} ghi khác văn bản nạp trước, đang theo văn bản trước: {cells}.",
    "NP-28": "Văn bản «{name}» được coi là bản mới của «{before}», nhưng {gone} nhiệm vụ của bản trước không còn. "
    "Nếu là văn bản khác: bấm «Khôi phục bản trước», xem lại số, ký hiệu trong tệp rồi nạp lại.",
    "NP-27": "{name}, mục {section}",
    "NP-26": "Có lẽ là việc này viết lại; nếu là việc khác thì thêm một dòng cho việc ấy.",
    "NP-13": "Mới có trong văn bản nạp {day}.",
    "NP-14": "Không còn trong văn bản nạp {day}; xem có bỏ không.",
    "NP-15": "Có lại trong văn bản nạp {day}.",
    "NP-16": "Tính lại ngày {day} theo MẪU và ngày tròn: {cells}.",
    "NP-17": "Ngày {day}, theo MẪU và ngày tròn thì khác, ô của người dùng giữ nguyên: {cells}.",
    "NP-18": "Thêm ngày {day} theo dòng MẪU và trang «Sơ kết, tổng kết».",
    "NP-19": "Không còn cuộc này ở trang «Sơ kết, tổng kết», hoặc không còn bước này ở dòng MẪU (ngày {day}).",
    "NP-20": "{count} dòng trước đây đã đề xuất nay không còn trong bảng nên không đưa lại. "
    "Nếu xóa nhầm: bấm «Khôi phục bản trước», hoặc xóa các dòng của văn bản này ở trang «Đề xuất» rồi nạp lại.",
    "NP-22": "… và {count} thay đổi nữa, ghi ở cột «Thay đổi» của từng dòng.",
    "NP-21": "Theo hướng dẫn, mục {section}: «{words}» ({whose})",
    "NP-23": "Hạn đơn vị {day} trước ngày cuối kỳ {end} nên đặt sau ngày cuối kỳ; xem lại ngày hoặc kỳ số liệu",
    "NH-OK": "Đã nhận {certain} dòng chắc chắn; {taken} dòng lấy theo nội dung mới của văn bản; {dropped} dòng văn bản không còn, chuyển «bỏ».",
    "NH-00": "Không có dòng nào để nhận: không dòng «đề xuất» nào đọc chắc chắn, không dòng nào chọn «nhận nội dung mới». Xem từng dòng, chọn trạng thái.",
    "XQ-OK": "{rules} dòng quy tắc: {on} bật, {trial} thử, {off} tắt, {wrong} dòng viết sai.",
    "TQ-OK": "Đã thử {rules} dòng quy tắc trên {submissions} báo cáo đã nhận; sổ giữ nguyên. {wrong} dòng viết sai.",
    "DM-02": "Bản sống thử trước đây trong thư mục ấy không mất: nay là «{name}».",
    "DM-OK": "Xong. Mọi tệp ở thư mục «{folder}»: mở sổ {master} trước.",
    # The small window and the shortcut to it.
    "CS-00": "Sổ khoa giáo: {name}",
    "CS-01": "Chọn kỳ rồi bấm một việc. Sổ đang mở thì làm ngay trong sổ, đang đóng thì làm trên tệp.",
    "CS-02": "Kỳ báo cáo",
    "CS-03": "Mở sổ",
    "CS-04": "Đang làm: {label} ...",
    "CS-05": "Máy này không có chương trình mở tệp «{name}».",
    "CS-06": "Đã đặt lối tắt «{name}» ở «{folder}».",
    "CS-07": "Không mở được cửa sổ trên máy này (thiếu tkinter hoặc màn hình). Dùng các lệnh: khoagiao --help.",
    "CS-08": "Đang xem sổ có mở ở đâu không ...",
    "CS-09": "Trang «Thời hạn» của sổ chưa có kỳ nào nên chưa làm được. Nhập các kỳ, lưu sổ rồi bấm vào ô «Kỳ báo cáo».",
    "CS-10": "Sổ đã được lưu và đóng để làm việc này, nay đã mở lại.",
    "CS-11": "Sổ đã được lưu và đóng để làm việc này. Bấm «Mở sổ» để mở lại.",
    "CS-12": "Đang làm dở nên chưa đóng cửa sổ được. Xin chờ xong.",
    "CS-14": "Không tìm thấy màn hình nền của người dùng này. Chỉ nơi đặt lối tắt bằng --out.",
    "CS-13": "Đang mở sổ «{name}» ...",
}
