"""Sentences about whose form a file is, and about the two ticks of its cover (rule R35 and its kin)."""

# By what it is guessed whose a file is, column «Đoán theo».
GUESSED_BY: dict[str, str] = {
    "name": "tên tệp",
    "sender": "địa chỉ gửi",
    "folder": "tên thư mục",
    "container": "tên thư, gói",
    "letter": "tiêu đề thư",
    "content": "nội dung tệp",
}

SENTENCES: dict[str, str] = {
    "R35-1": "Biểu ghi mã đơn vị «{found}», không có trong danh sách Đơn vị. Dùng đúng biểu đã phát hành.",
    "R35-2": "Biểu của kỳ {found}, không phải kỳ {expected} đang nhận. Chuyển tệp sang hộp thư của kỳ đó.",
    "R35-3": "Biểu phát hành từ sổ khác (mã «{found}», sổ này là «{expected}»). Dùng biểu của sổ này.",
    "R35-4": "Biểu ghi phiên bản «{found}», không phải phiên bản mà chương trình này nhận ({accepted}). Gửi lại biểu mới nhất cho đơn vị.",
    "R35-5": "Đơn vị {found} không phải nộp kỳ {expected}. Kiểm tra lại danh sách Đơn vị hoặc Miễn trừ.",
    "R35-6": "Mã nhận dạng của biểu không khớp với đơn vị và kỳ ghi trong biểu. Phát hành lại biểu cho đơn vị.",
    "R35-7": "Tên tệp là của đơn vị {named} nhưng biểu bên trong là của {found}: có thể đã điền nhầm biểu của "
    "đơn vị khác. Hỏi lại đơn vị; nếu biểu đúng là của {found} thì đổi tên tệp rồi tiếp nhận lại.",
    "R35-8": "Trang Bìa ghi «{found}», biểu là của «{expected}»: không rõ số liệu của ai, kỳ nào. Điền lại vào đúng biểu "
    "đã nhận, không sửa trang Bìa.",
    "R35-9": "Trang này ghi «{found}», biểu đã phát hành cho {unit}, {period}: có thể đã chép trang từ biểu của đơn vị khác "
    "hoặc kỳ khác. Cho biết số liệu là của ai, kỳ nào; nếu nhầm thì điền lại vào đúng biểu đã nhận.",
    "R35-10": "Cột «Kỳ trước đã báo» là số kỳ {last} của {other}, không phải của {unit}: có thể đã chép số liệu từ biểu của "
    "đơn vị đó. Cho biết số liệu là của ai; nếu nhầm thì điền lại vào đúng biểu đã nhận.",
    "R35-11": "Cột «Kỳ trước đã báo» là số kỳ {other}, không phải kỳ ngay trước {period}: có thể đã chép số liệu từ biểu "
    "kỳ khác. Cho biết số liệu là của kỳ nào; nếu nhầm thì điền lại vào đúng biểu đã nhận.",
    "R35-12": "Cột «Kỳ trước đã báo» ở dòng {indicator} ghi {found}, số đã nhận là {expected}. Không sửa cột này; nếu kỳ "
    "trước báo sai thì gửi lại biểu của kỳ đó.",
    "R35-12-N": "Cột «Kỳ trước đã báo» khác số đã nhận. Không sửa cột này; nếu kỳ trước báo sai thì gửi lại biểu của kỳ đó.",
    "R35-14": "Mọi số khác 0 của biểu giống hệt biểu của {other}: một trong hai đơn vị có thể đã chép số liệu của đơn vị kia. "
    "Hỏi lại {unit} số liệu này là của ai.",
    "R35-15": "Thư gửi kèm biểu ghi «{found}», biểu là của {unit}, {period}: lời thư khác với biểu, chương trình không sửa số theo "
    "thư. Đối chiếu với đơn vị; nếu biểu sai thì đơn vị sửa trong biểu và gửi lại.",
    "R35-13": "Thư gửi từ «{found}», địa chỉ của {other}, nhưng biểu là của {unit}. Hỏi lại hai đơn vị số liệu là của ai.",
    "TN-160": "Biểu phát hành khi chưa có dòng {indicators}: đơn vị không có chỗ điền nên không tính là thiếu. Cần số này thì "
    "phát hành lại biểu cho đơn vị.",
    "TN-161": "Dòng {indicator} có trong biểu đã phát hành nhưng nay không còn hỏi: {found} không được tính.",
    "TN-161-N": "Các dòng {indicators} có trong biểu đã phát hành nhưng nay không còn hỏi, nên không được tính",
    "NB-01": "Chưa đánh dấu «không chứa bí mật nhà nước» ở trang Bìa. Kiểm tra nội dung rồi đánh dấu x.",
    "NB-02": "Đã đánh dấu «không phát sinh» nhưng {indicator} = {value}. Bỏ dấu x ở trang Bìa, hoặc sửa số về 0.",
    "NB-08": "Dòng {indicator} ghi «{found}», biểu phát hành ghi «{expected}»: mã có thể đã bị chuyển dòng. Đặt lại đúng như biểu phát hành.",
    "NB-09": "Dòng {indicator} ghi đơn vị tính «{found}», biểu phát hành ghi «{expected}». Ghi số theo đúng đơn vị tính của biểu.",
    "NB-17": "Dòng {indicator} ghi «{found}», biểu phát hành ghi «{expected}»: có thêm chữ chỉ hàng đơn vị. "
    "Đặt lại đúng như biểu phát hành, ghi số theo đúng đơn vị tính của biểu.",
    "NB-10": "Tệp «{file}» đã nhận trước đây nhưng không còn trong hộp thư đến lẫn thư mục «{folder}» cạnh sổ. Đặt lại thư mục đó cạnh sổ (giữ đúng tên theo tên sổ) rồi tiếp nhận lại.",
    "NB-18": "Bản gốc của tệp «{file}» không còn trong thư mục lưu trữ cạnh sổ; vẫn tính theo những gì đã đọc từ tệp này. Tìm lại bản gốc, đặt vào hộp thư đến rồi tiếp nhận lại.",
    "NB-19": "Bản gốc của tệp «{file}» và những gì đã đọc từ tệp này không còn trong thư mục lưu trữ cạnh sổ; giữ nguyên như sổ đang ghi. Đặt lại thư mục đó, hoặc đề nghị đơn vị gửi lại.",
    "NB-20": "Bản gốc của tệp «{file}» trong thư mục lưu trữ cạnh sổ đã bị thay đổi nên không được tính. Đặt lại tệp đã nhận vào hộp thư đến, hoặc đề nghị đơn vị gửi lại, rồi tiếp nhận lại.",
    "NB-11": "{unit}: bản gửi sau «{file}» ({received}) có lỗi nên vẫn tính theo bản trước «{counting}». Đề nghị đơn vị sửa bản gửi sau.",
    "NB-12": "Tệp đến ngày {received}, sau hạn khóa kỳ {closes}, nên không được tính. Nếu vẫn nhận: ghi gia hạn "
    "(GIA-HAN) cho đơn vị ở trang «Miễn trừ», hoặc sửa Hạn khóa ở trang «Thời hạn», rồi tiếp nhận lại.",
    "NB-13": "Khác bản trước: {changes}.",
    "NB-14": "Các tệp {files} đến cùng một lúc mà số liệu khác nhau: không rõ bản nào mới hơn, tạm tính theo «{counting}». "
    "Hỏi lại đơn vị và đề nghị gửi lại bản đúng.",
    "NB-15": "Đã đánh dấu «không phát sinh» nhưng {indicator} có ghi «{value}». Bỏ dấu x ở trang Bìa, hoặc xóa nội dung này.",
    "NB-16": "{indicator}: «{found}» không có ở trang «Văn bản» và «Danh mục văn bản». Kiểm tra lại số, ký hiệu; nếu đúng thì xác nhận "
    "ở cột Giải trình.",
    "NB-03": "Đơn vị giải trình: «{text}».",
    "NB-04": "Được miễn trừ đến hết {until} ({by}): {why}.",
    "NB-05": "Nội dung giống hệt một tệp đã nhận trước (phiên bản {version}).",
    "NB-06": "Đã có phiên bản mới hơn được nhận.",
    # Why a file asks for nothing any more, and whose it may be.
    "NB-30": "Báo cáo của đơn vị đã được nhận ({file}, đến ngày {received}): không phải làm gì với tệp này nữa.",
    "NB-31": "Đơn vị đã gửi tệp khác ({file}, đến ngày {received}): chỉ xem tệp đó.",
    "NB-32": "Đơn vị được miễn nộp kỳ này: không phải làm gì với tệp này.",
    "NB-33": "Mọi đơn vị đã có báo cáo được nhận hoặc được miễn: không phải tìm xem tệp này của ai nữa.",
    "NB-34": "Đoán là của đơn vị {unit} (theo {by}).",
    "NB-35": "Tên tệp gần giống tên đơn vị {like}.",
    "NB-36": "một tệp",
    "NB-38": "Ngày giờ ghi ở tệp không thể đúng nên không rõ tệp đến ngày nào; tạm lấy lúc tiếp nhận ({received}). Nếu lúc "
    "đó đã quá hạn nộp thì cột «Đúng hạn» để trống, chưa kết luận đúng hạn hay trễ.",
    "NB-37": "{unit}: «{file}» có lỗi, đến cùng một lúc với «{counting}»: không rõ bản nào mới hơn, vẫn tính theo «{counting}». Hỏi lại đơn vị.",
    "TN-180": "Máy này chưa cài phần làm việc với cụm máy và kho tệp. Người quản trị cài bằng lệnh «pip install distributed pyarrow fsspec» rồi chạy lại. Tiếp nhận từ một thư mục, không có «--scheduler», thì không cần.",
    "TN-181": "Không nối được tới cụm máy ở «{address}». Xem lại địa chỉ, hỏi người quản trị cụm máy, hoặc chạy lại không có «--scheduler»: máy này tự đọc.",
    "TN-182": "Mất liên lạc với cụm máy ở «{address}» giữa chừng. Chưa ghi gì: sổ vẫn như cũ. Chạy lại khi cụm máy chạy lại, hoặc chạy không có «--scheduler»: máy này tự đọc.",
    "TN-183": "Máy trong cụm ở «{address}» chưa cài chương trình này, hoặc cài bản khác bản của máy này. Cài cùng một bản trên mọi máy của cụm rồi chạy lại.",
    "TN-184": "Không mở được nơi chứa tệp «{place}» ({reason}). Xem lại địa chỉ và quyền đọc, hoặc chép các tệp vào một thư mục rồi chạy lại với thư mục ấy.",
}
