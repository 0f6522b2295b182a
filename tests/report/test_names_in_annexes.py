"""Units too many for a sentence: it counts them and says which annex names them, and there they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.model.report_records import ToldRow
from khoagiao_xl.report import Narrative, ReportContent
from khoagiao_xl.report.proposed_words import proposed_sentences
from khoagiao_xl.report.template_filling import NEW_PARAGRAPH, fill
from khoagiao_xl.report.told_minds import UnsettledMind

if TYPE_CHECKING:
    from collections.abc import Callable

    Content = Callable[..., ReportContent]

MANY = {f"U{at}": f"Đơn vị {at}" for at in range(1, 7)}  # one more than a sentence names
ALL = tuple(MANY.values())
ANNEX = "Phụ lục\u00a02"  # no unit is missing in the reports of these tests unless they say so
HEALTH = "Bảo hiểm y tế, bảo hiểm xã hội"


def text(made: ReportContent, tag: str) -> str:
    return str(fill(made)[tag]).replace(NEW_PARAGRAPH, " ")


def listed(made: ReportContent) -> list[tuple[str, str]]:
    """Return heading or words with the units of each row of the annex of names."""
    return [(row["nhom"] or row["noi_dung"], row.get("don_vi", "")) for row in fill(made)["y_kien"]]


def made_of(content: Content, period: str = "2024-M03", **facts: Any) -> ReportContent:
    return content(period, states={State.ACCEPTED: ALL}, unit_names=MANY, narratives=(), reviews=(), **facts)


def silent(*periods: str) -> tuple[Duty, ...]:
    return tuple(Duty(period, unit, State.MISSING) for period in periods for unit in MANY)


def test_what_stands_out_of_six_units_is_told_with_their_number(content: Content) -> None:
    rows = tuple(ToldRow("2024-M03", unit, "NB", "NB1", text="Trồng cây", choice=HEALTH) for unit in MANY)
    made = made_of(content, details=rows)
    assert f"trồng cây (06 đơn vị, nêu tên tại {ANNEX})." in text(made, "muc_2_3")
    assert listed(made) == [("Việc nổi bật", ""), ("Trồng cây.", ", ".join(ALL))]


def test_five_units_are_named_where_they_are_spoken_of(content: Content) -> None:
    rows = tuple(
        ToldRow("2024-M03", unit, "NB", "NB1", text="Trồng cây", choice=HEALTH) for unit in list(MANY)[1:]
    )
    made = made_of(content, details=rows)
    assert f"trồng cây ({', '.join(ALL[1:])})." in text(made, "muc_2_3")
    assert listed(made) == []


def test_minds_that_are_not_settled_at_six_units_are_listed(content: Content) -> None:
    made = made_of(content, minds=tuple(UnsettledMind(unit, "Lo sắp xếp.") for unit in MANY))
    assert (
        f"06 đơn vị (danh sách tại {ANNEX}) báo cáo tình hình tư tưởng còn nội dung cần quan tâm: lo sắp xếp."
        in text(made, "tu_tuong")
    )
    assert listed(made) == [
        ("Tình hình tư tưởng còn nội dung cần quan tâm", ""),
        ("Lo sắp xếp.", ", ".join(ALL)),
    ]


def test_a_proposal_of_six_units_is_told_with_their_number_and_reports(content: Content) -> None:
    said = tuple(Narrative(name, "KG606", "Tỉnh ủy: mở lớp tập huấn") for name in ALL)
    made = made_of(content, "2024-Q1", earlier_words={"2024-M01": said})
    assert text(made, "kien_nghi") == (
        f"Đề nghị Tỉnh ủy mở lớp tập huấn (kiến nghị của 06 đơn vị trong báo cáo tháng 1, nêu tên tại {ANNEX})."
    )
    assert listed(made) == [("Đề xuất, kiến nghị", ""), ("Mở lớp tập huấn.", ", ".join(ALL))]


def test_proposals_too_long_for_the_body_are_listed_whole(content: Content) -> None:
    said = tuple(Narrative(name, "KG606", f"{name} xin " + "thêm tài liệu " * 60) for name in ALL)
    made = content("2024-M03", states={State.ACCEPTED: ALL}, narratives=said, reviews=())
    assert text(made, "kien_nghi") == f"Các đơn vị nêu 06 ý kiến (toàn văn tại {ANNEX})."
    assert len(listed(made)) == 1 + len(said)


def test_who_is_silent_stands_in_the_annex_of_units(content: Content) -> None:
    made = content(
        "2024-M01", duties=silent("2024-M01"), states={State.MISSING: ALL}, unit_names=MANY, reviews=()
    )
    assert f"06 đơn vị chưa gửi báo cáo tháng 1 năm 2024 (danh sách tại {ANNEX})" in text(made, "han_che")
    assert [row.don_vi for row in fill(made)["chua_bao_cao"] if row.don_vi] == list(ALL)


@pytest.mark.parametrize(
    ("days", "latest"), [((1, 1), "đều chậm 01 ngày"), ((1, 3), "chậm nhiều nhất 03 ngày")]
)
def test_who_was_late_stands_in_the_annex_of_units(
    content: Content, days: tuple[int, int], latest: str
) -> None:
    first, others = days
    duties = tuple(
        Duty(
            "2024-M03", unit, State.ACCEPTED, on_time=False, days_late=others if at else first, file="a.xlsx"
        )
        for at, unit in enumerate(MANY)
    )
    made = made_of(content, duties=duties, came=dict(zip(ALL, duties, strict=True)))
    assert f"06 đơn vị gửi báo cáo tháng 3 sau hạn, {latest} (danh sách tại {ANNEX})" in text(made, "han_che")
    assert [row.don_vi for row in fill(made)["chua_bao_cao"] if row.don_vi] == list(ALL)


def test_who_sent_nothing_in_the_year_is_told_apart_in_the_annex_of_names(content: Content) -> None:
    made = content(
        "2024-M02",
        duties=silent("2024-M01", "2024-M02"),
        states={State.MISSING: ALL},
        unit_names=MANY,
        reviews=(),
    )
    annex = "Phụ lục\u00a03"
    assert f"06 đơn vị chưa gửi báo cáo nào trong năm 2024 (danh sách tại {annex})" in text(made, "han_che")
    assert ("Chưa gửi báo cáo nào trong năm 2024.", ", ".join(ALL)) in listed(made)


def test_a_break_behind_six_units_is_one_note_and_a_row_of_the_annex(content: Content, total: Any) -> None:
    units = ", ".join(f"{unit} 5" for unit in MANY)
    broken = total("KG201", 5, breaks=(f"6 đơn vị có quý I nhưng thiếu tháng, chênh: {units}",))
    made = made_of(content, "2024-Q1", totals=(broken,))
    lacking = "Có báo cáo quý I nhưng thiếu báo cáo tháng 1, tháng 2 hoặc tháng 3"
    assert f"{lacking}: 06 đơn vị (danh sách tại {ANNEX})." in text(made, "chu_thich")
    assert listed(made)[-1] == (f"{lacking}.", ", ".join(ALL))


def test_before_the_annexes_are_known_a_sentence_says_that_there_is_a_list(content: Content) -> None:
    made = content("2024-M01", duties=silent("2024-M01"), states={State.MISSING: ALL}, unit_names=MANY)
    proposed = [words.text for words in proposed_sentences(made)]
    assert any("(danh sách kèm theo báo cáo)" in words for words in proposed)
