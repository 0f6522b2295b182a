"""From everything that was found in one form to what is told of it, from top to bottom:

1. what is told twice, or follows from a cell that could not be read, is dropped (`drop_consequences`);
2. what a waiver covers, or the unit has explained, becomes a note that says why (`weigh`);
3. the office hears all of it, the unit nothing of a rule on trial (`for_the_unit`);
4. the same of many cells is one line of a list (`fold_alike`); each cell is still marked by its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.coverage_notes import is_coverage_note
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.ditto_marks import says_nothing
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.model.records import Entry, Waiver
    from khoagiao_xl.office.obligations import Waivers

FIGURE_IN_WORDS: Final = "SL-46"  # a figure typed under «Giải trình»: that text explains nothing
CORRECTED: Final = "TN-131"  # nor does one that says the figure is not the right one


# -- 1: once ----------------------------------------------------------------------------------------------


def drop_consequences(in_cells: Sequence[Finding], of_answers: Sequence[Finding]) -> list[Finding]:
    """Return both lists as one, each thing told once.

    in_cells: found while the cells were read. of_answers: found in what the cells mean; of a cell that could
    not be read they say nothing more.
    """
    wrong = [finding.place for finding in in_cells if finding.is_error]
    unread = {place for place in wrong if place.cell}
    told = [finding for finding in of_answers if finding.place not in unread]
    both = chain(in_cells, told)
    return _once(both)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    first: dict[tuple[str, Place], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.place)
        first.setdefault(key, finding)
    return list(first.values())


# -- 2: weighed -------------------------------------------------------------------------------------------


def weigh(
    findings: Iterable[Finding], entries: Mapping[str, Entry], unit: str, waivers: Waivers, arrived: date
) -> list[Finding]:
    """Return the findings, as notes those that a waiver covers or that the unit has explained.

    arrived: the day that decides which waivers were in force, so that a later run judges alike.
    """
    told = list(findings)
    corrected = {finding.indicator for finding in told if finding.code == CORRECTED}
    explaining = {code: entry for code, entry in entries.items() if code not in corrected}
    weighed = []
    for finding in told:
        waiver = waivers.covering(
            unit,
            finding.code,
            finding.about,
            arrived,
        )
        explained = _explanation(finding, explaining)
        if waiver:
            allowed = _settled(finding, _allowed(waiver))
            weighed.append(replace(allowed, waived=_use_of(waiver, finding)))
        elif explained:
            weighed.append(_settled(finding, sentence("NB-03", {"text": explained})))
        else:
            weighed.append(finding)
    return weighed


def _use_of(waiver: Waiver, finding: Finding) -> str:
    """Return what the waiver was used for, blank where nothing would have been held against the unit."""
    if finding.severity is Severity.NOTE or finding.is_trial:
        return ""
    figure = waiver.indicator or finding.indicator
    return f"{finding.code} {figure}".strip()


def _allowed(waiver: Waiver) -> str:
    until = day_text(waiver.until) if waiver.until else "…"
    facts = {
        "until": until,
        "by": waiver.allowed_by,
        "why": waiver.reason,
    }
    return sentence("NB-04", facts)


def _explanation(finding: Finding, entries: Mapping[str, Entry]) -> str:
    """Return what the unit wrote to answer a question, blank for nothing."""
    if finding.severity is not Severity.QUESTION or finding.code == FIGURE_IN_WORDS:
        return ""
    for code in finding.about:
        said = entries[code].explanation if code in entries else ""
        if not says_nothing(said) and not is_coverage_note(said):
            return said
    return ""


def _settled(finding: Finding, why: str) -> Finding:
    """Return the finding as a note that says why; it is then like no other."""
    return replace(
        finding,
        severity=Severity.NOTE,
        settled=why,
        alike="",
    )


# -- 3: to whom -------------------------------------------------------------------------------------------


def for_the_unit(findings: Iterable[Finding]) -> list[Finding]:
    """Return what the unit is told; what a rule on trial remarks is for the office alone."""
    return [finding for finding in findings if not finding.is_trial]


# -- 4: folded --------------------------------------------------------------------------------------------


def fold_alike(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with those that differ only in their cell as one, at the place of the first."""
    groups: dict[object, list[Finding]] = defaultdict(list)
    for at, finding in enumerate(findings):
        key = _likeness(finding) or at
        groups[key].append(finding)
    return list(map(_as_one, groups.values()))


def _likeness(finding: Finding) -> object:
    """Return what two findings must have in common to be one line; None for one that is like no other."""
    place = finding.place
    if not finding.alike or not place.cell:
        return None
    return finding.code, finding.severity, finding.alike, place.file, place.sheet


def _as_one(group: list[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    cells = dict.fromkeys(finding.place.cell for finding in group)
    told = _told_of_many(group)
    return replace(
        first,
        text=told,
        detail="",
        is_trial=False,
        cells=tuple(cells),
    )


def _told_of_many(group: list[Finding]) -> str:
    """Return the sentence about all of them, with what each of them shows."""
    first = group[0]
    count = len(group)
    named = [finding.indicator for finding in group]
    facts = {"count": count, "indicators": ", ".join(named)}
    words = first.own_words or sentence(first.alike, facts)
    details = [finding.detail for finding in group if finding.detail]
    if not details:
        return words
    told = ". ".join(details)
    return f"{words} ({count} chỗ): {told}."
