"""Text from a cell: brought to one form, in the order that loses nothing, each change told."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from khoagiao_xl.vietnamese import legacy
from khoagiao_xl.vietnamese.parsed import Repair

__all__ = ["LONGEST", "Cleaned", "Repair", "clean", "fold", "lacks_diacritics", "looks_like_formula"]

LONGEST = 32_767  # characters in one cell of Excel

_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
_STRUCK_D = {"d\u0335": "đ", "D\u0335": "Đ", "d\u0336": "đ", "D\u0336": "Đ"}
_CYRILLIC_GREEK = str.maketrans(
    "аеорсухіѕјАВЕКМНОРСТУХІЅЈ" + "οαΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxisjABEKMHOPCTYXISJ" + "oaABEZHIKMNOPTYX"
)
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_BULLETS = re.compile("^[ \t]*[\uf0b7\uf0a7\uf0d8\uf0fc•▪◦●■□‣⁃]+[ \t\u00a0]*", re.MULTILINE)
# Zero-width and directional marks, the soft hyphen, tags, and the private marks of Word.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_LOST = re.compile("[\ud800-\udfff\ufffd]")
# «?» stands in the middle of a word where «ư», «ơ», «đ» was lost: «Tr??ng», «th?c hi?n».
# (not in an address on the web, which has signs of its own).
_LOST_AS_QUESTION = re.compile(r"(?<!\S)[^\s/=&]*[^\W\d_]\?+[a-zà-ỹđ]")
# What needs no treatment: plain ASCII and the letters of Vietnamese, in single spaces.
# «Ã» is left out, since before a blank it is «à» garbled; so is «?», which may stand for a lost letter.
_VIETNAMESE = "àáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
_LETTER = f"[!-&(->@-~{_VIETNAMESE}{_VIETNAMESE.upper().replace('Ã', '')}“”–…']"
# One way only to match any text: nested repetition would try them all on the first foreign letter.
_SOUND = re.compile(f"(?:{_LETTER}+(?: {_LETTER}+)*)?")
_PLAIN_WORDS = 4  # a text of fewer words may well need no diacritics
_FORMULA_SIGNS = "=+-@＝＋－＠\t\r"


@dataclass(frozen=True)
class Cleaned:
    """A cleaned text, what was changed in it, and the codes of what could not be."""

    text: str
    repairs: tuple[Repair, ...] = ()
    codes: tuple[str, ...] = ()


def clean(raw: str, font: str = "", *, keep_lines: bool = False) -> Cleaned:
    """Return `raw` in Unicode (NFC) with single spaces, with every change as a Repair.

    font: of the cell, the signal of an old encoding. keep_lines: line breaks of the cell stay.
    codes: VB-08 when letters were lost on the way, VB-10 when the text was cut at Excel's limit.
    Ordinary spaces at the ends or in a row, tabs and line breaks are joined without a word.
    """
    if not font.casefold().startswith(legacy.OLD_FONTS) and len(raw) <= LONGEST and _SOUND.fullmatch(raw):
        return Cleaned(raw)
    text, repairs, before = raw, [], None
    # What one step takes out may have hidden from an earlier one what the text really is.
    while text != before:
        before = text
        for step in _STEPS:
            changed = step(text, font)
            if changed and changed[0] != text:
                repairs.append(Repair(text.strip(), changed[0].strip(), changed[1]))
                text = changed[0]
    lost = bool(_LOST.search(text) or _LOST_AS_QUESTION.search(text))
    text = _join(_LOST.sub("?", text), keep_lines=keep_lines)
    codes = (["VB-08"] if lost else []) + (["VB-10"] if len(text) > LONGEST else [])
    return Cleaned(text[:LONGEST], tuple(repairs), tuple(codes))


def _pair_surrogates(text: str, _: str) -> tuple[str, str] | None:
    """A pair of halves is one character; a half without its other half was lost."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return (whole, "VB-06") if whole != text and "\ufffd" not in whole else None


def _old_font(text: str, font: str) -> tuple[str, str] | None:
    # Before the soft hyphen is taken out: in TCVN3 it is the letter «ư».
    return legacy.convert(text, font)


def _garbled(text: str, _: str) -> tuple[str, str] | None:
    restored = legacy.from_mojibake(text)
    return (restored, "VB-03") if restored else None


def _compose(text: str, _: str) -> tuple[str, str]:
    for struck, letter in _STRUCK_D.items():
        text = text.replace(struck, letter)
    return unicodedata.normalize("NFC", text), "VB-04"


def _look_alikes(text: str, _: str) -> tuple[str, str]:
    return text.translate(_LOOK_ALIKES), "VB-05"


def _foreign_letters(text: str, _: str) -> tuple[str, str] | None:
    """Cyrillic and Greek letters inside a word that is otherwise Latin."""

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        latin = word.translate(_CYRILLIC_GREEK)
        is_mixed = _FOREIGN.search(word) and not all(_FOREIGN.match(letter) for letter in word)
        return latin if is_mixed and not _FOREIGN.search(latin) else word

    return re.sub(r"[^\W_]+", mend, text), "VB-07"


def _unseen(text: str, _: str) -> tuple[str, str]:
    text = _BULLETS.sub("- ", _BREAK.sub("\n", text))
    return _CONTROL.sub("", _INVISIBLE.sub("", _ODD_SPACE.sub(" ", text))), "VB-06"


_STEPS = (_pair_surrogates, _old_font, _garbled, _compose, _look_alikes, _foreign_letters, _unseen)


def _join(text: str, *, keep_lines: bool) -> str:
    if not keep_lines:
        return " ".join(text.split())
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()


def fold(text: str) -> str:
    """Return the key by which two spellings are the same: no case, no marks, đ as d, i for a lone y."""
    text = unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES).casefold().translate(_CYRILLIC_GREEK)
    bare = "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )
    words = _CONTROL.sub("", _INVISIBLE.sub("", bare.replace("đ", "d"))).split()
    # kỹ/kĩ, lý/lí, quý/quí: only after these letters, and only at the end, do both spellings exist.
    return re.sub(r"\b([hklmst]|qu)y\b", r"\1i", " ".join(words))


def lacks_diacritics(text: str) -> bool:
    """Say whether `text` is Vietnamese typed without its marks («Khong co van de gi»)."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) >= _PLAIN_WORDS and text.isascii()


def looks_like_formula(text: str) -> bool:
    """Say whether Excel would take `text` for a formula if it were typed into a cell."""
    return text[:1] in tuple(_FORMULA_SIGNS) and len(text) > 1
