"""What stands above the list of a returned copy: whose form, which file, when and where to send again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.issue_texts import QUICK_ADVICE, QUICK_DOCUMENT
from khoagiao_xl.wording.returned_forms import ADVICE

if TYPE_CHECKING:
    from khoagiao_xl.intake.judging.verdicts import Receipt
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.office.settings import Settings


@dataclass(frozen=True)
class CopyHead:
    """The heading. owner: whose form it is; lines: what else is told; advice: how the copy is to be used."""

    owner: str = ""
    lines: tuple[str, ...] = ()
    advice: str = ADVICE


def copy_head(intake: Intake, receipt: Receipt) -> CopyHead:
    """Return the heading of the copy of one received file."""
    settings = intake.year.settings
    lines = (
        _which_and_when(intake, receipt),
        _where_to(settings),
    )
    told = filter(None, lines)
    return CopyHead(
        _owner(intake, receipt),
        tuple(told),
        advice=QUICK_ADVICE if receipt.is_notice else ADVICE,
    )


def _owner(intake: Intake, receipt: Receipt) -> str:
    code = receipt.unit
    unit = intake.obligations.unit_by_code.get(code)
    name = unit.name if unit else code
    title = QUICK_DOCUMENT if receipt.is_notice else intake.period.title
    words = filter(None, (name, title))
    return ", ".join(words)


def _which_and_when(intake: Intake, receipt: Receipt) -> str:
    day = receipt.received.date()
    facts = {
        "file": receipt.name,
        "received": day_text(day),
    }
    which = sentence("TN-170", facts)
    if receipt.is_notice:
        return which
    when = _when(intake, receipt.unit)
    return f"{which} {when}"


def _when(intake: Intake, unit: str) -> str:
    """Return by when it is to be sent again, as things stand on the day of the intake."""
    due = intake.obligations.due(unit)
    closes = intake.obligations.closes(unit)
    facts = {"due": day_text(due), "closes": day_text(closes)}
    if intake.today <= due:
        return sentence("TN-171", facts)
    if intake.today <= closes:
        return sentence("TN-172", facts)
    return sentence("TN-173", facts)


def _where_to(settings: Settings) -> str:
    """Return who receives it and how to ask; blank where the office has set nothing."""
    told = ", ".join(_ways(settings))
    if told:
        return f"{told}."
    return ""


def _ways(settings: Settings) -> Iterator[str]:
    office = settings.staff or settings.body
    if office:
        yield sentence("TN-174", {"office": office})
    if settings.email:
        yield sentence("TN-175", {"email": settings.email})
    if settings.phone:
        yield sentence("TN-176", {"phone": settings.phone})
