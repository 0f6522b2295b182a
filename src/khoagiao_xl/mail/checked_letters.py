"""Letters on their way into the drafts: what bears a mark is held, what is too large is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.mail.addresses import told_receiver
from khoagiao_xl.mail.letter_sizes import fitted
from khoagiao_xl.mail.outgoing_secrets import reasons_to_hold, without_unticked
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.mail.outgoing_secrets import AttachmentReader
    from khoagiao_xl.office.changes import NewFile


@dataclass(frozen=True)
class CheckedLetters:
    """letters: those that may be drafted. files: what was too large for them. told: of each exception."""

    letters: tuple[Letter, ...] = ()
    files: tuple[NewFile, ...] = ()
    told: tuple[str, ...] = ()


def checked(letters: Iterable[Letter], reader: AttachmentReader, most: float, folder: Path) -> CheckedLetters:
    """Return the letters as they may be drafted in `folder`; most: megabytes of one letter."""
    kept: list[Letter] = []
    files: list[NewFile] = []
    told: list[str] = []
    for letter in letters:
        ticked, without = without_unticked(letter, reader)
        told += without
        reasons = reasons_to_hold(ticked, reader)
        if reasons:
            told.append(_held(letter, reasons))
            continue
        fit = fitted(ticked, most)
        kept.append(fit.letter)
        files += fit.files(folder)
        told += fit.told
    return CheckedLetters(tuple(kept), tuple(files), tuple(told))


def _held(letter: Letter, reasons: Iterable[str]) -> str:
    facts = {
        "kind": letter.kind,
        "to": told_receiver(letter.unit, "; ".join(map(str, letter.to))),
        "reasons": " ".join(reasons),
    }
    return sentence("THU-15", facts)
