"""Under which head a document goes out: who issues it, who signs for whom, when, to whom."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.layout.signature_lines import has_academic_title, is_known_pair, positions_of
from khoagiao_xl.office.settings import Settings, read_settings
from khoagiao_xl.report.document_heading import head_tags, numbered, signature_tags
from khoagiao_xl.report.issuing import draft_letterhead, letterhead_on
from khoagiao_xl.report.letterheads import Letterhead, Rules

DAY = date(2024, 3, 22)
LETTER = "Công văn"


def head(kind: str = "Báo cáo", day: date = DAY, **settings: Any) -> Letterhead:
    """Return the head of a document of the Bloc of 2024 under these settings."""
    return letterhead_on(Settings(2024, **{"profile": "2024", **settings}), day, kind)


def refused(code: str, **settings: Any) -> str:
    with pytest.raises(WrongRequest) as stopped:
        head(**settings)
    assert stopped.value.code == code
    return str(stopped.value)


def read(**texts: str) -> Settings:
    return read_settings({"nam": "2024", "ma_so": "m", **texts})


# -- who issues -------------------------------------------------------------------------------------------


def test_the_board_issues_under_the_committee_and_its_head_signs() -> None:
    board = head(issued_by="ban")
    assert board.superior == ("ĐẢNG ỦY KHỐI", "CƠ QUAN - DOANH NGHIỆP TỈNH")
    assert (board.issuer, board.symbol) == (("BAN TUYÊN GIÁO",), "BC/BTG")
    assert (board.authority, board.position, board.archive) == ("", "TRƯỞNG BAN", "Ban Tuyên giáo")


def test_a_deputy_of_the_board_signs_for_its_head() -> None:
    assert head(issued_by="ban", position="PHÓ TRƯỞNG BAN").authority == "K/T TRƯỞNG BAN"


def test_the_name_of_the_bloc_breaks_before_what_belongs_together() -> None:
    assert head().issuer == ("ĐẢNG ỦY KHỐI", "CƠ QUAN - DOANH NGHIỆP TỈNH")


@pytest.mark.parametrize(
    ("kind", "symbol"), [("Công văn", "CV/ĐUK"), ("Thông báo", "TB/ĐUK"), ("Chương trình", "CTr/ĐUK")]
)
def test_each_kind_of_document_has_its_letters(kind: str, symbol: str) -> None:
    assert head(kind).symbol == symbol


def test_a_body_of_the_state_writes_by_its_own_rules() -> None:
    state = head(LETTER, profile="so-giao-duc")
    assert (state.rules, numbered(state)) == (Rules.ND30, "Số:        /SGDĐT")
    assert (state.authority, state.position) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert signature_tags(state)["noi_nhan"][-1] == "- Lưu: VT, VP."


def test_a_body_that_does_not_issue_under_a_profile_is_refused() -> None:
    told = refused("BH-04", profile="2026-tinh", issued_by="cấp ủy")
    assert "Sửa «ban_hanh» ở trang «Cấu hình» thành: ban." in told


# -- who signs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("issuer", "position"),
    [("cấp ủy", "TRƯỞNG BAN"), ("ban", "PHÓ BÍ THƯ"), ("cấp ủy", "GIÁM ĐỐC"), ("ban", "CHÁNH VĂN PHÒNG")],
)
def test_nobody_signs_for_a_body_he_does_not_belong_to(issuer: str, position: str) -> None:
    told = refused("BH-01", issued_by=issuer, position=position)
    assert f"Chức vụ «{position}» không ký văn bản của {issuer}. Sửa «chuc_vu_ky»" in told
    assert f"thành một trong: {', '.join(positions_of(issuer))};" in told


REFUSALS = [
    ("BH-01", {"issued_by": "ban", "position": "PHÓ BÍ THƯ"}),
    ("BH-01", {"issued_by": "cấp ủy", "position": "TRƯỞNG BAN"}),
    ("BH-01", {"issued_by": "ban", "position": "GIÁM ĐỐC"}),
    ("BH-01", {"profile": "so-giao-duc", "position": "BÍ THƯ"}),
    ("BH-02", {"position": "PHÓ BÍ THƯ ĐẢNG ỦY KHỐI"}),
    ("BH-03", {"signer": "TS. Nguyễn Văn A"}),
    ("BH-04", {"profile": "2026-tinh", "issued_by": "cấp ủy"}),
]


@pytest.mark.parametrize(("code", "settings"), REFUSALS)
def test_no_refusal_has_a_blank_where_it_names_something(code: str, settings: dict[str, Any]) -> None:
    told = refused(code, **settings)
    assert not re.search(r"«\s*»|: ?[.;]|\(\s*\)|  |None", told)


def test_the_head_of_the_office_signs_by_order() -> None:
    assert head(position="CHÁNH VĂN PHÒNG").authority == "T/L BAN THƯỜNG VỤ"


def test_a_position_that_names_the_committee_is_refused_with_the_right_one() -> None:
    assert "thành «PHÓ BÍ THƯ»" in refused("BH-02", position="PHÓ BÍ THƯ ĐẢNG ỦY KHỐI")


@pytest.mark.parametrize(
    ("name", "is_titled"),
    [("TS. Nguyễn Văn A", True), ("ThS.BS. Lê B", True), ("PGS,TS Trần C", True), ("Tsâu Văn D", False),
     ("Nguyễn Văn A", False), ("Bs. Lò E", True)],
)  # fmt: skip
def test_academic_titles_are_known(name: str, is_titled: bool) -> None:
    assert has_academic_title(name) is is_titled


def test_a_signer_with_a_title_is_refused() -> None:
    assert "chỉ ghi họ và tên" in refused("BH-03", signer="TS. Nguyễn Văn A")


def test_the_table_of_signatures_knows_pairs_whoever_issues() -> None:
    assert is_known_pair("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
    assert not is_known_pair("T/M BAN THƯỜNG VỤ", "TRƯỞNG BAN")
    assert "TRƯỞNG BAN" in positions_of("ban")


# -- layout, day, draft, recipients -----------------------------------------------------------------------


def test_the_layout_of_the_state_is_refused_for_the_party() -> None:
    assert "ND30 không dùng cho văn bản của cấp ủy" in refused("BH-05", layout_rules="ND30")


def test_older_layout_rules_may_be_asked_for() -> None:
    assert head(day=date(2026, 6, 1), profile="2026", layout_rules="HD36").rules is Rules.HD36


@pytest.mark.parametrize(
    ("texts", "line"),
    [({}, "Dự thảo lần 1"), ({"lan_du_thao": "2"}, "Dự thảo lần 2"), ({"lan_du_thao": "0"}, ""),
     ({"du_thao": "Dự thảo lần 3"}, "Dự thảo lần 3"), ({"du_thao": ""}, ""),
     ({"du_thao": "Dự thảo", "lan_du_thao": "4"}, "Dự thảo lần 4")],
)  # fmt: skip
def test_the_line_of_a_draft_follows_its_number_and_older_masters(texts: dict[str, str], line: str) -> None:
    found = draft_letterhead(read(ho_so="2024", **texts), DAY)
    assert head_tags(found, DAY)["du_thao"] == line


def test_recipients_may_be_set_and_the_archive_line_stays() -> None:
    settings = read(ho_so="2024", noi_nhan="Ban Tuyên giáo Tỉnh ủy; ; Thường trực Đảng ủy")
    lines = signature_tags(draft_letterhead(settings, DAY))["noi_nhan"]
    assert lines == ["- Ban Tuyên giáo Tỉnh ủy;", "- Thường trực Đảng ủy;", "- Lưu Văn phòng Đảng ủy Khối."]


def test_a_letter_goes_first_to_those_it_names() -> None:
    assert signature_tags(head(LETTER))["noi_nhan"][0] == "- Như trên;"


def test_a_draft_may_bear_the_head_of_a_body_that_is_gone_and_a_number_may_not() -> None:
    gone = Settings(2024, profile="2024")
    assert draft_letterhead(gone, date(2026, 3, 1)).is_past
    with pytest.raises(WrongRequest) as stopped:
        letterhead_on(gone, date(2026, 3, 1))
    assert stopped.value.code == "BC-01"


@pytest.mark.parametrize(
    ("texts", "code"),
    [({"ngay_van_ban": "hôm qua"}, "CH-04"), ({"nhiem_ky_tu": "31/02/2020"}, "CH-04"),
     ({"ban_hanh": "chi bộ"}, "CH-03"), ({"the_thuc": "HD99"}, "CH-03"), ({"lan_du_thao": "hai"}, "CH-02")],
)  # fmt: skip
def test_what_a_setting_cannot_be_is_refused(texts: dict[str, str], code: str) -> None:
    with pytest.raises(WrongRequest) as stopped:
        read(**texts)
    assert stopped.value.code == code


def test_days_and_bodies_are_read_however_they_are_typed() -> None:
    settings = read(ngay_van_ban="22/3/2024", nhiem_ky_tu="2020-10-15", ban_hanh="Cấp ủy", the_thuc="hd36")
    assert (settings.document_day, settings.term_from) == (DAY, date(2020, 10, 15))
    assert (settings.issued_by, settings.layout_rules) == ("cấp ủy", "HD36")
