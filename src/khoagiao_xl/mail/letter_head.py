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
from khoagiao_xl.mail.letter_filling import TextFilling
from khoagiao_xl.vietnamese.office_clock import with_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from khoagiao_xl.mail.addresses import Recipients
    from khoagiao_xl.mail.letter import Letter, Recipient

WIDTH: Final = 75  # characters of a line, as RFC 2047 has it
LONGEST: Final = 42  # bytes in one encoded word
_WORDS: Final = re.compile(r"\S+\s*")


def head_of(letter: Letter, sender: str, moment: datetime, sender_name: str = "") -> str:
    """Return the head, its lines ended by CRLF; raise WrongRequest (THU-218) for an address that is none."""
    head = ""
    own = read_recipients(sender, name=sender_name)
    for name, content in _heads(letter, own, moment):
        head += f"{name}: {content}\n"
    return head.replace("\n", "\r\n")


def _heads(letter: Letter, own: Recipients, moment: datetime) -> Iterator[tuple[str, str]]:
    addressed = {
        "To": letter.to,
        "Cc": letter.cc,
        "From": own.sound[:1],
    }
    yield "X-Unsent", "1"
    for name, recipients in addressed.items():
        if recipients:
            yield name, _addressed(recipients)
    subject = one_line(letter.subject)
    sent = with_zone(moment)
    yield "Subject", _encoded(subject, len("Subject: "))
    yield "Date", format_datetime(sent)
    yield "Message-ID", letter.message_id


def one_line(text: str) -> str:
    """Return a text as one line of letters that are seen: nothing in it begins a line of the head."""
    data = text.encode("utf-8", "replace")
    return TextFilling({}).line(data.decode())


def _addressed(recipients: Iterable[Recipient]) -> str:
    addresses = map(_address, recipients)
    return ",\n ".join(addresses)


def _address(recipient: Recipient) -> str:
    address = recipient.address
    if not is_address(address):
        raise WrongRequest("THU-218", text=address)
    shown = one_line(recipient.name)
    name = clean_name(shown)
    if not name:
        return address
    if _is_plain(name):
        return f'"{quote(name)}"\n <{address}>'
    return f"{_encoded(name, 1)}\n <{address}>"


# -- folding ----------------------------------------------------------------------------------------------


def _encoded(text: str, begun: int) -> str:
    """Return a text as it stands in a head; begun: how many signs of the first line are taken."""
    if _is_plain(text):
        indented = " " * begun + text
        lines = wrap(indented, WIDTH, break_on_hyphens=False)
    else:
        lines = [_encoded_word(piece) for piece in _pieces(text, begun)]
    folded = "\n ".join(lines)
    return folded.strip()


def _is_plain(text: str) -> bool:
    """Say whether a text may stand in a head as it is: no reader takes it for encoded words."""
    if not text.isascii() or "=?" in text:
        return False
    lengths = map(len, text.split())
    return max(lengths, default=0) < WIDTH // 2


def _encoded_word(piece: str) -> str:
    coded = b64encode(piece.encode())
    return f"=?utf-8?b?{coded.decode()}?="


def _pieces(text: str, begun: int) -> Iterator[str]:
    """Yield a text in pieces for encoded words, each of whole words where they are short enough."""
    room = LONGEST - begun
    piece = ""
    for part in _parts(text):
        longer = piece + part
        if piece and _bytes(longer) > room:
            yield piece
            room = LONGEST
            longer = part
        piece = longer
    yield piece


def _parts(text: str) -> Iterator[str]:
    """Yield the words of a text, and of one that is too long for an encoded word its letters."""
    for word in _WORDS.findall(text):
        if _bytes(word) <= LONGEST // 2:
            yield word
        else:
            yield from word


def _bytes(text: str) -> int:
    return len(text.encode())
