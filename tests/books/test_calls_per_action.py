"""An action asks the open workbook as many questions for a year of rows as for a month."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.office_program import still_screen
from khoagiao_xl.books.office_program.live_book import LiveBook
from khoagiao_xl.demo import lay_out_guidance
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from tests.books.uno_counting import Counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [pytest.mark.office, pytest.mark.slow]
LAST = "2024-M12"
# What the level above calls the office, and its master; who closes a period and why it is opened again.
SETTINGS = {"ma_tren": "DUK", "ma_so_tren": "tinh-2024", "nguoi_chot": "Trưởng ban", "ly_do_mo_ky": "Thử"}
REPORTED = "2024-M11"  # of what needs reports: nothing comes in for the last
# What stands in the tables before the work on the last month: eight rows, and twelve times as many.
# The others are of the year before: of this one all would have to be closed in their order.
FEW, MANY = ["2024-M11"], [*(f"2023-M{month:02}" for month in range(2, 13)), "2024-M11"]
IN_TABLES = [action.id for action in ACTIONS.values() if not action.whole_file]
MOST_CALLS = 3000  # of one action, storing included


def fill(master: Path, periods: list[str]) -> None:
    """Let every unit have reported for each of these periods."""
    book = FileBook(master)
    units = [row["Mã"] for row in book.read(schema.UNITS.name)]
    duties = [{"Kỳ": period, "Mã đơn vị": unit} for period in periods for unit in units]
    book.write(schema.DUTIES.name, [{**duty, "Trạng thái": "đã nhận", "Phiên bản": 1} for duty in duties])
    book.write(schema.FIGURES.name, [{**duty, "KG101": 2, "KG102": 1} for duty in duties])
    settings = book.read(schema.SETTINGS.name)
    book.write(
        schema.SETTINGS.name,
        [{**row, "Giá trị": SETTINGS.get(str(row["Khóa"]), row["Giá trị"])} for row in settings],
    )
    book.save()


def count_calls(app: Any, master: Path, load: Callable[[Path], Any]) -> Iterator[tuple[str, int]]:
    """Do the work of the last month in the open master; yield each action with its number of UNO calls."""
    counter: list[str] = []
    book = load(master)
    book.impl.api = Counted(book.impl.api, counter)
    desktop, app.impl.office.desktop = app.impl.office.desktop, Counted(app.impl.office.desktop, counter)
    try:
        for action_id in IN_TABLES:
            del counter[:]
            code = LAST if action_id == "tiep_nhan" else REPORTED
            period = Period.parse(code) if ACTIONS[action_id].needs_period else None
            moment = datetime(2025, 1, 22, 8)  # noqa: DTZ001
            outcome = run_action(action_id, master, Job(moment, period), LiveBook(book))
            assert outcome.status < 2, outcome.sentence
            yield action_id, len(counter)
    finally:
        app.impl.office.desktop = desktop


@pytest.fixture
def calls(
    office: Any,
    built_master: Path,
    tmp_path: Path,
    open_in_libreoffice: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> dict[str, list[int]]:
    """The calls of each action: with few rows, with many."""
    monkeypatch.setattr(still_screen, "BETWEEN", 1e9)  # how often progress is shown is a matter of time
    found: dict[str, list[int]] = {action_id: [] for action_id in IN_TABLES}
    for name, periods in {"it": FEW, "nhieu": MANY}.items():
        folder = tmp_path / name
        (folder / "hop-thu-den" / LAST).mkdir(parents=True)
        master = Path(shutil.copy(built_master, folder / f"{name}.xlsm"))
        lay_out_guidance(folder)
        fill(master, periods)
        for action_id, count in count_calls(office, master, open_in_libreoffice):
            found[action_id].append(count)
        for book in list(office.books):
            book.close()  # another one that is open is looked at, too
    return found


def test_calls_per_action_are_the_same_for_a_month_of_rows_and_for_a_year(
    calls: dict[str, list[int]],
) -> None:
    assert [action_id for action_id, (few, many) in calls.items() if few != many] == [], calls
    assert max(max(counts) for counts in calls.values()) < MOST_CALLS
