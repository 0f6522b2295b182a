"""Where a comment of Word stands: at the very text that was found, else at its paragraph, else near it.

Word takes no comments in text boxes, notes, headers and footers: they stand at what holds or points to those.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.departures import Departure, FoundText
from khoagiao_xl.layout.note_texts import pointer_to
from khoagiao_xl.layout.run_splitting import cut_runs
from khoagiao_xl.layout.word_xml import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.layout.laid_document import LaidDocument, LaidParagraph

_BOX: Final = named("txbxContent")
_RUN: Final = named("r")


@dataclass(frozen=True)
class NoteAnchor:
    """The runs that a comment spans. is_at_place: they hold what was found; else it says where that is."""

    departure: Departure
    first: Any
    last: Any
    is_at_place: bool = True


def texts_of(departures: Iterable[Departure]) -> Iterator[tuple[Departure, FoundText | None]]:
    """Yield what each comment is about: a text that was found, None for the whole of a document."""
    for departure in departures:
        line = departure.paragraph
        if departure.texts:
            for text in departure.texts:
                yield departure, text
        elif line is None:
            yield departure, None
        else:
            yield departure, FoundText(line, 0, len(line.text))


class AnchorFinder:
    """Finds the runs of comments in a second reading of a document, whose runs it cuts."""

    def __init__(self, document: LaidDocument, second: LaidDocument) -> None:
        self._second = second
        self._twins = {}
        for own, twin in zip(document.all_paragraphs, second.all_paragraphs, strict=True):
            key = id(own.element)
            self._twins[key] = (own, twin)
        paragraphs = second.paragraphs
        fitting = filter(self._takes_comments, paragraphs)
        self._first = next(fitting, paragraphs[0])

    def anchors(self, notes: Sequence[tuple[Departure, FoundText | None]]) -> list[NoteAnchor]:
        """Return the anchor of each; what several find in one paragraph cuts its runs at all their ends."""
        texts = [text for _, text in notes if self._is_read(text)]
        holders = self._cut(filter(None, texts))
        found = []
        for departure, text in notes:
            anchor = self._anchor(departure, text, holders)
            found.append(anchor)
        return found

    def _is_read(self, text: FoundText | None) -> bool:
        """Whether it stands in a paragraph that somebody reads: a header may be shown on no page."""
        return text is not None and id(text.paragraph.element) in self._twins

    def _cut(self, texts: Iterable[FoundText]) -> dict[int, list[Any]]:
        """Return id of the element of a paragraph -> the run of each of its letters."""
        ends: dict[int, set[int]] = defaultdict(set)
        for text in texts:
            key = id(text.paragraph.element)
            ends[key].update(self._span(text))
        holders = {}
        for key, places in ends.items():
            _, twin = self._twins[key]
            holders[key] = cut_runs(twin, places)
        return holders

    def _span(self, text: FoundText) -> tuple[int, int]:
        """Return where a text stands in the whole paragraph, of which it may be found in one line."""
        line = text.paragraph
        if not line.is_piece:
            return text.start, text.end
        whole, _ = self._twins[id(line.element)]
        words = line.text.strip()
        start = max(whole.text.find(words), 0)
        return start, start + len(words)

    def _anchor(
        self, departure: Departure, text: FoundText | None, holders: dict[int, list[Any]]
    ) -> NoteAnchor:
        if text is None or not self._is_read(text):
            return self._aside(departure, self._first)
        key = id(text.paragraph.element)
        _, twin = self._twins[key]
        if not self._takes_comments(twin):
            return self._beside(departure, twin)
        start, end = self._span(text)
        spanned = holders[key][start:end]
        if not spanned:
            first, last = _ends_of(twin)
            return NoteAnchor(departure, first, last)
        return NoteAnchor(departure, spanned[0], spanned[-1])

    def _takes_comments(self, twin: LaidParagraph) -> bool:
        element = twin.element
        tree = element.getroottree()
        if tree.getroot() is not self._second.package.document:
            return False
        return _box_around(element) is None

    def _beside(self, departure: Departure, twin: LaidParagraph) -> NoteAnchor:
        """Return the anchor of what stands in a box, a note, a header: the run that holds or points to it."""
        box = _box_around(twin.element)
        run = pointer_to(self._second.package, twin.element)
        if box is not None:
            run = _run_around(box)
        if run is None:
            return self._aside(departure, self._first)
        return NoteAnchor(
            departure,
            run,
            run,
            is_at_place=False,
        )

    def _aside(self, departure: Departure, paragraph: LaidParagraph) -> NoteAnchor:
        first, last = _ends_of(paragraph)
        return NoteAnchor(
            departure,
            first,
            last,
            is_at_place=False,
        )


def _ends_of(paragraph: LaidParagraph) -> tuple[Any, Any]:
    """Return the first and the last run of a paragraph; an empty one is made where it has none."""
    runs = [run.element for run in paragraph.runs]
    if runs:
        return runs[0], runs[-1]
    element = paragraph.element
    empty = element.makeelement(_RUN)
    element.append(empty)
    return empty, empty


def _box_around(element: Any) -> Any:
    """Return the outermost text box that an element stands in, None outside of any."""
    boxes = list(element.iterancestors(_BOX))
    return boxes[-1] if boxes else None


def _run_around(element: Any) -> Any:
    """Return the run of the running text that holds a drawing."""
    runs = list(element.iterancestors(_RUN))
    return runs[-1] if runs else None
