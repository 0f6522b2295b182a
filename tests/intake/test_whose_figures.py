"""Whose figures are these: titles, the column of the last report and the sender, held against the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.intake.judging.copied_figures import others_with_the_same, units_by_figures
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.judging.whose_figures import whose_figures
from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.model.findings import Place, Severity, asked
from khoagiao_xl.model.history import History
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit
from khoagiao_xl.office.obligations import Obligations, Waivers

if TYPE_CHECKING:
    from collections.abc import Mapping

JANUARY, FEBRUARY, MARCH = "2024-M01", "2024-M02", "2024-M03"
LINE = Deadline(
    MARCH, date(2024, 2, 15), date(2024, 3, 14), date(2024, 3, 18), date(2024, 3, 25), date(2024, 4, 2)
)
SYT = Unit("SYT", "Sở Y tế", aliases=("Y tế",), email="syt@khoi.example; vp@khoi.example")
STP = Unit("STP", "Sở Tư pháp", email="Văn thư <stp@khoi.example>")
CDYT = Unit("CDYT", "Trường Cao đẳng Y tế", email="vp@khoi.example")
OWN = {"KG001": 103, "KG110": 27, "KG205": 1250, "KG502": 98.5, "KG220": 0}
OTHERS = {"KG001": 55, "KG110": 4, "KG205": 300, "KG502": 71, "KG220": 0}
EARLIER = {"KG001": 101, "KG110": 12, "KG205": 1100, "KG502": 97, "KG220": 0}
HISTORIES = {"SYT": History({JANUARY: EARLIER, FEBRUARY: OWN}), "STP": History({FEBRUARY: OTHERS})}


def told(
    title: str = "Sở Y tế - Tháng 3 năm 2024",
    last: Mapping[str, object] | None = None,
    sender: str = "",
    *,
    letter: tuple[str, ...] = (),
    revised: bool = False,
) -> list[tuple[str, str, Severity]]:
    """Return rule, cell and severity of what is said of a form of SYT for March."""
    shown = {"KG001": "103", "KG110": "27", "KG205": "1.250", "KG502": "98,5", "KG220": "0"} | dict(
        last or {}
    )
    cells = {code: RawCell("Số liệu", f"G{at}", value) for at, (code, value) in enumerate(shown.items(), 5)}
    reading = FileReading("SYT.xlsx", last_report=cells, titles=(RawCell("Số liệu", "A2", title),))
    owing = Obligations(Period.parse(MARCH), LINE, (SYT, STP, CDYT), (), Waivers(()))
    known = Measures(owing, [], "m-1", HISTORIES, revised=frozenset({"SYT"} if revised else ()),
                     office=frozenset({"khoagiao@tu.example"}))  # fmt: skip
    found = whose_figures(reading, SYT, known, sender, letter)
    return [(finding.code, finding.place.cell, finding.severity) for finding in found]


def test_a_form_as_it_was_issued_is_asked_nothing() -> None:
    assert told() == []


@pytest.mark.parametrize(
    "title",
    ["Sở Tư pháp - Tháng 3 năm 2024", "SỞ TƯ PHÁP – tháng 3 năm 2024", "Sở Y tế - Tháng 2 năm 2024", "Sở Y tế (T2/2024)",
     "Trường Cao đẳng Y tế - Tháng 3 năm 2024", "Sở Y tế - Quý I năm 2024", "Sở Y tế: tháng 03 năm 2023"],
)  # fmt: skip
def test_a_title_of_another_unit_or_period_is_asked_about_at_its_cell(title: str) -> None:
    assert told(title) == [("R35-9", "A2", Severity.QUESTION)]


@pytest.mark.parametrize(
    "title",
    ["Sở Y tế tỉnh (mới đổi tên) - Tháng 3 năm 2024", "SO Y TE - T3", "Y tế - tháng 3 - năm 2024", "Sở Y tế - 2024", "SỐ LIỆU"],
)  # fmt: skip
def test_a_title_written_anew_by_its_own_unit_is_no_contradiction(title: str) -> None:
    assert told(title) == []


def test_the_last_report_of_another_unit_is_asked_about() -> None:
    last = {"KG001": "55", "KG110": "4", "KG205": "300", "KG502": "71"}
    assert told(last=last) == [("R35-10", f"G{row}", Severity.QUESTION) for row in range(5, 9)]


def test_another_units_title_with_its_last_report_is_certain() -> None:
    found = told(
        "Sở Tư pháp - Tháng 3 năm 2024", {"KG001": "55", "KG110": "4", "KG205": "300", "KG502": "71"}
    )
    assert {(code, severity) for code, _, severity in found} == {
        ("R35-9", Severity.QUESTION), ("R35-10", Severity.ERROR),
    }  # fmt: skip


def test_the_report_before_the_last_is_asked_about() -> None:
    last = {"KG001": "101", "KG110": "12", "KG205": "1.100", "KG502": "97"}
    assert told(last=last) == [("R35-11", f"G{row}", Severity.QUESTION) for row in range(5, 9)]


@pytest.mark.parametrize("revised", [False, True])
def test_a_changed_cell_of_the_last_report_is_told_at_the_cell(revised: bool) -> None:
    severity = Severity.NOTE if revised else Severity.QUESTION
    assert told(last={"KG110": "999"}, revised=revised) == [("R35-12", "G6", severity)]


@pytest.mark.parametrize("value", [None, "", " 27 ", 27, 27.0])
def test_the_same_figure_kept_otherwise_or_never_known_is_no_contradiction(value: object) -> None:
    assert told(last={"KG110": value}) == []


@pytest.mark.parametrize(
    ("sender", "codes"),
    [
        ("syt@khoi.example", []), ("SYT@Khoi.example", []), ("vp@khoi.example", []), ("canhan@gmail.com", []),
        ("khoagiao@tu.example", []), ("", []), ("stp@khoi.example", ["R35-13"]),
    ],
)  # fmt: skip
def test_only_a_letter_from_another_unit_alone_contradicts(sender: str, codes: list[str]) -> None:
    assert [code for code, *_ in told(sender=sender)] == codes


@pytest.mark.parametrize(
    "letter",
    [("Sở Tư pháp gửi biểu khoa giáo tháng 3",), ("STP gửi biểu tháng 3",), ("Trường Cao đẳng Y tế - báo cáo",),
     ("Biểu", "Kính gửi biểu số liệu tháng 02/2024 của đơn vị."), ("Báo cáo tháng 2",), ("Biểu số liệu quý II",),
     ("Biểu", "Gửi tháng 3. Riêng KG201 xin sửa lại là 13 cuộc."), ("", "Biểu ghi nhầm, số đúng\nlà 13 cuộc."),
     ("", "Đính chính: 1.250 lượt")],
)  # fmt: skip
def test_a_letter_that_names_another_unit_or_period_or_corrects_is_asked_about_once(
    letter: tuple[str, ...],
) -> None:
    assert told(letter=letter) == [("R35-15", "", Severity.QUESTION)]


@pytest.mark.parametrize(
    "letter",
    [(), ("",), ("Biểu tháng 3", "Kính gửi Ban Tuyên giáo, xin gửi báo cáo tháng 3."), ("Gửi Sở Tư pháp biểu tháng 3",),
     ("Sở Y tế gửi biểu khoa giáo tháng 3 năm 2024",), ("SYT gửi STP biểu tháng 3",), ("Báo cáo tháng 3, quý I",),
     ("", "Gửi lại biểu tháng 3 (bản đính chính)."), ("", "Báo cáo tháng 2 đã gửi ngày 14/2/2024."),
     ("", "Số liệu tăng so với tháng 2."), ("", "Xin gửi.\n\n> Đề nghị gửi báo cáo tháng 2"),
     ("", "Gửi biểu.\n\nFrom: Ban Tuyên giáo\nĐề nghị gửi số liệu tháng 2"), ("", "Theo Công văn 12-CV/BTG ngày 02/01/2024")],
)  # fmt: skip
def test_an_ordinary_letter_is_asked_nothing(letter: tuple[str, ...]) -> None:
    assert told(letter=letter) == []


def test_a_subject_that_names_whoever_shares_the_address_is_asked_nothing() -> None:
    letter = ("Trường Cao đẳng Y tế gửi biểu",)
    assert told(sender="vp@khoi.example", letter=letter) == []


FIGURES = {f"KG{200 + at}": RawCell("Số liệu", f"D{at}", 10 + at) for at in range(8)}
CODES = st.lists(st.sampled_from(["SYT", "STP", "CDYT"]), min_size=1, max_size=3, unique=True)


def sent(**changes: int) -> FileReading:
    cells = {code: RawCell("Số liệu", "D5", value) for code, value in changes.items()}
    return FileReading("a.xlsx", cells=FIGURES | cells)


@given(CODES)
def test_two_units_with_the_very_same_figures_name_each_other(codes: list[str]) -> None:
    known = units_by_figures({code: sent() for code in codes})
    for code in codes:
        assert others_with_the_same(sent(), code, known) == [other for other in codes if other != code]


@pytest.mark.parametrize(
    "other", [sent(KG201=99), FileReading("b.xlsx", cells={"KG001": RawCell("", "", 7)})]
)
def test_figures_that_differ_or_are_few_are_nobody_elses(other: FileReading) -> None:
    known = units_by_figures({"SYT": sent(), "STP": other})
    assert others_with_the_same(other, "STP", known) == []


def test_several_changed_cells_of_the_last_report_are_one_line() -> None:
    found = [asked("R35-12", Place("a.xlsx", "Số liệu", f"G{row}"), found="1", expected="2", indicator="KG110")
             for row in (5, 6)]  # fmt: skip
    (one,) = fold_alike([replace(finding, detail="KG110: 1", alike="R35-12-N") for finding in found])
    assert one.cells == ("G5", "G6")
    assert one.message.startswith("Cột")
