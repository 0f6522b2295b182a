"""What units told row by row, as the report tells it: every sum is that of the rows, unknown is no 0."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.report_records import ToldRow
from khoagiao_xl.report.told_highlights import highlights, tag_of_theme
from khoagiao_xl.report.told_inspections import inspected_topics
from khoagiao_xl.report.told_rows import reports_named, rows_within
from khoagiao_xl.report.told_studies import studies

SYMBOLS = ("45-NQ/TW", "25-CT/TW", "49-KL/TW")
UNITS = st.sampled_from(("SYT", "STP", "SGDDT", "BD"))
PEOPLE = st.none() | st.integers(0, 200)


def row(code: str, text: str = "", unit: str = "SYT", **facts: Any) -> ToldRow:
    return ToldRow("2024-M03", unit, code, f"{code}001", text=text, **facts)


conferences = st.lists(
    st.builds(
        lambda symbols, **facts: row("QT", "; ".join(symbols), **facts),
        st.lists(st.sampled_from(SYMBOLS), min_size=1, unique=True),
        unit=UNITS,
        first=PEOPLE,
        second=PEOPLE,
    )
)
inspections = st.lists(
    st.builds(
        lambda **facts: row("KT", "Chi bộ 1", **facts),
        unit=UNITS,
        choice=st.sampled_from(tuple(choices()["kgNoiDungKiemTra"])),
        first=PEOPLE,
        second=PEOPLE,
    )
)


@given(conferences)
def test_study_of_each_directive_adds_up_to_its_rows(rows: list[ToldRow]) -> None:
    for study in studies(rows):
        own = [each for each in rows if study.symbol in each.text]
        known = [each for each in own if each.first is not None and each.second is not None]
        assert study.conferences == len(own)
        assert set(study.units) == {each.unit for each in own}
        assert (study.called, study.present) == (
            sum(each.first or 0 for each in known),
            sum(each.second or 0 for each in known),
        )


@given(conferences)
def test_no_conference_is_lost(rows: list[ToldRow]) -> None:
    named = sum(len(each.text.split(";")) for each in rows)
    assert sum(study.conferences for study in studies(rows)) == named


@given(inspections)
def test_inspections_by_topic_add_up_to_their_rows(rows: list[ToldRow]) -> None:
    expected: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
    for each in rows:
        own = expected[each.choice]
        own[0] += 1
        own[1] += each.first or 0
        own[2] += (each.second or 0) if each.first is not None else 0
    found = {topic.topic: [topic.count, topic.found, topic.mended] for topic in inspected_topics(rows)}
    assert found == dict(expected)


def test_what_most_units_did_stands_out_first_and_the_same_words_are_one_thing() -> None:
    theme = "Môi trường, biến đổi khí hậu"
    rows = [
        row("NB", "Ra quân trồng cây.", unit="SYT", choice=theme, first=20),
        row("NB", "Tọa đàm", unit="BD", choice=theme, first=900),
        row("NB", "ra quân trồng cây", unit="STP", choice=theme, first=30),
    ]
    first, second = highlights(rows, "muc_2_2")
    assert (first.text, list(first.units), first.people) == ("Ra quân trồng cây", ["SYT", "STP"], 50)
    assert second.text == "Tọa đàm"


@pytest.mark.parametrize("theme", choices()["kgChuDe"])
def test_every_theme_is_told_in_a_section_of_the_report(theme: str) -> None:
    assert tag_of_theme(theme) in {"muc_2", "muc_2_1", "muc_2_2", "muc_2_3"}


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2024-M03", ["2024-M03"]),
        ("2024-Q1", ["2024-M03", "2024-Q1"]),
        ("2024-Q2", []),
        ("2024-H1", ["2024-M03", "2024-Q1"]),
    ],
)
def test_a_longer_period_tells_the_rows_of_those_within_it(period: str, told: list[str]) -> None:
    rows = [ToldRow(code, "SYT", "KT", "KT001") for code in ("2024-M03", "2024-Q1", "2023-M03")]
    assert [each.period for each in rows_within(rows, Period.parse(period))] == told


REPORTS = {
    "all are due": (("Q1", "Q2"), "quý I, quý II"),
    "one is not due": (("Q1", "Q2", "Q4"), "quý I, quý II và báo cáo quý IV đã nhận đến ngày 10/12/2024"),
    "several are not due": (
        ("Q1", "M12", "Q4"),
        "quý I và báo cáo tháng 12, quý IV đã nhận đến ngày 10/12/2024",
    ),
    "none is due": (("Q4",), "quý IV đã nhận đến ngày 10/12/2024"),
    "the report itself is told as it is": (("Q1", "Y"), "quý I, năm"),
    "none": ((), ""),
}


@pytest.mark.parametrize("case", REPORTS)
def test_reports_that_are_not_due_are_told_as_received_so_far(content: Any, case: str) -> None:
    codes, said = REPORTS[case]
    days = dict.fromkeys(("2024-Q4", "2024-M12", "2024-Y"), date(2024, 12, 17))
    made = content("2024-Y", today=date(2024, 12, 10), due_days=days)
    assert reports_named([Period.parse(f"2024-{code}") for code in codes], made) == said
