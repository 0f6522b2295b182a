"""What lies in letters and archives: every file answered for by itself, no good form lost beside a bad one."""

from __future__ import annotations

import io
import zipfile
from binascii import b2a_uu
from concurrent.futures import Future
from typing import TYPE_CHECKING, cast

import pytest

from khoagiao_xl.intake.inbox import list_inbox as listing
from khoagiao_xl.intake.inbox import opening
from khoagiao_xl.intake.inbox.list_inbox import list_inbox
from khoagiao_xl.intake.inbox.opening import open_file
from khoagiao_xl.intake.inbox.withheld_names import withheld
from khoagiao_xl.intake.safety.limits import Limits
from tests.intake.sample_forms import filled
from tests.intake.sample_letters import (
    HEAD,
    base64,
    letter,
    multipart,
    nested_parts,
    outlook_letter,
    winmail,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from khoagiao_xl.intake.safety.worker_process import Process

FORM = filled()
LIMITS = Limits()
XLSX = b"Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMED = XLSX + b'\r\nContent-Disposition: attachment; filename="a.xlsx"'
GOOD = base64(FORM, NAMED)


def inside(data: bytes, name: str = "thu.eml") -> dict[str, str]:
    """Return what is answered for: name -> why it is not read, blank for one that is."""
    return {
        part.name: part.why[0] if part.why else "" for part in open_file(data, name, LIMITS, LIMITS.nested)
    }


def named(headers: bytes) -> tuple[bytes, bytes]:
    return base64(
        FORM, b"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; " + headers
    )


NAMES = {
    "in pieces": (b"filename*0*=UTF-8''b%C3%A1o%20; filename*1*=c%C3%A1o.xlsx", "báo cáo.xlsx"),
    "encoded": (b'filename="=?UTF-8?B?YsOhbyBjw6FvLnhsc3g=?="', "báo cáo.xlsx"),
    "encoded in two words": (
        b'filename="=?UTF-8?B?YsOhbyA=?=\r\n =?UTF-8?B?Y8Ohby54bHN4?="', "báo cáo.xlsx",
    ),
    "broken code": (b'filename="=?UTF-8?B?YsOhbyBjw6.xlsx"', "=?UTF-8?B?YsOhbyBjw6.xlsx"),
    "a code nobody knows": (b"filename*=x-khac''a.xlsx", "a.xlsx"),
    "bytes of UTF-8": ('filename="báo cáo.xlsx"'.encode(), "báo cáo.xlsx"),
    "bytes of Windows": ('filename="b\u00e1o c\u00e1o.xlsx"'.encode("cp1258"), "báo cáo.xlsx"),
    "a path": (b'filename="C:\\\\bao cao\\\\a.xlsx"', "a.xlsx"),
    "upwards": (b'filename="../../a.xlsx"', "a.xlsx"),
    "a zero": (b'filename="a\0b.xlsx"', "ab.xlsx"),
    "a hidden end": ('filename="a\u202excod.xlsx"'.encode(), "axcod.xlsx"),
}  # fmt: skip


@pytest.mark.parametrize("case", NAMES)
def test_the_name_of_an_attachment_is_told_whole_and_plain(case: str) -> None:
    headers, name = NAMES[case]
    assert inside(multipart(named(headers))) == {name: ""}


def test_a_name_of_ten_thousand_letters_is_told_in_short_with_its_ending() -> None:
    (name,) = inside(letter(("dài " * 2500 + ".xlsx", FORM)))
    assert name.endswith("….xlsx")
    assert len(name) <= 150


def test_an_attachment_without_a_name_is_called_by_its_true_kind() -> None:
    text = (b"Content-Type: text/plain", b"Kinh gui")
    parts = (text, base64(FORM, XLSX), base64(b"%PDF-1.4", b"Content-Disposition: attachment"))
    assert inside(multipart(*parts)) == {"tệp không tên 1.xlsx": "", "tệp không tên 2.pdf": ""}


def uuencoded(name: str, data: bytes) -> bytes:
    lines = [b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45)]
    return f"begin 644 {name}\n".encode() + b"".join(lines) + b"`\nend\n"


