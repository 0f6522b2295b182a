"""A reminder to a unit: all that it owes, in one letter, in the tone of how long it is owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.mail.addresses import Recipients, read_recipients
from khoagiao_xl.mail.debt_words import DebtWords
from khoagiao_xl.mail.letter import Letter
from khoagiao_xl.mail.letter_templates import AFTER, BEFORE, WEEK_AFTER, LetterTexts, common_facts
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.office.open_debts import RECEIVED, WEEK, Debt, DebtKind
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.mail.enclosures import LetterEnclosures
    from khoagiao_xl.mail.letter_templates import Filled
    from khoagiao_xl.mail.told_findings import Places
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class ReminderDays:
    """today: of the letters. until: when what is overdue must come, as the official letter has it."""

    today: date
    until: date


@dataclass(frozen=True)
class ReminderDesk:
    """Where reminders are written. places: what is open in the files that came."""

    year: Year
    texts: LetterTexts
    days: ReminderDays
    places: Places

    @property
    def today(self) -> date:
        """The day of the letters."""
        return self.days.today

    def recipients(self, unit: Unit) -> Recipients:
        """Return to whom mail to a unit goes, and what is wrong with its other addresses."""
        domains = self.year.settings.mail.domains
        return read_recipients(unit.email, domains, unit.party_name)

    def superiors(self, unit: Unit) -> Recipients:
        """Return who gets a copy once something is overdue by a week."""
        return read_recipients(unit.email_above, self.year.settings.mail.domains)

    def letter(self, debts: Sequence[Debt], enclosures: LetterEnclosures) -> tuple[Letter, Filled]:
        """Return the letter to the unit of `debts`, and the text that was filled for it."""
        first, *_ = debts
        unit = first.unit
        step = step_of(debts, self.today)
        facts = self._facts(unit, debts, enclosures)
        filled = self.texts.fill(LetterKind.REMINDER, step, facts)
        letter = Letter(
            kind=LetterKind.REMINDER,
            subject=filled.subject,
            body=filled.body,
            to=self.recipients(unit).sound,
            cc=self.superiors(unit).sound if step == WEEK_AFTER else (),
            attachments=enclosures.going,
            unit=unit.code,
            about=f"{self.year.settings.master_id} {self.today}",  # two masters may urge one unit on one day
            step=step,
        )
        return letter, filled

    def _facts(self, unit: Unit, debts: Sequence[Debt], enclosures: LetterEnclosures) -> dict[str, str]:
        settings = self.year.settings
        words = DebtWords(
            settings.staff or settings.body,
            self.today,
            self.places,
            enclosures,
        )
        told = [f"{at}. {text}" for at, text in enumerate(words.all_told(debts), 1)]
        days = [debt.due for debt in debts if debt.due]
        names = [attachment.name for attachment in enclosures.going]
        return {
            **common_facts(settings, self.today),
            "don_vi": unit.party_name,
            "noi_dung": "\n\n".join(told),
            "so_viec": str(len(debts)),
            "han": day_text(min(days)) if days else "",
            **self._of_what_is_overdue(debts),
            "tep": ", ".join(names),
        }

    def _of_what_is_overdue(self, debts: Sequence[Debt]) -> dict[str, str]:
        """Return until when it must come, and what is said of things beside it that are not overdue."""
        if step_of(debts, self.today) == BEFORE:
            return {"cham_nhat": "", "viec_con_han": ""}
        is_mixed = any(_is_in_time(debt, self.today) for debt in debts)
        return {
            "cham_nhat": day_text(self.days.until),
            "viec_con_han": sentence("THU-738", {}) if is_mixed else "",
        }


def _is_in_time(debt: Debt, today: date) -> bool:
    return debt.due is not None and debt.due >= today and debt.kind not in RECEIVED


def step_of(debts: Sequence[Debt], today: date) -> str:
    """Return how a unit is spoken to: by what is overdue longest, or waits for an explanation."""
    late = max(debt.days_late(today) for debt in debts)
    if late >= WEEK:
        return WEEK_AFTER
    has_come_back = any(debt.kind in (DebtKind.RETURNED, DebtKind.UNUSABLE, *RECEIVED) for debt in debts)
    return AFTER if late or has_come_back else BEFORE
