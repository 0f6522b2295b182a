"""Places that a draft leaves to the office to write, and the office's words that fill those of a review.

The words stand on «Lời báo cáo»: column «Kỳ» has the key of the document («so-ket 49-KL/TW 2024-H1») where
those of a periodic report have its period, column «Mục» the section of PLACES.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.report_records import WordsOrigin
from khoagiao_xl.model.section_names import section_names
from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.kinds.kinds_table import ISSUE
from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.wording.told_kinds import PLACE_MARK, PLACES, WRITE_ISSUE, WRITE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.report_records import OfficeWords
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder

LINES: Final = "\n"
OF_OTHERS: Final = (WordsOrigin.UNIT, WordsOrigin.TOOL)


def with_office_words(year: Year, key: str, tag: str, told: Iterable[str], lacking: str = "") -> list[str]:
    """Return what is told in a section and the office's own words for it; a marked place where both lack.

    key: of the document. tag: of the section of a periodic report that is called alike. lacking: the
    place to mark behind what is told, where a reader expects more than that.
    """
    paragraphs = list(told)
    own = []
    for words in _own_words(year, key, tag):
        text = clean_text(words.text)
        own += text.split(LINES)
    if not own and not paragraphs:
        own = [lacking or PLACES[tag]]
    elif not own and lacking:
        own = [lacking]
    return [*paragraphs, *own]


def _own_words(year: Year, key: str, tag: str) -> Iterator[OfficeWords]:
    name = section_names()[tag]
    for words in year.office_words:
        if words.is_dropped or words.origin in OF_OTHERS:
            continue
        if words.period == key and words.section == name:
            yield words


def refuse_unwritten(order: DocumentOrder, docx: bytes) -> None:
    """Raise WrongRequest LVB-12 for a document in which marked places stand."""
    texts = paragraphs_of(docx)
    places = [text for text in texts if text.startswith(PLACE_MARK)]
    if not places:
        return
    raise WrongRequest(
        "LVB-12",
        places=", ".join(places),
        advice=_advice(order, places),
    )


def _advice(order: DocumentOrder, places: Iterable[str]) -> str:
    """Return where the office writes what is lacking."""
    if order.kind.needs == ISSUE:
        return WRITE_ISSUE.format(key=order.about)
    names = section_names()
    sections = []
    for tag, place in PLACES.items():
        if _is_among(place, places):
            name = names[tag]
            sections.append(f"«{name}»")
    return WRITE_WORDS.format(
        key=order.key,
        sections=", ".join(sections),
    )


def _is_among(place: str, places: Iterable[str]) -> bool:
    """Whether a kind of place is marked, whatever it adds: «... các năm 2019 - 2023»."""
    begins = place.rstrip(")")
    return any(marked.startswith(begins) for marked in places)
