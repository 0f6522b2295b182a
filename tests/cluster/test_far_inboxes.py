"""An inbox at an address: taken in like a folder; what cannot be looked into is told without its password."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import fsspec
import pytest

from khoagiao_xl.doors.cli import parser
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.steps.conftest import Office


def test_an_address_gives_what_a_folder_gives(full_office: Office, two_workers: str) -> None:
    place = full_office.inbox.as_uri()
    there = full_office.act("tiep_nhan", place=place, scheduler=two_workers)
    again = full_office.act("tiep_nhan")
    assert there.counts == again.counts
    assert there.counts["reported"] == 6


@pytest.fixture
def store() -> Iterator[str]:
    """The address of a place in which one file lies that nobody dated."""
    system = fsspec.filesystem("memory")
    system.pipe("/hop-thu/2024-M01/H01/a.xlsx", b"PK cut short")
    yield "memory://hop-thu/2024-M01"
    system.rm("/hop-thu", recursive=True)


def test_what_lies_in_a_store_is_answered_for_under_its_name_there(office: Office, store: str) -> None:
    outcome = office.act("tiep_nhan", place=store)
    (row,) = office.rows("tblTepNhan")
    assert (row["Tệp"], row["Kết quả"]) == ("H01/a.xlsx", "không dùng được")
    assert outcome.counts["files"] == 1


@pytest.mark.parametrize("place", ["khong-co://ai:mat-khau@may/thu-muc", "memory://khong-co"])
def test_a_place_that_cannot_be_looked_into_is_told_without_its_password(office: Office, place: str) -> None:
    outcome = office.act("tiep_nhan", place=place)
    assert outcome.status == 2
    assert "mat-khau" not in outcome.sentence
    assert "may/thu-muc" in outcome.sentence or "memory://khong-co" in outcome.sentence


def test_without_the_extra_an_address_is_no_inbox(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    outcome = office.act("tiep_nhan", place="memory://x")
    assert (outcome.status, outcome.sentence) == (2, sentence("TN-180", {}))


def test_the_terminal_knows_an_address_from_a_path() -> None:
    asked = parser().parse_args(["collect", "So.xlsm", "s3://kho/2024-M01", "--period", "2024-M01"])
    assert asked.source == "s3://kho/2024-M01"
