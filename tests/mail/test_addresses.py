"""The column «Email» as people fill it in: one address, several, with names; what is none is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.mail.addresses import Addresses, read_addresses

A, C = "a@b.vn", "c@d.vn"


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("a@b.vn", (A,)), ("a@b.vn;", (A,)), (" a@b.vn ", (A,)), ("a@b.vn; c@d.vn", (A, C)), ("a@b.vn,c@d.vn", (A, C)),
        ("a@b.vn c@d.vn", (A, C)), ("a@b.vn\nc@d.vn", (A, C)), ("Tên <a@b.vn>", (A,)), ("<a@b.vn>", (A,)),
        ("Sở Y tế, Lào Cai <a@b.vn>; Văn phòng <c@d.vn>", (A, C)), ("Sở <a@b.vn>, c@d.vn", (A, C)),
        ("mailto:a@b.vn", (A,)), ("a@b.vn; A@B.VN", (A,)), ("", ()),
    ],
)  # fmt: skip
def test_every_address_of_the_cell_is_read(text: str, sound: tuple[str, ...]) -> None:
    assert read_addresses(text) == Addresses(sound)


@pytest.mark.parametrize(
    "text",
    [".a@b.vn", "a.@b.vn", "a..b@c.vn", "a@-b.vn", "a@b-.vn", "a@b", "a@b..vn", "a@b.vn.", "a@@b.vn", "@b.vn", "a@",
     "bantuyengiao", "đơnvị@khoi.example", "a@bưu.vn", "a" * 65 + "@b.vn", '"a b"@c.vn', "a@[10.0.0.1]", "<>", ";"],
)  # fmt: skip
def test_what_is_no_address_is_told_as_it_stands(text: str) -> None:
    found = read_addresses(text)
    assert found.sound == ()
    assert found.wrong != ()


def test_a_line_of_a_letters_head_is_no_address() -> None:
    assert read_addresses("a@b.vn\nBcc: c@d.vn") == Addresses((A,), ("Bcc: c@d.vn",))


def test_one_wrong_address_among_sound_ones_is_told_alone() -> None:
    assert read_addresses("a@b.vn; c@; chưa có") == Addresses((A,), ("c@", "chưa có"))


@given(st.text(max_size=40))
def test_whatever_stands_there_is_read_or_told(text: str) -> None:
    found = read_addresses(text)
    assert bool(found.sound or found.wrong) == bool(text.strip())
