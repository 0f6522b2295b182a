"""A run of drafting that is killed at any moment, and run again: nothing lost, nothing double, nothing untrue."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from khoagiao_xl.mail.letter import Letter
from tests.mail.drafting_office import FILE, STATE, DraftingOffice, reminder

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="needs fork to kill a process at an exact point"
)

EDITED = b"Subject: Viet lai\r\n\r\nLoi cua nguoi.\r\n"
DAY_ONE = [reminder(unit) for unit in "ABCDEF"]
DAY_TWO = [reminder(unit, about="2024-01-23") for unit in "ACDEFG"]  # B owes nothing any more
SAME_DAY = [reminder(unit, body="Còn một việc.") for unit in "ABCDEF"]
TOUCHING = {"os.rename", "os.remove", "os.mkdir"}
KILLED = 9


def prepared(top: Path) -> DraftingOffice:
    """Drafts of the day before: C was sent, D was edited, E was thrown away, F is in a state there is not."""
    office = DraftingOffice(top)
    office.draft(*DAY_ONE)
    office.type(2, Trạng_thái="đã gửi")
    office.path("D_don-doc.eml").write_bytes(EDITED)
    office.path("E_don-doc.eml").unlink()
    office.type(5, Trạng_thái="Đã gởi")
    return office


def dies_at(office: DraftingOffice, letters: list[Letter], point: int) -> bool:
    """Say whether writing the drafts, in a child, got as far as touching the disk for the `point`-th time."""
    laid = office.decide(*letters)
    child = os.fork()
    if child == 0:
        seen = 0

        def die_at_the_point(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            seen += event in TOUCHING or (event == "open" and arguments[1] in ("wb", "xb"))
            if seen == point:
                os._exit(KILLED)

        sys.addaudithook(die_at_the_point)
        office.write_files(laid)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def contents(office: DraftingOffice) -> Counter[bytes]:
    """Return what all drafts say, without the hour at which they were written."""
    whole = [path.read_bytes() for path in office.folder.rglob("*.eml")]  # a torn file has another ending
    return Counter(
        b"\n".join(line for line in data.split(b"\n") if not line.startswith(b"Date:")) for data in whole
    )


def after(top: Path, letters: list[Letter], point: int) -> tuple[DraftingOffice, bool]:
    """Return the office after a run that was killed at a point, and one that was not."""
    office = prepared(top)
    is_killed = dies_at(office, letters, point)
    office.draft(*letters)
    return office, is_killed


@pytest.mark.parametrize(
    "letters", [DAY_TWO, SAME_DAY, []], ids=["the next day", "the same day", "nobody owes"]
)
def test_at_whatever_point_it_is_killed_the_next_run_makes_it_whole(
    tmp_path: Path, letters: list[Letter]
) -> None:
    expected = prepared(tmp_path / "whole")
    expected.draft(*letters)
    points = 0
    is_killed = True
    while is_killed:
        points += 1
        top = tmp_path / str(points)
        office, is_killed = after(top, letters, points)
        assert contents(office) == contents(expected)
        assert office.column(STATE) == expected.column(STATE)
        assert sorted(name for name in office.lying if name.endswith(".eml")) == sorted(expected.lying)
        assert sorted(map(len, office.told)) == sorted(map(len, expected.told))
        shutil.rmtree(top)
    assert points > 10 or not letters


@pytest.mark.parametrize("letters", [DAY_TWO, SAME_DAY])
def test_every_line_names_the_file_of_its_own_letter(tmp_path: Path, letters: list[Letter]) -> None:
    for point in range(1, 40):
        office, is_killed = after(tmp_path / str(point), letters, point)
        for line in office.year.letters:
            path = office.top / line.file
            if path.exists() and path.read_bytes() != EDITED:
                assert line.message_id.encode() in path.read_bytes()
        assert len(set(office.column(FILE))) == len(office.rows)
        if not is_killed:
            break


def test_a_run_killed_twice_is_as_one_killed_once(tmp_path: Path) -> None:
    expected = prepared(tmp_path / "whole")
    expected.draft(*DAY_TWO)
    for point in range(1, 20):
        office = prepared(tmp_path / str(point))
        dies_at(office, DAY_TWO, point)
        dies_at(office, DAY_TWO, point // 2 + 1)
        office.draft(*DAY_TWO)
        assert contents(office) == contents(expected)
        assert office.column(STATE) == expected.column(STATE)


def test_a_run_of_another_day_after_a_killed_one_loses_nothing(tmp_path: Path) -> None:
    third = [replace(letter, about="2024-01-24") for letter in DAY_TWO]
    for point in range(1, 40):
        office = prepared(tmp_path / str(point))
        before = contents(office)
        dies_at(office, DAY_TWO, point)
        office.draft(*third)
        assert before <= contents(office)
        assert [row[STATE] for row in office.rows if row["Mã thư"] == third[0].code] == ["đã soạn"]
