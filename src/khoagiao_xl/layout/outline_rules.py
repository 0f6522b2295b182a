"""Slips in numbering: gaps, doubles, a wrong order, letters that are not the Vietnamese ones, two styles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.outline_marks import (
    ALPHABET,
    ARABIC,
    DOTTED,
    LETTER,
    ROMAN,
    OutlineMark,
    mark_of,
    roman_of,
)
from khoagiao_xl.layout.text_slips import Slip, minority

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

    Counted = tuple[LaidParagraph, OutlineMark]

_NEW_PART: Final = re.compile(r"\s*(?:phụ lục|phần|chương|mục|điều)\b", re.IGNORECASE)


def _counted(text: TextInHand) -> Iterator[tuple[Counted, OutlineMark | None]]:
    """Yield each counted paragraph with the mark before it of the same list, None where a list begins."""
    last: dict[int, OutlineMark] = {}
    for paragraph in text.body:
        if _NEW_PART.match(paragraph.text):
            last = {}
        mark = mark_of(paragraph)
        if mark is None:
            continue
        earlier = last.get(mark.depth)
        last = {depth: known for depth, known in last.items() if depth < mark.depth}
        last[mark.depth] = mark
        is_same = earlier is not None and earlier.parent == mark.parent and mark.number != 1
        yield (paragraph, mark), earlier if is_same else None


def find_wrong_order(text: TextInHand) -> Slips:
    """Yield the marks that do not follow the one before: «I, II, IV», «1, 2, 2»."""
    for (paragraph, mark), earlier in _counted(text):
        expected = 1 if earlier is None else earlier.number + 1
        if mark.number == expected or _is_lone(mark, earlier) or _skips_d(mark, earlier):
            continue
        facts = {"label": mark.label, "right": _label(mark, expected)}
        yield Slip(paragraph, 0, mark.end, facts=facts)


def _is_lone(mark: OutlineMark, earlier: OutlineMark | None) -> bool:
    """Whether a list begins with another number than one: only letters and Romans may not."""
    return earlier is None and mark.depth not in (ROMAN, LETTER)


def find_foreign_alphabet(text: TextInHand) -> Slips:
    """Yield «e)» that follows «d)»: between them stands «đ)»."""
    for (paragraph, mark), earlier in _counted(text):
        if _skips_d(mark, earlier):
            yield Slip(paragraph, 0, mark.end, facts={"label": mark.label, "right": "đ"})


def _skips_d(mark: OutlineMark, earlier: OutlineMark | None) -> bool:
    if earlier is None or mark.depth != LETTER:
        return False
    return earlier.label == "d" and mark.label == "e"


def find_other_parent(text: TextInHand) -> Slips:
    """Yield «2.1» under «3.»."""
    above = ""
    for (paragraph, mark), _ in _counted(text):
        if mark.depth == ARABIC:
            above = mark.label
        elif mark.depth == ROMAN:
            above = ""
        elif mark.depth == DOTTED and above and mark.parent != above:
            right = f"{above}.{mark.label.rpartition('.')[2]}"
            yield Slip(paragraph, 0, mark.end, facts={"label": mark.label, "right": right})


def find_mixed_marks(text: TextInHand) -> Slips:
    """Yield the Roman and Arabic marks that end otherwise than most of theirs: «I-» beside «II.»."""
    for depth in (ROMAN, ARABIC):
        by_sign: dict[str, list[Slip]] = defaultdict(list)
        for (paragraph, mark), _ in _counted(text):
            if mark.depth == depth and mark.sign in "-–.":
                by_sign[mark.sign].append(Slip(paragraph, 0, mark.end))
        yield from minority(by_sign, ".")


def _label(mark: OutlineMark, number: int) -> str:
    if mark.depth == ROMAN:
        return roman_of(number)
    if mark.depth == LETTER:
        return ALPHABET[number - 1 : number]
    parent = f"{mark.parent}." if mark.parent else ""
    return f"{parent}{number}"
