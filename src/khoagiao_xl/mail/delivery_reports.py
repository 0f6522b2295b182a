"""What a mail server writes of a letter: that it did not arrive, is late, was delivered, was read.

Sources: RFC 3464 (delivery reports), RFC 8098 (receipts of reading), and what servers write that follow
neither (Exim, qmail): a letter that nobody wrote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.mail.letter import CODE_LENGTH, DOMAIN
from khoagiao_xl.mail.letter_reading import head_of, head_text
from khoagiao_xl.mail.recipient_statuses import statuses_of
from khoagiao_xl.vietnamese.office_clock import in_office_time

if TYPE_CHECKING:
    from collections.abc import Iterable
    from email.message import Message

    from khoagiao_xl.mail.recipient_statuses import RecipientStatus

LONGEST: Final = 160  # signs of what a server gives for a reason
_REPORT: Final = "multipart/report"
_DAEMON, _POSTMASTER = "mailer-daemon", "postmaster"
_EXIM: Final = "X-Failed-Recipients"
_OWN_ID: Final = re.compile(rb"<([0-9a-f]{%d})@%s>" % (CODE_LENGTH, re.escape(DOMAIN).encode()))
_ADDRESS_LINE: Final = re.compile(r"^<([^<>\s]+@[^<>\s]+)>:", re.MULTILINE)  # qmail
_REASON_LINE: Final = re.compile(r"^.*\b[45]\d\d[ -].*$", re.MULTILINE)


class ReportOutcome(StrEnum):
    """What a report says of a letter."""

    FAILED = "failed"
    DELAYED = "delayed"
    OTHER = "other"  # delivered, relayed, read


# The sentence about a report, by what it says.
TOLD: Final = {
    ReportOutcome.FAILED: "TN-117",
    ReportOutcome.DELAYED: "TN-118",
    ReportOutcome.OTHER: "TN-119",
}


@dataclass(frozen=True)
class DeliveryReport:
    """addresses: that it is about. why: as the server says it. codes: of the letters of ours that it names.

    subject: of the letter that it is about. day: when the report was written, by the office's clock; blank
    where it does not say.
    """

    outcome: ReportOutcome
    addresses: tuple[str, ...] = ()
    why: str = ""
    codes: tuple[str, ...] = ()
    subject: str = ""
    day: str = ""

    @property
    def facts(self) -> dict[str, str]:
        """What a sentence tells of it."""
        return {
            "addresses": ", ".join(self.addresses),
            "why": f" ({self.why})" if self.why else "",
        }


def read_delivery_report(data: bytes) -> DeliveryReport | None:
    """Return what a report says; None for a letter that is none."""
    head = head_of(data)
    if head.get_content_type() == _REPORT:
        report = _standard(data)
    elif _is_by_a_server(head):
        report = _other(data)
    else:
        return None
    return replace(report, day=_day_of(head))


def _day_of(head: Message) -> str:
    try:
        told = head_text(head, "Date")
        written = parsedate_to_datetime(told)
        moment = in_office_time(written)
    except (ValueError, TypeError, OverflowError):
        return ""
    return f"{moment:%H:%M %d/%m/%Y}"


def _is_by_a_server(head: Message) -> bool:
    """Say whether nobody wrote a letter; one of a postmaster may be by a person."""
    if head_text(head, _EXIM):
        return True
    sender = head_text(head, "From")
    _, address = parseaddr(sender)
    name, _, _ = address.casefold().partition("@")
    if name == _POSTMASTER:
        return _is_automatic(head)
    return name == _DAEMON


def _is_automatic(head: Message) -> bool:
    how = head_text(head, "Auto-Submitted")
    if how.startswith("auto-"):
        return True
    return head_text(head, "Return-Path") == "<>"


# -- RFC 3464 ---------------------------------------------------------------------------------------------


def _standard(data: bytes) -> DeliveryReport:
    message = message_from_bytes(data)
    statuses = list(statuses_of(message))
    outcome = _worst(statuses)
    told = [status for status in statuses if outcome in (status.action, ReportOutcome.OTHER)]
    addresses = [status.address for status in told]
    reasons = [status.reason for status in told]
    return DeliveryReport(
        outcome,
        addresses=_once(addresses),
        why=_short(" ".join(reasons[:1])),
        codes=codes_in(data),
        subject=_subject_within(message),
    )


def _worst(statuses: Iterable[RecipientStatus]) -> ReportOutcome:
    actions = {status.action for status in statuses}
    for outcome in (ReportOutcome.FAILED, ReportOutcome.DELAYED):
        if outcome in actions:
            return outcome
    return ReportOutcome.OTHER


# -- others -----------------------------------------------------------------------------------------------


def _other(data: bytes) -> DeliveryReport:
    message = message_from_bytes(data)
    failed = head_text(message, _EXIM)
    text = _first_text(message)
    named = [address for _, address in getaddresses([failed])]
    lines = _REASON_LINE.findall(text)
    return DeliveryReport(
        ReportOutcome.FAILED,
        addresses=_once(named or _ADDRESS_LINE.findall(text)),
        why=_short(" ".join(lines[:1])),
        codes=codes_in(data),
        subject=_subject_within(message),
    )


def _first_text(message: Message) -> str:
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            content = _content(part)
            return content.decode("utf-8", "replace")
    return ""


# -- both -------------------------------------------------------------------------------------------------


def codes_in(data: bytes) -> tuple[str, ...]:
    """Return the codes of the letters of ours that are named anywhere in a file."""
    found = _OWN_ID.findall(data)
    return _once(code.decode() for code in found)


def _subject_within(message: Message) -> str:
    """Return the subject of the letter that goes along, whole or its head alone."""
    for part in message.walk():
        head = _head_within(part)
        if head:
            return head_text(head, "Subject")
    return ""


def _head_within(part: Message) -> Message | None:
    kind = part.get_content_type()
    payload: Any = part.get_payload()
    if kind == "message/rfc822" and isinstance(payload, list):
        return next(iter(payload), None)
    if kind == "text/rfc822-headers":
        return message_from_bytes(_content(part))
    return None


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    unlike = dict.fromkeys(texts)
    return tuple(unlike)


def _short(text: str) -> str:
    """Return a reason on one line, cut where it is long."""
    words = filter(str.isprintable, text.split())
    whole = " ".join(words)
    if len(whole) <= LONGEST:
        return whole
    return f"{whole[:LONGEST]}…"
