"""A text in which marks of secrecy are looked for: its words, what stands between them, the grades in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from khoagiao_xl.vietnamese import secrecy_words as known
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.secrecy_words import Mark, Phrase, phrases

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
# Where one thing that is said ends and the next begins.
_BREAK: Final = re.compile(
    r"[\n\r|\t;•●▪_]|[.:!?](?=\s|$)|(?<=\s)[-–—~*/](?=\s)|[-–—~*#=]{2,}|[()\[\]{}<>«»\"“”]|\s{3,}"
)
_SENTENCE_ENDS: Final = re.compile(r"[.;!?:|(\[{)\]}\t]|\n\s*\n|\s[-–—]+\s|\s{3,}")
_FIRST_LETTERS: Final = ("m", "t")  # of the grades
_MOST_WORDS: Final = 12  # that may write one grade, each of its letters apart
_WIDEST: Final = 9  # signs between the letters of one
_REACH: Final = 9  # words back to what denies a mark or speaks about it
_OF_A_LIST: Final = ("mật", "mat")  # before a comma: «không có nội dung mật, tối mật»


@dataclass(frozen=True)
class Spot:
    """Where a grade stands: the words from `start` up to `end`, and how fully it is written."""

    start: int
    end: int
    mark: Mark
    spelling: int

    def may_stand(self, how: str) -> bool:
        """Say whether a grade that stands so is a mark."""
        return how in self.mark.stands


class SearchedText:
    """The words of a text. shown: as they stand; words: in small letters; gaps: before each, after the last.

    is_name: it names something; then «BaoCao» is two words.
    """

    def __init__(self, text: str, *, is_name: bool = False) -> None:
        self.is_name = is_name
        if is_name:
            text = _words_apart(text)
        self.shown: list[str] = _WORD.findall(text)
        self.gaps: list[str] = _WORD.split(text)
        words = map(plain, self.shown)
        self.words: Phrase = tuple(words)

    # -- where grades stand --

    @cached_property
    def grades(self) -> list[Spot]:
        """Every grade that is written here, in any standing."""
        found: list[Spot] = []
        end = 0
        for at, word in enumerate(self.words):
            if at < end:
                continue
            if not word.startswith(_FIRST_LETTERS):
                continue
            spot = self._grade(at)
            if spot:
                found.append(spot)
                end = spot.end
        return found

    def _grade(self, start: int) -> Spot | None:
        """Return the grade that begins with the word `start`, its letters together or apart."""
        written = ""
        for end, word in enumerate(self.words[start : start + _MOST_WORDS], start + 1):
            if written and len(self.gaps[end - 1]) > _WIDEST:
                return None
            written += word
            found = known.grade_spelled(written)
            if found:
                mark, spelling = found
                return Spot(start, end, mark, spelling)
            if len(written) >= known.LONGEST_GRADE:
                return None
        return None

    # -- what a place looks like --

    def is_capital(self, start: int, end: int) -> bool:
        """Say whether the words are in capitals; in an old font only letters without marks show it."""
        letters = "".join(self.shown[start:end])
        if letters.isupper():
            return True
        ascii_only = filter(str.isascii, letters)
        unmarked = "".join(ascii_only)
        if len(unmarked) < 2:
            return False
        return unmarked.isupper()

    def is_titled(self, at: int) -> bool:
        """Say whether the word begins with a capital."""
        first = self.shown[at][0]
        return first.isupper()

    def ends_with(self, role: str, at: int) -> int:
        """Return how many of the words right before `at` are words of a role, 0 for none."""
        return phrases(role).ends(self.words, at)

    def goes_on_with(self, role: str, at: int) -> int:
        """Return how many of the words from `at` on are words of a role, 0 for none."""
        return phrases(role).begins(self.words, at)

    # -- what is around a place --

    def segment(self, start: int, end: int) -> range:
        """Return the places of the words of that which is said at a place, and of nothing else."""
        breaks = self._breaks
        after_start = bisect_right(breaks, start)
        from_end = bisect_left(breaks, end)
        begin = breaks[after_start - 1]
        stop = breaks[from_end]
        return range(begin, stop)

    @cached_property
    def _breaks(self) -> list[int]:
        """The places of the words that begin something new, and the end: found once for all the grades."""
        last = len(self.words)
        found = [0]
        for at in range(1, last):
            gap = self.gaps[at]
            if gap != " " and _BREAK.search(gap):
                found.append(at)
        found.append(last)
        return found

    def begins_sentence(self, at: int) -> bool:
        """Say whether a sentence, or what stands for one, ends before a word."""
        gap = self.gaps[at]
        return _SENTENCE_ENDS.search(gap) is not None

    def says_before(self, role: str, at: int) -> bool:
        """Say whether words of a role stand before `at` in its clause; «nhưng» begins a new one."""
        wanted, new_clause = phrases(role), phrases(known.NEW_CLAUSE)
        before = self.words[:at]
        for place in self._clause_before(at):
            if wanted.begins(before, place):
                return True
            if new_clause.begins(before, place):
                return False
        return False

    def _clause_before(self, at: int) -> Iterator[int]:
        """Yield the places of the words before `at` in its clause, the nearest first."""
        for _ in range(_REACH):
            if at == 0 or self.begins_sentence(at):
                return
            has_comma = "," in self.gaps[at]
            at -= 1
            if has_comma and self.words[at] not in _OF_A_LIST:
                return
            yield at


def _words_apart(name: str) -> str:
    """Return a name with blanks where a capital follows a small letter: «BaoCao» -> «Bao Cao»."""
    apart = ""
    before = ""
    for letter in name:
        if before.islower() and letter.isupper():
            apart += " "
        apart += letter
        before = letter
    return apart
