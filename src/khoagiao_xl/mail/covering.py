"""A letter that goes with something: its words are those of its kind, its file is what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.mail.addresses import Recipients, read_recipients
from khoagiao_xl.mail.letter import Letter
from khoagiao_xl.mail.letter_templates import LetterTexts, common_facts
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from khoagiao_xl.mail.letter import Attachment, Recipient
    from khoagiao_xl.model.mail_records import LetterKind
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.settings import Settings

Facts = Mapping[str, str]  # tag of tblMauThu -> plain text


@dataclass(frozen=True)
class Covered:
    """What a letter is written for. about: what makes it another letter than the last: the hash of its file.

    unit: to whom; None for the list of recipients. told_of: what the letter tells besides the usual facts.
    """

    kind: LetterKind
    period: str
    about: str
    told_of: Facts
    attachments: tuple[Attachment, ...] = ()
    unit: Unit | None = None


@dataclass(frozen=True)
class CoveringDesk:
    """Where covering letters are written."""

    settings: Settings
    texts: LetterTexts
    today: date

    def recipients(self, unit: Unit | None) -> Recipients:
        """Return to whom a letter goes: a unit's own addresses, or those of the list of recipients."""
        domains = self.settings.mail.domains
        if unit is None:
            return read_recipients(self.settings.mail.report_recipients, domains)
        return read_recipients(unit.email, domains, unit.party_name)

    def letter(self, covered: Covered) -> tuple[Letter, Sequence[str]]:
        """Return the letter, and what the office is told of its own words for it."""
        unit = covered.unit
        usual = common_facts(self.settings, self.today)
        facts = {**usual, **covered.told_of}
        recipients = self.recipients(unit).sound
        facts["don_vi"] = unit.party_name if unit else _names(recipients)
        filled = self.texts.fill(covered.kind, "", facts)
        letter = Letter(
            kind=covered.kind,
            subject=filled.subject,
            body=filled.body,
            to=recipients,
            attachments=covered.attachments,
            unit=unit.code if unit else "",
            period=covered.period,
            about=covered.about,
        )
        return letter, filled.told


def _names(recipients: Iterable[Recipient]) -> str:
    """Return whom a letter to several greets: by name, those that have one."""
    names = [recipient.name for recipient in recipients if recipient.name]
    return "; ".join(names) or sentence("THU-204", {})
