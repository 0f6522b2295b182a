"""The master of the year before, beside which this year's figures are laid; or why there is none to use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import KhoaGiaoError, NotAWorkbook, WrongRequest
from khoagiao_xl.files import locks
from khoagiao_xl.office.older_layouts import ALWAYS, in_todays_layout
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.office.year import Year

MOST_CODES = 10  # that one remark names


@dataclass(frozen=True)
class LastYear:
    """year: what the master of the year before says; None where the office names none that is usable.

    refusal: why the one that is named cannot be used. remarks: what is to be known of one that is.
    """

    year: Year | None = None
    refusal: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """Everything that is said of it wherever figures are compared."""
        if self.refusal:
            return (self.refusal,)
        return self.remarks


def read_last_year(year: Year) -> LastYear:
    """Return what `so_nam_truoc` of tblCauHinh leads to; the file is only read.

    Whatever is wrong with that master is told and stops nothing. Raise WrongRequest for what is wrong in
    the settings and the units of `year` itself.
    """
    path = _path(year)
    codes = set(year.unit_names)
    if path is None:
        return LastYear()
    try:
        found = _usable(path, year)
    except KhoaGiaoError as error:
        return LastYear(refusal=_refusal(error, path))
    remarks = (*_if_open(path), *_unmatched(codes, found))
    return LastYear(found, remarks=remarks)


def _path(year: Year) -> Path | None:
    typed = year.settings.last_year_master
    bare = typed.strip(' "')  # as the Explorer copies a path
    if not bare:
        return None
    named = Path(bare.replace("\\", "/"))
    return year.storage.master.parent / named


def _refusal(error: KhoaGiaoError, path: Path) -> str:
    if error.code.startswith("NT-"):
        return str(error)
    return sentence("NT-01", {"name": path.name, "why": error})


def _usable(path: Path, year: Year) -> Year:
    """Return the master at `path` if it is this office's of the year before; raise KhoaGiaoError."""
    from khoagiao_xl.books.file_book import FileBook

    _refuse_itself(path, year)
    try:
        book = FileBook(path, may_be_open=True)
        read = type(year).read(book)
    except (OSError, ValueError, LookupError) as error:
        reason = type(error).__name__
        raise NotAWorkbook(name=path.name, reason=reason) from error
    found = in_todays_layout(read)
    _refuse_other_workbook(found)
    _refuse_other_year(found, year)
    _refuse_other_office(found, year)
    _refuse_unreadable(found)
    return found


def _refuse_itself(path: Path, year: Year) -> None:
    own = year.storage.master
    if path.resolve() == own.resolve():
        before = year.settings.year - 1
        raise WrongRequest("NT-02", year=str(before))


def _refuse_other_workbook(found: Year) -> None:
    lacking = [table.name for table in ALWAYS if table.name in found.missing]
    if lacking:
        tables = ", ".join(lacking)
        raise WrongRequest("NT-03", name=found.path.name, tables=tables)


def _refuse_other_year(found: Year, year: Year) -> None:
    wanted = year.settings.year - 1
    if found.settings.year != wanted:
        raise WrongRequest(
            "NT-04",
            name=found.path.name,
            found=str(found.settings.year),
            year=str(wanted),
        )


def _refuse_other_office(found: Year, year: Year) -> None:
    body = year.settings.body
    theirs = found.settings.body
    known = {fold(body), fold(year.settings.former_body)}
    if body and theirs and fold(theirs) not in known:
        raise WrongRequest(
            "NT-05",
            name=found.path.name,
            found=theirs,
            body=body,
        )
    if found.unit_names.keys().isdisjoint(year.unit_names):
        raise WrongRequest("NT-06", name=found.path.name)


def _refuse_unreadable(found: Year) -> None:
    """Read at once whatever is compared, so that nothing of it fails in the middle of a consolidation."""
    _ = found.indicators, found.deadlines, found.waivers, found.duties, found.reported


# -- what is to be known ----------------------------------------------------------------------------------


def _if_open(path: Path) -> Iterator[str]:
    if locks.is_open(path):
        yield sentence("NT-11", {"name": path.name})


def _unmatched(codes: set[str], found: Year) -> Iterator[str]:
    """Yield what to know of codes that only one of the two years has: nothing is laid beside them."""
    reported = {unit for _, unit in found.reported}
    theirs = set(found.unit_names)
    only_there = reported - codes
    only_here = codes - theirs
    yield from _listed("NT-12", only_there)
    yield from _listed("NT-13", only_here)


def _listed(told: str, codes: Iterable[str]) -> Iterator[str]:
    in_order = sorted(codes)
    if not in_order:
        return
    shown = in_order[:MOST_CODES]
    names = ", ".join(shown)
    count = len(in_order)
    if count > MOST_CODES:
        names += ", …"
    facts = {
        "count": count,
        "codes": names,
    }
    yield sentence(told, facts)
