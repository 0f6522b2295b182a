"""The hands of the tests that need a real Excel (tests/excel), tried on the stand-in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.office_program.xlwings_loading import load_xlwings
from tests.excel.excel_desk import ExcelDesk
from tests.excel_stand_in.office_desk import Desk, sit_down


def _click(desk: Desk) -> None:
    desk.click("kiem_tra_ke_hoach")


def test_they_choose_a_period_press_a_button_and_read_the_answer(master: Path) -> None:
    desk = sit_down(master)
    desk.excel.macros[ACTIONS["kiem_tra_ke_hoach"].macro] = partial(_click, desk)
    [app] = load_xlwings().engines["excel"].apps
    hands = ExcelDesk(app, master)
    hands.choose("2024-Q1")
    told = hands.press("kiem_tra_ke_hoach")
    assert hands.open().name == master.name
    assert (told["action"], hands.message()) == ("kiem_tra_ke_hoach", told["sentence"])
