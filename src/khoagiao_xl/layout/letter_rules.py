"""Slips in letters: not composed, unseen, foreign, lost, of old fonts; words that are no syllable."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import WRONG, everywhere, judged, matches_in, whole
from khoagiao_xl.vietnamese import legacy
from khoagiao_xl.vietnamese.blank_text import UNSEEN_SIGNS
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import SMALL
from khoagiao_xl.vietnamese.syllables import is_syllable

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Facts, Slips, TextInHand

_CLUSTER: Final = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_WIDE: Final = re.compile("[\uff01-\uff5e]+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_MARKED: Final = re.compile("[àáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]")
_MIXED_LETTERS: Final = re.compile(
    r"\w*[A-Za-zĐđ]\w*[\u0370-\u03ff\u0400-\u04ff]\w*|\w*[\u0370-\u03ff\u0400-\u04ff][A-Za-zĐđ]\w*"
)
_ODD_SYLLABLES: Final = frozenset(row["Âm tiết"] for row in language_rows("odd_syllables"))

find_unseen = everywhere(re.compile(rf"(?:(?!\n)[{UNSEEN_SIGNS}])+"), "")
find_odd_spaces = everywhere(re.compile("[\u1680\u2000-\u200a\u202f\u205f\u3000]"), " ")
find_special_hyphens = everywhere(re.compile("[\u2010\u2011]"))
find_lost = everywhere(re.compile(rf"\ufffd+|(?<!\S)[^\s/=&?]*[^\W\d_]\?+[{SMALL}]\S*"))
find_false_d = everywhere(re.compile(r"\w*[ÐƉðɖ]\w*"))
find_foreign_letters = everywhere(_MIXED_LETTERS)


def find_decomposed(text: TextInHand) -> Slips:
    """Yield the letters that are written as a letter and a mark apart, though one letter stands for both."""
    for slip in matches_in(text.paragraphs, _CLUSTER):
        composed = unicodedata.normalize("NFC", slip.words)
        if composed != slip.words:
            yield replace(slip, new=composed)


def find_wide_letters(text: TextInHand) -> Slips:
    """Yield letters, digits and signs that are as wide as a Chinese character."""
    for slip in matches_in(text.paragraphs, _WIDE):
        plain = unicodedata.normalize("NFKC", slip.words)
        yield replace(slip, new=plain)


def find_old_fonts(text: TextInHand) -> Slips:
    """Yield the paragraphs that an old Vietnamese font is to draw."""
    for paragraph in text.paragraphs:
        fonts = {run.font for run in paragraph.shown_runs}
        old = sorted(filter(_is_old_font, fonts))
        if old:
            yield whole(paragraph, font=old[0])


def _is_old_font(font: str) -> bool:
    name = font.casefold()
    return name.startswith(legacy.OLD_FONTS)


def find_old_codes(text: TextInHand) -> Slips:
    """Yield the paragraphs whose letters make sense only in an old code, or were garbled on their way."""
    for paragraph in text.paragraphs:
        if _is_old(paragraph.text):
            yield whole(paragraph)


def _is_old(text: str) -> bool:
    if text.isascii() or legacy.shows_unicode(text):
        return False
    converted = legacy.convert(text, "") or legacy.from_mojibake(text)
    return converted is not None


def find_no_syllables(text: TextInHand) -> Slips:
    """Yield the words with Vietnamese marks that no Vietnamese syllable is written like."""
    for paragraph in text.paragraphs:
        if unicodedata.is_normalized("NFC", paragraph.text):  # else find_decomposed tells of it
            yield from judged(paragraph, _WORD, _no_syllable)


def _no_syllable(match: re.Match[str]) -> Facts | None:
    word = match[0]
    rest = word[1:]
    if not rest or rest != rest.lower():  # a point, an abbreviation, a line in capitals
        return None
    small = word.lower()
    if small in _ODD_SYLLABLES or not _MARKED.search(small):
        return None
    return None if is_syllable(small) else WRONG
