"""Files of one step are on the disk before they have their names, and get these in their order."""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from khoagiao_xl.errors import DiskFull
from khoagiao_xl.files import MOST_TOGETHER
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.changes import Changes, NewFile, WhenThere, write_files
from khoagiao_xl.wording import sentence

MOMENT = datetime(2024, 2, 5, 9)  # noqa: DTZ001
MANY = [f"{number:02}.xlsx" for number in range(2 * MOST_TOGETHER + 3)]
DONE = Outcome(sentence("TEP-22", {}))


def write(folder: Path, names: list[str], when_there: WhenThere = WhenThere.KEEP_OLDER) -> Outcome:
    new = tuple(NewFile(folder / name, name.encode(), when_there) for name in names)
    return write_files(Changes(DONE, files=new), MOMENT)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Each name that a file got, and how many files the disk held by then."""
    told: list[tuple[str, int]] = []
    sure: list[int] = []
    fsync, replace = os.fsync, Path.replace

    def make_sure(stream: int) -> None:
        fsync(stream)
        sure.append(stream)

    def put(path: Path, place: Path) -> Path:
        told.append((place.name, len(sure)))
        return replace(path, place)

    monkeypatch.setattr(os, "fsync", make_sure)
    monkeypatch.setattr(Path, "replace", put)
    return told


def test_each_is_on_the_disk_before_any_of_those_beside_it_has_its_name(
    tmp_path: Path, named: list[tuple[str, int]]
) -> None:
    write(tmp_path, MANY)
    first, last = MOST_TOGETHER, len(MANY)
    assert [name for name, _ in named] == MANY
    assert [sure for _, sure in named] == [first] * first + [2 * first] * first + [last] * 3


@pytest.mark.parametrize("refused", [1, 5, MOST_TOGETHER, MOST_TOGETHER + 1, len(MANY)])
def test_where_one_finds_no_room_none_beside_it_gets_a_name_and_nothing_half_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    asked: list[int] = []

    def full(stream: int) -> None:
        asked.append(stream)
        if len(asked) == refused:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        write(tmp_path, MANY)
    whole = (refused - 1) // MOST_TOGETHER * MOST_TOGETHER
    assert names_in(tmp_path) == MANY[:whole]


def test_one_that_comes_twice_in_a_step_is_written_once(tmp_path: Path, named: list[tuple[str, int]]) -> None:
    write(tmp_path, ["a.xlsx", "b.xlsx", "a.xlsx"], WhenThere.ONCE)
    assert [name for name, _ in named] == ["a.xlsx", "b.xlsx"]
    assert names_in(tmp_path) == ["a.xlsx", "b.xlsx"]


def test_what_a_person_wrote_is_put_aside_only_when_the_new_ones_are_on_the_disk(
    tmp_path: Path, named: list[tuple[str, int]]
) -> None:
    (tmp_path / "b.docx").write_bytes(b"by hand")
    write(tmp_path, ["a.docx", "b.docx"])
    assert [sure for _, sure in named] == [2, 2, 2]  # the third is the one put aside
    assert [path.read_bytes() for path in tmp_path.glob("ban-cu/*/b.docx")] == [b"by hand"]
