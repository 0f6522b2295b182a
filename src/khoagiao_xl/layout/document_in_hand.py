"""What the rules look at: a laid document, its parts, and the profile it is held against."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from khoagiao_xl.layout.document_parts import DocumentParts, Line
from khoagiao_xl.layout.find_parts import parts_of, written_month
from khoagiao_xl.layout.laid_document import LaidDocument
from khoagiao_xl.layout.layout_lines import words_of
from khoagiao_xl.layout.layout_profiles import PARTY, STATE, LayoutProfile, profile_named, profile_on

_OF_STATE: Final = ("tm.", "kt.", "tl.", "tuq.")
_MIDDLE_OF_MONTH: Final = 15


@dataclass(frozen=True)
class DocumentInHand:
    """A document that is checked."""

    laid: LaidDocument
    parts: DocumentParts = field(repr=False)
    profile: LayoutProfile


def in_hand(document: LaidDocument, profile: str = "") -> DocumentInHand:
    """Return a document with its parts and its profile: the named one, else the one that fits.

    Raises KeyError for the name of no profile.
    """
    parts = parts_of(document)
    chosen = profile_named(profile) if profile else fitting_profile(parts)
    return DocumentInHand(document, parts, chosen)


def profile_of(document: LaidDocument) -> LayoutProfile:
    """Return the profile a document is held against: by its national title and the day that it bears."""
    parts = parts_of(document)
    return fitting_profile(parts)


def fitting_profile(parts: DocumentParts) -> LayoutProfile:
    """Return the profile of the side and the day of a document; of no day the newest."""
    day = parts.day or _day_of_month(parts)
    return profile_on(_side(parts), day)


def _day_of_month(parts: DocumentParts) -> date | None:
    """Return a day of the month that a draft names where its day is left open."""
    year, month = written_month(parts.head.place_day)
    if not (year and 1 <= month <= 12):
        return None
    return date(year, month, _MIDDLE_OF_MONTH)


def _side(parts: DocumentParts) -> str:
    """Return whose document it is: by its national title, else by the motto, the number, the signature."""
    head = parts.head
    title = _words(head.national_title)
    if title:
        return PARTY if "đảng" in title else STATE
    if head.motto is not None:
        return STATE
    number = _words(head.number)
    if number.startswith("số:") and "/" in number:
        return STATE
    authority = "".join(map(_words, parts.signature.authority))
    return STATE if authority.startswith(_OF_STATE) else PARTY


def _words(line: Line | None) -> str:
    return "" if line is None else words_of(line)
