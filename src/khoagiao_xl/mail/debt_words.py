"""What a unit owes in words: each thing with its day, what to do, and what goes along or cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.enclosures import Stays
from khoagiao_xl.mail.letter_sizes import facts_of
from khoagiao_xl.office.open_debts import RECEIVED, Debt, DebtKind
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.running_text import first_sentence
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.urging_mail import FOR_THE_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.mail.enclosures import Enclosure, LetterEnclosures
    from khoagiao_xl.mail.told_findings import Places

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
# Of a file that stays, the line that names it and says why; of one without its tick the text itself does.
STAYING: Final = {
    Stays.UNREADABLE: "THU-732",
    Stays.TOO_LARGE: "THU-231",
}


@dataclass(frozen=True)
class DebtWords:
    """The words of one letter. office: who writes it. places: what is open in the files that came."""

    office: str
    today: date
    places: Places
    enclosures: LetterEnclosures

    def all_told(self, debts: Sequence[Debt]) -> Iterator[str]:
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
        stay = []
        for debt in missing:
            periods.append(self._period_told(debt))
            stay += list(self._staying(debt))
        is_locked = any(self._is_locked(debt) for debt in missing)
        facts = {
            "count": str(len(missing)),
            "periods": ";\n".join(periods) + ".",
            "office": self.office,
            "locked": sentence("THU-737", {"office": self.office}) if is_locked else "",
            "form": sentence("THU-734" if self._goes_along(missing[0]) else "THU-714", {}),
        }
        lines = [sentence("THU-730", facts), *stay]
        return "\n".join(lines)

    def _period_told(self, debt: Debt) -> str:
        """Return the line of a period without a report: its form, its day, and that its figures stand."""
        locked = ""
        if debt.closes and self._is_locked(debt):
            locked = sentence("THU-736", {"closes": day_text(debt.closes)})
        facts = {
            **self._of_the_day(debt),
            "file": self._with_names("THU-735", debt),
            "locked": locked,
        }
        return sentence("THU-731", facts)

    def told(self, debt: Debt) -> str:
        """Return a debt in words, with the places that are open in its file below it."""
        facts = {
            **_of_the_file(debt),
            **self._of_the_day(debt),
            "form": self._with_names("THU-713", debt) or sentence("THU-714", {}),
            "copy": self._with_names("THU-715", debt),
            "locked": self._locked(debt),
            "office": self.office,
            "text": debt.text.rstrip(".;"),
            "title": debt.title,
        }
        code = self._code(debt)
        lines = [sentence(code, facts), *self._staying(debt), *self._places(debt)]
        return "\n".join(lines)

    def _code(self, debt: Debt) -> str:
        """Return the code of the sentence about a debt."""
        if debt.kind is DebtKind.UNUSABLE and debt.duty and not debt.duty.file:
            return "THU-703"  # a file that may not be named is not named
        if debt.kind is not DebtKind.RETURNED or self._goes_along(debt):
            return PHRASES[debt.kind]
        reasons = {one.stays for one in self._enclosed(debt)}
        if Stays.TOO_LARGE in reasons:  # the marked copy comes another way
            return PHRASES[debt.kind]
        return "THU-719" if Stays.NO_TICK in reasons else "THU-729"

    def _of_the_day(self, debt: Debt) -> dict[str, str]:
        return {
            "period": debt.period.label if debt.period else "",
            "due": day_text(debt.due) if debt.due else "",
            "when": _when(debt, self.today),
        }

    def _places(self, debt: Debt) -> Iterator[str]:
        if debt.kind not in MARKED or debt.duty is None:
            return
        found = self.places.get((debt.duty.period, debt.duty.unit), ())
        for line in found[:LISTED]:
            yield f"   - {line}"
        more = len(found) - LISTED
        if more > 0:
            yield "   - " + sentence("THU-709", {"count": more})

    # -- what goes along ----------------------------------------------------------------------------------

    def _enclosed(self, debt: Debt) -> list[Enclosure]:
        return list(self.enclosures.of(debt))

    def _goes_along(self, debt: Debt) -> bool:
        return any(one.stays is None for one in self._enclosed(debt))

    def _with_names(self, code: str, debt: Debt) -> str:
        """Return the sentence of a code with the names of the files that go along, blank where none do."""
        going = [one.attachment for one in self._enclosed(debt) if one.stays is None]
        names = [attachment.ascii_name for attachment in going]
        if not names:
            return ""
        return sentence(code, {"name": "», «".join(names)})

    def _staying(self, debt: Debt) -> Iterator[str]:
        """Yield a line for each file that the unit does not get with the letter, and why."""
        for one in self._enclosed(debt):
            code = STAYING.get(one.stays) if one.stays else None
            if code:
                facts = {**facts_of(one.attachment), "office": self.office}
                yield "   - " + sentence(code, facts)

    def _is_locked(self, debt: Debt) -> bool:
        """Say whether the figures of a period stand already: what comes now counts no more by itself."""
        if debt.closes is None or debt.kind in RECEIVED:
            return False
        return self.today > debt.closes

    def _locked(self, debt: Debt) -> str:
        if debt.closes is None or not self._is_locked(debt):
            return ""
        facts = {
            "closes": day_text(debt.closes),
            "office": self.office,
        }
        return " " + sentence("THU-716", facts)


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
