"""The build of the text: its end, its grounds, parts and articles (TT30 to TT34)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures, format_mend, lettered
from khoagiao_xl.layout.layout_lines import is_bold, words_of
from khoagiao_xl.layout.rule_in_hand import shortened
from khoagiao_xl.wording.layout_rules import FOUND, FOUND_FORMAT

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line, Lines
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_PART: Final = re.compile(r"(?:phần|chương) (?:thứ [^\W\d]+|[ivxlc]+|\d+)\W*")
_SECTION: Final = re.compile(r"mục \d+\W*")
_ARTICLE: Final = re.compile(r"điều \d+\b.*")
_ARTICLE_HEAD: Final = re.compile(r"\s*Điều \d+\. ?\S")
_GROUND: Final = re.compile(r"[-–\s]*căn cứ\b.*")
_MOST_GROUNDS: Final = 15
_END_SHOWN: Final = 25


def end_of_text(rule: RuleInHand) -> Iterator[Departure]:
    """TT30: a full stop, not the «./.» of other rules."""
    for line in rule.parts.body[-1:]:
        text = line.text.rstrip(' ”"»)')
        if not text.endswith(".") or text.endswith("/."):
            found = FOUND["ends"].format(text=line.text.strip()[-_END_SHOWN:])
            yield rule.departure(found, line)


def grounds(rule: RuleInHand) -> Iterator[Departure]:
    """TT31: each ground in a line of its own; a ground inside a sentence is none."""
    lines = _grounds(rule.parts.body)
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        if not _is_ground_right(rule, line, is_last):
            found = FOUND["quoted"].format(text=_ends_shown(line))
            yield rule.departure(found, line)
        elif _is_slanted(line) != (rule.rule.text("italic") == "yes"):
            found = FOUND_FORMAT["italic", _is_slanted(line)]
            yield rule.departure(found, line, mend=format_mend(rule.rule, line))


def _grounds(body: Lines) -> Lines:
    """Return the grounds at the head of the text: several lines of «Căn cứ», or one that ends as such."""
    found: list[Line] = []
    for line in body[:_MOST_GROUNDS]:
        if _GROUND.fullmatch(words_of(line)):
            found.append(line)
        elif found:
            break
    is_list = len(found) > 1 or any(line.text.rstrip().endswith(";") for line in found)
    return tuple(found) if is_list else ()


def _is_ground_right(rule: RuleInHand, line: Line, is_last: bool) -> bool:
    prefix = rule.rule.text("prefix")
    text = f"{line.label} {line.text.strip()}".strip()
    ends = tuple(rule.rule.text("last")) if is_last else (";",)
    return text.startswith(prefix) and text.endswith(ends)


def _is_slanted(line: Line) -> bool:
    return all(run.italic for run in lettered(line))


def _ends_shown(line: Line) -> str:
    text = line.text.strip()
    return f"{shortened(text, _END_SHOWN)} {text[-10:]}"


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
        if not line.text.lstrip().startswith("Điều") or not _ARTICLE.fullmatch(words_of(line)):
            continue
        if not _ARTICLE_HEAD.match(line.text):
            found = FOUND["quoted"].format(text=shortened(line.text, _END_SHOWN))
            yield rule.departure(found, line)
        elif not line.shown_runs[0].bold and not is_bold(line):
            yield rule.departure(FOUND_FORMAT["bold", False], line)
