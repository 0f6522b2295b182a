"""The head of a letter, line by line: 7-bit and folded, whatever a name or a subject holds.

The standard library of Python 3.11 loses and adds blanks where it folds and reads encoded words.
"""

from __future__ import annotations

import re
from base64 import b64encode
from email.utils import format_datetime, quote
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.addresses import clean_name, is_address, read_recipients
from khoagiao_xl.vietnamese.office_clock import with_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from khoagiao_xl.mail.letter import Letter, Recipient

WIDTH: Final = 75  # characters of a line, as RFC 2047 has it
LONGEST: Final = 42  # bytes in one encoded word
_WORDS: Final = re.compile(r"\S+\s*")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def head_of(letter: Letter, sender: str, moment: datetime) -> str:
    """Return the head, its lines ended by CRLF; raise WrongRequest (THU-218) for an address that is none."""
    lines = _lines(letter, sender, moment)
    head = "".join(f"{line}\n" for line in lines)
    return head.replace("\n", "\r\n")


def _lines(letter: Letter, sender: str, moment: datetime) -> Iterator[str]:
    yield "X-Unsent: 1"
    own = read_recipients(sender).sound
    for name, recipients in (("To", letter.to), ("Cc", letter.cc), ("From", own[:1])):
        if recipients:
            yield f"{name}: {_addressed(recipients)}"
    subject = _encoded(one_line(letter.subject), len("Subject: "))
    yield f"Subject: {subject}"
    sent = format_datetime(with_zone(moment))
    yield f"Date: {sent}"
    yield f"Message-ID: {letter.message_id}"


def one_line(text: str) -> str:
    """Return a text as one line of letters that are seen: nothing in it begins a line of the head."""
    whole = text.encode("utf-8", "replace").decode()
    visible = _UNSEEN.sub(" ", whole)
    return " ".join(visible.split())


def _addressed(recipients: Iterable[Recipient]) -> str:
    addresses = map(_address, recipients)
    return ",\n ".join(addresses)


def _address(recipient: Recipient) -> str:
    address = recipient.address
    if not is_address(address):
        raise WrongRequest("THU-218", text=address)
    name = clean_name(one_line(recipient.name))
    if not name:
        return address
    if _is_plain(name):
        return f'"{quote(name)}"\n <{address}>'
    return f"{_encoded(name, 1)}\n <{address}>"


def _encoded(text: str, begun: int) -> str:
    """Return a text as it stands in a head; begun: how many signs of the first line are taken."""
    if _is_plain(text):
        folded = wrap(" " * begun + text, WIDTH, break_on_hyphens=False, drop_whitespace=True)
        return "\n ".join(folded).strip()
    return "\n ".join(map(_encoded_word, _pieces(text, begun)))


def _is_plain(text: str) -> bool:
    """Say whether a text may stand in a head as it is: no reader takes it for encoded words."""
    return text.isascii() and "=?" not in text and all(len(word) < WIDTH // 2 for word in text.split())


def _encoded_word(piece: str) -> str:
    coded = b64encode(piece.encode()).decode()
    return f"=?utf-8?b?{coded}?="


def _pieces(text: str, begun: int) -> Iterator[str]:
    """Yield a text in pieces for encoded words, each of whole words where they are short enough."""
    room = LONGEST - begun
    piece = ""
    for word in _WORDS.findall(text):
        for part in _parts(word):
            if len((piece + part).encode()) > room and piece:
                yield piece
                piece, room = "", LONGEST
            piece += part
    yield piece


def _parts(word: str) -> Iterator[str]:
    """Yield a word, one that is too long for an encoded word letter by letter."""
    if len(word.encode()) <= LONGEST // 2:
        yield word
    else:
        yield from word
