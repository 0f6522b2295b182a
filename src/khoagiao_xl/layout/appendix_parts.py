"""The appendices behind a signature: each begins with its title, or where a new section does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from khoagiao_xl.layout.document_parts import AppendixParts, Line
from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable
from khoagiao_xl.layout.layout_lines import is_bold, is_capitals, lines_of, words_of
from khoagiao_xl.layout.title_parts import is_rule

Block = LaidParagraph | LaidTable
_TITLE: Final = re.compile(r"phụ lục\b.*|(?:mẫu|biểu)(?: số)? ?\d+\b.*")
_NOTE: Final = re.compile(r"\W*kèm theo\b.*")
_LONGEST_TITLE: Final = 120
_MOST_OF_HEAD: Final = 8


def begins_appendix(block: Block) -> bool:
    """Say whether a block is the title of an appendix."""
    if isinstance(block, LaidTable) or len(block.text) > _LONGEST_TITLE:
        return False
    if not _TITLE.fullmatch(words_of(block)):
        return False
    if block.alignment == "center":
        return True
    return is_capitals(block) or is_bold(block)


def read_appendices(blocks: Sequence[Block]) -> Iterator[AppendixParts]:
    """Yield the appendices of the blocks behind the signature."""
    for group in _groups(blocks):
        if any(_has_words(block) for block in group):
            yield _read(group)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        is_new_section = bool(group) and block.section != group[0].section
        if is_new_section or begins_appendix(block):
            yield group
            group = []
        group.append(block)
    yield group


def _has_words(block: Block) -> bool:
    if isinstance(block, LaidTable):
        return True
    return bool(block.text.strip())


def _read(group: list[Block]) -> AppendixParts:
    appendix = AppendixParts(
        blocks=tuple(group),
        section=group[-1].section,
    )
    for line in _head_of(group):
        _note(appendix, line)
    return appendix


def _head_of(group: list[Block]) -> Iterator[Line]:
    """Yield the lines above the table or the text of an appendix."""
    for block in group[:_MOST_OF_HEAD]:
        if not isinstance(block, LaidTable):
            yield from lines_of([block])


def _note(appendix: AppendixParts, line: Line) -> None:
    """Note which part of the head of an appendix a line is."""
    if appendix.title is None and begins_appendix(line):
        appendix.title = line
    elif _NOTE.fullmatch(words_of(line)):
        appendix.note = line
    elif is_rule(line):
        appendix.rule = line
    elif line.alignment == "center" and appendix.note is None:
        appendix.subject += (line,)
