"""A limit and its cause that a unit wrote in one line, «… chưa sâu do trùng đợt …», each in its own place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.told_causes import CAUSES, LIMITS, WITHOUT_MORE, kind_of
from khoagiao_xl.report.told_lines import bare, capital
from khoagiao_xl.wording.told_sections import BECAUSE, LACKING, SO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.folded_words import Opinions

SENTENCE_END: Final = ". "
FEWEST: Final = 3  # words that say something


def parted(content: ReportContent, opinions: Opinions) -> Opinions:
    """Return the opinions with the limit of a cause among the limits; not where the office picked limits."""
    if content.has_picked(LIMITS):
        return opinions
    limits = list(opinions.get(LIMITS, ()))
    causes = []
    for opinion in opinions.get(CAUSES, ()):
        halves = limit_and_cause(opinion.text)
        if halves:
            limit, cause = halves
            limits.append(Opinion(opinion.units, limit))
            causes.append(Opinion(opinion.units, cause, about=limit))
        else:
            causes.append(opinion)
    return {**opinions, LIMITS: _each_once(limits), CAUSES: causes}


def _each_once(limits: Iterable[Opinion]) -> list[Opinion]:
    """Return the limits, one that some units wrote with its cause and some without it as one of them all."""
    found: dict[str, Opinion] = {}
    for limit in limits:
        key = bare(limit.text).casefold()
        known = found.get(key, limit)
        units = dict.fromkeys((*known.units, *limit.units))
        found[key] = replace(known, units=tuple(units))
    return list(found.values())


def limit_and_cause(text: str) -> tuple[str, str] | None:
    """Return the two halves of a line that has both, None for any other."""
    if kind_of(text) != WITHOUT_MORE or SENTENCE_END in text:
        return None
    for limit, cause in _halves(bare(text)):
        if _lacks(limit) and min(_words(limit), _words(cause)) >= FEWEST:
            return f"{capital(limit)}.", f"{capital(cause)}."
    return None


def _lacks(limit: str) -> bool:
    spaced = f" {limit.casefold()} "
    return any(f" {lack} " in spaced for lack in LACKING)


def _words(text: str) -> int:
    return len(text.split())


def _halves(text: str) -> list[tuple[str, str]]:
    """Return (limit, cause) for each word that ties the two, where it stands once."""
    found = []
    for tie in (*BECAUSE, SO):
        if text.count(tie) == 1:
            before, _, behind = text.partition(tie)
            limit, cause = (behind, before) if tie == SO else (before, behind)
            halves = (limit.strip(" ,"), cause.strip(" ,"))
            found.append(halves)
    return found
