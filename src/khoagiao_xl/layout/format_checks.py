"""A line held against the format that a rule asks for, whatever part it is; and what mends it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_mends import ParagraphMend, RunMend
from khoagiao_xl.layout.layout_lines import is_capitals
from khoagiao_xl.layout.mends import AllMends, Mend
from khoagiao_xl.layout.rule_words import number_told
from khoagiao_xl.layout.word_xml import named
from khoagiao_xl.wording.layout_rules import FOUND_ALIGNMENT, FOUND_FORMAT, FOUND_SIZE

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRun
    from khoagiao_xl.layout.layout_profiles import LayoutRule
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_SWITCHES: Final = ("bold", "italic", "underline")
_YES: Final = "yes"
_TAB: Final = named("tab")


def format_departures(rule: RuleInHand, *lines: LaidParagraph | None) -> Iterator[Departure]:
    """Yield a departure for each line that has another format than the rule asks for."""
    for line in lines:
        if line is None:
            continue
        found = list(format_found(rule.rule, line))
        if found:
            told = ", ".join(found)
            yield rule.departure(told, line, mend=format_mend(rule.rule, line))


def format_found(rule: LayoutRule, line: LaidParagraph) -> Iterator[str]:
    """Yield what of a line is otherwise: «cỡ 13», «chữ không đậm»."""
    if not _is_cased(rule, line):
        yield FOUND_FORMAT["caps", False]
    yield from sizes_found(rule, line)
    for name in _SWITCHES:
        if rule.asks(name):
            yield from _switch_found(rule, name, line)
    wanted = rule.text("alignment")
    aligned = line.alignment
    if wanted and aligned != wanted and not _is_tabbed(line):
        yield FOUND_ALIGNMENT.get(aligned, aligned)


def _is_tabbed(line: LaidParagraph) -> bool:
    """Say whether a line stands where tab stops put it: the alignment of its paragraph says nothing of it."""
    is_put = line.is_piece or line.text.startswith("\t")
    if not is_put:
        return False
    if line.element is None:
        return False
    tabs = line.element.iter(_TAB)
    tab = next(tabs, None)
    return tab is not None


def _is_cased(rule: LayoutRule, line: LaidParagraph) -> bool:
    """Say whether a line is in capitals where the rule asks for them."""
    if rule.text("caps") != _YES:
        return True
    return is_capitals(line)


def sizes_found(rule: LayoutRule, line: LaidParagraph) -> Iterator[str]:
    """Yield the sizes of a line that the rule does not allow."""
    if not rule.asks("size"):
        return
    least, most = rule.span("size")
    wrong: set[float] = set()
    for run in lettered(line):
        if not least <= run.size <= most:
            wrong.add(run.size)
    sizes = "; ".join(map(number_told, sorted(wrong)))
    if sizes:
        yield FOUND_SIZE.format(size=sizes)


def _switch_found(rule: LayoutRule, name: str, line: LaidParagraph) -> Iterator[str]:
    wanted = rule.text(name) == _YES
    for run in lettered(line):
        if is_switched(run, name) != wanted:
            yield FOUND_FORMAT[name, not wanted]
            return


def is_switched(run: LaidRun, name: str) -> bool:
    """Say whether letters are bold, italic or underlined."""
    if name == "underline":
        return run.underline != "none"
    return bool(getattr(run, name))


def lettered(line: LaidParagraph) -> list[LaidRun]:
    """Return the runs that hold letters or figures; all that are seen where there are none."""
    runs: list[LaidRun] = []
    for run in line.shown_runs:
        if any(map(str.isalnum, run.text)):
            runs.append(run)  # noqa: PERF401
    return runs or list(line.shown_runs)


def format_mend(rule: LayoutRule, line: LaidParagraph) -> Mend | None:
    """Return what gives a line the format.

    None for what has to be typed anew in capitals, and for a line that shares its runs with others.
    """
    if line.is_piece or not _is_cased(rule, line):
        return None
    mends: list[Mend] = [run_mend(rule, run) for run in line.shown_runs]
    wanted = rule.text("alignment")
    if wanted:
        aligned = ParagraphMend(line.element, alignment=wanted)
        mends.append(aligned)
    return AllMends(tuple(mends))


def run_mend(rule: LayoutRule, run: LaidRun) -> RunMend:
    """Return what gives a run the size, weight and slant."""
    return RunMend(
        run.element,
        size=_nearest_size(rule, run.size),
        bold=_switch(rule, "bold"),
        italic=_switch(rule, "italic"),
        underline=_underline(rule),
    )


def _underline(rule: LayoutRule) -> str | None:
    wanted = _switch(rule, "underline")
    if wanted is None:
        return None
    return "single" if wanted else "none"


def _switch(rule: LayoutRule, name: str) -> bool | None:
    if not rule.asks(name):
        return None
    return rule.text(name) == _YES


def _nearest_size(rule: LayoutRule, size: float) -> float | None:
    if not rule.asks("size"):
        return None
    least, most = rule.span("size")
    if least <= size <= most:
        return None
    return least if size < least else most
