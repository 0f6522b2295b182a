"""Paper and margins (TT01 to TT05)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.format_mends import SectionMend
from khoagiao_xl.layout.found_words import found
from khoagiao_xl.layout.word_lengths import millimetres, twips_of
from khoagiao_xl.wording.layout_rules import PLACES

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidSection
    from khoagiao_xl.layout.mends import Mend
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

TOLERANCE: Final = 0.35  # mm: what programs round


def paper(rule: RuleInHand) -> Iterator[Departure]:
    """TT01: the paper of every section, lying or standing."""
    wanted = [rule.least("width"), rule.least("height")]
    for number, section in enumerate(rule.laid.sections):
        width = millimetres(section.width)
        height = millimetres(section.height)
        sides = sorted((width, height))
        if all(map(is_near, sides, wanted)):
            continue
        yield rule.departure(
            found("paper", width=width, height=height),
            place=_place(rule, number),
            mend=_paper_mend(section, *wanted),
        )


def _paper_mend(section: LaidSection, short: float, long: float) -> Mend | None:
    if section.element is None:
        return None
    width, height = twips_of(short), twips_of(long)
    if section.landscape:
        width, height = height, width
    return SectionMend(
        section.element,
        width=width,
        height=height,
    )


def landscape(rule: RuleInHand) -> Iterator[Departure]:
    """TT02: only a section with a table lies."""
    with_tables = {table.section for table in rule.parts.tables}
    for number, section in enumerate(rule.laid.sections):
        has_table = number in with_tables
        if section.landscape and not has_table:
            yield rule.departure(
                found("landscape"),
                place=_place(rule, number),
            )


def margins_above_and_below(rule: RuleInHand) -> Iterator[Departure]:
    """TT03."""
    yield from _margins(rule, "top", "bottom")


def margins_beside(rule: RuleInHand) -> Iterator[Departure]:
    """TT04."""
    yield from _margins(rule, "left", "right")


def _margins(rule: RuleInHand, *sides: str) -> Iterator[Departure]:
    for number, section in enumerate(rule.laid.sections):
        # What lies is bound at its upper edge: which of its margins is which, no rule says.
        if section.landscape:
            continue
        wrong = [side for side in sides if not _is_margin_right(rule, section, side)]
        if wrong:
            first, second = (_margin(section, side) for side in sides)
            yield rule.departure(
                found("margins", first=first, second=second),
                place=_place(rule, number),
                mend=_margin_mend(rule, section, wrong),
            )


def _margin(section: LaidSection, side: str) -> float:
    length: int = getattr(section, side)
    return millimetres(length)


def _is_margin_right(rule: RuleInHand, section: LaidSection, side: str) -> bool:
    least, most = rule.span(side)
    length = _margin(section, side)
    if length < least - TOLERANCE:
        return False
    return length <= most + TOLERANCE


def _margin_mend(rule: RuleInHand, section: LaidSection, sides: Iterable[str]) -> Mend | None:
    if section.element is None:
        return None
    lengths: dict[str, Any] = {}
    for side in sides:
        wanted = rule.least(side)
        lengths[side] = twips_of(wanted)
    return SectionMend(section.element, **lengths)


def two_sided(rule: RuleInHand) -> Iterator[Departure]:
    """TT05: who prints on both sides changes the margins of the back."""
    document = rule.laid
    if document.even_headers and not document.mirror_margins:
        told = found("no_mirror")
        yield rule.departure(told, place="pages")


def is_near(length: float, wanted: float) -> bool:
    """Say whether two lengths in mm are the same but for rounding."""
    return abs(length - wanted) <= TOLERANCE


def _place(rule: RuleInHand, number: int) -> str:
    if len(rule.laid.sections) == 1:
        return PLACES["pages"]
    return PLACES["section"].format(number=number + 1)
