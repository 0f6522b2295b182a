"""Whether a word can be a Vietnamese syllable: the test that keeps a conversion from corrupting good text."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

# The longest first, as they must be tried; last the syllable that begins with its vowel.
_ONSETS = ("ngh", *["ng", "gh", "gi", "kh", "nh", "ph", "qu", "th", "tr", "ch"], *"bcdđghklmnprstvx", "")
_RIME_LINES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng",
    "eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac",
    "oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc",
    "oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc ui um un ung uôc uôi",
    "uôm uôn uông uôt up ut uy uya uych uynh uyên uyêt uyt uyn uyu uyp uơ uê uêch uênh uêt ư ưa ưc ưi ưm",
    "ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu",
)
_RIMES = frozenset(chain.from_iterable(map(str.split, _RIME_LINES)))
_AFTER_GI = frozenset({"", "n", "m", "t", "êc", "êm", "ên", "êng", "êp", "êt", "êu"})  # gì, gìn, giếng
_STOPPED = re.compile("(c|ch|p|t)$")
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}


def is_syllable(word: str) -> bool:
    """Say whether `word` can be a Vietnamese syllable, in any case and with either tone placement."""
    bare, tones = _without_tone(word.lower())
    if len(tones) > 1:
        return False
    for onset in _ONSETS:
        if not bare.startswith(onset):
            continue
        rime = bare.removeprefix(onset)
        if _fits(onset, rime):
            return _carries(bare, tones)
    return False


def _carries(bare: str, tones: list[str]) -> bool:
    # A syllable that ends in a stop carries only the tones sắc and nặng.
    if not tones:
        return True
    if not _STOPPED.search(bare):
        return True
    return tones[0] in {"sắc", "nặng"}


def _fits(onset: str, rime: str) -> bool:
    if rime in _RIMES:
        return True
    if onset == "gi":
        return rime in _AFTER_GI
    if onset == "qu":
        return f"u{rime}" in _RIMES
    return False


def _without_tone(word: str) -> tuple[str, list[str]]:
    """Return the word without its tone marks (ê, ơ, ă stay), and the tones it carried."""
    bare = ""
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word):
        tone = _TONES.get(letter)
        if tone:
            tones.append(tone)
        else:
            bare += letter
    composed = unicodedata.normalize("NFC", bare)
    return composed, tones
