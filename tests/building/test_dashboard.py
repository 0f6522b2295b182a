"""The dashboard: its formulas say the truth, as built and after LibreOffice has worked them out anew."""

from __future__ import annotations

import csv
import re
import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.building import board, tiles
from khoagiao_xl.building.period_picker import DUE_NOW
from khoagiao_xl.building.sheet_styles import COLOURS
from khoagiao_xl.building.unit_standings import WORST_FIRST
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Frozen
from khoagiao_xl.model.mail_records import LoggedLetter
from khoagiao_xl.model.records import State
from khoagiao_xl.model.results import Job
from khoagiao_xl.model.schema import DASHBOARD
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.rows import to_rows
from tests.chosen_period import choose_period

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = load_profile("2024").units
HEAD = ("E", "I", "M", "P")  # the columns of the four tiles


@pytest.fixture(scope="module")
def computed(convert: Callable[[Path, str], Path]) -> Callable[[Path], Any]:
    """Return the dashboard as LibreOffice computes it; a master stores no result of a formula."""
    return lambda path: openpyxl.load_workbook(convert(path, "xlsx"), data_only=True)[DASHBOARD]


def head_of(sheet: Any) -> list[Any]:
    """Return what the four tiles say: reported, on time, returned, how long is left."""
    return [sheet[f"{column}{board.VALUES}"].value for column in HEAD]


def tiles_of(sheet: Any) -> list[tuple[str, str]]:
    """Return the name and the state of every unit that is shown, in the order of the tiles."""
    found = []
    for place in range(tiles.SHOWN):
        down, across = divmod(place, tiles.TILES_ACROSS)
        row, column = board.TILES + down, board.LEFT + 1 + across * tiles.TILE_CELLS
        state = sheet.cell(row, column + board.HIDDEN + 1).value
        if state:
            found.append((sheet.cell(row, column).value, state))
    return found


def states_of(sheet: Any) -> dict[str, int]:
    """Return how many units the dashboard counts in each state."""
    counts = [cell.value for cell in sheet[board.CHIPS] if isinstance(cell.value, int)]
    return dict(zip(WORST_FIRST, counts, strict=True))


def strip_of(sheet: Any) -> dict[str, tuple[Any, Any]]:
    """Return what the strip of the year says: name of a period -> share, count or day."""
    rows = (board.STRIP_LABELS, board.STRIP_SHARES, board.STRIP_COUNTS)
    columns = range(board.LEFT + 1, board.RIGHT + 2)
    cells = [[sheet.cell(row, column).value for column in columns] for row in rows]
    return {name: (share, count) for name, share, count in zip(*cells, strict=True)}


def lines_of(
    sheet: Any, heading: int, first: int, last: int, count: int = board.LIST_LINES
) -> list[list[Any]]:
    """Return the lines under a heading: what stands in their columns from first to last."""
    rows = range(heading + 1, heading + 1 + count)
    lines = [[sheet.cell(row, column + 1).value for column in range(first, last + 1)] for row in rows]
    return [[value for value in line if value not in (None, "")] for line in lines]


@pytest.fixture(scope="module")
def fresh_board(built_master: Path, tmp_path_factory: pytest.TempPathFactory, computed: Any) -> Any:
    """The dashboard of a master nobody has worked in yet, with January chosen."""
    path = Path(shutil.copy(built_master, tmp_path_factory.mktemp("fresh")))
    return computed(choose_period(path, "2024-M01"))


@pytest.mark.office
def test_the_head_of_a_fresh_board_tells_the_year_the_office_and_the_days_of_the_period(
    fresh_board: Any,
) -> None:
    assert fresh_board[f"B{board.TITLE}"].value == "SỔ KHOA GIÁO NĂM 2024"
    office = "Ban Tuyên giáo Đảng ủy Khối  ·  Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh"
    assert fresh_board[f"B{board.OFFICE}"].value == office
    assert fresh_board[f"B{board.SUBS}"].value == "Tháng 1/2024"
    days = fresh_board[f"B{board.DAYS}"].value
    assert days.split("   ·   ") == [
        "Số liệu từ 15/12/2023 đến 14/1/2024",
        "Hạn đơn vị 18/1/2024",
        "Hạn báo cáo 25/1/2024",
        "Khóa số 1/2/2024",
    ]


