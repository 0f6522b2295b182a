"""An office's machine: the program comes, is upgraded, stays whole where that fails, and masters are never touched."""

from __future__ import annotations

import errno
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from khoagiao_xl.installing import ascii_places, office_installation, program_folder
from khoagiao_xl.installing.bundle_names import (
    COMING,
    FORMER,
    LAUNCHER,
    LOCK,
    MANIFEST,
    PARTS,
    PROGRAM,
    REMOVER,
)
from khoagiao_xl.installing.office_installation import main
from khoagiao_xl.wording import sentence
from tests.installing.small_bundle import HERE, saying_python, unpacked_bundle

Said = pytest.CaptureFixture[str]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its stand-in for Python is a shell script")


@pytest.fixture(autouse=True)
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = saying_python(tmp_path / "python")
    monkeypatch.setattr(office_installation, "python_folder", lambda: folder)
    return folder


def installed(place: Path) -> set[str]:
    packages = place / PROGRAM / "python" / "Lib" / "site-packages"
    return {path.relative_to(packages).as_posix() for path in packages.rglob("*.py")}


def test_packages_lock_and_commands_lie_in_the_named_folder(tmp_path: Path) -> None:
    place = tmp_path / "KhoaGiao"
    main(unpacked_bundle(tmp_path / "b"), [str(place)])
    assert installed(place) == {"khoagiao_xl/__init__.py", "other.py", "apart.py"}
    assert {path.name for path in place.iterdir()} == {PROGRAM, LAUNCHER, REMOVER}
    assert {LOCK, MANIFEST} < {path.name for path in (place / PROGRAM).iterdir()}


