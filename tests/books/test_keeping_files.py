"""Backups, locks, links, rights, full disks and names."""

from __future__ import annotations

import errno
import gzip
import os
import shutil
import socket
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl import files
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.errors import Busy, DiskFull, HeldFile, NotAFolder, OpenElsewhere
from khoagiao_xl.files import backups, locks
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.vietnamese.office_clock import in_office_time
from khoagiao_xl.wording import sentence

MOMENT = datetime(2024, 1, 1, 8)  # noqa: DTZ001


def test_a_second_run_on_the_same_master_is_told_to_wait(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsm"
    with (
        locks.only_writer(path),
        pytest.raises(Busy, match="Chờ thao tác đó xong") as refused,
        locks.only_writer(path),
    ):
        pass
    assert refused.value.code == "TEP-04"


def test_old_backups_thin_out_to_thirty_and_the_first_of_each_month(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsm"
    path.write_bytes(b"x")
    for day in range(100):
        backups.back_up(path, tmp_path / "sao-luu", MOMENT + timedelta(days=day), "tong_hop")
    kept = backups.backups_of(path, tmp_path / "sao-luu")
    assert len(kept) == 30 + 3
    assert "20240101" in kept[0].name
    assert "20240409" in kept[-1].name


def test_the_backup_of_one_master_is_not_that_of_another(tmp_path: Path) -> None:
    for name in ("so.xlsm", "so.2.xlsm"):
        (tmp_path / name).write_bytes(b"x")
        backups.back_up(tmp_path / name, tmp_path / "b", MOMENT, "tong_hop")
    assert len(backups.backups_of(tmp_path / "so.xlsm", tmp_path / "b")) == 1


@given(st.text(max_size=120))
def test_a_safe_name_is_plain_ascii_and_no_device(text: str) -> None:
    name = files.safe_name(text)
    assert name.isascii()
    assert 0 < len(name) <= 81
    assert not set(name) & set('\\/:*?"<>| \n')
    assert name.upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@pytest.mark.parametrize(
    ("text", "name"), [("Sở Y tế", "So-Y-te"), ("ĐẢNG ỦY / khối", "DANG-UY-khoi"), ("nul", "_nul")]
)
def test_a_vietnamese_name_stays_readable(text: str, name: str) -> None:
    assert files.safe_name(text) == name


def test_a_path_that_is_no_folder_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NotAFolder, match="không phải là thư mục"):
        files.existing_folder(tmp_path / "không có")


def test_what_somebody_worked_in_is_put_aside_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    assert not files.write_beside_older(path, b"first", MOMENT)
    assert not files.write_beside_older(path, b"first", MOMENT)
    path.write_bytes(b"edited by hand")
    assert files.write_beside_older(path, b"second", MOMENT)
    assert path.read_bytes() == b"second"
    assert (tmp_path / files.OLDER / "20240101-080000" / "bao-cao.docx").read_bytes() == b"edited by hand"


@pytest.fixture
def linked(master: Path) -> Path:
    """The test's own master by another name, in another folder."""
    link = master.parent / "ban" / "Sổ.xlsm"
    link.parent.mkdir()
    try:
        link.symlink_to(master)
    except OSError:
        pytest.skip("this user may make no links here")
    return link


def test_a_master_is_written_through_its_link(linked: Path, master: Path) -> None:
    before = master.read_bytes()
    (master.parent / "hop-thu-den" / "2024-M01").mkdir(parents=True)
    outcome = run_action("tiep_nhan", linked, Job(MOMENT, Period.parse("2024-M01")))
    assert (outcome.status, linked.is_symlink(), master.read_bytes() == before) == (0, True, False)
    assert [path.name for path in linked.parent.iterdir()] == ["Sổ.xlsm"]


def test_what_was_done_by_a_link_is_undone_by_the_true_name(linked: Path, master: Path) -> None:
    (master.parent / "hop-thu-den" / "2024-M01").mkdir(parents=True)
    run_action("tiep_nhan", linked, Job(MOMENT, Period.parse("2024-M01")))
    assert FileBook(master).read("tblTiepNhan")
    assert run_action("khoi_phuc", master, Job(MOMENT)).status == 0
    assert not FileBook(master).read("tblTiepNhan")


def test_a_master_that_is_worked_on_by_its_name_is_busy_by_its_link_too(linked: Path, master: Path) -> None:
    with locks.only_writer(master), pytest.raises(Busy), locks.only_writer(linked):
        pass


needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="files of Windows have no modes")


