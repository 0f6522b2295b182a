"""A master of an older layout becomes today's: a new one is drawn, and the old tables are poured into it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import files
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.building import Office, build_master, defined_names, macros_off, standalone
from khoagiao_xl.building.older_questions import with_meanings
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import backups, locks
from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.records import Unit
from khoagiao_xl.office.pages import Page, read_pages
from khoagiao_xl.office.profiles import Profile, load_profile, profile_in_force, profile_names
from khoagiao_xl.office.rows import fields_of, records_of, to_row, to_rows
from khoagiao_xl.office.settings import read_settings
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from khoagiao_xl.books.base import Row

REASON: Final = "upgrade"  # in the name of the copy that is kept
LIBREOFFICE_MODULE: Final = "ForLibreOffice"  # macros/libreoffice/RunPython.bas
OURS: Final = {*schema.SHEETS, macros_off.SHEET, standalone.SHEET, defined_names.LISTS}


@dataclass(frozen=True)
class Upgraded:
    """What was done. backup: the copy of the older master, None where nothing was to be done.

    added: the tables and columns that are new in it; left: what of the older one only the copy still has.
    """

    backup: Path | None = None
    added: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def upgrade(master: Path, now: datetime) -> Upgraded:
    """Put a master of today's layout in the place of an older one, with everything that its tables hold.

    Raise MissingFile, OpenElsewhere, Busy, CannotWrite, and WrongRequest for what the older one lacks that
    no layout ever did without, or for a cell that cannot be understood; it is then as it was.
    """
    locks.refuse_if_open(files.existing(master))
    with locks.only_writer(master):
        older = _Older(master)
        if not older.lacking:
            return Upgraded()
        data = _redrawn(older, now)
        backup = backups.back_up(master, Storage(master).backups, now, REASON)
        files.write_atomically(master, data)
        return Upgraded(backup, tuple(older.lacking), tuple(older.left))


class _Older:
    """A master as it stands, whatever it lacks."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pages, _ = read_pages(FileBook(path))
        self._package = Package.parse(files.read_bytes(path), path.name)

    @property
    def lacking(self) -> list[str]:
        """The tables and columns of today's layout that it has not: «tblDonVi[Từ ngày]»."""
        found = [table.name for table in schema.TABLES if table.name not in self.pages]
        for page in self.pages.values():
            found += [f"{page.table.name}[{column.name}]" for column in page.lacking]
        return found

    @property
    def left(self) -> list[str]:
        """What somebody put into the workbook beside its tables: sheets, columns, notes."""
        sheets = parts.sheets(self._package)
        found = [f"trang «{sheet}»" for sheet in sheets if sheet not in OURS]
        for page in self.pages.values():
            found += _beside(page)
        return found

    @property
    def office(self) -> Office:
        """The office program whose macros it carries."""
        from pyopenvba import ExcelFile

        with ExcelFile(self.path) as workbook:
            modules = workbook.module_names()
        return "libreoffice" if LIBREOFFICE_MODULE in modules else "excel"

    @property
    def starts_python_itself(self) -> bool:
        """Whether it carries xlwings' own modules, as `khoagiao new` makes it for Excel."""
        return standalone.SHEET in parts.sheets(self._package)

    def fields(self, table: schema.Table) -> list[dict[str, Any]]:
        """Return the rows as field -> value, None where the column is missing; MS-01 for a missing table."""
        page = self.pages.get(table.name)
        if page is None:
            raise WrongRequest(
                "MS-01",
                name=self.path.name,
                table=table.name,
                sheet=table.sheet,
            )
        return fields_of(table, page.rows)


def _beside(page: Page) -> list[str]:
    """Return what stands on the sheet of a table and is no part of it."""
    sheet = f"trang «{page.table.sheet}»"
    columns = [f"cột «{name}» của {sheet}" for name in _own_columns(page)]
    cells = [f"ô {cell} của {sheet}" for cell in page.layout.outside]
    return columns + cells


def _own_columns(page: Page) -> list[str]:
    """Return the headings that are no column of ours; an indicator's code is one."""
    if page.table.name == schema.FIGURES.name:
        return []
    ours = page.table.headings
    return [name for name in page.layout.letters if name not in ours]


# -- the new one ------------------------------------------------------------------------------------------


def _redrawn(older: _Older, now: datetime) -> bytes:
    """Return today's master with the tables of the older one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / older.path.name
        profile = _profile(older)
        build_master(path, profile, for_office=older.office, with_xlwings=older.starts_python_itself)
        book = FileBook(path)
        for table in schema.TABLES:
            if table.name in older.pages:
                book.write(table.name, _poured(older, table, profile, now))
        book.compute(now)
        book.save()
        return files.read_bytes(path)


def _profile(older: _Older) -> Profile:
    """Return the defaults of the older master's own year and office, with its units and indicators."""
    texts = {row["key"]: row["value"] for row in older.fields(schema.SETTINGS)}
    settings = read_settings(texts)
    name = settings.profile if settings.profile in profile_names() else profile_in_force(settings.year)
    profile = load_profile(name, settings.year)
    for key, value in texts.items():
        profile = profile.with_setting(key, value)
    return replace(
        profile,
        units=tuple(records_of(schema.UNITS, older.fields(schema.UNITS), Unit)),
        indicators=tuple(records_of(schema.INDICATORS, older.fields(schema.INDICATORS), Indicator)),
    )


def _poured(older: _Older, table: schema.Table, profile: Profile, now: datetime) -> list[Row]:
    """Return the rows of a table as they go into the new master."""
    page = older.pages[table.name]
    rows = list(page.rows)
    if table is schema.SETTINGS:
        return _settings(rows, profile)
    if table is schema.INDICATORS:
        lacking = [column.name for column in page.lacking]
        usual = load_profile(profile.name, profile.year).indicators
        rows = with_meanings(rows, lacking, usual)
    if table is schema.JOURNAL:
        rows.insert(0, _journal_line(older, now))
    known = set(_headings(table, profile))
    return [_known(row, known) for row in rows]


def _headings(table: schema.Table, profile: Profile) -> Iterable[str]:
    shown = schema.figures_table(profile.indicators) if table is schema.FIGURES else table
    return shown.headings


def _known(row: Mapping[str, Any], headings: set[str]) -> Row:
    return {name: value for name, value in row.items() if name in headings}


def _settings(rows: list[Row], profile: Profile) -> list[Row]:
    """Return today's keys with the values that the office gave them, and then whatever keys it added."""
    found = to_rows(profile.settings, schema.SETTINGS)
    own = {row["key"] for row in profile.settings}
    headings = set(schema.SETTINGS.headings)
    for row in rows:
        if row.get("Khóa") not in own:
            found.append(_known(row, headings))
    return found


def _journal_line(older: _Older, now: datetime) -> Row:
    line = {
        "moment": now.replace(microsecond=0),
        "action": sentence("NC-00", {}),
        "result": sentence("NC-01", {"added": ", ".join(older.lacking)}),
    }
    return to_row(line, schema.JOURNAL)
