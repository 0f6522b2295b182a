"""What is told about lines that the office typed or picked: of no period, with foreign numbers, belied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.document_keys import is_document_key
from khoagiao_xl.model.report_records import WordsOrigin
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.figure_tags import FIGURE_FIELDS, FigureTag
from khoagiao_xl.report.office_words import is_belied_pick
from khoagiao_xl.report.picked_praise import told_of_praise
from khoagiao_xl.report.same_facts import numbers_of
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.word_merging import in_short
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.report_words import CHOOSE_PERIOD, WRITE_PERIOD

if TYPE_CHECKING:
    from khoagiao_xl.model.report_records import OfficeWords
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent

# Numbers that are no figures: in tags, of days, of documents, of what is named by its number.
_NO_FIGURE: Final = re.compile(
    r"\{\{.*?\}\}|\d+/\d+/\d{4}|\d+-[^\W\d]\S*|\b(?:19|20)\d\d\b"
    r"|\b(?:ngày|tháng|quý|số|điều|khoản|mục|khóa|thứ|phụ lục)\s+\d[\d/]*",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(r"([MQHY])0*(\d*)$")  # of the code of a period: «M03», «M3»


def told_of_own_words(year: Year, content: ReportContent) -> Iterator[str]:
    """Yield what the office should know about the lines that it typed or picked; what it typed stays."""
    yield from _without_period(year)
    yield from _with_foreign_numbers(content)
    standing = list(_standing(year, str(content.period)))
    yield from _belied_picks(standing, content)
    yield from told_of_praise(standing, content)


def _standing(year: Year, period: str) -> Iterator[OfficeWords]:
    for words in year.office_words:
        if words.period == period and not words.is_dropped:
            yield words


def _belied_picks(standing: Iterable[OfficeWords], content: ReportContent) -> Iterator[str]:
    for words in standing:
        if not is_belied_pick(words, content):
            continue
        facts = {
            "section": words.section,
            "text": in_short(words.text),
        }
        yield sentence("LB-13", facts)


def _is_own(words: OfficeWords) -> bool:
    if words.origin != WordsOrigin.OFFICE:
        return False
    return not words.is_dropped


def _without_period(year: Year) -> Iterator[str]:
    for words in filter(_is_own, year.office_words):
        if words.period in year.deadlines or is_document_key(words.period):
            continue
        facts = {
            "text": in_short(words.text),
            "period": words.period,
            "advice": _advice(words.period, year.deadlines),
        }
        yield sentence("LB-10", facts)


def _advice(period: str, known: Iterable[str]) -> str:
    """Return «Ghi «2024-M03».» for «M03», «2024-M3»."""
    meant = _tail(period)
    for code in known:
        if meant and _tail(code) == meant:
            return WRITE_PERIOD.format(period=code)
    return CHOOSE_PERIOD


def _tail(code: str) -> tuple[str, ...]:
    capital = code.strip().upper()
    found = _TAIL.search(capital)
    if found is None:
        return ()
    return found.groups()


def _with_foreign_numbers(content: ReportContent) -> Iterator[str]:
    own = list(filter(_is_own, content.office_words))
    if not own:
        return
    known = _known_numbers(content)
    for words in own:
        text = _NO_FIGURE.sub(" ", words.text)
        foreign = _plain_numbers(text) - known
        if foreign:
            facts = {
                "section": words.section,
                "text": in_short(words.text),
                "numbers": ", ".join(sorted(foreign)),
            }
            yield sentence("LB-12", facts)


def _known_numbers(content: ReportContent) -> set[str]:
    """Return the numbers that the report shows, or could show in a tag, without the office's own words."""
    without = replace(content, office_words=())
    tags = fill(without)
    texts = _texts_of(tags)
    text = " ".join(texts)
    return _plain_numbers(text)


def _plain_numbers(text: str) -> set[str]:
    """Return the numbers of a text without the zeros before them: «07» is 7."""
    plain = set()
    for number in numbers_of(text):
        for part in number.split("/"):
            plain.add(part.lstrip("0"))
    return plain


def _texts_of(value: Any) -> Iterator[str]:
    """Yield the texts of what a template is filled with, as a reader sees them."""
    if isinstance(value, str):
        yield unmarked(value)
    elif isinstance(value, FigureTag):
        yield unmarked(str(value))
        for field in FIGURE_FIELDS:
            yield unmarked(getattr(value, field))
    elif isinstance(value, Mapping):
        yield from _texts_of(list(value.values()))
    elif isinstance(value, Iterable):
        for each in value:
            yield from _texts_of(each)
    elif hasattr(value, "__dict__"):
        yield from _texts_of(vars(value))
