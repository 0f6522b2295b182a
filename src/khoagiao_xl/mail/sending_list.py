"""What a person agrees to before letters leave: who gets what, with its size, as one list with a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import sha256_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.mail.ready_drafts import ReadyDraft

MARK_LENGTH: Final = 6
_DIGITS: Final = 1  # of megabytes
FILE: Final = "danh-sach-gui.txt"


@dataclass(frozen=True)
class SendingList:
    """drafts: all that would leave. sender: the office's address. host: of the mail server."""

    drafts: Sequence[ReadyDraft]
    sender: str
    host: str

    @cached_property
    def mark(self) -> str:
        """What tells this list from every other: another letter, another word or recipient in one of them."""
        told = [f"{draft.line.code} {sha256_of(draft.data)}" for draft in self.drafts]
        whole = "\n".join([self.sender, self.host, *told])
        return sha256_of(whole.encode())[:MARK_LENGTH]

    @property
    def facts(self) -> dict[str, object]:
        """What is said of the whole list."""
        return {
            "count": len(self.drafts),
            "size": _megabytes(*self.drafts),
            "sender": self.sender,
            "host": self.host,
            "mark": self.mark,
        }

    @property
    def lines(self) -> list[str]:
        """A line for each letter."""
        return [_line(number, draft) for number, draft in enumerate(self.drafts, 1)]

    @property
    def text(self) -> bytes:
        """The list as a text file that Notepad shows."""
        lines = [sentence("THU-454", self.facts), "", *self.lines, ""]
        return "\r\n".join(lines).encode("utf-8-sig")


def _line(number: int, draft: ReadyDraft) -> str:
    line = draft.line
    to = [line.to]
    if line.cc:
        to.append(sentence("THU-465", {"cc": line.cc}))
    facts = {
        "number": number,
        "to": ", ".join(to),
        "subject": line.subject,
        "attachments": ", ".join(line.attachments) or sentence("THU-466", {}),
        "size": _megabytes(draft),
        "drafted": f"{line.drafted:%d/%m/%Y %H:%M}" if line.drafted else "?",
    }
    return sentence("THU-456", facts)


def _megabytes(*drafts: ReadyDraft) -> float:
    size = sum(len(draft.data) for draft in drafts)
    return round(size / 1e6, _DIGITS) or 10**-_DIGITS
