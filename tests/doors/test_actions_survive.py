"""Any action killed at any moment leaves the old master or the new one, and can simply be run again."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms.form_filling import Filler
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("started_as_in_the_office")
NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001
JOB = Job(NOW, Period.parse("2024-M01"))
CHANGING = ("nap_huong_dan", "tiep_nhan", "tong_hop", "chot_ky", "khoi_phuc")
BEFORE = {"chot_ky": ("tiep_nhan", "tong_hop")}  # what an action cannot do without


@pytest.fixture
def prepared(master: Path) -> Path:
    """A master with one answered form, taken in once, and a guidance to import."""
    from khoagiao_xl.demo.sample_guidance import write_sample_guidance
    from khoagiao_xl.forms.form_filling import Answers

    (master.parent / "huong-dan").mkdir()
    write_sample_guidance(master.parent / "huong-dan" / "hd.docx")
    run_action("phat_bieu_mau", master, JOB)
    form = (master.parent / "bieu-mau" / "2024-M01" / form_name("SYT", "2024-M01")).read_bytes()
    inbox = master.parent / "hop-thu-den" / "2024-M01"
    inbox.mkdir(parents=True)
    run_action("tiep_nhan", master, JOB)
    (inbox / "a.xlsx").write_bytes(Filler(form).fill_in(form, Answers({"KG001": 9}, nothing=True)))
    return master


def run_and_die(action: str, master: Path, point: int) -> int:
    """Run the action in a child that dies when it touches the file system for the `point`-th time."""
    child = os.fork()
    if child == 0:
        seen = 0

        def die_at_the_point(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event in {"os.rename", "os.remove", "os.mkdir"} or (
                event == "open" and arguments[1] in ("wb", "xb")
            ):
                seen += 1
                if seen == point:
                    os._exit(9)

        sys.addaudithook(die_at_the_point)
        os._exit(run_action(action, master, JOB).status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork to kill a process at an exact point")
@pytest.mark.parametrize("action", CHANGING)
def test_a_killed_action_leaves_the_old_master_or_the_new_one(prepared: Path, action: str) -> None:
    for needed in BEFORE.get(action, ()):
        run_action(needed, prepared, JOB)
    old = prepared.read_bytes()
    seen = set()
    for point in range(1, 60):
        status = run_and_die(action, prepared, point)
        seen.add(prepared.read_bytes())
        FileBook(prepared).read("tblTiepNhan")
        if status != 9:
            break
        if len(seen) > 1:
            prepared.write_bytes(old)
    assert status in (0, 1)
    assert old in seen
    assert len(seen) == 2
