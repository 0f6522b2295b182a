"""The document that a person asks to have checked: named, or the newest report of the period."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.report.figure_tracing import read_keys
from khoagiao_xl.report.report_files import reports_in
from khoagiao_xl.tracing.check_words import check_outcome
from khoagiao_xl.tracing.report_check import ReportCheck, refuse_without_figures

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from khoagiao_xl.model.results import Job
    from khoagiao_xl.tracing.figure_trace import Tracer


def checked(tracer: Tracer, job: Job) -> Changes:
    """Return what the named document comes to, or the newest report of the period.

    Raise WrongRequest: TV-04 where there is none, TV-06, TV-07 and TV-08 for another document.
    """
    path = job.document or _newest_report(job)
    data = files.read_bytes(path)
    try:
        figures = read_keys(data)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise WrongRequest("TV-08", name=path.name) from error
    refuse_without_figures(figures, path.name)
    check = ReportCheck(tracer, figures)
    outcome = check_outcome(check, path.name)
    return Changes(outcome, logs=True)


def _newest_report(job: Job) -> Path:
    """Return the report of the period that was written last; raise WrongRequest (TV-04) without one."""
    period = job.asked_period
    code = str(period)
    found = _reports_in(job.source, code)
    if not found:
        raise WrongRequest("TV-04", period=period)
    return max(found, key=_written)


def _reports_in(folder: Path | None, period: str) -> Sequence[Path]:
    if folder is None or not folder.is_dir():
        return ()
    return reports_in(folder, period)


def _written(path: Path) -> float:
    return path.stat().st_mtime
