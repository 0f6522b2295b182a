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

_NAMES: Final = language_rows("capital_names")
_RIGHT: Final = "Viết đúng"


def _by_name(column: str) -> dict[str, tuple[str, ...]]:
    """Return what a column of the table lists, by the name in small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _NAMES:
        name = row[_RIGHT]
        key = name.casefold()
        found[key] = listed(row[column])
    return found


_SPELLED: Final = _by_name(_RIGHT)
_ALLOWED: Final = _by_name("Cũng được")
# «cán bộ y tế», «tiến bộ khoa học và công nghệ», «chính phủ điện tử» name no ministry and no government.
_NOT_BEHIND: Final = _by_name("Không phải khi sau")
_NOT_BEFORE: Final = _by_name("Không phải khi trước")
_OF_MANY: Final = re.compile(r"\s+(?:các|mỗi|từng|cấp)\b")
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
            (right,) = _SPELLED[key]
            if written.isupper() or written in (right, *_ALLOWED[key]):
                continue
            if _is_other(key, match):
                continue
            if not _is_of_many(match):
                yield slip_at(paragraph, match, right=right)


def _is_other(key: str, match: re.Match[str]) -> bool:
    """Whether the letters are part of other words than the name of a body."""
    text = match.string.casefold()
    before = text[: match.start()].rstrip()
    behind = text[match.end() :].lstrip()
    *_, last = before.split(" ")
    if last in _NOT_BEHIND[key]:
        return True
    return behind.startswith(_NOT_BEFORE[key])


def _is_of_many(match: re.Match[str]) -> bool:
    """Whether a name stands for many bodies, its first letter big at most: «Ban thường vụ các tỉnh ủy»."""
    name = match[0]
    is_small = name[1:].islower()
    following = _OF_MANY.match(match.string, match.end())
    return is_small and following is not None


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
