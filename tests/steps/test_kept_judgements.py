"""A form that is as it was is not judged again; whatever a verdict depends on, when it changes it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.intake import one_intake
from khoagiao_xl.intake.judging import kept_judgement
from khoagiao_xl.intake.judging.judge import Case, judge_content
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.rows import to_rows
from tests.steps.kept_notes import notes_of
from tests.steps.paper_office import MONTH, PaperOffice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.intake.judging.judge import Judgement

    Change = Callable[[PaperOffice], object]

TABLES = (schema.DUTIES, schema.ARRIVALS, schema.FINDINGS, schema.FIGURES, schema.NARRATIVES)
BEFORE = "2024-M02"
RULE = {
    "code": "R90", "left": "KG110", "comparison": "<=", "right": "10", "severity": "cần giải trình",
    "message": "KG110 quá 10", "status": "bật",
}  # fmt: skip
OF_LAST_MONTH = {**RULE, "code": "R91", "right": "2*truoc(KG110)", "message": "gấp đôi tháng trước"}


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The units whose forms were judged, not told by what was kept."""
    units: list[str] = []

    def noting(case: Case, measures: Measures) -> Judgement:
        units.append(case.unit.code)
        return judge_content(case, measures)

    monkeypatch.setattr(kept_judgement, "judge_content", noting)
    return units


@pytest.fixture
def office(tmp_path: Path) -> PaperOffice:
    return PaperOffice(tmp_path)


@pytest.fixture
def taken(office: PaperOffice, judged: list[str]) -> PaperOffice:
    """An office that has taken in three forms; one of them went back, one is asked about."""
    add(office, schema.RULES, **OF_LAST_MONTH)
    figures_of_before(office, SYT=3, STP=40)
    office.receive("SYT", KG110=12)
    office.receive("STP", KG110=30)
    office.receive("SGDDT", KG205="khoảng 5")
    office.collect()
    assert sorted(judged) == ["SGDDT", "STP", "SYT"]
    judged.clear()
    return office


def add(office: PaperOffice, table: schema.Table, **row: object) -> None:
    """Put one more line into a table."""
    put(office, table, [*office.rows(table), row])


def put(office: PaperOffice, table: schema.Table, rows: list[dict[str, Any]]) -> None:
    office.write(table.name, to_rows(rows, table))


def figures_of_before(office: PaperOffice, **figures: int) -> None:
    """Let units have reported KG110 of the month before."""
    duties = [row for row in office.rows(schema.DUTIES) if row["period"] != BEFORE]
    rows = [row for row in office.rows(office.year.figures_table) if row["period"] != BEFORE]
    for unit, figure in figures.items():
        duties.append({"period": BEFORE, "unit": unit, "state": "đã nhận"})
        rows.append({"period": BEFORE, "unit": unit, "KG110": figure})
    put(office, schema.DUTIES, duties)
    put(office, office.year.figures_table, rows)


def tables_of(office: PaperOffice) -> list[list[Row]]:
    return [office.year.raw(table) for table in TABLES]


def forget(office: PaperOffice) -> None:
    """Lose every kept judgement, as if an older version of the program had kept the readings."""
    for path in office.kept("*.json.gz"):
        with notes_of(path) as notes:
            del notes["judgement"]


def test_what_is_as_it_was_is_not_judged_again(taken: PaperOffice, judged: list[str]) -> None:
    before = (tables_of(taken), taken.everything())
    taken.collect()
    assert (judged, (tables_of(taken), taken.everything())) == ([], before)


def test_a_kept_judgement_tells_what_a_new_one_would(taken: PaperOffice, judged: list[str]) -> None:
    taken.collect()
    by_kept = tables_of(taken)
    forget(taken)
    taken.collect()
    assert (len(judged), tables_of(taken)) == (3, by_kept)


def test_of_files_that_left_the_inbox_it_holds_too(taken: PaperOffice, judged: list[str]) -> None:
    taken.empty_the_inbox()
    before = tables_of(taken)
    taken.collect()
    assert (judged, tables_of(taken)) == ([], before)


# -- what a verdict depends on ----------------------------------------------------------------------------


