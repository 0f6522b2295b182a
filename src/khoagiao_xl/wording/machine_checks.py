"""What «doctor» says of a machine, a folder and a master: what is seen, and on a second line what to do."""

# Each check: its name, and what is looked at.
CHECKS: dict[str, tuple[str, str]] = {
    "python": ("Python", "phiên bản, nơi đặt trình chạy các nút"),
    "packages": ("Các gói", "phiên bản so với danh sách đã khóa"),
    "libraries": ("Thư viện", "nạp thử các gói có mã máy (.pyd, .dll)"),
    "window": ("Cửa sổ nhỏ", "Python có phần vẽ cửa sổ (tkinter)"),
    "passing": ("Thư mục tạm", "TEMP: ghi được, tên không dấu"),
    "gen_py": ("Bộ nhớ đệm gen_py", "thư mục gen_py trong TEMP"),
    "rights": ("Quyền trong thư mục", "ghi, khóa, đổi tên, xóa một tệp thử"),
    "room": ("Chỗ trống", "dung lượng còn lại của ổ đĩa"),
    "onedrive": ("OneDrive", "thư mục có nằm trong OneDrive không"),
    "network": ("Ổ đĩa", "thư mục ở ổ đĩa của máy hay ổ mạng"),
    "signs": ("Tên thư mục", "ký tự làm hỏng lệnh gọi Python"),
    "office": ("Chương trình bảng tính", "Excel, LibreOffice"),
    "wps": ("WPS Office", "chương trình nào nhận tên Excel.Application"),
    "bridge": ("Cầu nối LibreOffice", "Python nói được với LibreOffice (uno)"),
    "macros": ("Macro trong Excel", "VBAWarnings, Trusted Locations"),
    "web_mark": ("Dấu tải từ mạng", "sổ có bị Windows đánh dấu không"),
    "cmd": ("Dòng lệnh Windows", "DisableCMD: nút gọi Python qua cmd"),
    "child": ("Chặn chương trình con", "quy tắc ASR của Defender với Office"),
    "clock": ("Đồng hồ", "giờ máy, múi giờ, giờ ghi trên tệp"),
    "master": ("Sổ công tác", "đọc được, bố cục"),
    "year": ("Năm của sổ", "năm của sổ và năm nay"),
    "start": ("Dòng «python» của sổ", "nút của sổ gọi Python nào"),
    "opened": ("Sổ đang mở", "các sổ .xlsm cùng thư mục đang mở"),
    "backups": ("Bản sao lưu", "số bản, bản mới nhất mở được không"),
    "folders": ("Thư mục làm việc", "các thư mục trong «Cấu hình»"),
    "templates": ("Khuôn báo cáo", "đủ loại, bản cơ quan sửa còn dùng được"),
    "mail": ("Thư", "cách gửi, địa chỉ, máy chủ, mật khẩu đã cất chưa"),
    "mail_line": ("Nối máy chủ thư", "chỉ thử khi có --mail"),
}

VERDICTS: dict[str, str] = {"sound": "đạt", "notice": "chú ý", "broken": "hỏng", "unseen": "không xem được"}
COLUMNS = ("Mục", "Xem gì", "Kết quả", "Thấy gì", "Cần làm gì")

