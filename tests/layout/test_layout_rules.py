"""A sound document keeps every rule of layout; one change of it departs from one rule, and from no other."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.layout.departures import Departure, Gravity
from khoagiao_xl.layout.document_in_hand import profile_of
from khoagiao_xl.layout.layout_checks import check_layout
from khoagiao_xl.layout.layout_profiles import profile_named, profiles
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.layout.rule_table import RULES
from khoagiao_xl.wording.layout_rules import RULES as WORDS
from tests.layout.small_documents import (
    LONG,
    PARTY,
    TITLE_PAGE,
    body,
    centred,
    party_report,
    state_report,
)
from tests.layout.word_pieces import PAGE, docx, field, header, line, paragraph, run, table


def departures(data: bytes, profile: str = "") -> list[Departure]:
    return check_layout(read_document(data, "thử.docx"), profile)


def rules(data: bytes, profile: str = "") -> set[str]:
    return {departure.rule for departure in departures(data, profile)}


@pytest.mark.parametrize("data", [party_report(), state_report()])
def test_a_sound_document_departs_from_nothing(data: bytes) -> None:
    assert departures(data) == []


PARTY_FAULTS = [
    ("TT02", {"section": TITLE_PAGE.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')}),
    ("TT01", {"section": TITLE_PAGE.replace('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')}),
    ("TT03", {"section": TITLE_PAGE.replace('w:bottom="1134"', 'w:bottom="1417"')}),
    ("TT04", {"section": TITLE_PAGE.replace('w:left="1701"', 'w:left="1418"')}),
    ("TT06", {"section": TITLE_PAGE.replace('w:header="567"', 'w:header="720"')}),
    ("TT06", {"number": header(paragraph(field(" PAGE ", "2"), align="right"))}),
    ("TT06", {"number": header(paragraph("")), "text": PARTY["text"] + body(LONG) * 20}),
    ("TT07", {"number": header(centred(field(" PAGE ", "2", size=12)))}),
    ("TT07", {"number": header(centred(field(" PAGE ", "2", bold=True)))}),
    ("TT08", {"section": TITLE_PAGE.replace("<w:titlePg/>", "")}),
    ("TT10", {"text": body(LONG, font="Arial") + body(LONG)}),
    ("TT10", {"text": body(LONG, color="FF0000") + body(LONG)}),
    ("TT12", {"title": centred(run("ĐẢNG CỘNG SẢN VIỆT NAM", size=14, bold=True) + line(70))}),
    ("TT12", {"title": paragraph(run("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True) + line(73))}),
    ("TT13", {"title": centred("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True)}),
    ("TT13", {"title": centred(run("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True) + line(40))}),
    ("TT13", {"title": centred("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True) + centred("----------")}),
    ("TT14", {"superior": centred("ĐẢNG BỘ TỈNH LÀO CAI", bold=True)}),
    ("TT14", {"superior": centred("ĐẢNG BỘ TỈNH LÀO CAI", size=13)}),
    ("TT15", {"issuer": centred("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", bold=False)}),
    ("TT16", {"star": ""}),
    ("TT16", {"star": centred("***")}),
    ("TT17", {"number": "", "section": TITLE_PAGE} | {"number_line": "Số: 12-BC/ĐU"}),
    ("TT17", {"number_line": "Số 12 - BC/ĐU"}),
    ("TT17", {"number_line": "Số 12/BC-ĐU"}),
    ("TT18", {"number_line": "Số 7-BC/ĐU"}),
    ("TT19", {"number_line": "Số 12a-BC/ĐU"}),
    ("TT19", {"number_line": "Số 12/2024-BC/ĐU"}),
    ("TT20", {"day": centred("Lào Cai, ngày 5 tháng 3 năm 2024", italic=True)}),
    ("TT20", {"day": centred("Lào Cai, ngày 05 tháng 03 năm 2024", italic=True)}),
    ("TT20", {"day": centred("Lào Cai ngày 05 tháng 3 năm 2024", italic=True)}),
    ("TT20", {"day": centred("Lào Cai, ngày 05 tháng 3 năm 2024")}),
    ("TT21", {"kind": centred("BÁO CÁO", size=14, bold=True)}),
    ("TT21", {"kind": centred("Báo cáo", size=16, bold=True)}),
    ("TT22", {"subject": centred("kết quả công tác khoa giáo tháng 3 năm 2024")}),
    ("TT22", {"subject": centred("Kết quả công tác khoa giáo tháng 3 năm 2024", bold=True)}),
    ("TT23", {"rule": centred("----")}),
    ("TT23", {"rule": centred("———")}),
    ("TT23", {"rule": ""}),
    ("TT25", {"text": body(LONG, size=13) + body(LONG)}),
    ("TT25", {"text": body(LONG, italic=True) + body(LONG)}),
    ("TT26", {"text": body(LONG, align="left") + body(LONG)}),
    ("TT27", {"text": body(LONG, first=284) + body(LONG)}),
    ("TT27", {"text": body(f"\t{LONG}", first=0) + body(LONG)}),
    ("TT27", {"text": body(LONG, first=700) + body(LONG)}),
    ("TT28", {"text": body(LONG, before=60) + body(LONG)}),
    ("TT29", {"text": body(LONG, line=340) + body(LONG)}),
    ("TT29", {"text": body(LONG, rule="atLeast") + body(LONG)}),
    ("TT29", {"text": body(LONG, line=276, rule="auto") + body(LONG)}),
    ("TT30", {"text": body(LONG) + body(f"{LONG[:-1]}./.")}),
    ("TT30", {"text": body(LONG) + body(LONG[:-1])}),
    ("TT31", {"text": body("Căn cứ Điều lệ Đảng;") + body("Căn cứ Quy chế làm việc.") + body(LONG)}),
    ("TT31", {"text": body("- Căn cứ Điều lệ Đảng,") + body("- Căn cứ Quy chế.") + body(LONG)}),
    ("TT31", {"text": body("- Căn cứ Điều lệ;", italic=True) + body("- Căn cứ Quy chế.") + body(LONG)}),
    ("TT32", {"text": body("Chương I", bold=True) + body(LONG)}),
    ("TT33", {"text": centred("Mục 1") + body(LONG)}),
    ("TT34", {"text": body("Điều 1. Nhiệm vụ") + body(LONG)}),
    ("TT34", {"text": body("Điều 1: Nhiệm vụ", bold=True) + body(LONG)}),
    ("TT40", {"authority": centred("TM. BAN THƯỜNG VỤ", bold=True)}),
    ("TT40", {"authority": centred("T/M BAN THƯỜNG VỤ")}),
    ("TT41", {"position": centred("PHÓ BÍ THƯ", bold=True)}),
    ("TT42", {"position": centred("PHÓ BÍ THƯ ĐẢNG ỦY KHỐI")}),
    ("TT43", {"position": centred("TRƯỞNG BAN")}),
    ("TT43", {"authority": centred("K/T BÍ THƯ", bold=True)}),
    ("TT44", {"name": centred("ThS. Họ và Tên", bold=True, before=1600)}),
    ("TT44", {"name": centred("Họ và Tên", before=1600)}),
    ("TT45", {"to": paragraph("Nơi nhận:")}),
    ("TT45", {"to": paragraph("Nơi nhận", underline=True)}),
    ("TT46", {"recipients": paragraph("- Tỉnh ủy,", size=12) + paragraph("- Lưu Văn phòng.", size=12)}),
    ("TT46", {"recipients": paragraph("- Tỉnh ủy;", size=14) + paragraph("- Lưu Văn phòng.", size=12)}),
    ("TT47", {"recipients": paragraph("- Tỉnh ủy;", size=12) + paragraph("- Lưu: VT.", size=12)}),
    ("TT48", {"recipients": paragraph("- Như trên;", size=12) + paragraph("- Lưu Văn phòng.", size=12)}),
    ("TT49", {"rule": centred("-----") + centred("Kính gửi: Ban Thường vụ Tỉnh ủy", italic=True)}),
    ("TT49", {"text": body(LONG) + body("Kính gửi: Tỉnh ủy.") + body(LONG)}),
    ("TT50", {"draft": centred("KHẨN")}),
    ("TT51", {"draft": centred("MẬT", bold=True)}),
    ("TT52", {"day": PARTY["day"] + centred("LƯU HÀNH NỘI BỘ", size=12)}),
    ("TT53", {"number_line": "Số      -BC/ĐU"}),
    ("TT53", {"draft": centred("Dự thảo lần 2", italic=True)}),
    ("TT54", {"recipients": PARTY["recipients"] + paragraph("VanPhong-26", size=12)}),
    ("TT58", {"name": centred("Họ và Tên", bold=True, before=200)}),
    ("TT58", {"text": body(LONG) + body(LONG, keeps=False)}),
]


@pytest.mark.parametrize(("rule", "changed"), PARTY_FAULTS)
def test_a_change_of_a_party_report_departs_from_one_rule(rule: str, changed: dict[str, str]) -> None:
    if "number_line" in changed:
        changed = {"number_text": centred(changed["number_line"])}
    assert rules(party_report(**changed)) == {rule}


STATE_FAULTS = [
    (
        "TT12",
        {
            "title": centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
            + centred(run("Độc lập - Tự do - Hạnh phúc", size=14) + line(60))
        },
    ),
    ("TT12", {"title": centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)}),
    ("TT16", {"issuer": centred("SỞ GIÁO DỤC VÀ ĐÀO TẠO", size=13, bold=True)}),
    ("TT17", {"number_text": centred("Số 12-BC/SGDĐT", size=13)}),
    ("TT23", {"subject": centred("Kết quả công tác tháng 3 năm 2024", size=14, bold=True)}),
    ("TT29", {"text": body(LONG, line=480, rule="auto") + body(LONG, line=276, rule="auto")}),
    ("TT40", {"authority": centred("K/T GIÁM ĐỐC", bold=True)}),
    ("TT41", {"position": centred("PHÓ GIÁM ĐỐC")}),
    ("TT45", {"to": paragraph("Nơi nhận:", size=14, underline=True)}),
    (
        "TT47",
        {
            "recipients": paragraph("- Ủy ban nhân dân tỉnh;", size=11)
            + paragraph("- Lưu Văn phòng.", size=11)
        },
    ),
]


@pytest.mark.parametrize(("rule", "changed"), STATE_FAULTS)
def test_a_change_of_a_state_report_departs_from_one_rule(rule: str, changed: dict[str, str]) -> None:
    assert rule in rules(state_report(**changed))


def test_a_head_without_a_table_is_no_crash_but_a_departure() -> None:
    tabbed = paragraph(
        run("ĐẢNG BỘ TỈNH LÀO CAI") + "<w:r><w:tab/></w:r>" + run("ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    )
    found = departures(docx(tabbed + paragraph("Số 12-BC/ĐU") + PARTY["kind"] + PARTY["text"]))
    assert {"TT11", "TT12", "TT13", "TT39"} <= {departure.rule for departure in found}
    assert [departure.found for departure in found if departure.rule == "TT17"] == []


def test_a_head_in_a_text_box_is_told_as_such() -> None:
    box = f"<w:p><w:r><w:txbxContent>{PARTY['issuer']}{PARTY['title']}</w:txbxContent></w:r></w:p>"
    found = departures(docx(box + PARTY["kind"] + PARTY["text"]))
    assert "khung chữ" in next(departure.found for departure in found if departure.rule == "TT11")


def test_a_letter_has_its_subject_below_its_number_and_no_title() -> None:
    letter = {
        "number_text": centred("Số 12-CV/ĐU"),
        "kind": centred("Kính gửi: Các đảng ủy cơ sở", italic=True),
    }
    about = {"draft": centred("về việc nộp báo cáo", size=12, italic=True)}
    copies = {"recipients": paragraph("- Như trên;", size=12) + paragraph("- Lưu Văn phòng.", size=12)}
    whole = letter | about | copies | {"subject": "", "rule": ""}
    assert rules(party_report(**whole)) == set()
    assert rules(party_report(**whole | {"draft": ""})) == {"TT24"}


@pytest.mark.parametrize(
    ("profile", "opening", "departs"),
    [
        ("HD36", "Về việc", False),
        ("HD36", "V/v", False),  # the guidance of 2018 does not say
        ("HD05", "về việc", False),
        ("HD05", "Về việc", False),
        ("HD05", "V/v", True),
        ("ND30", "V/v", False),
        ("ND30", "V/v:", False),
        ("ND30", "Về việc", True),
        ("ND30", "về việc", True),
    ],
)
def test_the_subject_of_a_letter_begins_as_the_side_writes_it(
    profile: str, opening: str, departs: bool
) -> None:
    upright = {"HD36": True, "HD05": True, "ND30": False}[profile]
    about = centred(f"{opening} nộp báo cáo", size=12, italic=upright)
    letter = {"kind": centred("Kính gửi: Các đảng ủy cơ sở", italic=True), "subject": "", "rule": ""}
    found = departures(party_report(number_text=centred("Số 12-CV/ĐU"), draft=about, **letter), profile)
    told = [departure.found for departure in found if departure.rule == "TT24"]
    assert told == ([f"trích yếu mở đầu bằng «{opening}»"] if departs else [])


def test_an_appendix_names_its_document_and_counts_its_own_pages() -> None:
    breaks = f"<w:p><w:pPr><w:sectPr>{TITLE_PAGE}</w:sectPr></w:pPr></w:p>"
    own_pages = f'{PAGE}<w:pgNumType w:start="1"/><w:titlePg/>'
    note = centred("(Kèm theo Báo cáo số 12-BC/ĐU, ngày 05/3/2024 của Ban Thường vụ)", italic=True)
    head = centred("Phụ lục", bold=True) + centred("Biểu số liệu", bold=True)
    assert rules(party_report(behind=breaks + head + note + centred("-----"), section=own_pages)) == set()
    assert rules(party_report(behind=breaks + head, section=PAGE + "<w:titlePg/>")) == {"TT09", "TT56"}


def test_rows_of_a_table_stay_whole_under_a_head_on_every_page() -> None:
    lines = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'
    rows = [(paragraph("Đơn vị", size=12), paragraph("Số", size=12))] * 3
    whole = table(*rows, properties=lines, row="<w:cantSplit/><w:tblHeader/>")
    assert rules(party_report(text=whole + PARTY["text"])) == set()
    torn = departures(party_report(text=table(*rows, properties=lines) + PARTY["text"]))
    assert [(one.rule, one.weight) for one in torn] == [("TT57", Gravity.NOTE)] * 2


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (party_report(day=centred("Lào Cai, ngày 26 tháng 5 năm 2026", italic=True)), "HD36"),
        (party_report(day=centred("Lào Cai, ngày 27 tháng 5 năm 2026", italic=True)), "HD05"),
        (party_report(day=centred("Lào Cai, ngày      tháng 4 năm 2026", italic=True)), "HD36"),
        (party_report(day=""), "HD05"),
        (state_report(), "ND30"),
        (state_report(title=""), "ND30"),
    ],
)
def test_the_profile_follows_the_national_title_and_the_day(data: bytes, name: str) -> None:
    assert profile_of(read_document(data)).name == name


def test_a_named_profile_is_taken_at_its_word() -> None:
    assert "TT12" in rules(party_report(), "ND30")
    with pytest.raises(KeyError):
        rules(party_report(), "HD99")


def test_lines_of_24_points_keep_the_guidance_of_2018_and_not_that_of_2026() -> None:
    wide = {"text": body(LONG, line=480)}
    assert rules(party_report(**wide), "HD36") == set()
    assert rules(party_report(**wide), "HD05") == {"TT29"}


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({"number_text": centred("Số: 7 - TB/BTGTU")}, "«Số 07-TB/BTGTU»"),
        ({"number_text": centred("Số 12/BC-ĐU")}, "«Số 12-BC/ĐU»"),
        (
            {"day": centred("Lào Cai ngày 9 tháng 03 năm 2024", italic=True)},
            "«Lào Cai, ngày 09 tháng 3 năm 2024»",
        ),
    ],
)
def test_a_number_and_a_day_are_shown_as_they_should_be(changed: dict[str, str], right: str) -> None:
    assert {departure.expected for departure in departures(party_report(**changed))} == {right}


def test_one_fault_of_many_paragraphs_is_one_departure_that_counts_them() -> None:
    found = departures(party_report(text=body(LONG, size=13) * 5))
    assert [(one.rule, one.found) for one in found] == [("TT25", "cỡ 13 (5 đoạn)")]


def test_every_departure_says_what_to_do_in_the_words_of_the_office() -> None:
    for rule, changed in PARTY_FAULTS:
        if "number_line" not in changed:
            for one in departures(party_report(**changed)):
                told = f"{one.place}{one.found}{one.expected}{one.advice}"
                assert all((one.place, one.found, one.expected)), rule
                assert one.advice.endswith(".")
                assert "{" not in told


@pytest.mark.parametrize("profile", profiles())
def test_every_rule_that_a_profile_knows_has_a_check_and_words(profile: object) -> None:
    assert set(RULES) == set(WORDS)
    for name in RULES:
        assert profile_named("HD36").rule(name).is_on, name


def test_only_a_profile_of_its_day_is_in_force() -> None:
    assert [one.name for one in profiles() if one.holds_on(date(2026, 5, 26))] == ["HD36", "ND30"]
    assert [one.name for one in profiles() if one.holds_on(date(2026, 5, 27))] == ["HD05", "ND30"]
