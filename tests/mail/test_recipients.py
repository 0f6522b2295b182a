"""To whom the addresses of a cell are: names kept, domains held, and each fault said as what it is."""

import pytest

from khoagiao_xl.mail.addresses import clean_name, read_recipients
from khoagiao_xl.mail.letter import Recipient

A, C = "a@b.vn", "c@d.vn"
UNIT = "Đảng bộ Sở Y tế"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a@b.vn", [UNIT]), ("Văn phòng Sở <a@b.vn>", ["Văn phòng Sở"]), ("a@b.vn; Văn thư <c@d.vn>", [UNIT, "Văn thư"]),
        ("Sở Y tế, Lào Cai <a@b.vn>, c@d.vn", ["Sở Y tế, Lào Cai", UNIT]), ('"Sở Y tế" <a@b.vn>', ["Sở Y tế"]),
        ("c@d.vn, Sở Y tế, Lào Cai <a@b.vn>", [UNIT, "Sở Y tế, Lào Cai"]), ("<a@b.vn>", [UNIT]), ("Mailto:a@b.vn", [UNIT]),
        ("a@b.vn; Văn thư <A@B.vn>", [UNIT]), ("Một <a@b.vn> Hai <c@d.vn>", ["Một", "Hai"]),
        ('"Sở; Y tế" <a@b.vn>', ["Sở; Y tế"]), ("<<a@b.vn>>", [UNIT]), ("a@b.vn;;; ;", [UNIT]),
    ],
)  # fmt: skip
def test_an_address_keeps_its_name_and_has_the_units_where_it_has_none(text: str, names: list[str]) -> None:
    found = read_recipients(text, name=UNIT)
    assert [recipient.name for recipient in found.sound] == names
    assert found.faults == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a@b.vnc@d.vn", "THU-214"), ("a@b.vn/c@d.vn", "THU-214"), ("bantuyengiao", "THU-213"), ("chưa có", "THU-213"),
        ("đơnvị@b.vn", "THU-215"), ("а@b.vn", "THU-215"), ("a@b", "THU-210"), ("a@", "THU-217"), ("@b.vn", "THU-217"),
        ("a b@c.vn", "THU-207"), ("a@ b.vn", "THU-216"), (".a@b.vn", "THU-209"), ("a@b.vn.", "THU-209"), ("a..b@c.vn", "THU-209"),
        ("a@-b.vn", "THU-218"), ("a@@b.vn", "THU-206"), ("a@b.vn\u200b", "THU-212"), ("Bcc: a@b.vn", "THU-211"),
        ("Subject: x", "THU-211"), ("Tên <a@b.vn", "THU-208"), ("a@b.vn>", "THU-208"), ("a@b.vn (văn thư)", "THU-207"),
        ("email: a@b.vn", "THU-207"), ("a@b.vn hoặc", "THU-207"), ("a@b.vn và c@d.vn", "THU-214"), ("a＠b.vn", "THU-215"),
        ("Tên <>", "THU-213"), ("a@b.vn?bcc=x@y.vn", "THU-214"), ("mailto:a@b.vn?bcc=x@y.vn", "THU-214"), ("a(x)@b.vn", "THU-218"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_told_as_what_it_is(text: str, code: str) -> None:
    found = read_recipients(text)
    assert [fault.code for fault in found.faults] == [code]
    assert str(found.faults[0]) != code


@pytest.mark.parametrize(
    "domains",
    [
        ("b.vn",),
        ("@b.vn",),
        ("*.b.vn",),
        ("B.VN",),
        ("d.vn", "b.vn"),
        (),
        ("d.vn, b.vn",),
        ("@d.vn @b.vn",),
        (" ",),
    ],
)
def test_mail_goes_to_the_domains_that_are_allowed(domains: tuple[str, ...]) -> None:
    assert read_recipients("a@b.vn", domains).sound == (Recipient(A),)


@pytest.mark.parametrize("address", ["a@c.vn", "a@xb.vn", "a@b.vn.c.vn", "a@vn", "b.vn@c.vn"])
def test_no_mail_goes_to_another_domain(address: str) -> None:
    found = read_recipients(f"{address}; {A}", ("b.vn",))
    assert found.sound == (Recipient(A),)
    assert [fault.text for fault in found.faults] == [address]


def test_an_address_of_another_domain_is_said_to_be_one() -> None:
    (fault,) = read_recipients(C, ("b.vn",)).faults
    assert fault.code == "THU-219"
    assert "ten_mien_thu" in str(fault)


def test_a_name_has_no_sign_that_ends_it() -> None:
    assert clean_name('Sở\r\n "Y tế" <x>;\u200b') == "Sở Y tế x"
