"""What makes a grade no mark: other words with «mật» in them, denials, counts, and speaking about secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from khoagiao_xl.vietnamese import secrecy_words as known
from khoagiao_xl.vietnamese.secrecy_text import SearchedText, Spot
from khoagiao_xl.vietnamese.secrecy_words import phrases

_CLOSE: Final = re.compile(r"-|[ \t]*\n?[ \t]*")  # between two words that stand together, on one line or two
_ENUMERATES: Final = re.compile(r"[\s,;/&+()\[\]\"“”«»'-]*")
_PARTS_A_LIST: Final = re.compile("[,/;]")
_TELLS: Final = re.compile(r"\W*[:=]\s*")
_AFTER_A_COUNT: Final = re.compile(r"\s*$|\s*[,;.|)\n]|\s")
_UNTICKED: Final = re.compile(r"(?:[☐□❏❑◻○]|\[\s*\]|\(\s*\))\s*$")
_OF_A_LABEL: Final = "độ"


def marks_left(text: SearchedText) -> Iterator[Spot]:
    """Yield the grades that may be marks."""
    told = [spot for spot in text.grades if not _is_ordinary(text, spot)]
    listed = set(_listed(text, told))
    for spot in told:
        if spot not in listed and not _is_said_to_be_none(text, spot):
            yield spot


def _is_said_to_be_none(text: SearchedText, spot: Spot) -> bool:
    """Say whether the text itself says that there is none: by a word, a count or an empty box."""
    if is_denied(text, spot.start):
        return True
    if _is_counted(text, spot):
        return True
    return _is_unticked(text, spot)


def _is_ordinary(text: SearchedText, spot: Spot) -> bool:
    """Say whether «mật» is part of another word («bảo mật», «mật ong»), or of the label «độ mật»."""
    is_one_word = len(spot.mark.words) == 1
    if not is_one_word:
        return False
    if _is_last(text, spot) and not _is_set_off(text, spot):
        return True
    return _is_first(text, spot)


def _is_last(text: SearchedText, spot: Spot) -> bool:
    """Say whether it ends another word: «bảo mật», also in two lines."""
    if text.ends_with(known.COMPOUND, spot.end) < 2:
        return False
    start = spot.start
    gap = text.gaps[start]
    if "\n" in gap and _has_own_line(text, start):
        return _has_own_line(text, start - 1)
    return _CLOSE.fullmatch(gap) is not None


def _is_first(text: SearchedText, spot: Spot) -> bool:
    """Say whether it begins another word: «mật ong»; a stamp may stand above or before «Báo cáo»."""
    start, end = spot.start, spot.end
    if text.goes_on_with(known.COMPOUND, start) < 2:
        return False
    if text.goes_on_with(known.DOCUMENT, end) > 1:
        return False
    gap = text.gaps[end]
    if "\n" not in gap or not text.is_titled(start):
        return _CLOSE.fullmatch(gap) is not None
    if not _has_own_line(text, start):
        return False
    return _has_own_line(text, end)


def _has_own_line(text: SearchedText, at: int) -> bool:
    """Say whether nothing stands on its line but this word."""
    if not _begins_a_line(text, at):
        return False
    following = at + 1
    if following == len(text.words):
        return True
    return _begins_a_line(text, following)


def _begins_a_line(text: SearchedText, at: int) -> bool:
    if at == 0:
        return True
    return "\n" in text.gaps[at]


def _is_set_off(text: SearchedText, spot: Spot) -> bool:
    """Say whether a grade in capitals follows «độ» in small letters: «độ MẬT»."""
    before = text.shown[spot.start - 1]
    if before != _OF_A_LABEL:
        return False
    return text.is_capital(spot.start, spot.end)


def _listed(text: SearchedText, grades: list[Spot]) -> Iterator[Spot]:
    """Yield the grades that are told one after the other («Tuyệt mật, Tối mật và Mật»): none is a mark."""
    for spot, following in pairwise(grades):
        if spot.mark == following.mark:
            continue
        if _are_listed(text, spot.end, following.start):
            yield spot
            yield following


def _are_listed(text: SearchedText, start: int, end: int) -> bool:
    """Say whether no more than commas and «và» stand from one grade to the next."""
    gaps = text.gaps[start : end + 1]
    signs = "".join(gaps)
    if "\n" in signs:
        return False
    if not _ENUMERATES.fullmatch(signs):
        return False
    between = text.words[start:end]
    if not between:
        return _PARTS_A_LIST.search(signs) is not None
    conjunctions = phrases(known.AND)
    return all(map(conjunctions.has_word, between))


def is_denied(text: SearchedText, at: int) -> bool:
    """Say whether what stands at `at` is denied before it in its clause."""
    if text.says_before(known.NEGATION, at):
        return True
    if text.begins_sentence(at):
        return False
    return text.ends_with(known.NEGATION_BESIDE, at) > 0


def _is_counted(text: SearchedText, spot: Spot) -> bool:
    """Say whether it follows how many there are («Mật: 0»), or that there is none («Mật: không»)."""
    end = spot.end
    if end == len(text.words):
        return False
    gap = text.gaps[end]
    if not _TELLS.fullmatch(gap):
        return False
    word = text.words[end]
    if says_nothing(text, end):
        return True
    if not word.isdecimal():
        return False
    after = text.gaps[end + 1]
    return _AFTER_A_COUNT.match(after) is not None


def says_nothing(text: SearchedText, at: int) -> bool:
    """Say whether «không» stands there for itself; in «không sao chụp» it denies another thing."""
    restriction = text.goes_on_with(known.RESTRICTION, at)
    if restriction:
        return False
    nothing = text.goes_on_with(known.NOTHING, at)
    return nothing > 0


def _is_unticked(text: SearchedText, spot: Spot) -> bool:
    """Say whether an empty box stands before a grade."""
    gap = text.gaps[spot.start]
    return _UNTICKED.search(gap) is not None


def document_before(text: SearchedText, spot: Spot) -> int | None:
    """Return where the kind of document begins that stands right before a grade, None for none."""
    at = spot.start
    if "\n" in text.gaps[at] or text.begins_sentence(at):
        return None
    at -= text.ends_with(known.LINK, at)
    length = text.ends_with(known.DOCUMENT, at)
    if length == 0:
        return None
    return at - length


def is_spoken_about(text: SearchedText, spot: Spot) -> bool:
    """Say whether the text speaks about documents of a grade, or counts them, and is none itself."""
    document = document_before(text, spot)
    if document is None:
        return False
    if _is_numbered(text, document):
        return True
    return text.says_before(known.ABOUT, document)


def _is_numbered(text: SearchedText, at: int) -> bool:
    """Say whether a number stands right before a word: «03 văn bản mật»."""
    if at == 0 or text.begins_sentence(at):
        return False
    before = text.words[at - 1]
    return before.isdecimal()


def is_sent(text: SearchedText, spot: Spot) -> bool:
    """Say whether the text says that a document of that grade is being sent."""
    document = document_before(text, spot)
    if document is None:
        return False
    return text.says_before(known.SENDING, document)
