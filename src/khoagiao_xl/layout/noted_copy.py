"""A copy of a document with a comment of Word at each place that departs from the rules."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.word_formats import W
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.laid_words import NOTES_BY, NOTES_INITIALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidDocument

_STYLES: Final = (f"{W}rStyle", f"{W}pStyle")
_OF_COMMENTS: Final = ("CommentReference", "CommentText")
_MOST: Final = 300  # comments: Word becomes slow with more, and nobody reads them


def noted_copy(document: LaidDocument, departures: Sequence[Departure]) -> bytes:
    """Return the file with comments; a departure of the whole document stands at its first paragraph.

    Nothing (b"") of a file that cannot be written back: one with macros, or with damage beside its text.

    document: as the departures were found in. What several departures say of one paragraph are comments of
    their own, in the order given.
    """
    copy = _opened(document)
    if copy is None:
        return b""
    for path, told in _by_paragraph(document, departures[:_MOST]).items():
        runs = _runs_of(copy, path)
        for departure in told:
            copy.add_comment(runs, text=_text(departure), author=NOTES_BY, initials=NOTES_INITIALS)
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


def _by_paragraph(document: LaidDocument, departures: Sequence[Departure]) -> dict[str, list[Departure]]:
    """Return the departures by the path of the element of their paragraph."""
    first = document.paragraphs[0]
    tree = first.element.getroottree()
    found: dict[str, list[Departure]] = defaultdict(list)
    for departure in departures:
        paragraph = departure.paragraph or first
        path = tree.getpath(paragraph.element)
        found[path].append(departure)
    return found


def _runs_of(copy: Any, path: str) -> list[Any]:
    """Return the first and the last run of a paragraph; an empty one is made where it has none."""
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    root = copy.element
    (element,) = root.xpath(path)
    paragraph = Paragraph(element, copy)
    runs = [child for child in element.iter(f"{W}r") if child.getparent() is element]
    if not runs:
        return [paragraph.add_run()]
    return [Run(runs[0], paragraph), Run(runs[-1], paragraph)]


def _text(departure: Departure) -> str:
    facts = {
        "rule": departure.rule,
        "weight": departure.weight,
        "found": departure.found,
        "expected": departure.expected,
        "advice": departure.advice,
    }
    return sentence("TTV-10", facts)
