"""Units that are renamed, merged, dissolved or divided while the year goes on: forms, duties and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Unit
from khoagiao_xl.office.open_debts import open_debts
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.steps import consolidate, issue_forms
from tests.steps.paper_office import PaperOffice
from tests.steps.small_year import deadline, job, small_year

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year

MARCH, APRIL = "2024-M03", "2024-M04"
DAYS = {MARCH: date(2024, 3, 14), APRIL: date(2024, 4, 14)}
RENAMED = Unit("A", "Sở mới", former_name="Sở cũ", renamed_on=date(2024, 4, 1), email="a@tinh.example")
PARTS = (Unit("A", "Sở A"), Unit("A1", "Cơ sở 1", part_of="A"), Unit("A2", "Cơ sở 2", part_of="A"))
B = Unit("B", "Sở B")


def year_of(units: Iterable[Unit], reported: Mapping[str, Any] | None = None) -> Year:
    """Return a year of March and April, each with the window of its own month."""
    lines = []
    for code, last in DAYS.items():
        lines.append({**deadline(code), "starts": last.replace(day=1), "ends": last, "unit_due": last})
    known = {MARCH: {}, APRIL: {}} | dict(reported or {})
    duties: list[dict[str, Any]] = []
    year = small_year(known, tblDonVi=tuple(units), tblThoiHan=lines, tblTiepNhan=duties)
    for code in DAYS:
        for unit in year.obligations(Period.parse(code)).owing:
            state = "đã nhận" if unit.code in known[code] else "chưa nộp"
            duties.append({"period": code, "unit": unit.code, "state": state, "version": 1})
    return small_year(known, tblDonVi=tuple(units), tblThoiHan=lines, tblTiepNhan=duties)


def owing(year: Year, period: str) -> list[str]:
    return [unit.code for unit in year.obligations(Period.parse(period)).owing]


# -- a new name -------------------------------------------------------------------------------------------


def test_a_unit_has_its_former_name_before_the_day_of_the_new_one_and_is_known_by_both() -> None:
    before, after = RENAMED.as_of(date(2024, 3, 31)), RENAMED.as_of(date(2024, 4, 1))
    assert (before.name, before.aliases) == ("Sở cũ", ("Sở mới",))
    assert (after.name, after.aliases) == ("Sở mới", ("Sở cũ",))
    assert Unit("A", "Sở").as_of(date(2024, 3, 1)).name == "Sở"


@pytest.mark.parametrize(("period", "name"), [(MARCH, "Sở cũ"), (APRIL, "Sở mới")])
def test_forms_and_reports_name_it_as_it_was_called_in_the_period(
    period: str, name: str, tmp_path: Path
) -> None:
    year = year_of([RENAMED, B])
    asked = job(period, tmp_path)
    form = issue_forms.work(year, asked).files[0].bytes()
    assert printed_name(form) == name
    consolidated = year.with_tables(consolidate.work(year, asked).tables)
    assert name in gather(consolidated, asked.asked_period, date(2024, 4, 20)).came


@pytest.mark.parametrize(("day", "name"), [(date(2024, 3, 31), "Sở cũ"), (date(2024, 4, 20), "Sở mới")])
def test_a_reminder_names_it_as_it_is_called_on_its_own_day(day: date, name: str) -> None:
    debts = open_debts(year_of([RENAMED, B]), day)
    assert {debt.unit.name for debt in debts[RENAMED.code]} == {name}


def printed_name(form: bytes) -> object:
    """Return the name of the unit on the cover of a form."""
    import io

    from openpyxl import load_workbook

    cover = load_workbook(io.BytesIO(form))["Bìa"]
    cells = [cell.value for row in cover.iter_rows() for cell in row]
    return next(value for value in cells if value in ("Sở cũ", "Sở mới"))


def test_a_form_that_bears_the_other_name_is_still_the_units(tmp_path: Path) -> None:
    office = PaperOffice(tmp_path)
    renamed = Unit("SYT", "Sở Y tế mới", former_name="Đơn vị SYT", renamed_on=date(2024, 3, 1))
    office.write(schema.UNITS.name, to_rows([renamed, Unit("STP", "Đơn vị STP")], schema.UNITS))
    office.receive("SYT", KG001=5, KG110=1, KG205=0, KG602="Không.")
    office.collect()
    (duty,) = [row for row in office.rows(schema.DUTIES) if row["unit"] == "SYT"]
    assert duty["state"].startswith("đã nhận")
    assert duty["unit_name"] == "Sở Y tế mới"


# -- merged, dissolved ------------------------------------------------------------------------------------


def test_a_merged_unit_owes_the_periods_that_end_while_it_stands() -> None:
    merged = replace(B, valid_to=date(2024, 3, 31), merged_into="A")
    year = year_of([RENAMED, merged])
    assert owing(year, MARCH) == ["A", "B"]
    assert owing(year, APRIL) == ["A"]


def test_a_merged_unit_stands_in_no_total_after_its_end() -> None:
    merged = replace(B, valid_to=date(2024, 3, 31), merged_into="A")
    reported = {MARCH: {"A": {"KG001": 10}, "B": {"KG001": 5}}, APRIL: {"A": {"KG001": 15}}}
    year = year_of([RENAMED, merged], reported)
    assert total(year, MARCH, "KG001") == (15, "2/2")
    assert total(year, APRIL, "KG001") == (15, "1/1")


def total(year: Year, period: str, code: str) -> tuple[object, object]:
    """Return a figure of tblTongHop and how many units stand behind it."""
    rows = consolidate.work(year, job(period)).tables[schema.TOTALS.name]
    (found,) = [row for row in rows if (row["Kỳ"], row["Mã"]) == (period, code)]
    return found["Kỳ này"], found["Số đơn vị"]


# -- parts of a unit --------------------------------------------------------------------------------------


def test_each_part_has_its_own_form_and_the_unit_has_none(tmp_path: Path) -> None:
    year = year_of([*PARTS, B])
    made = [file.path.name for file in issue_forms.work(year, job(MARCH, tmp_path)).files]
    assert made[:3] == ["A1_2024-M03.xlsx", "A2_2024-M03.xlsx", "B_2024-M03.xlsx"]


def test_before_it_had_parts_the_unit_answers_by_itself() -> None:
    parts = [replace(part, valid_from=date(2024, 4, 1)) for part in PARTS[1:]]
    year = year_of([PARTS[0], *parts])
    assert owing(year, MARCH) == ["A"]
    assert owing(year, APRIL) == ["A1", "A2"]


def test_parts_of_a_unit_that_is_not_listed_stand_for_themselves() -> None:
    year = year_of([Unit("A1", "Cơ sở 1", part_of="X")])
    assert owing(year, MARCH) == ["A1"]


def test_a_unit_has_answered_when_all_of_its_parts_that_owe_have() -> None:
    obligations = year_of([*PARTS, B]).obligations(Period.parse(MARCH))
    assert obligations.wholes_among(["A1", "A2", "B"]) == {"A", "B"}
    assert obligations.complete_wholes(["A1", "B"], ["A1", "A2", "B"]) == {"B"}
    assert obligations.complete_wholes(["A1", "A2"], ["A1", "A2", "B"]) == {"A"}
    assert obligations.complete_wholes(["A1"], ["A1"]) == {"A"}


def test_two_bodies_of_a_unit_are_never_versions_of_each_other(tmp_path: Path) -> None:
    office = PaperOffice(tmp_path)
    units = [
        Unit("SO", "Sở"),
        Unit("SYT", "Đơn vị SYT", part_of="SO"),
        Unit("STP", "Đơn vị STP", part_of="SO"),
    ]
    office.write(schema.UNITS.name, to_rows(units, schema.UNITS))
    office.receive("SYT", KG001=5, KG110=1, KG205=0, KG602="Không.")
    office.receive("STP", KG001=7, KG110=2, KG205=0, KG602="Không.")
    office.collect()
    versions = {row["unit"]: row["version"] for row in office.rows(schema.DUTIES)}
    assert versions == {"SYT": 1, "STP": 1}
    assert (office.figure("SYT", "KG001"), office.figure("STP", "KG001")) == (5, 7)


def test_the_figure_of_a_unit_is_the_sum_of_its_parts_and_it_counts_when_all_have_answered() -> None:
    some = {MARCH: {"A1": {"KG201": 2}, "B": {"KG201": 5}}}
    assert total(year_of([*PARTS, B], some), MARCH, "KG201") == (7, "1/2")
    all_of_it = {MARCH: {"A1": {"KG201": 2}, "A2": {"KG201": 3}, "B": {"KG201": 5}}}
    assert total(year_of([*PARTS, B], all_of_it), MARCH, "KG201") == (10, "2/2")


def test_a_silent_part_carries_its_own_last_known_stock() -> None:
    reported = {
        MARCH: {"A1": {"KG001": 10}, "A2": {"KG001": 4}, "B": {"KG001": 5}},
        APRIL: {"A1": {"KG001": 11}, "B": {"KG001": 5}},
    }
    assert total(year_of([*PARTS, B], reported), APRIL, "KG001") == (20, "1/2")
