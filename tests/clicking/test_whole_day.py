"""The office's day done by clicks alone ends where the terminal's day ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file import FileBook
from khoagiao_xl.demo import Day, lay_out_guidance, live
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Outcome
from tests.clicking.desk import Clock, Desk, make_master

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.results import Job
    from tests.clicking.screen import Screen

pytestmark = [pytest.mark.office, pytest.mark.slow]


def live_by_clicks(folder: Path, screen: Screen) -> Day:
    """Live the demo's day with the mouse; only the units' answers come without one."""
    clock = Clock.in_folder(folder.parent)

    def click(action_id: str, _: Path, job: Job) -> Outcome:
        clock.show(job.now)
        if job.period and str(job.period) != desk.period():
            desk.choose(str(job.period))
        told = desk.click(action_id)
        return Outcome(told["sentence"], told["status"])

    day = Day(folder, do=click)
    desk = Desk(screen, make_master(day.master, str(clock.python)))
    lay_out_guidance(folder)
    with screen.showing(day.master):
        screen.picture(folder / "truoc.png")
        live(day)
        screen.picture(folder / "sau.png")
    return day


def tables_of(master: Path) -> dict[str, Any]:
    book = FileBook(master, may_be_open=True)
    tables = {table.name: book.read(table.name) for table in schema.TABLES}
    settings = tables[schema.SETTINGS.name]
    tables[schema.SETTINGS.name] = [row for row in settings if row["Khóa"] != "python"]
    return tables


def test_a_day_of_clicks_ends_with_the_tables_reports_and_drafts_of_the_demo(
    tmp_path: Path, screen: Screen
) -> None:
    from khoagiao_xl.demo import live_one_day

    live_one_day(tmp_path / "demo", quiet=True)
    day = live_by_clicks(tmp_path / "bam", screen)
    wanted, found = tables_of(tmp_path / "demo" / day.master.name), tables_of(day.master)
    for table, rows in wanted.items():
        assert found[table] == rows, table
    for folder in ("bao-cao", "thu-nhap", "bieu-mau", "tra-lai"):
        names = [path.relative_to(tmp_path / "demo") for path in (tmp_path / "demo" / folder).rglob("*.*")]
        assert names
        different = [
            name
            for name in names
            if (tmp_path / "demo" / name).read_bytes() != (day.folder / name).read_bytes()
        ]
        assert different == []
