"""Nobody is praised for a directive in the report that names it for not having done its part of it, or late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Task
from khoagiao_xl.model.report_records import OfficeWords, ToldRow, WordsOrigin
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.office_words import is_kept_out
from khoagiao_xl.report.own_words_checks import told_of_own_words
from khoagiao_xl.report.template_filling import NEW_PARAGRAPH, fill

Content = Callable[..., ReportContent]
DAY = date(2024, 6, 20)
HALF = Deadline("2024-H1", date(2023, 12, 15), date(2024, 6, 14), date(2024, 6, 17), DAY, DAY)
PLAN = Task(
    "NV02", "", "", "Ban hành kế hoạch thực hiện Nghị quyết số 45-NQ/TW và Kế hoạch số 20-KH/TW", "",
    "Các chi bộ", directives=("45-NQ/TW", "20-KH/TW"), due=date(2024, 3, 31), status="xong",
)  # fmt: skip
NAMES = {"SYT": "Sở Y tế", "STP": "Sở Tư pháp"}
STUDIED = "Tổ chức hội nghị quán triệt Nghị quyết số 45-NQ/TW đến toàn thể đảng viên."
THEME = "Bảo hiểm y tế, bảo hiểm xã hội"
BOTH = tuple(Narrative(unit, "KG602", STUDIED) for unit in ("Sở Y tế", "Sở Du lịch"))


def told(content: ReportContent, tag: str = "uu_diem") -> list[str]:
    return unmarked(str(fill(content)[tag])).split(NEW_PARAGRAPH)


@pytest.fixture
def lacking(content: Content, total: Any) -> Callable[..., ReportContent]:
    """Return a maker of half-years in which two units have no plan for 45-NQ/TW."""

    def make(**facts: Any) -> ReportContent:
        counted = total("KG111", 87, "có/không", counted=89, period="2024-H1")
        base = {
            "totals": (counted,),
            "tasks": (PLAN,),
            "deadline": HALF,
            "today": DAY,
            "said_no": {"2024-H1": {"KG111": tuple(NAMES)}},
            "unit_names": NAMES,
            "narratives": BOTH,
        }
        return content("2024-H1", **{**base, **facts})

    return make


def test_who_has_no_plan_for_a_directive_is_not_praised_for_it(lacking: Callable[..., ReportContent]) -> None:
    assert told(lacking())[-1] == f"- {STUDIED[:-1]} (Sở Du lịch)."
    assert "Sở Y tế" in " ".join(told(lacking(), "han_che"))


def test_nor_for_the_plan_that_the_same_task_carries_out(lacking: Callable[..., ReportContent]) -> None:
    other = tuple(replace(each, text="Quán triệt Kế hoạch 20-KH/TW.") for each in BOTH)
    assert told(lacking(narratives=other))[-1] == "- Quán triệt Kế hoạch 20-KH/TW (Sở Du lịch)."


def test_who_did_it_late_is_not_praised_for_it(content: Content, total: Any) -> None:
    before = total("KG111", 87, "có/không", counted=89, period="2024-H1")
    made = content(
        "2024-Y",
        totals=(replace(before, value=89, period="2024-Y"),),
        tasks=(PLAN,),
        deadline=replace(HALF, period="2024-Y"),
        today=date(2024, 12, 10),
        last_days={"2024-H1": HALF.ends},
        earlier={"2024-H1": [before]},
        said_no={"2024-H1": {"KG111": tuple(NAMES)}},
        unit_names=NAMES,
        narratives=BOTH,
    )
    assert told(made)[-1] == f"- {STUDIED[:-1]} (Sở Du lịch)."


def test_what_else_it_is_proud_of_is_told(lacking: Callable[..., ReportContent]) -> None:
    other = Narrative("Sở Y tế", "KG602", "Trao học bổng cho con cán bộ.")
    assert told(lacking(narratives=(other,)))[-1] == "- Trao học bổng cho con cán bộ (Sở Y tế)."


def test_that_nobody_told_of_a_deed_is_not_said_where_it_was_left_out(
    lacking: Callable[..., ReportContent],
) -> None:
    assert told(lacking(narratives=BOTH[:1])) == ["(Bổ sung ưu điểm, kết quả nổi bật)"]


def test_what_stands_out_in_a_field_praises_nobody_either(lacking: Callable[..., ReportContent]) -> None:
    row = ToldRow("2024-Q1", "SYT", "NB", "NB1", text="Tọa đàm về 45-NQ/TW", choice=THEME)
    made = replace(lacking(), period=Period.parse("2024-Q1"))
    assert "tọa đàm" in " ".join(told(replace(made, details=(replace(row, unit="SDL"),)), "muc_2_3"))
    assert "tọa đàm" not in " ".join(told(replace(made, details=(row,)), "muc_2_3"))


def picked(units: str) -> OfficeWords:
    return OfficeWords("2024-H1", "Ưu điểm, kết quả nổi bật", STUDIED, units, WordsOrigin.UNIT, "nhận")


def test_picked_words_name_the_others_and_the_office_is_told(lacking: Callable[..., ReportContent]) -> None:
    words = picked("Sở Y tế; Sở Du lịch")
    made = lacking(office_words=(words,))
    assert told(made)[-1] == f"- {STUDIED[:-1]} (Sở Du lịch)."
    year: Any = SimpleNamespace(office_words=[words], deadlines={"2024-H1": HALF})
    (note,) = told_of_own_words(year, made)
    assert "báo cáo không nêu tên Sở Y tế, vì cũng trong báo cáo này" in note


def test_picked_words_of_nobody_else_stay_out(lacking: Callable[..., ReportContent]) -> None:
    assert is_kept_out(picked("Sở Y tế; Sở Tư pháp"), lacking())
    assert not is_kept_out(picked("Sở Y tế; Sở Du lịch"), lacking())
