"""Subject and text of a letter: the office's own words of tblMauThu, else the product's, each tag filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.letter_tags import tags_of
from khoagiao_xl.mail.template_faults import TAG, faults_of_table
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterWords
from khoagiao_xl.office.default_rows import read_table
from khoagiao_xl.office.profiles import LETTER_WORDS
from khoagiao_xl.office.rows import records_of
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from khoagiao_xl.office.settings import Settings
    from khoagiao_xl.office.year import Year

BEFORE, AFTER, WEEK_AFTER = "trước hạn", "quá hạn", "quá hạn một tuần"  # the steps of a reminder
_BRACKETED: Final = re.compile(r" ?\([^()\n]*\)")
_GAP: Final = re.compile(r"\n{3,}")
_UNSEEN: Final = re.compile(
    r"[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True)
class Filled:
    """What a letter says. told: what the office should know of its own words, the same for every letter."""

    subject: str
    body: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterTexts:
    """The words of letters. own: of the office, by kind and step; blank texts are the product's."""

    own: Mapping[tuple[str, str], LetterWords]

    @classmethod
    def of(cls, year: Year) -> LetterTexts:
        """Return the words that count in a master; raise WrongRequest (THU-20) for a row that is faulty."""
        page = year.pages[schema.LETTER_WORDS.name]
        for line, fault in faults_of_table(page.lines):
            column = page.table.column_of(fault.field).name
            raise WrongRequest(
                "THU-20",
                row=line.row,
                column=column,
                fault=sentence(fault.code, fault.facts),
            )
        return cls(_by_step(year.letter_words))

    def fill(self, kind: str, step: str, facts: Mapping[str, str]) -> Filled:
        """Return subject and text of a letter; what its text leaves out though it must be told ends it.

        facts: name of a tag -> plain text. A line whose tags are all blank is left out. A text of a fact is
        never read as a tag.
        """
        words = self._words(kind, step)
        subject = _filled(words.subject, facts)
        lines = _lines(words.text, facts)
        left_out = _left_out(words.text, kind, facts)
        lines += [_filled(addition, facts) for addition in left_out.values()]
        body = _GAP.sub("\n\n", "\n".join(lines)).strip()
        return Filled(
            subject=" ".join(_clean(subject).split()),
            body=f"{body}\n",
            told=tuple(_told(kind, step, left_out)),
        )

    def _words(self, kind: str, step: str) -> LetterWords:
        usual = _of_step(usual_words(), kind, step)
        own = _of_step(self.own, kind, step) or usual
        return LetterWords(
            kind=kind,
            step=step,
            subject=own.subject.strip() or usual.subject,
            text=own.text.strip() or usual.text,
        )


@cache
def usual_words() -> Mapping[tuple[str, str], LetterWords]:
    """Return the product's own words, by kind and step."""
    table = schema.LETTER_WORDS
    rows = read_table(LETTER_WORDS, table)
    return _by_step(records_of(table, rows, LetterWords))


def common_facts(settings: Settings, today: date) -> dict[str, str]:
    """Return the facts that every letter of an office may tell."""
    return {
        "co_quan": settings.body,
        "ban": settings.staff or settings.body,
        "email": settings.email,
        "dien_thoai": settings.phone,
        "lien_he": _contact(settings),
        "ngay": day_text(today),
    }


def _contact(settings: Settings) -> str:
    facts = {"phone": settings.phone, "email": settings.email}
    if settings.phone and settings.email:
        return sentence("THU-201", facts)
    if settings.phone:
        return sentence("THU-202", facts)
    return sentence("THU-203", facts) if settings.email else ""


def _by_step(rows: Iterable[LetterWords]) -> dict[tuple[str, str], LetterWords]:
    found: dict[tuple[str, str], LetterWords] = {}
    for words in rows:
        found.setdefault((words.kind, words.step), words)
    return found


def _of_step(rows: Mapping[tuple[str, str], LetterWords], kind: str, step: str) -> LetterWords | None:
    return rows.get((kind, step)) or rows.get((kind, ""))


# -- filled in --------------------------------------------------------------------------------------------


def _filled(text: str, facts: Mapping[str, str]) -> str:
    return TAG.sub(lambda found: facts.get(found[1], ""), text)


def _lines(text: str, facts: Mapping[str, str]) -> list[str]:
    """Return the lines of a text filled in; of tags alone that are all blank nothing is left."""
    lines = []
    for line in text.splitlines():
        told = _BRACKETED.sub(lambda found: _unless_blank(found[0], facts), line)
        filled = _filled(told, facts)
        is_dropped = bool(line.strip()) and not filled.strip()
        if not is_dropped:
            lines.append(_clean(filled).rstrip())
    return lines


def _unless_blank(piece: str, facts: Mapping[str, str]) -> str:
    """Return a piece in brackets, blank for one all of whose tags are: «(tệp kèm theo: {{ tep }})»."""
    tags = TAG.findall(piece)
    if tags and not any(map(facts.get, tags)):
        return ""
    return piece


def _clean(text: str) -> str:
    """Return a text without signs that nobody sees; a line may not end where none is seen to end."""
    return _UNSEEN.sub(" ", text)


def _left_out(text: str, kind: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Return tag -> the sentence that tells it, of those that must be told and have no place in a text."""
    placed = set(TAG.findall(text))
    found = {}
    for tag in tags_of(kind).values():
        if tag.addition and tag.name not in placed and facts.get(tag.name):
            found[tag.name] = f"\n{tag.addition}"
    return found


def _told(kind: str, step: str, left_out: Iterable[str]) -> Iterator[str]:
    for tag in left_out:
        yield sentence("THU-25", {"kind": kind, "step": f" ({step})" if step else "", "tag": tag})
