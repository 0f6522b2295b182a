"""Text from a cell: brought to one form, in the order that loses nothing, each change told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from khoagiao_xl.vietnamese import legacy
from khoagiao_xl.vietnamese.blank_text import ODD_SPACE, UNSEEN
from khoagiao_xl.vietnamese.known_texts import known
from khoagiao_xl.vietnamese.parsed import Repair

__all__ = ["LONGEST_TEXT", "Cleaned", "Repair", "clean", "fold", "lacks_diacritics", "looks_like_formula"]

LONGEST_TEXT = 32_767  # characters in one cell of Excel

_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
_STRUCK_D = {"d\u0335": "đ", "D\u0335": "Đ", "d\u0336": "đ", "D\u0336": "Đ"}
_CYRILLIC_GREEK = str.maketrans(
    "аеорсухіѕјАВЕКМНОРСТУХІЅЈ" + "οαΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxisjABEKMHOPCTYXISJ" + "oaABEZHIKMNOPTYX"
)
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_BULLETS = re.compile("^[ \t]*[\uf0b7\uf0a7\uf0d8\uf0fc•▪◦●■□‣⁃]+[ \t\u00a0]*", re.MULTILINE)
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
_FORMULA_SIGNS = tuple("=+-@＝＋－＠\t\r")
# What is not seen, or seen in more than one way, and what stands for it, in this order.
_PLAIN_SIGNS = (
    (_BREAK, "\n"),
    (_BULLETS, "- "),
    (ODD_SPACE, " "),
    (UNSEEN, ""),
)
_WORD = re.compile(r"[^\W_]+")
_LETTERS_ALONE = re.compile(r"[^\W\d_]+")
_LONE_Y = re.compile(r"\b([hklmst]|qu)y\b")
_EMPTY_LINES = re.compile("\n{3,}")


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
    if _is_sound(raw, font):
        return Cleaned(raw)
    if font or keep_lines:
        return _clean(raw, font, keep_lines=keep_lines)
    return _clean_words(raw)


@known
def _clean_words(raw: str) -> Cleaned:
    return _clean(raw, "", keep_lines=False)


def _clean(raw: str, font: str, *, keep_lines: bool) -> Cleaned:
    repairs: list[Repair] = []
    text, before = raw, None
    # What one step takes out may have hidden from an earlier one what the text really is.
    while text != before:
        before = text
        for repair, changed in _changes(text, font):
            repairs.append(repair)
            text = changed
    marked = _LOST.sub("?", text)
    line = _join(marked, keep_lines=keep_lines)
    return Cleaned(
        text=line[:LONGEST_TEXT],
        repairs=tuple(repairs),
        codes=tuple(_faults(text, line)),
    )


def _is_sound(raw: str, font: str) -> bool:
    """Say whether the text needs no treatment."""
    if len(raw) > LONGEST_TEXT:
        return False
    if font and font.casefold().startswith(legacy.OLD_FONTS):
        return False
    return _SOUND.fullmatch(raw) is not None


def _changes(text: str, font: str) -> Iterator[tuple[Repair, str]]:
    """Yield each change that the steps make one after the other, with the text after it."""
    for step in _STEPS:
        result = step(text, font)
        if not result:
            continue
        changed, code = result
        if changed == text:
            continue
        repair = Repair(
            before=text.strip(),
            after=changed.strip(),
            code=code,
        )
        yield repair, changed
        text = changed


def _faults(text: str, line: str) -> Iterator[str]:
    if _is_lossy(text):
        yield "VB-08"
    if len(line) > LONGEST_TEXT:
        yield "VB-10"


def _is_lossy(text: str) -> bool:
    """Say whether letters were lost on the way."""
    if _LOST.search(text):
        return True
    return _LOST_AS_QUESTION.search(text) is not None


def _pair_surrogates(text: str, _: str) -> tuple[str, str] | None:
    """A pair of halves is one character; a half without its other half was lost."""
    halves = text.encode("utf-16-le", "surrogatepass")
    whole = halves.decode("utf-16-le", "replace")
    if whole == text:
        return None
    if "\ufffd" in whole:
        return None
    return whole, "VB-06"


def _old_font(text: str, font: str) -> tuple[str, str] | None:
    # Before the soft hyphen is taken out: in TCVN3 it is the letter «ư».
    return legacy.convert(text, font)


def _garbled(text: str, _: str) -> tuple[str, str] | None:
    restored = legacy.from_mojibake(text)
    if not restored:
        return None
    return restored, "VB-03"


def _compose(text: str, _: str) -> tuple[str, str]:
    for struck, letter in _STRUCK_D.items():
        text = text.replace(struck, letter)
    composed = unicodedata.normalize("NFC", text)
    return composed, "VB-04"


def _look_alikes(text: str, _: str) -> tuple[str, str]:
    return text.translate(_LOOK_ALIKES), "VB-05"


def _foreign_letters(text: str, _: str) -> tuple[str, str]:
    """Cyrillic and Greek letters inside a word that is otherwise Latin."""
    return _WORD.sub(_latin, text), "VB-07"


def _latin(match: re.Match[str]) -> str:
    word = match[0]
    foreign = _FOREIGN.findall(word)
    if not foreign:
        return word
    if len(foreign) == len(word):
        return word
    latin = word.translate(_CYRILLIC_GREEK)
    if _FOREIGN.search(latin):
        return word
    return latin


def _unseen(text: str, _: str) -> tuple[str, str]:
    for signs, plain_sign in _PLAIN_SIGNS:
        text = signs.sub(plain_sign, text)
    return text, "VB-06"


_STEPS = (_pair_surrogates, _old_font, _garbled, _compose, _look_alikes, _foreign_letters, _unseen)


def _join(text: str, *, keep_lines: bool) -> str:
    if not keep_lines:
        return _single_spaces(text)
    lines = text.split("\n")
    joined = "\n".join(map(_single_spaces, lines))
    together = _EMPTY_LINES.sub("\n\n", joined)
    return together.strip()


def _single_spaces(text: str) -> str:
    words = text.split()
    return " ".join(words)


@known
def fold(text: str) -> str:
    """Return the key by which two spellings are the same: no case, no marks, đ as d, i for a lone y."""
    composed = unicodedata.normalize("NFKC", text)
    same = composed.translate(_LOOK_ALIKES)
    small = same.casefold()
    latin = small.translate(_CYRILLIC_GREEK)
    unmarked = _without_marks(latin)
    bare = unmarked.replace("đ", "d")
    visible = UNSEEN.sub("", bare)
    spaced = ODD_SPACE.sub(" ", visible)
    words = _single_spaces(spaced)
    # kỹ/kĩ, lý/lí, quý/quí: only after these letters, and only at the end, do both spellings exist.
    return _LONE_Y.sub(r"\1i", words)


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    different = set(letters)
    marks = filter(unicodedata.combining, different)
    gone = dict.fromkeys(map(ord, marks))
    return letters.translate(gone)


def lacks_diacritics(text: str) -> bool:
    """Say whether `text` is Vietnamese typed without its marks («Khong co van de gi»)."""
    if not text.isascii():
        return False
    words = _LETTERS_ALONE.findall(text)
    return len(words) >= _PLAIN_WORDS


def looks_like_formula(text: str) -> bool:
    """Say whether Excel would take `text` for a formula if it were typed into a cell."""
    if len(text) <= 1:
        return False
    return text.startswith(_FORMULA_SIGNS)
