"""A master that has issued its forms, and units that fill them in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.year import Year

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from tests.made_once import MakeOnce

NAME = "KhoaGiao-2024.xlsm"
DUE = datetime(2024, 1, 18, 10)  # noqa: DTZ001
AFTER = datetime(2024, 1, 22, 8)  # noqa: DTZ001
TEXTS = {"KG602": "Đã quán triệt văn bản mới.", "KG603": "Không.", "KG604": "Tiếp tục thực hiện kế hoạch."}


def with_a_conference(figures: dict[str, Any]) -> dict[str, Any]:
    """Let those who came have come to something, and what was held have been about something."""
    members = figures.get("KG001")
    if figures.get("KG110") and figures.get("KG106") == 0:
        figures |= {"KG106": 1, "KG107": members, "KG108": members, "KG109": 100.0}
    if figures.get("KG106") and not figures.get("KG105"):
        figures |= {"KG105": "45-NQ/TW"}
    return figures


@dataclass
class Office:
    """One master in a folder of its own, worked by the terminal's actions."""

    master: Path
    period: str = "2024-M01"
    now: datetime = AFTER

    def act(self, action: str, **needs: Any) -> Outcome:
        """Run an action as the terminal does."""
        return run_action(action, self.master, Job(self.now, Period.parse(self.period), **needs))

    @property
    def folder(self) -> Path:
        return self.master.parent

    @property
    def inbox(self) -> Path:
        path = self.folder / "hop-thu-den" / self.period
        path.mkdir(parents=True, exist_ok=True)
        return path

    def rows(self, table: str, **wanted: object) -> list[Row]:
        """Return the rows of a table of the master whose columns have the wanted values."""
        rows = FileBook(self.master).read(table)
        names = {key.replace("_", " "): value for key, value in wanted.items()}
        return [row for row in rows if all(row[key] == value for key, value in names.items())]

    def change(self, table: str, key: str, value: str, **cells: Any) -> None:
        """Let a person change cells of the row of a table that has `value` under `key`."""
        book = FileBook(self.master)
        rows = [{**row, **cells} if row[key] == value else row for row in book.read(table)]
        book.write(table, rows)
        book.save()

    def form(self, unit: str) -> bytes:
        """Return the issued form of a unit."""
        return (self.folder / "bieu-mau" / self.period / form_name(unit, self.period)).read_bytes()

    def answers(self, unit: str, **changes: Any) -> Answers:
        """Return sound answers with some figures changed."""
        register = Year.read(FileBook(self.master)).obligations(Period.parse(self.period))
        asked = list(register.asked_of(next(item for item in register.units if item.code == unit)))
        figures = with_a_conference({**figures_of(unit, register.period, asked), **changes})
        rows = details_of(unit, register.period, figures, register.deadline.starts)
        return Answers(figures, explanations_for(figures, register.period), TEXTS, rows)

    def receive(self, unit: str, answers: Answers | None = None, *, name: str = "", days: float = -1) -> Path:
        """Put a filled form into the inbox; `days`: how long after the deadline it arrives."""
        form = self.form(unit)
        path = self.inbox / (name or form_name(unit, self.period))
        path.write_bytes(Filler(form).fill_in(form, answers or self.answers(unit)))
        self.arrive(path, days)
        return path

    def arrive(self, path: Path, days: float) -> None:
        """Give a file of the inbox its time of arrival."""
        stamp = (DUE + timedelta(days=days) - datetime(1970, 1, 1)).total_seconds() - 7 * 3600  # noqa: DTZ001
        os.utime(path, (stamp, stamp))

    def state(self, unit: str) -> object:
        """Return what became of the unit's duty."""
        (row,) = self.rows("tblTiepNhan", Kỳ=self.period, Mã_đơn_vị=unit)
        return row["Trạng thái"]


@pytest.fixture
def built_master(small_master: Path) -> Path:
    """A fresh master of eight units: what a step does to one it does to all."""
    return small_master


@pytest.fixture(scope="session")
def issued(made_once: MakeOnce, small_master: Path) -> Path:
    """The folder of an office that has issued the forms of January; copy it before changing it."""

    def issue(folder: Path) -> None:
        made = Office(Path(shutil.copy(small_master, folder / NAME)))
        assert made.inbox.is_dir()
        assert made.act("phat_bieu_mau").status == 0

    return made_once("issued", issue)


@pytest.fixture
def office(issued: Path, tmp_path: Path) -> Office:
    """An office that has issued the forms of January."""
    shutil.copytree(issued, tmp_path, dirs_exist_ok=True)
    return Office(tmp_path / NAME)


ChangeAnswers = Callable[[Answers], Answers]
