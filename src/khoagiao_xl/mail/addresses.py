"""The column «Email»: one address or several, with names, as people write them; the one reader of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.mail.address_faults import AddressFault, fault_of, foreign_domain, is_of_domains
from khoagiao_xl.mail.letter import Recipient

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECTIONS: Final = re.compile(r"[;\r\n]+")
_IN_ANGLES: Final = re.compile(r"<([^<>]*)>")
_SCHEME: Final = re.compile("mailto:", re.IGNORECASE)  # before an address that Excel made a link of
_FOREIGN_TO_NAMES: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>\"\\]"
)


class _Piece(NamedTuple):
    """What should be an address, and the name that stands before it."""

    text: str
    name: str = ""


@dataclass(frozen=True)
class Recipients:
    """sound: those to which mail can go, each once. faults: of what else stands there."""

    sound: tuple[Recipient, ...] = ()
    faults: tuple[AddressFault, ...] = ()


@dataclass(frozen=True)
class Addresses:
    """sound: those to which mail can go, each once. wrong: what stands there and is no address."""

    sound: tuple[str, ...]
    wrong: tuple[str, ...] = ()


def read_addresses(text: str) -> Addresses:
    """Return the addresses of a cell: «a@b.vn; c@d.vn», «Văn phòng <a@b.vn>», «a@b.vn;»."""
    found = read_recipients(text)
    return Addresses(
        sound=tuple(recipient.address for recipient in found.sound),
        wrong=tuple(fault.text for fault in found.faults),
    )


def read_recipients(text: str, domains: Sequence[str] = (), name: str = "") -> Recipients:
    """Return to whom the addresses of a cell are, and what is wrong with the others.

    domains: to which alone mail may go, all when blank. name: of whom an address is that has none of its own.
    """
    sound: dict[str, Recipient] = {}
    faults = []
    for piece in _pieces(text):
        address = _SCHEME.sub("", piece.text, count=1) if _SCHEME.match(piece.text) else piece.text
        if not is_address(address):
            faults.append(fault_of(piece.text))
        elif not is_of_domains(address, domains):
            faults.append(foreign_domain(address))
        else:
            recipient = Recipient(address, clean_name(piece.name) or clean_name(name))
            sound.setdefault(address_key(address), recipient)
    whole = text.strip()
    if whole and not sound and not faults:
        faults.append(fault_of(whole))
    return Recipients(tuple(sound.values()), tuple(faults))


def clean_name(name: str) -> str:
    """Return a name as it may stand before an address: one line, no quotes, brackets or hidden signs."""
    visible = _FOREIGN_TO_NAMES.sub(" ", name)
    return " ".join(visible.split()).strip(" ,;'")


def address_key(address: str) -> str:
    """Return what two spellings of one address have in common: no mail server of today minds capitals."""
    return address.strip().casefold()


def is_address(text: str) -> bool:
    """Say whether `text` is one plain ASCII mail address; anything else is left for a person to mend.

    Nothing is asked of the network.
    """
    from email_validator import EmailNotValidError, validate_email

    if not text.isascii():
        return False
    try:
        validate_email(text, check_deliverability=False, strict=True)
    except EmailNotValidError:
        return False
    return True


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield all that should be an address, each with the name before its angle brackets."""
    for section in _SECTIONS.split(text):
        start = 0
        for found in _IN_ANGLES.finditer(section):
            before = section[start : found.start()]
            *others, name = _beside_name(before)
            for other in others:
                yield from _parted(other)
            yield _Piece(found[1].strip(), name)
            start = found.end()
        for piece in section[start:].split(","):
            is_name = start and "@" not in piece
            if piece.strip() and not is_name:
                yield from _parted(piece)


def _beside_name(before: str) -> list[str]:
    """Return the addresses before a name, and the name: «a@b.vn, Sở Y tế, Lào Cai» has one and a name."""
    pieces = before.split(",")
    at = len(pieces)
    while at and "@" not in pieces[at - 1]:
        at -= 1
    name = ",".join(pieces[at:])
    return [*filter(str.strip, pieces[:at]), name]


def _parted(piece: str) -> Iterator[_Piece]:
    """Yield the addresses that only blanks part; a piece with other words is one thing that is wrong."""
    words = piece.split()
    if all("@" in word for word in words):
        yield from map(_Piece, words)
    else:
        yield _Piece(piece.strip())
