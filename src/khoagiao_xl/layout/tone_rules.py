"""Where the tone of a final oa, oe, uy stands (hòa or hoà, ủy or uỷ), and i or y: one way in one document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.layout.text_slips import LETTER, matches_in, minority
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.tone_placements import NEW, OLD
from khoagiao_xl.wording.laid_words import TONES_SHOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.layout.text_slips import Slip, Slips, TextInHand

TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_LAST_LETTERS: Final = re.compile(rf"{LETTER}*$")
_END: Final = rf"(?!{LETTER})"
# After q the u is no vowel: quý is written in one way only.
_OLD_PLACED: Final = re.compile(rf"[òóỏõọ][ae]{_END}|(?<![qQ])[ùúủũụ]y{_END}", re.IGNORECASE)
_NEW_PLACED: Final = re.compile(rf"o[àáảãạèéẻẽẹ]{_END}|(?<![qQ])u[ỳýỷỹỵ]{_END}", re.IGNORECASE)
_AFTER_Q: Final = re.compile(rf"(?<=[qQ])[ùúủũụ]y{_END}", re.IGNORECASE)
_I_OR_Y: Final = [(row["Viết i"], row["Viết y"]) for row in language_rows("i_and_y")]


def find_mixed_tones(text: TextInHand) -> Slips:
    """Yield the tones that stand otherwise than the office chose, or than in most words of the document."""
    old = matches_in(text.paragraphs, _OLD_PLACED)
    new = matches_in(text.paragraphs, _NEW_PLACED)
    placed = {
        OLD: list(old),
        NEW: list(new),
    }
    right = text.tone or _usual(placed)
    wrong = NEW if right == OLD else OLD
    for slip in placed[wrong]:
        moved = _moved(slip, TONES_SHOWN[right])
        # Without a choice of the office nobody may move it.
        yield moved if text.tone else replace(moved, new=None)


def _usual(placed: Mapping[str, list[Slip]]) -> str:
    old, new = placed.values()
    if len(new) > len(old):
        return NEW
    return OLD


def find_tones_after_q(text: TextInHand) -> Slips:
    """Yield «qúy» and its like."""
    for slip in matches_in(text.paragraphs, _AFTER_Q):
        yield _moved(slip, "")


def _moved(slip: Slip, right: str) -> Slip:
    """Return the slip with its tone on the other vowel."""
    facts = {"word": _word_at(slip), "right": right}
    moved = move_tone(slip.words)
    return replace(slip, new=moved, facts=facts)


def move_tone(pair: str) -> str:
    """Return two vowels with the tone on the other one: «ủy» -> «uỷ», «oà» -> «òa»."""
    first, second = map(_letter_and_tone, pair)
    moved = [
        first.letter,
        second.tone,
        second.letter,
        first.tone,
    ]
    written = "".join(moved)
    return unicodedata.normalize("NFC", written)


class _Vowel(NamedTuple):
    letter: str
    tone: str


def _letter_and_tone(vowel: str) -> _Vowel:
    apart = unicodedata.normalize("NFD", vowel)
    letter = apart[0]
    tone = apart[1:]
    return _Vowel(letter, tone)


def _word_at(slip: Slip) -> str:
    before = slip.paragraph.text[: slip.start]
    begun = _LAST_LETTERS.search(before)
    if begun is None:
        return slip.words
    return begun[0] + slip.words


def find_mixed_i_and_y(text: TextInHand) -> Slips:
    """Yield the words that the document writes with i and with y, where they are written the rarer way."""
    for with_i, with_y in _I_OR_Y:
        written = {
            with_i: _words_in(text, with_i),
            with_y: _words_in(text, with_y),
        }
        yield from minority(written, with_y)


def _words_in(text: TextInHand, word: str) -> list[Slip]:
    whole_word = f"(?<!{LETTER}){word}{_END}"
    pattern = re.compile(whole_word, re.IGNORECASE)
    found = matches_in(text.paragraphs, pattern)
    return list(found)


def old_tones(text: str) -> str:
    """Return the text with every tone on the first vowel, letter by letter, so that places stay the same."""
    return _NEW_PLACED.sub(_tone_moved, text)


def _tone_moved(match: re.Match[str]) -> str:
    return move_tone(match[0])
