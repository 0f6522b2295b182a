"""Slips in numbering: gaps, doubles, a wrong order, letters that are not the Vietnamese ones, two styles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
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
from khoagiao_xl.layout.text_slips import Slip, minority, slip_at

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

    BySign = defaultdict[str, list[Slip]]

_NEW_PART: Final = re.compile(
    r"\s*(?:phụ lục\b|(?:phần|chương|mục|điều) (?:thứ |[ivx]+\b|\d))", re.IGNORECASE
)
_LIKE_ROMAN: Final = re.compile(r"(?P<label>[IVX]{2,6})[.)]\s")
_ROMANS: Final = {"I": 1, "V": 5, "X": 10}
_SIGNS: Final = "-–."


@dataclass(frozen=True)
class CountedParagraph:
    """A paragraph with its mark. earlier: the mark before it of the same list, None where a list begins."""

    paragraph: LaidParagraph
    mark: OutlineMark
    earlier: OutlineMark | None

    @property
    def expected(self) -> int:
        """The number that is right here."""
        if self.earlier is None:
            return 1
        return self.earlier.number + 1

    @property
    def skips_d(self) -> bool:
        """Whether «e» follows «d»: the one slip in order that has a rule of its own."""
        mark, earlier = self.mark, self.earlier
        if earlier is None or mark.depth != LETTER:
            return False
        pair = earlier.label + mark.label
        return pair == "de"

    @property
    def is_out_of_order(self) -> bool:
        """Whether the number is another than the right one; Arabic lists may begin with any."""
        mark = self.mark
        if mark.number == self.expected or self.skips_d:
            return False
        if self.earlier:
            return True
        return mark.depth in (ROMAN, LETTER)

    def slip(self, right: str = "") -> Slip:
        """Return the slip of its mark. right: the label that is right."""
        mark = self.mark
        facts = {
            "label": mark.label,
            "right": right,
        }
        return Slip(self.paragraph, 0, mark.end, facts=facts)


def _counted(text: TextInHand) -> Iterator[CountedParagraph]:
    """Yield the paragraphs of the body that something counts."""
    last: dict[int, OutlineMark] = {}
    before: OutlineMark | None = None  # of the paragraph right above
    for paragraph in text.body:
        if _NEW_PART.match(paragraph.text):
            last = {}
        mark = mark_of(paragraph)
        if mark is None:
            before = None
            continue
        found = last.get(mark.depth)
        earlier = _of_same_list(found, mark)
        if _is_double(found, mark, before):
            earlier = found
        before = mark
        last = _above(mark, last)
        last[mark.depth] = mark
        yield CountedParagraph(paragraph, mark, earlier)


def _above(mark: OutlineMark, last: dict[int, OutlineMark]) -> dict[int, OutlineMark]:
    return {depth: known for depth, known in last.items() if depth < mark.depth}


def _of_same_list(earlier: OutlineMark | None, mark: OutlineMark) -> OutlineMark | None:
    if earlier is None or mark.number == 1:
        return None
    return earlier if earlier.parent == mark.parent else None


def _is_double(found: OutlineMark | None, mark: OutlineMark, before: OutlineMark | None) -> bool:
    """Whether a list that seems to begin is the same 1 again: a Roman one always, another right below it."""
    if found is None or found.label != mark.label:
        return False
    return mark.depth == ROMAN or found is before


def _no_roman(text: TextInHand) -> Slips:
    """Yield «IIII.», which counts nothing in Roman figures."""
    for paragraph in text.body:
        match = _LIKE_ROMAN.match(paragraph.text)
        if match is None or mark_of(paragraph):
            continue
        label = match["label"]
        meant = [_ROMANS[figure] for figure in label]
        right = roman_of(sum(meant))
        yield slip_at(paragraph, match, label=label, right=right)


def find_wrong_order(text: TextInHand) -> Slips:
    """Yield the marks that do not follow the one before, «I, II, IV», «1, 2, 2», and those that are none."""
    yield from _no_roman(text)
    for counted in _counted(text):
        if counted.is_out_of_order:
            right = _label(counted.mark, counted.expected)
            yield counted.slip(right)


def find_foreign_alphabet(text: TextInHand) -> Slips:
    """Yield «e)» that follows «d)»: between them stands «đ)»."""
    for counted in _counted(text):
        if counted.skips_d:
            yield counted.slip("đ")


def find_other_parent(text: TextInHand) -> Slips:
    """Yield «2.1» under «3.»."""
    above = ""
    for counted in _counted(text):
        mark = counted.mark
        if mark.depth in (ROMAN, ARABIC):
            above = mark.label if mark.depth == ARABIC else ""
        elif mark.depth == DOTTED and above not in ("", mark.parent):
            _, _, own = mark.label.rpartition(".")
            right = f"{above}.{own}"
            yield counted.slip(right)


def find_mixed_marks(text: TextInHand) -> Slips:
    """Yield the Roman and Arabic marks that end otherwise than most of theirs: «I-» beside «II.»."""
    by_depth: dict[int, BySign] = {
        ROMAN: defaultdict(list),
        ARABIC: defaultdict(list),
    }
    for counted in _counted(text):
        mark = counted.mark
        if mark.depth in by_depth and mark.sign in _SIGNS:
            by_sign = by_depth[mark.depth]
            slips = by_sign[mark.sign]
            slips.append(counted.slip())
    for by_sign in by_depth.values():
        yield from minority(by_sign, ".")


def _label(mark: OutlineMark, number: int) -> str:
    if mark.depth == ROMAN:
        return roman_of(number)
    if mark.depth == LETTER:
        return ALPHABET[number - 1 : number]
    parent, dot, _ = mark.label.rpartition(".")
    return f"{parent}{dot}{number}"
