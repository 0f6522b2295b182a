"""What puts the text of a departure right without changing a word: a small change of the document in hand.

Every mend has one method, `apply`, which changes the live elements that `LaidDocument` was read from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from khoagiao_xl.layout.word_formats import W

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph

_TEXT: Final = f"{W}t"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ONE_LETTER: Final = {f"{W}{name}" for name in ("tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")}


class Mend(Protocol):
    """A change that puts one departure right."""

    def apply(self) -> None:
        """Change the document in hand."""


@dataclass(frozen=True)
class AllMends:
    """Several changes that belong to one departure."""

    mends: tuple[Mend, ...]

    def apply(self) -> None:
        """Make them all, the last first, so that places in one text stay where they are."""
        for mend in reversed(self.mends):
            mend.apply()


@dataclass(frozen=True)
class TextMend:
    """`new` in the place of the letters from `start` to `end` of a paragraph's text."""

    paragraph: LaidParagraph
    start: int
    end: int
    new: str

    def apply(self) -> None:
        """Write it where the place begins; nothing where a tab or a break lies in the place."""
        letters = letters_of(self.paragraph)
        self.apply_to(letters)

    def apply_to(self, letters: list[LetterPlace]) -> None:
        """Write it among the letters of the paragraph, of which those before its place are as they were."""
        places = letters[self.start : self.end]
        are_texts = [place.is_text for place in places]
        if are_texts and all(are_texts):
            _write(places, self.new)


@dataclass(frozen=True)
class LetterPlace:
    """Where a letter of a paragraph stands: an element of a run, and which letter of its text it is."""

    element: Any
    index: int

    @property
    def is_text(self) -> bool:
        """Whether it is a letter of a text, and no tab, break or special hyphen."""
        return bool(self.element.tag == _TEXT)

    def replace(self, new: str) -> None:
        """Write `new` in its place."""
        text = self.element.text or ""
        index = self.index
        before = text[:index]
        after = text[index + 1 :]
        self.element.text = f"{before}{new}{after}"
        self.element.set(XML_SPACE, "preserve")  # or Word drops spaces at its ends


def letters_of(paragraph: LaidParagraph) -> list[LetterPlace]:
    """Return where each letter of the paragraph's text stands; nothing where that cannot be told for sure."""
    places: list[LetterPlace] = []
    for run in paragraph.runs:
        if run.hidden:
            continue
        own = _letters_of_run(run.element)
        if len(own) != len(run.text):
            return []
        places += own
    return places


def _letters_of_run(run: Any) -> list[LetterPlace]:
    places: list[LetterPlace] = []
    if run is None:
        return places
    for child in run:
        length = 1 if child.tag in _ONE_LETTER else 0
        if child.tag == _TEXT:
            length = len(child.text or "")
        places += [LetterPlace(child, index) for index in range(length)]
    return places


def _write(places: list[LetterPlace], new: str) -> None:
    """Take the letters out, from the last to the first, and write `new` where the first stood."""
    first = places[0]
    for place in reversed(places):
        put = new if place is first else ""
        place.replace(put)
