"""The column «Email»: one address or several, with names, as people write them; the one reader of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.mail.address_faults import AddressFault, fault_of, foreign_domain, is_of_domains
from khoagiao_xl.mail.letter import Recipient
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECTIONS: Final = re.compile(r'(?:"[^"\r\n]*"|[^;\r\n])+')  # a «;» between quotes parts nothing
_IN_ANGLES: Final = re.compile(r"<([^<>]*)>")
_SCHEME: Final = re.compile(r"^mailto:", re.IGNORECASE)
_FOREIGN_TO_NAMES: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>\"\\]"
)


class _AddressPiece(NamedTuple):
    """What should be an address, and the name that stands before it."""

    text: str
    name: str = ""

    @property
    def address(self) -> str:
        """The text without what Excel puts before it where it makes a link of an address."""
        return _SCHEME.sub("", self.text)


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
    sound = [recipient.address for recipient in found.sound]
    wrong = [fault.text for fault in found.faults]
    return Addresses(
        sound=tuple(sound),
        wrong=tuple(wrong),
    )


def read_recipients(text: str, domains: Sequence[str] = (), name: str = "") -> Recipients:
    """Return to whom the addresses of a cell are, and what is wrong with the others.

    domains: to which alone mail may go, all when blank. name: of whom an address is that has none of its own.
    """
    sound: dict[str, Recipient] = {}
    faults = []
    for piece in _pieces(text) or _nothing_but_signs(text):
        address = piece.address
        fault = _fault_of(address, domains)
        if fault:
            faults.append(fault)
            continue
        key = address_key(address)
        named = clean_name(piece.name) or clean_name(name)
        sound.setdefault(key, Recipient(address, named))
    return Recipients(
        sound=tuple(sound.values()),
        faults=tuple(faults),
    )


def told_receiver(unit: str, to: str) -> str:
    """Return to whom a letter is, as a sentence says it: by the code of the unit, else by its addresses."""
    return unit or to or sentence("THU-205", {})


def _fault_of(address: str, domains: Sequence[str]) -> AddressFault | None:
    if not is_address(address):
        return fault_of(address)
    if not is_of_domains(address, domains):
        return foreign_domain(address)
    return None


def clean_name(name: str) -> str:
    """Return a name as it may stand before an address: one line, no quotes, brackets or hidden signs."""
    visible = _FOREIGN_TO_NAMES.sub(" ", name)
    words = visible.split()
    whole = " ".join(words)
    return whole.strip(" ,;'")


def address_key(address: str) -> str:
    """Return what two spellings of one address have in common: no mail server of today minds capitals."""
    return address.strip().casefold()


@lru_cache(4096)  # the letters of a year go to the same units
def address_keys(text: str) -> tuple[str, ...]:
    """Return the key of every sound address of a cell."""
    recipients = read_recipients(text).sound
    return tuple(address_key(recipient.address) for recipient in recipients)


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


# -- the pieces of a cell ---------------------------------------------------------------------------------


def _nothing_but_signs(text: str) -> list[_AddressPiece]:
    """Return what stands in a cell that has no piece: «;» is no address, and nothing at all no fault."""
    whole = text.strip()
    return [_AddressPiece(whole)] if whole else []


def _pieces(text: str) -> list[_AddressPiece]:
    """Return all that should be an address, each with the name before its angle brackets."""
    pieces: list[_AddressPiece] = []
    for section in _SECTIONS.findall(text):
        after = 0
        for found in _IN_ANGLES.finditer(section):
            before = section[after : found.start()]
            others, name = _beside_name(before)
            pieces.extend(_unnamed(others))
            address = found[1].strip() or found[0]
            pieces.append(_AddressPiece(address, name))
            after = found.end()
        rest = section[after:]
        is_name = after and "@" not in rest  # a name that stands behind its address is none of a piece
        if not is_name:
            pieces.extend(_unnamed(rest))
    return pieces


def _beside_name(before: str) -> tuple[str, str]:
    """Return the addresses before a name, and the name: «a@b.vn, Sở Y tế, Lào Cai» has one and a name."""
    head, sign, tail = before.rpartition("@")
    if not sign:
        return "", before
    rest, _, name = tail.partition(",")
    return f"{head}@{rest}", name


def _unnamed(text: str) -> Iterator[_AddressPiece]:
    """Yield the addresses that commas or blanks part; a piece with other words is one that is wrong."""
    for piece in text.split(","):
        words = piece.split()
        has_signs = ["@" in word for word in words]
        if all(has_signs):
            yield from map(_AddressPiece, words)
        else:
            yield _AddressPiece(piece.strip())
