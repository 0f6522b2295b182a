"""The build of the text: its end, its grounds, parts and articles (TT30 to TT34)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures, format_mend, lettered
from khoagiao_xl.layout.found_words import found, quoted_text, shortened
from khoagiao_xl.layout.layout_lines import is_ground, words_of
from khoagiao_xl.wording.layout_rules import FOUND_FORMAT

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line, Lines
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_PART: Final = re.compile(r"(?:phần|chương) (?:thứ [^\W\d]+|[ivxlc]+|\d+)\W*")
_SECTION: Final = re.compile(r"mục \d+\W*")
_ARTICLE: Final = re.compile(r"\s*Điều \d+\b")
_ARTICLE_HEAD: Final = re.compile(r"\s*Điều \d+\. ?\S")
_MOST_GROUNDS: Final = 15
_CLOSING: Final = ' ”"»)'
_END_SHOWN: Final = 25
_TAIL_SHOWN: Final = 10


def end_of_text(rule: RuleInHand) -> Iterator[Departure]:
    """TT30: a full stop, not the «./.» of other rules."""
    for line in rule.parts.body[-1:]:
        written = line.text.strip()
        if not _ends_with_stop(written):
            end = written[-_END_SHOWN:]
            told = found("ends", text=end)
            yield rule.departure(told, line)


def _ends_with_stop(written: str) -> bool:
    text = written.rstrip(_CLOSING)
    if text.endswith("/."):
        return False
    return text.endswith(".")


def grounds_of(rule: RuleInHand) -> Iterator[Departure]:
    """TT31: each ground in a line of its own; a ground inside a sentence is none."""
    lines = _grounds(rule.parts.body)
    for line in lines:
        is_last = line is lines[-1]
        if _is_ground_right(rule, line, is_last):
            yield from _slant(rule, line)
        else:
            told = quoted_text(_ends_shown(line))
            yield rule.departure(told, line)


def _slant(rule: RuleInHand, line: Line) -> Iterator[Departure]:
    runs = lettered(line)
    is_slanted = all(run.italic for run in runs)
    wanted = rule.text("italic") == "yes"
    if is_slanted != wanted:
        yield rule.departure(
            FOUND_FORMAT["italic", is_slanted],
            line,
            mend=format_mend(rule.rule, line),
        )


def _grounds(body: Lines) -> Lines:
    """Return the grounds at the head of the text: several lines of «Căn cứ», or one that ends as such."""
    grounds: list[Line] = []
    for line in body[:_MOST_GROUNDS]:
        if is_ground(line):
            grounds.append(line)
        elif grounds:
            break
    ends = [line.text.rstrip()[-1:] for line in grounds]
    is_list = len(grounds) > 1 or ";" in ends
    return tuple(grounds) if is_list else ()


def _is_ground_right(rule: RuleInHand, line: Line, is_last: bool) -> bool:
    text = line.text.strip()
    if line.label:
        text = f"{line.label} {text}"
    if not text.startswith(rule.text("prefix")):
        return False
    ends = rule.text("last") if is_last else ";"
    return text[-1:] in ends


def _ends_shown(line: Line) -> str:
    text = line.text.strip()
    start = shortened(text, _END_SHOWN)
    tail = text[-_TAIL_SHOWN:]
    return f"{start} {tail}"


def parts(rule: RuleInHand) -> Iterator[Departure]:
    """TT32: «Phần thứ nhất», «Chương I» in the middle and bold."""
    yield from _headings(rule, _PART)


def sections(rule: RuleInHand) -> Iterator[Departure]:
    """TT33: «Mục 1» in the middle and bold."""
    yield from _headings(rule, _SECTION)


def _headings(rule: RuleInHand, pattern: re.Pattern[str]) -> Iterator[Departure]:
    for line in rule.parts.body:
        if pattern.fullmatch(words_of(line)):
            yield from format_departures(rule, line)


def articles(rule: RuleInHand) -> Iterator[Departure]:
    """TT34: «Điều 1.» bold, with its name in the same line."""
    for line in rule.parts.body:
        if _ARTICLE.match(line.text):
            yield from _article(rule, line)


def _article(rule: RuleInHand, line: Line) -> Iterator[Departure]:
    first = line.shown_runs[0]
    if not _ARTICLE_HEAD.match(line.text):
        start = shortened(line.text, _END_SHOWN)
        told = quoted_text(start)
        yield rule.departure(told, line)
    elif not first.bold:
        light = FOUND_FORMAT["bold", False]
        yield rule.departure(light, line)
