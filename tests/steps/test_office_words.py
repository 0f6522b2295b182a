"""«Lời báo cáo» and the report: proposals written into the sheet, the office's words and ticks in the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.report_records import ACCEPTED, DROPPED, PROPOSED
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.steps import consolidate, write_report
from tests.steps.small_year import job, small_year

MONTH = "2024-M01"
SAID = "Kinh phí cho công tác khoa giáo hạn hẹp."
VERDICT = "Trong tháng 1 năm 2024, theo số liệu của 1/3 đơn vị, các cấp ủy tổ chức 03 cuộc tuyên truyền"


def year(*words: dict[str, Any], said: str = SAID, **figures: int) -> Year:
    """Return a year in which unit A has reported for January, with rows in the sheet of the office's words."""
    rows = [
        {"period": MONTH, "origin": "cơ quan", "units": "", "status": "", "code": "", **row} for row in words
    ]
    told = {"period": MONTH, "unit": "A", "code": "KG603", "text": said}
    before = small_year(
        {MONTH: {"A": {"KG110": 7, "KG201": 3, **figures}}},
        tblTongHop=[],
        tblLoiBaoCao=rows,
        tblThuyetMinh=[told],
    )
    return before.with_tables(consolidate.work(before, job(MONTH)).tables)


def report(of: Year) -> Changes:
    return write_report.work(of, job(MONTH, Path("bao-cao")))


def docx(of: Year) -> bytes:
    (file,) = report(of).files
    return file.bytes()


def text(of: Year) -> str:
    return "\n".join(paragraphs_of(docx(of)))


def after(of: Year) -> Year:
    """Return the year once its report has been written."""
    return of.with_tables(report(of).tables)


def rows(of: Year, origin: str) -> list[tuple[str, str, str]]:
    found = [row for row in of.office_words if row.origin == origin]
    return [(row.section, row.text, row.status) for row in found]


def with_row(of: Year, code: str, **cells: str) -> Year:
    """Return the year with cells of one row typed over."""
    named = {schema.OFFICE_WORDS.column_of(name).name: value for name, value in cells.items()}
    typed = [
        {**row, **named} if str(row["Mã"]).startswith(code) else row for row in of.raw(schema.OFFICE_WORDS)
    ]
    return of.with_tables({schema.OFFICE_WORDS.name: typed})


def test_the_report_writes_its_proposals_into_the_sheet() -> None:
    proposed = rows(after(year()), "chương trình")
    assert ("Nhận định chung", PROPOSED) in [(section, status) for section, _, status in proposed]
    assert rows(after(year()), "đơn vị") == [("Hạn chế, khó khăn", SAID, PROPOSED)]


def test_the_answer_says_how_many_proposals_nobody_has_decided_on() -> None:
    count = len(rows(after(year()), "chương trình"))
    assert any(f"còn {count} câu chương trình đề xuất" in told for told in report(year()).outcome.details)


def test_a_second_report_changes_nothing_in_the_sheet() -> None:
    assert report(after(year())).tables == {}


def test_a_proposal_nobody_dropped_stands_in_the_report() -> None:
    assert VERDICT in text(year())


def test_a_dropped_proposal_stands_neither_in_the_report_nor_comes_back() -> None:
    dropped = with_row(after(year()), "nhan_dinh", status=DROPPED)
    assert VERDICT not in text(dropped)
    assert rows(after(dropped), "chương trình")[0][2] == DROPPED


def test_a_rewritten_proposal_stands_in_its_own_words() -> None:
    own = with_row(after(year()), "nhan_dinh", text="Nền nếp báo cáo chưa tốt.", status=ACCEPTED)
    assert ("Nền nếp báo cáo chưa tốt." in text(own), VERDICT in text(own)) == (True, False)


def test_the_offices_own_words_stand_at_the_end_of_their_section_with_live_figures() -> None:
    own = year(
        {"section": "3. Kiểm tra, giám sát", "text": "Cả khối có {{ KG110 }} {{ KG110.don_vi_tinh }}."}
    )
    assert "Cả khối có 07 lượt người." in text(own)
    assert ("KG110@2024-M01", "07") in read_keys(docx(own))


def test_words_for_another_period_stand_in_no_report_but_theirs() -> None:
    other = year({"period": "2024-M02", "section": "3. Kiểm tra, giám sát", "text": "Lời tháng 2."})
    assert "Lời tháng 2." not in text(other)
    assert ("3. Kiểm tra, giám sát", "Lời tháng 2.", "") in rows(after(other), "cơ quan")


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        ("Có {{ KG1l0 }} lượt.", "LB-06", "«KG110»"),
        ("Có {{ KG110.luyke }} lượt.", "LB-06", "«luy_ke»"),
        ("Có {{ KG110 } lượt.", "LB-09", "thẻ viết sai"),
    ],
)
def test_a_slip_in_the_offices_words_is_told_with_its_place(words: str, code: str, named: str) -> None:
    with pytest.raises(WrongRequest) as stopped:
        report(year({"section": "3. Kiểm tra, giám sát", "text": words}))
    assert (stopped.value.code, named in str(stopped.value)) == (code, True)


