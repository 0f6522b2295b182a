"""Lines of what is to be done, with who leads it: a lead that most of them share is said once above them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.plan_rows import days_late
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import in_text, listed_works
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.report.content import ReportContent

SHARED_BY: Final = 3  # lines that make it worth saying a lead once


class Lateness(Enum):
    """Why something is late: its due day is past, its anniversary is, or its pace lags behind the year's."""

    DUE_DAY, ANNIVERSARY, PACE = range(3)


@dataclass(frozen=True)
class DueLine:
    """One thing to be done. facts: product, day; says_who: its words name who does it already.

    is_offices: it is the office's own, so that no lead of others may stand above it. lateness: why it is
    late, where it stands with what is.
    """

    text: str
    lead: str = ""
    facts: tuple[str, ...] = ()
    says_who: bool = False
    is_offices: bool = False
    lateness: Lateness = Lateness.DUE_DAY

    def told(self, shared: str) -> str:
        """Return it in words; the shared lead is not repeated."""
        facts = list(self.facts)
        if self.lead and self.lead != shared and not self.says_who:
            lead = TOLD["chu_tri"].format(lead=in_text(self.lead))
            facts.insert(0, lead)
        if not facts:
            return self.text
        return TOLD["nhiem_vu_viec"].format(
            text=self.text,
            facts="; ".join(facts),
        )


def task_due(due: date | None, today: date) -> str:
    """Return «hạn 20/3/2024», and by how many days it is past."""
    if due is None:
        return TOLD["so_ket_khong_han"]
    late = days_late(due, today)
    phrase = "han_tre" if late else "han"
    return TOLD[phrase].format(
        day=day_text(due),
        days=number(late),
    )


def asked_day(content: ReportContent) -> tuple[str, ...]:
    """Return the place in which a draft asks for the day of what has none."""
    return (TOLD["bo_sung_han"],) if content.letterhead.is_draft else ()


def day_of_whom(day: date, units: str) -> str:
    """Return «hạn 31/3/2024», and of whom it is where it is of some units alone."""
    phrase = "han_cua" if units else "han"
    return TOLD[phrase].format(
        day=day_text(day),
        units=units,
    )


def due_paragraphs(opening: str, lines: Sequence[DueLine]) -> list[str]:
    """Return the opening and the lines; nothing for none."""
    shared = _shared_lead(lines)
    if shared:
        bare_opening = opening.rstrip(":")
        opening = TOLD["chu_tri_chung"].format(
            opening=bare_opening,
            lead=in_text(shared),
        )
    told = [line.told(shared) for line in lines]
    return listed_works(opening, told)


def _shared_lead(lines: Sequence[DueLine]) -> str:
    """Return the lead of so many lines that it is said once, where every line has one; blank for none."""
    leads = [line.lead for line in lines if not line.says_who]
    if any(line.is_offices for line in lines):
        return ""
    if not leads or not all(leads):
        return ""
    ((lead, count),) = Counter(leads).most_common(1)
    return lead if count >= SHARED_BY else ""
