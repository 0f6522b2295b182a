"""What would damage every form is told in the master at its cell, and no form is issued before it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.records import Unit
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.steps import issue_forms
from tests.repair_causes.checker import causes_in
from tests.steps.small_year import INDICATORS, SETTINGS, UNITS, job, small_year

if TYPE_CHECKING:
    from khoagiao_xl.office.changes import Changes
    from tests.inspection.conftest import Look

MARCH = "2024-M03"
FIRST, *OTHERS = INDICATORS
ASKED = {**FIRST, "M": "x"}
RULE = {
    **load_profile("2024").rules[0],
    "left": "KG110",
    "comparison": "<=",
    "right": "9",
    "status": "bật",
    "kinds": "",
}


def issued(**tables: Any) -> Changes:
    """Return what issuing the forms of March decides."""
    return issue_forms.work(small_year({MARCH: {}}, **tables), job(MARCH))


def refusal(**tables: Any) -> str:
    """Return why no form is issued."""
    with pytest.raises(WrongRequest) as stopped:
        issued(**tables)
    return str(stopped.value)


# -- told by «Kiểm tra kế hoạch» ---------------------------------------------------------------------------


def test_a_letter_that_no_workbook_holds_is_told_at_its_cell(look: Look) -> None:
    (found,) = look(
        "tblQuyTac",
        f"| Mã | Vế trái | So sánh | Vế phải | Mức | Trạng thái | Thông báo |\n| X1 | KG205 | <= | 9 | lỗi | bật | {'Sai' * 400} |",
    )
    assert "KT-117" in found
    assert "dài 1200 ký tự, biểu mẫu chỉ có chỗ cho 1000" in found


def test_a_code_that_is_no_word_is_told(look: Look) -> None:
    found = look(
        "tblChiTieu",
        "| Mã | Chỉ tiêu | Kiểu | Theo thời gian | Theo đơn vị |\n| KG 9 | Số lớp | số đếm | cộng | cộng |",
    )
    assert "KT-118" in " ".join(found)


@pytest.mark.parametrize("code", ["Kỳ", "kỳ"])
def test_a_code_that_is_the_name_of_a_column_is_told(look: Look, code: str) -> None:
    row = f"| {code} | Số lớp | số đếm | cộng | cộng |"
    found = look("tblChiTieu", f"| Mã | Chỉ tiêu | Kiểu | Theo thời gian | Theo đơn vị |\n{row}")
    assert "KT-119" in " ".join(found)


# -- refused by «Phát hành biểu mẫu» -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "rows", "told"),
    [
        ("tblDonVi", [Unit("A", "Đơn vị\x0bA"), *UNITS[1:]], "Trang «Đơn vị», ô B5: Ô ở cột «Tên» có ký tự"),
        ("tblDonVi", [Unit("A", "Sở " * 100), *UNITS[1:]], "ô B5: Ô ở cột «Tên» dài 300 ký tự"),
        ("tblDonVi", [Unit("A" * 61, "Đơn vị"), *UNITS[1:]], "ô A5: Ô ở cột «Mã» dài 61 ký tự"),
        ("tblChiTieu", [{**ASKED, "label": "x" * 601}, *OTHERS], "ô B5: Ô ở cột «Chỉ tiêu» dài 601 ký tự"),
        ("tblChiTieu", [{**ASKED, "label": "Số {{unit_name}}"}, *OTHERS], "ô B5: Ô ở cột «Chỉ tiêu» có ký tự"),
        ("tblChiTieu", [{**ASKED, "unit": "lượt\ufffe"}, *OTHERS], "ô C5: Ô ở cột «Đơn vị tính» có ký tự"),
        ("tblChiTieu", [{**ASKED, "note": "😀" * 128}, *OTHERS], "«Ghi chú» dài 256 ký tự"),
        ("tblChiTieu", [{**ASKED, "definition": "y" * 601}, *OTHERS], "«Định nghĩa» dài 601 ký tự"),
        ("tblChiTieu", [{**ASKED, "code": "KG 9"}, *OTHERS], "Mã chỉ tiêu «KG 9» có dấu cách"),
        ("tblVanBan", [{"symbol": "45-NQ/TW\x07"}], "Trang «Văn bản», ô A5"),
        ("tblQuyTac", [{**RULE, "message": "Sai\ud800"}], "«Thông báo» có ký tự mà biểu mẫu không nhận (U+D800)"),
        ("tblQuyTac", [{**RULE, "code": "X" * 41}], "«Mã» dài 41 ký tự"),
    ],
)  # fmt: skip
def test_a_cell_that_no_form_could_hold_stops_all_forms(table: str, rows: list[Any], told: str) -> None:
    assert told.casefold() in refusal(**{table: rows}).casefold()


@pytest.mark.parametrize("key", ["ban_tham_muu", "email", "ma_so"])
def test_so_does_a_setting_that_stands_on_every_form(key: str) -> None:
    settings = [{"key": name, "value": value} for name, value in {**SETTINGS, key: "x\x01"}.items()]
    assert "(U+0001)" in refusal(tblCauHinh=settings)


def test_rules_beyond_what_a_line_can_tell_stop_all_forms_and_are_counted() -> None:
    told = refusal(tblQuyTac=[{**RULE, "code": f"X{at}", "message": "Sai"} for at in range(70)])
    assert "không đưa được vào cột «Kiểm tra» của dòng KG110" in told
    assert "Excel chỉ nhận 64 lớp lồng nhau" in told
    assert "ô nữa như vậy; bấm «Kiểm tra kế hoạch»" in told


def test_long_messages_that_make_a_formula_too_long_stop_all_forms() -> None:
    told = refusal(tblQuyTac=[{**RULE, "code": f"X{at}", "message": "Sai " * 200} for at in range(12)])
    assert "công thức dài quá mức Excel nhận" in told


def test_what_is_switched_off_stops_nothing() -> None:
    assert issued(tblQuyTac=[{**RULE, "status": "tắt", "message": "x" * 3000}]).files


# -- whatever is typed, a form that is issued is sound -------------------------------------------------------

TEXTS = st.text(st.characters(codec=None), min_size=1, max_size=60) | st.sampled_from(
    ["=1+1", "_x0041_", '"' * 300, "{{x}}", "a\n" * 20, "]]>", "<&'\">", "x" * 255, "đ" * 600, "{{", "\u2028"]
)


@given(label=TEXTS, unit=TEXTS, note=TEXTS, definition=TEXTS, name=TEXTS, symbol=TEXTS, message=TEXTS)
def test_whatever_is_typed_forms_are_refused_or_sound(
    label: str, unit: str, note: str, definition: str, name: str, symbol: str, message: str
) -> None:
    own = {**ASKED, "label": label, "unit": unit, "note": note, "definition": definition}
    rule = {**RULE, "message": message}
    tables: dict[str, Any] = {
        "tblChiTieu": [own, *OTHERS],
        "tblDonVi": [Unit("A", name)],
        "tblVanBan": [{"symbol": symbol}],
    }
    tables["tblQuyTac"] = [rule]
    for form in forms_of(tables):
        assert causes_in(form) == []


def forms_of(tables: dict[str, Any]) -> list[bytes]:
    """Return the forms that are issued; none where they are refused for a cell that no form could hold."""
    try:
        files = issued(**tables).files
    except WrongRequest as refused:
        if refused.code in ("HS-07", "QT-12"):  # QT-12: a message that is blank to the eye
            return []
        raise
    return [file.bytes() for file in files if file.path.suffix == ".xlsx"]