@pytest.mark.office
def test_of_a_period_that_is_closed_the_head_says_since_when_and_counts_no_days(fresh_board: Any) -> None:
    assert head_of(fresh_board) == ["0/92", "0/92", 0, "đã khóa 1/2/2024"]


DAYS_LEFT = {"hôm nay": 0, "còn 3 ngày": 3, "quá hạn 2 ngày": -2}


@pytest.mark.office
@pytest.mark.parametrize(("said", "days"), DAYS_LEFT.items())
def test_before_that_the_head_counts_the_days_to_the_units_deadline(
    built_master: Path, tmp_path: Path, computed: Any, said: str, days: int
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "So.xlsm"))
    book = FileBook(path)
    january, *others = book.read("tblThoiHan")
    due = date.today() + timedelta(days)  # noqa: DTZ011  # LibreOffice's own day, which TODAY() gives
    book.write("tblThoiHan", [{**january, "Hạn đơn vị": due, "Hạn khóa": due + timedelta(9)}, *others])
    book.save()
    assert head_of(computed(choose_period(path, "2024-M01")))[3] == said


@pytest.mark.office
@pytest.mark.parametrize(
    ("turns", "said"), [((Frozen.CLOSED,), "đã chốt"), ((Frozen.CLOSED, Frozen.REOPENED), "đã khóa 1/2/2024")]
)
def test_the_head_says_when_a_period_was_closed_for_good(
    built_master: Path, tmp_path: Path, computed: Any, turns: tuple[Frozen, ...], said: str
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "So.xlsm"))
    book = FileBook(path)
    rows = [{"period": "2024-M01", "round": 1, "kind": turn} for turn in turns]
    book.write(schema.CLOSINGS.name, to_rows(rows, schema.CLOSINGS))
    book.save()
    assert head_of(computed(choose_period(path, "2024-M01")))[3] == said


@pytest.mark.office
def test_on_a_fresh_board_every_unit_has_a_tile_and_has_not_reported(fresh_board: Any) -> None:
    shown = tiles_of(fresh_board)
    assert [state for _, state in shown] == [State.MISSING.value] * len(UNITS)
    assert all(name for name, _ in shown)
    title = fresh_board[f"B{board.STATUS}"].value
    assert title == "Tháng 1/2024: 92 đơn vị phải nộp, đơn vị còn nợ đứng trước"


