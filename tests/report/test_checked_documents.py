"""The check of layout and words finds nothing, be it a note, in any document that the tool makes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.layout.document_check import Measure, check_document
from khoagiao_xl.model.records import Directive
from khoagiao_xl.model.report_records import ToldRow
from khoagiao_xl.report.cited_text import cited_in
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.template_filling import fill
from tests.report.kind_documents import MISSING, duties, office, words, written
from tests.report.official_documents import CITED, DOCUMENTS, OTHER_KINDS, Made, make, make_other
from tests.steps.small_year import SETTINGS

Content = Callable[..., Any]
CULTURE = "Văn hóa, gia đình, trẻ em (Đề án 03-ĐA/TU)"
PLAN = Directive(
    "03-ĐA/TU", "Đề án", date(2020, 12, 11), "Tỉnh ủy Lào Cai", "Phát triển văn hóa, du lịch tỉnh Lào Cai"
)
INSPECTED = ToldRow("2024-M03", "SYT", "KT", "KT1", text="Chi bộ 1", choice=CULTURE, first=1.0, second=1.0)


def departures(docx: bytes) -> list[str]:
    checked = check_document(docx, "thử.docx", Measure())
    return [f"{each.rule} {each.place}: {each.found}" for each in checked.departures]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_departs_in_a_report(name: str, content: Content) -> None:
    assert departures(make(DOCUMENTS[name], content)) == []


@pytest.mark.parametrize("name", OTHER_KINDS)
def test_nothing_departs_in_a_document_of_another_kind(name: str) -> None:
    assert departures(make_other(name)) == []


def test_a_directive_that_the_topic_of_an_inspection_names_is_cited_in_full(content: Content) -> None:
    facts = {"directives": (PLAN,), "reviews": (), "details": (INSPECTED,)}
    made = Made("2024", date(2024, 3, 20), "2024-Q1", facts)
    assert departures(make(made, content)) == []


def test_the_topic_of_an_inspection_is_told_with_its_directive(content: Content) -> None:
    made = content("2024-Q1", directives=(PLAN,), reviews=(), details=(INSPECTED,))
    whole = fill(made)["muc_3"]
    assert "(Đề án số 03-ĐA/TU, ngày 11/12/2020 của Tỉnh ủy Lào Cai về phát triển văn hóa" in whole


TASKS = [
    ("Quán triệt Đề án 03-ĐA/TU", "Quán triệt Đề án số 03-ĐA/TU, ngày 11/12/2020 của Tỉnh ủy Lào Cai về"),
    ("Quán triệt Đề án số 03-ĐA/TU", "Quán triệt Đề án số 03-ĐA/TU, ngày 11/12/2020 của Tỉnh ủy Lào Cai về"),
    ("Quán triệt Đề án 3 - ĐA/TU", "Quán triệt Đề án số 03-ĐA/TU, ngày 11/12/2020 của Tỉnh ủy Lào Cai về"),
    ("Quán triệt Đề án 04-ĐA/TU", "Quán triệt Đề án 04-ĐA/TU"),
    ("Quán triệt đề án của tỉnh", "Quán triệt đề án của tỉnh"),
    ("Thực hiện Đề án 03-ĐA/TU của Tỉnh ủy về văn hóa", "Thực hiện Đề án 03-ĐA/TU của Tỉnh ủy về văn hóa"),
    ("Thực hiện Đề án 03-ĐA/TU về văn hóa", "Thực hiện Đề án 03-ĐA/TU về văn hóa"),
    ("Thực hiện Đề án 03-ĐA/TU “Văn hóa”", "Thực hiện Đề án 03-ĐA/TU “Văn hóa”"),
    ("Thực hiện các Đề án 03-ĐA/TU, 04-ĐA/TU", "Thực hiện các Đề án 03-ĐA/TU, 04-ĐA/TU"),
    ("Thực hiện các Đề án 03-ĐA/TU và 04-ĐA/TU", "Thực hiện các Đề án 03-ĐA/TU và 04-ĐA/TU"),
    (
        "Thực hiện Đề án 03-ĐA/TU, Kết luận 49-KL/TW",
        "Thực hiện Đề án số 03-ĐA/TU, ngày 11/12/2020 của Tỉnh ủy Lào Cai về phát triển",
    ),
    (
        "Đề án 03-ĐA/TU: kiểm tra 02 đơn vị",
        "Đề án số 03-ĐA/TU, ngày 11/12/2020 của Tỉnh ủy Lào Cai về phát triển văn hóa, du lịch tỉnh Lào Cai: kiểm",
    ),
    (
        "Thực hiện Kế hoạch số 08-KH/ĐUK, ngày 25/01/2024 về Đề án 03-ĐA/TU",
        "Thực hiện Kế hoạch số 08-KH/ĐUK, ngày 25/01/2024 về Đề án 03-ĐA/TU",
    ),
]


@pytest.mark.parametrize(("text", "told"), TASKS)
def test_a_told_text_cites_in_full_what_comes_for_the_first_time(text: str, told: str) -> None:
    citations = Citations([PLAN])
    assert cited_in(text, citations).startswith(told)


def test_a_told_text_gives_what_has_been_cited_its_word_for_number() -> None:
    citations = Citations([PLAN])
    citations.note("Đề án số 03-ĐA/TU, ngày 11/12/2020 của Tỉnh ủy Lào Cai")
    assert cited_in("Kiểm tra Đề án 03-ĐA/TU", citations) == "Kiểm tra Đề án số 03-ĐA/TU"


STATE = [{"key": key, "value": value} for key, value in {**SETTINGS, "ho_so": "so-giao-duc"}.items()]


@pytest.mark.parametrize("profile", ["2024", "so-giao-duc"])
@pytest.mark.parametrize(("kind", "about"), [("", {}), *OTHER_KINDS.values()])
def test_nothing_departs_in_what_either_side_issues(kind: str, about: dict[str, Any], profile: str) -> None:
    settings = [{"key": key, "value": value} for key, value in {**SETTINGS, "ho_so": profile}.items()]
    known = [{**vars(cited), "status": "nhận"} for cited in CITED]
    assert departures(written(kind, office(tblCauHinh=settings, tblVanBan=known), **about)) == []


def test_a_letter_of_a_body_of_the_state_begins_its_subject_with_two_letters() -> None:
    owing = duties(A=MISSING)
    assert "V/v đôn đốc chế độ báo cáo công tác khoa giáo tháng 1 năm 2024" in words(
        "cong_van", office(tblCauHinh=STATE, tblTiepNhan=owing)
    )
    assert "Về việc đôn đốc chế độ báo cáo công tác khoa giáo tháng 1 năm 2024" in words(
        "cong_van", office(tblTiepNhan=owing)
    )
