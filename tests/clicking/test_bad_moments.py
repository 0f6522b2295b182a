"""Moments in which a click finds the office otherwise than it should be."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.doors.button_answer import result_of
from khoagiao_xl.wording import sentence
from tests.clicking.desk import BUTTONS_AT_WORK, Desk, make_master
from tests.clicking.tables import different, tables_of
from tests.patience import do_until, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.clicking.screen import Screen

pytestmark = [pytest.mark.office, pytest.mark.slow]
HOLIDAYS = "Ngày nghỉ"
BUSY = sentence("NUT-02", {})


@pytest.fixture
def closed(tmp_path: Path, screen: Screen, copy_master: Callable[[Path], Path]) -> Desk:
    """A master that nobody has opened yet, with a file in its inbox, in a folder with awkward signs."""
    master = copy_master(tmp_path / "Sổ của 'ta' & %20 100%" / "Sổ 2024.xlsm")
    inbox = master.parent / "hop-thu-den" / "2024-M01"
    inbox.mkdir(parents=True)
    (inbox / "la.txt").write_text("không phải biểu mẫu", encoding="utf-8")
    return Desk(screen, master)


@pytest.fixture
def desk(closed: Desk) -> Iterator[Desk]:
    """The same, open on the screen."""
    with closed.screen.showing(closed.master):
        yield closed


def sheet(desk: Desk, name: str) -> Any:
    return desk.workbook().Sheets.getByName(name)


def journal(master: Path) -> list[object]:
    return [row["Thao tác"] for row in FileBook(master, may_be_open=True).read("tblNhatKy")]


def test_another_workbook_comes_to_the_front_right_after_the_click(
    desk: Desk, tmp_path: Path, copy_master: Callable[[Path], Path]
) -> None:
    other = copy_master(tmp_path / "Sổ khác.xlsm")
    before = tables_of(other)
    moment = time.time()
    desk.click_only("tiep_nhan")
    desk.screen.open(other).wait()
    told = desk.answer_after(moment)
    assert (told["action"], told["counts"]["refused"]) == ("tiep_nhan", 1)
    assert journal(desk.master) == ["Tiếp nhận báo cáo"]
    assert tables_of(other) == before


def test_what_was_typed_is_stored_and_in_the_copy_made_before(desk: Desk) -> None:
    sheet(desk, HOLIDAYS).getCellRangeByName("B5").setString("gõ rồi chưa lưu")
    desk.click("tiep_nhan")
    [copy] = (desk.master.parent / "Sổ 2024-luu-tru" / "sao-luu").glob("*.tiep_nhan.xlsm")
    assert FileBook(copy).read("tblNgayNghi")[0]["Tên"] == "gõ rồi chưa lưu"
    assert set(different(copy, desk.master)) == {"tblTiepNhan", "tblTepNhan", "tblLoi", "tblNhatKy"}


def test_a_column_that_was_renamed_is_told_and_nothing_written(desk: Desk) -> None:
    sheet(desk, "Tiếp nhận").getCellRangeByName("D4").setString("Tình trạng")
    told = desk.click("tiep_nhan")
    assert (told["status"], "«Trạng thái»" in told["sentence"]) == (2, True)
    assert journal(desk.master) == []


def test_a_sheet_that_was_deleted_is_told_and_nothing_written(desk: Desk) -> None:
    desk.workbook().Sheets.removeByName("Tiếp nhận")
    told = desk.click("tiep_nhan")
    # LibreOffice 7.4 takes the table of the sheet before along, and that is missed first.
    assert (told["status"], "thiếu bảng" in told["sentence"]) == (2, True)
    assert "Ctrl+Z" in told["sentence"]


def test_a_dashboard_that_is_protected_hinders_no_work(desk: Desk) -> None:
    sheet(desk, "Bảng điều khiển").protect("")
    desk.click_only("tiep_nhan")
    kept = result_of(desk.master)
    wait_for(kept.exists, why="sau khi bấm nút")
    assert json.loads(kept.read_text(encoding="utf-8"))["counts"]["refused"] == 1
    assert journal(desk.master) == ["Tiếp nhận báo cáo"]


def test_a_protected_sheet_is_told_and_leaves_no_copy_to_go_back_to(desk: Desk) -> None:
    sheet(desk, "Tiếp nhận").protect("")
    told = desk.click("tiep_nhan")
    assert told["sentence"] == sentence("SO-05", {"sheet": "Tiếp nhận"})
    assert list((desk.master.parent / "Sổ 2024-luu-tru" / "sao-luu").glob("*.xlsm")) == []


def test_a_master_that_was_renamed_while_open_is_missed(desk: Desk) -> None:
    moved = desk.master.rename(desk.master.with_name("Tên khác.xlsm"))
    told = desk.click("tiep_nhan")
    assert told["sentence"] == sentence("TEP-01", {"path": desk.master})
    assert not desk.master.exists()
    assert journal(moved) == []


def test_a_click_while_a_cell_is_being_typed_in_takes_what_was_typed(desk: Desk) -> None:
    desk.click_cell("E6")
    desk.screen.type("do dang", enter=False)
    told = desk.click("tiep_nhan")
    assert told["counts"]["refused"] == 1
    assert sheet(desk, "Bảng điều khiển").getCellRangeByName("E6").String == "do dang"


def test_a_double_click_works_once(desk: Desk) -> None:
    moment = time.time()
    desk.click_only("tiep_nhan", times=2)
    desk.answer_after(moment)
    wait_for(lambda: not desk.screen.runs(BUTTONS_AT_WORK), why="sau lần bấm thứ hai")
    assert journal(desk.master) == ["Tiếp nhận báo cáo"]
    assert desk.message().startswith("Tháng 1 năm 2024")


def test_an_office_that_is_killed_during_a_run_leaves_the_old_master_or_the_new(closed: Desk) -> None:
    with closed.screen.showing(closed.master):
        before, moment = tables_of(closed.master), time.time()
        closed.click_only("tiep_nhan")
        wait_for(lambda: closed.message() != BUSY, why="khi Python bắt đầu làm")
    kept = result_of(closed.master)
    wait_for(lambda: kept.exists() and kept.stat().st_mtime > moment, 60)
    told = json.loads(kept.read_text(encoding="utf-8"))
    if told["status"] == 2:
        assert told["sentence"] == sentence("SO-04", {"office": "LibreOffice", "name": closed.master.name})
        assert tables_of(closed.master) == before
    else:
        assert journal(closed.master) == ["Tiếp nhận báo cáo"]


def test_a_python_that_is_gone_is_told_on_the_dashboard(tmp_path: Path, screen: Screen) -> None:
    desk = Desk(screen, make_master(tmp_path / "So.xlsm", "/khong/co/python"))
    with screen.showing(desk.master):
        desk.click_only("tong_hop")
        wait_for(desk.message, why="trên dòng nhắn")
        assert desk.message() == sentence("NUT-01", {})
    assert not result_of(desk.master).exists()


def test_a_master_opened_for_reading_is_told_and_left_as_it_was(closed: Desk) -> None:
    before, desk = closed.master.read_bytes(), replace(closed, leaves_lock=False)
    with desk.screen.showing(desk.master, "--view"):
        desk.click_only("tiep_nhan")
        wait_for(desk.message, why="trên dòng nhắn")
        assert desk.message() == sentence("NUT-04", {})
    assert not result_of(desk.master).exists()
    assert desk.master.read_bytes() == before


def test_buttons_outlive_a_save_by_hand_and_a_new_opening(desk: Desk) -> None:
    sheet(desk, HOLIDAYS).getCellRangeByName("B5").setString("gõ tay")
    stored = desk.master.stat().st_mtime_ns
    press_save = partial(desk.screen.mouse, "key ctrl+s")
    do_until(press_save, lambda: desk.master.stat().st_mtime_ns != stored, "sau khi bấm Ctrl+S")
    wait_for(lambda: is_sound(desk.master), why="sau khi lưu")
    desk.screen.end_offices()
    desk.master.with_name(f".~lock.{desk.master.name}#").unlink()
    with desk.screen.showing(desk.master):
        assert desk.click("tiep_nhan")["counts"]["refused"] == 1
    assert FileBook(desk.master, may_be_open=True).read("tblNgayNghi")[0]["Tên"] == "gõ tay"


def is_sound(master: Path) -> bool:
    """Whether the buttons of the file carry their macros."""
    try:
        drawing = Package.parse(master.read_bytes()).read("xl/drawings/drawing1.xml")
    except Exception:  # noqa: BLE001  # half written at this moment
        return False
    return drawing.count(b'macro="[0]!KG_') == len(ACTIONS)
