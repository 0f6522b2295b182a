"""The master of the year before, of whatever layout, from which the next one is made; it is only read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import KhoaGiaoError, WrongRequest
from khoagiao_xl.files import locks
from khoagiao_xl.model import schema
from khoagiao_xl.office.older_layouts import ALWAYS, in_todays_layout
from khoagiao_xl.office.profiles import Profile, load_profile, profile_in_force, profile_names
from khoagiao_xl.office.year import Year, read_year

if TYPE_CHECKING:
    from khoagiao_xl.model.schema import Table

Row = dict[str, Any]  # field -> value


@dataclass(frozen=True)
class Predecessor:
    """year: what it says. lacking: table name -> the fields that its layout has not.

    is_open: whether somebody has it open, so that it was read as it was stored last.
    """

    year: Year
    lacking: dict[str, frozenset[str]]
    is_open: bool = False

    @property
    def number(self) -> int:
        """The year that it is of."""
        return self.year.settings.year

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.year.path.name

    def rows(self, table: Table) -> list[Row]:
        """Return the rows of a table (field -> value); raise WrongRequest for a cell that nobody can read."""
        return [dict(row) for row in self.year.rows(table)]

    @cached_property
    def defaults(self) -> Profile:
        """What today's program would have begun that master with."""
        profile = self.year.settings.profile
        if profile not in profile_names():
            profile = profile_in_force(self.number)
        return load_profile(profile, self.number)


def read_predecessor(path: Path) -> Predecessor:
    """Return the master at `path`; raise WrongRequest (NC-10) for what is no master that can be read."""
    try:
        return _read(path)
    except KhoaGiaoError as error:
        raise WrongRequest("NC-10", name=path.name, why=error) from error


def _read(path: Path) -> Predecessor:
    read = read_year(path)
    year = in_todays_layout(read)
    for table in ALWAYS:
        year.page(table)
    found = Predecessor(
        year=year,
        lacking=_lacking(read),
        is_open=locks.is_open(path),
    )
    # Whatever is carried over must be readable before anything is written.
    _ = year.settings, year.units, year.indicators
    for table in schema.TABLES:
        if table.typed:
            year.rows(table)
    return found


def _lacking(read: Year) -> dict[str, frozenset[str]]:
    found = {}
    for name, page in read.pages.items():
        fields = [column.field for column in page.lacking]
        found[name] = frozenset(fields)
    return found


def path_from(folder: Path, path: Path) -> str:
    """Return how `path` is written in a master that lies in `folder`."""
    try:
        found = os.path.relpath(path, folder)
    except ValueError:  # on another drive
        found = str(path.absolute())
    return found.replace(os.sep, "/")
