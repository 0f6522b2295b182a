"""The title of a document: its kind, its subject, the rule below it, and where the text begins."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from khoagiao_xl.layout.document_parts import LETTER, HeadParts, Line, Lines, TitleParts
from khoagiao_xl.layout.layout_lines import is_bold, is_capitals, words_of
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.symbols import NAMES, TYPES

RULE: Final = re.compile(r"[-–—_=*.•+~]{3,}")
_ADDRESSED: Final = re.compile(r"kính (?:gửi|trình)\b.*")
_OTHER_KINDS: Final = ("Chương trình công tác", "Thông tin nhanh", "Biên bản", "Giấy mời", "Lời kêu gọi")
_KINDS: Final = {plain(name): name for name in (*_OTHER_KINDS, *NAMES)}
_MOST_OF_SUBJECT: Final = 8
_MOST_OF_HEAD: Final = 25
_MOST_ABOVE_TITLE: Final = 60
_ITEM: Final = re.compile(r"\s*[-–+]")
_LONG: Final = 100  # letters: a line of text


def find_title(lines: Lines) -> int | None:
    """Return which of the lines from the top names the kind of document, None in a letter."""
    top = lines[:_MOST_ABOVE_TITLE]
    for at, line in enumerate(top):
        if kind_named(line) and _stands_out(line):
            return at
    for at, line in enumerate(top):
        if is_capitals(line) and kind_begun(line) and line.alignment == "center":
            return at
    return None


def _stands_out(line: Line) -> bool:
    return is_capitals(line) or is_bold(line) or line.alignment == "center"


def kind_named(line: Line) -> str:
    """Return the kind that a line names and nothing else: «Báo cáo»."""
    return _KINDS.get(words_of(line), "")


def kind_begun(line: Line) -> str:
    """Return the kind with which a line begins."""
    words = words_of(line)
    for name, kind in _KINDS.items():
        if words.startswith(f"{name} "):
            return kind
    return ""


def end_of_head(lines: Lines) -> int:
    """Return where the head of a document without a title ends: at «Kính gửi» or the first line of text."""
    top = lines[:_MOST_OF_HEAD]
    for at, line in enumerate(top):
        is_long = len(line.text) > _LONG
        if _is_addressed(line):
            return at
        if is_long and not is_capitals(line):
            return at
    return len(top)


def _is_addressed(line: Line) -> bool:
    return _ADDRESSED.fullmatch(words_of(line)) is not None


def is_rule(line: Line) -> bool:
    """Say whether a line is a rule of typed signs: «-----»."""
    return RULE.fullmatch(words_of(line)) is not None


def read_title(lines: Lines, at: int | None, head: HeadParts, symbol: str) -> TitleParts:
    """Return the title that begins with line `at` of the lines from the top."""
    if at is None:
        return _title_of_letter(lines, head, symbol)
    kind, below = lines[at], lines[at + 1 :]
    subject = _subject(below)
    text = below[len(subject) :]
    return TitleParts(
        kind=kind,
        kind_name=kind_named(kind) or kind_begun(kind),
        subject=subject,
        rule=_rule(text),
        addressees=_addressees(text),
    )


def _title_of_letter(lines: Lines, head: HeadParts, symbol: str) -> TitleParts:
    below = lines[end_of_head(lines) :]
    title = TitleParts(addressees=_addressees(below))
    title.kind_name = _kind_of(symbol, head, title)
    return title


def _subject(lines: Lines) -> Lines:
    subject: list[Line] = []
    for line in lines[:_MOST_OF_SUBJECT]:
        if is_rule(line) or _is_addressed(line):
            break
        is_first = not subject
        stands_out = is_first and is_bold(line)
        if line.alignment != "center" and not stands_out:
            break
        subject.append(line)
    return tuple(subject)


def _rule(below: Lines) -> Line | None:
    for line in below[:1]:
        if is_rule(line):
            return line
    return None


def _kind_of(symbol: str, head: HeadParts, title: TitleParts) -> str:
    """Return the kind of a document without a title: by the letters of its number, its head, «Kính gửi»."""
    for letters in re.split(r"[-/]", symbol):
        names = TYPES.get(letters)
        if names:
            return str(names[0])
    if head.about or title.addressees:
        return LETTER
    return ""


def _addressees(lines: Lines) -> Lines:
    """Return «Kính gửi» at the top of the text, and the list of those it names."""
    for at, line in enumerate(lines[:2]):
        if _is_addressed(line):
            below = lines[at + 1 :]
            named = takewhile(_is_item, below)
            return (line, *named)
    return ()


def _is_item(line: Line) -> bool:
    if line.label:
        return True
    return _ITEM.match(line.text) is not None