def test_what_is_uuencoded_is_none_of_a_letters_words() -> None:
    (part,) = open_file(
        HEAD + b"\r\nKinh gui\r\n" + uuencoded("a.xlsx", FORM), "thu.eml", LIMITS, LIMITS.nested
    )
    assert part.words == ("bc", "Kinh gui\r\n")
    assert part.data == FORM


SIGNED = (b'Content-Type: application/pkcs7-signature; name="smime.p7s"', b"x")
CLOSED = b"\x30\x82\x10\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" + b"\0" * 50
ENVELOPED = b'Content-Type: application/pkcs7-mime; smime-type="enveloped-data"; name="smime.p7m"'
PGP = (b"Content-Type: application/octet-stream", b"-----BEGIN PGP MESSAGE-----\r\n\r\nwx\r\n")
RECEIPT = (b"Content-Type: message/delivery-status", b"Reporting-MTA: dns; x\r\n\r\nAction: failed")
MAC = (b'Content-Type: application/applefile; name="a.xlsx"', b"x")
PICTURE = (b'Content-Type: image/png; name="logo.png"\r\nContent-ID: <1>', b"x")
FORWARDED = (b"Content-Type: message/rfc822", letter(("b.xlsx", FORM)))
BOX = b"From a@x.vn Mon Mar 25 08:00:00 2024\r\n"
LETTERS: Mapping[str, tuple[bytes, dict[str, str]]] = {
    "signed": (multipart(GOOD, SIGNED, kind=b"signed"), {"a.xlsx": ""}),
    "signed in one block": (letter(("smime.p7m", CLOSED)), {"smime.p7m": ""}),
    "a receipt beside": (multipart(GOOD, RECEIPT), {"a.xlsx": ""}),
    "the second half of a Mac": (multipart(GOOD, MAC), {"a.xlsx": ""}),
    "a picture of the text": (multipart(GOOD, PICTURE), {"a.xlsx": ""}),
    "a letter forwarded": (multipart(GOOD, FORWARDED), {"a.xlsx": "", "b.xlsx": ""}),
    "with a mark before it": (b"\xef\xbb\xbf" + multipart(GOOD), {"a.xlsx": ""}),
    "after blank lines": (b"\r\n\n" + multipart(GOOD), {"a.xlsx": ""}),
    "as UTF-16": (multipart(GOOD).decode("latin-1").encode("utf-16"), {"a.xlsx": ""}),
    "a box of letters": (
        BOX + multipart(GOOD) + b"\r\n" + BOX + letter(("b.xlsx", FORM)), {"a.xlsx": "", "b.xlsx": ""},
    ),
    "twenty parts in each other": (nested_parts(20, FORM), {"tệp không tên 1.xlsx": ""}),
    "a thousand parts in each other": (nested_parts(1000, FORM), {"thu.eml": "TN-114"}),
    "a good form beside a thousand": (
        multipart(GOOD, (b"Content-Type: message/rfc822", nested_parts(1000, b"x"))),
        {"a.xlsx": "", "tệp không tên 2.eml": "TN-114"},
    ),
    "one part too many": (
        multipart(*[(b"Content-Type: text/plain", b"x")] * 600), {"thu.eml": "TN-101"},
    ),
    "a workbook that is called a text": (
        multipart(base64(b"Kinh gui", b"Content-Type: text/plain"), base64(FORM, b"Content-Type: text/plain")),
        {"tệp không tên 1.xlsx": ""},
    ),
    "uuencoded in the text": (HEAD + b"\r\nKinh gui\r\n" + uuencoded("a.xlsx", FORM), {"a.xlsx": ""}),
    "two of them, with a form beside": (
        multipart((b"Content-Type: text/plain", uuencoded("b.txt", b"b") + uuencoded("c.txt", b"c")), GOOD),
        {"b.txt": "", "c.txt": "", "a.xlsx": ""},
    ),
    "uuencoded and cut off": (HEAD + b"\r\n" + uuencoded("a.xlsx", FORM)[:-600], {"a.xlsx": "TN-115"}),
    "uuencoded and broken": (HEAD + b"\r\nbegin 644 a.xlsx\n!86)C\n~~~\x80\nend\n", {"a.xlsx": "TN-115"}),
    "only called so": (HEAD + b"\r\nbegin 644 people\r\nd\xc3\xa2n\r\n", {"thu.eml": ""}),
    "encrypted (S/MIME)": (multipart(base64(b"\x30\x82" + b"\7" * 90, ENVELOPED)), {"smime.p7m": "TN-116"}),
    "encrypted (PGP)": (
        multipart((b"Content-Type: application/pgp-encrypted", b"Version: 1"), PGP, kind=b"encrypted"),
        {"tệp không tên 1.txt": "TN-116"},
    ),
    "winmail.dat": (letter(("winmail.dat", winmail("a.xlsx", FORM))), {"a.xlsx": ""}),
    "winmail.dat that is broken": (letter(("winmail.dat", b"\x78\x9f\x3e\x22" + b"\1" * 500)), {"winmail.dat": "TN-103"}),
    "from Outlook in a letter": (letter(("thư.msg", outlook_letter("bc", "a.xlsx", FORM))), {"a.xlsx": ""}),
}  # fmt: skip


