"""Rules that the forms cannot show live are told in the master, at the rule. A test shows the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from khoagiao_xl.forms.excel_limits import Limit
from khoagiao_xl.inspection.live_check_limits import _told
from tests.inspection.conftest import at

if TYPE_CHECKING:
    from khoagiao_xl.office.pages import SheetLine
    from tests.inspection.conftest import Look

HEADINGS = "| Mã | Vế trái | So sánh | Vế phải | Mức | Trạng thái | Thông báo |"


def rules(count: int, message: str = "Sai") -> str:
    lines = [f"| X{number} | KG205 | <= | 9 | lỗi | bật | {message} |" for number in range(count)]
    return "\n".join([HEADINGS, *lines])


def test_rules_beyond_what_one_line_can_show_are_to_be_mended(look: Look) -> None:
    found = [line for line in look("tblQuyTac", rules(70)) if "KT-110" in line]
    assert found
    assert "dòng KG205: quá nhiều quy tắc ở một dòng" in found[0]
    assert at(found)[-1] == ("B74", "KT-110")


def test_messages_that_make_a_formula_too_long_are_to_be_mended(look: Look) -> None:
    found = look("tblQuyTac", rules(30, "Kiểm tra lại số liệu " * 14))
    assert "công thức dài quá mức Excel nhận" in " ".join(found)


def test_a_handful_of_rules_asks_nothing(look: Look) -> None:
    assert look("tblQuyTac", rules(5)) == []


def test_every_limit_of_excel_has_its_words() -> None:
    told: list[str] = []

    class Line:
        def error(self, code: str, *_: str, why: str, **__: str) -> str:
            told.append(why)
            return code

    found = {("X1", limit): ["KG205"] for limit in Limit}
    assert list(_told("KT-110", "left", found, cast("dict[str, SheetLine]", {"X1": Line()})))
    assert len(set(told)) == len(Limit)
    assert not [why for why in told if why.startswith("KT-")]
