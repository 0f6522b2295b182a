"""The running text: size, alignment, first lines, room, lines (TT25 to TT29)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import lettered, run_mend, sizes_found
from khoagiao_xl.layout.format_mends import ParagraphMend
from khoagiao_xl.layout.found_words import found
from khoagiao_xl.layout.grouped_departures import grouped
from khoagiao_xl.layout.layout_lines import is_bold, is_capitals, is_ground
from khoagiao_xl.layout.mends import AllMends, Mend
from khoagiao_xl.layout.word_lengths import TWIPS_PER_MM, millimetres
from khoagiao_xl.layout.word_xml import named
from khoagiao_xl.wording.layout_rules import FOUND_ALIGNMENT, FOUND_FORMAT

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_INLINE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_OBJECT: Final = named("object")
TWIPS_PER_POINT: Final = 20
A_LINE: Final = 240
_LINE_OF_LETTERS: Final = 1.15  # a line takes so many times the size of its letters
_ROUNDED: Final = 0.05  # lines
_USUAL_SIZE: Final = 14.0
_ONE_LINE: Final = 75  # letters: aligned in whatever way, one line looks the same
_FIRST_LINE: Final = round(10 * TWIPS_PER_MM)
_TYPED_INDENTS: Final = ("\t", "   ")


def _running(rule: RuleInHand) -> list[LaidParagraph]:
    """Return the paragraphs of the text that are no headings in the middle."""
    return [paragraph for paragraph in rule.parts.body if not _is_middle_heading(paragraph)]


def _is_middle_heading(paragraph: LaidParagraph) -> bool:
    if paragraph.alignment != "center":
        return False
    if is_bold(paragraph) or is_capitals(paragraph):
        return True
    return len(paragraph.text) < _ONE_LINE


# -- size, alignment --------------------------------------------------------------------------------------


def size(rule: RuleInHand) -> Iterator[Departure]:
    """TT25."""
    yield from grouped(rule, rule.parts.body, _size_found, _size_mend)


def _size_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    told = list(sizes_found(rule.rule, paragraph))
    if _is_slanted(paragraph):
        slanted = FOUND_FORMAT["italic", True]
        told.append(slanted)
    return ", ".join(told)


def _is_slanted(paragraph: LaidParagraph) -> bool:
    """Say whether a paragraph is all in italics: single words may be, headings in bold italics, grounds."""
    if is_ground(paragraph):
        return False
    runs = lettered(paragraph)
    return all(run.italic and not run.bold for run in runs)


def _size_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend:
    upright = False if _is_slanted(paragraph) else None
    mends: list[Mend] = []
    for run in paragraph.shown_runs:
        mend = run_mend(rule.rule, run)
        mends.append(replace(mend, italic=upright))
    return AllMends(tuple(mends))


def alignment(rule: RuleInHand) -> Iterator[Departure]:
    """TT26: both edges, but headings in the middle and what is one line only."""
    yield from grouped(rule, _running(rule), _alignment_found, _alignment_mend)


def _alignment_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    aligned = paragraph.alignment
    is_one_line = len(paragraph.text) < _ONE_LINE
    if is_one_line or aligned == rule.text("alignment"):
        return ""
    return FOUND_ALIGNMENT.get(aligned, aligned)


def _alignment_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend:
    wanted = rule.text("alignment")
    return ParagraphMend(paragraph.element, alignment=wanted)


# -- first lines ------------------------------------------------------------------------------------------


def first_line(rule: RuleInHand) -> Iterator[Departure]:
    """TT27: the first line goes in by about 10 mm; a little more or less is a warning."""
    running = _running(rule)
    yield from grouped(rule, running, _first_line_found, _first_line_mend)
    if rule.asks("usual"):
        weight = rule.rule.gravity("usual_gravity")
        for departure in grouped(rule, running, _unusual_found, _first_line_mend):
            yield replace(departure, weight=weight)


def _first_line_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    if _is_typed_indent(paragraph):
        return found("tabbed")
    return _outside(rule, paragraph, "first_line")


def _is_typed_indent(paragraph: LaidParagraph) -> bool:
    if paragraph.label or _indent(paragraph) > 0:
        return False
    return paragraph.text.startswith(_TYPED_INDENTS)


def _indent(paragraph: LaidParagraph) -> int:
    return paragraph.left + paragraph.first_line


def _outside(rule: RuleInHand, paragraph: LaidParagraph, name: str) -> str:
    least, most = rule.span(name)
    length = millimetres(_indent(paragraph))
    if least <= length <= most:
        return ""
    return found("first_line", length=length)


def _unusual_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    if _first_line_found(rule, paragraph):
        return ""
    return _outside(rule, paragraph, "usual")


def _first_line_mend(_: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    # What is typed is words; a list has its indents from its numbers.
    is_typed = paragraph.text[:1].isspace()
    if is_typed or paragraph.label:
        return None
    return ParagraphMend(
        paragraph.element,
        first_line=_FIRST_LINE,
        left=0,
    )


# -- room -------------------------------------------------------------------------------------------------


def room(rule: RuleInHand) -> Iterator[Departure]:
    """TT28: room between paragraphs."""
    yield from grouped(rule, _running(rule), _room_found, _room_mend)


def _room_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    twips = paragraph.before + paragraph.after
    points = twips / TWIPS_PER_POINT
    if points >= rule.least("room"):
        return ""
    return found("room", points=points)


def _room_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend:
    wanted = rule.least("room") * TWIPS_PER_POINT
    return ParagraphMend(
        paragraph.element,
        before=round(wanted),
        after=0,
        contextual=False if paragraph.contextual else None,
    )


# -- lines ------------------------------------------------------------------------------------------------


def lines(rule: RuleInHand) -> Iterator[Departure]:
    """TT29: exact lines of at least 18 points in Party documents, one to one and a half in the state's."""
    finding = _automatic_found
    if rule.asks("points"):
        finding = _exact_found
    yield from grouped(rule, _running(rule), finding, _lines_mend)


