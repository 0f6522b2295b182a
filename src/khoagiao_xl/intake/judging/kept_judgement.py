"""A form that is as it was, judged by what is as it was, is not judged again: its judgement was kept.

It holds as long as its key does, a hash of everything that `judge_content` is given and of the whole program.
Whose form it is, and whose figures stand in it, is looked at in every run: that depends on all other forms.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.code_version import program_version
from khoagiao_xl.intake.fingerprint import fingerprint
from khoagiao_xl.intake.judging.judge import Judgement, judge_content
from khoagiao_xl.intake.judging.verdicts import Verdict
from khoagiao_xl.intake.reading.kept_form import finding_of, plain_finding, plain_value, value_of
from khoagiao_xl.model.records import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.judging.judge import Case
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.office.kept_readings import KeptReading

    Plain = Mapping[str, Any]

_OF_JSON: Final = frozenset({str, int, float, bool, type(None)})


@dataclass(frozen=True)
class Judging:
    """What the forms of one intake are judged by, without what is of single units.

    version: a hash of that, of the program and of the reader.
    """

    measures: Measures
    version: str

    @classmethod
    def of(cls, measures: Measures, reader: str) -> Judging:
        """Return the judging of an intake; reader: the version of what reads its files."""
        of_all = replace(measures, histories={}, figures={}, issues=())
        version = fingerprint(of_all, reader, program_version())
        return cls(of_all, version)

    def judged(self, case: Case, kept: KeptReading | None) -> Judgement:
        """Return the judgement of a case: what was kept of it, else it is judged."""
        key = self.key(case)
        known = kept.judgement if kept else None
        if known and known.get("key") == key:
            return judgement_of(known, case)
        return replace(judge_content(case, self.measures), key=key)

    def key(self, case: Case) -> str:
        """Return what a judgement depends on as one hash.

        The cells of the reading are those of the bytes that it is kept under; the reader is in the version.
        What other periods say is told as it stands: taken apart, it would cost as much as to judge.
        """
        reading = case.reading
        return fingerprint(
            self.version,
            reading.name,
            reading.findings,
            case.unit.code,
            case.arrived,
            case.strange,
            case.issues,
            repr(case.history.answers),
        )


# -- to plain values, and back ----------------------------------------------------------------------------


def plain_judgement(judgement: Judgement, file: str) -> Plain | None:
    """Return a judgement as it is kept; None for one that would not come back as it was.

    file: the name that its findings speak of.
    """
    if judgement.kept is not None:
        return judgement.kept
    if not judgement.key or not all(_comes_back(one, file) for one in judgement.findings):
        return None
    told = {
        "verdict": judgement.verdict,
        "findings": [plain_finding(one) for one in judgement.findings],
        "entries": [_plain_entry(one) for one in judgement.entries],
    }
    # As one text: who needs the reading alone, as a trace does, does not take it apart.
    return {"key": judgement.key, "told": json.dumps(told, ensure_ascii=False)}


def _comes_back(finding: Finding, file: str) -> bool:
    """Say whether a finding is in the file and its facts are such as JSON gives back."""
    facts = finding.facts.values()
    return finding.place.file == file and all(type(fact) in _OF_JSON for fact in facts)


def _plain_entry(entry: Entry) -> list[object]:
    return [
        entry.code,
        entry.value,
        plain_value(entry.raw),
        entry.sheet,
        entry.cell,
        entry.explanation,
        entry.explained_in,
    ]


def judgement_of(kept: Plain, case: Case) -> Judgement:
    """Return the judgement that was kept of this case."""
    file, unit = case.reading.name, case.unit.code
    told = json.loads(kept["told"])
    return Judgement(
        Verdict(told["verdict"]),
        unit,
        tuple(finding_of(one, file) for one in told["findings"]),
        tuple(_entries(told["entries"], unit, case.period)),
        key=kept["key"],
        kept=kept,
    )


def _entries(kept: Sequence[Sequence[Any]], unit: str, period: str) -> Iterator[Entry]:
    """Yield the entries; codes, sheets and cells that all forms have are held once."""
    for code, value, raw, sheet, cell, explanation, explained_in in kept:
        yield Entry(
            unit,
            period,
            intern(code),
            value,
            value_of(raw),
            intern(sheet),
            intern(cell),
            explanation,
            intern(explained_in),
        )
