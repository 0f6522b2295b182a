"""What a new master holds before anybody has typed anything, by the kind of office and the year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.deadlines import Office
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.records import Unit
from khoagiao_xl.model.validity import overlaps_year
from khoagiao_xl.model.workdays import Roll, WorkCalendar
from khoagiao_xl.office.default_rows import read_data, read_table
from khoagiao_xl.office.holiday_seed import holidays_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Row = dict[str, Any]
_ONE_YEAR: Final = re.compile(r"\bnăm (\d{4})$")  # «thực hiện công tác khoa giáo năm 2024»
_CODE: Final = re.compile(r"KG\d{3}")


@dataclass(frozen=True)
class Profile:
    """What a new master starts with; rows are keyed by the fields of their table in the schema."""

    name: str
    year: int
    units: tuple[Unit, ...]
    holidays: tuple[Row, ...]
    indicators: tuple[Indicator, ...]
    settings: tuple[Row, ...]
    rules: tuple[Row, ...]
    register: tuple[Row, ...]
    review_steps: tuple[Row, ...]

    def setting(self, key: str) -> str:
        """Return the value of one setting; raise KeyError for a key that the profile lacks."""
        for row in self.settings:
            if row["key"] == key:
                return str(row["value"])
        raise KeyError(key)

    def with_setting(self, key: str, value: str) -> Profile:
        """Return the profile with another value for one of its settings."""
        rows = with_values(self.settings, {key: value})
        return replace(self, settings=tuple(rows))

    @property
    def office(self) -> Office:
        """How the office counts days."""
        calendar = WorkCalendar.of_rows(self.holidays)
        roll = Roll(self.setting("quy_tac_ngay_nghi"))
        close = int(self.setting("ngay_khoa"))
        return Office(calendar, roll, close)


def profile_names() -> tuple[str, ...]:
    """Return the names of the kinds of office that ship with the product."""
    return tuple(row["Hồ sơ"] for row in read_data("profiles.csv"))


def profile_in_force(year: int) -> str:
    """Return the kind of office that stands in `year`, where none is named."""
    in_force = (row for row in read_data("profiles.csv") if _is_of_year(row, year))
    first = next(in_force)
    return first["Hồ sơ"]


def load_profile(name: str = "", year: int | None = None) -> Profile:
    """Return the default data of the kind of office `name` for `year`.

    Without a year it is the profile's own sample year; without a name the profile in force, the oldest where
    no year is named either. Raise WrongRequest (HS-01) for an unknown name.
    """
    facts = _profile_row(name or _usual_name(year))
    name, year = facts["Hồ sơ"], year or int(facts["Năm mẫu"])
    indicators = _indicators(name, year)
    return Profile(
        name=name,
        year=year,
        units=tuple(map(Unit.from_row, read_table(facts["Đơn vị"], schema.UNITS))),
        # The year after too: tasks and steps of reviews may fall due in its first weeks.
        holidays=(*holidays_of(year), *holidays_of(year + 1)),
        indicators=tuple(indicators),
        settings=tuple(_settings(name, year)),
        rules=tuple(_rules(indicators)),
        register=tuple(_register(year)),
        review_steps=tuple(_review_steps()),
    )


def _usual_name(year: int | None) -> str:
    if year is None:
        oldest, *_ = profile_names()
        return oldest
    return profile_in_force(year)


def _profile_row(name: str) -> dict[str, str]:
    known = {row["Hồ sơ"]: row for row in read_data("profiles.csv")}
    if name not in known:
        raise WrongRequest("HS-01", name=name, known=", ".join(known))
    return known[name]


def setting_rows() -> list[Row]:
    """Return the rows of tblCauHinh that every master has, whatever its year and office."""
    known = ", ".join(profile_names())
    rows = read_table("settings.csv", schema.SETTINGS)
    return [{**row, "help": row["help"].replace("{cac_ho_so}", known)} for row in rows]


def load_register_rows() -> tuple[Row, ...]:
    """Return the register of known directives that ships with the product."""
    return tuple(read_table("directives_register.csv", schema.REGISTER))


def with_values(rows: Iterable[Row], values: Mapping[str, str]) -> list[Row]:
    """Return rows of tblCauHinh with other values for some of their keys."""
    found = []
    for row in rows:
        value = values.get(row["key"], row["value"])
        found.append({**row, "value": value})
    return found


def _register(year: int) -> list[Row]:
    rows = load_register_rows()
    return [row for row in rows if not _is_of_another_year(row, year)]


def _is_of_another_year(row: Row, year: int) -> bool:
    """Say whether a directive guides the work of one other year alone."""
    named = _ONE_YEAR.search(row["official_title"])
    if named is None or row["kind"] != "Hướng dẫn":
        return False
    return int(named[1]) != year


def _settings(name: str, year: int) -> list[Row]:
    own = {}
    for row in read_data("settings_of_profiles.csv"):
        if row["Hồ sơ"] == name:
            own[row["Khóa"]] = row["Giá trị"]
    rows = with_values(setting_rows(), own)
    for row in rows:
        named = row["value"].replace("{ho_so}", name)
        row["value"] = named.replace("{nam}", str(year))
    return rows


def _indicators(name: str, year: int) -> list[Indicator]:
    """Return what is asked at any time of the year, under the label of the year and the office."""
    labels = _labels(name, year)
    found = []
    for row in read_table("indicators.csv", schema.INDICATORS):
        row["label"] = labels.get(row["code"], row["label"])
        item = Indicator.from_row(row)
        if overlaps_year(year, item.valid_from, item.valid_to):
            found.append(item)
    return found


def _labels(name: str, year: int) -> dict[str, str]:
    labels = {}
    for row in read_data("indicator_labels.csv"):
        is_ours = row["Hồ sơ"] in ("", name)
        if is_ours and _is_of_year(row, year):
            labels[row["Mã"]] = row["Chỉ tiêu"]
    return labels


def _is_of_year(row: Mapping[str, str], year: int) -> bool:
    first = int(row["Từ năm"] or year)
    last = int(row["Đến năm"] or year)
    return first <= year <= last


def _rules(indicators: Iterable[Indicator]) -> list[Row]:
    """Return the rules that speak of nothing but these indicators."""
    known = {item.code for item in indicators}
    found = []
    for row in read_table("rules.csv", schema.RULES):
        named = _CODE.findall(f"{row['left']} {row['right']}")
        if known.issuperset(named):
            found.append(row)
    return found


def _review_steps() -> list[Row]:
    rows = read_table("review_steps.csv", schema.REVIEW_STEPS)
    return [{**row, "review": schema.SAMPLE_REVIEW} for row in rows]
