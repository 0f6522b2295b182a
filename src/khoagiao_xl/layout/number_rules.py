"""What stands below the bodies: number, place and day, draft, urgency, marks (TT17 to TT20, TT50 to TT53)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.layout_lines import is_capitals, lines_of, words_of
from khoagiao_xl.layout.rule_in_hand import shortened
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark
from khoagiao_xl.wording.layout_rules import FOUND

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_LETTERS: Final = r"[A-ZĐ][A-Za-zĐđ&]*\d*"
_BLANK: Final = r"[\d.…_ ]*"
_PATTERNS: Final = {
    "party": re.compile(rf"Số {_BLANK}-(?:{_LETTERS}/)?{_LETTERS}(?:[-&]{_LETTERS})*"),
    "state": re.compile(rf"Số: ?{_BLANK}/(?:\d{{4}}/)?{_LETTERS}(?:-{_LETTERS})*"),
}
# What some put into a number: a letter behind it, the year.
_PUT_IN: Final = re.compile(r"Số\s*:?\s*(?:\d+\s*[a-zA-Z](?![\w])|\d+\s*/\s*(?:19|20)\d\d\s*-)")
_DIGITS: Final = re.compile(r"\d+")
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
    pattern = _PATTERNS[rule.rule.text("pattern")]
    written = canonical(line.text).strip()
    if not _PUT_IN.match(written) and not pattern.fullmatch(written):
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)
    yield from format_departures(rule, line)


def small_number(rule: RuleInHand) -> Iterator[Departure]:
    """TT18: a number below ten has a nought before it."""
    line = rule.parts.head.number
    digits = _DIGITS.fullmatch(rule.parts.number_text)
    if line is not None and digits and len(digits[0]) == 1:
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)


def running_number(rule: RuleInHand) -> Iterator[Departure]:
    """TT19, as far as one document shows it: nothing is put into the number."""
    line = rule.parts.head.number
    if line is None or rule.is_state:
        return
    if _PUT_IN.match(canonical(line.text).strip()):
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)


def place_and_day(rule: RuleInHand) -> Iterator[Departure]:
    """TT20: a nought before days below ten and the months one and two only."""
    line = rule.parts.head.place_day
    if line is None:
        yield rule.missing("head")
        return
    if not _is_day_right(line):
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)
    yield from format_departures(rule, line)


def _is_day_right(line: Line) -> bool:
    written = canonical(line.text).strip()
    found = _PLACE_DAY.fullmatch(written)
    if found is None or not found["place"][:1].isupper():
        return False
    return _is_padded(found["day"], below=10, last=31) and _is_padded(found["month"], below=3, last=12)


def _is_padded(written: str, below: int, last: int) -> bool:
    """Say whether a figure has a nought before it just where it is less than `below`; an open one may."""
    digits = written.strip()
    if not digits.isdecimal():
        return True
    value = int(digits)
    wanted = f"{value:02d}" if value < below else str(value)
    return digits == wanted and 1 <= value <= last


# -- marks ------------------------------------------------------------------------------------------------


def urgency(rule: RuleInHand) -> Iterator[Departure]:
    """TT50."""
    yield from format_departures(rule, rule.parts.head.urgency)


def secrecy(rule: RuleInHand) -> Iterator[Departure]:
    """TT51: a secret document is not for this machine."""
    for line in lines_of(rule.laid.paragraphs):
        if _is_stamp(line):
            found = FOUND["secret"].format(text=shortened(line.text))
            yield rule.departure(found, line)
            return


def _is_stamp(line: Line) -> bool:
    if len(line.text.split()) > _MOST_WORDS_OF_STAMP:
        return False
    return is_capitals(line) and bears_mark(line.text, Where.TEXT)


def circulation(rule: RuleInHand) -> Iterator[Departure]:
    """TT52."""
    yield from format_departures(rule, rule.parts.head.circulation)


def draft(rule: RuleInHand) -> Iterator[Departure]:
    """TT53: what has no number yet says that it is a draft; what has one does not."""
    head = rule.parts.head
    if head.number is None:
        return
    has_number = bool(rule.parts.number_text)
    if not has_number and head.draft is None:
        yield rule.departure(FOUND["no_draft"], head.number)
    if has_number and head.draft is not None:
        found = FOUND["still_draft"].format(text=shortened(head.draft.text))
        yield rule.departure(found, head.draft)
    if head.draft is not None and words_of(head.draft):
        yield from format_departures(rule, head.draft)
