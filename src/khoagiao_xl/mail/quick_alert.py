"""The draft by which the leadership hears of a hot issue at once: all that the unit told, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.addresses import read_addresses
from khoagiao_xl.mail.letter import Letter, Recipient
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.issue_texts import QUICK_LABELS

if TYPE_CHECKING:
    from khoagiao_xl.model.hot_issues import Issue, LoggedNotice
    from khoagiao_xl.office.settings import Settings

TOLD: Final = ("level", "field", "text", "result", "proposal", "handler", "contact")  # in this order
# Of a new issue, and of one that is put right: subject and first sentence.
NEW, MENDED = ("VD-20", "VD-23"), ("VD-21", "VD-24")


def draft_alert(logged: LoggedNotice, unit: str, settings: Settings) -> Letter:
    """Return the draft about the issue that a quick form told of; unit: the name of who told."""
    issue = logged.notice.issue
    facts = {
        "code": logged.code,
        "unit": unit,
        "level": _said(issue, "level"),
        "field": _said(issue, "field"),
        "day": day_text(issue.day),
        "reported": day_text(issue.told_on),
        "file": logged.notice.file,
        "office": settings.body or settings.staff,
        "staff": settings.staff or settings.body,
    }
    subject, first = NEW if logged.is_new else MENDED
    paragraphs = [
        sentence("VD-22", facts),
        sentence(first, facts),
        "\n".join(_lines(issue)),
        sentence("VD-25", facts),
        sentence("VD-26", facts),
    ]
    body = "\n\n".join(paragraphs)
    addresses = read_addresses(settings.alerted)
    return Letter(
        kind=LetterKind.ALERT,
        about=f"{logged.code} {logged.notice.sha256}",
        to=tuple(map(Recipient, addresses.sound)),
        subject=sentence(subject, facts),
        body=f"{body}\n",
    )


def _lines(issue: Issue) -> Iterator[str]:
    for name in TOLD:
        label = QUICK_LABELS[name]
        heading, _, _ = label.partition(" (")
        short, _, _ = heading.partition(":")
        facts = {
            "heading": short,
            "text": _said(issue, name),
        }
        yield sentence("VD-27", facts)


def _said(issue: Issue, name: str) -> str:
    said: str = getattr(issue, name)
    if said:
        return said
    return sentence("VD-28", {})
