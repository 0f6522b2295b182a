"""The dashboard: its formulas say the truth, as built and after LibreOffice has worked them out anew."""

from __future__ import annotations

import csv
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import board, state_counts, tiles
from khoagiao_xl.building.period_picker import DUE_NOW
from khoagiao_xl.building.sheet_styles import COLOURS
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State
from khoagiao_xl.model.schema import DASHBOARD
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.rows import to_rows
from tests.chosen_period import choose_period

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = load_profile("2024").units
STATES_COLUMN, COUNT_COLUMN = state_counts.NAMES + 1, state_counts.COUNTS + 1  # counted from 1


@pytest.fixture(scope="module")
def computed(convert: Callable[[Path, str], Path]) -> Callable[[Path], Any]:
    """Return the dashboard as LibreOffice computes it; a master stores no result of a formula."""
    return lambda path: openpyxl.load_workbook(convert(path, "xlsx"), data_only=True)[DASHBOARD]


@pytest.fixture(scope="module")
def fresh_board(built_master: Path, tmp_path_factory: pytest.TempPathFactory, computed: Any) -> Any:
    """The dashboard of a master nobody has worked in yet, with January chosen."""
    path = Path(shutil.copy(built_master, tmp_path_factory.mktemp("fresh")))
    return computed(choose_period(path, "2024-M01"))


@pytest.mark.office
def test_the_head_of_a_fresh_board_tells_the_year_the_office_and_the_days_of_the_period(
    fresh_board: Any,
) -> None:
    days = [fresh_board.cell(board.VALUES, column).value for column in (4, 6, 8, 12, 15)]
    assert fresh_board[f"B{board.TITLE}"].value == "SỔ KHOA GIÁO NĂM 2024"
    office = "Ban Tuyên giáo Đảng ủy Khối  ·  Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh"
    assert fresh_board[f"B{board.OFFICE}"].value == office
    assert [f"{day:%d/%m/%Y}" for day in days] == [
        "15/12/2023", "14/01/2024", "18/01/2024", "25/01/2024", "01/02/2024"
    ]  # fmt: skip
    assert fresh_board[f"B{board.STATUS}"].value == "Tình trạng báo cáo kỳ 2024-M01 của 92 đơn vị"
    assert fresh_board[f"P{board.VALUES}"].value == "0 / 92 đơn vị"


@pytest.mark.office
def test_on_a_fresh_board_every_unit_has_a_tile_and_has_not_reported(fresh_board: Any) -> None:
    rows = range(board.STATUS + 1, board.STATUS + 1 + board.TILES_DOWN)
    columns = range(board.LEFT + 1, board.LEFT + 1 + board.TILES_ACROSS)
    shown = [(fresh_board.cell(row, column).value or "") for row in rows for column in columns]
    states = [fresh_board.cell(row, column + tiles.HIDDEN).value or "" for row in rows for column in columns]
    spare = tiles.SHOWN - len(UNITS)
    assert shown == [unit.code for unit in UNITS] + [""] * spare
    assert states == [State.MISSING.value] * len(UNITS) + [""] * spare


def test_a_master_stores_no_result_that_could_grow_stale(built_master: Path) -> None:
    stored = openpyxl.load_workbook(built_master, data_only=True)[DASHBOARD]
    formulas = openpyxl.load_workbook(built_master)[DASHBOARD]
    assert not [c.coordinate for row in formulas.iter_rows() for c in row
                if c.data_type == "f" and stored[c.coordinate].value is not None]  # fmt: skip


def finding(file: str, sheet: str, cell: str, severity: str) -> dict[str, str | None]:
    period = "2024-M01" if file else None
    return {
        "period": period,
        "file": file,
        "sheet": sheet,
        "cell": cell,
        "severity": severity,
        "message": "x",
    }