def _exact_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    points = paragraph.line / TWIPS_PER_POINT
    is_exact = paragraph.line_rule == "exact"
    if _holds_picture(paragraph):
        return found("cut_picture", points=points) if is_exact else ""
    least, most = rule.span("points")
    if is_exact and least <= points <= most:
        return ""
    return _lines_told(paragraph)


def _lines_told(paragraph: LaidParagraph) -> str:
    """Return the lines of a paragraph in words: «giãn dòng 1,5», «giãn dòng đúng 15 pt»."""
    rule = paragraph.line_rule
    if rule == "auto":
        times = round(paragraph.line / A_LINE, 2)
        written = f"{times:g}"
        return found("lines", lines=written.replace(".", ","))
    points = paragraph.line / TWIPS_PER_POINT
    if rule == "exact":
        return found("exact", points=points)
    return found("at_least", points=points)


def _holds_picture(paragraph: LaidParagraph) -> bool:
    pictures = paragraph.element.iter(_INLINE, _OBJECT)
    return next(pictures, None) is not None


def _automatic_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    least, most = rule.span("lines")
    times = _times_a_line(paragraph)
    if least - _ROUNDED <= times <= most + _ROUNDED:
        return ""
    return _lines_told(paragraph)


def _times_a_line(paragraph: LaidParagraph) -> float:
    if paragraph.line_rule == "auto":
        return paragraph.line / A_LINE
    return paragraph.line / height_of_line(paragraph)


def height_of_line(paragraph: LaidParagraph) -> float:
    """Return what a single line of a paragraph's letters takes, in twips."""
    largest = 0.0
    for run in paragraph.shown_runs:
        largest = max(largest, run.size)
    points = largest or _USUAL_SIZE
    return points * _LINE_OF_LETTERS * TWIPS_PER_POINT


def _lines_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend:
    element = paragraph.element
    if _holds_picture(paragraph) or not rule.asks("points"):
        return ParagraphMend(element, line=A_LINE, line_rule="auto")
    wanted = rule.least("points") * TWIPS_PER_POINT
    return ParagraphMend(
        element,
        line=round(wanted),
        line_rule="exact",
    )
