"""Causes that units name in their words about limits: objective, subjective, or causes without more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.said_by_tag import opinions_of
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_sections import CAUSE_WORDS, OBJECTIVE, OUTSIDE, SUBJECTIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.report.content import ReportContent

LIMITS, CAUSES = "han_che", "nguyen_nhan"
WITHOUT_MORE: Final = "nguyen_nhan"  # a cause that is called neither objective nor subjective
OUTER, INNER = "khach_quan", "chu_quan"
KINDS: Final = (OUTER, INNER, WITHOUT_MORE)  # in the order in which they are told


def told_opinions(content: ReportContent) -> dict[str, Sequence[Opinion]]:
    """Return what units wrote, each in one place: a cause is no limit, and an issue is the log's to tell."""
    opinions = opinions_of(content)
    told = {_folded(note.issue.text) for note in content.issues}
    causes = []
    limits = []
    for opinion in opinions.get(LIMITS, ()):
        if _folded(opinion.text) in told:
            continue
        if kind_of(opinion.text):
            causes.append(opinion)
        else:
            limits.append(opinion)
    causes.sort(key=_place)
    return {**opinions, LIMITS: limits, CAUSES: causes}


def _folded(text: str) -> str:
    words = bare(text)
    return words.casefold()


def kind_of(text: str) -> str:
    """Return which kind of cause a text names, blank where it names none."""
    small = text.casefold()
    is_objective = _has_any(small, OBJECTIVE)
    is_subjective = _has_any(small, SUBJECTIVE)
    if is_objective and not is_subjective:
        return OUTER
    if is_subjective and not is_objective:
        return INNER
    spaced = f" {small} "
    if _has_any(spaced, CAUSE_WORDS):
        return WITHOUT_MORE
    return ""


def told_kind(text: str) -> str:
    """Return under which kind a cause is told: what by its nature lies outside of the unit is objective."""
    kind = kind_of(text) or WITHOUT_MORE
    is_outside = _has_any(text.casefold(), OUTSIDE)
    return OUTER if kind == WITHOUT_MORE and is_outside else kind


def _has_any(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _place(opinion: Opinion) -> int:
    kind = kind_of(opinion.text)
    return KINDS.index(kind)
