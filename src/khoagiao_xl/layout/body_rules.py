"""The running text: size, alignment, indents, room, lines (TT25 to TT29), letters everywhere (TT10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import lettered, run_mend, sizes_found
from khoagiao_xl.layout.format_mends import ParagraphMend, RunMend
from khoagiao_xl.layout.layout_lines import is_bold, is_capitals
from khoagiao_xl.layout.mends import AllMends, Mend
from khoagiao_xl.layout.rule_in_hand import told_once
from khoagiao_xl.layout.rule_words import number_told
from khoagiao_xl.layout.word_lengths import TWIPS_PER_MM, millimetres
from khoagiao_xl.layout.word_xml import named
from khoagiao_xl.wording.layout_rules import FOUND, FOUND_ALIGNMENT, FOUND_FORMAT

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRun
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

# What one paragraph has that it should not, in words; blank for nothing.
Finding = Callable[["RuleInHand", "LaidParagraph"], str]
Mending = Callable[["RuleInHand", "LaidParagraph"], "Mend | None"]

_INLINE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_OBJECT: Final = named("object")
TWIPS_PER_POINT: Final = 20
_A_LINE: Final = 240
_BLACK: Final = {"auto", "000000"}
_DARKEST: Final = 0x10  # a colour below it cannot be told from black
_ONE_LINE: Final = 75  # letters: aligned in whatever way, one line looks the same
_USUAL_FIRST_LINE: Final = 10.0  # mm


def letters(rule: RuleInHand) -> Iterator[Departure]:
    """TT10: one font, black, in the text, its tables and its headers."""
    everything = list(_everything(rule))
    yield from _grouped(rule, everything, _font_found, _font_mend)
    yield from _grouped(rule, everything, _color_found, _color_mend)
    yield from _unseen_fonts(rule, everything)


def _unseen_fonts(rule: RuleInHand, paragraphs: list[LaidParagraph]) -> Iterator[Departure]:
    """Yield a note of fonts that only East Asian letters would show."""
    wanted = {"", rule.rule.text("font")}
    fonts: dict[str, None] = {}
    for paragraph in paragraphs:
        for run in paragraph.shown_runs:
            if run.east_font not in wanted:
                fonts[run.east_font] = None
    if fonts:
        found = FOUND["unseen_font"].format(font=", ".join(fonts))
        yield rule.departure(found, gravity="unseen_gravity")


def _everything(rule: RuleInHand) -> Iterator[LaidParagraph]:
    yield from rule.laid.paragraphs
    seen: set[int] = set()
    for section in rule.laid.sections:
        for paragraph in (*section.header, *section.first_header, *section.footer):
            if id(paragraph.element) not in seen:
                seen.add(id(paragraph.element))
                yield paragraph


def _font_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    wanted = rule.rule.text("font")
    fonts = {run.font for run in _written(paragraph) if run.font.casefold() != wanted.casefold()}
    return FOUND["font"].format(font=", ".join(sorted(fonts))) if fonts else ""


def _written(paragraph: LaidParagraph) -> list[LaidRun]:
    """Return the runs with letters or figures: signs of a font of symbols are none."""
    return [run for run in paragraph.shown_runs if any(map(str.isalnum, run.text))]


def _font_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    font = rule.rule.text("font")
    return _all_runs([RunMend(run.element, font=font) for run in _written(paragraph)])


def _color_found(_: RuleInHand, paragraph: LaidParagraph) -> str:
    colors = {run.color for run in _written(paragraph) if not _is_black(run.color)}
    return FOUND["color"].format(color=", ".join(sorted(colors))) if colors else ""


def _is_black(color: str) -> bool:
    if color in _BLACK:
        return True
    try:
        parts = bytes.fromhex(color)
    except ValueError:
        return False
    return max(parts, default=0) < _DARKEST


def _color_mend(_: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    runs = [run for run in _written(paragraph) if not _is_black(run.color)]
    return _all_runs([RunMend(run.element, color="000000") for run in runs])


def _all_runs(mends: list[RunMend]) -> Mend | None:
    return AllMends(tuple(mends)) if mends else None


# -- running text -----------------------------------------------------------------------------------------


def size(rule: RuleInHand) -> Iterator[Departure]:
    """TT25."""
    yield from _grouped(rule, rule.parts.body, _size_found, _size_mend)


def _size_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    found = list(sizes_found(rule.rule, paragraph))
    if _is_slanted(paragraph):
        found.append(FOUND_FORMAT["italic", True])
    return ", ".join(found)


def _is_slanted(paragraph: LaidParagraph) -> bool:
    """Say whether a paragraph is all in italics: single words may be, and headings in bold italics."""
    return all(run.italic and not run.bold for run in lettered(paragraph))


def _size_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    italic = False if _is_slanted(paragraph) else None
    mends = [replace(run_mend(rule.rule, run), italic=italic) for run in paragraph.shown_runs]
    return _all_runs(mends)


def alignment(rule: RuleInHand) -> Iterator[Departure]:
    """TT26: both edges, but headings in the middle and what is one line only."""
    yield from _grouped(rule, _running(rule), _alignment_found, _alignment_mend)


def _running(rule: RuleInHand) -> list[LaidParagraph]:
    """Return the paragraphs of the text that are no headings in the middle."""
    return [paragraph for paragraph in rule.parts.body if not is_middle_heading(paragraph)]


def is_middle_heading(paragraph: LaidParagraph) -> bool:
    """Say whether a paragraph in the middle is a heading: bold, in capitals, or short."""
    if paragraph.alignment != "center":
        return False
    return is_bold(paragraph) or is_capitals(paragraph) or len(paragraph.text) < _ONE_LINE


def _alignment_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    if paragraph.alignment == rule.rule.text("alignment") or len(paragraph.text) < _ONE_LINE:
        return ""
    return FOUND_ALIGNMENT.get(paragraph.alignment, paragraph.alignment)


def _alignment_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    return ParagraphMend(paragraph.element, alignment=rule.rule.text("alignment"))


def first_line(rule: RuleInHand) -> Iterator[Departure]:
    """TT27: the first line goes in by about 10 mm; a little more or less is a warning."""
    running = _running(rule)
    yield from _grouped(rule, running, _first_line_found, _first_line_mend)
    if not rule.rule.asks("usual"):
        return
    for departure in _grouped(rule, running, _unusual_found, _first_line_mend):
        yield replace(departure, weight=rule.rule.gravity("usual_gravity"))


def _first_line_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    if _is_typed_indent(paragraph):
        return FOUND["tabbed"]
    return _outside(rule, paragraph, "first_line")


def _is_typed_indent(paragraph: LaidParagraph) -> bool:
    is_flush = paragraph.left + paragraph.first_line <= 0 and not paragraph.label
    return is_flush and paragraph.text.startswith(("\t", "   "))


def _outside(rule: RuleInHand, paragraph: LaidParagraph, name: str) -> str:
    least, most = rule.rule.span(name)
    length = millimetres(paragraph.left + paragraph.first_line)
    if least <= length <= most:
        return ""
    return FOUND["first_line"].format(length=number_told(length))


def _unusual_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    if _first_line_found(rule, paragraph):
        return ""
    return _outside(rule, paragraph, "usual")


def _first_line_mend(_: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    # What is typed is words; a list has its indents from its numbers.
    if paragraph.text[:1].isspace() or paragraph.label:
        return None
    wanted = round(_USUAL_FIRST_LINE * TWIPS_PER_MM)
    return ParagraphMend(paragraph.element, first_line=wanted, left=0)


def room(rule: RuleInHand) -> Iterator[Departure]:
    """TT28: room between paragraphs."""
    yield from _grouped(rule, _running(rule), _room_found, _room_mend)


def _room_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    least, _ = rule.rule.span("room")
    points = (paragraph.before + paragraph.after) / TWIPS_PER_POINT
    return "" if points >= least else FOUND["room"].format(points=number_told(points))


def _room_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    least, _ = rule.rule.span("room")
    return ParagraphMend(paragraph.element, before=round(least * TWIPS_PER_POINT), after=0)


def lines(rule: RuleInHand) -> Iterator[Departure]:
    """TT29: exact lines of at least 18 points in Party documents, one to one and a half in the state's."""
    finding = _exact_found if rule.rule.asks("points") else _automatic_found
    yield from _grouped(rule, _running(rule), finding, _lines_mend)


