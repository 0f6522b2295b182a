"""The command files run by wine's cmd, with a stand-in for python.exe that says what it was given.

wine is no Windows: it expands a % in a path a second time, which Windows does not, so that sign is left out here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from khoagiao_xl.installing.bundle_names import (
    INSTALLER,
    LAUNCHER,
    MANIFEST,
    PARTS,
    PROGRAM,
    REMOVER,
    STARTER,
)
from khoagiao_xl.installing.command_files import for_windows, source_of

COMPILER = "x86_64-w64-mingw32-gcc"
SOURCES = Path(__file__).parent / "wine_programs"
MISSING = [name for name in ("wine", "wineserver", COMPILER) if not shutil.which(name)]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"no {', '.join(MISSING)}: cmd of wine cannot be asked")
FOLDERS = ["a b", "Gói cài đặt", "a & b", "it's", "a (2)", "a ^ b", "Lại! nữa"]


@dataclass(frozen=True)
class Wine:
    """A Windows of wine's own. top: its C:; said: what the last double click told."""

    top: Path
    environment: dict[str, str]
    programs: Path

    def click(self, script: Path, words: str = "", **more: str) -> tuple[int, str]:
        """Return the status of a command file and what it said."""
        name = f"Z:{script}".replace("/", "\\")
        command = ["wine", str(self.programs / "click.exe"), name, words]
        done = subprocess.run(
            command, env=self.environment | more, stdin=subprocess.DEVNULL, capture_output=True, timeout=600
        )
        return done.returncode, done.stdout.decode("utf-8", "replace").replace("\r", "")


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    programs = tmp_path_factory.mktemp("programs")
    for name in ("says", "click"):
        build = [COMPILER, "-municode", "-o", str(programs / f"{name}.exe"), str(SOURCES / f"{name}.c")]
        subprocess.run(build, check=True)
    prefix = tmp_path_factory.mktemp("prefix")
    quiet = {
        "WINEPREFIX": str(prefix),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
    }
    ours = {"LC_ALL": "C.UTF-8", "KG_IM_LANG": "1", "HOME": str(prefix)}
    environment = {"PATH": os.environ["PATH"], **quiet, **ours}
    # wine's server lives on and would hold a pipe open.
    subprocess.run(
        ["wineboot", "-i"],
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield Wine(prefix / "drive_c", environment, programs)
    subprocess.run(["wineserver", "-k"], env=environment, check=False)


@pytest.fixture
def unpacked(wine: Wine, tmp_path: Path) -> Callable[[str], Path]:
    def lay(name: str) -> Path:
        folder = tmp_path / name
        (folder / PARTS).mkdir(parents=True)
        (folder / PARTS / STARTER).touch()
        (folder / "python").mkdir()
        shutil.copy(wine.programs / "says.exe", folder / "python" / "python.exe")
        (folder / INSTALLER).write_bytes(for_windows(source_of(INSTALLER)))
        return folder

    return lay


@pytest.mark.parametrize("name", FOLDERS)
def test_the_installer_hands_over_whole_paths(wine: Wine, unpacked: Callable[[str], Path], name: str) -> None:
    folder = unpacked(name)
    status, said = wine.click(folder / INSTALLER, SAYS=f"{STARTER}=0")
    starter = f"Z:{folder}/{PARTS}/{STARTER}".replace("/", "\\")
    assert (status, said.split()) == (
        0,
        ["<-I>", "<-c>", "<pass>", "<-I>", "<-B>", *f"<{starter}>".split(), "<>"],
    )


def test_a_folder_that_is_named_is_handed_on(wine: Wine, unpacked: Callable[[str], Path]) -> None:
    _, said = wine.click(unpacked("a") / INSTALLER, r'"D:\Khoa giao & 2"')
    assert "<D:\\Khoa giao & 2>" in said


@pytest.mark.parametrize("status", [0, 1, 2])
def test_the_status_of_the_installation_is_that_of_the_script(
    wine: Wine, unpacked: Callable[[str], Path], status: int
) -> None:
    assert wine.click(unpacked("a") / INSTALLER, SAYS=f"{STARTER}={status}")[0] == status


def test_a_python_that_may_not_run_is_a_sentence_for_the_it_department(
    wine: Wine, unpacked: Callable[[str], Path]
) -> None:
    status, said = wine.click(unpacked("a") / INSTALLER, SAYS="pass=5")
    assert (status, "KHONG CHAY DUOC Python" in said, STARTER in said) == (2, True, False)


def test_a_windows_of_32_bits_is_told(wine: Wine, unpacked: Callable[[str], Path]) -> None:
    script = unpacked("a") / INSTALLER
    as_there = b'set "PROCESSOR_ARCHITECTURE=x86"\r\ntitle'  # wine says what it is, whatever it is told
    script.write_bytes(script.read_bytes().replace(b"title", as_there, 1))
    status, said = wine.click(script)
    assert (status, "32 BIT" in said, STARTER in said) == (2, True, False)


def test_clicked_inside_the_zip_it_says_to_unpack_first(wine: Wine, unpacked: Callable[[str], Path]) -> None:
    folder = unpacked("Temp1_khoagiao.zip")
    shutil.rmtree(folder / PARTS)  # Explorer takes out the one file that is clicked
    status, said = wine.click(folder / INSTALLER)
    assert (status, "CHUA GIAI NEN" in said, "Extract All" in said) == (2, True, True)


@pytest.fixture
def powershell(wine: Wine) -> None:
    folder = wine.top / "windows" / "system32" / "WindowsPowerShell" / "v1.0"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(wine.programs / "says.exe", folder / "powershell.exe")


@pytest.mark.usefixtures("powershell")
@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("Invoke-WebRequest=1", "KHONG TAI DUOC"),
        ("Get-FileHash=3", "KHONG DUNG ban da kiem tra"),
        ("Expand-Archive=1", "KHONG TAI DUOC"),
        ("nothing=0", "KHONG TAI DUOC"),  # unpacked, and no python.exe in it
    ],
)
def test_a_python_that_cannot_be_had_is_said_and_nothing_is_started(
    wine: Wine, unpacked: Callable[[str], Path], says: str, told: str
) -> None:
    folder = unpacked("a")
    shutil.rmtree(folder / "python")
    status, said = wine.click(folder / INSTALLER, SAYS=says)
    assert (status, told in said, STARTER in said) == (2, True, False)


