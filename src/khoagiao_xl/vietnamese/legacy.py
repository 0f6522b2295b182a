"""Text typed in the old Vietnamese fonts (TCVN3, VNI) or garbled on its way, brought back to Unicode.

A wrong conversion corrupts good text («các» becomes «cỏc»), so text is converted only on the signal of its
font, or when it holds three letters that no Vietnamese text in Unicode holds; and only when the words that
change become possible Vietnamese syllables.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from khoagiao_xl.vietnamese.legacy_tables import TCVN3_CP1258, TCVN3_FROM_PDF, VNI
from khoagiao_xl.vietnamese.syllables import is_syllable

NEVER_VIETNAMESE = frozenset(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ"
)  # in a text of Unicode Vietnamese
OLD_FONTS = _TCVN3_FONT, _VNI_FONT = ".vn", "vni"  # how the names of the old fonts begin
ENOUGH_SIGNS = 3
_MOST_OF_THEM = 0.8  # of the words must become syllables where the font is a signal
_NO_CP1252 = "\x81\x8d\x8f\x90\x9d"
_LOST_SPACE = re.compile("(?<=[ÃÆ]) ")
_VIETNAMESE = re.compile("[À-ỹ]")
_UNICODE_PROOF = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")  # letters neither old encoding can show
_WORD = re.compile(r"[^\W\d_]+")


_VNI_PATTERN = re.compile("|".join(sorted(VNI, key=len, reverse=True)))


def from_tcvn3(text: str, table: dict[str, str] = TCVN3_FROM_PDF) -> str:
    """Return TCVN3 `text` (shown as cp1252 characters) in Unicode."""
    letters = str.maketrans(table)
    return text.translate(letters)


def from_vni(text: str) -> str:
    """Return VNI `text` (shown as cp1252 characters) in Unicode, longest match first."""
    return _VNI_PATTERN.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    return VNI[match[0]]


def shows_unicode(text: str) -> bool:
    """Say whether `text` holds letters that neither old encoding can show."""
    return _UNICODE_PROOF.search(text) is not None


def from_mojibake(text: str) -> str | None:
    """Return UTF-8 text that was read as cp1252, put right; None when it is not that."""
    # A cleaner may have turned the no-break space that ends «à» and «Ơ» into a plain one.
    spaced = _LOST_SPACE.sub("\u00a0", text)
    restored = _as_utf8(text) or _as_utf8(spaced)
    if restored:
        return restored
    if " " not in text.strip():
        return None
    return _word_by_word(text)


def _word_by_word(text: str) -> str | None:
    """A cell may be garbled in some of its words only."""
    words: list[str] = []
    for word in text.split(" "):
        restored = from_mojibake(word)
        words.append(restored or word)
    line = " ".join(words)
    if line == text:
        return None
    return line


def _as_utf8(text: str) -> str | None:
    """Return what the bytes behind the letters say; None where they are no UTF-8 with Vietnamese letters."""
    try:
        data = b"".join(map(_cp1252_byte, text))
        restored = data.decode("utf-8")
    except UnicodeError:
        return None
    if restored == text:
        return None
    if not _VIETNAMESE.search(restored):
        return None
    return unicodedata.normalize("NFC", restored)


def _cp1252_byte(letter: str) -> bytes:
    # Five bytes have no letter in cp1252; what reads them keeps the control character.
    encoding = "latin-1" if letter in _NO_CP1252 else "cp1252"
    return letter.encode(encoding)


def convert(text: str, font: str) -> tuple[str, str] | None:
    """Return (text in Unicode, code of what was done), or None when `text` is to be left as it is.

    font: name of the cell's or the run's font; «.Vn...» and «VNI-...» are signals, «.Vn...H» draws capitals.
    """
    name = font.casefold()
    if name.startswith(_TCVN3_FONT):
        is_capital = font.rstrip().endswith("H")
        return _by_tcvn3_font(text, is_capital=is_capital)
    if _UNICODE_PROOF.search(text):
        return None
    if name.startswith(_VNI_FONT):
        new = from_vni(text)
        return _on_signal(text, new, "VB-02")
    if _signs(text) < ENOUGH_SIGNS:
        return None
    return _by_its_words(text)


def _signs(text: str) -> int:
    """Return how many letters no Vietnamese text in Unicode holds."""
    return sum(letter in NEVER_VIETNAMESE for letter in text)


def _by_its_words(text: str) -> tuple[str, str] | None:
    tcvn3 = from_tcvn3(text)
    vni = from_vni(text)
    is_tcvn3 = _is_sound(text, tcvn3)
    is_vni = _is_sound(text, vni)
    # Text that both tables make sense of is left alone: nothing tells which of them is meant.
    if is_tcvn3 == is_vni:
        return None
    if is_tcvn3:
        return tcvn3, "VB-01"
    return vni, "VB-02"


def _by_tcvn3_font(text: str, *, is_capital: bool) -> tuple[str, str] | None:
    found = _tcvn3(text)
    if not found:
        return found
    if not is_capital:
        return found
    small, code = found
    return small.upper(), code


def _tcvn3(text: str) -> tuple[str, str] | None:
    if _UNICODE_PROOF.search(text):
        return _by_cp1258(text)
    new = from_tcvn3(text)
    return _on_signal(text, new, "VB-01")


def _by_cp1258(text: str) -> tuple[str, str] | None:
    """Either Unicode typed in an old font, or old bytes read by a machine whose page is cp1258."""
    if NEVER_VIETNAMESE.isdisjoint(text):
        return None
    converted = from_tcvn3(text, TCVN3_CP1258)
    new = unicodedata.normalize("NFC", converted)
    if not _is_sound(text, new):
        return None
    return new, "VB-01"


def _on_signal(text: str, new: str, code: str) -> tuple[str, str] | None:
    """The font says so: that is enough with one letter that Unicode text has not, else words prove it."""
    if new == text:
        return None
    if not NEVER_VIETNAMESE.isdisjoint(text):
        return new, code
    changed = list(_changed_words(text, new))
    if not any(map(_is_telling, changed)):
        return None
    enough = _MOST_OF_THEM * len(changed)
    if _count_syllables(changed) < enough:
        return None
    return new, code


def _is_sound(text: str, new: str) -> bool:
    """Whether all the words that changed became syllables, and more than were so before."""
    changed = list(_changed_words(text, new))
    good = _count_syllables(changed)
    if good < len(changed):
        return False
    if sum(map(_is_telling, changed)) < 2:
        return False
    return good > _count_accented(text)


def _count_accented(text: str) -> int:
    """Return how many of the words are syllables with marks."""
    accented = itertools.filterfalse(str.isascii, _words(text))
    return _count_syllables(accented)


def _words(text: str) -> set[str]:
    composed = unicodedata.normalize("NFC", text)
    return set(_WORD.findall(composed))


def _changed_words(text: str, new: str) -> Iterator[str]:
    old_words = _words(text)
    for word in _WORD.findall(new):
        if word not in old_words:
            yield word


def _count_syllables(words: Iterable[str]) -> int:
    return sum(map(is_syllable, words))


def _is_telling(word: str) -> bool:
    """Whether the word is a syllable that proves something: one letter proves nothing."""
    if len(word) < 2:
        return False
    return is_syllable(word)
