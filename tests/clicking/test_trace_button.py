"""The button at the head of «Tổng hợp» walks the figure of the chosen cell back, and brings its list up."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.demo import Day, receive_answers
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.year import read_year
from tests.clicking.desk import Desk, make_master
from tests.made_once import enough_units
from tests.patience import wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clicking.screen import Screen

pytestmark = [pytest.mark.office, pytest.mark.slow]
PERIOD = Period.parse("2024-M01")
MORNING = datetime(2024, 1, 22, 8)  # noqa: DTZ001


def filled_master(folder: Path) -> Path:
    """Return a master whose January is taken in and added up."""
    day = Day(folder / "Sổ của 'ta' & %20 100%")
    make_master(day.master, sys.executable, enough_units())
    run_action("phat_bieu_mau", day.master, Job(MORNING, PERIOD))
    receive_answers(day, PERIOD)
    for action in ("tiep_nhan", "tong_hop"):
        assert run_action(action, day.master, Job(MORNING, PERIOD)).status < 2
    return day.master


def cell_of(master: Path, code: str) -> str:
    """Return where the figure of an indicator stands on «Tổng hợp»."""
    page = read_year(master).page(schema.TOTALS)
    (line,) = (line for line in page.lines if line.text("code") == code)
    return f"{page.layout.letters['Kỳ này']}{line.row}"


def test_the_button_of_the_sheet_traces_the_chosen_cell(tmp_path: Path, screen: Screen) -> None:
    master = filled_master(tmp_path)
    desk = Desk(screen, master)
    with screen.showing(master):
        desk.go_to("Tổng hợp")
        desk.click_cell(cell_of(master, "KG201"))
        screen.picture(tmp_path / "1-tong-hop.png")
        told = desk.click("truy_vet")
        assert told["status"] == 0, told["sentence"]
        assert "(KG201), Kỳ này 2024-M01" in told["sentence"]
        wait_for(lambda: desk.sheet() == "Truy vết", why="sau khi truy vết")
        screen.picture(tmp_path / "2-truy-vet.png")
    first, *answers, last = read_year(master).page(schema.TRACE).lines
    assert first.values["value"] == last.values["value"]
    assert any(line.text("copy") for line in answers)
