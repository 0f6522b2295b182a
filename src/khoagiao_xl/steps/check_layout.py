"""Check Word documents against the official layout: the reports of a period, or any file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files.locks import is_open_in_word
from khoagiao_xl.layout.departures import Gravity
from khoagiao_xl.layout.document_check import DocumentCheck, Measure, check_document, plain_departure
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.year import Year
from khoagiao_xl.report.report_files import MENDED, NOTED, reports_in
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure

_COUNTED: Final = {"errors": Gravity.ERROR, "warnings": Gravity.WARNING, "notes": Gravity.NOTE}


@dataclass(frozen=True)
class CheckedFile:
    """A file that was checked, and where its copies go."""

    path: Path
    check: DocumentCheck
    noted: Path
    mended: Path

    def copies(self) -> Iterator[NewFile]:
        """Yield the files that are written beside it."""
        if self.check.mended and self.check.mended.mended:
            yield NewFile(self.mended, self.check.mended.data)
        elif self.check.noted:
            yield NewFile(self.noted, self.check.noted)


def work(year: Year, job: Job) -> Changes:
    """Return the check of every document of `job.period` in the folder of reports, with a noted copy of each.

    Raise WrongRequest TTV-09 where there is none, and as `check_document` does.
    """
    settings = year.settings
    measure = Measure(settings.layout_rules, settings.tone)
    checked = [_checked(path, job, measure) for path in _documents(job)]
    return _changes(checked)


def by_file(job: Job) -> Changes:
    """Return the check of the file `job.document`; raise MissingFile, or as `check_document` does."""
    path = files.existing(job.document or Path())
    measure = Measure(job.profile, job.tone)
    checked = _checked(path, job, measure)
    return _changes([checked])


def _changes(checked: Sequence[CheckedFile]) -> Changes:
    copies: list[NewFile] = []
    for one in checked:
        copies += one.copies()
    outcome = _outcome(checked, copies)
    return Changes(outcome, files=tuple(copies), logs=True)


# -- files ------------------------------------------------------------------------------------------------


def _documents(job: Job) -> list[Path]:
    """Return the documents of the period, without our own copies and the marks of open ones."""
    period = job.asked_period
    folder = job.source or Path()
    documents = reports_in(folder, str(period))
    if not documents:
        raise WrongRequest("TTV-09", period=period.label, folder=folder)
    return documents


def _checked(path: Path, job: Job, measure: Measure) -> CheckedFile:
    data = files.read_bytes(path)
    check = check_document(data, path.name, measure, mends=job.mends)
    return CheckedFile(
        path=path,
        check=check,
        noted=_copy_path(path, job, NOTED),
        mended=_copy_path(path, job, MENDED),
    )


def _copy_path(path: Path, job: Job, mark: str) -> Path:
    """Return where a copy goes: as told, or beside the document; never one that Word has open."""
    told = job.out
    if told and told.suffix.lower() == ".docx" and told.resolve() != path.resolve():
        return told
    folder = path.parent
    if told and told.suffix.lower() != ".docx":
        folder = told
    name = f"{path.stem}{mark}"
    place = folder / f"{name}.docx"
    number = 2
    while is_open_in_word(place):
        place = folder / f"{name}-{number}.docx"
        number += 1
    return place


# -- telling ----------------------------------------------------------------------------------------------


def _outcome(checked: Sequence[CheckedFile], copies: Sequence[NewFile]) -> Outcome:
    counts = {name: _count(checked, weight) for name, weight in _COUNTED.items()}
    details: list[str] = []
    for one in checked:
        details += _summary(one, is_alone=len(checked) == 1)
    for one in checked:
        details += map(_line, one.check.left)
    return Outcome(
        _sentence(checked, counts),
        status=1 if counts["errors"] else 0,
        counts=counts,
        paths=tuple(copy.path for copy in copies),
        details=tuple(details),
        data={"documents": [_plain(one) for one in checked]},
    )


def _count(checked: Sequence[CheckedFile], weight: Gravity) -> int:
    return sum(one.check.count(weight) for one in checked)


def _sentence(checked: Sequence[CheckedFile], counts: dict[str, int]) -> str:
    if len(checked) == 1:
        return _told_of(checked[0].check)
    return sentence("TTV-13", {"documents": len(checked), **counts})


def _told_of(check: DocumentCheck) -> str:
    facts: dict[str, object] = {"name": check.name, "profile": check.profile}
    for name, weight in _COUNTED.items():
        facts[name] = check.count(weight)
    return sentence("TTV-12" if check.left else "TTV-11", facts)


def _summary(one: CheckedFile, *, is_alone: bool) -> Iterator[str]:
    """Yield what is told of a file besides its departures: its sentence, what was mended, its copies."""
    check = one.check
    if not is_alone:
        yield _told_of(check)
    if check.mended:
        code = "TTV-14" if check.mended.mended else "TTV-15"
        facts = {
            "mended": len(check.mended.mended),
            "left": len(check.left),
            "copy": one.mended.name,
        }
        yield sentence(code, facts)
        yield from map(_mended_line, check.mended.mended)
    elif check.noted:
        yield sentence("TTV-16", {"copy": one.noted.name})


def _line(departure: Departure) -> str:
    facts = plain_departure(departure)
    return sentence("TTV-18", {**facts, "weight": departure.weight})


def _mended_line(departure: Departure) -> str:
    return sentence("TTV-17", plain_departure(departure))


def _plain(one: CheckedFile) -> dict[str, Any]:
    check = one.check
    mended = check.mended.mended if check.mended else ()
    return {
        "file": str(one.path),
        "profile": check.profile,
        "departures": [plain_departure(departure) for departure in check.left],
        "mended": [plain_departure(departure) for departure in mended],
    }