@needs_modes
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_a_file_keeps_its_rights_when_it_is_written_anew(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "so.xlsm"
    path.write_bytes(b"old")
    path.chmod(mode)
    files.write_atomically(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


@needs_modes
def test_backups_the_restored_master_and_reports_written_anew_keep_their_rights(master: Path) -> None:
    (master.parent / "hop-thu-den" / "2024-M01").mkdir(parents=True)
    master.chmod(0o664)
    run_action("tiep_nhan", master, Job(MOMENT, Period.parse("2024-M01")))
    [backup] = backups.backups_of(master, Storage(master).backups)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o664
    run_action("khoi_phuc", master, Job(MOMENT))
    files.write_beside_older(master, b"another", MOMENT)
    assert stat.S_IMODE(master.stat().st_mode) == 0o664


@needs_modes
def test_work_done_by_root_leaves_the_master_to_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsm"
    path.write_bytes(b"old")
    try:
        os.chown(path, 4242, 4343)
    except PermissionError:
        pytest.skip("only root may give a file away")
    files.write_atomically(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (4242, 4343)


@needs_modes
def test_a_new_file_has_the_rights_that_the_user_gives_to_new_files(tmp_path: Path) -> None:
    files.write_atomically(tmp_path / "new", b"x")
    (tmp_path / "other").touch()
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Give a real disk of so many bytes; only root may have one."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(size: int) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
        if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("a disk of its own size needs root on Linux")
        return place

    yield mount
    subprocess.run(["umount", str(place)], capture_output=True)


@pytest.mark.skipif(sys.platform == "win32", reason="a small disk is made with mount")
@pytest.mark.parametrize("room_for", [1, 2])  # the master alone; the master and its backup
def test_a_full_disk_is_told_and_leaves_no_part_of_a_file(
    master: Path, small_disk: Callable[[int], Path], room_for: int
) -> None:
    before = master.read_bytes()
    disk = small_disk(room_for * len(before) + 32_768)
    own = Path(shutil.copy(master, disk))
    (disk / "hop-thu-den" / "2024-M01").mkdir(parents=True)
    outcome = run_action("tiep_nhan", own, Job(MOMENT, Period.parse("2024-M01")))
    assert (outcome.status, outcome.sentence.split(":")[0]) == (2, "Đĩa đầy")
    left = [path for path in disk.rglob("*") if path.is_file() and path.name != f".{own.name}.lock"]
    assert all(map(is_whole, left)), left
    assert own.read_bytes() == before


def is_whole(path: Path) -> bool:
    """Say whether nothing is cut off of a package or of what was packed."""
    if path.suffix == ".gz":
        return bool(gzip.decompress(path.read_bytes()))
    with zipfile.ZipFile(path) as package:
        return package.testzip() is None


@pytest.mark.parametrize("cause", [errno.ENOSPC, errno.EDQUOT])
def test_a_backup_that_finds_no_room_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cause: int
) -> None:
    def full(_: int) -> None:
        raise OSError(cause, "full")

    path = tmp_path / "so.xlsm"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="Xóa bớt tệp"):
        backups.back_up(path, tmp_path / "sao-luu", MOMENT, "tong_hop")
    assert list((tmp_path / "sao-luu").iterdir()) == []


def test_a_file_that_cannot_be_written_anew_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "bao-cao.docx").write_bytes(b"edited by hand")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        files.write_beside_older(tmp_path / "bao-cao.docx", b"new", MOMENT)
    assert (tmp_path / "bao-cao.docx").read_bytes() == b"edited by hand"


