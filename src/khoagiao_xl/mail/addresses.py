"""The column «Email»: one address or several, as people write them; the one reader of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTIONS: Final = re.compile(r"[;\r\n]+")
_IN_ANGLES: Final = re.compile(r"<([^<>]*)>")
_SCHEME: Final = "mailto:"  # before an address that Excel made a link of


@dataclass(frozen=True)
class Addresses:
    """sound: those to which mail can go, each once. wrong: what stands there and is no address."""

    sound: tuple[str, ...]
    wrong: tuple[str, ...] = ()


def read_addresses(text: str) -> Addresses:
    """Return the addresses of a cell: «a@b.vn; c@d.vn», «Văn phòng <a@b.vn>», «a@b.vn;»."""
    sound: dict[str, str] = {}
    wrong = []
    for piece in _pieces(text):
        address = piece.removeprefix(_SCHEME)
        if is_address(address):
            key = address_key(address)
            sound.setdefault(key, address)
        else:
            wrong.append(piece)
    whole = text.strip()
    if whole and not sound and not wrong:
        wrong.append(whole)
    return Addresses(
        sound=tuple(sound.values()),
        wrong=tuple(wrong),
    )


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


def _pieces(text: str) -> Iterator[str]:
    """Yield all that should be an address; the name of whose it is stands outside the angle brackets."""
    for section in _SECTIONS.split(text):
        named = _IN_ANGLES.findall(section)
        beside = _IN_ANGLES.sub(" ", section)
        yield from map(str.strip, named)
        for piece in beside.split(","):
            is_name = bool(named) and "@" not in piece
            if piece.strip() and not is_name:
                yield from _parted(piece)


def _parted(piece: str) -> Iterator[str]:
    """Yield the addresses that only blanks part; a piece with other words is one thing that is wrong."""
    words = piece.split()
    if all("@" in word for word in words):
        yield from words
    else:
        yield piece.strip()
