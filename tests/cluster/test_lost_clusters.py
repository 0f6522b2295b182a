"""A cluster that is not there, or is no more: one sentence, and the master as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.intake import cluster
from khoagiao_xl.intake.reading import worker
from khoagiao_xl.wording import sentence
from tests.cluster import readers
from tests.patience import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.steps.conftest import Office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a scheduler is killed by a signal of POSIX")
NOBODY = "tcp://127.0.0.1:1"


# As on a machine without the extra: a process in which nothing has imported it yet.
WITHOUT_THE_EXTRA = (
    "import sys; sys.modules['distributed'] = None; from khoagiao_xl.doors.cli import main; main()"
)


def test_without_the_extra_the_office_is_told_how_to_get_it(office: Office) -> None:
    before = office.master.read_bytes()
    verb = ["collect", str(office.master), "--period", office.period, "--scheduler", NOBODY]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WITHOUT_THE_EXTRA, *verb], capture_output=True, encoding="utf-8"
    )
    told = " ".join(f"{done.stdout} {done.stderr}".split())
    assert sentence("TN-180", {}) in told
    assert office.master.read_bytes() == before


@pytest.mark.parametrize("address", [NOBODY, "không phải địa chỉ"])
def test_where_nobody_answers_the_address_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 1)
    outcome = office.act("tiep_nhan", scheduler=address)
    assert (outcome.status, outcome.sentence) == (2, sentence("TN-181", {"address": address}))


def test_workers_of_another_version_are_refused(
    office: Office, two_workers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "reader_version", lambda *_: "another")
    outcome = office.act("tiep_nhan", scheduler=two_workers)
    assert (outcome.status, outcome.sentence) == (2, sentence("TN-183", {"address": two_workers}))


@pytest.fixture
def own_cluster(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """The address of a scheduler of its own with one worker, and the process it runs in."""
    told = tmp_path / "scheduler.json"
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    where = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
    quiet: dict[str, Any] = {"stderr": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    scheduler = subprocess.Popen([*start, *where], **quiet)
    start = [sys.executable, "-m", "distributed.cli.dask_worker"]
    where = ["--scheduler-file", str(told), "--nworkers", "1", "--nthreads", "1", "--no-dashboard"]
    helper = subprocess.Popen([*start, *where, "--death-timeout", "10"], **quiet, cwd=tmp_path)
    wait_for(told.exists)
    address = wait_for(lambda: json.loads(told.read_text(encoding="utf-8"))["address"])
    yield address, scheduler.pid
    for process in (helper, scheduler):
        process.terminate()
        process.wait()


def test_a_cluster_lost_in_the_middle_leaves_the_master_as_it_was(
    full_office: Office, own_cluster: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "read_file", readers.kills_the_scheduler)
    address, pid = own_cluster
    (full_office.inbox.parent / "scheduler.pid").write_text(str(pid), encoding="ascii")
    before = full_office.master.read_bytes()
    outcome = full_office.act("tiep_nhan", scheduler=address)
    assert (outcome.status, outcome.sentence) == (2, sentence("TN-182", {"address": address}))
    assert full_office.master.read_bytes() == before
