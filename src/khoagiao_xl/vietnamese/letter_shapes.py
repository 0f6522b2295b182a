"""Text as the eye sees it: one letter for all that look like it, nothing that is not seen, spaced letters joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from khoagiao_xl.vietnamese import legacy

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Open XML writes a sign that XML cannot hold
# Capital and small letters of other scripts, and of phonetics, that look like Latin ones.
_LOOK_LIKE: Final = str.maketrans(
    "АВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοικνυτՕՍᎪᎷᎢᴀᴍᴛᴏɪᴜʏᴇⅿⅯ",
    "ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXaoiknutOUAMTAMTOIUYEmM",
)
_OTHER_D: Final = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
# Tones, circumflex, breve and horn: all that Vietnamese writes over or under a letter.
_VIETNAMESE_MARKS: Final = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
_FILLERS: Final = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f]")
_UNSEEN_KINDS: Final = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
_SPACED: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:[\W_]{1,9}[^\W\d_]){2,}(?![^\W_])")
_WIDER: Final = re.compile(r"[\W_]{4,}|\n")
# What VIQR writes for marks: «MA^.T».
_MARKS_OF_VIQR: Final = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "'": "\u0301", "`": "\u0300", "?": "\u0309",
                         "~": "\u0303", ".": "\u0323"}  # fmt: skip
_SIGN_OF_VIQR: Final = re.compile(r"(?<=[A-Za-z])[\^(+]?['`?~.](?=[A-Za-z])|(?<=[A-Za-z])[\^(+](?=[A-Za-z])")
_CIRCUMFLEX_OF_VIQR: Final = re.compile(r"[Aa]\^")


def seen_readings(text: str) -> Iterator[str]:
    """Yield how `text` may read: as it is; as text of an old font, or garbled; as typed without a keyboard."""
    yield seen(text)
    if text.isascii():
        if _CIRCUMFLEX_OF_VIQR.search(text):
            yield seen(_SIGN_OF_VIQR.sub(_mark_of_sign, text))
        return
    for reading in (legacy.from_tcvn3, legacy.from_vni, _ungarbled):
        other = "\n".join(_by_lines(text, reading))
        if other != text:
            yield seen(other)


def unescaped(text: str) -> str:
    """Return `text` with the signs that Open XML writes as «_x00AD_»."""
    return _ESCAPED.sub(_unescaped, text) if "_x" in text else text


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _mark_of_sign(match: re.Match[str]) -> str:
    return "".join(map(_MARKS_OF_VIQR.__getitem__, match[0]))


def _by_lines(text: str, reading: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of `text`, read otherwise where no letter of theirs shows that they are Unicode."""
    for line in text.split("\n"):
        yield line if legacy.shows_unicode(line) else reading(line)


def _ungarbled(line: str) -> str:
    return legacy.from_mojibake(line) or line


def seen(text: str) -> str:
    """Return `text` in NFC with look-alike letters as Latin ones, without what is not seen."""
    if text.isascii() and text.isprintable():
        return _joined(text)
    compatible = unicodedata.normalize("NFKC", _FILLERS.sub("", text))
    apart = unicodedata.normalize("NFD", compatible)
    letters = apart.translate(_LOOK_LIKE).translate(_OTHER_D)
    visible = "".join(filter(_is_seen, letters))
    return _joined(unicodedata.normalize("NFC", visible))


def _is_seen(letter: str) -> bool:
    """Say whether a sign is seen as such; strokes through letters and signs without shape are not."""
    if letter in "\n\t\r\x0b\x0c" or letter in _VIETNAMESE_MARKS:
        return True
    return unicodedata.category(letter) not in _UNSEEN_KINDS and not unicodedata.combining(letter)


def _joined(text: str) -> str:
    """Return `text` with the words whose letters stand apart («M Ậ T») written together."""
    return _SPACED.sub(_without_gaps, text)


def _without_gaps(match: re.Match[str]) -> str:
    words = _WIDER.split(match[0])
    if any(len(re.findall(r"[^\W_]", word)) < 2 for word in words):
        words = [match[0]]  # the gaps are as wide within the words as between them
    return " ".join(re.sub(r"[\W_]+", "", word) for word in words)


def marks_of(word: str) -> list[tuple[str, frozenset[str]]]:
    """Return each letter of `word` in small, bare, with the marks that Vietnamese writes at it."""
    found: list[tuple[str, frozenset[str]]] = []
    for letter in unicodedata.normalize("NFD", word.casefold()):
        if letter in _VIETNAMESE_MARKS and found:
            bare, marks = found[-1]
            found[-1] = bare, marks | {letter}
        else:
            found.append((letter, frozenset()))
    return found


def bare(word: str) -> str:
    """Return `word` in small letters without its marks."""
    return "".join(letter for letter, _ in marks_of(word)).replace("đ", "d")
