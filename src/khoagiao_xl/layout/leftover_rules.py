"""What was left over from the making of a document: tags, blanks, errors of fields, changes, notes, marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.text_slips import Slip, everywhere, matches_in, whole, with_words
from khoagiao_xl.layout.word_formats import W
from khoagiao_xl.vietnamese.language_tables import language_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.layout.laid_document import LaidRun, LaidTable
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_CHANGES: Final = tuple(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange")
)
_ROW_CHANGES: Final = (f".//{W}trPr/{W}ins", f".//{W}trPr/{W}del")
_COMMENTS: Final = (f"{W}commentRangeStart", f"{W}commentReference")
_INSTRUCTION: Final = "lời dặn"
_DOTS: Final = re.compile(r"…{2,}|\.{5,}|…\.{2,}|_{3,}")
_HEAD: Final = 16  # paragraphs
_SHOWN: Final = 60  # letters of hidden words
_NO_PEN: Final = ("", "none", "white")
_LEADER: Final = re.compile(r"(?:[.…]{4,}|\t)\s*\d+\s*$")  # of a table of contents


def _left_over(*, is_instruction: bool) -> re.Pattern[str]:
    patterns = []
    for row in language_rows("leftover_words"):
        if row["Từ đâu"].startswith(_INSTRUCTION) == is_instruction:
            pattern = row["Mẫu"]
            patterns.append(f"(?:{pattern})")
    return re.compile("|".join(patterns))


find_tags = everywhere(
    re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\}\}|%\}|<<[^<>]{1,40}>>|«[A-Z_]{3,30}»")
)
find_left_words = everywhere(_left_over(is_instruction=False))
find_instructions = everywhere(_left_over(is_instruction=True))


def find_dotted_blanks(text: TextInHand) -> Slips:
    """Yield the dots and lines that somebody was to write on."""
    head = text.paragraphs[:_HEAD]
    for slip in matches_in(text.paragraphs, _DOTS):
        if _LEADER.search(slip.paragraph.text):
            continue
        # A line typed in the head stands for a drawn one, of which the layout tells.
        is_line = slip.words == slip.paragraph.text.strip()
        if not (is_line and slip.paragraph in head):
            yield slip


def find_changes(text: TextInHand) -> Slips:
    """Yield the paragraphs in which changes are still tracked."""
    for paragraph in text.document.all_paragraphs:
        if _holds(paragraph.element, _CHANGES):
            yield whole(paragraph)
    for table in text.tables:
        if _has_changed_rows(table):
            left = with_words(table.paragraphs)
            yield from map(whole, left[:1])


def _has_changed_rows(table: LaidTable) -> bool:
    """Whether rows were put in or taken out: a row that was taken out has no paragraph left to tell of."""
    if table.element is None:
        return False
    for path in _ROW_CHANGES:
        changed = table.element.find(path)
        if changed is not None:
            return True
    return False


def find_comments(text: TextInHand) -> Slips:
    """Yield the paragraphs at which a comment still stands."""
    for paragraph in text.document.all_paragraphs:
        if _holds(paragraph.element, _COMMENTS):
            yield whole(paragraph)


def _holds(element: Any, tags: tuple[str, ...]) -> bool:
    if element is None:
        return False
    found = element.iter(*tags)
    return next(found, None) is not None


def find_hidden(text: TextInHand) -> Slips:
    """Yield the paragraphs that hold words which nobody sees."""
    for paragraph in text.document.all_paragraphs:
        hidden = [run.text for run in paragraph.runs if run.hidden]
        words = "".join(hidden)
        words = words.strip()
        if words:
            yield whole(paragraph, words=words[:_SHOWN])


def find_highlighted(text: TextInHand) -> Slips:
    """Yield the words that somebody marked as with a pen."""
    return _of_runs(text, _is_marked)


def find_struck(text: TextInHand) -> Slips:
    """Yield the words that are struck through."""
    return _of_runs(text, _is_struck)


def _of_runs(text: TextInHand, is_wrong: Callable[[LaidRun], bool]) -> Slips:
    for paragraph in text.paragraphs:
        start = 0
        for run in paragraph.runs:
            if run.hidden:
                continue
            end = start + len(run.text)
            if run.text.strip() and is_wrong(run):
                yield Slip(paragraph, start, end)
            start = end


def _is_marked(run: LaidRun) -> bool:
    return run.highlight not in _NO_PEN


def _is_struck(run: LaidRun) -> bool:
    return run.struck
