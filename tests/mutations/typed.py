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
}


def type_in(name: str) -> Callable[[Sample], Sent]:
    """Return the damage of typing TYPED[name] into a figure that is bound to no other."""
    typed, means = TYPED[name]

    def damage(sample: Sample) -> Sent:
        code = sample.free()
        accepted = None if means is UNKNOWN else True
        return Sent(sample.filled({code: typed}), {code: means}, (code,), accepted)

    return damage
