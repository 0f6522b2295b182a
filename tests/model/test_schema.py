"""The schema: one word for each thing, and only what Excel takes."""

import re

import pytest

from khoagiao_xl.model.schema import FIGURES, SHEETS, TABLES, Table, figures_table
from khoagiao_xl.office.profiles import load_profile

COLUMNS = {f"{table.name}[{column.name}]" for table in TABLES for column in table.columns}


def test_no_sheet_and_no_table_bears_the_name_of_another() -> None:
    assert len({name.lower() for name in SHEETS}) == len(SHEETS)
    assert len({table.name.lower() for table in TABLES}) == len(TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_excel_takes_the_names_of_a_table(table: Table) -> None:
    assert len(table.sheet) <= 31
    assert not re.search(r"[\[\]:*?/\\]", table.sheet)
    assert re.fullmatch(r"tbl[A-Za-z]+", table.name)
    assert len(set(table.headings)) == len(table.columns)
    assert len({column.field for column in table.columns}) == len(table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_drop_down_comes_from_a_column_that_exists(table: Table) -> None:
    assert {column.source for column in table.columns if column.source} <= COLUMNS


def test_the_figures_have_one_column_for_each_indicator_that_is_no_text() -> None:
    indicators = load_profile("2024").indicators
    wide = figures_table(indicators)
    asked = [item.code for item in indicators if item.type != "lời văn"]
    assert wide.headings == (*FIGURES.headings, *asked)