@pytest.mark.parametrize("case", LETTERS)
def test_of_a_letter_every_attachment_is_answered_for(case: str) -> None:
    data, expected = LETTERS[case]
    assert inside(data) == expected


@pytest.mark.parametrize("name", ["thu.txt", "thu.mht", "thu.msg", "thu", "thu.xlsx"])
def test_a_letter_is_known_by_what_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(multipart(GOOD))
    (arrival,) = list_inbox(tmp_path)
    assert (arrival.name, arrival.container) == ("a.xlsx", name)


def test_letters_in_each_other_are_opened_so_deep_and_no_deeper() -> None:
    data = letter(("a.xlsx", FORM))
    for _ in range(1000):
        data = b"Content-Type: message/rfc822\r\n\r\n" + data
        data = HEAD + data
    found = inside(data)
    assert found == {"tệp không tên 1.eml": "TN-100"}


def test_headers_of_megabytes_lose_nothing() -> None:
    huge = HEAD + b"X-Big: " + b"=?UTF-8?B?YQ==?= ;" * 300_000 + b"\r\nTo: " + b"a@b.vn, " * 200_000 + b"\r\n"
    assert inside(multipart(GOOD, head=huge)) == {"a.xlsx": ""}


def flagged(data: bytes) -> bytes:
    """Mark every member of a zip as one with a password."""
    return data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def spoilt(data: bytes) -> bytes:
    """Change one byte of the first member of a zip that is not compressed."""
    at = data.index(b"KHAC")
    return data[:at] + b"X" + data[at + 1 :]


