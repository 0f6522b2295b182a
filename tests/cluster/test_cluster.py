"""An intake on a cluster: what one machine would have come to, whatever becomes of the workers."""

from __future__ import annotations

import shutil
import sys

import pytest

from khoagiao_xl.intake.reading import worker
from khoagiao_xl.wording import sentence
from tests.cluster import readers
from tests.steps.conftest import NAME, Office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workers are killed by signals of POSIX")
TABLES = ("tblTiepNhan", "tblTepNhan", "tblLoi", "tblTongHop")


@pytest.fixture
def two_offices(full_office: Office, tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Office]:
    """Return two offices with the same inbox; to the first all that happens once has happened already."""
    folder = tmp_path_factory.mktemp("other")
    shutil.copytree(full_office.folder, folder, dirs_exist_ok=True)
    other = Office(folder / NAME)
    for each in (full_office, other):
        readers.done(each.inbox / "x").mkdir()
    readers.is_first(full_office.inbox / "x")
    for file in full_office.inbox.iterdir():
        (readers.done(file) / file.name).touch()
    return full_office, other


def told(office: Office, table: str) -> list[dict[str, object]]:
    return [dict(row) for row in office.rows(table)]


def test_with_a_worker_killed_a_slow_one_and_a_deadly_file_all_is_as_on_one_machine(
    two_offices: tuple[Office, Office], two_workers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "read_file", readers.eventful)
    here, there = two_offices
    alone, together = here.act("tiep_nhan"), there.act("tiep_nhan", scheduler=two_workers)
    assert together.counts == alone.counts
    assert (here.act("tong_hop").status, there.act("tong_hop").status) == (0, 0)
    for table in TABLES:
        assert told(there, table) == told(here, table), table
    assert not readers.is_first(there.inbox / "x")  # the worker was killed
    came = sorted(path.name for path in there.inbox.iterdir())
    assert sorted(str(row["Tệp"]) for row in told(there, "tblTepNhan")) == came
    (deadly,) = there.rows("tblTiepNhan", Mã_đơn_vị=readers.KILLS_ITS_READER)
    assert deadly["Trạng thái"] == "đã gửi, chưa dùng được"
    assert str(deadly["Lý do"]).startswith(sentence("TN-25", {}))
