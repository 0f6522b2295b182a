"""Paragraphs as the lines people see: what stands between tabs and line breaks is a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRun, LaidTable
from khoagiao_xl.vietnamese.running_text import plain

_GROUND: Final = re.compile(r"[-–\s]*(?:căn cứ|(?:theo|xét) (?:đề nghị|tờ trình|yêu cầu))\b")
_BREAKS: Final = re.compile(r"[\t\n\f]+")


def lines_of(paragraphs: Iterable[LaidParagraph]) -> Iterator[LaidParagraph]:
    """Yield the lines that are not empty, each as a paragraph of its own with the format it has."""
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if not text:
            continue
        if not _BREAKS.search(text):
            yield paragraph
            continue
        for runs in _split(paragraph):
            yield replace(paragraph, runs=tuple(runs), is_piece=True)


def _split(paragraph: LaidParagraph) -> Iterator[list[LaidRun]]:
    line: list[LaidRun] = []
    for run in paragraph.runs:
        first, *others = _BREAKS.split(run.text)
        line.append(replace(run, text=first))
        for text in others:
            if _has_text(line):
                yield line
            piece = replace(run, text=text)
            line = [piece]
    if _has_text(line):
        yield line


def _has_text(line: list[LaidRun]) -> bool:
    for run in line:
        words = run.text.strip()
        if words and not run.hidden:
            return True
    return False


def there(lines: Iterable[LaidParagraph | None]) -> list[LaidParagraph]:
    """Return the lines that are there."""
    return [line for line in lines if line is not None]


def paragraphs_of(block: LaidParagraph | LaidTable) -> list[LaidParagraph]:
    """Return the paragraphs of a block: itself, or all of a table."""
    if isinstance(block, LaidTable):
        return list(block.paragraphs)
    return [block]


def words_of(paragraph: LaidParagraph) -> str:
    """Return the text of a line in small letters and one spelling, blanks single, for patterns."""
    words = plain(paragraph.text).split()
    return " ".join(words)


def is_ground(paragraph: LaidParagraph) -> bool:
    """Say whether a paragraph is a ground: «- Căn cứ ...;», «Theo đề nghị của ...»."""
    return _GROUND.match(words_of(paragraph)) is not None


def is_capitals(paragraph: LaidParagraph) -> bool:
    """Say whether a line is written in capitals, or shown so."""
    lettered = False
    for run in paragraph.shown_runs:
        if run.text.upper() != run.text and not run.caps:
            return False
        lettered = lettered or any(map(str.isalpha, run.text))
    return lettered


def is_bold(paragraph: LaidParagraph) -> bool:
    """Say whether all of a line is bold."""
    light = [run for run in paragraph.shown_runs if not run.bold]
    if light:
        return False
    return bool(paragraph.shown_runs)
