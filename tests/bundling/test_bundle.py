"""The bundle: what lies in it, always the same bytes, every wheel one that the lock names."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from khoagiao_xl import __version__
from khoagiao_xl.bundling.make_bundle import Bundle, make_bundle
from khoagiao_xl.bundling.own_wheel import own_wheel_name
from khoagiao_xl.bundling.same_zip import zip_of
from khoagiao_xl.bundling.source_tree import SourceTree, source_tree
from khoagiao_xl.bundling.windows_python import URL, VERSION, given_python
from khoagiao_xl.bundling.windows_wheels import fetch_wheels, windows_pins
from khoagiao_xl.doors.bundle_in_terminal import told_of
from khoagiao_xl.doors.cli import main
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import sha256_of
from khoagiao_xl.installing.lock_file import Pin
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.office_installing import FETCHED, GIVEN
from tests.conftest import TOP

TREE = SourceTree(TOP)
WHEEL = zip_of({"a.py": b"", "a-1.dist-info/METADATA": b""})
TOP_NAME = f"khoagiao-{__version__}"


class SmallTree(SourceTree):
    """This checkout with a lock of two packages, one of them not for Windows."""

    @property
    def lock(self) -> str:
        """The text of the lock file."""
        digits = sha256_of(WHEEL)
        first = f"a==1 \\\n    --hash=sha256:{digits}\n"
        return f"{first}jeepney==1 ; sys_platform == 'linux' \\\n    --hash=sha256:{digits}\n"


def lay_wheel(_: Sequence[Pin], __: str, folder: Path) -> None:
    (folder / "a-1-py3-none-any.whl").write_bytes(WHEEL)


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    return make_bundle(SmallTree(TOP), tmp_path / "b.zip", fetch=lay_wheel)


@pytest.fixture
def windows_python(tmp_path: Path) -> Path:
    folder = tmp_path / "Python cho Windows"
    for name in (
        "python.exe",
        "python312.dll",
        "Lib/os.py",
        "Lib/site-packages/pip.py",
        "Lib/__pycache__/os.pyc",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def names_in(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        return [name.removeprefix(f"{TOP_NAME}/") for name in archive.namelist()]


def test_the_bundle_holds_the_script_the_page_the_lock_and_the_wheels(bundle: Bundle) -> None:
    assert names_in(bundle.path) == [
        "DOC-TRUOC.txt",
        "cai-dat.cmd",
        "goi/khoagiao.json",
        "goi/LGPL-2.1.txt",
        "goi/a-1-py3-none-any.whl",
        "goi/cai_dat.py",
        f"goi/{own_wheel_name()}",
        "goi/requirements.lock",
    ]


def test_a_python_that_is_given_lies_in_it_without_what_is_never_started(
    tmp_path: Path, windows_python: Path
) -> None:
    made = make_bundle(SmallTree(TOP), tmp_path / "b.zip", windows_python, lay_wheel)
    assert names_in(made.path)[-3:] == ["python/Lib/os.py", "python/python.exe", "python/python312.dll"]


def test_the_same_checkout_gives_the_same_bytes(bundle: Bundle, tmp_path: Path) -> None:
    again = make_bundle(SmallTree(TOP), tmp_path / "c.zip", fetch=lay_wheel)
    assert again.path.read_bytes() == bundle.path.read_bytes()


def test_the_manifest_names_the_hash_of_every_part(bundle: Bundle) -> None:
    with ZipFile(bundle.path) as archive:
        manifest = json.loads(archive.read(f"{TOP_NAME}/goi/khoagiao.json"))
        parts = {name: archive.read(f"{TOP_NAME}/goi/{name}") for name in manifest["parts"]}
    assert manifest["parts"] == {name: sha256_of(data) for name, data in parts.items()}
    assert (manifest["version"], manifest["python"], len(parts)) == (__version__, "3.12", 5)


def test_the_page_says_where_python_comes_from_and_what_was_never_tried(bundle: Bundle) -> None:
    with ZipFile(bundle.path) as archive:
        page = archive.read(f"{TOP_NAME}/DOC-TRUOC.txt").decode("utf-8-sig")
    assert URL in page
    assert "CHƯA THỬ TRÊN WINDOWS" in page
    assert page.count("\r\n") == page.count("\n")


def test_of_the_lock_windows_gets_its_own_packages_and_none_of_the_others() -> None:
    names = {pin.name: pin.version for pin in windows_pins(TREE.lock, "3.12")}
    assert {"pywin32", "xlwings", "tzdata", "pywin32-ctypes"} <= names.keys()
    assert not {"jeepney", "secretstorage", "appscript", "psutil", "cffi"} & names.keys()


def test_each_python_gets_the_versions_that_are_meant_for_it() -> None:
    newer = {pin.name: pin.version for pin in windows_pins(TREE.lock, "3.12")}
    older = {pin.name: pin.version for pin in windows_pins(TREE.lock, "3.11")}
    assert newer["numpy"] != older["numpy"]
    assert "backports-tarfile" in older.keys() - newer.keys()


def test_pip_is_asked_for_windows_wheels_with_hashes_and_for_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.extend(command)
        asked.append((tmp_path / "danh-sach.txt").read_text(encoding="ascii"))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    fetch_wheels([Pin("a", "1", "sys_platform == 'win32'", frozenset({"0" * 64}))], "3.12", tmp_path)
    assert {"--require-hashes", "--only-binary=:all:", "--no-deps", "win_amd64", "3.12"} <= set(asked)
    assert asked[-1] == f"a==1 \\\n    --hash=sha256:{'0' * 64}\n"


def test_without_a_network_it_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = subprocess.CompletedProcess([], 1, "", "WARNING: x\nERROR: no network\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    assert main(["bundle", "--out", str(tmp_path / "b.zip")]) == 2
    assert capsys.readouterr().err.strip() == sentence("CD-32", {"reason": "no network"})
    assert not (tmp_path / "b.zip").exists()


def lay_other_wheel(_: Sequence[Pin], __: str, folder: Path) -> None:
    (folder / "a-1-py3-none-any.whl").write_bytes(WHEEL + b" ")


def lay_no_wheel(_: Sequence[Pin], __: str, ___: Path) -> None:
    """Fetch nothing, and say nothing."""


@pytest.mark.parametrize(("fetch", "code"), [(lay_other_wheel, "CD-33"), (lay_no_wheel, "CD-36")])
def test_a_wheel_that_the_lock_does_not_know_or_that_is_missing_stops_it(
    tmp_path: Path, fetch: object, code: str
) -> None:
    with pytest.raises(WrongRequest) as refused:
        make_bundle(SmallTree(TOP), tmp_path / "b.zip", fetch=fetch)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert not (tmp_path / "b.zip").exists()


@pytest.mark.parametrize(("lost", "code"), [("python.exe", "CD-34"), ("python312.dll", "CD-35")])
def test_a_folder_that_is_no_python_312_for_windows_is_refused(
    windows_python: Path, lost: str, code: str
) -> None:
    (windows_python / lost).unlink()
    with pytest.raises(WrongRequest) as refused:
        given_python(windows_python)
    assert refused.value.code == code


def test_an_installed_program_makes_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(WrongRequest) as refused:
        source_tree(tmp_path)
    assert refused.value.code == "CD-31"


@pytest.mark.parametrize(("has_python", "given"), [(True, GIVEN), (False, FETCHED)])
def test_what_was_made_is_told(bundle: Bundle, has_python: bool, given: str) -> None:
    told = told_of(Bundle(bundle.path, bundle.wheels, has_python)).sentence
    facts = {"name": "b.zip", "megabytes": bundle.megabytes, "wheels": 2, "python": VERSION, "given": given}
    assert told == sentence("CD-39", facts)


def test_only_what_is_packed_already_is_stored_as_it_is() -> None:
    with ZipFile(BytesIO(zip_of({"a.whl": b"0" * 99, "a.txt": b"0" * 99}))) as archive:
        sizes = {member.filename: member.compress_size for member in archive.infolist()}
    assert sizes["a.whl"] == 99 > sizes["a.txt"]
