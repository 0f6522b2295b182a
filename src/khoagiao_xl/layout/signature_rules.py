"""Who signs, and how (TT39 to TT44, TT58)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_checks import format_departures
from khoagiao_xl.layout.format_mends import ParagraphMend
from khoagiao_xl.layout.found_words import found, quoted, quoted_text
from khoagiao_xl.layout.layout_lines import there, words_of
from khoagiao_xl.layout.running_text_rules import A_LINE, height_of_line
from khoagiao_xl.layout.signature_lines import (
    body_behind,
    has_academic_title,
    is_known_pair,
    signature_lines,
)
from khoagiao_xl.layout.word_lengths import millimetres
from khoagiao_xl.layout.word_xml import named
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
    lines = there([signature.recipients_word, *signature.lines])
    first = lines[0] if lines else None
    code = _fault_of_layout(signature)
    if code:
        told = found(code)
        yield rule.departure(told, first, place="end")


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
            for element in left:
                if element in signing:
                    return True
    return False


def authority(rule: RuleInHand) -> Iterator[Departure]:
    """TT40: «T/M BAN THƯỜNG VỤ», of the state «TM. ỦY BAN NHÂN DÂN»."""
    lines = rule.parts.signature.authority
    for line in lines:
        if _is_misspelt(line, is_state=rule.is_state):
            told = quoted(line)
            yield rule.departure(told, line)
    yield from format_departures(rule, *lines)


def _is_misspelt(line: Line, *, is_state: bool) -> bool:
    """Say whether an abbreviated authority is written the other side's way."""
    words = words_of(line)
    if not _ABBREVIATED.match(words):
        return False
    pattern = _WITH_POINT if is_state else _WITH_STROKE
    return not pattern.match(line.text.strip())


def position(rule: RuleInHand) -> Iterator[Departure]:
    """TT41. A head who signs in person has no line of authority: how bold that line is, no rule says."""
    signature = rule.parts.signature
    if signature.authority or rule.is_state:
        yield from format_departures(rule, signature.position)


def words_of_position(rule: RuleInHand) -> Iterator[Departure]:
    """TT42: the position without the name of the body."""
    line = rule.parts.signature.position
    printed = _printed(line)
    if line is not None and body_behind(printed):
        told = quoted(line)
        yield rule.departure(told, line)


def signer(rule: RuleInHand) -> Iterator[Departure]:
    """TT43: who may sign for whom; positions that the table does not know are not judged."""
    signature = rule.parts.signature
    lines = there([*signature.authority, signature.position])
    above = list(map(_printed, signature.authority))
    position = _printed(signature.position)
    authority = " ".join(above)
    is_wrong = _is_wrong_pair(authority, position)
    if is_wrong or _is_wrong_authority(above):
        told = quoted_text(f"{authority} / {position}")
        yield rule.departure(told, lines[0])


def _is_wrong_pair(authority: str, position: str) -> bool:
    """Say whether both lines are known, but not together."""
    bare = body_behind(position) or position
    if is_known_pair(authority, bare):
        return False
    authorities: set[str] = set()
    positions: set[str] = set()
    for line in signature_lines():
        authorities.add(line.authority)
        positions.add(line.position)
    return authority in authorities and bare in positions


def _is_wrong_authority(lines: list[str]) -> bool:
    """Say whether a deputy signs for the secretary of a committee, or one by order of one by order."""
    orders = 0
    for line in lines:
        if _COMMITTEE_DEPUTY.fullmatch(line):
            return True
        orders += line.startswith(_BY_ORDER)
    return orders > 1


def _printed(line: Line | None) -> str:
    """Return a line in capitals and one spelling, as the table of signature lines has it."""
    if line is None:
        return ""
    one_spelling = canonical(line.text)
    words = one_spelling.upper().split()
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
    table = signature.table
    last = signature.position
    name = signature.name
    if last is None or name is None or table is None:
        return
    height = _height_between(table, last, name)
    if height < rule.least("room"):
        told = found("close", length=height)
        yield rule.departure(told, name)


def _may_part(rule: RuleInHand) -> Iterator[Departure]:
    """Yield a departure where the page may end between the text and the signature."""
    for line in rule.parts.body[-1:]:
        if line.keep_next:
            continue
        yield rule.departure(
            found("alone"),
            line,
            mend=ParagraphMend(line.element, keep_next=True),
        )


def _height_between(table: LaidTable, above: Line, below: Line) -> float:
    """Return the room (mm) between two lines of a table, with what is empty between them."""
    height = above.after + below.before
    is_between = False
    for paragraph in table.paragraphs:
        if paragraph.element is below.element:
            break
        is_empty = not paragraph.text.strip()
        if is_between and is_empty:
            height += _height_of_empty(paragraph, above)
        is_between = is_between or paragraph.element is above.element
    return millimetres(height + _height_of_breaks(above, below))


def _height_of_breaks(above: Line, below: Line) -> int:
    """Return the height of the empty lines between two lines of one paragraph."""
    if above.element is not below.element:
        return 0
    breaks = len(list(above.element.iter(named("br"))))
    return (breaks - 1) * _height_of_line(above, above)


def _height_of_empty(paragraph: LaidParagraph, like: Line) -> int:
    height = _height_of_line(paragraph, like)
    height += paragraph.before
    return height + paragraph.after


def _height_of_line(paragraph: LaidParagraph, like: Line) -> int:
    """Return the height of an empty line, whose letters are taken to be like those above it."""
    if paragraph.line_rule == "auto":
        times = paragraph.line / A_LINE
        return round(times * height_of_line(like))
    return paragraph.line
