"""Paper, margins and page numbers (TT01 to TT09)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.format_mends import ParagraphMend, SectionMend
from khoagiao_xl.layout.laid_document import LaidTable
from khoagiao_xl.layout.rule_words import number_told
from khoagiao_xl.layout.word_lengths import TWIPS_PER_MM, millimetres
from khoagiao_xl.layout.word_xml import attribute, named
from khoagiao_xl.wording.layout_rules import FOUND, PLACES

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidSection
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

TOLERANCE: Final = 0.35  # mm: what programs round
_PAGE: Final = re.compile(r"\bPAGE\b")
_LETTERS_OF_A_PAGE: Final = 1_500


def paper(rule: RuleInHand) -> Iterator[Departure]:
    """TT01: the paper of every section, lying or standing."""
    wanted = sorted(rule.rule.span(side)[0] for side in ("width", "height"))
    for number, section in enumerate(rule.laid.sections):
        sides = sorted(map(millimetres, (section.width, section.height)))
        if not all(map(_is_near, sides, wanted)):
            found = FOUND["paper"].format(
                width=number_told(millimetres(section.width)),
                height=number_told(millimetres(section.height)),
            )
            yield rule.departure(found, place=_place(rule, number), mend=_paper_mend(section, wanted))


def _paper_mend(section: LaidSection, wanted: list[float]) -> SectionMend | None:
    if section.element is None:
        return None
    short, long = (round(side * TWIPS_PER_MM) for side in wanted)
    if section.landscape:
        return SectionMend(section.element, width=long, height=short)
    return SectionMend(section.element, width=short, height=long)


def landscape(rule: RuleInHand) -> Iterator[Departure]:
    """TT02: only a section with a table lies."""
    for number, section in enumerate(rule.laid.sections):
        tables = [block for block in rule.laid.blocks if isinstance(block, LaidTable)]
        has_table = any(table.section == number and table.is_bordered for table in tables)
        if section.landscape and not has_table:
            yield rule.departure(FOUND["landscape"], place=_place(rule, number))


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
            lengths = [millimetres(getattr(section, side)) for side in sides]
            first, second = map(number_told, lengths)
            found = FOUND["margins"].format(first=first, second=second)
            yield rule.departure(found, place=_place(rule, number), mend=_margin_mend(rule, section, wrong))


def _is_margin_right(rule: RuleInHand, section: LaidSection, side: str) -> bool:
    least, most = rule.rule.span(side)
    length = millimetres(getattr(section, side))
    return least - TOLERANCE <= length <= most + TOLERANCE


def _margin_mend(rule: RuleInHand, section: LaidSection, sides: Iterable[str]) -> SectionMend | None:
    if section.element is None:
        return None
    lengths: dict[str, Any] = {}
    for side in sides:
        least, _ = rule.rule.span(side)
        lengths[side] = round(least * TWIPS_PER_MM)
    return SectionMend(section.element, **lengths)


def two_sided(rule: RuleInHand) -> Iterator[Departure]:
    """TT05: who prints on both sides changes the margins of the back."""
    if rule.laid.even_headers and not rule.laid.mirror_margins:
        yield rule.departure(FOUND["no_mirror"], place="pages")


# -- page numbers -----------------------------------------------------------------------------------------


def page_number_place(rule: RuleInHand) -> Iterator[Departure]:
    """TT06: in the middle of the upper margin, of every document of more than a page."""
    told: set[str] = set()
    for section in rule.laid.sections:
        for departure in _number_place(rule, section):
            if departure.found not in told:
                told.add(departure.found)
                yield departure


def _number_place(rule: RuleInHand, section: LaidSection) -> Iterator[Departure]:
    numbers = page_numbers(section.header)
    if not numbers:
        if page_numbers(section.footer):
            yield rule.departure(FOUND["number_below"], place="pages")
        elif _is_one_page(rule):
            yield rule.departure(FOUND["no_number_of_one"], place="pages", gravity="short_gravity")
        else:
            yield rule.departure(FOUND["no_number"], place="pages")
        return
    wanted = rule.rule.text("alignment")
    if not any(_is_centred(number, wanted) for number in numbers):
        mend = ParagraphMend(numbers[0].element, alignment=wanted, first_line=0, left=0)
        yield rule.departure(FOUND["number_aside"], place="header", mend=mend)
    if rule.rule.asks("distance"):
        yield from _number_distance(rule, section)


def _number_distance(rule: RuleInHand, section: LaidSection) -> Iterator[Departure]:
    wanted, _ = rule.rule.span("distance")
    distance = millimetres(section.header_distance)
    if not _is_near(distance, wanted):
        found = FOUND["number_distance"].format(distance=number_told(distance))
        mend = SectionMend(section.element, header_distance=round(wanted * TWIPS_PER_MM))
        yield rule.departure(found, place="pages", mend=None if section.element is None else mend)


def page_number_format(rule: RuleInHand) -> Iterator[Departure]:
    """TT07."""
    told: set[str] = set()
    for section in rule.laid.sections:
        for departure in format_departures(rule, *page_numbers(section.header)):
            if departure.found not in told:
                told.add(departure.found)
                yield departure


def first_page(rule: RuleInHand) -> Iterator[Departure]:
    """TT08: no number on the first page."""
    for section in rule.laid.sections[:1]:
        shown = section.first_header if section.title_page else section.header
        below = section.first_footer if section.title_page else section.footer
        if page_numbers((*shown, *below)):
            mend = None if section.title_page else SectionMend(section.element, title_page=True)
            yield rule.departure(FOUND["number_on_first"], place="pages", mend=mend)
        elif not section.title_page:
            mend = None if section.element is None else SectionMend(section.element, title_page=True)
            yield rule.departure(FOUND["first_not_apart"], place="pages", mend=mend, gravity="short_gravity")


def appendix_numbers(rule: RuleInHand) -> Iterator[Departure]:
    """TT09: every appendix counts its own pages."""
    wanted, _ = rule.rule.span("start")
    for appendix in rule.parts.appendices:
        section = rule.laid.sections[appendix.section]
        is_own = appendix.section > 0 and section.page_number_start == wanted
        if not is_own:
            yield rule.departure(FOUND["appendix_numbers"], appendix.title, place="end")


def page_numbers(paragraphs: Iterable[LaidParagraph]) -> list[LaidParagraph]:
    """Return the paragraphs of a header that show the number of the page."""
    return [paragraph for paragraph in paragraphs if _shows_number(paragraph)]


def _shows_number(paragraph: LaidParagraph) -> bool:
    element = paragraph.element
    asked = [field.text or "" for field in element.iter(named("instrText"))]
    asked += [attribute(field, "instr") for field in element.iter(named("fldSimple"))]
    if any(_PAGE.search(words) for words in asked):
        return True
    return next(element.iter(named("pgNum")), None) is not None


def _is_centred(paragraph: LaidParagraph, wanted: str) -> bool:
    if paragraph.alignment == wanted:
        return True
    frame = paragraph.element.find(named("pPr/framePr"))
    if frame is not None and attribute(frame, "xAlign") == wanted:
        return True
    for tab in paragraph.element.iter(named("ptab")):
        if attribute(tab, "alignment") == wanted:
            return True
    # Word's own style of headers has a tab stop in the middle.
    return paragraph.text.startswith("\t") and paragraph.text.count("\t") == 1


def _is_one_page(rule: RuleInHand) -> bool:
    letters = sum(len(paragraph.text) for paragraph in rule.laid.paragraphs)
    return letters < _LETTERS_OF_A_PAGE and not rule.parts.appendices


def _is_near(length: float, wanted: float) -> bool:
    return abs(length - wanted) <= TOLERANCE


def _place(rule: RuleInHand, number: int) -> str:
    if len(rule.laid.sections) == 1:
        return PLACES["pages"]
    return PLACES["section"].format(number=number + 1)
