"""The title of a document: kind, subject, the rule below, the subject of a letter (TT21 to TT24, TT49)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.layout_lines import is_capitals, words_of
from khoagiao_xl.layout.rule_in_hand import shortened
from khoagiao_xl.layout.title_parts import kind_named
from khoagiao_xl.wording.layout_rules import FOUND

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

FIVE_HYPHENS: Final = "-----"
_APPEAL: Final = {"kính gửi": "Công văn", "kính trình": "Tờ trình"}
_IN_TEXT: Final = re.compile(r"kính (?:gửi|trình) ?:")
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
        yield rule.departure(FOUND["kind_and_subject"], line)
    yield from format_departures(rule, line)


def subject(rule: RuleInHand) -> Iterator[Departure]:
    """TT22: the subject below the kind; in Party documents it begins with a small letter."""
    title = rule.parts.title
    if title.kind is None or title.kind_name in _WITHOUT_SUBJECT:
        return
    if not title.subject and kind_named(title.kind):
        yield rule.missing("head")
        return
    yield from format_departures(rule, *title.subject)
    if rule.rule.text("first_letter") == "small":
        yield from _capital(rule, title.subject)


def _capital(rule: RuleInHand, lines: tuple[Line, ...]) -> Iterator[Departure]:
    for line in lines[:1]:
        first, *others = line.text.split() or [""]
        # A name or an abbreviation keeps its capitals.
        is_name = first.isupper() or any(word[:1].isupper() for word in others[:1])
        is_begun = first[:1].isupper() and not is_name
        if is_begun or is_capitals(line):
            found = FOUND["capital"].format(text=shortened(line.text))
            yield rule.departure(found, line)


def rule_under_subject(rule: RuleInHand) -> Iterator[Departure]:
    """TT23: five hyphens in Party documents, a short drawn line in those of the state."""
    title = rule.parts.title
    if title.kind is None:
        return
    if rule.is_state:
        yield from _drawn_under_subject(rule)
        return
    last = (title.kind, *title.subject)[-1]
    if title.rule is None:
        found = FOUND["drawn"] if title.has_drawn_line else FOUND["missing"]
        yield rule.departure(found, last)
        return
    written = title.rule.text.strip()
    if written != FIVE_HYPHENS or title.rule.alignment != "center":
        found = FOUND["quoted"].format(text=shortened(title.rule.text))
        yield rule.departure(found, title.rule)


def _drawn_under_subject(rule: RuleInHand) -> Iterator[Departure]:
    title = rule.parts.title
    if title.rule is not None:
        found = FOUND["quoted"].format(text=shortened(title.rule.text))
        yield rule.departure(found, title.rule)
    elif not title.has_drawn_line:
        last = filter(None, (title.kind, *title.subject))
        yield rule.departure(FOUND["no_line"], list(last)[-1])


def subject_of_letter(rule: RuleInHand) -> Iterator[Departure]:
    """TT24: a letter has its subject below its number, and no name of its kind."""
    if not rule.parts.is_letter:
        return
    kind_line = rule.parts.title.kind
    if kind_line is not None:
        yield rule.departure(FOUND["title_of_letter"], kind_line)
    about = rule.parts.head.about
    if not about:
        yield rule.missing("head")
    yield from format_departures(rule, *about)


def appeal(rule: RuleInHand) -> Iterator[Departure]:
    """TT49: «Kính gửi» in letters only, «Kính trình» in submissions only."""
    addressed = rule.parts.title.addressees[:1]
    appeals = [line for line in rule.parts.body if _IN_TEXT.match(words_of(line))]
    for line in (*addressed, *appeals):
        words = words_of(line)
        for begun, kind_name in _APPEAL.items():
            if words.startswith(begun) and rule.parts.kind_name not in {kind_name, ""}:
                found = FOUND["quoted"].format(text=shortened(line.text))
                yield rule.departure(found, line)