SENTENCES: dict[str, str] = {
    # -- what was not looked at
    "MAY-001": "Không xem được trên máy này: chỉ có trên Windows.",
    "MAY-002": "Không xem: lệnh không nêu sổ nào.\nChạy «khoagiao doctor SỔ.xlsm» để xem cả sổ.",
    "MAY-003": "Không xem được: sổ «{name}» không đọc được.\nXem dòng «Sổ công tác».",
    "MAY-004": "Không xem được ({reason}).",
    "MAY-005": "Không xem được trên máy này: không thấy Excel.",
    # -- Python
    "MAY-101": "Python {version} ở «{path}».",
    "MAY-102": "Python ở «{path}»: đường dẫn có chữ có dấu, macro của Excel không tìm thấy tệp đó.\n"
    "Cài lại vào thư mục tên không dấu, ví dụ C:\\KhoaGiao. Trong lúc chờ dùng cửa sổ nhỏ.",
    "MAY-103": "Python 32 bit ở «{path}»: các gói đi kèm là bản 64 bit.\nCài bằng cai-dat.cmd.",
    "MAY-104": "Python ở «{path}» là bản của Microsoft Store, Excel có thể không gọi được.\nCài bằng cai-dat.cmd.",
    "MAY-105": "Python ở «{path}» (có chữ có dấu); Excel gọi được qua tên ngắn «{plain}» của Windows.\n"
    "Tên ngắn có thể mất khi chuyển máy: nên cài lại vào thư mục tên không dấu, ví dụ C:\\KhoaGiao.",
    "MAY-111": "{count} gói đúng phiên bản đã khóa.",
    "MAY-112": "Thiếu gói: {names}.\nChạy lại cai-dat.cmd (bản thử: xóa thư mục .venv rồi chạy lại run.py).",
    "MAY-113": "Khác phiên bản đã khóa: {names}.\nChạy lại cai-dat.cmd (bản thử: run.py) nếu có việc chạy sai.",
    "MAY-114": "Không có danh sách khóa cạnh chương trình nên không so phiên bản.",
    "MAY-115": "Nạp được {names}.",
    "MAY-116": "Không nạp được {name} ({reason}): chính sách của máy hoặc phần mềm diệt vi-rút có thể đã chặn, hoặc gói bị hỏng.\n"
    "Chạy lại cai-dat.cmd; vẫn vậy thì gửi câu cuối trang cho bộ phận công nghệ thông tin.",
    "MAY-121": "Có tkinter {version}.",
    "MAY-122": "Python này không có tkinter: cửa sổ nhỏ không mở được.\n"
    "Cài bằng cai-dat.cmd (Python đủ bộ); trên Debian: apt install python3-tk. Nút trong sổ và dòng lệnh vẫn dùng được.",
    "MAY-131": "Ghi được vào «{path}».",
    "MAY-132": "Không ghi được vào thư mục tạm «{path}» ({reason}).\nNhờ người quản trị máy: cho ghi vào thư mục TEMP.",
    "MAY-133": "Thư mục tạm «{path}» có chữ có dấu; phần VBA đọc lỗi của nút có thể không mở được tệp trong đó.\n"
    "Nút không trả lời thì dùng cửa sổ nhỏ.",
    "MAY-141": "Không có gen_py trong thư mục tạm: không có gì để hỏng.",
    "MAY-142": "«{path}»: {count} thư viện, không tệp nào rỗng.",
    "MAY-143": "«{path}» có tệp hỏng ({names}): nút sẽ báo lỗi «CLSIDToClassMap».\nĐóng Excel, xóa thư mục đó; lần sau tự tạo lại.",
    # -- the folder
    "MAY-201": "Ghi, khóa, đổi tên, xóa được trong «{folder}».",
    "MAY-202": "Không ghi được trong «{folder}» ({reason}).\n"
    "Chọn thư mục khác, hoặc nhờ người quản trị máy cho quyền ghi (kể cả «Controlled folder access» của Windows).",
    "MAY-203": "Không có thư mục «{folder}».\nChạy «khoagiao setup» để tạo, hoặc nêu thư mục khác.",
    "MAY-204": "Không khóa được tệp trong «{folder}»: hai người có thể ghi đè lên nhau.\nĐặt sổ ở ổ đĩa của máy.",
    "MAY-211": "Còn {free} MB.",
    "MAY-212": "Chỉ còn {free} MB; mỗi thao tác giữ một bản sao lưu.\nGiải phóng chỗ trống.",
    "MAY-213": "Chỉ còn {free} MB, không đủ cho một thao tác.\nXóa bớt tệp rồi chạy lại.",
    "MAY-221": "«{folder}» không nằm trong thư mục OneDrive nào biết được.",
    "MAY-222": "«{folder}» nằm trong OneDrive («{root}»): nút không chạy trên sổ mở thẳng từ OneDrive, tệp có thể bị giữ khi đồng bộ.\n"
    "Chuyển sổ và các thư mục của sổ ra ngoài OneDrive, ví dụ C:\\KhoaGiao.",
    "MAY-231": "«{folder}» ở ổ đĩa của máy.",
    "MAY-232": "«{folder}» ở ổ mạng: chạy chậm, việc khóa tệp tùy máy chủ, mỗi lúc chỉ một người mở sổ.\n"
    "Nên đặt sổ ở ổ đĩa của máy, chép bản sao lưu lên ổ mạng.",
    "MAY-233": "Không xem được: Windows không cho biết loại ổ đĩa của «{folder}».",
    "MAY-241": "Tên thư mục không có ký tự nào làm hỏng lệnh.",
    "MAY-242": "«{folder}» có {signs} trong tên: lệnh mà nút trong Excel gọi có thể bị cắt sai.\nĐổi tên thư mục, bỏ các ký tự đó; hoặc dùng cửa sổ nhỏ.",
    # -- office programs
    "MAY-301": "Excel: {excel} (theo sổ đăng ký của Windows, chưa thử mở).",
    "MAY-302": "LibreOffice: {libreoffice}. Không thấy Excel.",
    "MAY-303": "Không thấy Excel hay LibreOffice.\nDòng lệnh và cửa sổ nhỏ vẫn làm được mọi việc trên sổ đang đóng; muốn mở sổ thì cài một trong hai.",
    "MAY-311": "Excel.Application là của Microsoft Excel.",
    "MAY-312": "Excel.Application do chương trình khác giữ («{path}»), thường là WPS Office: nút trong sổ không nối được.\n"
    "Dùng cửa sổ nhỏ với sổ đang đóng, hoặc gỡ mục «tương thích Excel» trong cấu hình của WPS. WPS không được hỗ trợ.",
    "MAY-313": "Không chương trình nào nhận tên Excel.Application.",
    "MAY-321": "Có uno ở «{path}».",
    "MAY-322": "Python này không có uno hợp với LibreOffice: nút trong LibreOffice không chạy.\nDùng dòng lệnh hoặc cửa sổ nhỏ với sổ đang đóng.",
    "MAY-323": "Không xem: không thấy LibreOffice.",
    # -- macros
    "MAY-401": "Excel hỏi trước khi bật macro.\nMở sổ lần đầu, bấm «Enable Content» (Bật nội dung).",
    "MAY-402": "«{folder}» là nơi tin cậy: macro chạy không hỏi.",
    "MAY-403": "Excel tắt macro không hỏi{by}.\nNhờ người quản trị máy thêm «{folder}» vào Trusted Locations; trong lúc chờ dùng cửa sổ nhỏ.",
    "MAY-404": "Excel chỉ chạy macro có chữ ký số{by}; macro của sổ không có.\nNhờ người quản trị máy thêm «{folder}» vào Trusted Locations; trong lúc chờ dùng cửa sổ nhỏ.",
    "MAY-405": "Excel chạy mọi macro không hỏi{by}: sổ chạy được, nhưng tệp lạ cũng vậy.\nĐặt lại «Disable all macros with notification».",
    "MAY-411": "cmd không bị chặn trong phần chính sách đọc được.",
    "MAY-412": "Chính sách của máy chặn cmd: nút trong Excel không gọi được Python, lối tắt .cmd cũng vậy.\n"
    "Nhờ người quản trị máy xem «DisableCMD», hoặc đặt lối tắt gọi thẳng pythonw.exe -m khoagiao_xl.doors.window SỔ.",
    "MAY-421": "Không thấy quy tắc này trong phần chính sách đọc được không cần quyền quản trị.",
    "MAY-422": "Quy tắc «Block all Office applications from creating child processes» đang {state}: nút trong Excel không gọi được Python.\n"
    "Dùng cửa sổ nhỏ (lối tắt trên màn hình nền). Không nên tắt quy tắc; nếu cần, người quản trị thêm ngoại lệ cho «{path}».",
    "MAY-423": "Quy tắc chặn chương trình con của Office chỉ ghi lại, chưa chặn.\nKhi cơ quan chuyển sang chặn thì dùng cửa sổ nhỏ.",
    "MAY-431": "Sổ không bị đánh dấu là tải từ mạng.",
    "MAY-432": "Sổ bị đánh dấu là tải từ mạng: Excel tắt macro, không có nút bật.\nĐóng sổ, bấm chuột phải vào tệp, Properties, đánh dấu «Unblock» (Bỏ chặn), OK.",
    # -- clock
    "MAY-501": "Giờ của cơ quan {now}; giờ ghi trên tệp khớp.",
    "MAY-502": "Múi giờ của máy là {zone}, của cơ quan là UTC+07:00. Chương trình dùng giờ Việt Nam; giờ tệp hiện trong Explorer lệch.\nĐặt lại múi giờ của máy nếu máy ở Việt Nam.",
    "MAY-503": "Giờ ghi trên tệp trong «{folder}» lệch {seconds} giây so với giờ máy: nộp đúng hạn hay muộn xét theo giờ tệp.\nChỉnh đồng hồ của máy hoặc của máy chủ tệp.",
    # -- the master
    "MAY-601": "Sổ «{name}» đọc được, bố cục hiện nay.",
    "MAY-602": "{reason}",
    "MAY-603": "Sổ «{name}» theo bố cục cũ, thiếu {lacking}.\nĐóng sổ rồi chạy «khoagiao upgrade»; bản cũ được giữ lại.",
    "MAY-611": "Sổ của năm {year}.",
    "MAY-612": "Sổ của năm {year}, hôm nay đã là năm {now}.\nLàm sổ năm mới: «khoagiao new --from {name}»; sổ cũ vẫn mở được.",
    "MAY-621": "Nút của sổ gọi đúng Python này.",
    "MAY-622": "Dòng «python» của sổ trỏ tới «{path}», máy này không có tệp đó: nút không chạy.\nGhi vào đó: {right}",
    "MAY-623": "Dòng «python» của sổ trỏ tới một Python khác («{path}»).\nMuốn dùng bản này thì ghi: {right}",
    "MAY-624": "Dòng «python» của sổ để trống: nút không biết gọi gì.\nGhi vào đó: {right}",
    "MAY-631": "Không sổ nào cùng thư mục đang mở.",
    "MAY-632": "Đang mở: «{names}». Thao tác từ dòng lệnh phải chờ đóng sổ; nút trong sổ và cửa sổ nhỏ vẫn chạy.",
    "MAY-633": "Đang mở cùng lúc {count} sổ: {names}. Dễ bấm nút ở sổ không định bấm.\nĐóng sổ của năm không làm.",
    "MAY-641": "{count} bản; bản mới nhất «{name}» mở được.",
    "MAY-642": "Chưa có bản nào: sổ chưa qua thao tác nào ghi vào sổ.",
    "MAY-643": "Bản sao lưu mới nhất «{name}» không mở được ({reason}).\nChép tay một bản của sổ sang nơi khác ngay; xem đĩa có hỏng không.",
    "MAY-651": "{count} thư mục đều có.",
    "MAY-652": "Chưa có thư mục: {names}.\nTạo các thư mục ấy ở nơi mà trang «Cấu hình» ghi (thường là cạnh sổ).",
    "MAY-661": "Đủ {count} khuôn đi kèm chương trình; cơ quan chưa sửa khuôn nào.",
    "MAY-663": "Đủ {count} khuôn, {own} khuôn là của cơ quan; {tried} khuôn báo cáo kỳ trong đó đã thử điền, dùng được.",
    "MAY-662": "{slips}\nSửa khuôn trong Word, hoặc xóa khuôn cạnh sổ để dùng khuôn đi kèm.",
    # -- mail
    "MAY-701": "Cách gửi «{way}», địa chỉ gửi «{address}».",
    "MAY-702": "Chưa có địa chỉ thư của cơ quan (khóa «email» của «Cấu hình»).\nĐiền vào trước khi soạn thư.",
    "MAY-703": "Cách gửi là «máy chủ thư» nhưng chưa có máy chủ (khóa «smtp_may_chu»).\nĐiền theo lời người quản trị thư, hoặc chọn «tệp .eml».",
    "MAY-704": "Máy chủ «{host}», tài khoản «{account}»: chưa cất mật khẩu.\nChạy «khoagiao send SỔ --store-password».",
    "MAY-705": "Máy chủ «{host}», tài khoản «{account}», đã cất mật khẩu trong kho khóa của máy.",
    "MAY-706": "{reason}",
    "MAY-707": "Cách gửi là «Outlook» nhưng máy này không có Outlook cổ điển dùng được.\nChọn cách gửi «tệp .eml» ở «Cấu hình»; thư vẫn soạn được.",
    "MAY-708": "Cách gửi «Outlook»; Outlook cổ điển có trên máy.",
    "MAY-709": "Cách gửi «{way}»; {count} đơn vị chưa có địa chỉ thư dùng được.\nĐiền cột Email của trang «Đơn vị».",
    "MAY-711": "Không thử: lệnh không có --mail.",
    "MAY-712": "Không có gì để thử: cách gửi là «{way}».",
    "MAY-713": "Nối được «{host}», đăng nhập được. Không gửi thư nào.",
    "MAY-714": "{reason}",
    # -- the end
    "MAY-900": "{sound} đạt, {notice} chú ý, {broken} hỏng, {unseen} không xem được.",
    "MAY-901": "Câu gửi bộ phận công nghệ thông tin: «{asks}»",
    "MAY-903": "Đạt: {names}.",
    "MAY-904": "Chú ý - {name}: {told} {to_do}",
    "MAY-905": "HỎNG - {name}: {told} {to_do}",
    "MAY-902": "chương trình Khoa giáo chạy bằng Python riêng ở {path}, không cần quyền quản trị; xin {asks}.",
}

# What the IT department is asked for, by the sentence that says what is wrong.
ASKED_OF_IT: dict[str, str] = {
    "MAY-116": "cho nạp các tệp .pyd, .dll trong thư mục của chương trình",
    "MAY-132": "cho ghi vào thư mục TEMP",
    "MAY-202": "cho quyền ghi vào thư mục làm việc",
    "MAY-312": "trả tên Excel.Application về Microsoft Excel",
    "MAY-403": "thêm thư mục của sổ vào Trusted Locations của Excel",
    "MAY-404": "thêm thư mục của sổ vào Trusted Locations của Excel",
    "MAY-412": "cho Excel gọi cmd.exe hoặc xác nhận chỉ dùng cửa sổ nhỏ",
    "MAY-422": "xem xét ngoại lệ của quy tắc ASR cho đúng đường dẫn đó, hoặc xác nhận chỉ dùng cửa sổ nhỏ",
}

BY_POLICY = " (theo chính sách của cơ quan)"
ASR_STATES: dict[int, str] = {1: "chặn", 6: "cảnh báo"}
