"""The numbers of the pages (TT06 to TT09)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.format_mends import ParagraphMend, SectionMend
from khoagiao_xl.layout.found_words import found
from khoagiao_xl.layout.page_rules import is_near
from khoagiao_xl.layout.rule_in_hand import each_found_once
from khoagiao_xl.layout.word_lengths import millimetres, twips_of
from khoagiao_xl.layout.word_xml import attribute, find, named

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidSection
    from khoagiao_xl.layout.mends import Mend
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_PAGE: Final = re.compile(r"\bPAGE\b")
_FIELDS: Final = (named("instrText"), named("fldSimple"))
_ARABIC: Final = "decimal"
_IN_FIGURES: Final = {_ARABIC, "numberInDash"}
_LETTERS_OF_A_PAGE: Final = 1_500


def page_number_place(rule: RuleInHand) -> Iterator[Departure]:
    """TT06: in the middle of the upper margin, of every document of more than a page."""
    yield from each_found_once(_places(rule))


def _places(rule: RuleInHand) -> Iterator[Departure]:
    for number, section in enumerate(rule.laid.sections):
        numbers = page_numbers(section.header)
        if numbers:
            yield from _alignment(rule, numbers)
            yield from _distance(rule, section)
            yield from _figures(rule, section)
            yield from _below_too(rule, section)
        else:
            yield _no_number(rule, number)


def _no_number(rule: RuleInHand, number: int) -> Departure:
    section = rule.laid.sections[number]
    if page_numbers(section.footer):
        below = found("number_below")
        return rule.departure(below, place="pages")
    if _is_one_page(rule, number):
        short = found("no_number_of_one")
        return rule.departure(short, place="pages", gravity="short_gravity")
    told = found("no_number")
    return rule.departure(told, place="pages")


def _is_one_page(rule: RuleInHand, number: int) -> bool:
    """Say whether a section is so short that it needs no number: its first page has none."""
    letters = 0
    for paragraph in rule.laid.paragraphs:
        if paragraph.section == number:
            letters += len(paragraph.text)
    return letters < _LETTERS_OF_A_PAGE


def _alignment(rule: RuleInHand, numbers: list[LaidParagraph]) -> Iterator[Departure]:
    wanted = rule.text("alignment")
    if any(_is_aligned(number, wanted) for number in numbers):
        return
    yield rule.departure(
        found("number_aside"),
        place="header",
        mend=ParagraphMend(
            numbers[0].element,
            alignment=wanted,
            first_line=0,
            left=0,
        ),
    )


def _is_aligned(paragraph: LaidParagraph, wanted: str) -> bool:
    if paragraph.alignment == wanted:
        return True
    frame = find(paragraph.element, "pPr/framePr")
    if frame is not None and attribute(frame, "xAlign") == wanted:
        return True
    for tab in paragraph.element.iter(named("ptab")):
        if attribute(tab, "alignment") == wanted:
            return True
    # Word's own style of headers has a tab stop in the middle.
    is_tabbed = paragraph.text.startswith("\t")
    return is_tabbed and paragraph.text.count("\t") == 1


def _distance(rule: RuleInHand, section: LaidSection) -> Iterator[Departure]:
    if not rule.asks("distance"):
        return
    wanted = rule.least("distance")
    distance = millimetres(section.header_distance)
    if not is_near(distance, wanted):
        told = found("number_distance", distance=distance)
        mend = SectionMend(section.element, header_distance=twips_of(wanted))
        yield rule.departure(told, place="pages", mend=mend)


def _figures(rule: RuleInHand, section: LaidSection) -> Iterator[Departure]:
    if section.element is None:
        return
    numbering = find(section.element, "pgNumType")
    if numbering is None:
        return
    written = attribute(numbering, "fmt", _ARABIC)
    if written not in _IN_FIGURES:
        letters = found("number_letters")
        yield rule.departure(letters, place="pages")


def _below_too(rule: RuleInHand, section: LaidSection) -> Iterator[Departure]:
    if page_numbers(section.footer):
        twice = found("number_below_too")
        yield rule.departure(twice, place="pages")


def page_number_format(rule: RuleInHand) -> Iterator[Departure]:
    """TT07."""
    numbers: list[LaidParagraph] = []
    for section in rule.laid.sections:
        numbers += page_numbers(section.header)
    departures = format_departures(rule, *numbers)
    yield from each_found_once(departures)


def first_page(rule: RuleInHand) -> Iterator[Departure]:
    """TT08: no number on the first page."""
    for section in rule.laid.sections[:1]:
        if page_numbers(_on_first_page(section)):
            yield rule.departure(
                found("number_on_first"),
                place="pages",
                mend=_apart(section),
            )
        elif not section.title_page:
            yield rule.departure(
                found("first_not_apart"),
                place="pages",
                mend=_apart(section),
                gravity="short_gravity",
            )


def _on_first_page(section: LaidSection) -> list[LaidParagraph]:
    """Return what the header and the footer of the first page hold."""
    if section.title_page:
        return [*section.first_header, *section.first_footer]
    return [*section.header, *section.footer]


def _apart(section: LaidSection) -> Mend | None:
    """Return what sets the first page apart, None where it is: its number is words to take out."""
    if section.title_page or section.element is None:
        return None
    return SectionMend(section.element, title_page=True)


def appendix_numbers(rule: RuleInHand) -> Iterator[Departure]:
    """TT09: every appendix counts its own pages."""
    start = rule.least("start")
    for appendix in rule.parts.appendices:
        section = rule.laid.sections[appendix.section]
        is_own = appendix.section > 0
        if is_own and section.page_number_start == start:
            continue
        yield rule.departure(
            found("appendix_numbers"),
            appendix.title,
            place="end",
        )


def page_numbers(paragraphs: Iterable[LaidParagraph]) -> list[LaidParagraph]:
    """Return the paragraphs of a header that show the number of the page."""
    return [paragraph for paragraph in paragraphs if _shows_number(paragraph)]


def _shows_number(paragraph: LaidParagraph) -> bool:
    element = paragraph.element
    for field in element.iter(*_FIELDS):
        instruction = field.text or attribute(field, "instr")
        if _PAGE.search(instruction):
            return True
    older = element.iter(named("pgNum"))
    return next(older, None) is not None
