"""Whether a text bears a mark of state secrecy; the marks are in `data/language/secrecy_marks.csv`."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import Final

from khoagiao_xl.vietnamese import secrecy_words as known
from khoagiao_xl.vietnamese.letter_shapes import seen_readings, unescaped
from khoagiao_xl.vietnamese.secrecy_denied import (
    document_before,
    is_denied,
    is_sent,
    is_spoken_about,
    marks_left,
    says_nothing,
)
from khoagiao_xl.vietnamese.secrecy_text import SearchedText, Spot
from khoagiao_xl.vietnamese.secrecy_windows import may_bear_a_mark, only_letters, windows
from khoagiao_xl.vietnamese.secrecy_words import WITHOUT, phrases


class Where(Enum):
    """What a text is, which decides how much its words tell."""

    TEXT = "text"  # of a document or a cell: it may speak about secret documents
    NAME = "name"  # of a file, a sheet, a letter: what it names is what it is
    LETTER = "letter"  # the words of a letter: they say what is sent


_AFTER_LABEL: Final = re.compile(r"[\s:=\-–—.,|/(\[\"“«_']*")
_PARTS_LABEL: Final = re.compile(r"[:=\-–—|\"“«]")
_ENDS: Final = re.compile(r"\s*$|\s*[\n\r|;.,)\]\"”»]")
_OPENS: Final = ("(", "[")
_BESIDE_A_GRADE: Final = (known.LINK, known.URGENCY, known.GRADE)
_BESIDE: Final = 5  # signs between a grade and how urgent it is


@lru_cache(maxsize=8192)  # the labels of a form come back in every file
def bears_mark(text: str, where: Where = Where.TEXT) -> bool:
    """Say whether `text` bears a mark of secrecy, in any spelling that a person would read as one.

    Words that only look like one («bảo mật»), denials («không chứa bí mật nhà nước») and what speaks about
    secret documents («số văn bản mật: 3») are none.
    """
    visible = unescaped(text)
    for window in windows(visible):
        for reading in seen_readings(window):
            searched = SearchedText(reading, is_name=where is Where.NAME)
            if _bears(searched, where):
                return True
    return False


def grade_alone(text: str) -> str:
    """Return the letters of the grade that is all that `text` says, blank for any other text."""
    if not may_bear_a_mark(text):
        return ""
    reading = next(seen_readings(text))
    word = only_letters(reading)
    found = known.grade_spelled(word)
    if found is None:
        return ""
    mark, _ = found
    return mark.letters


def _bears(text: SearchedText, where: Where) -> bool:
    for spot in marks_left(text):
        if _is_mark(text, spot, where):
            return True
    places = range(len(text.words))
    return any(_is_other_mark(text, at) for at in places)


# -- the ways in which a grade is a mark --


def _is_mark(text: SearchedText, spot: Spot, where: Where) -> bool:
    if _is_labelled(text, spot):
        return True
    if where is Where.LETTER and is_sent(text, spot):
        return True
    if is_spoken_about(text, spot):
        return False
    if text.is_name and _names(text, spot):
        return True
    return any(stands(text, spot) for stands in _STANDINGS)


def _is_labelled(text: SearchedText, spot: Spot) -> bool:
    """Say whether a label stands right before: «Độ mật: Tối mật», «Độ mật Mật»."""
    if not spot.may_stand(known.AFTER_LABEL):
        return False
    return _has_label(text, spot.start)


def _has_label(text: SearchedText, at: int) -> bool:
    gap = text.gaps[at]
    if not _AFTER_LABEL.fullmatch(gap):
        return False
    at -= text.ends_with(known.LINK, at)
    return text.ends_with(known.LABEL, at) > 0


def _is_alone(text: SearchedText, spot: Spot) -> bool:
    """Say whether nothing else is said there than a grade, how urgent it is, and a number."""
    if not _is_unmistakable(spot) and not _is_stamped_name(text, spot):
        return False
    segment = text.segment(spot.start, spot.end)
    is_whole = len(segment) == len(text.words)
    if not is_whole and not text.is_titled(spot.start):
        return False
    if _flows_on(text, segment.stop):
        return False
    return _says_no_more(text, spot, segment)


def _says_no_more(text: SearchedText, spot: Spot, segment: range) -> bool:
    """Say whether every other word of the segment goes with a grade."""
    for at in segment:
        if spot.start <= at < spot.end:
            continue
        if not _goes_with_a_grade(text.words[at]):
            return False
    return True


def _is_stamped_name(text: SearchedText, spot: Spot) -> bool:
    """Say whether a name has «(MAT)»; without brackets it may be the code of a unit."""
    if not text.is_name:
        return False
    if not text.is_capital(spot.start, spot.end):
        return False
    before = text.gaps[spot.start]
    return before.endswith(_OPENS)


def _flows_on(text: SearchedText, end: int) -> bool:
    """Say whether a line is only one of a sentence that was broken into lines."""
    gap = text.gaps[end]
    if gap.strip(" ") != "\n":
        return False
    if end == len(text.words):
        return False
    following = text.shown[end]
    first = following[0]
    return first.islower()


@lru_cache(maxsize=512)
def _goes_with_a_grade(word: str) -> bool:
    if word.isdecimal():
        return True
    return any(phrases(role).has_part(word) for role in _BESIDE_A_GRADE)


def _is_urgent(text: SearchedText, spot: Spot) -> bool:
    """Say whether it stands with how urgent it is: «Mật - khẩn»."""
    if not spot.may_stand(known.WITH_URGENCY):
        return False
    if not text.is_name and not text.is_titled(spot.start):
        return False
    if _is_urgent_behind(text, spot.end):
        return True
    return _is_urgent_before(text, spot.start)


def _is_urgent_behind(text: SearchedText, end: int) -> bool:
    gap = text.gaps[end]
    if len(gap) > _BESIDE:
        return False
    return text.goes_on_with(known.URGENCY, end) > 0


def _is_urgent_before(text: SearchedText, start: int) -> bool:
    gap = text.gaps[start]
    if len(gap) > _BESIDE:
        return False
    return text.ends_with(known.URGENCY, start) > 0


def _is_in_capitals(text: SearchedText, spot: Spot) -> bool:
    if not spot.may_stand(known.CAPITALS):
        return False
    if not _is_unmistakable(spot):
        return False
    return text.is_capital(spot.start, spot.end)


def _is_restricted(text: SearchedText, spot: Spot) -> bool:
    """Say whether it follows that nobody may copy it: «Tài liệu Mật - không sao chụp»."""
    restricted = text.goes_on_with(known.RESTRICTION, spot.end)
    if not restricted:
        return False
    if not _is_unmistakable(spot):
        return False
    if text.is_titled(spot.start):
        return True
    document = document_before(text, spot)
    return document is not None


def _stamps_document(text: SearchedText, spot: Spot) -> bool:
    """Say whether nothing else is said there than a document's kind and grade: «Tài liệu Mật»."""
    document = document_before(text, spot)
    if document is None:
        return False
    if not text.is_titled(spot.start):
        return False
    if not _is_unmistakable(spot):
        return False
    segment = text.segment(spot.start, spot.end)
    said = range(document, spot.end)
    if segment != said:
        return False
    if len(segment) == len(text.words):
        return True
    restricted = text.ends_with(known.RESTRICTION, document)
    return restricted > 0


