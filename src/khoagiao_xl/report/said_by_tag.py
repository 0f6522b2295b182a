"""What the units said by the tag of its section; of a half or a year deeds and limits of all its reports."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.folded_words import Opinion, Opinions, fold
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.told_rows import is_long, reports_named
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from khoagiao_xl.report.content import Narrative, ReportContent

DEEDS: Final = "uu_diem"  # the section of what was done
GATHERED: Final = frozenset({DEEDS, "han_che"})  # told of all reports of a half or a year


def opinions_of(content: ReportContent) -> Opinions:
    """Return by tag what the units said, each text once."""
    found: dict[str, list[Opinion]] = {}
    table = sentence_table()
    for part in table.quoted:
        said = found.setdefault(part.tag, [])
        own = fold(_narratives(content, part.tag), part.code, part.role)
        said.extend(own)
    return found


def _narratives(content: ReportContent, tag: str) -> Iterable[Narrative]:
    """Return what is told under a tag: of a half or a year what all its reports praise and lack.

    Praise of all of them beside the limits of the last one alone made a better picture than the reports give.
    """
    is_of_parts = tag in GATHERED and is_long(content.period)
    if not is_of_parts:
        return content.narratives
    earlier = content.earlier_words.values()
    return chain(content.narratives, *earlier)


def gathered_in(content: ReportContent, tag: str) -> str:
    """Return which reports tell of a half or a year under a tag, « trong báo cáo quý I, năm»."""
    if not is_long(content.period):
        return ""
    quoted = sentence_table().quoted
    codes = {part.code for part in quoted if part.tag == tag}
    now = str(content.period)
    said = {**content.earlier_words, now: content.narratives}
    telling = []
    for period, words in said.items():
        about = {each.code for each in words}
        if not codes.isdisjoint(about):
            telling.append(Period.parse(period))
    if not telling:
        return ""
    named = reports_named(sorted(telling), content)
    return TOLD["neu_trong"].format(periods=named)
