"""What the law writes on a state secret, and the words that look like it: tables of `data/language`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final

from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.letter_shapes import bare, marks_of
from khoagiao_xl.vietnamese.syllables import is_syllable

# What a mark is, and where it must stand to be one, as the table says it.
GRADE: Final = "độ mật"
SIGN: Final = "ký hiệu"
STAMP: Final = "dấu khác"
LABEL: Final = "nhãn"
URGENCY: Final = "độ khẩn"
CLAIM: Final = "khẳng định"
ALONE: Final = "một mình"
CAPITALS: Final = "chữ hoa"
AFTER_LABEL: Final = "sau nhãn"
WITH_URGENCY: Final = "cùng độ khẩn"
WITHOUT_DIACRITICS: Final = "không dấu"
# Other words.
COMPOUND: Final = "từ ghép"
NEGATION: Final = "phủ định"
NEGATION_BESIDE: Final = "phủ định liền"
CONDITION: Final = "điều kiện"
NEW_CLAUSE: Final = "vế mới"
ABOUT: Final = "nói về"
DOCUMENT: Final = "loại văn bản"
LINK: Final = "từ nối"
SENDING: Final = "gửi"

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """A mark of secrecy. words: in small letters. stands: where it is a mark."""

    words: Phrase
    stands: frozenset[str]

    @property
    def letters(self) -> str:
        """Its letters, written together."""
        return "".join(self.words)


@cache
def marks(role: str) -> tuple[Mark, ...]:
    """Return the marks of one role, the longest first."""
    found = []
    for row in language_rows("secrecy_marks"):
        if row["Vai trò"] == role:
            stands = frozenset(listed(row["Đứng thế nào thì là dấu"]))
            found.append(Mark(_phrase(row["Dấu"]), stands))
    return tuple(sorted(found, key=lambda mark: -len(mark.letters)))


@cache
def phrases(role: str) -> PhraseSet:
    """Return the words of one role, of either table."""
    rows = language_rows("secrecy_other_words")
    words = [row["Từ"] for row in rows if row["Vai trò"] == role]
    marked = [" ".join(mark.words) for mark in marks(role)]
    return PhraseSet([_phrase(text) for text in (*words, *marked)])


def _phrase(text: str) -> Phrase:
    return tuple(text.replace(",", " ").casefold().split())


class PhraseSet:
    """Phrases that are looked for among the words of a text, also where these lack their diacritics."""

    def __init__(self, known: Collection[Phrase]) -> None:
        self._known = frozenset(known)
        self._bare = frozenset(tuple(map(bare, phrase)) for phrase in known)
        self._lengths = sorted({len(phrase) for phrase in known}, reverse=True)

    def has(self, words: Phrase) -> bool:
        """Say whether `words` are one of the phrases."""
        if words in self._known:
            return True
        return words in self._bare and all(map(str.isascii, words))

    def begins(self, words: Phrase, at: int) -> int:
        """Return how many of the words from `at` are the longest phrase that begins there, 0 for none."""
        for length in self._lengths:
            if len(words) - at >= length and self.has(words[at : at + length]):
                return length
        return 0

    def ends(self, words: Phrase, at: int) -> int:
        """Return how many of the words before `at` are the longest phrase that ends there, 0 for none."""
        for length in self._lengths:
            if at >= length and self.has(words[at - length : at]):
                return length
        return 0


FULL, PARTLY, WITHOUT = 2, 1, 0  # how many of a mark's diacritics a text writes


def spelled(letters: str, mark: Mark) -> int | None:
    """Return how fully `letters` write a mark with its diacritics, None where they write something else."""
    written, wanted = marks_of(letters), marks_of(mark.letters)
    if [letter for letter, _ in written] != [letter for letter, _ in wanted]:
        return None
    if written == wanted:
        return FULL
    pairs = list(zip(written, wanted, strict=True))
    if any(not marks <= asked for (_, marks), (_, asked) in pairs):
        return None
    # «MÂT» is no word and can only be «MẬT»; «MẠT» is one.
    is_slip = any(marks for _, marks in written) and not is_syllable(letters)
    return PARTLY if is_slip else WITHOUT