@pytest.mark.office
def test_the_strip_says_nothing_of_a_period_that_nothing_came_in_of_but_its_day(fresh_board: Any) -> None:
    strip = strip_of(fresh_board)
    assert list(strip) == [*(f"T{month}" for month in range(1, 13)), "Quý I", "Quý II", "Quý III", "Quý IV",
                           "6 tháng", "Cả năm"]  # fmt: skip
    assert strip["T3"] == (None, "hạn 18/3")


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
        {"period": "2024-M01", "unit": unit.code, "state": state, "on_time": state is State.ACCEPTED}
        for unit, state in zip(UNITS, reported, strict=False)
    ]
    february = [{"period": "2024-M02", "unit": UNITS[0].code, "state": State.RETURNED}]
    book.write(schema.DUTIES.name, to_rows([*january, *february], schema.DUTIES))
    places = [
        ("", "Đơn vị", "E7", "lỗi"),
        ("a.xlsx", "Số liệu", "D8", "lỗi"),
        ("a.pdf", "", "", "lỗi"),  # no form: nobody can mend it
        ("a.xlsx", "Số liệu", "D9", "cần giải trình"),
    ]
    found = [finding(*place) for place in places]
    book.write(schema.FINDINGS.name, to_rows(found, schema.FINDINGS))
    moment = datetime(2024, 1, 22, 8, 30)  # noqa: DTZ001
    done = {"moment": moment, "action": "Tổng hợp", "period": "2024-M01", "result": "Xong."}
    book.write(schema.JOURNAL.name, to_rows([done], schema.JOURNAL))
    tasks = [{"code": "NV01", "text": "Một", "status": "xong"}, {"code": "NV02", "text": "Hai", "status": "nhận",
             "due": date(2024, 1, 31)}]  # fmt: skip
    issues = [{"day": date(2024, 1, 9)}, {"day": date(2024, 1, 8), "closed_on": date(2024, 1, 20)}]
    book.write(schema.ISSUES.name, to_rows(issues, schema.ISSUES))
    book.write(schema.TASKS.name, to_rows(tasks, schema.TASKS))
    book.write(schema.TOTALS.name, to_rows([total(**figure) for figure in FIGURES], schema.TOTALS))
    book.save()
    return choose_period(path, "2024-M01")


FIGURES: list[dict[str, Any]] = [
    {"code": "KG201", "value": 1084, "previous_both": 65, "previous_then": 151, "previous_now": 158},
    {"code": "KG205", "value": 3, "previous_both": 65, "previous_then": 0, "previous_now": 3},
    {"code": "KG209", "value": 7, "previous_both": 61, "previous_then": 9, "previous_now": 7},
    {"code": "KG101", "value": 5, "previous_both": 62, "previous_then": 8, "previous_now": 5},
    {"code": "KG001", "value": 6683, "previous_both": 81, "previous_then": 4665, "previous_now": 4667},
]


def total(code: str, **facts: Any) -> dict[str, Any]:
    """Return a line of tblTongHop of January that 92 units owe."""
    return {"period": "2024-M01", "code": code, "unit_of_measure": "cuộc", "owing": 92, **facts}


@pytest.fixture(scope="module")
def busy_board(busy_master: Path, computed: Any) -> Any:
    return computed(busy_master)


@pytest.mark.office
def test_each_state_is_counted_and_what_is_left_has_not_reported(busy_board: Any) -> None:
    counts = states_of(busy_board)
    assert counts == {state: 1 if state is not State.MISSING else 92 - len(State) + 1 for state in State}
    assert sum(counts.values()) == 92


@pytest.mark.office
def test_who_is_released_owes_nothing_and_no_rate_counts_it(busy_board: Any) -> None:
    assert head_of(busy_board)[:3] == ["3/91", "1/91", 2]
    assert busy_board[f"I{board.SUBS}"].value == "1,1% số đơn vị phải nộp"
    assert strip_of(busy_board)["T1"] == (pytest.approx(1 / 91), "1/91")


@pytest.mark.office
def test_the_units_stand_from_the_worst_to_the_best_by_their_names(busy_board: Any) -> None:
    shown = tiles_of(busy_board)
    states = [state for _, state in shown]
    assert states == sorted(states, key=lambda state: WORST_FIRST.index(State(state)))
    accepted = UNITS[[state for state in State if state is not State.MISSING].index(State.ACCEPTED)]
    assert (accepted.name if len(accepted.name) < 19 else accepted.aliases[0], State.ACCEPTED) in shown


@pytest.mark.office
def test_what_is_counted_as_open_can_be_brought_to_nothing(busy_board: Any) -> None:
    first, last = board.LEFT + 5, board.MIDDLE - 1
    open_ones = lines_of(busy_board, board.FOOT, first, last, board.FOOT_LINES)
    assert open_ones == [
        ["Lỗi đơn vị phải sửa trong kỳ", 1],
        ["Câu hỏi chờ đơn vị giải trình", 1],
        ["Ô sai trong sổ này", 1],
        ["Vấn đề nổi cộm chưa xong", 1],
        ["Nhiệm vụ, bước quá hạn", 1],
        ["Đến hạn trong 7 ngày", 0],
    ]


