"""The units' own words in the body of a report: those that most share, and how many more an appendix has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.folded_words import Opinion, Opinions
from khoagiao_xl.report.said_by_tag import DEEDS
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import in_sentence
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.report_words import OTHER_OPINIONS

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent

SENTENCE_END: Final = ". "
ROOM: Final = 4000  # characters of one kind of words in the body (about a page); more goes to an appendix
FEW: Final = 6  # opinions of one kind in the body where the office has picked none
NEVER_EMPTY: Final = frozenset({DEEDS, "han_che"})  # sections that say so where nobody said anything


def quote(content: ReportContent, opinions: Opinions, tag: str, appendix: str) -> list[str]:
    """Return the paragraphs of a tag; `appendix` is where what is too long for the body is listed."""
    own = opinions[tag]
    if not own and tag in NEVER_EMPTY:
        return [nothing_said(content, tag)]
    if is_long_for_body(own):
        count = number(len(own))
        return [
            PHRASES["y_kien_dai"].format(
                count=count,
                appendix=appendix,
            )
        ]
    if content.has_picked(tag):
        return _as_items([_quoted(opinion, appendix, tag) for opinion in own])
    return _as_items(list(_most_shared(own, appendix, tag)))


def _as_items(lines: Sequence[str]) -> list[str]:
    """Return the items of a list with «;» between them; with full stops where one has several sentences."""
    if any(SENTENCE_END in line for line in lines):
        return list(lines)
    *before, last = lines
    return [*map(_closed, before), last]


def _closed(line: str) -> str:
    return f"{line.removesuffix('.')};" if line.endswith(".") else line


def tells_all(content: ReportContent, opinions: Sequence[Opinion], tag: str) -> bool:
    """Whether the body has room for all that is said under a tag."""
    if is_long_for_body(opinions):
        return False
    return content.has_picked(tag) or len(opinions) <= FEW


def _most_shared(opinions: Sequence[Opinion], appendix: str, tag: str) -> Iterator[str]:
    """Yield the few opinions that most units share, and how many more stand in the appendix."""
    shown = few_of(opinions)
    for opinion in shown:
        yield _quoted(opinion, appendix, tag)
    others = len(opinions) - len(shown)
    if others:
        count = number(others)
        yield OTHER_OPINIONS.format(
            count=count,
            appendix=appendix,
        )


def few_of(opinions: Sequence[Opinion]) -> list[Opinion]:
    """Return the opinions that most units share, in the order in which they came; all of a few."""
    if len(opinions) <= FEW:
        return list(opinions)
    ranked = sorted(
        opinions,
        key=_shares,
        reverse=True,
    )
    most = ranked[:FEW]
    return [opinion for opinion in opinions if opinion in most]


def _shares(opinion: Opinion) -> int:
    return len(opinion.units)


def is_long_for_body(opinions: Iterable[Opinion]) -> bool:
    """Whether one kind of words is longer than the body has room for."""
    length = 0
    for opinion in opinions:
        length += len(opinion.text)
    return length > ROOM


def _quoted(opinion: Opinion, appendix: str, tag: str) -> str:
    """Return a text and who said it; of what was achieved the deed stands first."""
    is_deed = tag == DEEDS
    text = opinion.whole.rstrip(".") if is_deed else in_sentence(opinion.whole)
    if opinion.is_widely_shared:
        phrase = "ket_qua_chung" if is_deed else "y_kien_chung"
        units = len(opinion.units)
        return PHRASES[phrase].format(
            count=number(units),
            appendix=appendix,
            text=text,
        )
    phrase = "ket_qua" if is_deed else "y_kien"
    return PHRASES[phrase].format(
        units=", ".join(opinion.units),
        text=text,
    )


def nothing_said(content: ReportContent, tag: str) -> str:
    """Return that the units said nothing; where none has reported, that is not the same."""
    phrase = f"{tag}_trong" if content.reported else "muc_trong"
    return PHRASES[phrase]
