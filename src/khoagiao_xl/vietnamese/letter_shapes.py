"""Text as the eye sees it: one letter for all that look like it, nothing unseen, spaced letters joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from khoagiao_xl.vietnamese import legacy

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Open XML writes a sign that XML cannot hold
# Capital and small letters of other scripts, and of phonetics, that look like Latin ones.
_LOOK_LIKE: Final = str.maketrans(
    "АВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοικνυτՕՍᎪᎷᎢᴀᴍᴛᴏɪᴜʏᴇⅿⅯÐƉðɖ",
    "ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXaoiknutOUAMTAMTOIUYEmMĐĐđđ",
)
# Tones, circumflex, breve and horn: all that Vietnamese writes over or under a letter.
_VIETNAMESE_MARKS: Final = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
_NO_MARKS: Final[frozenset[str]] = frozenset()
_KEPT: Final = _VIETNAMESE_MARKS | frozenset("\n\t\r\x0b\x0c")
_FILLERS: Final = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f]")
_UNSEEN_KINDS: Final = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
# Letters, digits and signs of a text that is as it looks.
_PLAIN: Final = re.compile("[\t\n\r -~\u00a1-\u00a9\u00ab\u00ae-\u00b1\u00b7\u00bb\u00bf-\u00cf\u00d1-\u00ef"
                           "\u00f1-\u00ffĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”•]*")  # fmt: skip
_SPACED: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:[\W_]{1,9}[^\W\d_]){2,}(?![^\W_])")
_GAP: Final = re.compile(r"[\W_]+")
_SHORTEST_WORD: Final = 2
_WIDER: Final = re.compile(r"[\W_]{4,}|\n")
# What VIQR writes for marks: «MA^.T».
_MARKS_OF_VIQR: Final = {
    "^": "\u0302",
    "(": "\u0306",
    "+": "\u031b",
    "'": "\u0301",
    "`": "\u0300",
    "?": "\u0309",
    "~": "\u0303",
    ".": "\u0323",
}
_SIGN_OF_VIQR: Final = re.compile(r"(?<=[A-Za-z])[\^(+]?['`?~.](?=[A-Za-z])|(?<=[A-Za-z])[\^(+](?=[A-Za-z])")
_CIRCUMFLEX_OF_VIQR: Final = re.compile(r"[Aa]\^")


def seen_readings(text: str) -> Iterator[str]:
    """Yield how `text` may read: as it is; in an old font, or garbled; as typed without a keyboard."""
    yield seen(text)
    for reading in (_from_viqr, legacy.from_tcvn3, legacy.from_vni, _ungarbled):
        lines = _by_lines(text, reading)
        other = "\n".join(lines)
        if other != text:
            yield seen(other)


def unescaped(text: str) -> str:
    """Return `text` with the signs that Open XML writes as «_x00AD_»."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number)


def _by_lines(text: str, reading: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of `text`, read otherwise where no letter of theirs shows that they are Unicode."""
    for line in text.split("\n"):
        if legacy.shows_unicode(line):
            yield line
        else:
            yield reading(line)


def _from_viqr(line: str) -> str:
    if not _CIRCUMFLEX_OF_VIQR.search(line):
        return line
    return _SIGN_OF_VIQR.sub(_mark_of_sign, line)


def _mark_of_sign(match: re.Match[str]) -> str:
    marks = map(_MARKS_OF_VIQR.__getitem__, match[0])
    return "".join(marks)


def _ungarbled(line: str) -> str:
    return legacy.from_mojibake(line) or line


def seen(text: str) -> str:
    """Return `text` in NFC with look-alike letters as Latin ones, without what is not seen."""
    if _PLAIN.fullmatch(text):
        return _joined(text)
    filled = _FILLERS.sub("", text)
    compatible = unicodedata.normalize("NFKC", filled)
    apart = unicodedata.normalize("NFD", compatible)
    letters = apart.translate(_LOOK_LIKE)
    visible = "".join(filter(_is_seen, letters))
    composed = unicodedata.normalize("NFC", visible)
    return _joined(composed)


def _is_seen(letter: str) -> bool:
    """Say whether a sign is seen as such; strokes through letters and signs without shape are not."""
    if letter in _KEPT:
        return True
    if unicodedata.combining(letter):
        return False
    return unicodedata.category(letter) not in _UNSEEN_KINDS


def _joined(text: str) -> str:
    """Return `text` with the words whose letters stand apart («M Ậ T») written together."""
    return _SPACED.sub(_without_gaps, text)


def _without_gaps(match: re.Match[str]) -> str:
    """Return letters that stand apart as words; wider gaps part the words where there are any."""
    letters = match[0]
    words = []
    for spaced in _WIDER.split(letters):
        word = _GAP.sub("", spaced)
        words.append(word)
    shortest = min(map(len, words))
    if shortest < _SHORTEST_WORD:
        return "".join(words)
    return " ".join(words)


def marks_of(word: str) -> list[tuple[str, frozenset[str]]]:
    """Return each letter of `word` in small, bare, with the marks that Vietnamese writes at it."""
    found: list[tuple[str, frozenset[str]]] = []
    small = word.casefold()
    for letter in unicodedata.normalize("NFD", small):
        marked = (letter, _NO_MARKS)
        if letter in _VIETNAMESE_MARKS and found:
            base, others = found.pop()
            marked = (base, others | {letter})
        found.append(marked)
    return found


def bare(word: str) -> str:
    """Return `word` in small letters without its marks."""
    letters = [letter for letter, _ in marks_of(word)]
    written = "".join(letters)
    return written.replace("đ", "d")
