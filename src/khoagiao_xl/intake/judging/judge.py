"""One reading judged: is it our form, whose is it, is it right. Nothing here opens a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.judging.answer_guard import unanswered
from khoagiao_xl.intake.judging.corrections import corrections
from khoagiao_xl.intake.judging.denied_deeds import denied_deeds
from khoagiao_xl.intake.judging.detail_rows import check_details, read_details, with_details
from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.judging.foreign_words import changed_lines, foreign_words
from khoagiao_xl.intake.judging.form_faults import (
    adds_up,
    no_secret_untold,
    nothing_contradicted,
    unknown_directives,
)
from khoagiao_xl.intake.judging.identify import owner_of
from khoagiao_xl.intake.judging.issue_questions import issue_questions
from khoagiao_xl.intake.judging.issued_lines import added_since, as_issued, told_of_added
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.settle_findings import drop_consequences, weigh
from khoagiao_xl.intake.judging.verdicts import Verdict, verdict_of
from khoagiao_xl.intake.judging.whose_figures import whose_figures
from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.model.findings import Finding, Severity, wrong
from khoagiao_xl.model.history import NO_HISTORY, History
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.indicators import NUMERIC, Indicator, Type
from khoagiao_xl.model.records import Entry, Unit
from khoagiao_xl.rules.check_form import check_form
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Content = Callable[["Case"], "Judgement"]

TOO_LONG: Final = "SL-50"
# Characters of a cell: what is longer is no figure, choice or list, and is not worth the time to read it.
LONGEST: Final = dict.fromkeys((*NUMERIC, Type.YESNO), 200) | {Type.LIST: 2_000}


@dataclass(frozen=True)
class Judgement:
    """The verdict on one reading; `unit` is empty when the file counts for nobody.

    issue: what a quick form tells, None of a form that goes back and of a period's. is_correction: whether
    it says that it puts another one right. key: what it depends on, blank where that was not worked out.
    kept: the plain values that it was made of again, None where it was judged now.
    """

    verdict: Verdict
    unit: str = ""
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()
    issue: Issue | None = None
    is_correction: bool = False
    key: str = ""
    kept: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)

    @property
    def reason(self) -> str:
        """The first thing that decided, the worst before all others, in one line for the list of files."""
        told = [finding for finding in self.findings if finding.severity is not Severity.NOTE]
        if not told:
            return ""
        worst = min(told, key=_weight)
        return worst.message


def _weight(finding: Finding) -> int:
    return finding.severity.rank


@dataclass(frozen=True)
class Case:
    """A form that is the right one, with all of its unit that the judgement on it depends on.

    strange: the signs that its figures are another unit's. issues: of the unit, as they stand in the log.
    history: what the unit reported in other periods.
    """

    reading: FileReading
    unit: Unit
    period: str
    arrived: date
    strange: Sequence[Finding] = ()
    issues: Sequence[Issue] = ()
    history: History = NO_HISTORY


def judge(
    reading: FileReading,
    measures: Measures,
    arrived: date,
    sender: str = "",
    letter: Sequence[str] = (),
    content: Content | None = None,
) -> Judgement:
    """Return the verdict on `reading`: refused at the first gate it fails, else accepted or returned.

    arrived: the day that decides which waivers were in force, so that a later run judges alike.
    sender: the address of the letter it came in, blank for none. letter: its subject and texts.
    content: who judges the right form, where that is not `judge_content`.
    """
    if not reading.is_readable:
        return Judgement(Verdict.REFUSED, findings=reading.findings)
    unit = owner_of(reading, measures)
    if isinstance(unit, Finding):
        return Judgement(Verdict.REFUSED, findings=(unit, *reading.findings))
    strange = whose_figures(reading, unit, measures, sender, letter)
    case = Case(
        reading,
        unit,
        measures.period_code,
        arrived,
        tuple(strange),
        measures.issues_of(unit.code),
        measures.history_of(unit.code).without(measures.period_code),
    )
    return content(case) if content else judge_content(case, measures)


def judge_content(case: Case, measures: Measures) -> Judgement:
    """Return the verdict on a form that is the right one.

    measures: of all units; what is of this one alone is in the case.
    """
    reading, unit = case.reading, case.unit
    asked = measures.obligations.asked_of(unit)
    details = read_details(reading, asked, measures.period.kind)
    of_lines = [item for item in asked if item.code not in details.made or item.code in reading.cells]
    added = added_since(reading, of_lines, measures)
    issued = [item for item in asked if item.code not in added]
    entries, in_cells = _entries(reading, [item for item in of_lines if item.code not in added])
    entries = with_details(entries, details, reading)
    form = replace(_form(case, measures, entries), asked=issued)
    of_answers = [
        *case.strange,
        *told_of_added(reading, added),
        *changed_lines(reading, measures),
        *no_secret_untold(reading),
        *nothing_contradicted(form),
        *unknown_directives(form, measures.symbols),
        *corrections(form),
        *issue_questions(form, case.issues, measures.obligations.deadline),
        *check_form(form, measures.rules),
        *check_details(details, form),
        *denied_deeds(form, details.rows),
    ]
    in_cells += details.findings
    of_cells = as_issued([*reading.findings, *in_cells], reading, measures)
    told = drop_consequences(list(of_cells), of_answers)
    found = [*told, *unanswered(form, told), *foreign_words(reading, measures, told)]
    weighed = weigh(
        found,
        form.entries,
        unit.code,
        measures.obligations.waivers,
        case.arrived,
    )
    verdict = verdict_of(weighed, nothing_to_report=form.nothing_to_report)
    counting = [*_counting(form, unit.code), *_of_unit(details.entries, form, unit.code)]
    return Judgement(verdict, unit.code, tuple(weighed), tuple(counting))


def _form(case: Case, measures: Measures, entries: Sequence[Entry]) -> Form:
    reading, unit = case.reading, case.unit
    return Form(
        entries={entry.code: entry for entry in entries},
        asked=measures.obligations.asked_of(unit),
        period=measures.period,
        ends=measures.obligations.deadline.ends,
        file=reading.name,
        nothing_to_report=reading.ticks.get(form_layout.TICK_NOTHING) is True,
        history=case.history,
        covers=unit.covers,
    )


def _entries(reading: FileReading, asked: Sequence[Indicator]) -> tuple[list[Entry], list[Finding]]:
    """Return the entries of the form and what is to be said of its cells."""
    bounded, too_long = _bounded(reading, asked)
    entries, findings = to_entries(bounded, asked)
    overlong = {finding.place for finding in too_long}
    others = [finding for finding in findings if finding.place not in overlong]
    return entries, too_long + others


def _bounded(reading: FileReading, asked: Sequence[Indicator]) -> tuple[FileReading, list[Finding]]:
    """Return the reading with each cell that is far too long emptied of its text, and a finding for each."""
    cells = dict(reading.cells)
    answers = dict(reading.answers)
    findings = []
    for item in asked:
        for lines in (cells, answers):
            raw = lines.get(item.code)
            if raw is not None and _is_too_long(raw, item):
                lines[item.code] = _emptied(raw)
                findings.append(_too_long(reading, raw, item))
    return replace(reading, cells=cells, answers=answers), findings


def _emptied(raw: RawCell) -> RawCell:
    return raw._replace(
        value=None,
        error=TOO_LONG,
        pieces=(),
    )


def _is_too_long(raw: RawCell, item: Indicator) -> bool:
    if item.type not in LONGEST:
        return False
    if not isinstance(raw.value, str):
        return False
    return len(raw.value) > LONGEST[item.type]


def _too_long(reading: FileReading, raw: RawCell, item: Indicator) -> Finding:
    place = reading.place(raw)
    most = LONGEST[item.type]
    length = len(str(raw.value))
    return wrong(TOO_LONG, place, about=item.code, found=length, most=most)


def _of_unit(entries: Sequence[Entry], form: Form, unit: str) -> Iterator[Entry]:
    """Yield the entries of the rows as those of the unit and the period that they count for."""
    period = str(form.period)
    for entry in entries:
        yield replace(entry, unit=unit, period=period)


def _counting(form: Form, unit: str) -> Iterator[Entry]:
    """Yield the entries as they count: shares computed anew, blanks of «không phát sinh» as 0."""
    period = str(form.period)
    for item in form.asked:
        entry = form.entries.get(item.code)
        if entry is None:
            continue
        value = _counting_value(form, item)
        if (entry.unit, entry.period, entry.value) != (unit, period, value):
            entry = replace(entry, unit=unit, period=period, value=value)
        yield entry


def _counting_value(form: Form, item: Indicator) -> float | int | str | None:
    value = form.value(item.code)
    if item.formula:
        share = Expression.parse(item.formula).evaluate(form.now.answers)
        if share is None:
            return None
        return round(share, 1)
    is_zero = form.nothing_to_report and adds_up(item) and value is None
    if is_zero:
        return 0
    return value
