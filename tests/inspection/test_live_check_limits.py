"""Rules that the forms cannot show live are told in the master, at the rule. A test shows the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look

HEADINGS = "| Mã | Vế trái | So sánh | Vế phải | Mức | Trạng thái | Thông báo |"


def rules(count: int, message: str = "Sai") -> str:
    lines = [f"| X{number} | KG205 | <= | 9 | lỗi | bật | {message} |" for number in range(count)]
    return "\n".join([HEADINGS, *lines])


def test_rules_beyond_what_one_line_can_show_are_asked_about(look: Look) -> None:
    found = [line for line in look("tblQuyTac", rules(70)) if "KT-110" in line]
    assert found
    assert "dòng KG205: quá nhiều quy tắc ở một dòng" in found[0]
    assert at(found)[-1] == ("B74", "KT-110")


def test_messages_that_make_a_formula_too_long_are_asked_about(look: Look) -> None:
    found = look("tblQuyTac", rules(30, "Kiểm tra lại số liệu " * 14))
    assert "công thức dài quá mức Excel nhận" in " ".join(found)


def test_a_handful_of_rules_asks_nothing(look: Look) -> None:
    assert look("tblQuyTac", rules(5)) == []