def a_new_form(office: PaperOffice) -> None:
    office.receive("SYT", KG110=13)


def another_name(office: PaperOffice) -> None:
    path = office.inbox / "SYT.xlsx"
    path.rename(office.inbox / "báo cáo SYT.xlsx")


def another_rule(office: PaperOffice) -> None:
    add(office, schema.RULES, **RULE)


def other_words_of_a_rule(office: PaperOffice) -> None:
    rules = [{**row, "message": "nói khác"} for row in office.rows(schema.RULES)]
    put(office, schema.RULES, rules)


def a_waiver(office: PaperOffice) -> None:
    until = date(2024, 4, 1)
    why = {"reason": "đã nói", "allowed_by": "Chánh Văn phòng"}
    add(office, schema.WAIVERS, period=MONTH, unit="SYT", rule="R91", until=until, **why)


def an_earlier_day(office: PaperOffice) -> None:
    office.arrive(office.inbox / "SYT.xlsx", datetime(2024, 3, 15, 9))  # noqa: DTZ001


def other_words_of_an_indicator(office: PaperOffice) -> None:
    office.relabel("KG205", "Số buổi khác")


def another_figure_of_the_month_before(office: PaperOffice) -> None:
    figures_of_before(office, SYT=300, STP=40)


def a_unit_more(office: PaperOffice) -> None:
    add(office, schema.UNITS, code="VNPT", name="Viễn thông")


def a_directive(office: PaperOffice) -> None:
    add(office, schema.DIRECTIVES, symbol="12-CT/TW", issuer="Ban Bí thư", title="Chỉ thị")


def another_end_of_the_period(office: PaperOffice) -> None:
    (row,) = office.rows(schema.DEADLINES)
    put(office, schema.DEADLINES, [{**row, "ends": date(2024, 3, 13)}])


ALL = ["SGDDT", "STP", "SYT"]
CHANGES: dict[Change, list[str]] = {
    a_new_form: ["SYT"],
    another_name: ["SYT"],
    another_rule: ALL,
    other_words_of_a_rule: ALL,
    a_waiver: ALL,
    an_earlier_day: ["SYT"],
    other_words_of_an_indicator: ALL,
    another_figure_of_the_month_before: ["SYT"],
    a_unit_more: ALL,
    a_directive: ALL,
    another_end_of_the_period: ALL,
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_a_verdict_depends_on_has_it_judged_anew(
    taken: PaperOffice, judged: list[str], change: Change
) -> None:
    change(taken)
    taken.collect()
    assert sorted(set(judged)) == CHANGES[change]
    by_kept = tables_of(taken)
    forget(taken)
    taken.collect()
    assert tables_of(taken) == by_kept


@pytest.mark.parametrize("forgiving", [a_waiver, another_figure_of_the_month_before])
def test_a_waiver_and_a_better_month_before_change_the_verdict(taken: PaperOffice, forgiving: Change) -> None:
    assert state_of(taken, "SYT") == "đã nhận, chờ giải trình"
    forgiving(taken)
    taken.collect()
    assert state_of(taken, "SYT") == "đã nhận"


def state_of(office: PaperOffice, unit: str) -> str:
    """Return what became of a unit's duty of the month."""
    (duty,) = [duty for duty in office.year.duties_of(Period.parse(MONTH)) if duty.unit == unit]
    return duty.state


@pytest.mark.parametrize("version", ["program_version", "reader_version"])
def test_another_program_judges_anew(
    taken: PaperOffice, judged: list[str], version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = kept_judgement if version == "program_version" else one_intake
    monkeypatch.setattr(module, version, lambda *_: "another")
    taken.collect()
    assert sorted(judged) == ALL


def test_a_judgement_that_was_kept_of_something_else_is_not_believed(
    taken: PaperOffice, judged: list[str]
) -> None:
    path, *_ = taken.kept("*.json.gz")
    with notes_of(path) as notes:
        notes["judgement"]["key"] = "0"
    before = tables_of(taken)
    taken.collect()
    assert (len(judged), tables_of(taken)) == (1, before)
