"""The letters of the whole document: one font, black (TT10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import lettered
from khoagiao_xl.layout.format_mends import RunMend
from khoagiao_xl.layout.found_words import found
from khoagiao_xl.layout.grouped_departures import grouped
from khoagiao_xl.layout.mends import AllMends, Mend

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRun
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_BLACK: Final = "000000"
_AUTOMATIC: Final = "auto"
_DARKEST: Final = 0x10  # of 255; what is darker cannot be told from black


def letters(rule: RuleInHand) -> Iterator[Departure]:
    """TT10: of the text, its tables, notes, headers and footers."""
    everything = rule.laid.all_paragraphs
    yield from grouped(rule, everything, _font_found, _font_mend)
    yield from grouped(rule, everything, _color_found, _color_mend)
    yield from _unseen_fonts(rule, everything)


def _font_found(rule: RuleInHand, paragraph: LaidParagraph) -> str:
    wanted = rule.text("font").casefold()
    fonts: set[str] = set()
    for run in _written(paragraph):
        if run.font.casefold() != wanted:
            fonts.add(run.font)
    return _listed("font", fonts)


def _listed(code: str, names: Iterable[str]) -> str:
    listed = ", ".join(sorted(names))
    return found(code, names=listed) if listed else ""


def _written(paragraph: LaidParagraph) -> list[LaidRun]:
    """Return the runs with letters or figures: signs of a font of symbols are none."""
    runs = lettered(paragraph)
    if any(map(_has_letters, runs)):
        return runs
    return []


def _has_letters(run: LaidRun) -> bool:
    return any(map(str.isalnum, run.text))


def _font_mend(rule: RuleInHand, paragraph: LaidParagraph) -> Mend:
    wanted = rule.text("font")
    runs = _written(paragraph)
    mends = [RunMend(run.element, font=wanted) for run in runs]
    return AllMends(tuple(mends))


def _color_found(_: RuleInHand, paragraph: LaidParagraph) -> str:
    runs = _coloured(paragraph)
    colors = {run.color for run in runs}
    return _listed("color", colors)


def _coloured(paragraph: LaidParagraph) -> list[LaidRun]:
    runs = _written(paragraph)
    return [run for run in runs if not _is_black(run.color)]


def _is_black(color: str) -> bool:
    if color == _AUTOMATIC:
        return True
    try:
        parts = bytes.fromhex(color)
    except ValueError:
        return False
    return max(parts, default=0) < _DARKEST


def _color_mend(_: RuleInHand, paragraph: LaidParagraph) -> Mend:
    runs = _coloured(paragraph)
    mends = [RunMend(run.element, color=_BLACK) for run in runs]
    return AllMends(tuple(mends))


def _unseen_fonts(rule: RuleInHand, paragraphs: Iterable[LaidParagraph]) -> Iterator[Departure]:
    """Yield a note of the fonts that only East Asian letters would show."""
    fonts: set[str] = set()
    for paragraph in paragraphs:
        for run in paragraph.shown_runs:
            fonts.add(run.east_font)
    fonts -= {"", rule.text("font")}
    told = _listed("unseen_font", fonts)
    if told:
        yield rule.departure(told, gravity="unseen_gravity")
