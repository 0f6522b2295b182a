"""What was left over from the making of a document: tags, blanks, errors of fields, changes, notes, marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.layout.text_slips import Slip, everywhere, whole
from khoagiao_xl.layout.word_formats import W
from khoagiao_xl.vietnamese.language_tables import language_rows

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidRun
    from khoagiao_xl.layout.text_slips import Slips, TextInHand

_CHANGES: Final = tuple(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange")
)
_COMMENTS: Final = (f"{W}commentRangeStart", f"{W}commentReference")
_INSTRUCTION: Final = "lời dặn"
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
_DOTS: Final = re.compile(r"…{2,}|\.{5,}|…\.{2,}|_{3,}")


def find_dotted_blanks(text: TextInHand) -> Slips:
    """Yield the dots and lines that somebody was to write on."""
    for paragraph in text.paragraphs:
        if _LEADER.search(paragraph.text):
            continue
        for match in _DOTS.finditer(paragraph.text):
            yield Slip(paragraph, match.start(), match.end())


def find_changes(text: TextInHand) -> Slips:
    """Yield the paragraphs in which changes are still tracked."""
    for paragraph in text.document.paragraphs:
        if _holds(paragraph.element, _CHANGES):
            yield whole(paragraph)


def find_comments(text: TextInHand) -> Slips:
    """Yield the paragraphs at which a comment still stands."""
    for paragraph in text.document.paragraphs:
        if _holds(paragraph.element, _COMMENTS):
            yield whole(paragraph)


def _holds(element: Any, tags: tuple[str, ...]) -> bool:
    if element is None:
        return False
    return next(element.iter(*tags), None) is not None


def find_hidden(text: TextInHand) -> Slips:
    """Yield the paragraphs that hold words which nobody sees."""
    for paragraph in text.document.paragraphs:
        hidden = [run.text for run in paragraph.runs if run.hidden]
        words = "".join(hidden).strip()
        if words:
            yield whole(paragraph, words=words[:60])


def find_highlighted(text: TextInHand) -> Slips:
    """Yield the words that somebody marked as with a pen."""
    for paragraph in text.paragraphs:
        at = 0
        for run in paragraph.runs:
            length = 0 if run.hidden else len(run.text)
            if length and run.text.strip() and _is_marked(run):
                yield Slip(paragraph, at, at + length, facts={"color": run.highlight})
            at += length


def _is_marked(run: LaidRun) -> bool:
    return run.highlight not in ("", "none", "white")


def find_struck(text: TextInHand) -> Slips:
    """Yield the words that are struck through."""
    for paragraph in text.paragraphs:
        at = 0
        for run in paragraph.runs:
            length = 0 if run.hidden else len(run.text)
            if length and _is_struck(run.element):
                yield Slip(paragraph, at, at + length)
            at += length


def _is_struck(element: Any) -> bool:
    for name in ("strike", "dstrike"):
        found = None if element is None else element.find(f"{W}rPr/{W}{name}")
        if found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off"):
            return True
    return False
