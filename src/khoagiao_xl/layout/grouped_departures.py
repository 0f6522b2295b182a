"""One departure for all paragraphs with the same fault: an office mends them in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.layout.laid_document import LaidParagraph
from khoagiao_xl.layout.mends import AllMends, Mend
from khoagiao_xl.layout.rule_in_hand import RuleInHand
from khoagiao_xl.wording.layout_rules import FOUND_TIMES

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure

# What one paragraph has that it should not, in words; blank for nothing.
Finding = Callable[[RuleInHand, LaidParagraph], str]
Mending = Callable[[RuleInHand, LaidParagraph], Mend | None]
Paragraphs = Iterable[LaidParagraph]


def grouped(
    rule: RuleInHand, paragraphs: Paragraphs, finding: Finding, mending: Mending
) -> Iterator[Departure]:
    """Yield a departure for each finding, at the first paragraph that has it."""
    groups: dict[str, list[LaidParagraph]] = defaultdict(list)
    for paragraph in paragraphs:
        told = finding(rule, paragraph)
        if told:
            groups[told].append(paragraph)
    for told, alike in groups.items():
        yield rule.departure(
            _counted(told, len(alike)),
            alike[0],
            mend=_whole_mend(rule, alike, mending),
        )


def _counted(told: str, count: int) -> str:
    if count == 1:
        return told
    return FOUND_TIMES.format(found=told, count=count)


def _whole_mend(rule: RuleInHand, paragraphs: Paragraphs, mending: Mending) -> Mend | None:
    """Return the mends of all paragraphs, None where one of them cannot be mended."""
    mends: list[Mend] = []
    for paragraph in paragraphs:
        mend = mending(rule, paragraph)
        if mend is None:
            return None
        mends.append(mend)
    return AllMends(tuple(mends))
