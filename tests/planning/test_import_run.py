"""One document's proposals taken table by table: the year stays, the rows that come of it are handed out."""

from __future__ import annotations

from datetime import date
from typing import Any

from khoagiao_xl.model import schema
from khoagiao_xl.office.year import Year
from khoagiao_xl.planning.import_run import ImportRun
from khoagiao_xl.planning.merge_rules import TASKS
from khoagiao_xl.planning.proposals import Proposal

DAY = date(2024, 1, 5)
BLANK: dict[str, Any] = dict.fromkeys(column.field for column in schema.TASKS.columns)


def task(words: str, **cells: Any) -> Proposal:
    return Proposal(words, {"text": words, "source": words, **cells})


def imported(year: Year, *proposals: Proposal) -> Year:
    run = ImportRun(year, "N1", DAY)
    run.take(TASKS, proposals)
    return year.with_tables(run.tables())


def test_what_is_proposed_is_a_row_and_remembered_cell_by_cell() -> None:
    year = imported(Year.of({}), task("Tọa đàm", lead="Sở Y tế"))
    assert [row["text"] for row in year.as_typed(schema.TASKS)] == ["Tọa đàm"]
    told = [(row["code"], row["column"], row["text"]) for row in year.rows(schema.PROPOSALS)]
    assert told == [
        ("NV01", "Nhiệm vụ", "Tọa đàm"),
        ("NV01", "Trích nguồn", "Tọa đàm"),
        ("NV01", "Chủ trì", "Sở Y tế"),
    ]


def test_the_year_itself_is_as_it_was() -> None:
    year = Year.of({})
    imported(year, task("Tọa đàm"))
    assert year.as_typed(schema.TASKS) == []


def test_the_same_document_again_hands_out_the_same_tables() -> None:
    once = imported(Year.of({}), task("Tọa đàm", due=DAY))
    again = imported(once, task("Tọa đàm", due=DAY))
    assert [page.rows for page in again.pages.values()] == [page.rows for page in once.pages.values()]


def test_a_cell_of_the_wrong_kind_stays_as_a_person_typed_it() -> None:
    typed = Year.of({"tblKeHoach": [{**BLANK, "code": "NV01", "text": "Tọa đàm", "due": "cuối quý"}]})
    after = imported(typed, task("Tọa đàm", due=DAY))
    assert [row["due"] for row in after.as_typed(schema.TASKS)] == ["cuối quý"]


def test_what_stands_in_a_column_of_the_offices_own_stays() -> None:
    year = Year.of({"tblKeHoach": [{**BLANK, "code": "NV01", "text": "Tọa đàm"}]})
    (row,) = year.pages["tblKeHoach"].rows
    own = year.with_tables({"tblKeHoach": [{**row, "Người theo dõi": "Văn phòng"}]})
    (after,) = imported(own, task("Tọa đàm", lead="Sở Y tế")).pages["tblKeHoach"].rows
    assert (after["Người theo dõi"], after["Chủ trì"]) == ("Văn phòng", "Sở Y tế")
