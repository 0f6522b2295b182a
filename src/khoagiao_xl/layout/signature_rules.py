"""Who signs, and how (TT39 to TT44, TT58)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.format_mends import ParagraphMend
from khoagiao_xl.layout.found_words import found, quoted, quoted_text
from khoagiao_xl.layout.layout_lines import words_of
from khoagiao_xl.layout.rule_in_hand import there
from khoagiao_xl.layout.running_text_rules import A_LINE, height_of_line
from khoagiao_xl.layout.signature_lines import (
    body_behind,
    has_academic_title,
    is_known_pair,
    signature_lines,
)
from khoagiao_xl.layout.word_lengths import millimetres
from khoagiao_xl.vietnamese.running_text import canonical

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_parts import Line, Lines, SignatureParts
    from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable
    from khoagiao_xl.layout.rule_in_hand import RuleInHand

_WITH_POINT: Final = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. ?\S")
_WITH_STROKE: Final = re.compile(r"(?:[TK]/[MTL]|T/UQ) \S|Q\. ?\S")
_ABBREVIATED: Final = re.compile(r"(?:t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\.?u\.?q)[.\s/]")
_COMMITTEE_DEPUTY: Final = re.compile(r"K/T\s+(?:PHÓ )?BÍ THƯ.*")
_BY_ORDER: Final = "T/L"


def layout(rule: RuleInHand) -> Iterator[Departure]:
    """TT39: the recipients at the left and the signer at the right, in a table without lines."""
    signature = rule.parts.signature
    first = there([signature.recipients_word, *signature.lines])
    code = _fault_of_layout(signature)
    if code:
        yield rule.departure(found(code), *first[:1], place="end")


def _fault_of_layout(signature: SignatureParts) -> str:
    """Return what is wrong with the layout of a signature, one of wording's FOUND; blank for nothing."""
    if not signature.lines:
        return "no_signature"
    if signature.table is None:
        return "loose_end"
    if signature.table.is_bordered:
        return "bordered_end"
    return "end_sides" if _signs_at_left(signature.lines, signature.table) else ""


def _signs_at_left(lines: Lines, table: LaidTable) -> bool:
    """Say whether somebody signs in the first of several columns."""
    signing = [line.element for line in lines]
    for row in table.rows:
        if len(row.cells) > 1:
            left = [paragraph.element for paragraph in row.cells[0].paragraphs]
            if any(element in signing for element in left):
                return True
    return False


def authority(rule: RuleInHand) -> Iterator[Departure]:
    """TT40: «T/M BAN THƯỜNG VỤ», of the state «TM. ỦY BAN NHÂN DÂN»."""
    pattern = _WITH_POINT if rule.is_state else _WITH_STROKE
    lines = rule.parts.signature.authority
    for line in lines:
        is_abbreviated = _ABBREVIATED.match(words_of(line))
        if is_abbreviated and not pattern.match(line.text.strip()):
            told = quoted(line)
            yield rule.departure(told, line)
    yield from format_departures(rule, *lines)


def position(rule: RuleInHand) -> Iterator[Departure]:
    """TT41. A head who signs in person has no line of authority: how bold that line is, no rule says."""
    signature = rule.parts.signature
    if signature.authority or rule.is_state:
        yield from format_departures(rule, signature.position)


def words_of_position(rule: RuleInHand) -> Iterator[Departure]:
    """TT42: the position without the name of the body."""
    line = rule.parts.signature.position
    if line is not None and body_behind(_printed(line)):
        told = quoted(line)
        yield rule.departure(told, line)


def signer(rule: RuleInHand) -> Iterator[Departure]:
    """TT43: who may sign for whom; positions that the table does not know are not judged."""
    signature = rule.parts.signature
    lines = there([*signature.authority, signature.position])
    authorities = [_printed(line) for line in signature.authority]
    above = " ".join(authorities)
    last = "" if signature.position is None else _printed(signature.position)
    if _is_wrong_pair(above, body_behind(last) or last) or _is_wrong_authority(authorities):
        told = quoted_text(f"{above} / {last}")
        yield rule.departure(told, lines[0])


def _is_wrong_pair(authority: str, position: str) -> bool:
    """Say whether both lines are known, but not together."""
    if is_known_pair(authority, position):
        return False
    known = signature_lines()
    authorities = {line.authority for line in known}
    positions = {line.position for line in known}
    return authority in authorities and position in positions


def _is_wrong_authority(lines: list[str]) -> bool:
    """Say whether a deputy signs for the secretary of a committee, or one by order of one by order."""
    if any(_COMMITTEE_DEPUTY.fullmatch(line) for line in lines):
        return True
    orders = [line for line in lines if line.startswith(_BY_ORDER)]
    return len(orders) > 1


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
        told = quoted(line)
        yield rule.departure(told, line)
    yield from format_departures(rule, line)


def room_to_sign(rule: RuleInHand) -> Iterator[Departure]:
    """TT58: room between position and name, and nothing that tears the signature apart."""
    signature = rule.parts.signature
    if signature.lines:
        yield from _may_part(rule)
    last, below = signature.position, signature.name
    if last is None or below is None or signature.table is None:
        return
    height = _height_between(signature.table, last, below)
    if height < rule.least("room"):
        told = found("close", length=height)
        yield rule.departure(told, below)


def _may_part(rule: RuleInHand) -> Iterator[Departure]:
    """Yield a departure where the page may end between the text and the signature."""
    told = found("alone")
    for line in rule.parts.body[-1:]:
        if not line.keep_next:
            mend = ParagraphMend(line.element, keep_next=True)
            yield rule.departure(told, line, mend=mend)


def _height_between(table: LaidTable, above: Line, below: Line) -> float:
    """Return the room (mm) between two lines of a table, with what is empty between them."""
    paragraphs = list(table.paragraphs)
    elements = [paragraph.element for paragraph in paragraphs]
    first = elements.index(above.element)
    last = elements.index(below.element)
    height = above.after + below.before
    for paragraph in paragraphs[first + 1 : last]:
        if not paragraph.text.strip():
            height += _height_of_empty(paragraph, above)
    if first == last:  # line breaks within one paragraph
        breaks = paragraphs[first].text.count("\n") - 1
        height += breaks * _height_of_line(above, above)
    return millimetres(height)


def _height_of_empty(paragraph: LaidParagraph, like: Line) -> int:
    line = _height_of_line(paragraph, like)
    return paragraph.before + line + paragraph.after


def _height_of_line(paragraph: LaidParagraph, like: Line) -> int:
    """Return the height of an empty line, whose letters are taken to be like those above it."""
    if paragraph.line_rule == "auto":
        times = paragraph.line / A_LINE
        return round(times * height_of_line(like))
    return paragraph.line