def test_words_for_a_section_that_no_report_has_are_told_with_the_nearest() -> None:
    with pytest.raises(WrongRequest, match=r"Có phải là «3\. Kiểm tra, giám sát»") as stopped:
        report(year({"section": "3 Kiểm tra giám sát", "text": "Lời."}))
    assert stopped.value.code == "LB-07"


def test_words_for_a_section_that_this_report_has_not_are_told() -> None:
    details = report(year({"section": "Căn cứ", "text": "Lời."})).outcome.details
    assert any("lời «Lời.» không vào báo cáo vì mẫu «bao-cao-thang.docx»" in told for told in details)


def test_lessons_in_a_month_are_told_with_their_words_and_the_tag_that_makes_a_place() -> None:
    details = report(year({"section": "Bài học kinh nghiệm", "text": "Phải bám cơ sở."})).outcome.details
    assert any("«Phải bám cơ sở.»" in told and "{{ bai_hoc }}" in told for told in details)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [("M01", "Ghi «2024-M01»."), ("2024-M1", "Ghi «2024-M01»."), ("tháng một", "Chọn một kỳ")],
)
def test_own_words_for_a_period_that_is_none_are_told_with_what_to_write(typed: str, advice: str) -> None:
    own = year({"period": typed, "section": "3. Kiểm tra, giám sát", "text": "Lời lạc."})
    (told,) = [each for each in report(own).outcome.details if "Lời lạc." in each]
    assert (f"ô «Kỳ» ghi «{typed}»" in told, advice in told) == (True, True)


def test_a_number_of_the_office_that_no_figure_has_is_told_and_stays() -> None:
    own = year({"section": "3. Kiểm tra, giám sát", "text": "Cả khối có 999 lượt, còn thấp."})
    assert "Cả khối có 999 lượt, còn thấp." in text(own)
    (told,) = [each for each in report(own).outcome.details if "999 lượt" in each]
    assert ("có số 999 không có trong số liệu" in told, "{{ KG201 }}" in told) == (True, True)


@pytest.mark.parametrize(
    "words",
    [
        "Cả khối có 07 lượt.",
        "Cả khối có {{ KG110 }} lượt.",
        "Theo Kế hoạch số 11-KH/ĐUK, ngày 05/3/2024, thực hiện Nghị quyết 29-NQ/TW trong năm 2024.",
    ],
)
def test_numbers_of_figures_of_days_and_of_documents_are_no_matter(words: str) -> None:
    own = year({"section": "3. Kiểm tra, giám sát", "text": words})
    assert not any("không có trong số liệu" in told for told in report(own).outcome.details)


def test_a_proposal_stands_in_the_section_that_a_person_moved_it_to() -> None:
    moved = with_row(after(year()), "nhan_dinh", section="Nguyên nhân", status=ACCEPTED)
    before, _, behind = text(moved).partition("Nguyên nhân")
    assert (VERDICT in before, VERDICT in behind) == (False, True)
    assert rows(after(moved), "chương trình")[0][0] == "Nguyên nhân"


def test_a_section_that_no_list_has_is_advised_about_as_a_cell_of_the_sheet() -> None:
    with pytest.raises(WrongRequest, match="danh sách của cột «Mục»"):
        report(year({"section": "Zzzz qqqq", "text": "Lời."}))


def test_what_is_no_code_in_a_tag_is_told_so() -> None:
    with pytest.raises(WrongRequest, match="chỉ ghi mã của một chỉ tiêu"):
        report(year({"section": "3. Kiểm tra, giám sát", "text": "Có {{ 7*7 }} lượt."}))
    with pytest.raises(WrongRequest, match="chỉ ghi mã của một chỉ tiêu"):
        report(year({"section": "3. Kiểm tra, giám sát", "text": "Có {{ zzzz }} lượt."}))


def test_units_words_that_were_picked_stand_alone() -> None:
    picked = with_row(after(year(said="Lời {{ 7*7 }} khó.")), "DV-", status=ACCEPTED)
    assert "Đơn vị A: lời {{ 7*7 }} khó." in text(picked)


def test_a_cause_that_the_figures_belie_is_left_out_although_picked_and_told_with_what_to_do() -> None:
    low = "Đảng viên ở xa nên tỷ lệ dự học tập chưa cao."
    picked = with_row(after(year(said=low, KG107=50, KG108=50, KG109=100)), "DV-", status=ACCEPTED)
    assert low not in text(picked)
    assert any(
        f"lời của đơn vị «{low}» trái với số liệu của kỳ nên để ngoài báo cáo" in told
        for told in report(picked).outcome.details
    )
