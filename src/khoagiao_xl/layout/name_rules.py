"""Slips in names: capitals of bodies and offices, abbreviations that nobody introduced, doubled words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.text_slips import LETTER, matches_in, slip_at
from khoagiao_xl.layout.tone_rules import old_tones
from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.symbols import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_NAMES: Final = {row["Viết đúng"]: listed(row["Cũng được"]) for row in language_rows("capital_names")}
_SPELLED: Final = {name.casefold(): (name, *others) for name, others in _NAMES.items()}
_NAMES_TRIED: Final = "|".join(sorted(map(re.escape, _SPELLED), key=len, reverse=True))
_NAME: Final = re.compile(rf"(?<!{LETTER})(?:{_NAMES_TRIED})(?!{LETTER})", re.IGNORECASE)
_ABBREVIATION: Final = re.compile(r"(?<![\w/.&-])[A-ZĐ]{2,}(?:[&-][A-ZĐ]{2,})*(?![\w/&]|-[\w])")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_INTRODUCED: Final = re.compile(
    r"(?:\(|“|\"|«|(?:gọi|viết) tắt là:?\s*[“\"«(]?)\s*([A-ZĐ]{2,}(?:[&-][A-ZĐ]{2,})*)\b"
)
_INTRODUCED_TOGETHER: Final = re.compile(r"\(([A-ZĐ]{2,}(?:[,;] ?[A-ZĐ]{2,})+)\)")
_KNOWN: Final = frozenset(row["Viết tắt"] for row in language_rows("known_abbreviations"))
_ARCHIVE: Final = re.compile(r"^[-–\s]*Lưu\s*:.*$", re.IGNORECASE | re.MULTILINE)
_NEVER_DOUBLED: Final = "|".join(row["Từ"] for row in language_rows("never_doubled"))
_DOUBLED: Final = re.compile(rf"(?<!{LETTER})({_NEVER_DOUBLED})\s+\1(?!{LETTER})", re.IGNORECASE)


def find_wrong_capitals(text: TextInHand) -> Slips:
    """Yield the names of bodies and offices that are written with other capitals than they should be."""
    for paragraph in text.paragraphs:
        if paragraph.text.isupper():
            continue
        shown = old_tones(paragraph.text)
        for match in _NAME.finditer(shown):
            written = match[0]
            key = written.casefold()
            allowed = _SPELLED[key]
            right = allowed[0]
            if not written.isupper() and written not in allowed:
                yield slip_at(paragraph, match, right=right)


def find_unintroduced(text: TextInHand) -> Slips:
    """Yield the first use of each abbreviation that no earlier words explain."""
    known = _KNOWN.union(TYPES)
    for paragraph in text.outside_data:
        if paragraph.text.isupper():
            continue
        known = known.union(_introduced(paragraph.text))
        shown = _without_archive(paragraph.text) if text.is_state else paragraph.text
        for match in _ABBREVIATION.finditer(shown):
            word = match[0]
            if word not in known and not _ROMAN.fullmatch(word):
                known = known.union([word])
                yield slip_at(paragraph, match, word=word)


def _without_archive(text: str) -> str:
    """Return a text with blanks in the place of «- Lưu: VT, ...», which Nghị định 30 has in letters."""
    return _ARCHIVE.sub(lambda match: " " * len(match[0]), text)


def _introduced(text: str) -> Iterator[str]:
    """Yield the abbreviations that the text explains."""
    yield from _INTRODUCED.findall(text)
    for together in _INTRODUCED_TOGETHER.findall(text):
        yield from _ABBREVIATION.findall(together)


def find_doubled_words(text: TextInHand) -> Slips:
    """Yield «của của»: words that no Vietnamese says twice in a row."""
    return matches_in(text.paragraphs, _DOUBLED)
