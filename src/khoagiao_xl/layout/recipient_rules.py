"""Who is sent a copy, where the document is kept, who typed it (TT45 to TT48, TT54, TT55)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures, format_found, format_mend
from khoagiao_xl.layout.found_words import found, quoted
from khoagiao_xl.layout.layout_lines import lines_of, words_of
from khoagiao_xl.layout.mends import AllMends, Mend
from khoagiao_xl.vietnamese.running_text import canonical

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line, Lines
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_ARCHIVED: Final = re.compile(r"\W*lưu\b.*")
_AS_ABOVE: Final = re.compile(r"\W*như (?:trên|kính gửi)\b.*")
_FOR_ADDRESSEES: Final = {"Công văn", "Tờ trình"}
_ARCHIVES: Final = {
    "party": re.compile(r"(?:- )?Lưu (?!.*\bVT\b)[^:]+"),
    "state": re.compile(r"(?:- )?Lưu ?:.*"),
}
_WORD: Final = "Nơi nhận:"
_ITEM: Final = re.compile(r"- ?\S")
_CONTACT: Final = re.compile(r"(?:địa chỉ|điện thoại|đt|email|website|thư điện tử)\W*:.*")


def recipients_word(rule: RuleInHand) -> Iterator[Departure]:
    """TT45."""
    line = rule.parts.signature.recipients_word
    if line is None:
        nobody = found("no_recipients")
        yield rule.departure(nobody, place="end")
        return
    if _written(line) != _WORD:
        told = quoted(line)
        yield rule.departure(told, line)
    yield from format_departures(rule, line)


def _written(line: Line) -> str:
    one_spelling = canonical(line.text)
    return one_spelling.strip()


def recipients(rule: RuleInHand) -> Iterator[Departure]:
    """TT46: a line for each, with «- » before and «;» behind, the last with a full stop."""
    lines = rule.parts.signature.recipients
    below = lines[1:]
    yield from _format_of_list(rule, lines)
    for line, following in zip_longest(lines, below):
        if _is_item_right(line, following):
            continue
        yield rule.departure(
            quoted(line),
            line,
            gravity="punctuation_gravity",
        )


def _format_of_list(rule: RuleInHand, lines: Lines) -> Iterator[Departure]:
    """Yield one departure for the whole list: it is typed in one go."""
    wrong: list[Line] = []
    told: dict[str, None] = {}
    for line in lines:
        found_here = list(format_found(rule.rule, line))
        if found_here:
            wrong.append(line)
            told |= dict.fromkeys(found_here)
    for first in wrong[:1]:
        yield rule.departure(
            ", ".join(told),
            first,
            mend=_mend_of_list(rule, wrong),
        )


def _mend_of_list(rule: RuleInHand, lines: Iterable[Line]) -> Mend | None:
    mends: list[Mend] = []
    for line in lines:
        mend = format_mend(rule.rule, line)
        if mend is None:
            return None
        mends.append(mend)
    return AllMends(tuple(mends))


def _is_item_right(line: Line, following: Line | None) -> bool:
    """Say whether a line of the list begins and ends as it should; a long name goes on in the next line."""
    if following is not None and _goes_on(following):
        return True
    ending = "." if following is None else ";"
    if not line.text.rstrip().endswith(ending):
        return False
    return _is_item(line) or _goes_on(line)


def _is_item(line: Line) -> bool:
    if line.label:
        return True
    return _ITEM.match(_written(line)) is not None


def _goes_on(line: Line) -> bool:
    """Say whether a line is the rest of the one above: it has no dash, and begins small."""
    first = _written(line)[:1]
    return first.islower() and not _is_item(line)


def archive(rule: RuleInHand) -> Iterator[Departure]:
    """TT47: «- Lưu Văn phòng ...», of the state «- Lưu: VT»."""
    lines = rule.parts.signature.recipients
    kept = [line for line in lines if _ARCHIVED.fullmatch(words_of(line))]
    for last in lines[-1:]:
        if not kept:
            absent = found("missing")
            yield rule.departure(absent, last)
    name = rule.text("pattern")
    for line in kept:
        written = _written(line)
        if not _ARCHIVES[name].fullmatch(written):
            told = quoted(line)
            yield rule.departure(told, line)


def as_above(rule: RuleInHand) -> Iterator[Departure]:
    """TT48: who is addressed is sent a copy «as above», in letters and submissions only."""
    lines = rule.parts.signature.recipients
    if not lines or not rule.parts.kind_name:
        return
    first = lines[0]
    is_said = _AS_ABOVE.fullmatch(words_of(first)) is not None
    is_wanted = rule.parts.kind_name in _FOR_ADDRESSEES
    if is_said == is_wanted:
        return
    code = "as_above" if is_said else "not_as_above"
    yield rule.departure(found(code), first)


def drafter(rule: RuleInHand) -> Iterator[Departure]:
    """TT54."""
    yield from format_departures(rule, rule.parts.signature.drafter)


def contact(rule: RuleInHand) -> Iterator[Departure]:
    """TT55: address and telephone at the foot of the page."""
    for section in rule.laid.sections[:1]:
        foot = [*section.footer, *section.first_footer]
        for line in lines_of(foot):
            words = words_of(line)
            if _CONTACT.fullmatch(words):
                yield from format_departures(rule, line)
