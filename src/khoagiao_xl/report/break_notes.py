"""Why a period is not the sum of its parts, told once below the table of figures: the units behind it.

The totals carry it per indicator, in sentences of the catalogue with the codes of the units; a reader of the
report wants to know who, not forty times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.keyed_figures import FullerTotal
from khoagiao_xl.report.name_lists import different, names_or_list
from khoagiao_xl.report.quoting import Opinion
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.report.told_standing import is_due, silent_units
from khoagiao_xl.wording import SENTENCES
from khoagiao_xl.wording.report import PHRASES, TABLE_NOTES

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent

KINDS: Final = ("TH-11", "TH-12", "TH-13")  # other figures; a part is missing; the whole is missing
LACKS_A_PART: Final = "TH-12"
LACKS_THE_WHOLE: Final = "TH-13"
UNITS: Final = "{units}"  # where a note names them
_BLANK: Final = re.compile(r"\{(\w+)\}")


def break_notes(content: ReportContent) -> Iterator[str]:
    """Yield a note for each kind of break, with the units that are behind it in any indicator."""
    for note, units in _notes(content):
        yield note.format(units=names_or_list(units, content.appendices.units))


def breaks_told(content: ReportContent) -> Iterator[str]:
    """Yield how many figures are not the sum of their parts, and why: only for what the totals name units."""
    parts = content.period.parts
    if not parts or not all(is_due(content, part) for part in parts):
        return  # it has what no part has told yet
    called = _called(content.period)
    broken = 0
    behind: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for total in content.totals:
        found = list(_units_by_kind(total, called))
        if found:
            broken += 1
        for kind, units in found:
            known = behind[kind]
            known.update(units)
    if broken:
        reasons = _reasons(behind, called)
        yield PHRASES["chua_khop"].format(
            count=number(broken),
            reasons=PHRASES["chua_khop_va"].join(reasons),
            **called,
        )


def _units_by_kind(total: Total, called: Mapping[str, str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each kind of break that the shown figure has, and the codes of the units behind it.

    A figure that counts the shorter reports of who lacks the longer one does not differ by them.
    """
    for kind in KINDS:
        if kind == LACKS_THE_WHOLE and isinstance(total, FullerTotal):
            continue
        for units in _found(kind, called, [total]):
            codes = set(_codes(units))
            yield kind, codes


def _reasons(behind: Mapping[str, set[str]], called: Mapping[str, str]) -> Iterator[str]:
    for kind, units in behind.items():
        if units:
            phrase = PHRASES[f"chua_khop_{kind}"]
            count = number(len(units))
            yield phrase.format(count=count, **called)


def break_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield for the annex of names each kind of break of more units than a note names."""
    for note, units in _notes(content):
        said, _, _ = note.partition(UNITS)
        listed = Opinion(
            tuple(units),
            f"{bare(said)}.",
        )
        if listed.is_widely_shared:
            yield listed


def _notes(content: ReportContent) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind of break in words that lack the units, and the names of these."""
    if not content.period.parts:
        return
    called = _called(content.period)
    for kind in KINDS:
        names: list[str] = []
        for units in _found(kind, called, content.totals):
            codes = _lacking(
                kind,
                _codes(units),
                content,
            )
            names += map(content.name_of, codes)
        if names:
            note = TABLE_NOTES[f"chua_khop_{kind}"]
            yield note.format(units=UNITS, **called), different(names)


def _called(period: Period) -> dict[str, str]:
    """Return what the period and its parts are called where they are held against each other."""
    *_, part = period.parts
    facts = part.kind.facts
    whole = period.short
    if period.kind.facts.is_estimated:
        whole = SENTENCES["TH-14"]
    return {"whole": whole, "part": facts.called}


def _found(kind: str, called: Mapping[str, str], totals: Iterable[Total]) -> Iterator[str]:
    """Yield the units of every sentence of a kind."""
    pattern = _pattern(
        SENTENCES[kind],
        called,
    )
    for total in totals:
        for told in total.breaks:
            found = pattern.fullmatch(told)
            if found:
                yield found["units"]


def _pattern(template: str, called: Mapping[str, str]) -> re.Pattern[str]:
    """Return what finds the facts in a sentence of the catalogue that are not known."""
    pieces = _BLANK.split(template)
    pattern = ""
    for at, piece in enumerate(pieces):
        is_fact = at % 2 == 1
        if is_fact and piece not in called:
            pattern += f"(?P<{piece}>.+?)"
        else:
            known = called.get(piece, piece) if is_fact else piece
            pattern += re.escape(known)
    return re.compile(pattern)


def _codes(units: str) -> Iterator[str]:
    """Yield the codes of «SYT 12 ≠ 10, STP 3»."""
    for shown in units.split(", "):
        code, _, _ = shown.partition(" ")
        yield code


def _lacking(kind: str, codes: Iterable[str], content: ReportContent) -> Iterator[str]:
    """Yield the units behind a break; of those that lack a part only who lacks one that is due."""
    parts = content.period.parts
    due = [part for part in parts if is_due(content, part)]
    if kind != LACKS_A_PART or due == parts:
        yield from codes
        return
    lacking: set[str] = set()
    for part in due:
        silent = silent_units(content, part)
        lacking.update(silent)
    for code in codes:
        if code in lacking:
            yield code
