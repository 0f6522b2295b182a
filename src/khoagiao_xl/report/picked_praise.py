"""Praise that the office has picked from words of units, some of which the report names for a default."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.section_names import section_tags
from khoagiao_xl.report.deserved_praise import deserving
from khoagiao_xl.report.said_by_tag import DEEDS
from khoagiao_xl.report.told_highlights import FIELDS_TOLD
from khoagiao_xl.report.word_merging import in_short
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.report_records import OfficeWords
    from khoagiao_xl.report.content import ReportContent

PRAISING: Final = frozenset({DEEDS, *FIELDS_TOLD})  # the sections whose words of units praise them


def praises_nobody(words: OfficeWords, content: ReportContent) -> bool:
    """Whether all units of picked praise are such as the report may not praise."""
    unpraised = _unpraised(words, content)
    if not unpraised:
        return False
    return unpraised == words.named_units


def told_of_praise(picked: Iterable[OfficeWords], content: ReportContent) -> Iterator[str]:
    """Yield which units the report does not praise although the office has picked their words."""
    for words in picked:
        units = _unpraised(words, content)
        if units:
            facts = {
                "section": words.section,
                "text": in_short(words.text),
                "units": ", ".join(units),
            }
            yield sentence("LB-14", facts)


def _unpraised(words: OfficeWords, content: ReportContent) -> tuple[str, ...]:
    tags = section_tags()
    tag = tags.get(words.section, "")
    if not words.is_picked or tag not in PRAISING:
        return ()
    units = words.named_units
    praised = deserving(units, words.text, content)
    left = [unit for unit in units if unit not in praised]
    return tuple(left)
