"""Offices whose figures can be walked back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.building.conftest import convert
from tests.steps.conftest import NAME, Office, built_master, issued

if TYPE_CHECKING:
    from pathlib import Path

    from tests.made_once import MakeOnce

__all__ = ["built_master", "convert", "issued"]
UNITS = ("SYT", "STP", "STC")


@pytest.fixture(scope="session")
def added_up(made_once: MakeOnce, issued: Path) -> Path:
    """The folder of an office whose January is added up; copy it before changing it."""

    def add_up(folder: Path) -> None:
        shutil.copytree(issued, folder, dirs_exist_ok=True)
        made = Office(folder / NAME)
        for unit in UNITS:
            made.receive(unit)
        made.act("tiep_nhan")
        made.act("tong_hop")

    return made_once("added-up", add_up)


@pytest.fixture
def office(added_up: Path, tmp_path: Path) -> Office:
    """An office of eight units whose January is taken in from three of them and added up."""
    shutil.copytree(added_up, tmp_path, dirs_exist_ok=True)
    return Office(tmp_path / NAME)
