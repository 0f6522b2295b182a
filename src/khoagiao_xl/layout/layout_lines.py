"""Paragraphs as the lines people see: what stands between tabs and line breaks is a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidRun
from khoagiao_xl.vietnamese.running_text import plain

_GROUND: Final = re.compile(r"[-–\s]*căn cứ\b")
_BREAKS: Final = re.compile(r"[\t\n\f]+")


def lines_of(paragraphs: Iterable[LaidParagraph]) -> Iterator[LaidParagraph]:
    """Yield the lines that are not empty, each as a paragraph of its own with the format it has."""
    for paragraph in paragraphs:
        if not _BREAKS.search(paragraph.text.strip()):
            if paragraph.text.strip():
                yield paragraph
            continue
        for runs in _split(paragraph):
            yield replace(paragraph, runs=tuple(runs))


def _split(paragraph: LaidParagraph) -> Iterator[list[LaidRun]]:
    line: list[LaidRun] = []
    for run in paragraph.runs:
        first, *others = _BREAKS.split(run.text)
        line.append(replace(run, text=first))
        for text in others:
            if _has_text(line):
                yield line
            line = [replace(run, text=text)]
    if _has_text(line):
        yield line


def _has_text(line: list[LaidRun]) -> bool:
    return any(run.text.strip() and not run.hidden for run in line)


def words_of(paragraph: LaidParagraph) -> str:
    """Return the text of a line in small letters and one spelling, blanks single, for patterns."""
    words = plain(paragraph.text).split()
    return " ".join(words)


def is_ground(paragraph: LaidParagraph) -> bool:
    """Say whether a paragraph is a ground: «- Căn cứ ...;»."""
    return _GROUND.match(words_of(paragraph)) is not None


def is_capitals(paragraph: LaidParagraph) -> bool:
    """Say whether a line is written in capitals, or shown so."""
    letters = [run for run in paragraph.shown_runs if any(map(str.isalpha, run.text))]
    if not letters:
        return False
    return all(run.caps or run.text.upper() == run.text for run in letters)


def is_bold(paragraph: LaidParagraph) -> bool:
    """Say whether all of a line is bold."""
    runs = paragraph.shown_runs
    return bool(runs) and all(run.bold for run in runs)
