"""Who is sent a copy, where the document is kept, who typed it (TT45 to TT48, TT54, TT55)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures, format_found, format_mend
from khoagiao_xl.layout.layout_lines import lines_of, words_of
from khoagiao_xl.layout.mends import AllMends
from khoagiao_xl.layout.rule_in_hand import shortened
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.wording.layout_rules import FOUND

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line, Lines
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_ARCHIVED: Final = re.compile(r"\W*lưu\b.*")
_AS_ABOVE: Final = re.compile(r"\W*như (?:trên|kính gửi)\b.*")
_FOR_ADDRESSEES: Final = {"Công văn", "Tờ trình"}
_PARTY_ARCHIVE: Final = re.compile(r"(?:- )?Lưu (?!.*\bVT\b)[^:]+")
_STATE_ARCHIVE: Final = re.compile(r"(?:- )?Lưu ?:.*")
_ITEM: Final = re.compile(r"- ?\S")
_CONTACT: Final = re.compile(r"(?:địa chỉ|điện thoại|đt|email|website|thư điện tử)\W*:.*")


def recipients_word(rule: RuleInHand) -> Iterator[Departure]:
    """TT45."""
    line = rule.parts.signature.recipients_word
    if line is None:
        yield rule.departure(FOUND["no_recipients"], place="end")
        return
    if canonical(line.text).strip() != "Nơi nhận:":
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)
    yield from format_departures(rule, line)


def recipients(rule: RuleInHand) -> Iterator[Departure]:
    """TT46: a line for each, with «- » before and «;» behind, the last with a full stop."""
    lines = rule.parts.signature.recipients
    yield from _format_of_list(rule, lines)
    for number, line in enumerate(lines):
        if _goes_on(lines, number):
            continue
        is_last = number == len(lines) - 1
        if not _is_item_right(line, is_last):
            found = FOUND["quoted"].format(text=shortened(line.text))
            yield rule.departure(found, line, gravity="punctuation_gravity")


def _format_of_list(rule: RuleInHand, lines: Lines) -> Iterator[Departure]:
    """Yield one departure for the whole list: it is typed in one go."""
    wrong = [line for line in lines if next(format_found(rule.rule, line), "")]
    for first in wrong[:1]:
        found = dict.fromkeys(
            told for line in wrong for told in format_found(rule.rule, line)
        )  # density: flat
        mends = [format_mend(rule.rule, line) for line in wrong]
        known = tuple(mend for mend in mends if mend is not None)
        yield rule.departure(", ".join(found), first, mend=AllMends(known))


def _goes_on(lines: Lines, number: int) -> bool:
    """Say whether the next line is the rest of this recipient's: it has no dash, and begins small."""
    following = lines[number + 1 : number + 2]
    return any(not _is_item(line) and line.text.strip()[:1].islower() for line in following)


def _is_item(line: Line) -> bool:
    return bool(line.label) or _ITEM.match(canonical(line.text).strip()) is not None


def _is_item_right(line: Line, is_last: bool) -> bool:
    ending = "." if is_last else ";"
    is_begun = _is_item(line) or line.text.strip()[:1].islower()
    return is_begun and line.text.rstrip().endswith(ending)


def archive(rule: RuleInHand) -> Iterator[Departure]:
    """TT47: «- Lưu Văn phòng ...», of the state «- Lưu: VT»."""
    lines = rule.parts.signature.recipients
    kept = [line for line in lines if _ARCHIVED.fullmatch(words_of(line))]
    if lines and not kept:
        yield rule.departure(FOUND["missing"], lines[-1])
    is_state = rule.rule.text("pattern") == "state"
    pattern = _STATE_ARCHIVE if is_state else _PARTY_ARCHIVE
    for line in kept:
        if not pattern.fullmatch(canonical(line.text).strip()):
            found = FOUND["quoted"].format(text=shortened(line.text))
            yield rule.departure(found, line)


def as_above(rule: RuleInHand) -> Iterator[Departure]:
    """TT48: who is addressed is sent a copy «as above», in letters and submissions only."""
    lines = rule.parts.signature.recipients
    if not lines or not rule.parts.kind_name:
        return
    is_said = _AS_ABOVE.fullmatch(words_of(lines[0])) is not None
    is_wanted = rule.parts.kind_name in _FOR_ADDRESSEES
    if is_wanted and not is_said:
        yield rule.departure(FOUND["not_as_above"], lines[0])
    if is_said and not is_wanted:
        yield rule.departure(FOUND["as_above"], lines[0])


def drafter(rule: RuleInHand) -> Iterator[Departure]:
    """TT54."""
    yield from format_departures(rule, rule.parts.signature.drafter)


def contact(rule: RuleInHand) -> Iterator[Departure]:
    """TT55: address and telephone at the foot of the page."""
    for section in rule.laid.sections[:1]:
        for line in lines_of((*section.footer, *section.first_footer)):
            if _CONTACT.fullmatch(words_of(line)):
                yield from format_departures(rule, line)
