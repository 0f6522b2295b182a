"""The units' own words folded: the same text once with every unit named, nothing lost, proposals apart."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cleaning import clean_line, clean_text
from khoagiao_xl.report.near_texts import are_near, sense_of
from khoagiao_xl.report.sentence_table import FigureRole
from khoagiao_xl.report.told_lines import NAMED, in_sentence
from khoagiao_xl.wording.report import NOTHING_SAID, PHRASES
from khoagiao_xl.wording.told_sections import ASKING

if TYPE_CHECKING:
    from khoagiao_xl.report.content import Narrative

BULLETS: Final = "-–—+*•·. \u00a0"
SENTENCE_ENDS: Final = (".", "!", "?", "…", ":", "”")


@dataclass(frozen=True)
class Opinion:
    """One text, and every unit that said it. about: of a cause, the limit that it is the cause of."""

    units: tuple[str, ...]
    text: str
    about: str = ""

    @property
    def whole(self) -> str:
        """The text as it stands by itself: a cause with its limit."""
        if not self.about:
            return self.text
        return PHRASES["nguyen_nhan_cua"].format(
            limit=self.about.rstrip("."),
            cause=in_sentence(self.text),
        )

    @property
    def is_widely_shared(self) -> bool:
        """Whether more units said it than can be named beside it."""
        return len(self.units) > NAMED


Opinions = Mapping[str, Sequence[Opinion]]  # by tag


def fold(narratives: Iterable[Narrative], code: str, role: FigureRole = FigureRole.WORDS) -> list[Opinion]:
    """Return what was said under `code`, each text once, nearly the same texts too, in the order they came.

    role: PROPOSALS for the lines that begin as one («Đề nghị ...»), TASKS for the others, WORDS for all.
    """
    texts: dict[str, str] = {}  # by its folded letters
    by_sense: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    units: dict[str, dict[str, None]] = {}
    for narrative in narratives:
        if narrative.code != code:
            continue
        lines = _lines(narrative.text, role)
        text = " ".join(lines)
        key = _folded(text)
        if key in NOTHING_SAID:
            continue
        alike = by_sense[sense_of(text)]
        key = _known_as(key, text, alike)
        alike.setdefault(key, text)
        texts.setdefault(key, text)
        name = clean_line(narrative.unit_name)
        own = units.setdefault(key, {})
        own[name] = None
    return [Opinion(tuple(units[key]), text) for key, text in texts.items()]


def _known_as(key: str, text: str, known: Mapping[str, str]) -> str:
    """Return the key of a text that was told before in nearly the same words, else its own."""
    if key in known:
        return key
    for other, told in known.items():
        if are_near(told, text):
            return other
    return key


def _lines(text: str, role: FigureRole) -> Iterator[str]:
    cleaned = clean_text(text)
    for line in cleaned.split("\n"):
        words = _without_bullet(line)
        sentence = _sentence(words)
        if sentence and _belongs(sentence, role):
            yield sentence


def _without_bullet(line: str) -> str:
    if line.startswith(tuple(BULLETS)):
        return line.strip(BULLETS)
    return line


def _belongs(line: str, role: FigureRole) -> bool:
    if role is FigureRole.WORDS:
        return True
    folded = _folded(line)
    is_proposal = folded.startswith(ASKING)
    return is_proposal is (role is FigureRole.PROPOSALS)


def _sentence(line: str) -> str:
    """Return a line as a sentence: closed by a full stop, so that lines can be joined."""
    line = line.rstrip(" ;,")
    if not line or line.endswith(SENTENCE_ENDS):
        return line
    return f"{line}."


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    words = composed.casefold().split()
    spaced = " ".join(words)
    return spaced.strip(" .;,!-")
