"""The master workbook, drawn from the schema and a profile's data."""

from __future__ import annotations

import tempfile
import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from khoagiao_xl.building import (
    board,
    dashboard,
    defined_names,
    macro_project,
    macros_off,
    month_view,
    person_view,
    standalone,
    tabs,
    work_list,
)
from khoagiao_xl.building.figure_heads import draw_heads
from khoagiao_xl.building.finishing import finish
from khoagiao_xl.building.sheet_styles import FONT, ONE_DECIMAL, Styles
from khoagiao_xl.building.table_sheets import Drawing, draw_table
from khoagiao_xl.files import write_atomically
from khoagiao_xl.model import schema
from khoagiao_xl.model.deadlines import plan_deadlines
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year
from khoagiao_xl.planning.calendar import calendar_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlsxwriter import Workbook

    from khoagiao_xl.building.board import Board
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.office.profiles import Profile

Office = Literal["excel", "libreoffice"]
_WITH_DECIMAL = frozenset({Type.MONEY, Type.PERCENT})


def build_master(
    out: Path,
    profile: Profile,
    *,
    for_office: Office = "excel",
    with_xlwings: bool = False,
    now: datetime | None = None,
) -> None:
    """Write the master of `profile` to `out` (.xlsm); the same input gives the same bytes.

    now: for which its formulas are computed, without a time zone; else the beginning of the year.
    with_xlwings: with what starts Python from Excel, taken from the xlwings of this machine.
    Raise CannotWrite when `out` cannot be written; what stood there is then as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        drawn, draft = Path(folder) / "drawn.xlsx", Path(folder) / "master.xlsm"
        _draw(drawn, profile, with_xlwings=with_xlwings)
        moment = now or datetime(profile.year, 1, 1)  # noqa: DTZ001  # Excel's days have no time zone
        finished = finish(drawn.read_bytes(), moment)
        draft.write_bytes(finished)
        modules = standalone.read_modules() if with_xlwings else ()
        macro_project.add_macros(draft, for_office, modules)
        write_atomically(out, draft.read_bytes())


def _draw(path: Path, profile: Profile, *, with_xlwings: bool) -> None:
    from xlsxwriter import Workbook

    from khoagiao_xl.building.quick_sheet import QuickSheet

    with warnings.catch_warnings():
        # XlsxWriter warns and leaves out what it cannot do; a master with a part missing is no master.
        warnings.simplefilter("error")
        workbook = Workbook(path, _options())
        workbook.worksheet_class = QuickSheet
        _describe(workbook, profile)
        styles = Styles(workbook)
        _fill(workbook, profile, styles)
        if with_xlwings:
            standalone.draw_settings(workbook, styles, profile.setting("python"))
        workbook.close()


def _options() -> dict[str, Any]:
    """Return XlsxWriter's options, new each time: it writes into what it is given."""
    return {
        # What text is stays text: nothing from a data file may become a formula, a link or a number.
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        # Column widths count in digits of this font: one that a machine lacks makes every column wrong.
        "default_format_properties": {
            "font_name": FONT,
            "font_size": 10,
            "font_scheme": None,
        },
    }


def _describe(workbook: Workbook, profile: Profile) -> None:
    # A fixed moment: the file says what it was built from, not when.
    created = datetime(profile.year, 1, 1, tzinfo=UTC)
    workbook.set_properties({"title": f"Sổ khoa giáo năm {profile.year}", "created": created})
    workbook.set_custom_property("kg_master_id", profile.setting("ma_so"))
    workbook.set_size(1280, 720)


def _fill(workbook: Workbook, profile: Profile, styles: Styles) -> None:
    stage = board.add_board(workbook, styles)
    views = {name: board.add_stage(workbook, styles, name) for name in schema.VIEWS}
    shown = [_shown(table, profile) for table in tabs.in_order(schema.TABLES)]
    sheets = {table.name: workbook.add_worksheet(table.sheet) for table in shown}
    macros_off.draw_sheet(styles, workbook.add_worksheet(macros_off.SHEET))
    lists = defined_names.Lists(workbook, styles)
    data = default_tables(profile)
    for table in shown:
        rows = to_rows(data.get(table.name, ()), table)
        drawing = Drawing(
            workbook,
            styles,
            lists,
            table,
            sheets[table.name],
            _formats(table, profile),
            len(profile.units),
            len(profile.indicators),
        )
        draw_table(drawing, rows)
        if table.name == schema.FIGURES.name:
            draw_heads(drawing, {item.code: item.section for item in profile.indicators})
    defined_names.define_columns(workbook)
    _draw_views(views, lists)
    dashboard.draw_board(stage, lists, len(profile.units))


def _draw_views(views: Mapping[str, Board], lists: defined_names.Lists) -> None:
    """Draw the sheets that show the plan, and keep what they show it from."""
    work_list.keep_work(lists)
    month_view.keep_months(lists)
    person_view.keep_persons(lists)
    month_view.draw_month(views[schema.MONTH_VIEW])
    person_view.draw_persons(views[schema.PERSON_VIEW])


def _shown(table: schema.Table, profile: Profile) -> schema.Table:
    return schema.figures_table(profile.indicators) if table is schema.FIGURES else table


def _formats(table: schema.Table, profile: Profile) -> dict[str, str]:
    """Return field -> number format, where the schema's kind of column is not enough."""
    if table.name != schema.FIGURES.name:
        return {}
    return {item.code: ONE_DECIMAL for item in profile.indicators if item.type in _WITH_DECIMAL}


def default_tables(profile: Profile) -> dict[str, Iterable[object]]:
    """Return what a new master of `profile` holds: table name -> records, or field -> value."""
    days = plan_deadlines(profile.year, profile.day_rules)
    deadlines = [{**vars(line), "change": None} for line in days]
    with_days = {
        schema.DEADLINES.name: deadlines,
        schema.REVIEW_STEPS.name: profile.review_steps,
        **profile.carried,
    }
    return {
        **with_days,
        schema.UNITS.name: profile.units,
        schema.HOLIDAYS.name: profile.holidays,
        schema.INDICATORS.name: [_indicator_row(item) for item in profile.indicators],
        schema.RULES.name: profile.rules,
        schema.REGISTER.name: profile.register,
        schema.LETTER_WORDS.name: profile.letter_words,
        schema.CALENDAR.name: calendar_entries(Year.of(with_days)),
        schema.SETTINGS.name: profile.settings,
    }


def _indicator_row(item: Indicator) -> dict[str, Any]:
    row: dict[str, Any] = {kind.value: "x" if kind in item.kinds else None for kind in Kind}
    for column in schema.INDICATORS.columns:
        if column.field not in row:
            row[column.field] = getattr(item, column.field)
    return row
