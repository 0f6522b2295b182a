"""Addresses that the last letter did not reach: who drafts another one there hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.addresses import address_keys
from khoagiao_xl.model.mail_records import SENDABLE, LetterState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.mail.mail_desk import LaidOut
    from khoagiao_xl.model.mail_records import LoggedLetter

_TOLD_OF: Final = frozenset({LetterState.SENT, LetterState.BOUNCED})


def tell_lost_addresses(laid: LaidOut, known: Iterable[LoggedLetter]) -> None:
    """Say of each draft that goes to an address from which the last letter came back.

    known: the letters before this run, the oldest first.
    """
    lost = set(_lost(known))
    if not lost:
        return
    for line in tuple(laid.lines):
        if line.state not in SENDABLE:
            continue
        for address in address_keys(line.to):
            if address in lost:
                laid.tell("THU-107", line, address=address)


def _lost(known: Iterable[LoggedLetter]) -> Iterator[str]:
    last: dict[str, str] = {}
    for line in known:
        if line.state in _TOLD_OF:
            for address in address_keys(line.to):
                last[address] = line.state
    for address, state in last.items():
        if state == LetterState.BOUNCED:
            yield address
