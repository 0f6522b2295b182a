"""An inbox that is a folder of the program's own is refused before anything of it is read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.intake.inbox.own_folders import refuse_own_folders
from khoagiao_xl.office.storage import Storage

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = {"thu_muc_hop_thu": "hop-thu-den/{ky}", "thu_muc_tra_lai": "tra-lai/{ky}", "thu_muc_bao_cao": "."}


def intake_of(top: Path, inbox: str) -> Any:
    """Return what an intake says of its folders."""
    folder = top / inbox
    folder.mkdir(parents=True, exist_ok=True)
    settings = SimpleNamespace(folders=FOLDERS)
    return SimpleNamespace(
        inbox=folder, out=top / "tra-lai" / "2024-M03", code="2024-M03",
        storage=Storage(top / "So.xlsm"), year=SimpleNamespace(settings=settings),
    )  # fmt: skip


@pytest.mark.parametrize(
    "inbox", [".", "..", "So-luu-tru", "So-luu-tru/ban-goc", "tra-lai/2024-M03", "tra-lai", "x/../tra-lai"]
)
def test_a_folder_of_the_programs_own_is_no_inbox(tmp_path: Path, inbox: str) -> None:
    top = tmp_path / "van phong"
    top.mkdir()
    with pytest.raises(WrongRequest) as refused:
        refuse_own_folders(intake_of(top, inbox))
    assert refused.value.code == "TN-109"


@pytest.mark.parametrize("inbox", ["hop-thu-den/2024-M03", "hop-thu-den", "../thu", "tra-lai-cu"])
def test_any_other_folder_is(tmp_path: Path, inbox: str) -> None:
    top = tmp_path / "van phong"
    top.mkdir()
    refuse_own_folders(intake_of(top, inbox))
