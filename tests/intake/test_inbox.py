"""The inbox: plain files, letters and archives, each with the time it arrived."""

from __future__ import annotations

import io
import os
import socket
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.errors import NotAFolder
from khoagiao_xl.intake.inbox.list_inbox import list_inbox
from khoagiao_xl.intake.reading.worker import read_many
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.preflight import preflight
from tests.intake.sample_forms import filled
from tests.intake.sample_letters import letter

if TYPE_CHECKING:
    from khoagiao_xl.intake.inbox.arrival import Arrival

FORM = filled()
at = datetime  # Vietnamese time without zone, as the office writes it


def code_of(arrival: Arrival) -> str:
    return arrival.refused.code if arrival.refused else ""


def archive(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in members.items():
            package.writestr(name + ".xlsx", content)
    return stream.getvalue()


def test_a_plain_file_arrived_when_its_folder_says(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORM)
    os.utime(path, (1711362600, 1711362600))  # 25/03/2024 17:30 in Vietnam
    (arrival,) = list_inbox(tmp_path)
    assert (arrival.name, arrival.source, arrival.received_at) == (
        "a.xlsx",
        path,
        at(2024, 3, 25, 17, 30),
    )
    assert arrival.read_bytes(10**6) == FORM


def test_a_letter_gives_its_forms_and_its_own_date(tmp_path: Path) -> None:
    (tmp_path / "thu.eml").write_bytes(letter(("Biểu tháng 3.xlsx", FORM), ("image001.png", b"x")))
    (arrival,) = list_inbox(tmp_path)
    assert (arrival.name, arrival.container) == ("Biểu tháng 3.xlsx", "thu.eml")
    assert arrival.received_at == at(2024, 3, 25, 23, 30)
    (reading,) = read_many([arrival])
    assert reading.is_readable


@pytest.mark.parametrize("seconds", [0, -86400, 1640970000, 4072291200])  # 1970, 1969, 2021, 2099; UTC
def test_a_file_whose_time_cannot_be_came_on_an_unknown_day(tmp_path: Path, seconds: int) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORM)
    os.utime(path, (seconds, seconds))
    (arrival,) = list_inbox(tmp_path, starts=date(2024, 2, 15), now=at(2024, 3, 26, 8))
    assert (arrival.is_dated, arrival.received_at) == (False, at(2024, 3, 26, 8))


def test_a_letter_saved_with_a_time_that_cannot_be_still_tells_its_own(tmp_path: Path) -> None:
    path = tmp_path / "thu.eml"
    path.write_bytes(letter(("a.xlsx", FORM)))
    os.utime(path, (0, 0))
    (arrival,) = list_inbox(tmp_path, starts=date(2024, 2, 15), now=at(2024, 3, 26, 8))
    assert (arrival.is_dated, arrival.received_at) == (True, at(2024, 3, 25, 23, 30))


def test_the_servers_stamp_counts_before_the_senders_clock(tmp_path: Path) -> None:
    stamp = "from a by b; Tue, 26 Mar 2024 01:00:00 +0000"
    (tmp_path / "thu.eml").write_bytes(letter(("a.xlsx", FORM), Received=stamp))
    assert list_inbox(tmp_path)[0].received_at == at(2024, 3, 26, 8)


@pytest.mark.parametrize("date", ["", "hôm qua", "Mon, 99 Xyz 2024"])
def test_a_letter_without_a_date_takes_that_of_its_file(tmp_path: Path, date: str) -> None:
    path = tmp_path / "thu.eml"
    path.write_bytes(letter(("a.xlsx", FORM)).replace(b"Mon, 25 Mar 2024 23:30:00 +0700", date.encode()))
    os.utime(path, (1711362600, 1711362600))
    assert list_inbox(tmp_path)[0].received_at == at(2024, 3, 25, 17, 30)


def test_a_letter_or_archive_without_a_form_is_itself_answered_for(tmp_path: Path) -> None:
    (tmp_path / "thu.eml").write_bytes(letter())
    (tmp_path / "hong.zip").write_bytes(archive(a=FORM)[:200])
    (tmp_path / "rong.zip").write_bytes(archive())
    readings = {reading.name: reading.findings[0].code for reading in read_many(list_inbox(tmp_path))}
    assert readings == {"thu.eml": "TN-29", "hong.zip": "TN-10", "rong.zip": "TN-10"}


def test_an_archive_is_unpacked_also_inside_a_letter(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive(mot=FORM, hai=FORM))
    (tmp_path / "b.eml").write_bytes(letter(("c.zip", archive(ba=FORM))))
    found = {(arrival.name, arrival.container) for arrival in list_inbox(tmp_path)}
    assert found == {("mot.xlsx", "a.zip"), ("hai.xlsx", "a.zip"), ("ba.xlsx", "b.eml › c.zip")}


