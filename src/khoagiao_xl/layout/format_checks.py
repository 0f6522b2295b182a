"""A line held against the format that a rule asks for, whatever part it is; and what mends it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_mends import ParagraphMend, RunMend
from khoagiao_xl.layout.layout_lines import is_capitals
from khoagiao_xl.layout.mends import AllMends, Mend
from khoagiao_xl.layout.rule_words import number_told
from khoagiao_xl.wording.layout_rules import FOUND_ALIGNMENT, FOUND_FORMAT, FOUND_SIZE

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRun
    from khoagiao_xl.layout.layout_profiles import LayoutRule
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_SWITCHES: Final = ("bold", "italic", "underline")
_YES: Final = "yes"


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
    if rule.text("caps") == _YES and not is_capitals(line):
        yield FOUND_FORMAT["caps", False]
    yield from sizes_found(rule, line)
    for name in _SWITCHES:
        if rule.asks(name):
            yield from _switch_found(name, rule.text(name) == _YES, line)
    wanted = rule.text("alignment")
    if wanted and line.alignment != wanted:
        yield FOUND_ALIGNMENT.get(line.alignment, line.alignment)


def sizes_found(rule: LayoutRule, line: LaidParagraph) -> Iterator[str]:
    """Yield the sizes of a line that the rule does not allow."""
    if not rule.asks("size"):
        return
    least, most = rule.span("size")
    wrong = {run.size for run in lettered(line) if not least <= run.size <= most}
    if wrong:
        sizes = "; ".join(number_told(size) for size in sorted(wrong))
        yield FOUND_SIZE.format(size=sizes)


def _switch_found(name: str, wanted: bool, line: LaidParagraph) -> Iterator[str]:
    if any(is_switched(run, name) != wanted for run in lettered(line)):
        yield FOUND_FORMAT[name, not wanted]


def is_switched(run: LaidRun, name: str) -> bool:
    """Say whether letters are bold, italic or underlined."""
    if name == "underline":
        return run.underline != "none"
    return bool(getattr(run, name))


def lettered(line: LaidParagraph) -> list[LaidRun]:
    """Return the runs that hold letters or figures; all that are seen where there are none."""
    runs = [run for run in line.shown_runs if any(map(str.isalnum, run.text))]
    return runs or list(line.shown_runs)


def format_mend(rule: LayoutRule, line: LaidParagraph) -> Mend | None:
    """Return what gives a line the format; capitals are words, which stay as they are."""
    mends: list[Mend] = [run_mend(rule, run) for run in line.shown_runs]
    wanted = rule.text("alignment")
    if wanted and line.alignment != wanted:
        mends.append(ParagraphMend(line.element, alignment=wanted))
    return AllMends(tuple(mends)) if mends else None


def run_mend(rule: LayoutRule, run: LaidRun) -> RunMend:
    """Return what gives a run the size, weight and slant."""
    underline = None
    if rule.asks("underline"):
        underline = "single" if rule.text("underline") == _YES else "none"
    return RunMend(
        run.element,
        size=_nearest_size(rule, run.size),
        bold=_switch(rule, "bold"),
        italic=_switch(rule, "italic"),
        underline=underline,
    )


def _switch(rule: LayoutRule, name: str) -> bool | None:
    return rule.text(name) == _YES if rule.asks(name) else None


def _nearest_size(rule: LayoutRule, size: float) -> float | None:
    if not rule.asks("size"):
        return None
    least, most = rule.span("size")
    if least <= size <= most:
        return None
    return least if size < least else most
