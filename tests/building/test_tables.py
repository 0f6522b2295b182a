"""Every table of the schema stands in the master: its name, its columns, checks, colours and data."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from openpyxl.utils import get_column_letter, range_boundaries

from khoagiao_xl.building import tabs
from khoagiao_xl.building.defined_names import COLUMNS, LISTS, SOURCES
from khoagiao_xl.building.macros_off import SHEET
from khoagiao_xl.building.table_sheets import LETTER, wraps
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import periods_of
from khoagiao_xl.model.schema import (
    DASHBOARD,
    HEADER_ROW,
    SHEETS,
    TABLES,
    VIEWS,
    Cell,
    Column,
    Table,
    figures_table,
)
from khoagiao_xl.office.profiles import load_profile

SHOWN = [figures_table(load_profile().indicators) if table is schema.FIGURES else table for table in TABLES]
ALL_TABLES = pytest.mark.parametrize("table", SHOWN, ids=lambda table: table.name)
TYPED = pytest.mark.parametrize(
    "table", [table for table in SHOWN if table.typed], ids=lambda table: table.name
)
PROFILE = load_profile()
ROWS = {
    "tblDonVi": len(PROFILE.units),
    "tblThoiHan": len(periods_of(PROFILE.year)),
    "tblNgayNghi": len(PROFILE.holidays),
    "tblChiTieu": len(PROFILE.indicators),
}


def validation_of(sheet: Any, table: Table, column: Column) -> Any:
    cell = f"{get_column_letter(table.columns.index(column) + 1)}{HEADER_ROW + 1}"
    return next((rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref), None)


def test_the_sheets_stand_in_the_order_of_the_schema_and_the_lists_are_hidden(workbook: Any) -> None:
    tables = [table.sheet for table in tabs.in_order(TABLES)]
    assert workbook.sheetnames == [DASHBOARD, *VIEWS, *tables, SHEET, LISTS]
    assert sorted([DASHBOARD, *VIEWS, *tables]) == sorted(SHEETS)
    assert [sheet.title for sheet in workbook if sheet.sheet_state == "veryHidden"] == [LISTS]


def test_what_only_the_program_reads_is_hidden(workbook: Any) -> None:
    hidden = {sheet.title for sheet in workbook if sheet.sheet_state == "hidden"}
    assert hidden == {"Văn bản nguồn", "Đề xuất"}


def test_sheets_of_one_group_stand_side_by_side_in_one_colour(workbook: Any) -> None:
    colours = [workbook[table.sheet].sheet_properties.tabColor.rgb for table in tabs.in_order(TABLES)]
    runs = [colour for colour, _ in itertools.groupby(colours)]
    assert len(runs) == len(set(runs)) == len(tabs.GROUPS)


@pytest.mark.parametrize(("table", "first"), {"tblTiepNhan": "rule", "tblTongHop": "section"}.items())
def test_what_serves_the_program_alone_is_folded_away(workbook: Any, table: str, first: str) -> None:
    [shown] = [shown for shown in SHOWN if shown.name == table]
    columns = workbook[shown.sheet].column_dimensions
    at = get_column_letter(shown.columns.index(shown.column_of(first)) + 1)
    assert (columns[at].hidden, columns[at].outlineLevel) == (True, 1)
    assert not columns["B"].hidden


def test_over_the_codes_of_the_figures_stand_their_short_names_and_their_sections(workbook: Any) -> None:
    sheet = workbook[schema.FIGURES.sheet]
    assert [sheet.cell(HEADER_ROW, column).value for column in (3, 4)] == ["Tên đơn vị", "KG001"]
    assert "MATCH(D4,kgChiTieuMa,0)" in sheet["D3"].value
    assert sheet["D1"].value == "Tình hình chung"
    assert sheet.freeze_panes == "D5"


def test_numbers_of_the_figures_and_totals_are_written_the_vietnamese_way(workbook: Any) -> None:
    assert workbook["Tổng hợp"].cell(HEADER_ROW + 1, 5).number_format == "[$-42A]#,##0_)"
    assert workbook["Số liệu"].cell(HEADER_ROW + 1, 4).number_format == "[$-42A]#,##0_)"


@ALL_TABLES
def test_a_table_has_its_name_its_columns_and_a_body(workbook: Any, table: Table) -> None:
    sheet = workbook[table.sheet]
    drawn = sheet.tables[table.name]
    rows = ROWS.get(table.name) or max(1, sheet.max_row - HEADER_ROW)
    assert drawn.ref == f"A{HEADER_ROW}:{get_column_letter(len(table.columns))}{HEADER_ROW + rows}"
    assert tuple(drawn.column_names) == table.headings
    assert tuple(cell.value for cell in sheet[HEADER_ROW]) == table.headings


@ALL_TABLES
def test_the_first_body_row_carries_the_look_of_every_column(workbook: Any, table: Table) -> None:
    formats = {Cell.DATE: "dd/mm/yyyy", Cell.MOMENT: "dd/mm/yyyy hh:mm", Cell.TEXT: "@", Cell.WORDS: "@"}
    row = workbook[table.sheet][HEADER_ROW + 1]
    for cell, column in zip(row, table.columns, strict=True):
        assert cell.has_style
        assert column.cell not in formats or cell.number_format == formats[column.cell]
        assert bool(cell.alignment.wrap_text) == wraps(table, column)


@TYPED
def test_a_column_offers_what_the_schema_offers(workbook: Any, table: Table) -> None:
    for column in table.columns:
        rule = validation_of(workbook[table.sheet], table, column)
        if column.source:
            assert rule.formula1 == SOURCES[column.source]
        elif column.choices:
            where = workbook.defined_names[rule.formula1].attr_text.split("!")[1]
            first, *_ = range_boundaries(where)
            column_cells = workbook[LISTS].iter_cols(first, first, values_only=True)
            offered = [value for value in next(column_cells) if value is not None]
            assert offered == list(column.choices)
        if column.advice:
            assert rule.prompt == column.advice


@TYPED
def test_a_date_column_takes_no_text(workbook: Any, table: Table) -> None:
    for column in table.columns:
        if column.cell is Cell.DATE:
            assert validation_of(workbook[table.sheet], table, column).type == "date"


@TYPED
def test_a_wrong_cell_is_coloured_by_what_tblloi_says(workbook: Any, table: Table) -> None:
    rules = workbook[table.sheet].conditional_formatting
    formulas = [rule.formula[0] for area in rules for rule in area.rules if rule.formula]
    assert any("kgLoiO" in formula and f'"{table.sheet}"' in formula for formula in formulas)


@ALL_TABLES
def test_a_sheet_prints_on_a4_across_with_its_header_on_every_page(workbook: Any, table: Table) -> None:
    sheet = workbook[table.sheet]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.freeze_panes.endswith(str(HEADER_ROW + 1))
    assert "&P/&N" in sheet.oddFooter.right.text


def test_every_name_points_at_a_sheet_of_the_master(workbook: Any) -> None:
    for name in COLUMNS:
        assert COLUMNS[name][0].sheet in workbook.defined_names[name].attr_text


def test_the_sheets_people_fill_in_differ_in_colour_from_those_the_program_fills_in(workbook: Any) -> None:
    colours: dict[bool, set[str]] = {True: set(), False: set()}
    for table in TABLES:
        colours[table.typed].add(workbook[table.sheet].cell(HEADER_ROW, 1).fill.fgColor.rgb)
    assert len(colours[True]) == len(colours[False]) == 1
    assert colours[True] != colours[False]


@ALL_TABLES
def test_a_heading_stands_above_the_arrow_of_its_filter(workbook: Any, table: Table) -> None:
    heads = [workbook[table.sheet].cell(HEADER_ROW, at) for at in range(1, len(table.columns) + 1)]
    assert {cell.alignment.vertical for cell in heads} == {"top"}


def test_the_names_of_all_units_are_whole_where_what_came_is_listed() -> None:
    column = schema.DUTIES.column_of("unit_name")
    assert column.cell is Cell.LONG  # on two lines where one is too short: paper has no room for a wider one
    assert not [unit.name for unit in PROFILE.units if len(unit.name) * LETTER > 2 * column.width]


def test_every_choice_stands_in_its_list_as_a_word_even_the_sign_of_equality(workbook: Any) -> None:
    lists = {
        tuple(cell.value for cell in column if cell.data_type == "s") for column in workbook[LISTS].columns
    }
    wanted = {column.choices for table in TABLES for column in table.columns if column.choices}
    assert schema.RULES.column_of("comparison").choices in wanted
    assert not wanted - lists
