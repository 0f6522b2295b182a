"""Where the tone of a final oa, oe, uy stands (hòa or hoà, ủy or uỷ), and i or y: one way in one document."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import LETTER, Slip, matches_in, minority
from khoagiao_xl.vietnamese.language_tables import language_rows

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

OLD, NEW = "ủy", "uỷ"  # how the two placements are called, by their own example
PLACEMENTS: Final = (OLD, NEW)
_SHOWN: Final = {OLD: "ủy, hòa, thủy", NEW: "uỷ, hoà, thuỷ"}
TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_END: Final = rf"(?!{LETTER})"
# After q the u is no vowel: quý is written in one way only.
_OLD_PLACED: Final = re.compile(rf"[òóỏõọ][ae]{_END}|(?<![qQ])[ùúủũụ]y{_END}", re.IGNORECASE)
_NEW_PLACED: Final = re.compile(rf"o[àáảãạèéẻẽẹ]{_END}|(?<![qQ])u[ỳýỷỹỵ]{_END}", re.IGNORECASE)
_AFTER_Q: Final = re.compile(rf"(?<=[qQ])[ùúủũụ]y{_END}", re.IGNORECASE)
_I_OR_Y: Final = [(row["Viết i"], row["Viết y"]) for row in language_rows("i_and_y")]


def find_mixed_tones(text: TextInHand) -> Slips:
    """Yield the tones that stand otherwise than the office chose, or than in most words of the document."""
    placed = {
        OLD: list(matches_in(text.paragraphs, _OLD_PLACED)),
        NEW: list(matches_in(text.paragraphs, _NEW_PLACED)),
    }
    if text.tone in PLACEMENTS:
        right = text.tone
        wrong = placed[NEW] if right == OLD else placed[OLD]
    else:
        wrong = minority(placed, OLD)
        right = OLD if wrong and wrong[0] in placed[NEW] else NEW
    for slip in wrong:
        yield _moved(slip, right, is_chosen=bool(text.tone))


def find_tones_after_q(text: TextInHand) -> Slips:
    """Yield «qúy» and its like."""
    for slip in matches_in(text.paragraphs, _AFTER_Q):
        yield _moved(slip, "quý", is_chosen=True)


def _moved(slip: Slip, right: str, *, is_chosen: bool) -> Slip:
    """Return the slip with its tone on the other vowel; without a choice of the office nobody may move it."""
    moved = move_tone(slip.words)
    facts = {"word": _word_at(slip), "right": _SHOWN.get(right, right)}
    new = moved if is_chosen else None
    return Slip(slip.paragraph, slip.start, slip.end, new, facts)


def move_tone(pair: str) -> str:
    """Return two vowels with the tone on the other one: «ủy» -> «uỷ», «oà» -> «òa»."""
    first, second = (unicodedata.normalize("NFD", vowel) for vowel in pair)
    tones = [mark for mark in first + second if mark in TONES]
    tone = "".join(tones)
    if len(first) > 1:
        moved = first.replace(tone, "") + second + tone
    else:
        moved = first + tone + second.replace(tone, "")
    return unicodedata.normalize("NFC", moved)


def _word_at(slip: Slip) -> str:
    before = slip.paragraph.text[: slip.start]
    begun = re.search(rf"{LETTER}*$", before)
    start = begun[0] if begun else ""
    return start + slip.words


def find_mixed_i_and_y(text: TextInHand) -> Slips:
    """Yield the words that the document writes with i and with y, where they are written the rarer way."""
    for with_i, with_y in _I_OR_Y:
        written = {}
        for word in (with_i, with_y):
            pattern = re.compile(rf"(?<!{LETTER}){word}{_END}", re.IGNORECASE)
            written[word] = list(matches_in(text.paragraphs, pattern))
        yield from minority(written, with_y)


def old_tones(text: str) -> str:
    """Return the text with every tone on the first vowel, letter by letter, so that places stay the same."""
    return _NEW_PLACED.sub(_tone_moved, text)


def _tone_moved(match: re.Match[str]) -> str:
    return move_tone(match[0])