_STANDINGS: Final[tuple[Callable[[SearchedText, Spot], bool], ...]] = (
    _is_alone, _is_urgent, _is_in_capitals, _is_restricted, _stamps_document,
)  # fmt: skip


def _is_unmistakable(spot: Spot) -> bool:
    """Say whether a grade can be nothing else: «TOI MAT», but not «MAT», which may be «MẶT»."""
    if spot.spelling != WITHOUT:
        return True
    return spot.may_stand(known.WITHOUT_DIACRITICS)


def _names(text: SearchedText, spot: Spot) -> bool:
    """Say whether a name names a document of that grade: «cong van mat so 5», «SYT mật»."""
    if _is_unmistakable(spot):
        return True
    if document_before(text, spot) is None:
        return False
    segment = text.segment(spot.start, spot.end)
    after = text.words[spot.end : segment.stop]
    if not after:
        return True
    following = after[0]
    if following.isdecimal():
        return True
    words = phrases(known.AFTER_A_NAME)
    return words.has_word(following)


# -- other marks --


def _is_other_mark(text: SearchedText, at: int) -> bool:
    """Say whether another mark than a grade begins at a word."""
    for role, is_mark in _OTHERS.items():
        length = text.goes_on_with(role, at)
        if length == 0:
            continue
        if is_mark(text, at, at + length):
            return True
    return False


def _is_stamp(text: SearchedText, start: int, end: int) -> bool:
    """Say whether a stamp stands alone, or in capitals among other words."""
    segment = text.segment(start, end)
    if segment == range(start, end):
        return text.is_titled(start)
    if is_denied(text, start):
        return False
    if not text.is_capital(start, end):
        return False
    is_among_capitals = text.is_capital(segment.start, segment.stop)
    return not is_among_capitals


def _is_claim(text: SearchedText, start: int, end: int) -> bool:
    """Say whether the text says of itself that it is secret."""
    if is_denied(text, start):
        return False
    if text.says_before(known.CONDITION, start):
        return False
    return not says_nothing(text, end)


def _is_sign(text: SearchedText, start: int, end: int) -> bool:
    """Say whether a grade is told by its sign: «độ mật: C»."""
    if not text.is_titled(start):
        return False
    after = text.gaps[end]
    if not _ENDS.match(after):
        return False
    if not _is_set_apart(text, start, end):
        return False
    return _has_label(text, start)


def _is_set_apart(text: SearchedText, start: int, end: int) -> bool:
    """Say whether a sign is parted from its label, or the two are all that is said."""
    before = text.gaps[start]
    if _PARTS_LABEL.search(before):
        return True
    segment = text.segment(start, end)
    of_label = text.goes_on_with(known.LABEL, segment.start)
    return len(segment) == of_label + 1


_OTHERS: Final[dict[str, Callable[[SearchedText, int, int], bool]]] = {
    known.STAMP: _is_stamp,
    known.CLAIM: _is_claim,
    known.SIGN: _is_sign,
}
