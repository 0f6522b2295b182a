"""What the office knows of its letters: their kinds, what became of each, and the words they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class LetterKind(StrEnum):
    """What a letter is for; the values are what column «Loại thư» shows."""

    FORMS = "gửi biểu mẫu"
    RETURNS = "trả lại để sửa"
    RECEIPTS = "giấy nhận"
    REPORT = "gửi báo cáo"
    NOTICE = "thông báo"
    REMINDER = "đôn đốc"
    ALERT = "tin nhanh"
    WORK = "nhắc việc"  # to who in the office is in charge of what is due


class LetterState(StrEnum):
    """What became of a letter. Only SENDABLE ones may ever leave; a person alone decides about the others."""

    REFUSED = "chưa gửi"  # it was tried, and surely nothing left: it may be tried again
    DRAFTED = "đã soạn"  # its file lies in the folder of drafts, for a person to look at
    IN_OUTLOOK = "trong Outlook"  # it lies among the drafts of Outlook, where a person sends it
    SENDING = "đang gửi"  # written down before the server hears of it
    SENT = "đã gửi"
    UNKNOWN = "không rõ"  # the server may have it or not: never sent again without a person
    BOUNCED = "bị trả về"  # it left, and a mail server wrote back that none of its recipients got it
    DROPPED = "thôi gửi"  # what it said is no longer so; its file was put aside


SENDABLE: Final = frozenset({LetterState.REFUSED, LetterState.DRAFTED})
LEFT: Final = frozenset(
    {LetterState.SENT, LetterState.UNKNOWN, LetterState.SENDING, LetterState.IN_OUTLOOK, LetterState.BOUNCED}
)


@dataclass(frozen=True)
class LoggedLetter:
    """One line of tblThu.

    code: 24 hexadecimal digits, by which the letter is the same letter in every run; its Message-ID has them.
    unit: code of whom it is for, blank for one to the recipients' list. step: of a reminder.
    to, cc: as they stand in the letter, separated by «; ». attachments: their names.
    file: where its draft lies, reckoned from the master's folder, with «/». sha256: of the draft as the
    program wrote it: another hash today says that a person has worked in it.
    """

    code: str
    kind: str
    period: str = ""
    unit: str = ""
    step: str = ""
    subject: str = ""
    to: str = ""
    cc: str = ""
    attachments: tuple[str, ...] = ()
    state: str = LetterState.DRAFTED
    drafted: datetime | None = None
    sent: datetime | None = None
    file: str = ""
    note: str = ""
    message_id: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class LetterWords:
    """One line of tblMauThu: subject and text of a kind of letter (and a step), with tags «{{ don_vi }}»."""

    kind: str
    step: str
    subject: str
    text: str
