"""What is dear to make and only looked at, made once for all the processes that run tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from filelock import FileLock

from khoagiao_xl.building import build_master
from khoagiao_xl.demo import Day, lay_out_guidance, live, live_one_day
from khoagiao_xl.office.profiles import load_profile

if TYPE_CHECKING:
    from khoagiao_xl.office.profiles import Profile

MakeOnce = Callable[[str, Callable[[Path], object]], Path]
FEW: Final = (
    "VPTU",
    "BAO",
    "SGDDT",
    "SYT",
    "STC",
    "STP",
    "SNV",
    "TTR",
)  # where it does not matter that there are 92
CLOSING: Final = {"nguoi_chot": "Phó Trưởng ban", "ly_do_mo_ky": "Đơn vị sửa số"}
ENOUGH: Final = 26  # as many as the sample's inbox has parts for


def few_units() -> Profile:
    """Return the sample office with eight units."""
    profile = load_profile("2024")
    return replace(profile, units=tuple(unit for unit in profile.units if unit.code in FEW))


def with_who_closes(profile: Profile) -> Profile:
    """Return the office with what closing and reopening by a click ask of «Cấu hình»."""
    for key, value in CLOSING.items():
        profile = profile.with_setting(key, value)
    return profile


def enough_units() -> Profile:
    """Return the sample office with as many units as its inbox needs."""
    profile = load_profile("2024")
    return with_who_closes(replace(profile, units=profile.units[:ENOUGH]))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MakeOnce:
    """Return the folder of a name, after one of the processes has filled it; nobody may change it."""
    own = tmp_path_factory.getbasetemp()
    top = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, begun = top / f"once-{name}", top / f"begun-{name}"
        with FileLock(f"{folder}.lock"):
            if not folder.exists():
                shutil.rmtree(begun, ignore_errors=True)
                begun.mkdir()
                fill(begun)
                begun.rename(folder)
        return folder

    return make


def _built(made_once: MakeOnce, name: str, profile: Callable[[], Profile]) -> Path:
    file = "KhoaGiao-2024.xlsm"
    return made_once(name, lambda folder: build_master(folder / file, profile())) / file


@pytest.fixture(scope="session")
def built_master(made_once: MakeOnce) -> Path:
    """A fresh master of the 2024 profile; copy it before changing it."""
    return _built(made_once, "master", lambda: load_profile("2024"))


@pytest.fixture(scope="session")
def small_master(made_once: MakeOnce) -> Path:
    """A fresh master of eight units; copy it before changing it."""
    return _built(made_once, "small", few_units)


@pytest.fixture(scope="session")
def demo(made_once: MakeOnce) -> Path:
    """The folder of one whole demo."""
    return made_once("demo", lambda folder: live_one_day(folder, quiet=True))


@pytest.fixture(scope="session")
def small_day(made_once: MakeOnce) -> Path:
    """The folder of the demo's day with no more units than its inbox needs."""
    return made_once("small-day", live_small_day)


def type_nothing(_: Path, __: date) -> None:
    """Type nothing: into a workbook that may be open on the screen nobody types from outside."""


def live_small_day(folder: Path) -> None:
    """Live the demo's day by the terminal's actions, with no more units than its inbox needs."""
    day = Day(folder, profile=enough_units(), type_in=type_nothing)
    build_master(day.master, day.profile)
    lay_out_guidance(folder)
    live(day)