@pytest.mark.office
def test_the_plan_is_counted_by_status(busy_board: Any) -> None:
    lines = lines_of(busy_board, board.FOOT, board.LEFT, board.LEFT + 2)
    assert lines == [["Đề xuất", 0], ["Nhận", 1], ["Đang làm", 0], ["Xong", 1], ["Bỏ", 0]]


@pytest.mark.office
def test_a_figure_is_compared_over_the_units_that_gave_it_both_times_or_not_at_all(busy_board: Any) -> None:
    figures = lines_of(busy_board, board.LISTS_AT, board.LEFT + 4, board.MIDDLE - 1)
    assert figures == [
        [1084, "cuộc", "▲ 4,6%\n65 đơn vị cùng báo"],
        [3, "cuộc"],  # nothing to compare with
        [7, "cuộc"],  # too few units
        [5, "cuộc", "▼ 37,5%\n62 đơn vị cùng báo"],
        [6683, "cuộc", "▲ dưới 0,1%\n81 đơn vị cùng báo"],
    ]


@pytest.mark.office
def test_the_last_action_stands_below(busy_board: Any) -> None:
    line, *_ = lines_of(busy_board, board.FOOT, board.MIDDLE, board.RIGHT)
    assert line == [datetime(2024, 1, 22, 8, 30), "Tổng hợp 2024-M01: Xong."]  # noqa: DTZ001


def stored_on(path: Path, today: date) -> Path:
    """Store the dashboard of a master as it stands on a day; return its path."""
    book = FileBook(path)
    book.compute(datetime.combine(today, time()))
    book.save()
    return path


@pytest.mark.office
def test_what_depends_on_the_day_is_computed_anew_whatever_is_stored(
    built_master: Path, tmp_path: Path, computed: Any
) -> None:
    path = stored_on(Path(shutil.copy(built_master, tmp_path / "So.xlsm")), date(2024, 1, 10))
    before = openpyxl.load_workbook(path, data_only=True)[DASHBOARD]
    assert (before[f"B{board.VALUES}"].value, head_of(before)[3]) == ("2024-M01", "còn 8 ngày")
    now = computed(path)
    assert (now[f"B{board.VALUES}"].value, head_of(now)[3]) == ("2024-M12", "đã khóa 2/1/2025")
    assert now[f"B{board.SUBS}"].value == "Tháng 12/2024"


def test_an_action_on_a_closed_master_stores_what_its_dashboard_shows(
    busy_master: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(busy_master, tmp_path / "So.xlsm"))
    run_action("kiem_tra_ke_hoach", path, Job(datetime(2024, 1, 17, 9)))  # noqa: DTZ001
    stored = openpyxl.load_workbook(path, data_only=True)[DASHBOARD]
    assert head_of(stored) == ["3/91", "1/91", 2, "còn 1 ngày"]
    chart = Package.parse(path.read_bytes()).read_text("xl/charts/chart1.xml")
    assert re.findall(r"<c:v>(\d+)</c:v>", chart) == ["0", "1", "0", "1", "0"]
    assert OpenXmlValidator().validate(path).errors == []


def test_a_long_duty_ends_in_dots_and_is_not_cut_by_its_cell(built_master: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "So.xlsm"))
    book = FileBook(path)
    task = {"code": "NV01", "text": "Phổ biến chỉ thị " * 20, "status": "nhận", "due": date(2024, 1, 18)}
    book.write(schema.TASKS.name, to_rows([task], schema.TASKS))
    book.save()
    run_action("kiem_tra_ke_hoach", path, Job(datetime(2024, 1, 17, 9)))  # noqa: DTZ001
    cells = openpyxl.load_workbook(path, data_only=True)[DASHBOARD].iter_rows(values_only=True)
    (told,) = (str(cell) for row in cells for cell in row if "Nhiệm vụ: Phổ biến" in str(cell))
    assert len(told) < 100
    assert told.endswith("…")


