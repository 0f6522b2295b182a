"""Windows that look like Excel's and give no workbooks: passed over, and the master is found beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.doors.window_actions import WindowActions
from khoagiao_xl.model.results import in_silence
from khoagiao_xl.wording import sentence
from tests.excel_stand_in import desktop
from tests.excel_stand_in.com_object import ComError
from tests.excel_stand_in.excel_program import Application
from tests.excel_stand_in.office_desk import PERIOD, sit_down
from tests.excel_stand_in.pywin32_modules import WinError


def checked(master: Path) -> str:
    return WindowActions(master).run("kiem_tra_ke_hoach", PERIOD, in_silence).sentence


class Foreign(Application):
    """A program that answers as Excel does and knows no workbooks."""

    def get_Workbooks(self) -> Any:
        raise ComError(-2147467259, "Unspecified error")


def wps() -> desktop.TopWindow:
    """Return a window of WPS: an object behind it, and nothing of Excel's in that."""
    foreign = Foreign()
    return desktop.TopWindow(7, foreign.process, lambda: foreign)


@pytest.mark.parametrize("other", [lambda: desktop.without_objects(9), wps])
def test_the_master_is_found_beside_a_window_that_gives_no_workbooks(master: Path, other: Any) -> None:
    desk = sit_down(master)
    desk.type_faults(0)
    desktop.show(other())
    assert checked(master).startswith("Đã kiểm tra")
    assert desk.excel.calls.names["Workbook.Save"]


@pytest.mark.parametrize("other", [lambda: desktop.without_objects(9), wps])
def test_a_closed_master_is_worked_on_beside_such_a_window(master: Path, other: Any) -> None:
    desk = sit_down(master)
    desk.book.do_Close()
    desktop.show(other())
    assert checked(master).startswith("Đã kiểm tra")


def test_a_master_that_only_such_a_window_can_have_open_is_told_as_out_of_reach(master: Path) -> None:
    desk = sit_down(master)
    desk.book.do_Close()
    desktop.show(desktop.without_objects(9))
    mark = master.with_name(f"~${master.name}")
    mark.touch()
    assert checked(master) == sentence("NUT-06", {"name": master.name, "sign": mark.name})


@dataclass(frozen=True)
class Vanishing(desktop.TopWindow):
    """A window that goes when its process is asked for once too often."""

    asked: list[int] = field(default_factory=list)
    most: int = 0

    def __getattribute__(self, name: str) -> Any:
        if name == "process" and self in desktop.windows:
            self.asked.append(1)
            if len(self.asked) > self.most:
                desktop.windows.remove(self)
                raise WinError(1400, "GetWindowThreadProcessId", "Invalid window handle.")
        return super().__getattribute__(name)


@pytest.mark.parametrize("most", [0, 1, 2])
def test_a_window_that_goes_while_it_is_looked_at_stops_nothing(master: Path, most: int) -> None:
    desk = sit_down(master)
    desk.type_faults(0)
    window = desktop.without_objects(9)
    desktop.show(Vanishing(window.handle, 9, window.answer, most=most))
    assert checked(master).startswith("Đã kiểm tra")
    assert desk.excel.calls.names["Workbook.Save"]


def test_a_workbook_of_the_same_name_from_sharepoint_is_told_and_a_local_one_is_found(master: Path) -> None:
    desk = sit_down(master)
    desk.book.address = f"https://contoso.sharepoint.com/sites/x/{master.name}"
    assert checked(master) == sentence("SO-03", {"address": desk.book.address})


@pytest.mark.parametrize("trait", ["is_read_only", "is_protected"])
def test_what_cannot_be_written_is_told(master: Path, trait: str) -> None:
    desk = sit_down(master)
    for place in (desk.book, *desk.book.sheets):
        if hasattr(place, trait):
            setattr(place, trait, True)
    codes = {"is_read_only": "SO-02", "is_protected": "SO-05"}
    desk.type_faults(0)
    assert checked(master) == sentence(codes[trait], {"name": master.name, "sheet": "Lỗi"})