ARCHIVES: Mapping[str, tuple[bytes, dict[str, str]]] = {
    "good and bomb": (zipped({"a.xlsx": FORM, "b.xlsx": b"\0" * 9_000_000}), {"a.xlsx": "", "b.xlsx": "TN-16"}),
    "one member spoilt": (
        spoilt(zipped({"b.txt": b"KHAC", "a.xlsx": FORM}, packed=False)), {"b.txt": "TN-10", "a.xlsx": ""},
    ),
    "a password": (flagged(zipped({"a.xlsx": FORM})), {"goi.zip": "TN-110"}),
    "absolute and upwards": (zipped({"/etc/a.xlsx": FORM, "../../b.xlsx": FORM}), {"a.xlsx": "", "b.xlsx": ""}),
    "backslashes": (zipped({"bao cao\\a.xlsx": FORM, "bao cao\\": b""}), {"a.xlsx": ""}),
    "files of the system": (
        zipped({"a.xlsx": FORM, "__MACOSX/._a.xlsx": b"x", "x/Thumbs.db": b"x", "x/._b.xlsx": b"x"}), {"a.xlsx": ""},
    ),
    "only folders": (zipped({"bao cao/": b"", "__MACOSX/x": b"x"}), {"goi.zip": "TN-111"}),
    "zips in each other": (zipped({"b.zip": zipped({"c.zip": zipped({"a.xlsx": FORM})})}), {"a.xlsx": ""}),
    "too many": (zipped({f"{at}.txt": b"x" for at in range(600)}), {**{f"{at}.txt": "" for at in range(500)}, "goi.zip": "TN-101"}),
    "cut off": (zipped({"a.xlsx": FORM})[:-30], {"goi.zip": "TN-10"}),
    "one of several disks": (
        zipped({"a.xlsx": FORM}).replace(b"PK\x05\x06\0\0\0\0", b"PK\x05\x06\1\0\1\0"), {"goi.zip": "TN-107"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ARCHIVES)
def test_of_an_archive_every_member_is_answered_for(case: str) -> None:
    data, expected = ARCHIVES[case]
    assert inside(data, "goi.zip") == expected


def test_a_form_called_zip_is_one_form_and_a_zip_called_xlsx_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(FORM)
    (tmp_path / "b.xlsx").write_bytes(zipped({"c.xlsx": FORM}))
    found = {(arrival.name, arrival.container) for arrival in list_inbox(tmp_path)}
    assert found == {("a.zip", ""), ("c.xlsx", "b.xlsx")}


@pytest.mark.parametrize("code", ["utf-8", "cp1258"])
def test_names_of_old_archives_are_read_as_vietnamese(code: str) -> None:
    name = "b\u00e1o.xlsx".encode(code)
    old = zipped({"x" * len(name): FORM}, packed=False).replace(b"x" * len(name), name)
    assert inside(old, "goi.zip") == {"báo.xlsx": ""}


def test_the_folder_in_an_archive_is_told_with_it(tmp_path: Path) -> None:
    (tmp_path / "goi.zip").write_bytes(zipped({"SYT/bao cao.xlsx": FORM}))
    (arrival,) = list_inbox(tmp_path)
    assert (arrival.name, arrival.container) == ("bao cao.xlsx", "goi.zip › SYT")


@pytest.mark.parametrize("bits", [b"\x00\x00", b"\xff\xff", b"\x21\x00"])
def test_days_beyond_belief_tell_no_order(bits: bytes) -> None:
    data = zipped({"a.xlsx": FORM}, packed=False)
    at = data.index(b"PK\x01\x02") + 14
    (part,) = open_file(data[:at] + bits + data[at + 2 :], "goi.zip", LIMITS, 4)
    assert (part.name, part.rank) == ("a.xlsx", 0)


def linger(_: object, name: str, __: Limits, deepest: int) -> list[object]:
    """Stand for a letter of which something inside keeps the process busy for ever."""
    while deepest > listing.ALONE:
        pass
    return []


def test_what_keeps_the_process_busy_is_ended_and_the_rest_is_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "thu.eml").write_bytes(letter(("a.xlsx", FORM)))
    monkeypatch.setattr(listing, "open_file", linger)
    (arrival,) = list_inbox(tmp_path, Limits(seconds=0.5))
    assert (arrival.name, arrival.refused) == ("thu.eml", None)


def test_all_files_together_are_bounded_and_the_first_are_had() -> None:
    few = Limits(opened_bytes=len(FORM) + 10)
    parts = open_file(zipped({"a.xlsx": FORM, "b.xlsx": FORM}), "goi.zip", few, 4)
    assert [(part.name, part.why) for part in parts] == [
        ("a.xlsx", None),
        ("b.xlsx", ("TN-108", {"most": 0})),
    ]


def test_what_lies_below_a_part_that_failed_is_not_opened_again() -> None:
    parts = open_file(letter(("b.zip", zipped({"a.xlsx": FORM}))), "thu.eml", LIMITS, listing.ALONE)
    assert [(part.name, part.why) for part in parts] == [("b.zip", ("TN-102", {}))]


def commented(archive: str = "", member: str = "") -> bytes:
    """Return an archive of two files, with comments on it and on the first of them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        first = zipfile.ZipInfo("a.xlsx")
        first.comment = member.encode()
        package.writestr(first, FORM)
        package.writestr("b.txt", b"x")
        package.comment = archive.encode()
    return stream.getvalue()


@pytest.mark.parametrize("data", [commented(archive="Tài liệu MẬT"), commented(member="Tối mật")])
def test_a_mark_in_a_comment_of_an_archive_is_of_all_that_lies_in_it(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "gói.zip").write_bytes(data)
    found = [withheld(arrival, "ff" * 32) for arrival in list_inbox(tmp_path)]
    assert [(arrival.is_secret, arrival.container) for arrival in found] == [(True, "gói.zip")] * 2


def test_a_comment_marks_also_an_archive_that_nobody_can_open(tmp_path: Path) -> None:
    data = commented(archive="MẬT").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )
    (tmp_path / "gói.zip").write_bytes(data)
    (arrival,) = list_inbox(tmp_path)
    assert arrival.refused
    assert arrival.refused.code == "TN-110"
    assert withheld(arrival, "ff" * 32).is_secret


def test_another_comment_marks_nothing(tmp_path: Path) -> None:
    (tmp_path / "gói.zip").write_bytes(commented(archive="Không chứa bí mật nhà nước"))
    found = [withheld(arrival, "ff" * 32) for arrival in list_inbox(tmp_path)]
    assert [arrival.name for arrival in found] == ["a.xlsx", "b.txt"]


def test_what_could_not_be_had_is_told_of_the_file_it_was_in(tmp_path: Path) -> None:
    parted = zipped({"a.xlsx": FORM}).replace(b"PK\x05\x06\0\0\0\0", b"PK\x05\x06\1\0\1\0")
    cut_off = HEAD + b"\r\n" + uuencoded("a.xlsx", FORM)[:-600]
    deep = letter(("a.xlsx", FORM))
    for _ in range(9):
        deep = HEAD + b"Content-Type: message/rfc822\r\n\r\n" + deep
    sent = {
        "TN-100": deep,
        "TN-103": letter(("winmail.dat", b"\x78\x9f\x3e\x22" + b"\0" * 90)),
        "TN-107": parted,
        "TN-114": nested_parts(1000, FORM),
        "TN-115": cut_off,
        "TN-116": multipart(base64(b"\x30\x82" + b"\7" * 90, ENVELOPED)),
    }
    for code, data in sent.items():
        (tmp_path / f"{code}.eml").write_bytes(data)
    told = {item.refused.code for item in list_inbox(tmp_path) if item.refused}
    assert sent.keys() <= told


def test_beyond_what_all_may_be_together_each_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "goi.zip").write_bytes(zipped({"a.xlsx": FORM, "b.xlsx": FORM}))
    arrivals = list_inbox(tmp_path, Limits(opened_bytes=len(FORM) + 10))
    assert {item.name: item.refused and item.refused.code for item in arrivals} == {
        "a.xlsx": None,
        "b.xlsx": "TN-108",
    }


class Here:
    """A process that is this one, so that what happens in it can be arranged."""

    def submit(self, work: Callable[..., object], *arguments: object) -> Future[object]:
        done: Future[object] = Future()
        done.set_result(work(*arguments))
        return done


def test_a_letter_whose_opening_fails_is_told_as_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(opening, "_opener", lambda _: fail)
    (tmp_path / "thu.eml").write_bytes(letter(("a.xlsx", FORM)))
    (arrival,) = list_inbox(tmp_path, process=cast("Process", Here()))
    assert (arrival.name, arrival.refused and arrival.refused.code) == ("thu.eml", "TN-102")
