"""The title of a document: its kind, its subject, the rule below it, and where the text begins."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from khoagiao_xl.layout.document_parts import LETTER, HeadParts, Line, Lines, TitleParts
from khoagiao_xl.layout.drawn_lines import drawn_lines
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
    for at, line in enumerate(lines[:_MOST_OF_HEAD]):
        if _ADDRESSED.fullmatch(words_of(line)):
            return at
        if len(line.text) > _LONG and not is_capitals(line):
            return at
    return min(len(lines), _MOST_OF_HEAD)


def read_title(lines: Lines, at: int | None, head: HeadParts, symbol: str) -> TitleParts:
    """Return the title that begins with line `at` of the lines from the top."""
    title = TitleParts()
    below = end_of_head(lines)
    if at is not None:
        title.kind = lines[at]
        title.kind_name = kind_named(lines[at]) or kind_begun(lines[at])
        title.subject = _subject(lines[at + 1 :])
        below = at + 1 + len(title.subject)
        _read_rule(title, lines[below : below + 2])
    else:
        title.kind_name = _kind_of(symbol, head, lines[below:])
    title.addressees = _addressees(lines[below:])
    return title


def _subject(lines: Lines) -> Lines:
    found: list[Line] = []
    for line in lines[:_MOST_OF_SUBJECT]:
        if RULE.fullmatch(words_of(line)) or _ADDRESSED.fullmatch(words_of(line)):
            break
        if line.alignment != "center" and not (is_bold(line) and not found):
            break
        found.append(line)
    return tuple(found)


def _read_rule(title: TitleParts, lines: Lines) -> None:
    named = [title.kind, *title.subject, *lines[:1]]
    title.has_drawn_line = any(line is not None and drawn_lines(line) for line in named)
    for line in lines[:1]:
        if RULE.fullmatch(words_of(line)):
            title.rule = line


def _kind_of(symbol: str, head: HeadParts, below: Lines) -> str:
    """Return the kind of a document without a title: by the letters of its number, its head, «Kính gửi»."""
    letters = re.split(r"[-/]", symbol)
    for part in letters:
        if part in TYPES:
            return str(TYPES[part][0])
    if head.about or _addressees(below):
        return LETTER
    return ""


def _addressees(lines: Lines) -> Lines:
    """Return «Kính gửi» at the top of the text, and the list of those it names."""
    for at, line in enumerate(lines[:2]):
        if _ADDRESSED.fullmatch(words_of(line)):
            named = takewhile(_is_item, lines[at + 1 :])
            return (line, *named)
    return ()


def _is_item(line: Line) -> bool:
    return bool(line.label) or _ITEM.match(line.text) is not None
