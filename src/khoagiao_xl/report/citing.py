"""Directives and reviews in running text: in full at the first mention, later by kind and number (TT37)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.vietnamese.typed_symbols import kind_of, named_symbols
from khoagiao_xl.wording.told_sections import CITATION_PARTS, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Directive, Review

QUOTES: Final = '“”"«» '
DAY: Final = ", ngày "  # behind a symbol: it is cited in full
ABOUT: Final = "về "
_BEGIN, _END = "\ue010", "\ue011"  # private use: no unit can send them
PLACE: Final = re.compile(f"{_BEGIN}([^{_END}]*){_END}")
AND: Final = " và "
ANNIVERSARY: Final = " (tròn {years:02} năm: {day})"
NEXT_BRACKET: Final = re.compile(r"(\(bổ sung [^()]*\) \()|\) \((?!bổ sung )")  # a place to fill, or a remark
NO_SUBJECT: Final = '(?!\\s+(?:về|[“"«]))'  # behind a citation: a subject that the text alone knows
PADDED_MONTHS: Final = (1, 2)  # 01 and 02 only


class Citations:
    """Remembers what has been cited, so that the first mention is the full one."""

    def __init__(self, directives: Iterable[Directive], *, is_draft: bool = False) -> None:
        """Cite `directives`; in a draft what nobody knows of one is a marked place for the office to fill."""
        known: dict[str, Directive] = {}
        for directive in directives:
            known.setdefault(directive.symbol, directive)
        self._known = known
        self._cited: set[str] = set()
        self._is_draft = is_draft

    @property
    def is_draft(self) -> bool:
        """Whether the document has no number yet, so that what is lacking in it has a marked place."""
        return self._is_draft

    def knows(self, symbol: str) -> bool:
        """Whether the register of directives has the symbol."""
        return symbol in self._known

    def has_cited(self, symbol: str) -> bool:
        """Whether the directive has been cited in full."""
        return symbol in self._cited

    def cite(self, symbol: str) -> str:
        """Return «Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của ... về ...», later «Nghị quyết số 45-NQ/TW»."""
        shown = clean_line(symbol)
        directive = self._known.get(symbol)
        if directive is None:
            return f"{kind_of(symbol)} số {shown}"
        kind = clean_line(directive.kind) or kind_of(symbol)
        if symbol in self._cited:
            return f"{kind} số {shown}"
        details = _details(directive)
        self._cited |= {symbol, *_in_full(details)}
        place = _lacking(directive) if self._is_draft else ""
        return f"{kind} số {shown}{details}{place}"

    def note(self, text: str) -> None:
        """Remember what a text cites in full itself."""
        self._cited.update(_in_full(text))

    def with_places(self, text: str) -> str:
        """Return a text with a marked place behind what it cites itself without all that a citation has."""
        if not self._is_draft:
            return text
        for symbol, directive in self._known.items():
            place = _lacking(directive)
            if place and symbol not in self._cited:
                text = _mention(directive).sub(rf"\g<0>{place}", text)
        return text

    def written(self, text: str) -> str:
        """Return a text with the directives cited at the places that `cited_later` left for them."""
        return PLACE.sub(lambda match: self.cite(match[1]), text)


def cited_later(label: str) -> str:
    """Return places for the directives that a label names.

    A text is put together before it is known which mention is the first.
    """
    symbols = named_symbols(label)
    places = [f"{_BEGIN}{symbol}{_END}" for symbol in symbols]
    return AND.join(places)


def named_in(label: str) -> str:
    """Return the directives that a label names, in short: «Nghị quyết số 45-NQ/TW»."""
    names = []
    for symbol in named_symbols(label):
        kind = kind_of(symbol)
        names.append(f"{kind} số {symbol}")
    return AND.join(names)


def _in_full(text: str) -> Iterator[str]:
    """Yield the directives that a text cites with their days: the subject of one may cite another in full."""
    for symbol in named_symbols(text):
        if f"{symbol}{DAY}" in text:
            yield symbol


def _details(directive: Directive) -> str:
    """Return what follows the symbol at the first mention: the day, the issuer, the subject."""
    details = ""
    if directive.issued:
        day = day_text(directive.issued)
        details += f", ngày {day}"
    if directive.issuer:
        issuer = clean_line(directive.issuer)
        details += f" của {issuer}"
    subject = clean_line(directive.subject).strip(QUOTES)
    if subject:
        told = about(subject)
        details += f" {told}"
    return details


def _mention(directive: Directive) -> re.Pattern[str]:
    """Return how a text cites a directive with all that is known of it, and no subject behind."""
    cited = re.escape(clean_line(directive.symbol) + _details(directive))
    return re.compile(f"(?<![\\w-]){cited}(?![\\w/-]){NO_SUBJECT}")


def _lacking(directive: Directive) -> str:
    """Return « (bổ sung ngày, trích yếu)» for what of a full citation nobody knows, blank for none."""
    known = {
        "ngay": directive.issued,
        "co_quan": directive.issuer,
        "trich_yeu": directive.subject,
    }
    lacking = [CITATION_PARTS[part] for part, value in known.items() if not value]
    return TOLD["bo_sung_vien_dan"].format(parts=", ".join(lacking)) if lacking else ""


def about(subject: str) -> str:
    """Return a subject as it follows a document: «về ...»."""
    begun = _lower_first(subject)
    if begun.casefold().startswith(ABOUT):
        return begun
    return ABOUT + begun


def _lower_first(text: str) -> str:
    first = text[0]
    rest = text[1:]
    return first.lower() + rest


def day_text(day: date) -> str:
    """Return a date in figures as the Party writes it: «03/01/2024», but «20/3/2024»."""
    month = str(day.month)
    if day.month in PADDED_MONTHS:
        month = f"0{month}"
    return f"{day.day:02}/{month}/{day.year}"


def day_in_words(day: date) -> str:
    """Return «ngày 05 tháng 02 năm 2024»: a zero before days below 10 and months below 3 only."""
    figures = day_text(day)
    parts = figures.split("/")
    number, month, year = parts
    return f"ngày {number} tháng {month} năm {year}"


def due_in(reviews: Iterable[Review], period: Period) -> list[Review]:
    """Return the reviews whose anniversary falls into the period, by date."""
    due = _due(reviews, period)
    return sorted(due, key=_day_and_symbol)


def _due(reviews: Iterable[Review], period: Period) -> Iterator[Review]:
    for review in reviews:
        if _is_due(review, period):
            yield review


def _is_due(review: Review, period: Period) -> bool:
    day = review.anniversary
    if day is None or day.year != period.year:
        return False
    months = range(period.first_month, period.last_month + 1)
    return day.month in months


def _day_and_symbol(review: Review) -> tuple[date, str]:
    return review.anniversary or date.max, review.symbol


def name_review(review: Review, citations: Citations) -> str:
    """Return «sơ kết 05 năm thực hiện Kết luận số 49-KL/TW, ... (tròn 05 năm: 10/5/2024)»."""
    kind = review.kind.lower()
    cited = citations.cite(review.symbol)
    name = f"{kind} {review.years:02} năm thực hiện {cited}"
    if review.anniversary:
        day = day_text(review.anniversary)
        name += ANNIVERSARY.format(day=day, years=review.years)
        name = in_one_bracket(name)
    return name


def in_one_bracket(text: str) -> str:
    """Return a text with a remark behind another one in its bracket; what the office has to fill stays alone.

    «(bổ sung ngày; số liệu của 85 đơn vị)» would ask for figures, and go with them once it is filled.
    """
    return NEXT_BRACKET.sub(lambda found: found[1] or "; ", text)
