"""An office that has done each action once, from the guidance to the period opened again."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.building import build_master
from khoagiao_xl.demo import Day, lay_out_guidance, receive_answers
from khoagiao_xl.doors import run_action
from khoagiao_xl.doors.cli import main
from khoagiao_xl.model.periods import Period
from tests.intake.sample_forms import blank_form
from tests.made_once import CLOSING, enough_units

if TYPE_CHECKING:
    from tests.made_once import MakeOnce

PERIOD: Final = "2024-M01"
MORNING: Final = datetime(2024, 1, 22, 8)  # noqa: DTZ001  # the office's clock
AFTER_EACH: Final = "sau-moi-thao-tac"
FROM_ABOVE: Final = "bieu-cap-tren"
# What needs a mail server stores rows as «Soạn thư» does, and is run in tests/mail/.
WITHOUT_SERVER: Final = [action for action in ACTIONS if action not in ("lay_thu", "gui_thu")]


def work_through(folder: Path) -> None:
    """Do each action in turn; keep the master as each has left it, under the name of the action."""
    day = Day(folder, profile=enough_units())
    build_master(day.master, day.profile)
    lay_out_guidance(folder)
    above = folder / FROM_ABOVE / PERIOD / "Bieu-cua-tinh.xlsx"
    above.parent.mkdir(parents=True)
    above.write_bytes(blank_form(period=PERIOD, unit_code="DUK", master_id="cap-tren"))
    (folder / AFTER_EACH).mkdir()
    for hour, action in enumerate(WITHOUT_SERVER):
        if action == "tiep_nhan":
            receive_answers(day, Period.parse(PERIOD))
        _do(action, day.master, MORNING + timedelta(hours=hour))
        shutil.copy(day.master, folder / AFTER_EACH / f"{action}.xlsm")


def _do(action: str, master: Path, moment: datetime) -> None:
    verb = [ACTIONS[action].verb, str(master), "--json"]
    if ACTIONS[action].needs_period:
        verb += ["--period", PERIOD]
    if action in ("chot_ky", "mo_ky"):
        verb += ["--by", CLOSING["nguoi_chot"]]
    if action == "mo_ky":
        verb += ["--reason", CLOSING["ly_do_mo_ky"]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_action, "clock", lambda: moment)
        status = main(verb)
    assert status < 2, action


@pytest.fixture(scope="session")
def worked_office(made_once: MakeOnce) -> Path:
    """The folder of that office."""
    return made_once("worked-office", work_through)