def test_a_form_of_a_letter_knows_its_sender_and_the_words_around_it(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(letter(("c.zip", archive(ba=FORM))))
    (arrival,) = list_inbox(tmp_path)
    assert arrival.sender == "don-vi@example.vn"
    assert arrival.around == ("b.eml", "c.zip", "Báo cáo công tác khoa giáo", "Kính gửi.\n")


def test_a_trap_in_an_archive_is_answered_for_and_not_unpacked(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xlsx", b"\0" * 9_000_000)
    (tmp_path / "bom.zip").write_bytes(stream.getvalue())
    (arrival,) = list_inbox(tmp_path)
    assert (arrival.name, arrival.container, code_of(arrival)) == ("a.xlsx", "bom.zip", "TN-16")


def test_lock_files_are_passed_over_and_sub_folders_are_not(tmp_path: Path) -> None:
    (tmp_path / "SYT").mkdir()
    (tmp_path / "__MACOSX").mkdir()
    ours = (
        "~$a.xlsx",
        ".~lock.a.xlsx#",
        "Thumbs.db",
        "SYT/._a.xlsx",
        "SYT/.DS_Store",
        "__MACOSX/b",
        "SYT/x.part",
    )
    for name in (*ours, "SYT/a.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    assert [arrival.name for arrival in list_inbox(tmp_path)] == ["SYT/a.xlsx"]


def test_a_name_from_a_mac_is_shown_composed_and_opened_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "ba\u0301o.xlsx").write_bytes(FORM)
    (arrival,) = list_inbox(tmp_path)
    assert arrival.name == "b\u00e1o.xlsx"
    assert arrival.read_bytes(10**6) == FORM


def test_what_is_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotAFolder):
        list_inbox(tmp_path / "không có")


def test_an_archive_with_too_many_files_is_itself_answered_for(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for at in range(4):
            archive.writestr(f"{at}.xlsx", b"x")
    few = Limits(attachments=3)
    found = {arrival.name: code_of(arrival) for arrival in list_inbox(tmp_path, few)}
    assert found == {"0.xlsx": "", "1.xlsx": "", "2.xlsx": "", "a.zip": "TN-101"}


def test_every_attachment_of_a_letter_is_answered_for(tmp_path: Path) -> None:
    others = (("khac.rar", b"Rar!x"), ("không đuôi", b"x"), ("x.xlsx.txt", b"x"), ("trống.xlsx", b""))
    (tmp_path / "thu.eml").write_bytes(letter(("a.xlsx", FORM), *others))
    assert {item.name for item in list_inbox(tmp_path)} == {"a.xlsx", *(name for name, _ in others)}


def test_a_letter_of_outlook_is_called_one() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le")
    assert preflight(ole).refusal.code == "TN-31"  # type: ignore[union-attr]


@pytest.mark.parametrize("sent", ["Tue, 1 Mar 2011 08:00:00 +0700", "Tue, 26 Mar 2024 08:00:00 +0700"])
def test_a_letter_older_than_its_period_or_newer_than_its_file_is_not_believed(
    tmp_path: Path, sent: str
) -> None:
    path = tmp_path / "thu.eml"
    path.write_bytes(letter(("a.xlsx", FORM), date=sent))
    os.utime(path, (1711362600, 1711362600))
    (arrival,) = list_inbox(tmp_path, starts=date(2024, 2, 15))
    assert arrival.received_at == at(2024, 3, 25, 17, 30)


def test_the_members_of_an_archive_come_in_the_order_they_were_written(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        package.writestr(zipfile.ZipInfo("a.xlsx", (2024, 3, 25, 9, 0, 0)), b"new")
        package.writestr(zipfile.ZipInfo("b.xlsx", (2024, 3, 20, 9, 0, 0)), b"old")
    assert [(item.name, item.rank) for item in list_inbox(tmp_path)] == [("b.xlsx", 0), ("a.xlsx", 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of Unix")
def test_what_is_no_plain_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.xlsx")
    (tmp_path / "lien ket.xlsx").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as here:
        here.bind(str(tmp_path / "o cam"))
    found = {arrival.name: code_of(arrival) for arrival in list_inbox(tmp_path)}
    assert found == {"ong.xlsx": "TN-105", "lien ket.xlsx": "TN-105", "o cam": "TN-105"}


def test_a_folder_that_nobody_may_look_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "SYT").mkdir()
    (tmp_path / "a.xlsx").write_bytes(FORM)
    real = os.scandir

    def scandir(path: str) -> Any:
        if str(path).endswith("SYT"):
            raise PermissionError(13, "no", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert {item.name: code_of(item) for item in list_inbox(tmp_path)} == {"a.xlsx": "", "SYT/": "TN-106"}


@pytest.mark.skipif(sys.platform != "linux", reason="names there are bytes")
def test_a_name_that_is_no_utf8_is_told_by_its_bytes(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe1o.xlsx"))).write_bytes(FORM)
    assert [item.name for item in list_inbox(tmp_path)] == ["b%E1o.xlsx"]


def test_a_name_keeps_no_sign_that_a_cell_would_change(tmp_path: Path) -> None:
    (tmp_path / "a_x0041_\u202e\u200bb\x07.xlsx").write_bytes(FORM)
    assert [item.name for item in list_inbox(tmp_path)] == ["a-x0041_b.xlsx"]


def test_a_file_that_changes_while_it_is_taken_in_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(FORM)
    arrivals = list_inbox(tmp_path)
    (tmp_path / "a.xlsx").write_bytes(FORM + b"x")
    (reading,) = read_many(arrivals)
    assert [finding.code for finding in reading.findings] == ["TN-113"]
    assert "đã thay đổi trong khi đang đọc" in reading.findings[0].message


def test_of_many_files_none_is_held_in_memory(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.xlsx").write_bytes(FORM)
    assert all(isinstance(arrival.source, Path) for arrival in list_inbox(tmp_path))
