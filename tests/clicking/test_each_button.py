"""Each button does in the open workbook what its verb does on a copy of the file."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo import Day, lay_out_guidance, receive_answers
from khoagiao_xl.doors import run_action
from khoagiao_xl.doors.cli import main
from khoagiao_xl.model.periods import Period
from tests.clicking.desk import Clock, Desk, make_master
from tests.clicking.tables import different, tables_of
from tests.intake.sample_forms import blank_form
from tests.made_once import enough_units

if TYPE_CHECKING:
    from tests.clicking.screen import Screen

pytestmark = [pytest.mark.office, pytest.mark.slow]
PERIOD = "2024-M01"
MORNING = datetime(2024, 1, 22, 8)  # noqa: DTZ001  # the office's clock
BUTTONS = list(ACTIONS)
UNLIKE = {"khoi_phuc": {"tblNhatKy"}}  # done by a process of its own, which has the machine's clock


def do_by_verb(action_id: str, folder: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run the terminal verb in a folder that is a copy of the office's; return its master."""
    action, [master] = ACTIONS[action_id], folder.glob("*.xlsm")
    for sign in folder.glob(".~lock*"):
        sign.unlink()
    monkeypatch.setattr(run_action, "clock", lambda: moment)
    main([action.verb, str(master), *(["--period", PERIOD] if action.needs_period else []), "--json"])
    return master


def receive_the_form_from_above(folder: Path) -> None:
    """Put the form that the level above has issued to the office where it is looked for."""
    place = folder / "bieu-cap-tren" / PERIOD
    place.mkdir(parents=True, exist_ok=True)
    form = blank_form(period=PERIOD, unit_code="DUK", master_id="cap-tren")
    (place / "Bieu-cua-tinh.xlsx").write_bytes(form)


def say_who_reopens_and_why(master: Path) -> None:
    """Fill in what a click on «Mở lại kỳ» takes from the settings."""
    own = {"nguoi_chot": "Trưởng ban", "ly_do_mo_ky": "đơn vị báo nhầm"}
    book = FileBook(master)
    rows = book.read("tblCauHinh")
    for row in rows:
        row["Giá trị"] = own.get(str(row["Khóa"]), row["Giá trị"])
    book.write("tblCauHinh", rows)
    book.save()


def test_each_button_leaves_the_tables_that_its_verb_leaves_on_a_copy(
    tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, day = Clock.in_folder(tmp_path), Day(tmp_path / "Sổ của 'ta' & %20 100%")
    desk = Desk(screen, make_master(day.master, str(clock.python), enough_units()))
    say_who_reopens_and_why(day.master)
    lay_out_guidance(day.folder)
    with screen.showing(day.master):
        screen.picture(tmp_path / "0-truoc.png")
        for number, action_id in enumerate(BUTTONS, 1):
            if action_id == "tiep_nhan":
                receive_answers(day, Period.parse(PERIOD))
            if action_id == "gui_cap_tren":
                receive_the_form_from_above(day.folder)
            copy = tmp_path / "ban-sao" / action_id
            shutil.copytree(day.folder, copy)
            moment = MORNING + timedelta(hours=number)
            clock.show(moment)
            before = tables_of(day.master)
            told = desk.click(action_id)
            screen.picture(tmp_path / f"{number}-{action_id}.png")
            other = do_by_verb(action_id, copy, moment, monkeypatch)
            assert told["status"] < 2, told["sentence"]
            assert set(different(other, day.master)) <= UNLIKE.get(action_id, set()), action_id
            assert tables_of(day.master) != before, action_id
