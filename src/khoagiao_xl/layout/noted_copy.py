"""A copy of a document with a comment of Word at each place that departs from the rules."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.note_anchors import AnchorFinder, texts_of
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.layout.word_formats import W
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.laid_words import NOTES_BY, NOTES_INITIALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidDocument
    from khoagiao_xl.layout.note_anchors import NoteAnchor

_STYLES: Final = (f"{W}rStyle", f"{W}pStyle")
_OF_COMMENTS: Final = ("CommentReference", "CommentText")
_MOST: Final = 300  # comments: Word becomes slow with more, and nobody reads them


def noted_copy(document: LaidDocument, departures: Sequence[Departure]) -> bytes:
    """Return the file with comments; a departure of the whole document stands at its first paragraph.

    Nothing (b"") of a file that cannot be written back: one with macros, or with damage beside its text.

    document: as the departures were found in. Each comment spans the text that was found; what departs at
    several places has one at each that it names.
    """
    second = read_document(document.package.packed(), document.name)
    notes = list(texts_of(departures))
    anchors = AnchorFinder(document, second).anchors(notes[:_MOST])
    copy = _opened(second)
    if copy is None:
        return b""
    for anchor, runs in zip(anchors, _runs_in(copy, anchors), strict=True):
        told = _text(anchor)
        copy.add_comment(runs, text=told, author=NOTES_BY, initials=NOTES_INITIALS)
    _take_dates_away(copy)
    _take_styles_away(copy)
    result = io.BytesIO()
    copy.save(result)
    return _undated(result)


def _opened(document: LaidDocument) -> Any:
    """Return the document for python-docx to write into, None where that does not take it."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    data = document.package.packed()
    stream = io.BytesIO(data)
    try:
        return docx.Document(stream)
    except (OpcError, XMLSyntaxError, LookupError, ValueError, AttributeError, TypeError):
        return None


def _take_dates_away(copy: Any) -> None:
    """The same document gives the same copy, so that one which nobody changed is no other."""
    for comment in copy.comments:
        element = comment._comment_elm  # noqa: SLF001  # no public way leads to it
        element.attrib.pop(f"{W}date", None)


def _take_styles_away(copy: Any) -> None:
    """Comments ask for styles that the document may not have; Word draws them as comments without."""
    known = {style.style_id for style in copy.styles}
    comments = [comment._comment_elm for comment in copy.comments]  # noqa: SLF001
    for part in (copy.element, *comments):
        named = list(part.iter(*_STYLES))
        for element in named:
            name = element.get(f"{W}val")
            if name in _OF_COMMENTS and name not in known:
                holder = element.getparent()
                holder.remove(element)


def _undated(stream: io.BytesIO) -> bytes:
    """Return the package with no moment of its making in it."""
    result = io.BytesIO()
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as undated:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            undated.writestr(entry, made.read(name))
    return result.getvalue()


def _runs_in(copy: Any, anchors: Iterable[NoteAnchor]) -> list[list[Any]]:
    """Return the first and the last run of each anchor in the copy; comments put in later move none."""
    from docx.text.run import Run

    found = []
    for anchor in anchors:
        ends = [_same(copy.element, run) for run in (anchor.first, anchor.last)]
        runs = [Run(element, copy) for element in ends]
        found.append(runs)
    return found


def _same(root: Any, element: Any) -> Any:
    """Return the element that stands in another reading of a part where one stands in its own."""
    steps = []
    for step in (element, *element.iterancestors()):
        parent = step.getparent()
        if parent is not None:
            steps.append(parent.index(step))
    found = root
    for index in reversed(steps):
        found = found[index]
    return found


def _text(anchor: NoteAnchor) -> str:
    departure = anchor.departure
    facts = {
        "rule": departure.rule,
        "weight": departure.weight,
        "place": departure.place,
        "found": departure.found,
        "expected": departure.expected,
        "advice": departure.advice,
    }
    code = "TTV-10" if anchor.is_at_place else "TTV-22"
    return sentence(code, facts)
