"""Taking the program off: its shortcuts go, masters, settings and archive stay and are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.doors import removing
from khoagiao_xl.doors.removing import main, shortcuts_to
from khoagiao_xl.installing.bundle_names import PROGRAM, REMOVER
from khoagiao_xl.wording import sentence


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "KhoaGiao"
    (folder / PROGRAM).mkdir(parents=True)
    for name in (REMOVER, "KhoaGiao-2026.xlsm"):
        (folder / name).touch()
    (folder / "KhoaGiao-2026-luu-tru").mkdir()
    return folder


@pytest.fixture
def desktop(tmp_path: Path, place: Path) -> Path:
    folder = tmp_path / "Desktop"
    folder.mkdir()
    python = place / PROGRAM / "python" / "pythonw.exe"
    (folder / "Khoa giáo - KhoaGiao-2026.cmd").write_text(f'start "" "{python}" -m x', encoding="utf-8")
    (folder / "other.cmd").write_text('start "" "C:\\other\\pythonw.exe"', encoding="utf-8")
    return folder


def test_only_shortcuts_to_this_program_are_ours(place: Path, desktop: Path) -> None:
    assert [path.name for path in shortcuts_to(place, desktop)] == ["Khoa giáo - KhoaGiao-2026.cmd"]
    assert shortcuts_to(place, None) == []


def test_shortcuts_go_and_what_stays_is_named(
    place: Path, desktop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(removing, "_desktop", lambda: desktop)
    assert main([str(place)]) == 0
    kept = "KhoaGiao-2026-luu-tru, KhoaGiao-2026.xlsm"
    assert capsys.readouterr().out.splitlines() == [
        sentence("CD-22", {"name": "Khoa giáo - KhoaGiao-2026.cmd"}),
        sentence("CD-21", {"kept": kept, "place": place}),
    ]
    assert [path.name for path in desktop.iterdir()] == ["other.cmd"]
