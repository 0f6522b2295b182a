"""Sound forms in damaged or unusual letters and archives: taken in, whatever lies beside them."""

from __future__ import annotations

import io
import zipfile

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
from tests.mutations.sheet import Sample, Sent

OCTETS = b"Content-Type: application/octet-stream"
SIGNATURE = (b'Content-Type: application/pkcs7-signature; name="smime.p7s"', b"x")


def _letter(sample: Sample, data: bytes, ending: str = "eml") -> Sent:
    return Sent(data, name=f"thu {sample.unit}.{ending}")


def _archive(sample: Sample, data: bytes) -> Sent:
    return Sent(data, name=f"goi {sample.unit}.zip")


def in_a_nameless_attachment(sample: Sample) -> Sent:
    headers = OCTETS + b"\r\nContent-Disposition: attachment"
    return _letter(sample, multipart(base64(sample.filled(), headers)))


def in_a_letter_called_text(sample: Sample) -> Sent:
    return _letter(sample, b"\xef\xbb\xbf\r\n" + letter(("a.xlsx", sample.filled())), "txt")


def in_a_letter_of_utf16(sample: Sample) -> Sent:
    text = letter(("a.xlsx", sample.filled())).decode()
    return _letter(sample, text.encode("utf-16"))


def in_a_signed_letter(sample: Sample) -> Sent:
    part = base64(sample.filled(), OCTETS + b'; name="a.xlsx"')
    return _letter(sample, multipart(part, SIGNATURE, kind=b"signed"))


def in_a_forwarded_letter(sample: Sample) -> Sent:
    inner = letter(("a.xlsx", sample.filled()))
    return _letter(sample, multipart((b"Content-Type: message/rfc822", inner)))


def beside_a_thousand_nested_parts(sample: Sample) -> Sent:
    nested = (b"Content-Type: message/rfc822", nested_parts(1000, b"x"))
    return _letter(sample, multipart(base64(sample.filled()), nested))


def under_headers_of_megabytes(sample: Sample) -> Sent:
    head = HEAD + b"X-Big: " + b"=?UTF-8?B?YQ==?= ;" * 100_000 + b"\r\n"
    return _letter(sample, multipart(base64(sample.filled()), head=head))


def under_a_name_of_ten_thousand_letters(sample: Sample) -> Sent:
    return _letter(sample, letter((f"{'dài ' * 2500}.xlsx", sample.filled())))


def under_a_broken_name(sample: Sample) -> Sent:
    headers = OCTETS + b'\r\nContent-Disposition: attachment; filename="=?UTF-8?B?YsOhb\0/..\\.xlsx"'
    return _letter(sample, multipart(base64(sample.filled(), headers)))


def in_winmail(sample: Sample) -> Sent:
    return _letter(sample, letter(("winmail.dat", winmail("a.xlsx", sample.filled()))))


def saved_from_outlook(sample: Sample) -> Sent:
    return _letter(sample, outlook_letter("Báo cáo", "biểu.xlsx", sample.filled()), "msg")


def beside_a_bomb(sample: Sample) -> Sent:
    return _archive(sample, zipped({"a.xlsx": b"\0" * 60_000_000, "b.xlsx": sample.filled()}))


def beside_a_spoilt_member(sample: Sample) -> Sent:
    data = zipped({"a.txt": b"KHAC", "b.xlsx": sample.filled()}, packed=False)
    return _archive(sample, data.replace(b"KHAC", b"KHAD", 1))


def beside_files_of_the_system(sample: Sample) -> Sent:
    others = {"__MACOSX/._a.xlsx": b"x", "Thumbs.db": b"x", "~$a.xlsx": b"x"}
    return _archive(sample, zipped({**others, "a.xlsx": sample.filled()}))


def in_an_archive_under_paths(sample: Sample) -> Sent:
    return _archive(sample, zipped({"..\\..\\C:\\bao cao\\a.xlsx": sample.filled()}))


def in_an_archive_of_impossible_days(sample: Sample) -> Sent:
    data = zipped({"a.xlsx": sample.filled()})
    at = data.index(b"PK\x01\x02") + 12
    return _archive(sample, data[:at] + b"\xff\xff\x00\x00" + data[at + 4 :])


def in_an_archive_called_form(sample: Sample) -> Sent:
    return Sent(zipped({"a.xlsx": sample.filled()}), name=f"bieu {sample.unit}.xlsx")


def called_archive(sample: Sample) -> Sent:
    return Sent(sample.filled(), name=f"bieu {sample.unit}.zip")


def twice_under_one_name(sample: Sample) -> Sent:
    """An archive may hold two files of one name; here they are the same."""
    stream = io.BytesIO()
    data = zipped({"a.xlsx": sample.filled(), "b.xlsx": sample.filled()}, packed=False)
    stream.write(data.replace(b"b.xlsx", b"a.xlsx"))
    assert zipfile.is_zipfile(stream)
    return _archive(sample, stream.getvalue())


def in_four_archives_in_each_other(sample: Sample) -> Sent:
    data = zipped({"a.xlsx": sample.filled()})
    for _ in range(3):
        data = zipped({"a.zip": data})
    return _archive(sample, data)


def in_five_archives_in_each_other(sample: Sample) -> Sent:
    data = zipped({"a.xlsx": sample.filled()})
    for _ in range(4):
        data = zipped({"a.zip": data})
    return Sent(data, name=f"goi {sample.unit}.zip", accepted=False)


def part_of_several_disks(sample: Sample) -> Sent:
    data = zipped({"a.xlsx": sample.filled()})
    spanned = data.replace(b"PK\x05\x06\0\0\0\0", b"PK\x05\x06\1\0\1\0")
    return Sent(spanned, name=f"goi {sample.unit}.zip", accepted=False)


def cut_off_archive(sample: Sample) -> Sent:
    data = zipped({"a.xlsx": sample.filled()})
    return Sent(data[:-40], name=f"goi {sample.unit}.zip", accepted=False)


def cut_off_letter(sample: Sample) -> Sent:
    data = letter(("a.xlsx", sample.filled()))
    return Sent(data[: len(data) // 2], name=f"thu {sample.unit}.eml", accepted=False)
