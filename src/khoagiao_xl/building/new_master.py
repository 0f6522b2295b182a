"""A new master in its place: a sound name, a year, a kind of office, its working folders."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.building import Office, build_master
from khoagiao_xl.building.next_year.predecessor import Predecessor, read_predecessor
from khoagiao_xl.building.next_year.succession import Succession, succeed
from khoagiao_xl.building.unit_list import read_unit_list
from khoagiao_xl.errors import AlreadyThere, WrongRequest
from khoagiao_xl.files.short_names import in_plain_letters
from khoagiao_xl.model.periods import periods_of
from khoagiao_xl.office.profiles import Profile, load_profile, profile_names, profiles_of
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

SUFFIX: Final = ".xlsm"
NEXT_YEAR_FROM: Final = 10  # month: from October on the master that is made is next year's
FOLDERS: Final = "thu_muc_"
INBOX: Final = "thu_muc_hop_thu"
EARLIEST, LATEST = 2000, 2100
# What somebody types as an ending; «KhoaGiao.2027» and «Sổ khoa giáo Q.I» have none.
_ENDING: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}")


@dataclass(frozen=True)
class Order:
    """What is asked for. path, year, profile, units, last: None or blank where nothing was said.

    last: the master of the year before, which leaves to the new one what goes on.
    python: the program that the buttons start; office: whose macros the master carries.
    """

    path: Path | None = None
    year: int | None = None
    profile: str = ""
    units: Path | None = None
    office: Office = "excel"
    python: str = ""
    last: Path | None = None


@dataclass(frozen=True)
class NewMaster:
    """What was made."""

    path: Path
    profile: Profile
    folders: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def make_master(order: Order, today: date) -> NewMaster:
    """Make the master and its working folders.

    Raise AlreadyThere, CannotWrite, WrongRequest HS-01 and HS-03 to HS-05 for a profile, a year or a name
    that cannot be, DV-01 to DV-05 for a list of units that does not fit, NC-10 for a `last` that cannot be
    read.
    """
    last = read_predecessor(order.last) if order.last else None
    following = last.number + 1 if last else None
    year = _year(order.year or following, today)
    path = master_path(order.path, year)
    if path.exists():
        raise AlreadyThere(name=path.name)
    _refuse_past(order.profile, year)
    begun = _begun(order, year, last, path)
    profile, notes = _profile(order, begun)
    profile, warned = _with_python(order, profile)
    # The list of units is read, and the rest refused, before anything is written.
    folders = make_folders(path, profile)
    build_master(
        path,
        profile,
        for_office=order.office,
        with_xlwings=order.office == "excel",
        now=datetime.combine(today, time()),
    )
    return NewMaster(path, profile, folders, (*notes, *warned))


def year_of(today: date) -> int:
    """Return the year for which an office makes a master on `today`."""
    return today.year + (today.month >= NEXT_YEAR_FROM)


def _year(asked: int | None, today: date) -> int:
    year = asked or year_of(today)
    if not EARLIEST <= year <= LATEST:
        raise WrongRequest(
            "HS-03",
            year=year,
            least=EARLIEST,
            most=LATEST,
        )
    return year


def master_path(asked: Path | None, year: int) -> Path:
    """Return where the master goes: with its ending, «KhoaGiao-2027.xlsm» where no name was given.

    Raise WrongRequest HS-04 for an ending that is another kind of file's.
    """
    if asked is None:
        return Path(f"KhoaGiao-{year}{SUFFIX}")
    if asked.suffix.lower() == SUFFIX:
        return asked
    if _ENDING.fullmatch(asked.suffix):
        raise WrongRequest("HS-04", name=asked.name, proposal=f"{asked.stem}{SUFFIX}")
    return asked.with_name(f"{asked.name}{SUFFIX}")


def _refuse_past(profile: str, year: int) -> None:
    """Refuse a kind of office that does not stand in that year; one that is unknown is refused as that."""
    standing = profiles_of(year)
    if profile in profile_names() and profile not in standing:
        known = ", ".join(standing)
        raise WrongRequest("HS-09", profile=profile, year=year, known=known)


def _begun(order: Order, year: int, last: Predecessor | None, path: Path) -> Succession:
    if last is None:
        return Succession(load_profile(order.profile, year), ())
    return succeed(last, order.profile, year, path.parent, has_own_units=order.units is not None)


def _profile(order: Order, begun: Succession) -> tuple[Profile, tuple[str, ...]]:
    profile = begun.profile
    # An id of its own, so that a form of another master is never taken for one of this.
    profile = profile.with_setting("ma_so", f"KG-{secrets.token_hex(4).upper()}")
    if order.units is None:
        return profile, begun.notes
    listed = read_unit_list(order.units)
    return replace(profile, units=listed.units), (*begun.notes, *listed.notes)


def _with_python(order: Order, profile: Profile) -> tuple[Profile, tuple[str, ...]]:
    """Return the profile that names the Python of the buttons, and what is to be said of it."""
    if not order.python:
        return profile, ()
    if order.office != "excel":
        return profile.with_setting("python", order.python), ()
    plain = in_plain_letters(order.python)
    profile = profile.with_setting("python", plain or order.python)
    if plain:
        return profile, ()
    told = sentence("HS-06", {"python": order.python})
    return profile, (told,)


def make_folders(master: Path, profile: Profile) -> tuple[Path, ...]:
    """Make the folders that tblCauHinh names beside the master; an inbox for each period of the year."""
    named = {row["key"]: row["value"] for row in profile.settings}
    folders = working_folders(master, named, profile.year)
    for folder in folders:
        files.make_folder(folder)
    return folders


def working_folders(master: Path, named: Mapping[str, str], year: int) -> tuple[Path, ...]:
    """Return the folders that tblCauHinh (key -> value) names; an inbox for each period of the year."""
    periods = [str(period) for period in periods_of(year)]
    storage = Storage(master)
    folders: list[Path] = []
    for key, value in named.items():
        if key == INBOX:
            folders += [storage.folder(value, period) for period in periods]
        elif key.startswith(FOLDERS):
            folders.append(storage.folder(value.split("{ky}")[0], ""))
    return tuple(folders)