def test_a_report_that_word_holds_is_told_in_one_sentence_and_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        error = PermissionError(errno.EACCES, "in use")
        error.winerror = 32  # type: ignore[attr-defined]  # as Windows tells a sharing violation
        raise error

    (tmp_path / "bao-cao.docx").write_bytes(b"open in Word")
    monkeypatch.setattr(files, "RETRY_PAUSES", ())
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(HeldFile, match=r"«bao-cao\.docx»: tệp đang mở ở chương trình khác, thường là Word"):
        files.write_beside_older(tmp_path / "bao-cao.docx", b"new", MOMENT)
    assert (tmp_path / "bao-cao.docx").read_bytes() == b"open in Word"


def test_what_the_system_will_not_let_us_read_is_told_with_its_reason(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", locked)
    outcome = run_action("tong_hop", master, Job(MOMENT, Period.parse("2024-M01")))
    assert outcome.sentence == sentence("TEP-16", {"name": master.name, "reason": "không có quyền"})


def test_a_master_that_windows_will_not_let_us_write_is_held_by_a_program(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shared(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "open", shared)
    with pytest.raises(OpenElsewhere, match="thường là Excel") as refused:
        locks.refuse_if_held(master)
    assert refused.value.code == "TEP-19"


def mark_of_libreoffice(master: Path, host: str) -> Path:
    mark = master.with_name(f".~lock.{master.name}#")
    mark.write_text(f"Họ\\, tên,user,{host},22.01.2024 08:00,file:///so;", encoding="utf-8")
    os.utime(mark, (MOMENT.timestamp(), MOMENT.timestamp()))
    return mark


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let just these programs run on this machine, which is called «may-1»."""

    def run(*programs: str) -> None:
        for number, program in enumerate(programs, 1):
            (tmp_path / "proc" / str(number)).mkdir(parents=True)
            state = "Z" if program.startswith("ended ") else "S"
            line = f"{number} ({program.removeprefix('ended ')}) {state} 1 1"
            (tmp_path / "proc" / str(number) / "stat").write_text(line)

    monkeypatch.setattr(locks, "_PROCESSES", tmp_path / "proc")
    monkeypatch.setattr(socket, "gethostname", lambda: "may-1")
    return run


@pytest.mark.parametrize(
    ("host", "programs", "code"),
    [
        ("may-1", ["systemd", "bash"], "TEP-18"),  # crashed: known
        ("may-1", ["systemd", "ended soffice.bin"], "TEP-18"),
        ("may-1", ["systemd", "soffice.bin"], "TEP-17"),
        ("may-1", [], "TEP-17"),  # what runs cannot be seen
        ("may-2", ["systemd"], "TEP-17"),
        ("localhost", ["systemd"], "TEP-17"),
        ("", ["systemd"], "TEP-03"),
    ],
)
def test_the_mark_of_libreoffice_is_told_with_its_cure(
    tmp_path: Path, running: Callable[..., None], host: str, programs: list[str], code: str
) -> None:
    running(*programs)
    mark = mark_of_libreoffice(tmp_path / "so.xlsm", host)
    with pytest.raises(OpenElsewhere) as refused:
        locks.refuse_if_open(tmp_path / "so.xlsm")
    told = str(refused.value)
    assert refused.value.code == code
    assert f"xóa tệp ẩn «{mark.name}» trong thư mục «{tmp_path}»" in told.replace("Xóa", "xóa")
    assert f"{in_office_time(MOMENT.astimezone()):%H:%M} ngày 01/01/2024" in told
    assert "tên" not in told.replace("«", "")  # nobody's name


def test_the_mark_of_excel_is_told_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / "~$so.xlsm").write_bytes(b"\x04Name".ljust(165))
    with pytest.raises(OpenElsewhere, match=r"xóa tệp ẩn «~\$so\.xlsm» trong thư mục") as refused:
        locks.refuse_if_open(tmp_path / "so.xlsm")
    assert (refused.value.code, "Name" in str(refused.value)) == ("TEP-03", False)


def test_a_master_that_is_open_by_its_true_name_is_refused_by_its_link(linked: Path, master: Path) -> None:
    mark_of_libreoffice(master, "may-2")
    with pytest.raises(OpenElsewhere, match="may-2"):
        locks.refuse_if_open(linked)