@pytest.fixture(scope="module")
def busy_master(built_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A master in use: of January a report in every state, of February one, findings, a journal."""
    path = tmp_path_factory.mktemp("busy") / "So.xlsm"
    path.write_bytes(built_master.read_bytes())
    book = FileBook(path)
    reported = [state for state in State if state is not State.MISSING]
    january = [
        {"period": "2024-M01", "unit": unit.code, "state": state}
        for unit, state in zip(UNITS, reported, strict=False)
    ]
    february = [{"period": "2024-M02", "unit": UNITS[0].code, "state": State.RETURNED}]
    book.write(schema.DUTIES.name, to_rows([*january, *february], schema.DUTIES))
    places = [
        ("", "Đơn vị", "E7", "lỗi"),
        ("a.xlsx", "Số liệu", "D8", "lỗi"),
        ("a.xlsx", "Số liệu", "D9", "cần giải trình"),
    ]
    found = [finding(*place) for place in places]
    book.write(schema.FINDINGS.name, to_rows(found, schema.FINDINGS))
    moment = datetime(2024, 1, 22, 8, 30)  # noqa: DTZ001
    done = {"moment": moment, "action": "Tổng hợp", "period": "2024-M01", "result": "Xong."}
    book.write(schema.JOURNAL.name, to_rows([done], schema.JOURNAL))
    book.save()
    return choose_period(path, "2024-M01")


@pytest.fixture(scope="module")
def busy_board(busy_master: Path, computed: Any) -> Any:
    return computed(busy_master)


@pytest.mark.office
def test_each_state_is_counted_and_what_is_left_has_not_reported(busy_board: Any) -> None:
    rows = range(board.STATUS + 1, board.STATUS + 1 + len(State))
    counts = {
        busy_board.cell(row, STATES_COLUMN).value.lower(): busy_board.cell(row, COUNT_COLUMN).value
        for row in rows
    }
    assert counts == {state: 1 if state is not State.MISSING else 92 - len(State) + 1 for state in State}
    assert sum(counts.values()) == 92


@pytest.mark.office
def test_a_tile_shows_its_unit_and_its_state(busy_board: Any) -> None:
    row = board.STATUS + 1
    across = range(len(State))
    shown = [busy_board.cell(row, board.LEFT + 1 + column).value for column in across]
    states = [busy_board.cell(row, board.LEFT + 1 + column + tiles.HIDDEN).value for column in across]
    assert shown == [unit.code for unit in UNITS[: len(State)]]
    assert states == [*(state for state in State if state is not State.MISSING), State.MISSING]


@pytest.mark.office
def test_open_findings_are_counted_apart_for_the_period_and_for_the_master(busy_board: Any) -> None:
    first = board.STATUS + 1 + len(State)
    assert [busy_board.cell(row, COUNT_COLUMN).value for row in range(first, first + 3)] == [1, 1, 1]


@pytest.mark.office
def test_the_last_action_stands_below(busy_board: Any) -> None:
    line = [cell.value for cell in busy_board[board.JOURNAL + 1] if cell.value]
    assert line == [datetime(2024, 1, 22, 8, 30), "Tổng hợp", "2024-M01", "Xong."]  # noqa: DTZ001


@pytest.mark.office
def test_libreoffice_shows_the_built_master_without_an_error(built_master: Path, convert: Any) -> None:
    with convert(built_master, "csv:Text - txt - csv (StarCalc):44,34,76").open(encoding="utf-8") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert "SỔ KHOA GIÁO NĂM 2024" in cells
    assert not [cell for cell in cells if cell.startswith(("#", "Err:"))]


def test_every_state_has_a_colour_of_its_own() -> None:
    assert len({COLOURS[state] for state in State}) == len(State)


def test_the_dashboard_is_no_wider_than_a_small_screen() -> None:
    assert sum(board.WIDTHS) * 1.11 < 1218  # what LibreOffice leaves of 1280, at its wider columns


def test_the_period_is_chosen_from_the_deadlines(workbook: Any) -> None:
    sheet = workbook[DASHBOARD]
    rule = next(rule for rule in sheet.data_validations.dataValidation if f"B{board.VALUES}" in rule.sqref)
    assert rule.formula1 == "dsKy"
    assert sheet[f"B{board.VALUES}"].value == DUE_NOW
    assert workbook.defined_names["kgKy"].attr_text == f"'{DASHBOARD}'!$B${board.VALUES}"


PAST, TO_COME = date(2001, 1, 1), date(2099, 12, 31)
OPENS = {
    "2024-M01": {"2024-M01": TO_COME},
    "2024-M05": {"2024-Q1": TO_COME, "2024-M05": TO_COME, "2024-M06": TO_COME},
    "2024-M12": {"2024-M12": PAST},  # the year is over
}


@pytest.mark.office
@pytest.mark.parametrize(("opens_on", "closes"), OPENS.items())
def test_the_dashboard_opens_on_the_first_month_that_is_not_closed(
    built_master: Path, tmp_path: Path, computed: Any, opens_on: str, closes: dict[str, date]
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / f"{opens_on}.xlsm"))
    book = FileBook(path)
    rows = book.read("tblThoiHan")
    # The other periods of 2024 were closed in their year, whatever day the test runs on.
    book.write(
        "tblThoiHan", [{**row, "Hạn khóa": closes.get(str(row["Kỳ"]), row["Hạn khóa"])} for row in rows]
    )
    book.save()
    assert computed(path)[f"B{board.VALUES}"].value == opens_on


@pytest.mark.office
def test_of_a_year_that_is_over_the_dashboard_opens_on_the_last_month_that_was_taken_in(
    built_master: Path, tmp_path: Path, computed: Any
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "over.xlsm"))
    book = FileBook(path)
    closed = [{**row, "Hạn khóa": PAST} for row in book.read("tblThoiHan")]
    book.write("tblThoiHan", closed)
    book.write(
        "tblTiepNhan", [{"Kỳ": period, "Mã đơn vị": "SYT"} for period in ("2024-M02", "2024-M03", "2024-Q1")]
    )
    book.save()
    assert computed(path)[f"B{board.VALUES}"].value == "2024-M03"


@pytest.mark.office
def test_a_unit_that_was_dissolved_is_neither_counted_nor_in_any_state(
    built_master: Path, tmp_path: Path, computed: Any
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "gone.xlsm"))
    book = FileBook(path)
    rows = book.read("tblDonVi")
    book.write("tblDonVi", [{**rows[0], "Đến ngày": date(2024, 2, 1)}, *rows[1:]])
    book.save()
    february = computed(choose_period(path, "2024-M02"))
    assert february.cell(board.STATUS + 1, board.LEFT + 1 + tiles.HIDDEN).value is None
    assert february[f"P{board.VALUES}"].value == "0 / 91 đơn vị"
    assert computed(choose_period(path, "2024-M01"))[f"P{board.VALUES}"].value == "0 / 92 đơn vị"
