"""Forms that come in letters and archives: counted, told with what they came in, alike at every run."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.intake.sample_letters import base64, letter, multipart, outlook_letter, winmail, zipped

if TYPE_CHECKING:
    from tests.steps.conftest import Office

NAMELESS = b"Content-Type: application/octet-stream\r\nContent-Disposition: attachment"


def put(office: Office, name: str, data: bytes) -> None:
    path = office.inbox / name
    path.write_bytes(data)
    office.arrive(path, 0)


def filled(office: Office, unit: str) -> bytes:
    path = office.receive(unit)
    data = path.read_bytes()
    path.unlink()
    return data


def test_a_form_counts_whatever_it_came_in_and_the_list_names_that(office: Office) -> None:
    put(office, "a.eml", letter(("gói.zip", zipped({"SYT.xlsx": filled(office, "SYT")}))))
    put(office, "b.eml", multipart(base64(filled(office, "STP"), NAMELESS)))
    put(office, "c.msg", outlook_letter("bc", "TTR.xlsx", filled(office, "TTR")))
    put(office, "d.eml", letter(("winmail.dat", winmail("VPTU.xlsx", filled(office, "VPTU")))))
    office.act("tiep_nhan")
    told = {str(row["Mã đơn vị"]): (row["Tệp"], row["Thư, gói"]) for row in office.rows("tblTepNhan")}
    assert told == {
        "SYT": ("SYT.xlsx", "a.eml › gói.zip"), "STP": ("tệp không tên 1.xlsx", "b.eml"),
        "TTR": ("TTR.xlsx", "c.msg"), "VPTU": ("VPTU.xlsx", "d.eml › winmail.dat"),
    }  # fmt: skip
    assert {office.state(unit) for unit in told} == {"đã nhận"}


def test_what_came_in_a_letter_is_kept_and_counts_when_the_letter_is_gone(office: Office) -> None:
    put(office, "a.eml", letter(("SYT.xlsx", filled(office, "SYT"))))
    office.act("tiep_nhan")
    before = office.rows("tblTepNhan")
    (office.inbox / "a.eml").unlink()
    office.act("tiep_nhan")
    assert office.rows("tblTepNhan") == before
    assert before[0]["Thư, gói"] == "a.eml"


def test_of_a_letter_with_a_secret_nothing_is_told_and_nothing_kept(office: Office) -> None:
    data = letter(("TỐI MẬT.xlsx", filled(office, "SYT")), *[(f"{at}.txt", b"x") for at in range(501)])
    put(office, "thư kín.eml", data)
    office.act("tiep_nhan")
    secret = [row for row in office.rows("tblLoi") if row["Quy tắc"] in ("TN-120", "TN-121")]
    assert {str(row["Tệp"]).partition(" ")[2] != "MẬT.xlsx" for row in secret} == {True}
    assert not list((office.folder / "KhoaGiao-2024-luu-tru" / "ban-goc").rglob("*.eml"))


@pytest.mark.parametrize("unit_file", [("CV.txt", "TỐI MẬT".encode()), ("TỐI MẬT.txt", b"x")])
def test_the_letter_that_brought_a_secret_is_named_so_that_it_can_be_withdrawn(
    office: Office, unit_file: tuple[str, bytes]
) -> None:
    put(office, "thư 12.eml", letter(("SYT.xlsx", filled(office, "SYT")), unit_file))
    office.act("tiep_nhan")
    (row,) = [row for row in office.rows("tblTepNhan") if row["Tệp"] != "SYT.xlsx"]
    assert (row["Kết quả"], row["Thư, gói"]) == ("không dùng được", "thư 12.eml")


ODD = ("a_x0041_.xlsx", " b .xlsx", "=c.xlsx", "d\u202e\u200b.xlsx", "e\x07\n.xlsx", "f\ufffe\U000e0041.xlsx")


@pytest.mark.skipif(sys.platform != "linux", reason="names that other systems do not know")
def test_odd_names_give_the_same_lines_at_every_run(office: Office) -> None:
    for name in (*ODD, os.fsdecode(b"g\xe1\xff.xlsx"), "h\u0301.xlsx", "i" * 240 + ".xlsx"):
        put(office, name, b"%PDF-1.4" + os.fsencode(name))
    office.act("tiep_nhan")
    before = office.rows("tblTepNhan")
    office.act("tiep_nhan")
    assert office.rows("tblTepNhan") == before
    assert len(before) == len(ODD) + 3


def test_the_masters_own_folder_is_no_inbox(office: Office) -> None:
    before = office.master.read_bytes()
    outcome = office.act("tiep_nhan", source=office.folder)
    assert outcome.status == 2
    assert "Chọn một thư mục riêng" in outcome.sentence
    assert office.master.read_bytes() == before
