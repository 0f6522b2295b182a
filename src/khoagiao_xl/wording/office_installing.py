"""Sentences about bringing the program onto an office's machine: the bundle, the installation, the removal."""

SENTENCES: dict[str, str] = {
    # -- the installation
    "CD-01": "Không đọc được tệp «{name}» của gói cài đặt. Giải nén lại cả tệp .zip (Extract All) rồi chạy cai-dat.cmd ở thư mục vừa giải nén.",
    "CD-02": "Gói cài đặt bị hỏng khi chép hoặc giải nén: {names}. Không cài gì cả. Tải lại tệp .zip, giải nén rồi chạy lại.",
    "CD-03": "Không cài vào «{place}» được: macro của Excel không đọc được đường dẫn có chữ có dấu hoặc các ký tự % ^ & ; ! '. Chọn thư mục khác, ví dụ C:\\KhoaGiao.",
    "CD-04": "Không ghi được vào «{place}». Chọn thư mục khác (cai-dat.cmd THƯ-MỤC), hoặc nhờ người quản trị máy cho quyền ghi.",
    "CD-05": "Không có thư mục nào ghi được mà macro của Excel đọc được đường dẫn (đã thử: {places}). "
    "Câu gửi bộ phận công nghệ thông tin: «xin tạo thư mục C:\\KhoaGiao và cho tài khoản này quyền ghi».",
    "CD-06": "Ổ đĩa của «{place}» còn {free} MB, cần {needed} MB. Xóa bớt tệp rồi chạy lại.",
    "CD-07": "Chương trình trong «{folder}» đang được dùng nên chưa thay được; bản đang có vẫn nguyên. Đóng Excel và cửa sổ nhỏ rồi chạy lại.",
    "CD-08": "Các gói làm cho Python {wanted} 64 bit, Python đi kèm là {found}. Làm lại gói cài đặt với đúng Python.",
    "CD-09": "Đã chép chương trình nhưng không chạy được «{path}» ({reason}). Câu gửi bộ phận công nghệ thông tin: «xin cho chạy tệp này, là Python của Python Software Foundation».",
    "CD-10": "Cài chương trình Khoa giáo {version}. Đang kiểm tra gói ...",
    "CD-11": "Cài vào «{place}» (tên không dấu, để macro của Excel đọc được). Đang chép, chờ vài phút ...",
    "CD-12": "Đã cài chương trình {version} vào «{place}».",
    "CD-13": "Đã nâng chương trình trong «{place}» lên {version}; sổ, cấu hình, kho lưu trữ giữ nguyên.",
    # -- the removal
    "CD-21": "Giữ lại trong «{place}»: {kept}.",
    "CD-22": "Đã xóa lối tắt «{name}».",
    # -- making the bundle
    "CD-31": "Chỉ làm gói cài đặt được từ bản mã nguồn (có pyproject.toml và requirements.lock).",
    "CD-32": "Không tải được các gói cho Windows: {reason}. Kiểm tra mạng rồi chạy lại.",
    "CD-33": "Gói «{name}» tải về không có mã băm nào trong requirements.lock. Không làm gói cài đặt; báo cho người quản trị.",
    "CD-34": "«{folder}» không có python.exe: không phải là Python cho Windows. Giải nén python-{version}-amd64.zip của python.org rồi nêu thư mục đó.",
    "CD-35": "Python trong «{folder}» không phải là bản {wanted} (không thấy {sign}).",
    "CD-36": "Không có gói «{name}» phiên bản {version} cho Windows trong số tệp đã tải.",
    "CD-39": "Đã làm gói cài đặt «{name}» ({megabytes} MB): {wheels} gói cho Windows, Python {python} {given}. Chép tệp .zip này sang máy của cơ quan, giải nén, bấm đúp cai-dat.cmd.",
    # -- setup
    "CD-41": "Đã tạo sổ «{name}» cho năm {year} với {units} đơn vị mẫu; danh sách đơn vị của cơ quan ghi vào trang «Đơn vị», hoặc làm sổ bằng «khoagiao new --units».",
    "CD-42": "Đã có sổ «{name}», giữ nguyên.",
    "CD-43": "Đã có sổ «{name}» nhưng không đọc được ({reason}), giữ nguyên.",
    "CD-44": "Thư mục làm việc: {count} thư mục kể cả thư mục của từng kỳ, {made} mới tạo.",
    "CD-45": "Lối tắt «{name}» nằm ở «{folder}».",
    "CD-46": "Chưa đặt được lối tắt: {reason}",
    "CD-47": "Nay đã có thể làm sẵn sổ năm {year}: «khoagiao new --from {name}».",
    "CD-48": "Đã chuẩn bị «{folder}», sổ «{name}»; không thấy gì hỏng ({sound} đạt, {notice} chú ý, {unseen} không xem được).",
    "CD-49": "Đã chuẩn bị «{folder}», sổ «{name}», nhưng còn {broken} chỗ hỏng: xem bảng ở trên.",
    "CD-50": "Cùng thư mục có sổ khác, giữ nguyên: {names}. Mở từng sổ một, lối tắt trên đây là của sổ năm {year}.",
    "CD-51": "Đã tạo sổ «{name}» cho năm {year} từ sổ năm trước «{last}» ở cùng thư mục, với {units} đơn vị; sổ năm trước không đổi. Xem lại trang «Đơn vị» và «Cấu hình».",
    "CD-52": "Không lấy được đơn vị, cấu hình từ sổ năm trước «{last}»: {reason} Sổ mới lấy danh sách mẫu. Chữa sổ năm trước, xóa sổ mới khi chưa dùng, rồi chạy lại «khoagiao setup».",
}

GIVEN = "đi kèm"
FETCHED = "do cai-dat.cmd tải từ python.org"
PYTHON_GIVEN = "Có sẵn trong gói (thư mục python): cài không cần mạng."
PYTHON_FETCHED = (
    "cai-dat.cmd tải từ www.python.org ({url}, 32 MB), so mã SHA-256 ghi sẵn rồi mới\n"
    "giải nén. Máy không ra mạng: làm gói có sẵn Python bằng «khoagiao bundle --python THƯ-MỤC»."
)
