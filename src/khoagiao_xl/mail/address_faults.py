"""What is wrong with something typed as an address: each fault said as what it is, never as «missing»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_HEADER: Final = re.compile(r"(?:bcc|cc|to|from|subject|reply-to|sender|content-\S+)\s*:", re.IGNORECASE)
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DOMAIN: Final = re.compile(r"[^\s,;@*.][^\s,;@*]*")  # as «@a.vn, *.b.vn» names two
_DOTS: Final = re.compile(r"^\.|\.@|\.\.|@\.|\.$")


@dataclass(frozen=True)
class AddressFault:
    """text: what stands there. code: of the sentence that says what is wrong with it."""

    text: str
    code: str

    def __str__(self) -> str:
        facts = {"text": self.text}
        return sentence(self.code, facts)


def fault_of(text: str) -> AddressFault:
    """Return what is wrong with a text that is no address, the first of the known faults."""
    for code, is_so in _FAULTS:
        if is_so(text):
            return AddressFault(_UNSEEN.sub("·", text), code)
    return AddressFault(text, OTHER)


def foreign_domain(address: str) -> AddressFault:
    """Return the fault of an address whose domain is not among those that the office allows."""
    return AddressFault(address, FOREIGN_DOMAIN)


def is_of_domains(address: str, domains: Sequence[str]) -> bool:
    """Say whether an address is of one of the domains or below it; «@laocai.gov.vn» is one, too."""
    typed = " ".join(domains)
    known = _DOMAIN.findall(typed.casefold())
    if not known:
        return True
    _, _, own = address.casefold().rpartition("@")
    below = f".{own}"
    return any(below.endswith(f".{domain}") for domain in known)


def _has_one_bracket(text: str) -> bool:
    opened = text.count("<")
    closed = text.count(">")
    return opened != closed


def _lacks_sign(text: str) -> bool:
    """Say whether there is no «@», not even a wide one."""
    letters = set(text)
    return letters.isdisjoint("@＠﹫")


def _has_words_beside(text: str) -> bool:
    """Say whether an address stands there among other words."""
    words = text.split()
    addresses = list(filter(_ADDRESS.fullmatch, words))
    is_alone = words == addresses
    return len(addresses) == 1 and not is_alone


def _has_two(text: str) -> bool:
    """Say whether two addresses stand there that nothing parts."""
    return text.count("@") > 1


def _ends_early(text: str) -> bool:
    name, _, domain = text.rpartition("@")
    return not (name and domain)


def _lacks_dot(text: str) -> bool:
    _, _, domain = text.rpartition("@")
    return "." not in domain


OTHER: Final = "THU-218"
FOREIGN_DOMAIN: Final = "THU-219"
_FAULTS: Final[Sequence[tuple[str, Callable[[str], bool]]]] = (
    ("THU-211", lambda text: _HEADER.match(text) is not None),
    ("THU-212", lambda text: _UNSEEN.search(text) is not None),
    ("THU-208", _has_one_bracket),
    ("THU-213", _lacks_sign),
    ("THU-207", _has_words_beside),
    ("THU-206", lambda text: "@@" in text),
    ("THU-214", _has_two),
    ("THU-215", lambda text: not text.isascii()),
    ("THU-216", lambda text: any(map(str.isspace, text))),
    ("THU-217", _ends_early),
    ("THU-210", _lacks_dot),
    ("THU-209", lambda text: _DOTS.search(text) is not None),
)
