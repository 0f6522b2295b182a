"""A text as words with what stands between them, and what stands around a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from khoagiao_xl.vietnamese import secrecy_words as known
from khoagiao_xl.vietnamese.secrecy_words import Mark, Phrase, phrases, spelled

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
# Where one thing that is said ends and the next begins.
_BREAK: Final = re.compile(
    r"[\n\r|\t;•●▪_]|[.:!?](?=\s|$)|(?<=\s)[-–—~*/](?=\s)|[-–—~*#=]{2,}|[()\[\]{}<>«»\"“”]|\s{3,}"
)
_SENTENCE_ENDS: Final = re.compile(r"[.;!?:|(\[{)\]}\t]|\n\s*\n|\s[-–—]+\s|\s{3,}")
_UNTICKED: Final = re.compile(r"(?:[☐□❏❑◻○]|\[\s*\]|\(\s*\))\s*$")
_LONGEST: Final = 12  # words that may write one mark, each of its letters apart
_REACH: Final = 9  # words back to what denies a mark or speaks about it


def _apart(name: str) -> Iterator[str]:
    """Yield a name with blanks where a capital follows a small letter: «BaoCao» -> «Bao Cao»."""
    for before, letter in zip(f" {name}", name, strict=False):
        if before.islower() and letter.isupper():
            yield " "
        yield letter


@dataclass(frozen=True)
class Spot:
    """Where a grade stands: the words from `start` up to `end`, and how fully it is written."""

    start: int
    end: int
    mark: Mark
    spelling: int


class Words:
    """The words of a text. shown: as they stand; words: in small letters; gaps: before each and after the last."""

    def __init__(self, text: str, *, is_name: bool = False) -> None:
        if is_name:
            text = "".join(_apart(text))
        found = list(_WORD.finditer(text))
        self.is_name = is_name
        self.shown = [match[0] for match in found]
        self.words: Phrase = tuple(word.casefold() for word in self.shown)
        ends = [0, *(match.end() for match in found)]
        starts = [*(match.start() for match in found), len(text)]
        self.gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]

    # -- where grades stand --

    @cached_property
    def grades(self) -> list[Spot]:
        """Every grade that is written here, in any standing."""
        return list(self._grades())

    def _grades(self) -> Iterator[Spot]:
        at = 0
        while at < len(self.words):
            spot = self._grade(at)
            if spot:
                yield spot
            at = spot.end if spot else at + 1

    def _grade(self, start: int) -> Spot | None:
        """Return the grade that begins with the word `start`, its letters together or apart."""
        if self.words[start][0] not in "mt":
            return None
        written = ""
        for end in range(start + 1, min(start + _LONGEST, len(self.words)) + 1):
            written += self.words[end - 1]
            if len(written) > 8 or (end - 1 > start and len(self.gaps[end - 1]) > 9):
                return None
            for mark in known.marks(known.GRADE):
                spelling = spelled(written, mark) if len(written) == len(mark.letters) else None
                if spelling is not None:
                    return Spot(start, end, mark, spelling)
        return None

    # -- what is around --

    def is_capital(self, start: int, end: int) -> bool:
        """Say whether the words are in capitals; in an old font only letters without marks show it."""
        letters = "".join(self.shown[start:end])
        plain = [letter for letter in letters if letter.isascii()]
        return letters.isupper() or (len(plain) > 1 and all(map(str.isupper, plain)))

    def is_titled(self, at: int) -> bool:
        """Say whether the word begins with a capital."""
        return self.shown[at][0].isupper()

    def segment(self, start: int, end: int) -> tuple[int, int]:
        """Return where that which is said at a place begins and ends."""
        while start and not _BREAK.search(self.gaps[start]):
            start -= 1
        while end < len(self.words) and not _BREAK.search(self.gaps[end]):
            end += 1
        return start, end

    def clause_words(self, at: int) -> Iterator[int]:
        """Yield the places of the words before `at` in its clause, the nearest first."""
        for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
            gap = self.gaps[place + 1]
            if _SENTENCE_ENDS.search(gap):
                return
            if "," in gap and self.words[place] not in ("mật", "mat"):
                return
            yield place

    def is_denied(self, at: int) -> bool:
        """Say whether what stands at `at` is denied before it in its clause."""
        if phrases(known.NEGATION_BESIDE).ends(self.words, at) and not _SENTENCE_ENDS.search(self.gaps[at]):
            return True
        return self._has_before(at, known.NEGATION, known.NEW_CLAUSE)

    def is_conditional(self, at: int) -> bool:
        """Say whether what stands at `at` is only what may be."""
        return self._has_before(at, known.CONDITION, known.NEW_CLAUSE)

    def _has_before(self, at: int, role: str, until: str = "") -> bool:
        for place in self.clause_words(at):
            if phrases(role).begins(self.words[:at], place):
                return True
            if until and phrases(until).begins(self.words[:at], place):
                return False
        return False

    def document_before(self, at: int) -> int | None:
        """Return where the kind of document begins that stands right before a grade, None for none."""
        gap = self.gaps[at]
        if "\n" in gap or _SENTENCE_ENDS.search(gap):
            return None
        at -= phrases(known.LINK).ends(self.words, at)
        length = phrases(known.DOCUMENT).ends(self.words, at)
        return at - length if length else None

    def is_spoken_about(self, at: int) -> bool:
        """Say whether the text speaks about documents of a grade, or counts them, and is none itself."""
        document = self.document_before(at)
        if document is None:
            return False
        if (
            document
            and self.words[document - 1].isdecimal()
            and not _SENTENCE_ENDS.search(self.gaps[document])
        ):
            return True
        return self._has_before(document, known.ABOUT)

    def is_sent(self, at: int) -> bool:
        """Say whether the text says that a document of the grade at `at` is being sent."""
        document = self.document_before(at)
        return document is not None and self._has_before(document, known.SENDING)

    def is_counted(self, end: int) -> bool:
        """Say whether a number follows a grade and says how many («Mật: 0»), or that there is none."""
        if end >= len(self.words) or not re.fullmatch(r"\W*[:=]\s*", self.gaps[end]):
            return False
        if self.words[end] in ("không", "khong", "chưa", "thường"):
            return True
        after = self.gaps[end + 1]
        return self.words[end].isdecimal() and (
            end + 1 == len(self.words) or bool(re.match(r"\s*[,;.|)\n]|\s", after))
        )

    def is_unticked(self, at: int) -> bool:
        """Say whether an empty box stands before a grade."""
        return _UNTICKED.search(self.gaps[at]) is not None
