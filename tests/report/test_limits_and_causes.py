"""What a unit lacks stands among the limits, why among the causes; a cause that nobody wrote waits for the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from khoagiao_xl.model.records import Review
from khoagiao_xl.model.report_records import ACCEPTED, PROPOSED, OfficeWords, WordsOrigin
from khoagiao_xl.report.content import Narrative, ReportContent
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.limits_and_causes import limit_and_cause
from khoagiao_xl.report.proposed_causes import proposed_causes
from khoagiao_xl.report.template_filling import NEW_PARAGRAPH, fill
from khoagiao_xl.report.word_choices import WordChoices

Content = Callable[..., ReportContent]
NOT_DEEP = "Một số buổi sinh hoạt lồng ghép nội dung chưa sâu do trùng đợt cao điểm chuyên môn."
LATE = Review("Tổng kết", 10, "24-NQ/TW", date(2023, 6, 3), code="ST01")


def told(content: ReportContent, tag: str) -> str:
    return unmarked(fill(content)[tag])


def test_a_limit_and_its_cause_stand_each_in_its_place(content: Content) -> None:
    made = content(narratives=(Narrative("Sở Y tế", "KG603", NOT_DEEP),), reviews=())
    assert told(made, "han_che").endswith("Sở Y tế: một số buổi sinh hoạt lồng ghép nội dung chưa sâu.")
    assert told(made, "nguyen_nhan").endswith(
        "Về khách quan: việc một số buổi sinh hoạt lồng ghép nội dung chưa sâu là do trùng đợt cao điểm chuyên môn "
        "(theo báo cáo của đơn vị nêu trên)."
    )


HALVES = {
    "Đảng viên đi công tác địa bàn xa nên tỷ lệ dự học tập chưa cao": (
        "Tỷ lệ dự học tập chưa cao.",
        "Đảng viên đi công tác địa bàn xa.",
    ),
    "Cuộc thi do Sở Y tế tổ chức được nhiều người dự": None,
    "Nguyên nhân khách quan: tài liệu chưa đủ do in chậm": None,
    "Một số buổi chưa sâu": None,
}


@pytest.mark.parametrize("text", HALVES)
def test_only_what_lacks_something_for_a_reason_has_two_halves(text: str) -> None:
    assert limit_and_cause(text) == HALVES[text]


def accepted(status: str) -> OfficeWords:
    text = "Chủ quan: việc giao chủ trì còn chậm."
    return OfficeWords(
        "2024-Q1", "Nguyên nhân", text, origin=WordsOrigin.TOOL, status=status, code="nguyen_nhan.so_ket"
    )


def test_a_late_review_proposes_a_cause(content: Content) -> None:
    assert [key for key, _ in proposed_causes(content(reviews=(LATE,)))] == ["so_ket"]
    assert list(proposed_causes(content(reviews=()))) == []


@pytest.mark.parametrize(("status", "is_told"), [(PROPOSED, False), (ACCEPTED, True)])
def test_a_proposed_cause_is_told_once_a_person_has_accepted_it(
    content: Content, status: str, is_told: Any
) -> None:
    made = content(reviews=(LATE,), office_words=(accepted(status),))
    causes = told(made, "nguyen_nhan")
    assert ("Về chủ quan: việc giao chủ trì còn chậm." in causes) is is_told
    assert ("(Bổ sung nguyên nhân chủ quan)" in causes) is not is_told


def test_a_place_for_subjective_causes_is_marked_until_the_office_has_decided(content: Content) -> None:
    made = content(reviews=(LATE,))
    assert told(made, "nguyen_nhan") == "(Bổ sung nguyên nhân chủ quan)"
    dropped = replace(made, choices=WordChoices(left_out=frozenset({"nguyen_nhan.so_ket"})))
    own = OfficeWords("2024-Q1", "Nguyên nhân", "Chủ quan: thiếu cán bộ.", status="nhận")
    numbered = replace(made.letterhead, number="12")
    for decided in (dropped, replace(made, office_words=(own,)), replace(made, letterhead=numbered)):
        assert "(Bổ sung" not in told(decided, "nguyen_nhan")


KINDS_TOLD = {
    "Nguyên nhân khách quan: địa bàn rộng.": "Về khách quan: hạn chế của Sở Y tế là do địa bàn rộng",
    "Chủ quan: cán bộ mới.": "Về chủ quan: hạn chế của Sở Y tế là do cán bộ mới",
    "Do mưa lũ kéo dài.": "Về khách quan: hạn chế của Sở Y tế là do mưa lũ kéo dài",
    "Do thiếu tài liệu.": "Nguyên nhân: hạn chế của Sở Y tế là do thiếu tài liệu",
    "Khách quan: một số buổi chưa sâu vì thiếu giờ.": (
        "Về khách quan: theo báo cáo của Sở Y tế, một số buổi chưa sâu vì thiếu giờ"
    ),
}


@pytest.mark.parametrize("text", KINDS_TOLD)
def test_a_cause_stands_under_its_kind_with_whose_it_is(content: Content, text: str) -> None:
    said = (Narrative("Sở Y tế", "KG603", text),)
    told_causes = told(content(narratives=said, reviews=()), "nguyen_nhan")
    assert told_causes.removesuffix(".").removesuffix(" (theo báo cáo của đơn vị)") == KINDS_TOLD[text]


def test_beside_other_kinds_the_rest_of_the_causes_is_called_other(content: Content) -> None:
    texts = ("Khách quan: mưa bão.", "Do thiếu tài liệu.")
    said = tuple(Narrative("Sở Y tế", "KG603", text) for text in texts)
    assert "Nguyên nhân khác: hạn chế của Sở Y tế là do thiếu tài liệu" in told(
        content(narratives=said, reviews=()), "nguyen_nhan"
    )


def test_units_whose_limits_stand_above_are_not_named_again(content: Content) -> None:
    text = "Một số buổi chưa sâu do thiếu báo cáo viên."
    said = tuple(Narrative(name, "KG603", text) for name in ("Sở Y tế", "Bưu điện"))
    causes = told(content(narratives=said, reviews=()), "nguyen_nhan")
    assert causes.endswith(
        "việc một số buổi chưa sâu là do thiếu báo cáo viên (theo báo cáo của 02 đơn vị nêu trên)."
    )


WROTE_APART = {
    "one limit": (("Một số buổi chưa sâu.",), "việc một số buổi chưa sâu là do cán bộ mới"),
    "two limits": (
        ("Một số buổi chưa sâu.", "Thiếu tài liệu."),
        "hạn chế của đơn vị nêu trên là do cán bộ mới",
    ),
    "no limit": ((), "hạn chế của Sở Y tế là do cán bộ mới"),
}


@pytest.mark.parametrize("case", WROTE_APART)
def test_a_cause_is_of_the_limit_of_its_unit_and_of_nobody_elses(content: Content, case: str) -> None:
    limits, causes = WROTE_APART[case]
    said = [Narrative("Sở Y tế", "KG603", text) for text in (*limits, "Nguyên nhân chủ quan: cán bộ mới.")]
    said.append(Narrative("Bưu điện", "KG603", "Địa bàn còn xa."))
    assert f"Về chủ quan: {causes}" in told(content(narratives=said, reviews=()), "nguyen_nhan")


def test_a_cause_that_stands_in_an_annex_names_its_limit_there_too(content: Content) -> None:
    said = [Narrative(f"Đơn vị {at}", "KG603", NOT_DEEP) for at in range(7)]
    said += [Narrative("Sở Y tế", "KG603", f"Nguyên nhân khách quan: xã {place} xa.") for place in "ABCDEG"]
    rows = fill(content(narratives=said, reviews=()))["y_kien"]
    assert NOT_DEEP in [row.get("noi_dung") for row in rows]


def test_a_limit_and_its_cause_of_the_same_units_stand_in_the_annex_once(content: Content) -> None:
    names = [f"Đơn vị {at}" for at in range(7)]
    said = [Narrative(name, "KG603", NOT_DEEP) for name in names]
    rows = fill(content(narratives=said, reviews=()))["y_kien"]
    assert [(row["nhom"], row.get("noi_dung", "")) for row in rows] == [
        ("Hạn chế, nguyên nhân", ""),
        ("", NOT_DEEP),
    ]


def test_a_limit_that_more_units_have_than_its_cause_stands_apart_from_it(content: Content) -> None:
    said = [Narrative(f"Đơn vị {at}", "KG603", NOT_DEEP) for at in range(7)]
    said.append(Narrative("Sở Y tế", "KG603", "Một số buổi sinh hoạt lồng ghép nội dung chưa sâu."))
    rows = fill(content(narratives=said, reviews=()))["y_kien"]
    told_rows = [(row["noi_dung"], len(row["don_vi"].split(", "))) for row in rows if not row["nhom"]]
    assert told_rows == [("Một số buổi sinh hoạt lồng ghép nội dung chưa sâu.", 8), (NOT_DEEP, 7)]


def test_long_causes_of_one_kind_stand_in_lines(content: Content) -> None:
    texts = [f"Nguyên nhân khách quan: {place} " + "xa trung tâm " * 15 for place in ("xã A", "xã B")]
    said = tuple(Narrative("Sở Y tế", "KG603", text) for text in texts)
    causes = told(content(narratives=said, reviews=()), "nguyen_nhan")
    assert causes.startswith(f"Về khách quan:{NEW_PARAGRAPH}- Hạn chế của Sở Y tế là do xã A")
