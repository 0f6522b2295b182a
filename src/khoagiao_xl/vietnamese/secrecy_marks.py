"""Whether a text bears a mark of state secrecy; what the marks are is in `data/language/secrecy_marks.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import Final

from khoagiao_xl.vietnamese import secrecy_words as known
from khoagiao_xl.vietnamese.letter_shapes import seen_readings, unescaped
from khoagiao_xl.vietnamese.secrecy_places import Spot, Words
from khoagiao_xl.vietnamese.secrecy_words import WITHOUT, Mark, phrases


class Where(Enum):
    """What a text is, which decides how much its words tell."""

    TEXT = "text"  # of a document or a cell: it may speak about secret documents
    NAME = "name"  # of a file, a sheet, a letter: what it names is what it is
    LETTER = "letter"  # the words of a letter: they say what is sent


# A quick look before a text is taken apart: «mật» in any letters, spacing and old font; «thu hồi», «bóc bì».
_A: Final = "[AaªµºÀ-ÿĂăẠ-ặАаΑαＡａᴀ0-9]"
_PERHAPS: Final = re.compile(
    rf"[MmМмΜＭｍᴍⅯ][\W_]{{0,9}}(?:{_A}[\W_]{{0,9}}){{1,4}}[TtТтΤτＴｔᴛ]"
    r"|t[\W_]{0,3}h[\W_]{0,3}u[\W_]{1,3}h|b[\W_]{0,3}.[\W_]{0,3}c[\W_]{1,3}b",
    re.IGNORECASE,
)
# Signs of no script that a Vietnamese text is written in: such a text is looked at in any case.
_STRANGE: Final = re.compile(
    "[\u0250-\u02af\u1d00-\u1dbf\u13a0-\u13ff\u0530-\u058f\u2460-\u24ff\U0001d400-\U0001f1ff]"
)
_WINDOW: Final = 300  # characters on either side of a place that is looked into
_AFTER_LABEL: Final = re.compile(r"[\s:=\-–—.,|/(\[\"“«_']*")
_PARTS_LABEL: Final = re.compile(r"[:=\-–—|\"“«]")
_ENDS: Final = re.compile(r"\s*$|\s*[\n\r|;.,)\]\"”»]")
_ENUMERATES: Final = re.compile(r"[\s,;/&+()\[\]\"“”«»'-]*")
_AND: Final = ("và", "hoặc", "hay", "va", "hoac", "độ", "do", "cùng")


@lru_cache(maxsize=8192)  # the labels of a form come back in every file
def bears_mark(text: str, where: Where = Where.TEXT) -> bool:
    """Say whether `text` bears a mark of secrecy, in any spelling that a person would read as one.

    Words that only look like one («bảo mật»), denials («không chứa bí mật nhà nước») and what speaks about
    secret documents («số văn bản mật: 3») are none.
    """
    for piece in _pieces(unescaped(text)):
        for reading in seen_readings(piece):
            if _bears(Words(reading, is_name=where is Where.NAME), where):
                return True
    return False


def grade_alone(text: str) -> str:
    """Return the letters of the grade that is all that `text` says, blank for any other text."""
    if not _PERHAPS.search(text):
        return ""
    words = Words(next(seen_readings(text)))
    for spot in words.grades:
        if (spot.start, spot.end) == (0, len(words.words)):
            return spot.mark.letters
    return ""


def _pieces(text: str) -> Iterator[str]:
    """Yield what is worth looking at: a short text whole, of a long one the surroundings of each place."""
    if len(text) <= 2 * _WINDOW:
        if _PERHAPS.search(text) or _STRANGE.search(text):
            yield text
        return
    last = -1
    for pattern in (_PERHAPS, _STRANGE):
        for match in pattern.finditer(text):
            if match.start() > last:
                last = match.end() + _WINDOW // 2
                yield text[max(0, match.start() - _WINDOW) : last + _WINDOW]


def _bears(words: Words, where: Where) -> bool:
    grades = [spot for spot in words.grades if not _is_ordinary(words, spot)]
    listed = set(_listed(words, grades))
    for spot in grades:
        if spot not in listed and _is_mark(words, spot, where):
            return True
    return any(_others(words))


def _is_ordinary(words: Words, spot: Spot) -> bool:
    """Say whether «mật» is part of another word, or of the label «độ mật»."""
    if len(spot.mark.words) > 1:
        return False
    compounds = phrases(known.COMPOUND)
    if compounds.ends(words.words, spot.end) and _is_close(words.gaps[spot.start]):
        return not _is_set_off(words, spot)
    is_first = compounds.begins(words.words, spot.start) > 1
    return is_first and _is_close(words.gaps[spot.end])


def _is_close(gap: str) -> bool:
    """Say whether two words stand together, on one line or two."""
    return re.fullmatch(r"-|[ \t]*\n?[ \t]*", gap) is not None


def _is_set_off(words: Words, spot: Spot) -> bool:
    """Say whether a grade in capitals follows «độ» in small letters: «độ MẬT»."""
    before = words.shown[spot.start - 1]
    return before == "độ" and words.is_capital(spot.start, spot.end)


def _listed(words: Words, grades: list[Spot]) -> Iterator[Spot]:
    """Yield the grades that are told one after the other («Tuyệt mật, Tối mật và Mật»): none is a mark."""
    for spot, following in zip(grades, grades[1:], strict=False):
        between = words.words[spot.end : following.start]
        gaps = words.gaps[spot.end : following.start + 1]
        is_list = all(word in _AND for word in between) and all(map(_ENUMERATES.fullmatch, gaps))
        has_sign = bool(between) or any(set(gap) & set(",/;") for gap in gaps)
        if is_list and has_sign and spot.mark != following.mark and "\n" not in "".join(gaps):
            yield spot
            yield following


def _is_mark(words: Words, spot: Spot, where: Where) -> bool:
    if words.is_denied(spot.start) or words.is_counted(spot.end) or words.is_unticked(spot.start):
        return False
    if _is_labelled(words, spot):
        return True
    if words.is_spoken_about(spot.start):
        return where is Where.LETTER and words.is_sent(spot.start)
    if _is_alone(words, spot) or _is_urgent(words, spot) or _is_in_capitals(words, spot):
        return True
    if where is Where.NAME:
        return _names(words, spot)
    return where is Where.LETTER and words.is_sent(spot.start)


# -- the ways in which a grade is a mark --


def _is_labelled(words: Words, spot: Spot) -> bool:
    """Say whether a label stands right before: «Độ mật: Tối mật», «Độ mật Mật»."""
    return known.AFTER_LABEL in spot.mark.stands and _label_before(words, spot.start) > 0


def _label_before(words: Words, at: int) -> int:
    if not _AFTER_LABEL.fullmatch(words.gaps[at]):
        return 0
    at -= phrases(known.LINK).ends(words.words, at)
    return phrases(known.LABEL).ends(words.words, at)


def _is_alone(words: Words, spot: Spot) -> bool:
    """Say whether nothing else is said there than a grade, how urgent it is, and a number."""
    start, end = words.segment(spot.start, spot.end)
    if not _is_spelled_enough(words, spot, is_alone=True):
        return False
    is_whole = (start, end) == (0, len(words.words))
    if not (is_whole or words.is_titled(spot.start)) or _flows_on(words, start, end):
        return False
    others = [*range(start, spot.start), *range(spot.end, end)]
    return all(_is_beside(words, place) for place in others)


def _is_beside(words: Words, at: int) -> bool:
    word = (words.words[at],)
    roles = (known.LINK, known.URGENCY, known.GRADE)
    return word[0].isdecimal() or any(_is_part(role, word[0]) for role in roles)


@lru_cache(maxsize=512)
def _is_part(role: str, word: str) -> bool:
    marked = [mark.words for mark in known.marks(role)]
    told = {part for phrase in marked for part in phrase}
    return word in told or phrases(role).has((word,))


def _flows_on(words: Words, start: int, end: int) -> bool:
    """Say whether a line is only one of a sentence that was broken into lines."""
    if end >= len(words.words) or words.gaps[end].strip(" ") != "\n":
        return False
    return words.shown[end][0].islower()


def _is_urgent(words: Words, spot: Spot) -> bool:
    """Say whether it stands with how urgent it is: «Mật - khẩn»."""
    if known.WITH_URGENCY not in spot.mark.stands:
        return False
    is_raised = words.is_titled(spot.start) or words.is_name
    urgent = phrases(known.URGENCY)
    follows = urgent.begins(words.words, spot.end) and len(words.gaps[spot.end]) <= 5
    precedes = urgent.ends(words.words, spot.start) and len(words.gaps[spot.start]) <= 5
    return is_raised and bool(follows or precedes)


def _is_in_capitals(words: Words, spot: Spot) -> bool:
    is_capital = known.CAPITALS in spot.mark.stands and words.is_capital(spot.start, spot.end)
    return is_capital and _is_spelled_enough(words, spot)


def _is_spelled_enough(words: Words, spot: Spot, *, is_alone: bool = False) -> bool:
    """Say whether a grade without its diacritics can be nothing else («TOI MAT»; «MAT» may be «MẶT»)."""
    if spot.spelling != WITHOUT or known.WITHOUT_DIACRITICS in spot.mark.stands:
        return True
    return is_alone and words.is_name and words.is_capital(spot.start, spot.end)


def _names(words: Words, spot: Spot) -> bool:
    """Say whether a name names a document of that grade: «cong van mat so 5», «SYT mật»."""
    if spot.spelling != WITHOUT or known.WITHOUT_DIACRITICS in spot.mark.stands:
        return True
    _, end = words.segment(spot.start, spot.end)
    after = words.words[spot.end : end]
    ends = not after or after[0].isdecimal() or after[0] in ("số", "so", "ngày", "ngay", "tháng", "thang")
    return ends and words.document_before(spot.start) is not None


# -- other marks --


def _others(words: Words) -> Iterator[bool]:
    for at in range(len(words.words)):
        yield _is_claim(words, at) or _is_sign(words, at)
        for stamp in known.marks(known.STAMP):
            yield _is_stamp(words, at, stamp)


def _is_claim(words: Words, at: int) -> bool:
    """Say whether the text says of itself that it is secret."""
    length = phrases(known.CLAIM).begins(words.words, at)
    if not length or words.is_denied(at) or words.is_conditional(at):
        return False
    return words.words[at + length : at + length + 1] not in (("không",), ("hay",), ("khong",))


def _is_sign(words: Words, at: int) -> bool:
    """Say whether a grade is told by its sign: «độ mật: C»."""
    signs = {mark.letters.upper() for mark in known.marks(known.SIGN)}
    if words.shown[at] not in signs or not _ENDS.match(words.gaps[at + 1]):
        return False
    return bool(_PARTS_LABEL.search(words.gaps[at])) and _label_before(words, at) > 0


def _is_stamp(words: Words, at: int, stamp: Mark) -> bool:
    end = at + len(stamp.words)
    if not known.phrases(known.STAMP).has(words.words[at:end]) or words.is_denied(at):
        return False
    start, stop = words.segment(at, end)
    if (start, stop) == (at, end):
        return words.is_titled(at)
    return words.is_capital(at, end) and not words.is_capital(start, stop)
