"""What letters and archives have in common: the files inside, and what of them could not be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from khoagiao_xl.mail.delivery_reports import TOLD

if TYPE_CHECKING:
    from khoagiao_xl.mail.delivery_reports import DeliveryReport

Why = tuple[str, Mapping[str, Any]]  # code and facts of the sentence that says why


class Unopened(Exception):  # a verdict on a letter or an archive, not an error of ours
    """A letter or an archive gives nothing, or not all; `why` makes the finding."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.why: Why = (code, facts)


@dataclass(frozen=True)
class FileInside:
    """A file inside a letter or an archive.

    chain: what it lies in, the outermost first. why: why it is answered for as it is, not read.
    sent, sender, words: of the letter around it; words: its subject and its text.
    written: when it was packed, as its archive says.
    """

    name: str
    data: bytes
    chain: tuple[str, ...] = ()
    why: Why | None = None
    sent: datetime | None = None
    sender: str = ""
    words: tuple[str, ...] = ()
    rank: int = 0

    def inside(self, outer: FileInside) -> FileInside:
        """Return the part as one of `outer`: what is known of that is known of this."""
        chain = (*outer.chain, outer.name, *self.chain)
        return replace(
            self,
            chain=chain,
            sent=outer.sent or self.sent,
            sender=self.sender or outer.sender,
            words=(*outer.words, *self.words),
            rank=self.rank or outer.rank,
        )


@dataclass
class Inside:
    """What a letter or an archive gives. why: why it did not give all. words, sender: of a letter itself."""

    parts: list[FileInside] = field(default_factory=list)
    why: Why | None = None
    words: tuple[str, ...] = ()
    sender: str = ""

    @classmethod
    def of_report(cls, report: DeliveryReport, words: tuple[str, ...] = ()) -> Inside:
        """Return what the letter of a mail server gives: no file, what lies in it is the office's own."""
        code = TOLD[report.outcome]
        facts = {**report.facts, "report": report}
        return cls(why=(code, facts), words=words)
