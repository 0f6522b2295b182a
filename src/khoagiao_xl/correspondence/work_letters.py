"""The letters that remind the people of the office of their own work: one for each who has an address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khoagiao_xl.mail.addresses import read_recipients
from khoagiao_xl.mail.letter import Letter
from khoagiao_xl.mail.letter_templates import LetterTexts, common_facts
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.office.own_work import own_work
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.mail.addresses import Recipients
    from khoagiao_xl.office.own_work import OwnWork
    from khoagiao_xl.office.year import Year


@dataclass
class WorkLetters:
    """What was written. told: what the office must put right; by_word: who is to be reminded by word."""

    letters: list[Letter] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    by_word: list[str] = field(default_factory=list)


def write_work_letters(year: Year, today: date) -> WorkLetters:
    """Return a letter to each in charge of something overdue or nearly due; raise WrongRequest (THU-20)."""
    texts = LetterTexts.of(year)
    written = WorkLetters()
    for name, works in own_work(year, today).items():
        recipients = _recipients(year, name)
        for fault in recipients.faults:
            written.told.append(sentence("THU-746", {"name": name, "fault": fault}))
        if not recipients.sound:
            written.by_word.append(_by_word(name, works, today))
            continue
        filled = texts.fill(LetterKind.WORK, "", _facts(year, name, works, today))
        letter = Letter(
            kind=LetterKind.WORK,
            subject=filled.subject,
            body=filled.body,
            to=recipients.sound,
            about=f"{year.settings.master_id} {today} {name}",
            named=name,
            replaced=_earlier(year, recipients),
        )
        written.letters.append(letter)
    return written


def _recipients(year: Year, name: str) -> Recipients:
    addresses = {person.name: person.email for person in year.assignees}
    address = addresses.get(name, "")
    return read_recipients(address, year.settings.mail.domains, name)


def _earlier(year: Year, recipients: Recipients) -> frozenset[str]:
    """Return the codes of the earlier letters to the same person: the new one says all that they said."""
    to = "; ".join(map(str, recipients.sound))
    return frozenset(line.code for line in year.letters if line.kind == LetterKind.WORK and line.to == to)


def _by_word(name: str, works: Sequence[OwnWork], today: date) -> str:
    late = [work for work in works if work.due < today]
    facts = {
        "name": name,
        "count": len(works),
        "late": len(late),
    }
    return sentence("THU-745", facts)


def _facts(year: Year, name: str, works: Sequence[OwnWork], today: date) -> Mapping[str, str]:
    told = [f"{at}. {line}" for at, line in enumerate(_lines(works, today), 1)]
    return {
        **common_facts(year.settings, today),
        "don_vi": name,
        "nguoi": name,
        "so_viec": str(len(works)),
        "noi_dung": "\n".join(told),
    }


def _lines(works: Sequence[OwnWork], today: date) -> Iterator[str]:
    for work in works:
        facts = {
            "code": work.code,
            "title": work.title,
            "text": work.text.rstrip(".;"),
            "due": day_text(work.due),
            "when": _when(work.due, today),
            "leader": sentence("THU-743", {"names": "; ".join(work.leader)}) if work.leader else "",
        }
        yield sentence("THU-742" if work.title else "THU-741", facts)


def _when(due: date, today: date) -> str:
    days = (today - due).days
    if days > 0:
        return sentence("THU-710", {"days": days})
    if days == 0:
        return sentence("THU-711", {})
    return sentence("THU-712", {"days": -days})
