"""Send upward: the office's own totals, filled into the form that the level above has issued to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.coverage_notes import coverage_note
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.form_properties import with_properties
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.inspection.printable_forms import require_printable
from khoagiao_xl.intake.form_from_above import blank_form
from khoagiao_xl.model.records import Total
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile, WhenThere
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.upward_figures import UpwardFigures
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.intake.form_from_above import BlankForm

MOST_NAMED: Final = 12
TOTALS, CONTRIBUTIONS = "kg_totals", "kg_contributions"  # properties of the form: hashes of its trace


def work(year: Year, job: Job) -> Changes:
    """Return the filled form as a file `job.out` (an .xlsx, or a folder), and its trace beside the master.

    job.source: the form that the level above issued, or the folder in which it lies; where there is none, one
    is drawn for the unit `ma_tren` of the master `ma_so_tren`. The ticks of the cover stay a person's.
    Raise WrongRequest KY-04 when the period has not been consolidated, CT-01 to CT-07 for a form that is none
    of ours, HS-07 where one cannot be drawn.
    """
    period = job.asked_period
    year = FigureSources(year).counting_year
    figures = UpwardFigures(year, period)
    if not year.totals_of(period):
        raise WrongRequest("KY-04", code=period)
    blank = blank_form(year, job)
    if blank.is_drawn:
        require_printable(year, period)
    path = _target(blank, year, job)
    filled = _filled(blank, figures)
    trace = _trace(year, blank, figures)
    outcome = _outcome(blank, figures, path)
    form = NewFile(path, filled)
    return Changes(
        outcome,
        files=(form, trace),
    )


def _target(blank: BlankForm, year: Year, job: Job) -> Path:
    out = job.out or year.path.parent
    path = out
    suffix = out.suffix
    if suffix.lower() != ".xlsx":
        period = str(job.asked_period)
        name = form_name(blank.unit, period)
        path = out / name
    if _is_the_blank(path, blank, job.source):
        raise WrongRequest("CT-07", name=path.name)
    return path


def _is_the_blank(path: Path, blank: BlankForm, source: Path | None) -> bool:
    """Whether the filled form would take the place of the one that was issued."""
    if source is None:
        return False
    within = source / blank.name
    issued = (source.resolve(), within.resolve())
    return path.resolve() in issued


# -- filled in --------------------------------------------------------------------------------------------


def _filled(blank: BlankForm, figures: UpwardFigures) -> bytes:
    notes = {}
    for code in blank.lines:
        total = figures.totals.get(code)
        if total:
            notes[code] = coverage_note(total)
    answers = Answers(
        figures=figures.answers,
        explanations=notes,
        nothing=None,
        no_secret=None,
    )
    filler = Filler(blank.data)
    filled = filler.fill_in(blank.data, answers)
    trace = figures.trace
    hashes = {
        TOTALS: trace["totals_sha256"],
        CONTRIBUTIONS: trace["contributions_sha256"],
    }
    return with_properties(filled, hashes)


def _trace(year: Year, blank: BlankForm, figures: UpwardFigures) -> NewFile:
    """Return what the figures of the form were made of, kept under the hashes that the form carries."""
    trace = {
        "unit": blank.unit,
        **figures.trace,
    }
    text = json.dumps(
        trace,
        ensure_ascii=False,
        indent=1,
    )
    data = text.encode()
    period = trace["period"]
    sha256 = trace["totals_sha256"]
    path = year.storage.sent_upward(period, sha256)
    return NewFile(path, data, WhenThere.REPLACE)


# -- what is told -----------------------------------------------------------------------------------------


def _outcome(blank: BlankForm, figures: UpwardFigures, path: Path) -> Outcome:
    filled = [code for code in blank.lines if code in figures.answers]
    left = [code for code in blank.lines if code not in figures.answers]
    counts = {
        "filled": len(filled),
        "left": len(left),
    }
    details = _details(blank, figures, left)
    facts = {
        **counts,
        "period": figures.period.label,
        "name": path.name,
    }
    return Outcome(
        sentence("CT-OK", facts),
        counts=counts,
        paths=(path,),
        details=tuple(details),
    )


def _details(blank: BlankForm, figures: UpwardFigures, left: Iterable[str]) -> Iterator[str]:
    if blank.is_drawn:
        yield sentence("CT-24", {})
    yield from _listed("CT-21", left)
    if blank.has_details:
        yield sentence("CT-25", {})
    in_part = _in_part(blank, figures.totals)
    yield from _listed("CT-22", in_part)
    asked = set(blank.lines)
    not_asked = figures.answers.keys() - asked
    yield from _listed("CT-23", not_asked)


def _in_part(blank: BlankForm, totals: Mapping[str, Total]) -> Iterator[str]:
    for code in blank.lines:
        total = totals.get(code)
        if total is None:
            continue
        if total.counted < total.owing:
            yield f"{code} {total.coverage}"


def _listed(told: str, codes: Iterable[str]) -> Iterator[str]:
    named = sorted(codes)
    count = len(named)
    if not named:
        return
    first = named[:MOST_NAMED]
    shown = ", ".join(first)
    if count > MOST_NAMED:
        shown += ", …"
    facts = {
        "count": count,
        "codes": shown,
    }
    yield sentence(told, facts)
