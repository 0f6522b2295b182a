"""Sentences about figures, dates and words typed into the cells of a form.

SL-..: figures and answers. VB-..: text. A repair is told as before -> after.
"""

SENTENCES: dict[str, str] = {
    "SL-01": "{indicator}: «{found}» được đọc là {after}. Kiểm tra lại nếu không đúng.",
    "SL-02": "{indicator}: «{found}» được đọc là 0. Kỳ sau xin ghi số 0.",
    "SL-03": "{indicator}: «{found}» được coi là ô trống, không phải số 0. Không có thì ghi 0; có thì "
    "ghi số.",
    "SL-04": "{indicator}: «{found}» không phải là số. Ghi một số, không kèm chữ.",
    "SL-05": "{indicator}: «{found}» nhập kiểu nước ngoài hoặc không rõ. Nếu là {expected} thì ghi "
    "{expected} (dấu chấm "
    "ngăn hàng nghìn, dấu phẩy ngăn phần thập phân).",
    "SL-06": "{indicator}: «{found}» có thể là {expected}, cũng có thể là {other}. Ghi lại cho rõ, không "
    "dùng dấu chấm.",
    "SL-07": "{indicator}: «{found}» được đọc là {expected}. Xin xác nhận; phần thập phân ghi sau dấu phẩy.",
    "SL-08": "{indicator}: {found} được hiểu là {found} %. Nếu là {expected} % thì ghi {expected}.",
    "SL-09": "{indicator}: ô định dạng phần trăm, {found} được đọc là {after} %.",
    "SL-10": "{indicator}: «{found}» có chữ cái giống chữ số. Nếu là {expected} thì gõ lại {expected}.",
    "SL-11": "{indicator}: «{found}» có ký tự số đặc biệt (phân số, số mũ, số trong vòng tròn). Ghi lại bằng chữ số thường.",
    "SL-12": "{indicator}: ô này cần một số, không phải «{found}». Ghi số lượng cụ thể.",
    "SL-13": "{indicator}: «{found}» không phải là số chính xác. Ghi một số cụ thể; phần giải thích ghi "
    "ở cột Giải trình.",
    "SL-14": "{indicator}: «{found}» có nhiều số trong một ô. Chỉ ghi một số; phần tách ra ghi ở dòng "
    "riêng hoặc cột "
    "Giải trình.",
    "SL-15": "{indicator}: «{found}» không phải là số nguyên. Ghi số nguyên; hàng nghìn viết liền (1250).",
    "SL-16": "{indicator}: ô chứa ngày tháng «{found}», không phải số. Đặt lại định dạng ô là Số rồi gõ lại.",
    "SL-17": "{indicator}: ô chứa giá trị {found}, không phải số. Ghi số lượng cụ thể.",
    "SL-18": "{indicator}: «{found}» quá dài so với một số liệu. Kiểm tra và gõ lại.",
    "SL-19": "{indicator}: «{found}» là tỷ lệ phần trăm, ô này cần số lượng. Ghi số lượng.",
    "SL-20": "{indicator}: «{found}» ghi bằng chữ số kèm hàng đơn vị. Nếu là {expected} thì ghi {expected}.",
    "SL-21": "{indicator}: «{found}» được đổi thành {expected} triệu đồng. Xin xác nhận.",
    "SL-22": "{indicator}: «{found}» ghi đơn vị tính khác với «{unit}»; được đọc là {expected}. Xin xác "
    "nhận.",
    "SL-23": "{indicator}: ô báo lỗi {found}. Xóa công thức và ghi số hoặc nội dung.",
    "SL-24": "{indicator}: ô chứa công thức {found}, giá trị {value}. Xin xác nhận; kỳ sau chỉ ghi giá trị.",
    "SL-25": "{indicator}: công thức {found} chưa được tính. Ghi giá trị thay cho công thức.",
    "SL-26": "{indicator}: ô lấy số từ tệp khác ({found}), giá trị lưu lại là {value}. Xin xác nhận và "
    "ghi giá trị.",
    "SL-27": "{indicator}: phép tính {found} được thay bằng giá trị {value}.",
    "SL-29": "{indicator}: «{found}» không dùng cho ô số. Không có thì ghi 0; không thuộc phạm vi thì "
    "ghi ở cột Giải trình.",
    "SL-30": "{indicator}: {found} triệu đồng là rất lớn. Nếu số ghi theo đồng thì đổi thành {expected} "
    "triệu đồng.",
    "SL-31": "{indicator}: «{found}» được đọc là {expected} triệu đồng. Nếu là {other} thì ghi lại bằng "
    "dấu phẩy.",
    "SL-33": "{indicator}: ô định dạng phần trăm nên hiện {found}. Nếu là {expected} % thì gõ lại "
    "{expected}%.",
    "SL-34": "{indicator}: «{found}» không rõ là có hay không. Chọn trong danh sách của ô.",
    "SL-35": "{indicator}: «{found}» không phải là lựa chọn của dòng này. Chọn Có hoặc Không.",
    "SL-36": "{indicator}: «{found}» được đọc là «{after}».",
    "SL-43": "{indicator}: «{found}» không có số, ký hiệu văn bản nên không được tính. Ghi theo mẫu "
    "45-NQ/TW, cách nhau "
    "bằng dấu chấm phẩy.",
    "SL-44": "{indicator}: «{found}» được ghi thống nhất là «{after}».",
    "SL-45": "{indicator}: phép tính {found} cho {expected} nhưng ô lưu {value}. Ghi lại giá trị đúng.",
    "SL-46": "{indicator}: ô «Kỳ này» trống nhưng cột Giải trình ghi {found}. "
    "Nếu ghi nhầm cột thì chuyển lại.",
    "SL-47": "{indicator}: ô giữ «{found}» nhưng định dạng của ô làm hiện ra khác đi nên không rõ bên nào đúng. "
    "Đặt lại định dạng ô là Số rồi gõ lại.",
    "SL-48": "{indicator}: trong ô có chữ bị gạch ngang, viết nhỏ trên dưới dòng hoặc không nhìn thấy («{found}») "
    "nên không rõ số nào đúng. Xóa ô, đặt lại phông chữ thường rồi gõ lại.",
    "SL-49": "{indicator}: ô giữ «{found}» nhưng chữ trùng màu nền hoặc quá nhỏ nên không ai nhìn thấy. Đặt lại màu "
    "chữ, kiểm tra và xác nhận.",
    "SL-60": "{indicator}: chưa có giá trị nào đọc được từ ô này và cũng chưa có lời nhắc nào khác. Xóa ô rồi gõ lại.",
    "SL-61": "{indicator}: «{found}» không nói rõ giá trị của dòng nào, kỳ nào. Ghi lại giá trị cụ thể, kể cả khi "
    "giống dòng trên hoặc giống kỳ trước.",
    "SL-62": "{indicator}: ô có ký tự đảo chiều chữ, máy lưu «{found}» nhưng màn hình hiện khác. Xóa ô rồi gõ lại.",
    "SL-63": "{indicator}: giữa các chữ số của «{found}» có ký tự ẩn nên không rõ là một hay nhiều số. Xóa ô rồi gõ "
    "lại.",
    "SL-64": "{indicator}: «{found}» viết bằng chữ số của chữ viết khác. Gõ lại bằng các chữ số 0 đến 9.",
    "SL-65": "{indicator}: «{found}» gõ bằng chữ số toàn khổ, được đọc là {expected}. Xin xác nhận; kỳ sau gõ bằng "
    "chữ số thường.",
    "SL-66": "{indicator}: «{found}» giống số La Mã. Nếu là {expected} thì ghi {expected}.",
    "SL-67": "{indicator}: «{found}» ghi bằng số là {expected} nhưng bằng chữ là {other}. Sửa lại cho khớp.",
    "SL-68": "{indicator}: «{found}» viết bằng chữ. Nếu là {expected} thì ghi {expected}.",
    "SL-69": "{indicator}: «{found}» không phải là nội dung trả lời nên được coi là để trống. Không có thì ghi «Không "
    "có»; có thì ghi nội dung.",
    "SL-70": "{indicator}: «{found}» có ký hiệu đi kèm số không rõ nghĩa. Nếu là {expected} thì chỉ ghi {expected}; chú "
    "thích ghi ở cột Giải trình.",
    "SL-71": "{indicator}: «{found}» có lời đi kèm số không rõ nghĩa. Nếu là {expected} thì chỉ ghi {expected}; phần "
    "giải thích ghi ở cột Giải trình.",
    "SL-72": "{indicator}: «{found}» viết theo dạng số mũ của máy tính. Gõ lại đầy đủ các chữ số.",
    "SL-73": "{indicator}: «{found}» không rõ văn bản đã được quán triệt trong kỳ hay chưa nên không được tính. Chỉ ghi "
    "số, ký hiệu văn bản đã quán triệt, cách nhau bằng dấu chấm phẩy.",
    "SL-80": "{indicator}: «{found}» không có trong danh sách của cột «{title}». Chọn lại trong danh sách.",
    "SL-81": "{indicator}: «{found}» không rõ là ngày nào. Ghi một ngày theo mẫu ngày/tháng/năm, ví dụ 05/3/2024.",
    "SL-82": "{indicator}: ngày {day} không nằm trong năm báo cáo hoặc sau ngày cuối kỳ {end}. Kiểm tra lại ngày.",
    "SL-83": "{indicator}: có ghi «{found}» ở cột không dùng cho dòng này nên không được tính. Ghi lại ở đúng cột.",
    "SL-84": "{indicator}: dòng ghi dở, còn thiếu «{title}». Ghi đủ, hoặc xóa cả dòng.",
    "SL-85": "{indicator} và các chỉ tiêu cùng loại cộng lại là {value}, nhưng trang «{heading}» ghi {count} dòng. "
    "Kiểm tra bên nào đúng, hoặc xác nhận.",
    "SL-86": "{indicator} = {value}, nhưng cộng các dòng ở trang «{heading}» là {sum}. Kiểm tra bên nào đúng, hoặc "
    "xác nhận.",
    "SL-87": "{indicator}: {title} là {value}, lớn hơn số đứng trước ({most}). Kiểm tra lại.",
    "SL-88": "Biểu không còn trang «Việc cụ thể». Nếu kỳ này có việc cần ghi ở trang đó thì điền vào biểu mẫu đã nhận "
    "rồi gửi lại; nếu không có thì xác nhận.",
    "SL-89": "{indicator} = {value}, nhưng «{where}» nêu «{found}». Sửa bên sai, hoặc nêu lý do ở cột Giải trình của dòng "
    "này.",
    "SL-90": "{indicator} = {value}, nhưng «{where}» nêu «{found}» có {count} người. Sửa bên sai, hoặc nêu lý do ở cột Giải "
    "trình của dòng này.",
    "VB-01": "{indicator}: chữ phông TCVN3 (.VnTime) được đổi sang Unicode: «{found}» thành «{after}».",
    "VB-02": "{indicator}: chữ phông VNI được đổi sang Unicode: «{found}» thành «{after}».",
    "VB-03": "{indicator}: chữ bị hỏng khi chuyển tệp được khôi phục: «{found}» thành «{after}».",
    "VB-04": "{indicator}: chữ Unicode tổ hợp được chuyển sang dựng sẵn: «{after}».",
    "VB-05": "{indicator}: chữ giống «Đ» được thay bằng chữ Đ: «{after}».",
    "VB-06": "{indicator}: ký tự ẩn, khoảng trắng lạ hoặc dấu đầu dòng được làm sạch: «{after}».",
    "VB-07": "{indicator}: chữ cái lạ (Nga, Hy Lạp) lẫn trong «{found}» được thay thành «{after}». Xin "
    "xác nhận.",
    "VB-08": "{indicator}: «{found}» mất chữ khi chuyển tệp. Gõ lại đoạn này.",
    "VB-09": "{indicator}: «{found}» viết không dấu. Vẫn nhận; kỳ sau xin viết có dấu.",
    "VB-10": "{indicator}: nội dung dài quá 32.767 ký tự nên phần sau bị cắt. Rút gọn lại.",
    "VB-11": "{indicator}: «{found}» bắt đầu bằng dấu của công thức; được giữ nguyên như lời văn.",
    "VB-12": "{indicator}: có chữ bị gạch ngang hoặc không nhìn thấy («{found}»). Xóa nếu bỏ, bỏ gạch nếu giữ rồi "
    "xác nhận.",
}