def test_then_setup_is_run_by_the_installed_python_and_its_status_counts(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "KhoaGiao"
    assert main(unpacked_bundle(tmp_path / "b"), [str(place)]) == 1
    assert capfd.readouterr().out.endswith(f"-X\nutf8\n-P\n-m\nkhoagiao_xl\nsetup\n{place}\n")


def test_modules_are_compiled_for_the_place_where_they_will_lie(tmp_path: Path) -> None:
    place = tmp_path / "KhoaGiao"
    main(unpacked_bundle(tmp_path / "b"), [str(place)])
    [compiled] = (place / PROGRAM / "python" / "Lib" / "site-packages" / "__pycache__").glob("other.*.pyc")
    assert str(place / PROGRAM / "python").encode("ascii") in compiled.read_bytes()


def test_the_bundle_may_lie_in_a_folder_of_any_name(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bundle = unpacked_bundle(tmp_path / "Gói & 100% 'mới'")
    main(bundle, [str(tmp_path / "k")])
    assert sentence("CD-12", {"place": tmp_path / "k", "version": "1"}) in capfd.readouterr().out


def test_an_upgrade_replaces_the_program_and_keeps_all_else(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "KhoaGiao"
    main(unpacked_bundle(tmp_path / "b"), [str(place)])
    (place / PROGRAM / "left.txt").touch()
    (place / "KhoaGiao-2026.xlsm").write_bytes(b"master")
    main(unpacked_bundle(tmp_path / "newer", "2"), [str(place)])
    assert {path.name for path in place.iterdir()} == {PROGRAM, LAUNCHER, REMOVER, "KhoaGiao-2026.xlsm"}
    assert not (place / PROGRAM / "left.txt").exists()
    assert sentence("CD-13", {"place": place, "version": "2"}) in capfd.readouterr().out


def test_a_program_in_use_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "KhoaGiao"
    main(unpacked_bundle(tmp_path / "b"), [str(place)])
    monkeypatch.setattr(program_folder, "PAUSES", (0,))
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self.name == COMING:
            raise PermissionError(errno.EACCES, "held")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    (place / PROGRAM / "old.txt").touch()
    assert main(unpacked_bundle(tmp_path / "newer", "2"), [str(place)]) == 2
    assert (place / PROGRAM / "old.txt").exists()
    assert not (place / COMING).exists()
    assert not (place / FORMER).exists()
    assert sentence("CD-07", {"folder": place / PROGRAM}) in capfd.readouterr().out


def test_a_scanner_that_looks_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program_folder, "PAUSES", (0, 0))
    rename, refused = Path.rename, iter([True, True])

    def held_at_first(self: Path, target: Path) -> Path:
        if next(refused, False):
            raise PermissionError(errno.EACCES, "held")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held_at_first)
    main(unpacked_bundle(tmp_path / "b"), [str(tmp_path / "k")])
    assert (tmp_path / "k" / PROGRAM).is_dir()


def test_an_embeddable_python_is_told_where_its_packages_lie(tmp_path: Path, python: Path) -> None:
    (python / "python312._pth").write_text("python312.zip\n.\n#import site\n", encoding="ascii")
    main(unpacked_bundle(tmp_path / "b"), [str(tmp_path / "k")])
    listed = (tmp_path / "k" / PROGRAM / "python" / "python312._pth").read_text(encoding="ascii")
    assert listed.splitlines() == ["python312.zip", ".", "Lib\\site-packages", "import site"]


def damaged(bundle: Path) -> None:
    (bundle / PARTS / "other-2-py3-none-any.whl").write_bytes(b"half")


def without_manifest(bundle: Path) -> None:
    (bundle / PARTS / MANIFEST).unlink()


def with_other_manifest(bundle: Path) -> None:
    (bundle / PARTS / MANIFEST).write_bytes(b"[]")


@pytest.mark.parametrize(
    ("harm", "code", "facts"),
    [
        (damaged, "CD-02", {"names": "other-2-py3-none-any.whl"}),
        (without_manifest, "CD-01", {"name": MANIFEST}),
        (with_other_manifest, "CD-01", {"name": MANIFEST}),
    ],
)
def test_a_bundle_that_is_not_whole_installs_nothing(
    tmp_path: Path, capsys: Said, harm: Callable[[Path], None], code: str, facts: dict[str, object]
) -> None:
    bundle = unpacked_bundle(tmp_path / "b")
    harm(bundle)
    assert main(bundle, [str(tmp_path / "k")]) == 2
    assert capsys.readouterr().out.splitlines()[-1] == sentence(code, facts)
    assert not (tmp_path / "k").exists()


def test_wheels_for_another_python_are_refused(tmp_path: Path, capsys: Said) -> None:
    assert main(unpacked_bundle(tmp_path / "b", python="2.7"), [str(tmp_path / "k")]) == 2
    assert capsys.readouterr().out.strip() == sentence("CD-08", {"wanted": "2.7", "found": HERE})


def test_a_full_drive_is_said_before_anything_is_copied(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=5_000_000))
    place = tmp_path / "k"
    assert main(unpacked_bundle(tmp_path / "b", megabytes=200), [str(place)]) == 2
    said = sentence("CD-06", {"place": place, "free": 5, "needed": 550})
    assert capsys.readouterr().out.splitlines()[-1] == said
    assert list(place.iterdir()) == []


def test_a_drive_that_fills_while_copying_leaves_nothing_behind(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shutil, "copytree", full)
    assert main(unpacked_bundle(tmp_path / "b"), [str(tmp_path / "k")]) == 2
    assert capsys.readouterr().out.splitlines()[-1] == sentence("TEP-14", {"name": COMING})
    assert list((tmp_path / "k").iterdir()) == []


def test_a_folder_with_marks_is_refused_with_the_reason(tmp_path: Path, capsys: Said) -> None:
    place = tmp_path / "Khoa giáo"
    assert main(unpacked_bundle(tmp_path / "b"), [str(place)]) == 2
    assert capsys.readouterr().out.splitlines()[-1] == sentence("CD-03", {"place": place})


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ascii_places, "can_hold", lambda _: False)
    place = tmp_path / "k"
    assert main(unpacked_bundle(tmp_path / "b"), [str(place)]) == 2
    assert capsys.readouterr().out.splitlines()[-1] == sentence("CD-04", {"place": place})


def test_a_python_that_the_machine_does_not_let_run_is_one_sentence_for_it(
    tmp_path: Path, capsys: Said, python: Path
) -> None:
    (python / "bin" / "python3").chmod(0o644)
    place = tmp_path / "k"
    assert main(unpacked_bundle(tmp_path / "b"), [str(place)]) == 2
    assert "xin cho chạy tệp này" in capsys.readouterr().out.splitlines()[-1]
    shutil.rmtree(place)
