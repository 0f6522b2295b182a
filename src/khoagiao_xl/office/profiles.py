"""What a new master holds before anybody has typed anything, by the kind of office and the year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.deadlines import DayRules
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.records import Unit
from khoagiao_xl.model.validity import overlaps_year
from khoagiao_xl.model.workdays import Roll, WorkCalendar
from khoagiao_xl.office.default_rows import read_table
from khoagiao_xl.office.holiday_seed import holidays_of
from khoagiao_xl.shipped_tables import shipped_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, Any]
PROFILES: Final = "profiles.csv"
LETTER_WORDS: Final = "letter_words.csv"
_ONE_YEAR: Final = re.compile(r"\bnăm (\d{4})$")  # «thực hiện công tác khoa giáo năm 2024»
_CODE: Final = re.compile(r"KG\d{3}")


@dataclass(frozen=True)
class Profile:
    """What a new master starts with; rows are keyed by the fields of their table in the schema.

    carried: rows of other tables by name, which the master of the year before leaves to it.
    """

    name: str
    year: int
    units: tuple[Unit, ...]
    holidays: tuple[Row, ...]
    indicators: tuple[Indicator, ...]
    settings: tuple[Row, ...]
    rules: tuple[Row, ...]
    register: tuple[Row, ...]
    review_steps: tuple[Row, ...]
    letter_words: tuple[Row, ...]
    carried: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def setting(self, key: str) -> str:
        """Return the value of one setting; raise KeyError for a key that the profile lacks."""
        for row in self.settings:
            if row["key"] == key:
                return str(row["value"])
        raise KeyError(key)

    def with_setting(self, key: str, value: str) -> Profile:
        """Return the profile with another value for one of its settings."""
        values = {key: value}
        rows = with_values(self.settings, values)
        return replace(self, settings=tuple(rows))

    @property
    def day_rules(self) -> DayRules:
        """How the office counts days."""
        roll = self.setting("quy_tac_ngay_nghi")
        close_after = self.setting("ngay_khoa")
        return DayRules(
            calendar=WorkCalendar.of_rows(self.holidays),
            roll=Roll(roll),
            close_after_workdays=int(close_after),
        )


def profile_names() -> tuple[str, ...]:
    """Return the names of the kinds of office that ship with the product."""
    rows = shipped_rows(PROFILES)
    return tuple(row["Hồ sơ"] for row in rows)


def profile_in_force(year: int) -> str:
    """Return the kind of office that stands in `year`, where none is named."""
    return profiles_of(year)[0]


def profiles_of(year: int) -> list[str]:
    """Return the names of the kinds of office that stand in `year`."""
    names = []
    for row in shipped_rows(PROFILES):
        if _is_of_year(row, year):
            name = row["Hồ sơ"]
            names.append(name)
    return names


def load_profile(name: str = "", year: int | None = None) -> Profile:
    """Return the default data of the kind of office `name` for `year`.

    Without a year it is the profile's own sample year; without a name the profile in force, the oldest where
    no year is named either. Raise WrongRequest (HS-01) for an unknown name.
    """
    kind = _kind_of_office(name or _usual_name(year))
    name = kind["Hồ sơ"]
    year = year or int(kind["Năm mẫu"])
    indicators = _indicators(name, year)
    return Profile(
        name=name,
        year=year,
        units=tuple(_units(kind["Đơn vị"])),
        # The year after too: tasks and steps of reviews may fall due in its first weeks.
        holidays=(*holidays_of(year), *holidays_of(year + 1)),
        indicators=tuple(indicators),
        settings=tuple(_settings(name, year)),
        rules=tuple(_rules(indicators)),
        register=tuple(_register(year)),
        review_steps=tuple(_review_steps()),
        letter_words=tuple(read_table(LETTER_WORDS, schema.LETTER_WORDS)),
    )


def standard_indicators(name: str, year: int) -> dict[str, Indicator]:
    """Return code -> indicator of what a kind of office (blank: that in force) is asked in `year`."""
    kind = name or _usual_name(year)
    found = {}
    for item in _indicators(kind, year):
        found[item.code] = item
    return found


def _usual_name(year: int | None) -> str:
    return profile_in_force(year) if year else profile_names()[0]


def _kind_of_office(name: str) -> Mapping[str, str]:
    """Return the row of the kind of office; raise WrongRequest (HS-01) for an unknown name."""
    rows = shipped_rows(PROFILES)
    known = {row["Hồ sơ"]: row for row in rows}
    if name not in known:
        names = ", ".join(known)
        raise WrongRequest("HS-01", name=name, known=names)
    return known[name]


def _units(file: str) -> list[Unit]:
    rows = read_table(file, schema.UNITS)
    units = map(Unit.from_row, rows)
    return list(units)


def _register(year: int) -> list[Row]:
    rows = load_register_rows()
    return [row for row in rows if not _is_of_another_year(row, year)]


def setting_rows() -> list[Row]:
    """Return the rows of tblCauHinh that every master has, whatever its year and office."""
    known = ", ".join(profile_names())
    rows = read_table("settings.csv", schema.SETTINGS)
    for row in rows:
        told: str = row["help"]
        row["help"] = told.replace("{cac_ho_so}", known)
    return rows


def load_register_rows() -> tuple[Row, ...]:
    """Return the register of known directives that ships with the product."""
    rows = read_table("directives_register.csv", schema.REGISTER)
    return tuple(rows)


def with_values(rows: Iterable[Row], values: Mapping[str, str]) -> list[Row]:
    """Return rows of tblCauHinh with other values for some of their keys."""
    found = []
    for row in rows:
        value = values.get(row["key"], row["value"])
        found.append({**row, "value": value})
    return found


def _is_of_another_year(row: Row, year: int) -> bool:
    """Say whether a directive guides the work of one other year alone."""
    if row["kind"] != "Hướng dẫn":
        return False
    named = _ONE_YEAR.search(row["official_title"])
    if named is None:
        return False
    return named[1] != str(year)


def _settings(name: str, year: int) -> list[Row]:
    own = {}
    for line in shipped_rows("settings_of_profiles.csv"):
        if line["Hồ sơ"] == name:
            own[line["Khóa"]] = line["Giá trị"]
    rows = with_values(setting_rows(), own)
    for row in rows:
        row["value"] = _filled(row["value"], name, year)
    return rows


def _filled(value: str, name: str, year: int) -> str:
    value = value.replace("{nam}", str(year))
    return value.replace("{ho_so}", name)


def _indicators(name: str, year: int) -> list[Indicator]:
    """Return what is asked at any time of the year, under the label of the year and the office."""
    labels = _labels(name, year)
    found = []
    for row in read_table("indicators.csv", schema.INDICATORS):
        code = row["code"]
        row["label"] = labels.get(code, row["label"])
        item = Indicator.from_row(row)
        is_asked = overlaps_year(year, item.valid_from, item.valid_to)
        if is_asked:
            found.append(item)
    return found


def _labels(name: str, year: int) -> dict[str, str]:
    labels = {}
    for row in shipped_rows("indicator_labels.csv"):
        is_ours = row["Hồ sơ"] in ("", name)
        if is_ours and _is_of_year(row, year):
            labels[row["Mã"]] = row["Chỉ tiêu"]
    return labels


def _is_of_year(row: Mapping[str, str], year: int) -> bool:
    begins = row["Từ năm"] or year
    ends = row["Đến năm"] or year
    first = int(begins)
    last = int(ends)
    return first <= year <= last


def _rules(indicators: Iterable[Indicator]) -> list[Row]:
    """Return the rules that speak of nothing but these indicators."""
    known = {item.code for item in indicators}
    found = []
    for row in read_table("rules.csv", schema.RULES):
        codes = _codes_in(row)
        if codes <= known:
            found.append(row)
    return found


def _codes_in(rule: Row) -> set[str]:
    text = "{left} {right}".format(**rule)
    codes = _CODE.findall(text)
    return set(codes)


def _review_steps() -> list[Row]:
    rows = read_table("review_steps.csv", schema.REVIEW_STEPS)
    for row in rows:
        row["review"] = schema.SAMPLE_REVIEW
    return rows
