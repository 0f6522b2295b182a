"""Words and figures of a unit of the sample agree: nobody tells a deed that its own figures deny."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_figures import count_of, figures_of, true_month, with_the_quarter
from khoagiao_xl.demo.demo_words import words_of
from khoagiao_xl.model.detail_lists import fields_of_choices
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.office.profiles import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.demo.demo_figures import Figures

YEAR = 2024
UNITS = [f"U{number}" for number in range(120)]
MONTHS = [Period(YEAR, Kind.MONTH, month) for month in range(1, 13)]
MEETINGS = {  # field of a theme -> meetings on it, who came
    "Giáo dục và đào tạo, giáo dục nghề nghiệp": ("KG202", "KG206"),
    "Xã hội": ("KG204", "KG208"),
}
OF_A_QUARTER = {"Ra quân": "KG235", "Trao": "KG231"}
PERIODS = [*MONTHS, *(Period(YEAR, Kind.QUARTER, index) for index in range(1, 5))]


def told_events() -> Iterator[tuple[Figures, dict[str, object]]]:
    for month in MONTHS:
        for unit in UNITS:
            figures = with_the_quarter(unit, month, true_month(unit, month))
            rows = details_of(unit, month, figures, date(YEAR, 1, 1))
            if "NB001" in rows:
                yield figures, dict(rows["NB001"])


def told_words() -> Iterator[tuple[Figures, str]]:
    asked = load_profile("2024").indicators
    for period in PERIODS:
        of_period = [item for item in asked if item.is_asked(period.kind)]
        for unit in UNITS:
            figures = with_the_quarter(unit, period, figures_of(unit, period, of_period))
            for text in words_of(unit, str(period), figures).values():
                yield figures, text


def test_who_tells_of_a_talk_counts_one_with_as_many_people() -> None:
    for figures, row in told_events():
        field = fields_of_choices()[str(row["Phân loại"])]
        text = str(row["Nội dung việc"])
        if field not in MEETINGS or text.startswith("Trao"):
            continue
        meetings, people = MEETINGS[field]
        came = row["Số thứ nhất"]
        assert isinstance(came, int)
        assert count_of(figures, meetings) > 0
        assert 0 < came <= count_of(figures, people)


@pytest.mark.parametrize("deed", OF_A_QUARTER)
def test_who_tells_of_a_deed_that_quarters_count_counts_it_there(deed: str) -> None:
    told = [figures for figures, row in told_events() if str(row["Nội dung việc"]).startswith(deed)]
    assert told
    assert all(count_of(figures, OF_A_QUARTER[deed]) > 0 for figures in told)


def test_who_reached_all_members_was_heard_by_all() -> None:
    told = [figures for figures, text in told_words() if "toàn thể" in text]
    assert told
    for figures in told:
        assert count_of(figures, "KG106") > 0
        assert count_of(figures, "KG108") == count_of(figures, "KG107") > 0


@pytest.mark.parametrize(
    ("deed", "code"), [("nói chuyện chuyên đề", "KG204"), ("Ra quân", "KG235"), ("học bổng", "KG231")]
)
def test_words_of_a_deed_go_with_its_figure(deed: str, code: str) -> None:
    told = [figures for figures, text in told_words() if deed in text]
    assert told
    assert all(count_of(figures, code) > 0 for figures in told)


def test_the_sample_still_tells_of_many_things() -> None:
    texts = Counter(text for _, text in told_words())
    events = Counter(str(row["Nội dung việc"]) for _, row in told_events())
    assert len(texts) == 10
    assert len(events) == 6
