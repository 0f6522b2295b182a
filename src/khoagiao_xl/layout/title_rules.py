"""The title of a document: kind, subject, the rule below, the subject of a letter (TT21 to TT24, TT49)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.found_words import found, quoted, shortened
from khoagiao_xl.layout.layout_lines import is_capitals, there, words_of
from khoagiao_xl.layout.title_parts import kind_named
from khoagiao_xl.wording.layout_rules import FOUND_FORMAT

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

FIVE_HYPHENS: Final = "-----"
_APPEAL: Final = {"kính gửi": "Công văn", "kính trình": "Tờ trình"}
_IN_TEXT: Final = re.compile(r"kính (?:gửi|trình) ?:")
_OPENINGS: Final = {"party": "về việc", "state": "v/v"}
# Documents whose kind stands without a subject, or with a name of their own.
_WITHOUT_SUBJECT: Final = {"Giấy mời", "Biên bản", "Luật", "Lệnh"}


def kind(rule: RuleInHand) -> Iterator[Departure]:
    """TT21: the kind of document in a line of its own."""
    line = rule.parts.title.kind
    if rule.parts.is_letter and line is None:
        return
    if line is None:
        yield rule.missing("head")
        return
    if not kind_named(line):
        both = found("kind_and_subject")
        yield rule.departure(both, line)
    yield from format_departures(rule, line)


def subject(rule: RuleInHand) -> Iterator[Departure]:
    """TT22: the subject below the kind; in Party documents it begins with a small letter."""
    title = rule.parts.title
    if title.kind is None or rule.parts.is_letter:
        return
    if title.kind_name in _WITHOUT_SUBJECT:
        return
    if not title.subject and kind_named(title.kind):
        yield rule.missing("head")
        return
    yield from format_departures(rule, *title.subject)
    if rule.text("first_letter") == "small":
        yield from _capital(rule, title.subject)


def _capital(rule: RuleInHand, lines: tuple[Line, ...]) -> Iterator[Departure]:
    for line in lines[:1]:
        text = line.text.strip()
        if is_capitals(line) or _begins_big(text):
            shown = shortened(text)
            told = found("capital", text=shown)
            yield rule.departure(told, line)


def _begins_big(text: str) -> bool:
    """Say whether a text begins with a capital that is none of a name or an abbreviation."""
    first, *others = text.split()
    if first.isupper() or not first[0].isupper():
        return False
    for second in others[:1]:
        return not second[0].isupper()
    return True


def rule_under_subject(rule: RuleInHand) -> Iterator[Departure]:
    """TT23: five hyphens in Party documents, a short drawn line in those of the state."""
    title = rule.parts.title
    if title.kind is None or rule.parts.is_letter:
        return
    if rule.is_state:
        yield from _drawn_under_subject(rule)
        return
    last = (title.kind, *title.subject)[-1]
    if title.rule is None:
        instead = "drawn" if title.has_drawn_line else "missing"
        yield rule.departure(found(instead), last)
    elif not _is_five_hyphens(title.rule):
        told = quoted(title.rule)
        yield rule.departure(told, title.rule)


def _is_five_hyphens(line: Line) -> bool:
    written = line.text.strip()
    return written == FIVE_HYPHENS and line.alignment == "center"


def _drawn_under_subject(rule: RuleInHand) -> Iterator[Departure]:
    title = rule.parts.title
    if title.rule is not None:
        typed = quoted(title.rule)
        yield rule.departure(typed, title.rule)
    elif not title.has_drawn_line:
        last = there([title.kind, *title.subject])[-1]
        bare = found("no_line")
        yield rule.departure(bare, last)


def subject_of_letter(rule: RuleInHand) -> Iterator[Departure]:
    """TT24: a letter has its subject below its number, and no name of its kind."""
    if not rule.parts.is_letter:
        return
    kind_line = rule.parts.title.kind
    if kind_line is not None:
        titled = found("title_of_letter")
        yield rule.departure(titled, kind_line)
    about = rule.parts.head.about
    if not about:
        yield rule.missing("head")
    yield from format_departures(rule, *about)
    for line in about[:1]:
        yield from _opening(rule, line)


def _opening(rule: RuleInHand, line: Line) -> Iterator[Departure]:
    """Yield the departure of a subject that begins as those of the other side do; an open rule takes both."""
    wanted = _OPENINGS.get(rule.text("pattern"), "")
    words = words_of(line)
    if words.startswith(wanted):
        return
    for opening in _OPENINGS.values():
        if words.startswith(opening):
            written = line.text.strip()[: len(opening)]
            told = found("opening", text=written)
            yield rule.departure(told, line, gravity="pattern_gravity")


def appeal(rule: RuleInHand) -> Iterator[Departure]:
    """TT49: «Kính gửi» in letters only, «Kính trình» in submissions only."""
    for line in _appeals(rule):
        if _is_out_of_place(rule, line):
            told = quoted(line)
            yield rule.departure(told, line)
        elif rule.asks("italic") and _begins_upright(line):
            upright = FOUND_FORMAT["italic", False]
            yield rule.departure(upright, line)


def _begins_upright(line: Line) -> bool:
    """Say whether the words «Kính gửi» are not in italics; the names behind them are upright."""
    first, *_ = line.shown_runs
    return not first.italic


def _appeals(rule: RuleInHand) -> Iterator[Line]:
    yield from rule.parts.title.addressees[:1]
    for line in rule.parts.body:
        words = words_of(line)
        if _IN_TEXT.match(words):
            yield line


def _is_out_of_place(rule: RuleInHand, line: Line) -> bool:
    """Say whether an appeal stands in another kind of document than its own; an unknown kind may have it."""
    words = words_of(line)
    kind_name = rule.parts.kind_name
    for begun, own in _APPEAL.items():
        if words.startswith(begun):
            return kind_name not in {own, ""}
    return False
