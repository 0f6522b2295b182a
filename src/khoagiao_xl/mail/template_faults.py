"""What is wrong in a text of tblMauThu: tags that nobody knows, lost braces, would-be code, rows twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.letter_tags import steps_of, tags_of
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording.letter_texts import DID_YOU_MEAN, KNOWN_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.office.pages import SheetLine

_WRITTEN: Final = re.compile(r"\{\{([^{}\n]*)\}\}")
_NAME: Final = re.compile(r"[\w \xa0-]+")
_BRACE: Final = re.compile(r"[^{}\n]{0,12}[{}][^\n]{0,16}")
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
LIKE: Final = 0.6  # of 1: below it a tag is another one
FIELDS: Final = ("subject", "text")


@dataclass(frozen=True)
class WordsFault:
    """What must be put right. column: the field of the column it stands in. code, facts: of the sentence."""

    column: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def faults_of_table(lines: Iterable[SheetLine]) -> Iterator[tuple[SheetLine, WordsFault]]:
    """Yield every fault of the rows with the row it stands in."""
    first: dict[tuple[str, str], int] = {}
    for line in lines:
        key = (line.text("kind"), line.text("step"))
        row = first.setdefault(key, line.row)
        if row != line.row:
            yield line, WordsFault("kind", "THU-24", {"row": row})
        for fault in _faults_of_row(line):
            yield line, fault


def _faults_of_row(line: SheetLine) -> Iterator[WordsFault]:
    kind = line.text("kind")
    if kind not in tuple(LetterKind):
        return  # the row is never used, and its kind is what must be put right
    step = line.text("step")
    if step and step not in steps_of(kind):
        yield _unknown_step(step, kind)
    for name in FIELDS:
        text = line.text(name)
        yield from faults_of_text(text, kind, name)


def _unknown_step(step: str, kind: str) -> WordsFault:
    steps = steps_of(kind)
    known = [f"«{name}»" for name in steps]
    facts = {
        "step": step,
        "kind": kind,
        "known": ", ".join(known),
    }
    return WordsFault("step", "THU-26" if steps else "THU-27", facts)


def faults_of_text(text: str, kind: str, column: str) -> Iterator[WordsFault]:
    """Yield what is wrong in a text: with each of its tags, and the first brace that is of none."""
    for written in _WRITTEN.findall(text):
        fault = _fault_of_tag(written.strip(), kind, column)
        if fault:
            yield fault
    rest = _WRITTEN.sub("", text)
    lone = _BRACE.search(rest)
    if lone:
        around = lone[0].strip()
        yield WordsFault(column, "THU-22", {"around": around})


def _fault_of_tag(tag: str, kind: str, column: str) -> WordsFault | None:
    known = tags_of(kind)
    if tag in known:
        return None
    if not _NAME.fullmatch(tag):
        return WordsFault(column, "THU-23", {"tag": tag})
    facts = {
        "tag": tag,
        "kind": kind,
        "near": _near(tag, list(known)),
    }
    return WordsFault(column, "THU-21", facts)


def _near(tag: str, known: list[str]) -> str:
    """Return the question for the tag that is nearest, or the names of all."""
    letters = _BETWEEN_WORDS.sub("_", fold(tag))
    close = get_close_matches(letters, known, n=1, cutoff=LIKE)
    for name in close:
        return DID_YOU_MEAN.format(tag=name)
    every = ", ".join(known)
    return KNOWN_TAGS.format(tags=every)
