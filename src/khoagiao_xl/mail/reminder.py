"""What a reminder says to a unit: all that it owes, each with its day and what to do, in one letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.addresses import Recipients, read_recipients
from khoagiao_xl.mail.letter import Attachment, Letter
from khoagiao_xl.mail.letter_templates import AFTER, BEFORE, WEEK_AFTER, LetterTexts, common_facts
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.office.open_debts import RECEIVED, WEEK, Debt, DebtKind
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.running_text import first_sentence
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.urging_mail import FOR_THE_UNIT

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.mail.letter_templates import Filled
    from khoagiao_xl.mail.told_findings import Places
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.year import Year

MANY: Final = 3  # periods without a report that are told in one item
LISTED: Final = 12  # more lines than this nobody reads in a mail; the attached copy has them all
PHRASES: Final = {
    DebtKind.MISSING: "THU-701",
    DebtKind.UNUSABLE: "THU-702",
    DebtKind.RETURNED: "THU-704",
    DebtKind.QUESTIONED: "THU-705",
    DebtKind.CORRECTION: "THU-706",
    DebtKind.TASK: "THU-707",
    DebtKind.STEP: "THU-708",
}
MARKED: Final = frozenset({DebtKind.RETURNED, DebtKind.QUESTIONED})
FilesOf = Callable[[Debt], Iterable[Path]]


@dataclass(frozen=True)
class ReminderDesk:
    """Where reminders are written.

    places: what is open in the files that came. files_of: what a unit works in: the form that was issued to
    it, or the copy that was marked.
    """

    year: Year
    texts: LetterTexts
    today: date
    places: Places
    files_of: FilesOf

    def recipients(self, unit: Unit) -> Recipients:
        """Return to whom mail to a unit goes, and what is wrong with its other addresses."""
        domains = self.year.settings.mail.domains
        return read_recipients(unit.email, domains, unit.party_name)

    def superiors(self, unit: Unit) -> Recipients:
        """Return who gets a copy once something is overdue by a week."""
        return read_recipients(unit.email_above, self.year.settings.mail.domains)

    def letter(self, debts: Sequence[Debt]) -> tuple[Letter, Filled]:
        """Return the letter to the unit of `debts`, and the text that was filled for it."""
        first, *_ = debts
        unit = first.unit
        step = step_of(debts, self.today)
        files = self._files(debts)
        filled = self.texts.fill(LetterKind.REMINDER, step, self._facts(unit, debts))
        letter = Letter(
            kind=LetterKind.REMINDER,
            subject=filled.subject,
            body=filled.body,
            to=self.recipients(unit).sound,
            cc=self.superiors(unit).sound if step == WEEK_AFTER else (),
            attachments=tuple(map(Attachment.of, files)),
            unit=unit.code,
            about=f"{self.year.settings.master_id} {self.today}",  # two masters may urge one unit on one day
            step=step,
        )
        return letter, filled

    def _facts(self, unit: Unit, debts: Sequence[Debt]) -> dict[str, str]:
        told = [f"{at}. {text}" for at, text in enumerate(self._all_told(debts), 1)]
        days = [debt.due for debt in debts if debt.due]
        names = [path.name for path in self._files(debts)]
        return {
            **common_facts(self.year.settings, self.today),
            "don_vi": unit.party_name,
            "noi_dung": "\n\n".join(told),
            "so_viec": str(len(debts)),
            "han": day_text(min(days)) if days else "",
            "tep": ", ".join(names),
        }

    def _all_told(self, debts: Sequence[Debt]) -> Iterator[str]:
        """Yield what is owed in words; reports of many periods that never came are one item."""
        missing = [debt for debt in debts if debt.kind is DebtKind.MISSING]
        if len(missing) < MANY:
            yield from map(self.told, debts)
            return
        yield self._missing_told(missing)
        for debt in debts:
            if debt.kind is not DebtKind.MISSING:
                yield self.told(debt)

    def _missing_told(self, missing: Sequence[Debt]) -> str:
        periods = []
        for debt in missing:
            facts = {
                "period": debt.period.label if debt.period else "",
                "due": day_text(debt.due) if debt.due else "",
                "when": _when(debt, self.today),
            }
            periods.append(sentence("THU-731", facts))
        facts = {
            "count": str(len(missing)),
            "periods": "\n".join(periods),
            "office": self.year.settings.staff or self.year.settings.body,
            "form": self._form_words(missing[0]),
        }
        return sentence("THU-730", facts)

    def _files(self, debts: Sequence[Debt]) -> list[Path]:
        """Return what the unit works in, each file once."""
        found: dict[str, Path] = {}
        for debt in debts:
            for path in self.files_of(debt):
                found[path.name] = path
        return list(found.values())

    # -- one thing that is owed ---------------------------------------------------------------------------

    def told(self, debt: Debt) -> str:
        """Return a debt in words, with the places that are open in its file below it."""
        facts = {
            **_of_the_file(debt),
            "period": debt.period.label if debt.period else "",
            "due": day_text(debt.due) if debt.due else "",
            "when": _when(debt, self.today),
            "form": self._form_words(debt),
            "copy": self._copy_words(debt),
            "locked": self._locked(debt),
            "office": self.year.settings.staff or self.year.settings.body,
            "text": debt.text,
            "title": debt.title,
        }
        code = PHRASES[debt.kind]
        if debt.kind is DebtKind.UNUSABLE and debt.duty and not debt.duty.file:
            code = "THU-703"  # a file that may not be named is not named
        if debt.kind is DebtKind.RETURNED and not list(self.files_of(debt)):
            code = "THU-719"  # no marked copy goes along
        lines = [sentence(code, facts), *self._places(debt)]
        return "\n".join(lines)

    def _places(self, debt: Debt) -> Iterator[str]:
        if debt.kind not in MARKED or debt.duty is None:
            return
        found = self.places.get((debt.duty.period, debt.duty.unit), ())
        for line in found[:LISTED]:
            yield f"   - {line}"
        more = len(found) - LISTED
        if more > 0:
            yield "   - " + sentence("THU-709", {"count": more})

    def _form_words(self, debt: Debt) -> str:
        code = "THU-713" if list(self.files_of(debt)) else "THU-714"
        return sentence(code, {})

    def _copy_words(self, debt: Debt) -> str:
        return sentence("THU-715", {}) if list(self.files_of(debt)) else ""

    def _locked(self, debt: Debt) -> str:
        if debt.closes is None or self.today <= debt.closes or debt.kind in RECEIVED:
            return ""
        facts = {
            "closes": day_text(debt.closes),
            "office": self.year.settings.staff or self.year.settings.body,
        }
        return " " + sentence("THU-716", facts)


def step_of(debts: Sequence[Debt], today: date) -> str:
    """Return how a unit is spoken to: by what is overdue longest, or waits for an explanation."""
    late = max(debt.days_late(today) for debt in debts)
    if late >= WEEK:
        return WEEK_AFTER
    has_come_back = any(debt.kind in (DebtKind.RETURNED, DebtKind.UNUSABLE, *RECEIVED) for debt in debts)
    return AFTER if late or has_come_back else BEFORE


def _of_the_file(debt: Debt) -> dict[str, str]:
    """Return what a unit is told of its file: the fact alone, for the advice beside it is the office's."""
    duty = debt.duty
    if debt.kind is DebtKind.CORRECTION:
        why = first_sentence(debt.reason)
        return {"file": debt.file, "received": day_text(debt.came) if debt.came else "", "why": why}
    if duty is None:
        return {"file": "", "received": "", "why": ""}
    return {
        "file": duty.file,
        "received": day_text(duty.received) if duty.received else "",
        "why": FOR_THE_UNIT.get(duty.rule) or first_sentence(duty.reason),
    }


def _when(debt: Debt, today: date) -> str:
    if debt.due is None:
        return ""
    days = (today - debt.due).days
    if days > 0:
        return sentence("THU-710", {"days": days})
    if days == 0:
        return sentence("THU-711", {})
    return sentence("THU-712", {"days": -days})