def _exact_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    points = paragraph.line / TWIPS_PER_POINT
    if _holds_picture(paragraph):
        is_cut = paragraph.line_rule == "exact"
        return FOUND["cut_picture"].format(points=number_told(points)) if is_cut else ""
    least, most = rule.rule.span("points")
    if paragraph.line_rule == "exact" and least <= points <= most:
        return ""
    return lines_told(paragraph)


def lines_told(paragraph: LaidParagraph) -> str:
    """Return the lines of a paragraph in words: «giãn dòng 1,5», «giãn dòng đúng 15 pt»."""
    if paragraph.line_rule == "auto":
        times = paragraph.line / _A_LINE
        return FOUND["lines"].format(lines=f"{times:.2f}".rstrip("0").rstrip(".").replace(".", ","))
    kind = "exact" if paragraph.line_rule == "exact" else "at_least"
    points = number_told(paragraph.line / TWIPS_PER_POINT)
    return FOUND[kind].format(points=points)


def _holds_picture(paragraph: LaidParagraph) -> bool:
    return next(paragraph.element.iter(_INLINE, _OBJECT), None) is not None


def _automatic_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    least, most = rule.rule.span("lines")
    if paragraph.line_rule == "auto":
        times = paragraph.line / _A_LINE
    else:
        # A line of its own takes about 1.15 times the size of its letters.
        largest = max((run.size for run in paragraph.shown_runs), default=14.0)
        times = paragraph.line / TWIPS_PER_POINT / (largest * 1.15)
    return "" if least - 0.05 <= times <= most + 0.05 else lines_told(paragraph)


def _lines_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend | None:
    if _holds_picture(paragraph):
        return ParagraphMend(paragraph.element, line=_A_LINE, line_rule="auto")
    if rule.rule.asks("points"):
        least, _ = rule.rule.span("points")
        return ParagraphMend(paragraph.element, line=round(least * TWIPS_PER_POINT), line_rule="exact")
    return ParagraphMend(paragraph.element, line=_A_LINE, line_rule="auto")


def _grouped(
    rule: RuleInHand, paragraphs: Iterable[LaidParagraph], finding: Finding, mending: Mending
) -> Iterator[Departure]:
    """Yield one departure for all paragraphs that have the same fault."""
    groups: dict[str, list[LaidParagraph]] = defaultdict(list)
    for paragraph in paragraphs:
        found = finding(rule, paragraph)
        if found:
            groups[found].append(paragraph)
    for told, alike in told_once(groups):
        mends = [mend for mend in (mending(rule, one) for one in alike) if mend is not None]
        whole = AllMends(tuple(mends)) if len(mends) == len(alike) else None
        yield rule.departure(told, alike[0], mend=whole)