@pytest.fixture
def office(wine: Wine) -> Iterator[Path]:
    place = wine.top / "KhoaGiao"
    (place / PROGRAM / "python").mkdir(parents=True)
    shutil.copy(wine.programs / "says.exe", place / PROGRAM / "python" / "python.exe")
    (place / PROGRAM / MANIFEST).touch()
    for name in (REMOVER, LAUNCHER):
        (place / name).write_bytes(for_windows(source_of(name)))
    (place / "KhoaGiao-2026.xlsm").write_bytes(b"master")
    (place / "KhoaGiao-2026-luu-tru").mkdir()
    yield place
    shutil.rmtree(place)


def test_the_removal_keeps_masters_and_archive(wine: Wine, office: Path) -> None:
    status, said = wine.click(office / REMOVER)
    left = sorted(path.name for path in office.iterdir())
    assert (status, left) == (0, ["KhoaGiao-2026-luu-tru", "KhoaGiao-2026.xlsm", REMOVER])
    assert "khoagiao_xl.doors.removing" in said


def test_a_second_removal_finds_nothing_to_remove(wine: Wine, office: Path) -> None:
    shutil.rmtree(office / PROGRAM)
    assert wine.click(office / REMOVER) == (
        0,
        "Khong thay chuong trinh trong thu muc nay, khong co gi de go.\n\n",
    )


def test_the_launcher_hands_on_words_and_status(wine: Wine, office: Path) -> None:
    status, said = wine.click(office / LAUNCHER, 'doctor "a b.xlsm" --json', SAYS="doctor=1")
    assert (status, said.split("\n")[-4:-1]) == (1, ["<doctor>", "<a b.xlsm>", "<--json>"])
