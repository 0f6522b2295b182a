"""Damage by typing: what people write into one cell «Kỳ này» of a count, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.mutations.sheet import UNKNOWN, Sample, Sent

if TYPE_CHECKING:
    from collections.abc import Callable

# What is typed -> the figure it must count as; UNKNOWN: a person must be asked and nothing counted.
TYPED: Final[dict[str, tuple[Any, Any]]] = {
    "đơn vị tính gõ kèm": ("12 cuộc", 12),
    "số viết dạng chữ số có 0 đầu": ("012", 12),
    "dấu chấm hàng nghìn": ("1.234", 1234),
    "hai dấu chấm hàng nghìn": ("1.234.567", 1234567),
    "dấu phẩy hàng nghìn kiểu Anh": ("1,234", UNKNOWN),
    "kiểu Anh có phần lẻ": ("1,234.5", UNKNOWN),
    "phần lẻ cho số đếm": ("12,5", UNKNOWN),
    "số thực cho số đếm": (12.5, UNKNOWN),
    "khoảng trắng lạ": ("\u00a01\u202f234 ", 1234),
    "số lưu dạng chữ": ("'123", 123),
    "chữ O thay số 0": ("1O", UNKNOWN),
    "chữ l thay số 1": ("l2", UNKNOWN),
    "phân số": ("½", UNKNOWN),
    "lũy thừa": ("5²", UNKNOWN),
    "số toàn khổ": ("１２", 12),
    "gạch ngang": ("-", UNKNOWN),
    "ba chấm": ("…", UNKNOWN),
    "viết «không»": ("không", 0),
    "viết tắt «k/có»": ("k/có", 0),
    "không phát sinh": ("không phát sinh", 0),
    "viết «có» vào ô số": ("có", UNKNOWN),
    "ước chừng": ("khoảng 50", UNKNOWN),
    "dấu ngã": ("~50", UNKNOWN),
    "khoảng từ đến": ("50-60", UNKNOWN),
    "hơn": ("hơn 50", UNKNOWN),
    "dấu cộng": ("50+", UNKNOWN),
    "gộp hai số": ("5 (KT: 3, GS: 2)", UNKNOWN),
    "phép cộng gõ chữ": ("5+7", UNKNOWN),
    "hai số một ô": ("12 13", UNKNOWN),
    "hai số hai dòng": ("12\n130", UNKNOWN),
    "hai số cách nhau bằng tab": ("12\t130", UNKNOWN),
    "lượt nghìn": ("12 lượt nghìn", UNKNOWN),
    "lượt trăm": ("12 lượt trăm", UNKNOWN),
    "phần trăm": ("12%", UNKNOWN),
    "nghìn": ("2 nghìn", UNKNOWN),
    "ngày tháng": ("20/3/2024", UNKNOWN),
    "số âm": (-5, UNKNOWN),
    "số quá lớn": (10**15, UNKNOWN),
    "đúng/sai": (True, UNKNOWN),
    "để trống": (None, UNKNOWN),
    "toàn dấu cách": ("   ", UNKNOWN),
    "không thuộc": ("N/A", UNKNOWN),
    "chữ": ("đang tổng hợp", UNKNOWN),
    "công thức gõ thành chữ": ("=1+1", UNKNOWN),
    "số mũ": ("1e3", UNKNOWN),
    "khoảng trắng không bề rộng": ("\u200b", UNKNOWN),
    "gạch nối mềm": ("\u00ad", UNKNOWN),
    "dấu thứ tự byte": ("\ufeff", UNKNOWN),
    "dấu nối từ": ("\u2060", UNKNOWN),
    "chữ Hàn trống": ("\u3164", UNKNOWN),
    "ô chữ nổi trống": ("\u2800", UNKNOWN),
    "dấu chọn kiểu chữ": ("\ufe0f", UNKNOWN),
    "ký tự thẻ ẩn": ("\U000e0041", UNKNOWN),
    "dấu lặp lại": ('"', UNKNOWN),
    "dấu lặp lại cong": ("”", UNKNOWN),
    "dấu lặp lại kiểu Á Đông": ("〃", UNKNOWN),
    "viết «-nt-»": ("-nt-", UNKNOWN),
    "viết «như trên»": ("như trên", UNKNOWN),
    "viết «như kỳ trước»": ("như kỳ trước", UNKNOWN),
    "viết «không thay đổi»": ("không thay đổi", UNKNOWN),
    "hai số cách xa nhau": ("12     15", UNKNOWN),
    "hai số như hàng nghìn cách xa": ("12      500", UNKNOWN),
    "hai số cách nhau bằng khoảng rộng": ("12\u2003500", UNKNOWN),
    "hai số chia bằng gạch chéo": ("12 / 15", UNKNOWN),
    "hai số cách nhau bằng chấm phẩy": ("12; 15", UNKNOWN),
    "phép cộng có dấu cách": ("3 + 4", UNKNOWN),
    "một dấu cách hàng nghìn": ("1 250", 1250),
    "đảo chiều chữ": ("\u202e21", UNKNOWN),
    "cô lập chiều chữ": ("\u206621\u2069", UNKNOWN),
    "ép chiều chữ": ("\u202d12", UNKNOWN),
    "ký tự ẩn giữa chữ số": ("12\u200b15", UNKNOWN),
    "ký tự ẩn bên cạnh số": ("\u200b15\ufeff", 15),
    "chữ số Ả Rập": ("١٢", UNKNOWN),
    "chữ số Ấn Độ": ("१२", UNKNOWN),
    "chữ số Hán": ("十二", UNKNOWN),
    "số La Mã": ("XII", UNKNOWN),
    "số La Mã một ký tự": ("Ⅻ", UNKNOWN),
    "số trong vòng tròn": ("①", UNKNOWN),
    "số và phân số": ("1½", UNKNOWN),
    "số kèm chữ khớp": ("03 (ba)", 3),
    "số kèm chữ có đơn vị": ("15 (mười lăm)", 15),
    "chữ kèm số khớp": ("hai mươi (20)", 20),
    "số nghìn kèm chữ": ("1.005 (một nghìn không trăm linh năm)", 1005),
    "số kèm chữ không khớp": ("15 (mười sáu)", UNKNOWN),
    "số viết bằng chữ": ("mười lăm", UNKNOWN),
    "dấu chú thích": ("15*", UNKNOWN),
    "số chú thích trong ngoặc": ("15(1)", UNKNOWN),
    "dấu hỏi": ("15?", UNKNOWN),
    "mũi tên": ("15 ↑", UNKNOWN),
    "số âm kiểu kế toán": ("(15)", UNKNOWN),
    "nhiều dấu chấm lẫn": ("1.5.0", UNKNOWN),
    "dấu phẩy, chấm lẫn": ("1,234.567,8", UNKNOWN),
    "số thập lục phân": ("0x1F", UNKNOWN),
    "chữ số và chữ cái": ("1F", UNKNOWN),
    "số quá độ chính xác": ("9007199254740993", UNKNOWN),
    "không phải số (NaN)": ("NaN", UNKNOWN),
    "vô cùng": ("inf", UNKNOWN),
    "đúng gõ chữ": ("TRUE", UNKNOWN),
    "giờ phút": ("12:30", UNKNOWN),
    "lời phủ nhận sau số": ("15 chưa duyệt", UNKNOWN),
    "đơn vị thời gian": ("12h", UNKNOWN),
    "chia theo kỳ": ("15 cuộc/quý", UNKNOWN),
    "trở lên": ("15 trở lên", UNKNOWN),
    "dự kiến": ("15 (dự kiến)", UNKNOWN),
}


def type_in(name: str) -> Callable[[Sample], Sent]:
    """Return the damage of typing TYPED[name] into a figure that is bound to no other."""
    typed, means = TYPED[name]

    def damage(sample: Sample) -> Sent:
        code = sample.free()
        accepted = None if means is UNKNOWN else True
        return Sent(sample.filled({code: typed}), {code: means}, (code,), accepted)

    return damage
