"""What every rule of text works with: a document in hand, and a slip found by its place in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidDocument

LETTER: Final = r"[^\W\d_]"
_AROUND: Final = 28  # letters on either side of what is shown of a text
_BREAKS: Final = re.compile(r"[\t\n\f\r]+")
_HEAD: Final = 16  # paragraphs: in these stands the day of the document
_DAY: Final = re.compile(r",\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)


@dataclass(frozen=True)
class Slip:
    """Where something departs. start, end: in the paragraph's text; new: what stands there when it is mended.

    new: None where only a person can know. facts: what the sentence names. mend: a change of format.
    """

    paragraph: LaidParagraph
    start: int = 0
    end: int = 0
    new: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    mend: Any = None

    @property
    def words(self) -> str:
        """What stands there."""
        return self.paragraph.text[self.start : self.end]

    @property
    def around(self) -> str:
        """It with some words before and after, on one line."""
        text = self.paragraph.text
        start = max(self.start - _AROUND, 0)
        end = self.end + _AROUND
        shown = text[start:end]
        if start:  # whole words only
            _, _, shown = shown.partition(" ")
        if end < len(text):
            shown, _, _ = shown.rpartition(" ")
        one_line = _BREAKS.sub(" ", shown)
        return one_line.strip()


Slips = Iterator[Slip]
Paragraphs = Iterable[LaidParagraph]


@dataclass(frozen=True)
class TextInHand:
    """A document whose text is looked at. tone: the placement of tones that the office chose, or blank.

    is_state: it is held against the rules of the state (Nghị định 30), not of the Party.
    """

    document: LaidDocument
    tone: str = ""
    is_state: bool = False

    @cached_property
    def paragraphs(self) -> tuple[LaidParagraph, ...]:
        """Every paragraph that holds words: of the body first, then of notes, headers and footers."""
        return with_words(self.document.all_paragraphs)

    @cached_property
    def notes(self) -> tuple[LaidParagraph, ...]:
        """The paragraphs of footnotes and endnotes that hold words."""
        return with_words(self.document.notes)

    @cached_property
    def outside_page_parts(self) -> tuple[LaidParagraph, ...]:
        """The paragraphs with words outside headers and footers, whose blanks and tabs lay them out."""
        return with_words([*self.document.paragraphs, *self.document.notes])

    @cached_property
    def outer(self) -> tuple[LaidParagraph, ...]:
        """The paragraphs outside tables, the empty ones too."""
        blocks = self.document.blocks
        found = [block for block in blocks if isinstance(block, LaidParagraph)]
        return tuple(found)

    @cached_property
    def body(self) -> tuple[LaidParagraph, ...]:
        """The paragraphs outside tables that hold words."""
        return with_words(self.outer)

    @cached_property
    def outside_data(self) -> tuple[LaidParagraph, ...]:
        """The paragraphs with words that are in no table of data: head, recipients, notes among them."""
        found: list[LaidParagraph] = []
        for block in self.document.blocks:
            if isinstance(block, LaidParagraph):
                found.append(block)
            elif not block.is_bordered:
                found += block.paragraphs
        found += self.document.notes
        found += self.document.page_parts
        return with_words(found)

    @cached_property
    def tables(self) -> tuple[LaidTable, ...]:
        """The tables of the body."""
        blocks = self.document.blocks
        found = [block for block in blocks if isinstance(block, LaidTable)]
        return tuple(found)

    @cached_property
    def day(self) -> date | None:
        """The day of the document, as its head says; None where it says none that exists."""
        for paragraph in self.paragraphs[:_HEAD]:
            found = _DAY.search(paragraph.text)
            if found:
                day, month, year = found.groups()
                return day_of(day, month, year)
        return None


def with_words(paragraphs: Iterable[LaidParagraph]) -> tuple[LaidParagraph, ...]:
    """Return the paragraphs that hold words."""
    found = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    return tuple(found)


def day_of(day: str, month: str, year: str) -> date | None:
    """Return the day, None where there is no such one."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


# -- slips by patterns --------------------------------------------------------------------------------------

Finder = Callable[[TextInHand], Slips]
Facts = dict[str, object]
Judge = Callable[[re.Match[str]], "Facts | None"]  # what is wrong with a match; None where it is right
WRONG: Final[Facts] = {}


def everywhere(pattern: re.Pattern[str], new: str | None = None) -> Finder:
    """Return what finds the pattern in every paragraph; new: a template of what takes its place."""

    def find(text: TextInHand) -> Slips:
        return matches_in(text.paragraphs, pattern, new)

    return find


def where(pattern: re.Pattern[str], judge: Judge) -> Finder:
    """Return what finds the matches that are wrong, with the facts that the judge tells of each."""

    def find(text: TextInHand) -> Slips:
        for paragraph in text.paragraphs:
            yield from judged(paragraph, pattern, judge)

    return find


def judged(paragraph: LaidParagraph, pattern: re.Pattern[str], judge: Judge) -> Slips:
    """Yield the matches in a paragraph that are wrong."""
    for match in pattern.finditer(paragraph.text):
        facts = judge(match)
        if facts is not None:
            yield slip_at(paragraph, match, **facts)


def all_of(*finders: Finder) -> Finder:
    """Return what finds the slips of several, one after the other."""

    def find(text: TextInHand) -> Slips:
        for finder in finders:
            yield from finder(text)

    return find


def matches_in(paragraphs: Paragraphs, pattern: re.Pattern[str], new: str | None = None) -> Slips:
    """Yield a slip for every match."""
    for paragraph in paragraphs:
        for match in pattern.finditer(paragraph.text):
            slip = slip_at(paragraph, match)
            yield slip if new is None else replace(slip, new=match.expand(new))


def slip_at(paragraph: LaidParagraph, match: re.Match[str], **facts: object) -> Slip:
    """Return the slip of a match."""
    start, end = match.span()
    return Slip(paragraph, start, end, facts=facts)


def whole(paragraph: LaidParagraph, **facts: object) -> Slip:
    """Return a slip of a whole paragraph."""
    length = len(paragraph.text)
    return Slip(paragraph, 0, length, facts=facts)


# -- slips of what is mixed ---------------------------------------------------------------------------------


def minority(slips_by_style: Mapping[str, list[Slip]], usual: str = "") -> list[Slip]:
    """Return the slips of every style but the one that is used most; of equals the usual one stays."""

    def how_often(style: str) -> tuple[int, bool]:
        count = len(slips_by_style[style])
        return count, style == usual

    most = max(slips_by_style, key=how_often, default="")
    found: list[Slip] = []
    for style, slips in slips_by_style.items():
        if style != most:
            found += slips
    return found
