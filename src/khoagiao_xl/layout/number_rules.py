"""What stands below the bodies: number, place and day, draft, urgency, marks (TT17 to TT20, TT50 to TT53)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.found_words import found, quoted, quoted_text, shortened
from khoagiao_xl.layout.layout_lines import is_capitals, lines_of
from khoagiao_xl.layout.right_head_words import right_day, right_number
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_LETTERS: Final = r"[A-ZĐ][A-Za-zĐđ&]*\d*"
_LONG_DASH: Final = re.compile("[–—]")
_BLANK: Final = r"[\d.…_ ]*"
_PATTERNS: Final = {
    "party": re.compile(rf"Số {_BLANK}-(?:{_LETTERS}/)?{_LETTERS}(?:[-&]{_LETTERS})*"),
    "state": re.compile(rf"Số: ?{_BLANK}/(?:\d{{4}}/)?{_LETTERS}(?:-{_LETTERS})*"),
}
# What some put into a number: a letter behind it, the year.
_PUT_IN: Final = re.compile(r"Số\s*:?\s*(?:\d+\s*[a-zA-Z](?![\w])|\d+\s*/\s*(?:19|20)\d\d\s*-)")
_OPEN: Final = r"[\s.…_]*"
_PLACE_DAY: Final = re.compile(
    rf"(?P<place>\S.*\S), ngày (?P<day>\d{{1,2}}|{_OPEN}) ?"
    rf"tháng (?P<month>\d{{1,2}}|{_OPEN}) ?năm ?(?P<year>\d{{4}}|{_OPEN})"
)
_MOST_WORDS_OF_STAMP: Final = 6


def number(rule: RuleInHand) -> Iterator[Departure]:
    """TT17: «Số 12-BC/ĐUK», of the state «Số: 12/BC-SGDĐT»; the number may be left open."""
    line = rule.parts.head.number
    if line is None:
        yield rule.missing("head")
        return
    pattern = _PATTERNS[rule.text("pattern")]
    written = _written(line)
    has_long_dash = _LONG_DASH.search(line.text)
    is_right = pattern.fullmatch(written) and not has_long_dash
    if not is_right and not _has_put_in(line):
        yield _misspelt_number(rule, line)
    yield from format_departures(rule, line)


def _misspelt_number(rule: RuleInHand, line: Line) -> Departure:
    parts = rule.parts
    right = right_number(parts.number_text, parts.symbol, is_state=rule.is_state)
    return rule.departure(
        quoted(line),
        line,
        right=right and quoted_text(right),
    )


def _written(line: Line) -> str:
    one_spelling = canonical(line.text)
    return one_spelling.strip()


def _has_put_in(line: Line) -> bool:
    return _PUT_IN.match(_written(line)) is not None


def small_number(rule: RuleInHand) -> Iterator[Departure]:
    """TT18: a number below ten has a nought before it."""
    line = rule.parts.head.number
    is_one_digit = len(rule.parts.number_text) == 1
    if line is not None and is_one_digit:
        yield _misspelt_number(rule, line)


def running_number(rule: RuleInHand) -> Iterator[Departure]:
    """TT19, as far as one document shows it: nothing is put into the number."""
    line = rule.parts.head.number
    if line is None or rule.is_state:
        return
    if _has_put_in(line):
        told = quoted(line)
        yield rule.departure(told, line)


def place_and_day(rule: RuleInHand) -> Iterator[Departure]:
    """TT20: a nought before days below ten and the months one and two only."""
    line = rule.parts.head.place_day
    if line is None:
        yield rule.missing("head")
        return
    if not _is_day_right(line):
        right = right_day(line, rule.parts.day)
        yield rule.departure(
            quoted(line),
            line,
            right=right and quoted_text(right),
        )
    yield from format_departures(rule, line)


def _is_day_right(line: Line) -> bool:
    match = _PLACE_DAY.fullmatch(_written(line))
    if match is None:
        return False
    place, day, month = match["place"], match["day"], match["month"]
    if not place[0].isupper():
        return False
    if not _is_padded(day, below=10, last=31):
        return False
    return _is_padded(month, below=3, last=12)


def _is_padded(written: str, below: int, last: int) -> bool:
    """Say whether a figure has a nought before it just where it is less than `below`; an open one may."""
    digits = written.strip()
    if not digits.isdecimal():
        return True
    value = int(digits)
    if not 1 <= value <= last:
        return False
    wanted = f"{value:02d}" if value < below else str(value)
    return digits == wanted


# -- marks ------------------------------------------------------------------------------------------------


def urgency(rule: RuleInHand) -> Iterator[Departure]:
    """TT50."""
    yield from format_departures(rule, rule.parts.head.urgency)


def secrecy(rule: RuleInHand) -> Iterator[Departure]:
    """TT51: a secret document is not for this machine."""
    for line in lines_of(rule.laid.paragraphs):
        if _is_stamp(line):
            shown = shortened(line.text)
            told = found("secret", text=shown)
            yield rule.departure(told, line)
            return


def _is_stamp(line: Line) -> bool:
    words = line.text.split()
    if len(words) > _MOST_WORDS_OF_STAMP or not is_capitals(line):
        return False
    return bears_mark(line.text, Where.TEXT)


def circulation(rule: RuleInHand) -> Iterator[Departure]:
    """TT52."""
    yield from format_departures(rule, rule.parts.head.circulation)


def draft(rule: RuleInHand) -> Iterator[Departure]:
    """TT53: what has no number yet says that it is a draft; what has one does not."""
    head = rule.parts.head
    if head.number is None:
        return
    has_number = bool(rule.parts.number_text)
    if head.draft is None:
        if not has_number:
            unsaid = found("no_draft")
            yield rule.departure(unsaid, head.number)
        return
    if has_number:
        shown = shortened(head.draft.text)
        still = found("still_draft", text=shown)
        yield rule.departure(still, head.draft)
    yield from format_departures(rule, head.draft)
