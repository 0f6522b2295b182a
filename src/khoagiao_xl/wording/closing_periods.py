"""Sentences about closed periods: what stops a closing, what was done, what changed after it."""

SENTENCES: dict[str, str] = {
    "CK-01": "{period} đã chốt ngày {day} (lần {round}). Cần sửa thì bấm «Mở lại kỳ», sửa xong chốt lại.",
    "CK-02": "Chưa chốt được {period}: phải chốt trước {missing}.",
    "CK-03": "Chưa chốt được {period}: số tổng hợp không còn khớp với số liệu đã nhận. Bấm «Tổng hợp», xem lại báo cáo "
    "rồi chốt.",
    "CK-04": "{period} đang mở, không phải mở lại.",
    "CK-05": "Chưa mở lại được {period}: các kỳ chốt sau dựa trên kỳ này. Mở lại trước, theo thứ tự: {later}.",
    "CK-06": "Chưa mở lại được {period}: chưa ghi ai mở, vì sao. Ghi ở trang «Cấu hình», dòng nguoi_chot và "
    "ly_do_mo_ky, rồi bấm lại (ở dòng lệnh: --by và --reason).",
    "CK-07": "Không đọc được «{name}» trong thư mục báo cáo, nên chưa chốt. Lưu lại tệp này bằng Word, hoặc xóa đi để chương "
    "trình viết báo cáo mới.",
    "CK-08": "Chưa chốt được {period}: {count} chỗ ở trang «Số liệu» không phải như tệp đơn vị gửi. {first}",
    "CK-10": "Bản chốt «{name}» không còn trong thư mục «{folder}». Đặt lại thư mục đó cạnh sổ; chương trình không "
    "đoán số đã chốt.",
    "CK-11": "Bản chốt «{name}» trong thư mục «{folder}» đã bị thay đổi sau khi chốt nên không dùng được. Đặt lại tệp gốc từ bản "
    "sao lưu.",
    "CK-OK": "Đã chốt {period}, lần {round}: {totals} chỉ tiêu, {reported}/{expected} đơn vị, báo cáo «{report}» như đang "
    "có trong thư mục.",
    "CK-OK-MOI": "Đã chốt {period}, lần {round}: {totals} chỉ tiêu, {reported}/{expected} đơn vị. Thư mục báo cáo chưa có "
    "báo cáo kỳ này nên đã viết «{report}».",
    "CK-MO": "Đã mở lại {period} (chốt lần {round} vẫn giữ ở «Sổ chốt»). Sửa xong thì tổng hợp, viết báo cáo và chốt lại.",
    # What the report that was frozen says otherwise than the totals.
    "CK-20": "Báo cáo ghi {code} ({period}) là {shown}, số tổng hợp là {expected}. Đã chốt theo báo cáo của cơ quan; xem lại "
    "bên nào đúng.",
    "CK-21": "Báo cáo ghi {code} ({period}) là {shown}, số tổng hợp hiện nay không nêu số này. Đã chốt theo báo cáo của cơ quan.",
    "CK-22": "… và {count} số nữa trong báo cáo khác số tổng hợp. Nếu chưa ký: bấm «Xuất báo cáo», xem lại rồi chốt.",
    # Rows of tblSoChot.
    "CK-30": "Chốt {period}, lần {round}",
    "CK-31": "Mở lại, bỏ chốt lần {round}",
    "CK-32": "đến hết {until}",
    "CK-34": "{value}, trong đó mang sang {carried}",
    "CK-33": "{count} biểu đã phát hành",
    # What a waiver let pass, column «Ghi chú» of tblTongHop.
    "CK-50": "miễn {rule}: {units}",
    # After a closing.
    "CK-40": "{period} đã chốt ngày {day} (lần {round}): giữ nguyên {totals} chỉ tiêu như lúc chốt.",
    "CK-41": "{period} đã chốt; {changes} chỗ khác lúc chốt của {units} đơn vị ghi ở trang «Thay đổi sau chốt».",
    "CK-42": "{period} đã chốt; số liệu vẫn như lúc chốt.",
    "CK-43": "Đã trả lại {rows} dòng tổng hợp về như lúc chốt: có người đã sửa tay.",
    "CK-44": "{period} đã chốt ngày {day}: xuất lại đúng báo cáo đã chốt, «{name}».",
}
