"""A cluster of two workers on this machine, and an office whose inbox has a bit of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from distributed import LocalCluster

from tests.steps.conftest import built_master, issued, office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.steps.conftest import Office

__all__ = ["built_master", "issued", "office"]

ALONE = {"processes": True, "threads_per_worker": 1, "dashboard_address": ":0", "silence_logs": 50}


@pytest.fixture(scope="session")
def two_workers() -> Iterator[str]:
    """The address of a scheduler with two worker processes."""
    with LocalCluster(n_workers=2, **ALONE) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def full_office(office: Office) -> Office:
    """An office that got six sound forms, one that goes back, one cut short, a letter and a PDF."""
    for unit in ("VPTU", "BAO", "SGDDT", "SYT", "STC", "STP"):
        office.receive(unit)
    office.receive("SNV", office.answers("SNV", KG201=99))
    whole = office.receive("TTR", days=-2)
    whole.write_bytes(whole.read_bytes()[:5000])
    office.arrive(whole, -2)
    pdf = office.inbox / "cong-van.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    office.arrive(pdf, -1)
    return office