@pytest.mark.office
def test_libreoffice_shows_the_built_master_without_an_error(built_master: Path, convert: Any) -> None:
    with convert(built_master, "csv:Text - txt - csv (StarCalc):44,34,76").open(encoding="utf-8") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert "SỔ KHOA GIÁO NĂM 2024" in cells
    assert not [cell for cell in cells if cell.startswith(("#", "Err:"))]


def test_every_state_has_a_colour_of_its_own_and_missing_is_the_darkest() -> None:
    assert len({COLOURS[state] for state in State}) == len(State)
    assert min(State, key=lambda state: sum(bytes.fromhex(COLOURS[state][1:]))) is State.MISSING


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
    assert len(tiles_of(february)) == 91
    assert head_of(february)[0] == "0/91"
    assert head_of(computed(choose_period(path, "2024-M01")))[0] == "0/92"


@pytest.mark.office
def test_the_dashboard_opens_on_the_period_last_worked_on_while_it_is_open(
    built_master: Path, tmp_path: Path, computed: Any
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "quarter.xlsm"))
    book = FileBook(path)
    book.write("tblThoiHan", [{**row, "Hạn khóa": TO_COME} for row in book.read("tblThoiHan")])
    moment = datetime(2024, 1, 22, 8, 30)  # noqa: DTZ001
    done = [{"moment": moment, "action": "Kiểm tra"}, {"moment": moment, "action": "x", "period": "2024-Q2"}]
    book.write(schema.JOURNAL.name, to_rows(done, schema.JOURNAL))
    book.save()
    assert computed(path)[f"B{board.VALUES}"].value == "2024-Q2"


@pytest.mark.office
def test_of_a_unit_in_parts_the_parts_owe_and_the_whole_does_not(
    built_master: Path, tmp_path: Path, computed: Any
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "parts.xlsm"))
    book = FileBook(path)
    whole, *others = book.read("tblDonVi")
    parts = [
        {"Mã": f"BP{number}", "Tên": f"Bộ phận {number}", "Bộ phận của": whole["Mã"]} for number in (1, 2)
    ]
    book.write("tblDonVi", [whole, *others, *parts])
    book.compute(datetime(2024, 1, 10))  # noqa: DTZ001
    book.save()
    stored = openpyxl.load_workbook(path, data_only=True)[DASHBOARD]
    shown = computed(choose_period(path, "2024-M01"))
    assert head_of(shown)[0] == head_of(stored)[0] == "0/93"
    assert tiles_of(shown) == tiles_of(stored)
    assert whole["Tên"] not in dict(tiles_of(shown))


@pytest.mark.office
def test_of_a_fresh_board_no_letter_waits(fresh_board: Any) -> None:
    assert fresh_board.cell(board.DAYS, board.LETTERS_FROM + 1).value == "Không có thư nào chờ ►"


@pytest.mark.office
def test_the_head_counts_letters_that_wait_that_nobody_is_sure_of_and_that_came_back(
    built_master: Path, tmp_path: Path, computed: Any
) -> None:
    path = Path(shutil.copy(built_master, tmp_path / "So.xlsm"))
    book = FileBook(path)
    states = ["đã soạn", "chưa gửi", "đã gửi", "không rõ", "bị trả về", "thôi gửi", "trong Outlook"]
    letters = [LoggedLetter(f"{at:024x}", "đôn đốc", state=state) for at, state in enumerate(states)]
    book.write("tblThu", to_rows(letters, schema.LETTERS))
    book.save()
    told = computed(path).cell(board.DAYS, board.LETTERS_FROM + 1).value
    assert told == "Thư: 2 chờ gửi, 1 không rõ, 1 bị trả về ►"
