"""What the law writes on a state secret, and the words that look like it: tables of `data/language`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.letter_shapes import bare, marks_of
from khoagiao_xl.vietnamese.running_text import plain
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
AND: Final = "và"
NOTHING: Final = "không có gì"
RESTRICTION: Final = "hạn chế"
AFTER_A_NAME: Final = "sau tên"

Phrase = tuple[str, ...]
LONGEST_GRADE: Final = len("tuyệtmật")
FULL, PARTLY, WITHOUT = 2, 1, 0  # how many of a mark's diacritics a text writes


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
def _marks(role: str) -> tuple[Mark, ...]:
    """Return the marks of one role."""
    found = []
    for row in language_rows("secrecy_marks"):
        if row["Vai trò"] != role:
            continue
        words = _phrase(row["Dấu"])
        stands = listed(row["Đứng thế nào thì là dấu"])
        mark = Mark(words, frozenset(stands))
        found.append(mark)
    return tuple(found)


@cache
def phrases(role: str) -> PhraseSet:
    """Return the words of one role, of either table."""
    found = [mark.words for mark in _marks(role)]
    for row in language_rows("secrecy_other_words"):
        if row["Vai trò"] == role:
            words = _phrase(row["Từ"])
            found.append(words)
    return PhraseSet(found)


def _phrase(text: str) -> Phrase:
    small = plain(text)
    words = small.replace(",", " ").split()
    return tuple(words)


class PhraseSet:
    """Phrases that are looked for among the words of a text, also where these lack their diacritics."""

    def __init__(self, known: Collection[Phrase]) -> None:
        self._known = frozenset(known)
        bare = map(_bare_phrase, known)
        self._bare = frozenset(bare)
        lengths = set(map(len, known))
        self._lengths = sorted(lengths, reverse=True)
        self._firsts: set[str] = set()
        self._lasts: set[str] = set()
        self._parts: set[str] = set()
        for phrase in self._known | self._bare:
            self._index(phrase)

    def _index(self, phrase: Phrase) -> None:
        first, last = phrase[0], phrase[-1]
        self._firsts.add(first)
        self._lasts.add(last)
        self._parts.update(phrase)

    def has(self, words: Phrase) -> bool:
        """Say whether `words` are one of the phrases."""
        if words in self._known:
            return True
        if words not in self._bare:
            return False
        letters = "".join(words)
        return letters.isascii()

    def has_word(self, word: str) -> bool:
        """Say whether a word by itself is one of the phrases."""
        return self.has((word,))

    def has_part(self, word: str) -> bool:
        """Say whether a word is part of one of the phrases."""
        return word in self._parts

    def begins(self, words: Phrase, at: int) -> int:
        """Return how many of the words from `at` are the longest phrase that begins there, 0 for none."""
        if at >= len(words) or words[at] not in self._firsts:
            return 0
        for length in self._lengths:
            following = words[at : at + length]
            if self.has(following):
                return len(following)
        return 0

    def ends(self, words: Phrase, at: int) -> int:
        """Return how many of the words before `at` are the longest phrase that ends there, 0 for none."""
        if at == 0 or words[at - 1] not in self._lasts:
            return 0
        for length in self._lengths:
            start = max(at - length, 0)
            if self.has(words[start:at]):
                return at - start
        return 0


def _bare_phrase(phrase: Phrase) -> Phrase:
    return tuple(map(bare, phrase))


@lru_cache(maxsize=1024)
def grade_spelled(letters: str) -> tuple[Mark, int] | None:
    """Return the grade that `letters` write and how fully, None where they write none."""
    for mark in _marks(GRADE):
        spelling = _spelling(letters, mark)
        if spelling is not None:
            return mark, spelling
    return None


def _spelling(letters: str, mark: Mark) -> int | None:
    if letters == mark.letters:
        return FULL
    if len(letters) != len(mark.letters):
        return None
    if not _lacks_only_marks(letters, mark.letters):
        return None
    if letters.isascii():
        return WITHOUT
    # «MÂT» is no word and can only be «MẬT»; «MẠT» is one.
    if is_syllable(letters):
        return WITHOUT
    return PARTLY


def _lacks_only_marks(letters: str, wanted: str) -> bool:
    """Say whether `letters` are those that are `wanted`, with no other marks than theirs."""
    written = marks_of(letters)
    for (letter, marks), (right, asked) in zip(written, marks_of(wanted), strict=True):
        if letter != right:
            return False
        if not marks <= asked:
            return False
    return True
