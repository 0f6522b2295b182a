"""The office's day done by clicks alone ends where the terminal's day ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.demo import Day, lay_out_guidance, live
from khoagiao_xl.model.results import Outcome
from tests.clicking.desk import Clock, Desk, make_master
from tests.clicking.tables import different
from tests.made_once import ENOUGH, enough_units, type_nothing

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Job
    from tests.clicking.screen import Screen

pytestmark = [pytest.mark.office, pytest.mark.slow]
WRITTEN = ("bieu-mau", "tra-lai", "bao-cao", "thu-nhap")


def live_by_clicks(folder: Path, screen: Screen) -> Day:
    """Live the demo's day with mouse and keyboard; only the units' answers come without."""
    clock = Clock.in_folder(folder.parent)

    def click(action_id: str, _: Path, job: Job) -> Outcome:
        clock.show(job.now)
        if job.period and str(job.period) != desk.period():
            desk.choose(str(job.period))
        told = desk.click(action_id)
        return Outcome(told["sentence"], told["status"])

    day = Day(folder, do=click, type_in=type_nothing)
    desk = Desk(screen, make_master(day.master, str(clock.python), enough_units()))
    lay_out_guidance(folder)
    with screen.showing(day.master):
        live(day)
        screen.picture(folder / "man-hinh.png")
    return day


def files_of(folder: Path) -> dict[str, bytes]:
    """Return everything that was written for the office, by its place in the folder."""
    found = [path for name in WRITTEN for path in (folder / name).rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_day_of_clicks_ends_with_the_tables_reports_and_drafts_of_the_terminals_day(
    tmp_path: Path, screen: Screen, small_day: Path
) -> None:
    day = live_by_clicks(tmp_path / "bam", screen)
    assert different(small_day / day.master.name, day.master) == []
    wanted, found = files_of(small_day), files_of(day.folder)
    assert len(wanted) > 4 * ENOUGH
    assert [name for name in wanted | found if wanted.get(name) != found.get(name)] == []
