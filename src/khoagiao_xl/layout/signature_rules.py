"""Who signs, and how (TT39 to TT44, TT58)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.format_mends import ParagraphMend
from khoagiao_xl.layout.layout_lines import words_of
from khoagiao_xl.layout.rule_in_hand import filled, shortened
from khoagiao_xl.layout.rule_words import number_told
from khoagiao_xl.layout.signature_lines import (
    body_behind,
    has_academic_title,
    is_known_pair,
    signature_lines,
)
from khoagiao_xl.layout.word_lengths import millimetres
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.wording.layout_rules import FOUND

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_WITH_POINT: Final = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. ?\S")
_WITH_STROKE: Final = re.compile(r"(?:[TK]/[MTL]|T/UQ) \S|Q\. ?\S")
_ABBREVIATED: Final = re.compile(r"(?:t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\.?u\.?q)[.\s/]")
_COMMITTEE_DEPUTY: Final = re.compile(r"K/T\s+(?:PHÓ )?BÍ THƯ.*")
_BY_ORDER: Final = "T/L"
_LINE_OF_SINGLE: Final = 1.15  # a line takes so many times the size of its letters


def layout(rule: RuleInHand) -> Iterator[Departure]:
    """TT39: the recipients at the left and the signer at the right, in a table without lines."""
    signature = rule.parts.signature
    first = filled([signature.recipients_word, *signature.lines])
    if not signature.lines:
        yield rule.departure(FOUND["no_signature"], place="end")
    elif signature.table is None:
        yield rule.departure(FOUND["loose_end"], first[0])
    elif signature.table.is_bordered:
        yield rule.departure(FOUND["bordered_end"], first[0])
    elif not _is_signer_right(rule):
        yield rule.departure(FOUND["end_sides"], first[0])


def _is_signer_right(rule: RuleInHand) -> bool:
    """Say whether nobody who signs stands in the first of two columns."""
    signature = rule.parts.signature
    signing = {id(line.element) for line in signature.lines}
    for row in () if signature.table is None else signature.table.rows:
        left = row.cells[0].paragraphs if len(row.cells) > 1 else ()
        if any(id(paragraph.element) in signing for paragraph in left):
            return False
    return True


def authority(rule: RuleInHand) -> Iterator[Departure]:
    """TT40: «T/M BAN THƯỜNG VỤ», of the state «TM. ỦY BAN NHÂN DÂN»."""
    pattern = _WITH_POINT if rule.is_state else _WITH_STROKE
    for line in rule.parts.signature.authority:
        is_abbreviated = _ABBREVIATED.match(words_of(line)) is not None
        if is_abbreviated and not pattern.match(line.text.strip()):
            found = FOUND["quoted"].format(text=shortened(line.text))
            yield rule.departure(found, line)
    yield from format_departures(rule, *rule.parts.signature.authority)


def position(rule: RuleInHand) -> Iterator[Departure]:
    """TT41. A head who signs in person has no line of authority: how bold that line is, no rule says."""
    signature = rule.parts.signature
    if signature.authority or rule.is_state:
        yield from format_departures(rule, signature.position)


def words_of_position(rule: RuleInHand) -> Iterator[Departure]:
    """TT42: the position without the name of the body."""
    line = rule.parts.signature.position
    if line is not None and body_behind(_printed(line)):
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)


def signer(rule: RuleInHand) -> Iterator[Departure]:
    """TT43: who may sign for whom; positions that the table does not know are not judged."""
    signature = rule.parts.signature
    told = [_printed(line) for line in signature.authority]
    above = " ".join(told)
    last = "" if signature.position is None else _printed(signature.position)
    last = body_behind(last) or last
    known = signature_lines()
    is_told = above in {line.authority for line in known} and last in {line.position for line in known}
    is_wrong = is_told and not is_known_pair(above, last)
    has_deputy = any(_COMMITTEE_DEPUTY.fullmatch(line) for line in told)
    has_orders = sum(line.startswith(_BY_ORDER) for line in told) > 1
    if is_wrong or has_deputy or has_orders:
        found = FOUND["quoted"].format(text=shortened(f"{above} / {last}"))
        yield rule.departure(found, filled([*signature.authority, signature.position])[0])


def _printed(line: Line) -> str:
    """Return a line in capitals and one spelling, as the table of signature lines has it."""
    words = canonical(line.text).upper().split()
    return " ".join(words)


def name(rule: RuleInHand) -> Iterator[Departure]:
    """TT44: the name without titles and degrees."""
    line = rule.parts.signature.name
    if line is None:
        return
    if has_academic_title(line.text):
        found = FOUND["quoted"].format(text=shortened(line.text))
        yield rule.departure(found, line)
    yield from format_departures(rule, line)


def room_to_sign(rule: RuleInHand) -> Iterator[Departure]:
    """TT58: room between position and name, and nothing that tears the signature apart."""
    signature = rule.parts.signature
    for line in rule.parts.body[-1:]:
        if signature.lines and not line.keep_next:
            yield rule.departure(FOUND["alone"], line, mend=ParagraphMend(line.element, keep_next=True))
    last, below = signature.position, signature.name
    if last is None or below is None or signature.table is None:
        return
    height = _height_between(list(signature.table.paragraphs), last, below)
    least, _ = rule.rule.span("room")
    if height < least:
        found = FOUND["close"].format(length=number_told(height))
        yield rule.departure(found, below)


def _height_between(paragraphs: list[LaidParagraph], above: Line, below: Line) -> float:
    """Return the room (mm) between two lines of a table, with what is empty between them."""
    elements = [paragraph.element for paragraph in paragraphs]
    first, last = elements.index(above.element), elements.index(below.element)
    between = paragraphs[first + 1 : last]
    empty = [paragraph for paragraph in between if not paragraph.text.strip()]
    height = above.after + below.before
    for paragraph in empty:
        height += paragraph.before + paragraph.after + _line_height(paragraph, above)
    if first == last:  # line breaks within one paragraph
        height += above.text.count("\n") * _line_height(above, above)
    return millimetres(height)


def _line_height(paragraph: LaidParagraph, like: Line) -> int:
    size = max((run.size for run in like.shown_runs), default=14.0)
    if paragraph.line_rule == "auto":
        return round(size * 20 * _LINE_OF_SINGLE * paragraph.line / 240)
    return paragraph.line
