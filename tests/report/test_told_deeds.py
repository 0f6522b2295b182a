"""A deed that stands out in its field is not told among the results once more; what units plan is theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.records import Directive
from khoagiao_xl.model.report_records import OfficeWords, ToldRow, WordsOrigin
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.report_sections import section_paragraphs
from khoagiao_xl.report.template_filling import NEW_PARAGRAPH, fill
from khoagiao_xl.report.told_lines import in_sentence

Content = Callable[..., ReportContent]
TREES = ToldRow(
    "2024-M01", "SYT", "NB", "NB1", text="Ra quân trồng cây xanh", choice="Bảo hiểm y tế, bảo hiểm xã hội"
)
DEEDS = {
    "Ra quân trồng cây xanh; thay túi ni-lông.": "- Thay túi ni-lông (Bưu điện).",
    "Ra quân trồng cây xanh.": "- Ra quân trồng cây xanh (Bưu điện).",
    "Mở hai lớp; thay túi ni-lông.": "- Mở hai lớp; thay túi ni-lông (Bưu điện).",
}

MANY = "; ".join(f"Đơn vị {letter}" for letter in "ABCDEG")


def told(content: ReportContent, tag: str) -> list[str]:
    return str(fill(content)[tag]).split(NEW_PARAGRAPH)


@pytest.mark.parametrize("text", DEEDS)
def test_of_a_deed_that_a_field_tells_the_rest_is_told(content: Content, text: str) -> None:
    made = content("2024-M01", details=(TREES,), narratives=(Narrative("Bưu điện", "KG602", text),))
    assert told(made, "uu_diem")[-1] == DEEDS[text]


EARLIER = {
    "2024-Q1": (
        Narrative("Sở Y tế", "KG602", "Trao học bổng."),
        Narrative("Báo", "KG603", "Thiếu người làm."),
    )
}


def test_the_deeds_of_a_half_and_a_year_are_those_of_all_its_reports_and_say_so(content: Content) -> None:
    now = (Narrative("Bưu điện", "KG602", "Trao học bổng."),)
    made = content("2024-Y", narratives=now, earlier_words=EARLIER)
    assert told(made, "uu_diem")[-2:] == [
        "Các đơn vị nêu cách làm, kết quả nổi bật trong báo cáo quý I, năm:",
        "- Trao học bổng (Bưu điện, Sở Y tế).",
    ]


def test_its_limits_are_those_of_the_same_reports(content: Content) -> None:
    now = (Narrative("Bưu điện", "KG603", "Thiếu người làm do mới sắp xếp."),)
    made = content("2024-Y", narratives=now, earlier_words=EARLIER, reviews=())
    assert told(made, "han_che")[-2:] == [
        "Các đơn vị nêu khó khăn, hạn chế trong báo cáo quý I, năm:",
        "- Báo, Bưu điện: thiếu người làm.",
    ]
    assert (
        "việc thiếu người làm là do mới sắp xếp (theo báo cáo của đơn vị nêu trên)"
        in told(made, "nguyen_nhan")[0]
    )


def test_those_of_a_quarter_are_its_own(content: Content) -> None:
    made = content("2024-Q1", narratives=(), earlier_words={"2024-M01": EARLIER["2024-Q1"]})
    assert "học bổng" not in " ".join(told(made, "uu_diem"))
    assert "hiếu người" not in " ".join(told(made, "han_che"))


PLANNED = "Mở lớp về chuyển đổi số."
PLANS: Sequence[tuple[str, str]] = (("Sở Y tế", "- Sở Y tế: "), (MANY, "- 06 đơn vị (nêu tên tại Phụ lục"))


def test_what_a_unit_plans_and_nobody_picked_is_no_part_of_the_report(content: Content) -> None:
    made = content(narratives=(Narrative("Sở Y tế", "KG604", PLANNED),))
    assert PLANNED not in str(fill(made))


@pytest.mark.parametrize(("units", "said"), PLANS)
def test_what_units_plan_and_the_office_picked_stands_below_its_tasks(
    content: Content, units: str, said: str
) -> None:
    words = OfficeWords("2024-Q1", "Nhiệm vụ trọng tâm kỳ tới", PLANNED, units, WordsOrigin.UNIT, "nhận")
    narratives = tuple(Narrative(unit, "KG604", PLANNED) for unit in units.split("; "))
    made = content(narratives=narratives, office_words=(words,))
    *_, opening, plan = told(made, "nhiem_vu")
    assert (opening, plan.endswith(in_sentence(PLANNED))) == ("Nhiệm vụ các đơn vị nêu:", True)
    assert unmarked(plan).replace("\u00a0", " ").startswith(said)
    assert (PLANNED in str(fill(made)["y_kien"])) is (units == MANY)


def test_the_same_opening_in_two_fields_does_not_name_them(content: Content) -> None:
    rows = [
        ToldRow("2024-M01", "SYT", "NB", "NB1", text=f"Việc {at}", choice=choice)
        for at, choice in enumerate(("Bảo hiểm y tế, bảo hiểm xã hội", "Giáo dục") * 2)
    ]
    made = content("2024-M01", details=tuple(rows))
    for tag in ("muc_2_1", "muc_2_3"):
        assert not any("lĩnh vực" in line for line in told(made, tag))


LACKING = {
    "day and subject": (
        Directive("238-QĐ/TW", "Quyết định", None, "Ban Bí thư"),
        " (bổ sung ngày, trích yếu)",
    ),
    "subject": (Directive("238-QĐ/TW", "Quyết định", date(2020, 1, 1), "Ban Bí thư"), " (bổ sung trích yếu)"),
    "issuer": (
        Directive("238-QĐ/TW", "Quyết định", date(2020, 1, 1), "", "về A"),
        " (bổ sung cơ quan ban hành)",
    ),
    "nothing": (Directive("238-QĐ/TW", "Quyết định", date(2020, 1, 1), "Ban Bí thư", "về A"), ""),
}


@pytest.mark.parametrize("case", LACKING)
def test_a_draft_marks_what_nobody_knows_of_a_directive_at_its_first_mention(case: str) -> None:
    directive, place = LACKING[case]
    citations = Citations([directive], is_draft=True)
    assert citations.cite("238-QĐ/TW").endswith(place)
    assert "bổ sung" not in citations.cite("238-QĐ/TW")
    assert "bổ sung" not in Citations([directive]).cite("238-QĐ/TW")


def test_a_mark_behind_such_a_place_stays_when_the_place_is_filled(content: Content, total: Any) -> None:
    (directive, _) = LACKING["day and subject"]
    facts = {"counted": 85, "provisional": True}
    figures = (total("KG501", 86, **facts),)
    made = content(totals=figures, directives=(directive,))
    citations = Citations([directive], is_draft=True)
    (line,) = section_paragraphs(made, "muc_5", "92/92", citations)
    assert "của Ban Bí thư (bổ sung ngày, trích yếu) (số liệu của 85 đơn vị)." in unmarked(line)


ONLY_WORDS = {
    "uu_diem": ("KG602", "Các đơn vị nêu cách làm, kết quả nổi bật:"),
    "han_che": ("KG603", "Các đơn vị nêu khó khăn, hạn chế:"),
}


@pytest.mark.parametrize("tag", ONLY_WORDS)
def test_a_list_of_words_of_units_has_its_opening_where_no_figure_stands_before_it(
    content: Content, tag: str
) -> None:
    code, opening = ONLY_WORDS[tag]
    first, item = told(content(narratives=(Narrative("Sở Y tế", code, "Việc riêng."),), reviews=()), tag)
    assert first == opening
    assert item.startswith("- ")


CLOSINGS = {
    "one": (("Mở hai lớp.",), ["- Mở hai lớp (Đơn vị 0)."]),
    "several": (
        ("Mở hai lớp", "Trồng cây."),
        ["- Mở hai lớp (Đơn vị 0);", "- Trồng cây (Đơn vị 1)."],
    ),
    "one of several sentences": (
        ("Mở hai lớp. Trồng cây.", "Trao quà."),
        ["- Mở hai lớp. Trồng cây (Đơn vị 0).", "- Trao quà (Đơn vị 1)."],
    ),
}


@pytest.mark.parametrize("case", CLOSINGS)
def test_items_of_a_list_are_closed_like_those_of_other_lists(content: Content, case: str) -> None:
    texts, lines = CLOSINGS[case]
    said = tuple(Narrative(f"Đơn vị {at}", "KG602", text) for at, text in enumerate(texts))
    assert told(content(narratives=said, reviews=()), "uu_diem")[1:] == lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Một số buổi chưa sâu", "một số buổi chưa sâu"),
        ("Ban Tuyên giáo thiếu tài liệu", "Ban Tuyên giáo thiếu tài liệu"),
        ("Ban hành kế hoạch chậm", "ban hành kế hoạch chậm"),
        ("Lào Cai mưa lũ kéo dài", "Lào Cai mưa lũ kéo dài"),
        ("UBND phường chậm trả lời", "UBND phường chậm trả lời"),
        ("Chậm", "chậm"),
        ("", ""),
    ],
)
def test_behind_a_colon_stands_a_small_letter_but_for_a_name(text: str, shown: str) -> None:
    assert in_sentence(text) == shown
