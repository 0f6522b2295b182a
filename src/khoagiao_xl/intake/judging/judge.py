"""One reading judged: is it our form, whose is it, is it right. Nothing here opens a file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.naming import form_id, unit_in_name
from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.judging.verdicts import Verdict, verdict_of
from khoagiao_xl.intake.reading.form_reading import FileReading, Identity, RawCell
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.history import NO_HISTORY, History
from khoagiao_xl.model.indicators import NUMERIC, Indicator, OverTime, Type
from khoagiao_xl.model.periods import periods_of
from khoagiao_xl.model.records import Entry, Unit
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.rules.check_form import Form, check_form, shown
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.rule import Rule
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

TOO_LONG: Final = "SL-50"
NOT_ASKED: Final = "TN-60"
OF_THE_EXPLANATION: Final = frozenset({"R24", "R24-2", "R23-2"})
FIGURE_IN_WORDS: Final = "SL-46"  # a figure typed under «Giải trình»: that text explains nothing
# Characters of a cell: what is longer is no figure, choice or list, and is not worth the time to read it.
LONGEST: Final = dict.fromkeys((*NUMERIC, Type.YESNO), 200) | {Type.LIST: 2_000}
COVER_PLACE: Final = {name: (form_layout.COVER, cell) for name, cell in form_layout.COVER_CELLS.items()}


@dataclass(frozen=True)
class Bench:
    """What a form is judged by. histories: unit -> what it reported in other periods.

    symbols: of the directives the office knows, none where it keeps no list.
    issued: (finding, indicator) -> what most forms have beside it, whatever the master says now.
    """

    register: Obligations
    rules: Sequence[Rule]
    master_id: str
    histories: Mapping[str, History] = field(default_factory=dict)
    symbols: frozenset[str] = frozenset()
    issued: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Judgement:
    """The verdict on one reading; `unit` is empty when the file counts for nobody."""

    verdict: Verdict
    unit: str = ""
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def reason(self) -> str:
        """The first thing that decided, in one line, for the list of files."""
        deciding = [item for item in self.findings if item.severity is not Severity.NOTE]
        return str(replace(deciding[0], place=Place())) if deciding else ""


def judge(reading: FileReading, bench: Bench, arrived: date) -> Judgement:
    """Return the verdict on `reading`: refused at the first gate it fails, else accepted or returned.

    arrived: the day that decides which waivers were in force, so that a later run judges alike.
    """
    if not reading.is_readable:
        return Judgement(Verdict.REFUSED, findings=reading.findings)
    strange = list(_identity_faults(reading, bench))
    if strange:
        return Judgement(Verdict.REFUSED, findings=(*strange, *reading.findings))
    unit = next(item for item in bench.register.units if item.code == reading.identity.unit_code)
    return _judge_content(reading, bench, unit, arrived)


def issued_words(readings: Sequence[FileReading], bench: Bench) -> dict[tuple[str, str], str]:
    """Return what more than half of this period's forms, at least three, have beside each indicator."""
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    period = str(bench.register.period)
    ours = {
        item.identity.unit_code: item
        for item in readings
        if item.is_readable and (item.identity.master_id, item.identity.period) == (bench.master_id, period)
    }
    for reading in ours.values():
        for finding, cells in (("NB-08", reading.labels), ("NB-09", reading.measures)):
            for code, cell in cells.items():
                said[finding, code][fold(str(cell.value or ""))] += 1
    most = {key: (count.most_common(1)[0], count.total()) for key, count in said.items()}
    return {key: text for key, ((text, times), all_) in most.items() if times > max(2, all_ // 2)}


def _identity_faults(reading: FileReading, bench: Bench) -> Iterator[Finding]:
    """Rule R35: the form must be this master's, for this period, of a unit that owes it."""
    said, period = reading.identity, str(bench.register.period)
    units = {unit.code for unit in bench.register.units}
    owing = {unit.code for unit in bench.register.owing}
    named = unit_in_name(reading.name, units)
    tests: tuple[tuple[str, bool, dict[str, str]], ...] = (
        ("R35-3", said.master_id != bench.master_id, {"found": said.master_id, "expected": bench.master_id}),
        ("R35-2", said.period != period, {"found": said.period, "expected": period}),
        ("R35-1", said.unit_code not in units, {"found": said.unit_code}),
        ("R35-4", said.form_version not in form_layout.ACCEPTED_VERSIONS, {"found": said.form_version}),
        ("R35-5", said.unit_code not in owing, {"found": said.unit_code, "expected": period}),
        ("R35-6", said.form_id != _expected_id(said, bench), {}),
        ("R35-7", named not in ("", said.unit_code), {"named": named, "found": said.unit_code}),
        ("R35-8", *_another_on_the_cover(reading, bench)),
    )
    for code, is_wrong, facts in tests:
        if is_wrong:
            yield Finding(code, Severity.ERROR, Place(reading.name, form_layout.META), facts)
            return


def _another_on_the_cover(reading: FileReading, bench: Bench) -> tuple[bool, dict[str, str]]:
    """Whether «Bìa» names another unit or period than the form is of; a unit's name may be written anew."""
    said, period = reading.identity, bench.register.period
    cover = {label: str(cell.value or "").strip() for label, cell in reading.labels.items()}
    names: dict[str, set[str]] = defaultdict(set)
    for unit in bench.register.units:
        for name in (unit.name, *unit.aliases):
            names[fold(name)].add(unit.code)
    owners = names.get(fold(cover.get("don vi", "")), {said.unit_code})
    others = {fold(item.label) for year in (-1, 0, 1) for item in periods_of(period.year + year)}
    title = next((label.partition(":")[2].strip() for label in cover if label.startswith("ki bao cao:")), "")
    unit_code, code = cover.get("ma don vi", ""), cover.get("ma ki", "")
    tests = (
        (unit_code, unit_code.upper() in {"", said.unit_code.upper()}, said.unit_code),
        (cover.get("don vi", ""), said.unit_code in owners, said.unit_code),
        (code, code.upper() in {"", str(period)}, str(period)),
        (title, title not in others - {fold(period.label)}, period.label),
    )
    return next(
        ((True, {"found": found[:80], "expected": is_of}) for found, agrees, is_of in tests if not agrees),
        (False, {}),
    )


def _expected_id(said: Identity, bench: Bench) -> str:
    return form_id(bench.master_id, str(bench.register.period), said.unit_code, said.form_version)


def _judge_content(reading: FileReading, bench: Bench, unit: Unit, arrived: date) -> Judgement:
    asked = bench.register.asked_of(unit)
    reading, too_long = _bounded(reading, asked)
    entries, findings = to_entries(reading, asked)
    overlong = {finding.place for finding in too_long}
    findings = [*too_long, *(_foldable(item) for item in findings if item.place not in overlong)]
    nothing = reading.ticks.get(form_layout.TICK_NOTHING) is True
    form = Form(
        entries={entry.code: entry for entry in entries},
        asked=asked,
        period=bench.register.period,
        ends=bench.register.deadline.ends,
        file=reading.name,
        nothing_to_report=nothing,
        history=bench.histories.get(unit.code, NO_HISTORY),
        covers=unit.covers,
    )
    found = [
        *reading.findings,
        *findings,
        *_moved_lines(reading, bench),
        *_cover_faults(reading, form),
        *_unknown_directives(form, bench.symbols),
        *check_form(form, bench.rules),
    ]
    found = [_weighed(finding, form, bench, unit.code, arrived) for finding in _once(found)]
    found = [_where_it_is_wrong(finding, reading) for finding in found]
    verdict = verdict_of(found, nothing_to_report=nothing)
    kept = [replace(entry, unit=unit.code, period=str(bench.register.period)) for entry in _settled(form)]
    return Judgement(verdict, unit.code, tuple(found), tuple(kept))


def _bounded(reading: FileReading, asked: Sequence[Indicator]) -> tuple[FileReading, list[Finding]]:
    """Return the reading with each cell that is far too long emptied of its text, and a finding for each."""
    cells, answers, findings = dict(reading.cells), dict(reading.answers), []
    for item in asked:
        most = LONGEST.get(item.type)
        for lines in (cells, answers):
            raw = lines.get(item.code)
            if most and raw and isinstance(raw.value, str) and len(raw.value) > most:
                lines[item.code] = replace(raw, value=None, error=TOO_LONG, pieces=())
                facts = {"indicator": item.code, "found": len(raw.value), "most": most}
                place = Place(reading.name, raw.sheet, raw.cell)
                findings.append(Finding(TOO_LONG, Severity.ERROR, place, facts))
    return replace(reading, cells=cells, answers=answers), findings


def _foldable(finding: Finding) -> Finding:
    """Return an answer to what was not asked so that many of them are one line."""
    if finding.code != NOT_ASKED:
        return finding
    found = shown(finding.facts["found"])[:80]
    detail = f"{finding.facts['indicator']} = {found}"
    shared = sentence("TN-60-N", {})
    return replace(finding, facts={**finding.facts, "found": found, "shared": shared, "detail": detail})


def _where_it_is_wrong(finding: Finding, reading: FileReading) -> Finding:
    """Return a finding about an explanation at the explanation."""
    said = reading.explanations.get(str(finding.facts.get("indicator")))
    if finding.code not in OF_THE_EXPLANATION or said is None or not said.cell:
        return finding
    return replace(finding, place=Place(reading.name, said.sheet, said.cell))


def _moved_lines(reading: FileReading, bench: Bench) -> Iterator[Finding]:
    """A code beside another line's words or unit of measure: whose figure it is cannot be told.

    Words that are no line's are let be: the office may have reworded the line since the form was issued.
    So are those that most forms have: what changed since is the master.
    """
    labels = {fold(item.label) for item in bench.register.indicators}
    for item in bench.register.indicators:
        label, measure = (cells.get(item.code) for cells in (reading.labels, reading.measures))
        said = fold(str(label.value or "")) if label else ""
        known = {fold(item.label), bench.issued.get(("NB-08", item.code))}
        if label and said not in known and said in labels:
            yield _moved(reading, label, item.code, "NB-08", item.label)
        known = {fold(item.unit), bench.issued.get(("NB-09", item.code))}
        if measure and measure.value and fold(str(measure.value)) not in known:
            yield _moved(reading, measure, item.code, "NB-09", item.unit)


def _moved(reading: FileReading, cell: RawCell, indicator: str, code: str, expected: str) -> Finding:
    facts = {"indicator": indicator, "found": str(cell.value)[:80], "expected": expected}
    return Finding(code, Severity.ERROR, Place(reading.name, cell.sheet, cell.cell), facts)


def _cover_faults(reading: FileReading, form: Form) -> Iterator[Finding]:
    if reading.ticks.get(form_layout.TICK_NO_SECRET) is False:
        yield Finding("NB-01", Severity.ERROR, Place(reading.name, *COVER_PLACE[form_layout.TICK_NO_SECRET]))
    if not form.nothing_to_report:
        return
    for item in form.asked:
        said = form.entries[item.code].value if item.code in form.entries else None
        is_told = item.type is Type.LIST or any(letter.isdigit() for letter in str(said))
        if said and item.type in (Type.LIST, Type.TEXT) and is_told:
            quoted = " ".join(str(said).split())[:80]
            yield form.finding("NB-15", Severity.QUESTION, item.code, value=quoted)
    for item in form.asked:
        entry = form.entries.get(item.code)
        if entry and item.is_numeric and item.over_time is OverTime.SUM and entry.value:
            facts = {"indicator": item.code, "value": entry.value}
            yield Finding("NB-02", Severity.ERROR, form.place(item.code), facts)
            return


def _unknown_directives(form: Form, known: frozenset[str]) -> Iterator[Finding]:
    """Directives that neither the year's guidance nor the register names: a slip, or one the office lacks."""
    for item in form.asked if known else ():
        entry = form.entries.get(item.code)
        if item.type is not Type.LIST or entry is None or not isinstance(entry.value, str):
            continue
        unknown = [symbol for symbol in entry.value.split("; ") if symbol.upper() not in known]
        if unknown:
            yield form.finding("NB-16", Severity.QUESTION, item.code, found="; ".join(unknown)[:80])


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Drop what a cell's worse finding already says: a cell that could not be read is not also blank."""
    unread = {
        item.place
        for item in findings
        if item.severity is Severity.ERROR and item.code.startswith(("SL-", "TN-"))
    }
    seen: set[tuple[str, Place]] = set()
    kept = []
    for finding in findings:
        is_consequence = finding.place.cell and finding.place in unread and finding.code.startswith("R")
        if (finding.code, finding.place) in seen or is_consequence:
            continue
        seen.add((finding.code, finding.place))
        kept.append(finding)
    return kept


def _weighed(finding: Finding, form: Form, bench: Bench, unit: str, arrived: date) -> Finding:
    """Return the finding as a note when a waiver covers it, or when the unit has explained its question."""
    codes = finding.facts.get("codes") or (finding.facts.get("indicator", ""),)
    about = [str(code) for code in codes] if isinstance(codes, list | tuple) else [str(codes)]
    waiver = bench.register.waivers.covering(unit, finding.code, about, arrived)
    if waiver:
        until = f"{waiver.until:%d/%m/%Y}" if waiver.until else "…"
        facts = {"until": until, "by": waiver.allowed_by, "why": waiver.reason}
        return _settled_by(finding, sentence("NB-04", facts))
    said = _explanation(form, about)
    if finding.severity is Severity.QUESTION and finding.code != FIGURE_IN_WORDS and said:
        return _settled_by(finding, sentence("NB-03", {"text": said}))
    return finding


def _settled_by(finding: Finding, why: str) -> Finding:
    """Return the finding as a note that says why; it is then like no other and is not folded with them."""
    facts = {key: value for key, value in finding.facts.items() if key != "shared"}
    return replace(finding, severity=Severity.NOTE, text=f"{finding.message} {why}", facts=facts)


def _explanation(form: Form, codes: Sequence[str]) -> str:
    said = (form.entries[code].explanation for code in codes if code in form.entries)
    return next((text for text in said if text.strip()), "")


def _settled(form: Form) -> Iterator[Entry]:
    """Yield the entries as they count: percentages computed anew, blanks of «không phát sinh» as 0."""
    figures = form.moment.answers
    for item in form.asked:
        entry = form.entries.get(item.code)
        if entry is None:
            continue
        if item.formula:
            value = Expression.parse(item.formula).evaluate(figures)
            entry = replace(entry, value=None if value is None else round(value, 1))
        elif form.nothing_to_report and _adds_up(item) and entry.value is None:
            entry = replace(entry, value=0)
        yield entry


def _adds_up(item: Indicator) -> bool:
    return item.is_numeric and item.over_time is OverTime.SUM
