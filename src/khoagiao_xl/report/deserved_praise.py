"""Whom a report may praise for a directive: nobody whom it names for not having done its part, or late.

That «hội nghị quán triệt Nghị quyết số 45-NQ/TW» were held may be true of a unit without a plan for it;
beside the list of those without one its praise reads as a contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.said_by_tag import DEEDS, opinions_of
from khoagiao_xl.report.unmet_tasks import tasks_met_late, unmet_tasks
from khoagiao_xl.vietnamese.typed_symbols import named_symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.folded_words import Opinions
    from khoagiao_xl.report.task_progress import TaskProgress


def deserving(units: Iterable[str], text: str, content: ReportContent) -> tuple[str, ...]:
    """Return the units, by name, that a text may praise in the report."""
    symbols = named_symbols(clean_line(text))
    if not symbols:
        return tuple(units)
    behind = units_behind_with(symbols, content)
    return tuple(unit for unit in units if clean_line(unit) not in behind)


def with_deserved_praise(content: ReportContent, opinions: Opinions) -> Opinions:
    """Return the opinions; a deed is left out where none of its units may be praised for it."""
    deeds = []
    for opinion in opinions.get(DEEDS, ()):
        units = deserving(opinion.units, opinion.text, content)
        if units:
            praised = replace(opinion, units=units)
            deeds.append(praised)
    return {**opinions, DEEDS: deeds}


def withholds_praise(content: ReportContent) -> bool:
    """Whether a deed that units told of is left out for that alone: they did tell of one."""
    said = opinions_of(content)
    for deed in said.get(DEEDS, ()):
        praised = deserving(deed.units, deed.text, content)
        if not praised:
            return True
    return False


def units_behind_with(symbols: Iterable[str], content: ReportContent) -> AbstractSet[str]:
    """Return the names of the units that the report names for any of the directives."""
    by_symbol = _behind_by_symbol(content)
    behind: set[str] = set()
    for symbol in symbols:
        behind |= by_symbol[symbol]
    return behind


def _behind_by_symbol(content: ReportContent) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for progress in unmet_tasks(content):
        _add(found, progress, progress.left_units)
    for progress in tasks_met_late(content):
        _add(found, progress, progress.late_units)
    return found


def _add(found: Mapping[str, set[str]], progress: TaskProgress, units: Iterable[str]) -> None:
    label = clean_line(progress.total.label)
    symbols = set(named_symbols(label))
    symbols.update(progress.task.directives)
    names = set(map(clean_line, units))
    for symbol in symbols:
        found[symbol] |= names
