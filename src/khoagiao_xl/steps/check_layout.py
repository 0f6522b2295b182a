"""Check Word documents against the official layout: the reports of a period, or any file."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files.locks import is_open_in_word
from khoagiao_xl.inspection.checked_documents import CheckedFile, changes_of
from khoagiao_xl.layout.document_check import Measure, check_document
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.report_files import MENDED, NOTED, reports_in

_WORD: Final = ".docx"


def work(year: Year, job: Job) -> Changes:
    """Return the check of every document of `job.period` in the folder of reports, with a copy of each.

    Raise WrongRequest TTV-09 where there is none, and as `check_document` does.
    """
    settings = year.settings
    measure = Measure(settings.layout_rules, settings.tone)
    checked = []
    for path in _documents(job):
        check = _checked(path, job, measure)
        checked.append(check)
    return changes_of(checked)


def by_file(job: Job) -> Changes:
    """Return the check of the file `job.document`; raise MissingFile, or as `check_document` does."""
    document = job.document or Path()
    path = files.existing(document)
    measure = Measure(job.profile, job.tone)
    checked = _checked(path, job, measure)
    return changes_of([checked])


def _documents(job: Job) -> list[Path]:
    period = job.asked_period
    folder = job.source or Path()
    documents = reports_in(folder, str(period))
    if not documents:
        raise WrongRequest(
            "TTV-09",
            period=period.label,
            folder=folder,
        )
    return documents


def _checked(path: Path, job: Job, measure: Measure) -> CheckedFile:
    data = files.read_bytes(path)
    check = check_document(
        data,
        path.name,
        measure,
        mends=job.mends,
    )
    return CheckedFile(
        path=path,
        check=check,
        noted=_copy_path(path, job.out, NOTED),
        mended=_copy_path(path, job.out, MENDED),
    )


def _copy_path(path: Path, told: Path | None, mark: str) -> Path:
    """Return where a copy goes: as told, or beside the document; never the document itself."""
    folder = path.parent
    if told and told.suffix.lower() != _WORD:
        folder = told
    elif told and told.resolve() != path.resolve():
        return told
    stem = f"{path.stem}{mark}"
    return _free_path(folder, stem)


def _free_path(folder: Path, stem: str) -> Path:
    """Return the path of a copy that no program has open."""
    place = folder / f"{stem}{_WORD}"
    for number in count(2):
        if not is_open_in_word(place):
            break
        place = folder / f"{stem}-{number}{_WORD}"
    return place
