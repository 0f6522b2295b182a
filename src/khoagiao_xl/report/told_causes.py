"""Causes that units name in their words about limits: objective, subjective, or causes without more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.quoting import Opinion, quote
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_sections import CAUSE_WORDS, OBJECTIVE, SUBJECTIVE, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.quoting import Opinions
    from khoagiao_xl.report.told_issues import IssueNote

LIMITS, CAUSES = "han_che", "nguyen_nhan"
KINDS: Final = ("khach_quan", "chu_quan", "nguyen_nhan")  # in the order in which they are told


def with_causes(opinions: Opinions, issues: Iterable[IssueNote] = ()) -> dict[str, Sequence[Opinion]]:
    """Return the opinions with those that name a cause taken out of the limits, each told in one place.

    issues: those of the log, which the report tells with the same words elsewhere.
    """
    said = [opinion for opinion in opinions.get(LIMITS, ()) if not _is_told(opinion, issues)]
    causes = [opinion for opinion in said if kind_of(opinion.text)]
    limits = [opinion for opinion in said if not kind_of(opinion.text)]
    return {**opinions, LIMITS: limits, CAUSES: sorted(causes, key=_place)}


def _is_told(opinion: Opinion, issues: Iterable[IssueNote]) -> bool:
    words = bare(opinion.text).casefold()
    return any(bare(note.issue.text).casefold() == words for note in issues)


def kind_of(text: str) -> str:
    """Return which kind of cause a text names, blank where it names none."""
    small = f" {text.casefold()} "
    if _has_any(small, OBJECTIVE) and not _has_any(small, SUBJECTIVE):
        return "khach_quan"
    if _has_any(small, SUBJECTIVE) and not _has_any(small, OBJECTIVE):
        return "chu_quan"
    if _has_any(small, CAUSE_WORDS):
        return "nguyen_nhan"
    return ""


def _has_any(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _place(opinion: Opinion) -> int:
    return KINDS.index(kind_of(opinion.text))


def cause_paragraphs(content: ReportContent, opinions: Opinions, appendix: str) -> list[str]:
    """Return the causes with a line above each kind; those too long for the body are listed in `appendix`."""
    own = opinions.get(CAUSES, ())
    if not own:
        return []
    quoted = quote(content, opinions, CAUSES, appendix)
    if len(quoted) != len(own):
        return quoted
    paragraphs: list[str] = []
    last = ""
    for opinion, text in zip(own, quoted, strict=True):
        kind = kind_of(opinion.text)
        if kind != last:
            paragraphs.append(TOLD[kind])
        paragraphs.append(text)
        last = kind
    return paragraphs
