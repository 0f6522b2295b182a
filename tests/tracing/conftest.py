"""Offices whose figures can be walked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building.conftest import convert
from tests.steps.conftest import Office, built_master

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["built_master", "convert"]
UNITS = ("SYT", "STP", "STC")


@pytest.fixture
def office(master: Path) -> Office:
    """An office of eight units whose January is taken in from three of them and added up."""
    made = Office(master)
    made.act("phat_bieu_mau")
    for unit in UNITS:
        made.receive(unit)
    made.act("tiep_nhan")
    made.act("tong_hop")
    return made
