"""A deed that stands out in its field is not told among the results once more; what units plan is theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from khoagiao_xl.model.records import Directive
from khoagiao_xl.model.report_records import ToldRow
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.template_filling import NEW_PARAGRAPH, fill

Content = Callable[..., ReportContent]
TREES = ToldRow(
    "2024-M01", "SYT", "NB", "NB1", text="Ra quân trồng cây xanh", choice="Bảo hiểm y tế, bảo hiểm xã hội"
)
DEEDS = {
    "Ra quân trồng cây xanh; thay túi ni-lông.": "- Thay túi ni-lông (Bưu điện).",
    "Ra quân trồng cây xanh.": "- Ra quân trồng cây xanh (Bưu điện).",
    "Mở hai lớp; thay túi ni-lông.": "- Mở hai lớp; thay túi ni-lông (Bưu điện).",
}


def told(content: ReportContent, tag: str) -> list[str]:
    return str(fill(content)[tag]).split(NEW_PARAGRAPH)


@pytest.mark.parametrize("text", DEEDS)
def test_of_a_deed_that_a_field_tells_the_rest_is_told(content: Content, text: str) -> None:
    made = content("2024-M01", details=(TREES,), narratives=(Narrative("Bưu điện", "KG602", text),))
    assert told(made, "uu_diem")[-1] == DEEDS[text]


def test_what_a_unit_plans_stands_in_the_annex_and_is_no_task_of_the_committee(content: Content) -> None:
    text = "Mở lớp về chuyển đổi số."
    made = content(narratives=(Narrative("Sở Y tế", "KG604", text),))
    assert text not in "".join(told(made, "nhiem_vu"))
    assert any(row["noi_dung"] == text for row in fill(made)["y_kien"] if not row["nhom"])


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
