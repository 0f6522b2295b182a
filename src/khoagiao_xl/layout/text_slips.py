"""What every rule of text works with: a document in hand, and a slip found by its place in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
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
        end = max(self.end, self.start) + _AROUND
        shown = text[start:end]
        before = "" if start == 0 else shown[: shown.find(" ") + 1]
        shown = shown.removeprefix(before)
        if end < len(text):
            shown, _, _ = shown.rpartition(" ")
        return _BREAKS.sub(" ", shown).strip()


Slips = Iterator[Slip]


@dataclass(frozen=True)
class TextInHand:
    """A document whose text is looked at. tone: the placement of tones that the office chose, or blank."""

    document: LaidDocument
    tone: str = ""

    @cached_property
    def paragraphs(self) -> tuple[LaidParagraph, ...]:
        """Every paragraph that holds words."""
        every = self.document.paragraphs
        return tuple(paragraph for paragraph in every if paragraph.text.strip())

    @cached_property
    def outer(self) -> tuple[LaidParagraph, ...]:
        """The paragraphs outside tables, the empty ones too."""
        blocks = self.document.blocks
        return tuple(block for block in blocks if isinstance(block, LaidParagraph))

    @cached_property
    def body(self) -> tuple[LaidParagraph, ...]:
        """The paragraphs outside tables that hold words."""
        return tuple(paragraph for paragraph in self.outer if paragraph.text.strip())

    @cached_property
    def tables(self) -> tuple[LaidTable, ...]:
        """The tables of the body."""
        blocks = self.document.blocks
        return tuple(block for block in blocks if isinstance(block, LaidTable))

    @cached_property
    def day(self) -> date | None:
        """The day of the document, as its head says; None where it says none that exists."""
        for paragraph in self.paragraphs[:_HEAD]:
            found = _DAY.search(paragraph.text)
            if found:
                return day_of(found[1], found[2], found[3])
        return None


def day_of(day: str, month: str, year: str) -> date | None:
    """Return the day, None where there is no such one."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


# -- slips by patterns --------------------------------------------------------------------------------------

Finder = Callable[[TextInHand], Slips]


def everywhere(pattern: re.Pattern[str], new: str | None = None) -> Finder:
    """Return what finds the pattern in every paragraph; new: a template of what takes its place."""

    def find(text: TextInHand) -> Slips:
        return matches_in(text.paragraphs, pattern, new)

    return find


def matches_in(
    paragraphs: Iterable[LaidParagraph], pattern: re.Pattern[str], new: str | None = None
) -> Slips:
    """Yield a slip for every match."""
    for paragraph in paragraphs:
        for match in pattern.finditer(paragraph.text):
            put = None if new is None else match.expand(new)
            yield Slip(paragraph, match.start(), match.end(), put)


def minority(slips_by_style: Mapping[str, list[Slip]], usual: str = "") -> list[Slip]:
    """Return the slips of every style but the one that is used most; of equals the usual one stays."""

    def how_often(style: str) -> tuple[int, bool]:
        return len(slips_by_style[style]), style == usual

    used = [style for style, slips in slips_by_style.items() if slips]
    if len(used) < 2:
        return []
    most = max(used, key=how_often)
    found: list[Slip] = []
    for style in used:
        if style != most:
            found += slips_by_style[style]
    return found


def whole(paragraph: LaidParagraph, **facts: object) -> Slip:
    """Return a slip of a whole paragraph."""
    return Slip(paragraph, 0, len(paragraph.text), facts=facts)
