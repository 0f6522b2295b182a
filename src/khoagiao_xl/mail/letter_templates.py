"""Subject and text of a letter: the office's own words of tblMauThu, else the product's, each tag filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.letter_filling import TAG, TextFilling
from khoagiao_xl.mail.letter_tags import tags_of
from khoagiao_xl.mail.template_faults import faults_of_table
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

    from khoagiao_xl.mail.letter_tags import LetterTag
    from khoagiao_xl.office.pages import Page
    from khoagiao_xl.office.settings import Settings
    from khoagiao_xl.office.year import Year

    WordsByStep = Mapping[tuple[str, str], LetterWords]  # by kind and step

BEFORE, AFTER, WEEK_AFTER = "trước hạn", "quá hạn", "quá hạn một tuần"  # the steps of a reminder
EVERY_STEP: Final = ""


@dataclass(frozen=True)
class Filled:
    """What a letter says. told: what the office should know of its own words, the same for every letter."""

    subject: str
    body: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterTexts:
    """The words of letters. own: of the office; what is blank there is the product's."""

    own: WordsByStep

    @classmethod
    def of(cls, year: Year) -> LetterTexts:
        """Return the words that count in a master; raise WrongRequest (THU-20) for a row that is faulty."""
        page = year.pages.get(schema.LETTER_WORDS.name)
        if page is None:
            return cls({})
        _refuse_faults(page)
        own = _by_step(year.letter_words)
        return cls(own)

    def fill(self, kind: str, step: str, facts: Mapping[str, str]) -> Filled:
        """Return subject and text of a letter; what its text leaves out though it must be told ends it.

        facts: name of a tag -> plain text. A line whose tags are all blank is left out. A text of a fact is
        never read as a tag.
        """
        usual = _usual(kind, step)
        own = _of_step(self.own, kind, step) or usual
        text = own.text.strip() or usual.text
        left_out = list(_left_out(text, kind, facts))
        additions = [f"\n{tag.addition}" for tag in left_out]
        filling = TextFilling(facts)
        return Filled(
            subject=filling.line(own.subject) or filling.line(usual.subject),
            body=filling.whole([text, *additions]),
            told=tuple(_told(kind, step, left_out)),
        )


@cache
def usual_words() -> WordsByStep:
    """Return the product's own words."""
    table = schema.LETTER_WORDS
    rows = read_table(LETTER_WORDS, table)
    records = records_of(table, rows, LetterWords)
    return _by_step(records)


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
    facts = {
        "phone": settings.phone,
        "email": settings.email,
    }
    if settings.phone and settings.email:
        return sentence("THU-201", facts)
    if settings.phone:
        return sentence("THU-202", facts)
    if settings.email:
        return sentence("THU-203", facts)
    return ""


# -- which words ------------------------------------------------------------------------------------------


def _refuse_faults(page: Page) -> None:
    for line, fault in faults_of_table(page.lines):
        column = page.table.column_of(fault.column)
        told = sentence(fault.code, fault.facts)
        raise WrongRequest(
            "THU-20",
            row=line.row,
            column=column.name,
            fault=told,
        )


def _by_step(rows: Iterable[LetterWords]) -> WordsByStep:
    found: dict[tuple[str, str], LetterWords] = {}
    for words in rows:
        kind, step = words.kind, words.step
        key = (kind, step)
        found.setdefault(key, words)
    return found


def _of_step(rows: WordsByStep, kind: str, step: str) -> LetterWords | None:
    of_every_step = rows.get((kind, EVERY_STEP))
    return rows.get((kind, step), of_every_step)


def _usual(kind: str, step: str) -> LetterWords:
    """Return the product's words of a step, those of the first one for a step that it does not know."""
    known = usual_words()
    found = _of_step(known, kind, step)
    if found:
        return found
    of_kind = (words for words in known.values() if words.kind == kind)
    return next(of_kind)


# -- what they leave out ----------------------------------------------------------------------------------


def _left_out(text: str, kind: str, facts: Mapping[str, str]) -> Iterator[LetterTag]:
    """Yield the tags that must be told and have no place in a text."""
    placed = TAG.findall(text)
    for tag in tags_of(kind).values():
        is_missing = tag.must_be_told and tag.name not in placed
        if is_missing and facts.get(tag.name):
            yield tag


def _told(kind: str, step: str, left_out: Iterable[LetterTag]) -> Iterator[str]:
    of_step = f" ({step})" if step else ""
    for tag in left_out:
        facts = {
            "kind": kind,
            "step": of_step,
            "tag": tag.name,
        }
        yield sentence("THU-25", facts)
