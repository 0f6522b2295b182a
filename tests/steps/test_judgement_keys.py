"""Nothing that a form is judged by is left out of the key that its judgement is kept under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.intake.judging.judge import Case
from khoagiao_xl.intake.judging.kept_judgement import Judging
from khoagiao_xl.intake.judging.measures import IssuedLines, Measures
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.history import History
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Unit, Waiver
from khoagiao_xl.office.obligations import Obligations, Waivers
from tests.steps.paper_office import MONTH, PaperOffice

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = "2024-M02"
OF_SINGLE_UNITS = {"histories", "figures", "issues"}  # what of them is of the unit is in its case


@pytest.fixture
def office(tmp_path: Path) -> PaperOffice:
    return PaperOffice(tmp_path)


def other(value: Any) -> Any:
    """Return another value than this one."""
    if isinstance(value, Mapping):
        return {**value, "another": "another"}
    if isinstance(value, Obligations):
        return replace(value, waivers=Waivers((Waiver(MONTH, "SYT", "R01"),)))
    if isinstance(value, frozenset):
        return value | {"another"}
    if isinstance(value, IssuedLines):
        return IssuedLines(added=frozenset({"KG110"}))
    return "another" if isinstance(value, str) else [*value, Unit("another", "another")]


@pytest.mark.parametrize("name", sorted({one.name for one in fields(Measures)} - OF_SINGLE_UNITS))
def test_everything_that_all_forms_are_judged_by_is_in_the_version(office: PaperOffice, name: str) -> None:
    measures = Measures.of(office.year, Period.parse(MONTH))
    changed = replace(measures, **{name: other(getattr(measures, name))})
    assert Judging.of(changed, "r").version != Judging.of(measures, "r").version


CASE = Case(
    FileReading("SYT.xlsx"), Unit("SYT", "Sở Y tế"), MONTH, date(2024, 3, 16), (),
    (), History({BEFORE: {"KG110": 1}}),
)  # fmt: skip
ANOTHER: dict[str, list[Any]] = {
    "reading": [
        FileReading("khác.xlsx"),
        FileReading("SYT.xlsx", findings=(Finding("NB-18", Severity.NOTE),)),
    ],
    "unit": [Unit("STP", "Sở Y tế")],
    "period": [],  # of the measures, of which there is one
    "arrived": [date(2024, 3, 17)],
    "strange": [(Finding("R35-14", Severity.QUESTION),)],
    "issues": [(Issue("a", date(2024, 3, 16), "SYT"),)],
    "history": [History({BEFORE: {"KG110": 1.0}}), History({BEFORE: {"KG110": "1"}}), History()],
}


@pytest.mark.parametrize("name", [one.name for one in fields(Case)])
def test_everything_that_a_form_is_judged_by_is_in_its_key(office: PaperOffice, name: str) -> None:
    judging = Judging.of(Measures.of(office.year, Period.parse(MONTH)), "r")
    keys = {judging.key(replace(CASE, **{name: value})) for value in ANOTHER[name]}
    assert len(keys - {judging.key(CASE)}) == len(ANOTHER[name])


def test_the_month_itself_is_no_month_that_a_form_is_held_against() -> None:
    history = History({MONTH: {"KG110": 5}, BEFORE: {"KG110": 3}})
    assert history.without(MONTH) == History({BEFORE: {"KG110": 3}})
