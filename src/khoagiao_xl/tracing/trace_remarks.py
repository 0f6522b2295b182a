"""What is to be said of one answer of a trace, in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.history import Answer
from khoagiao_xl.office.figure_breaks import BreakKind, FigureBreak, answer_text
from khoagiao_xl.office.storage import Original
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.totals.adding import Contribution

_ORIGINALS: Final = {Original.LOST: "TV-23", Original.CHANGED: "TV-24"}
_EDITS: Final = {BreakKind.EDITED: "TV-21", BreakKind.ALLOWED: "TV-22"}


def remark_on(
    part: Contribution | None,
    duty: Duty | None,
    raw: object,
    original: Original | None,
    broken: FigureBreak | None,
) -> str:
    """Return the remarks on an answer, «; » between them; blank for one that is as usual.

    part: None where it adds nothing. duty: the report it stands in, None where there is none.
    """
    told = [*_of_part(part, raw), *_of_answer(part, duty)]
    if broken and broken.kind in _EDITS:
        told.append(_edit(broken))
    if original in _ORIGINALS:
        told.append(sentence(_ORIGINALS[original], {}))
    return "; ".join(told)


def _of_part(part: Contribution | None, raw: object) -> Iterator[str]:
    if part is None:
        return
    if part.carried:
        yield sentence("TV-20", {"period": part.period})
    if raw is None and part.value == 0:
        yield sentence("TV-25", {})


def _of_answer(part: Contribution | None, duty: Duty | None) -> Iterator[str]:
    if part is None and duty is not None:
        yield sentence("TV-26", {})


def _edit(broken: FigureBreak) -> str:
    facts: dict[str, Answer] = {
        "found": answer_text(broken.found),
        "expected": answer_text(broken.expected),
    }
    return sentence(_EDITS[broken.kind], facts)
