"""What is wrong in a text of tblMauThu: tags that nobody knows, lost braces, would-be code, rows twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.letter_tags import steps_of, tags_of
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording.letter_texts import DID_YOU_MEAN, KNOWN_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.office.pages import SheetLine

TAG: Final = re.compile(r"\{\{[ \t\xa0]*([a-z_]+)[ \t\xa0]*\}\}")
_WRITTEN: Final = re.compile(r"\{\{([^{}\n]*)\}\}")
_NAME: Final = re.compile(r"[\w \xa0-]+")
_BRACE: Final = re.compile(r"[^{}\n]{0,12}[{}][^\n]{0,16}")
FIELDS: Final = ("subject", "text")


@dataclass(frozen=True)
class WordsFault:
    """What must be put right. field: the column it stands in. code, facts: of the sentence."""

    field: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def faults_of_table(lines: Iterable[SheetLine]) -> Iterator[tuple[SheetLine, WordsFault]]:
    """Yield every fault of the rows with the row it stands in."""
    first: dict[tuple[str, str], int] = {}
    for line in lines:
        kind, step = line.text("kind"), line.text("step")
        row = first.setdefault((kind, step), line.row)
        if row != line.row:
            yield line, WordsFault("step", "THU-24", {"row": row})
        for fault in _faults_of_row(kind, step, line):
            yield line, fault


def _faults_of_row(kind: str, step: str, line: SheetLine) -> Iterator[WordsFault]:
    steps = steps_of(kind)
    if step and step not in steps:
        known = ", ".join(f"«{name}»" for name in steps)
        yield WordsFault(
            "step", "THU-26" if steps else "THU-27", {"step": step, "kind": kind, "known": known}
        )
    for name in FIELDS:
        yield from faults_of_text(line.text(name), kind, name)


def faults_of_text(text: str, kind: str, column: str) -> Iterator[WordsFault]:
    """Yield what is wrong in a text: at most one fault of each kind for each place."""
    known = tags_of(kind)
    for written in _WRITTEN.findall(text):
        name = written.strip()
        if not _NAME.fullmatch(name):
            yield WordsFault(column, "THU-23", {"tag": name})
        elif name not in known:
            yield WordsFault(column, "THU-21", {"tag": name, "kind": kind, "near": _near(name, known)})
    rest = _WRITTEN.sub("", text)
    lone = _BRACE.search(rest)
    if lone:
        yield WordsFault(column, "THU-22", {"around": lone[0].strip()})


def _near(name: str, known: Iterable[str]) -> str:
    """Return the question for the tag that is nearest, or the names of all."""
    letters = re.sub(r"[\W_]+", "_", fold(name))
    close = get_close_matches(letters, list(known), n=1, cutoff=0.6)
    if close:
        return DID_YOU_MEAN.format(tag=close[0])
    return KNOWN_TAGS.format(tags=", ".join(known))
