"""The default data of a profile: what a new master holds before anybody has typed anything."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.deadlines import Office
from khoagiao_xl.model.indicators import Indicator, OverTime, OverUnits, Type
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.model.records import Unit
from khoagiao_xl.model.workdays import Roll, WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Iterable

PROFILES = ("2024",)
Row = dict[str, Any]


@dataclass(frozen=True)
class Profile:
    """What a new master starts with; rows are keyed by the fields of their table in the schema."""

    name: str
    units: tuple[Unit, ...]
    holidays: tuple[Row, ...]
    indicators: tuple[Indicator, ...]
    settings: tuple[Row, ...]
    rules: tuple[Row, ...]
    register: tuple[Row, ...]
    review_steps: tuple[Row, ...]

    def setting(self, key: str) -> str:
        """Return the value of one setting; raise KeyError for a key that the profile lacks."""
        return str({row["key"]: row["value"] for row in self.settings}[key])

    def with_setting(self, key: str, value: str) -> Profile:
        """Return the profile with another value for one of its settings."""
        rows = tuple({**row, "value": value} if row["key"] == key else row for row in self.settings)
        return replace(self, settings=rows)

    @property
    def year(self) -> int:
        """The year the master is for."""
        return int(self.setting("nam"))

    @property
    def office(self) -> Office:
        """How the office counts days."""
        roll, close = Roll(self.setting("quy_tac_ngay_nghi")), int(self.setting("ngay_khoa"))
        return Office(WorkCalendar.of_rows(self.holidays), roll, close)


def load_profile(name: str = "2024") -> Profile:
    """Return the profile `name` from the package's data; raise WrongRequest (HS-01) for an unknown one."""
    if name not in PROFILES:
        raise WrongRequest("HS-01", name=name, known=", ".join(PROFILES))
    return Profile(
        name=name,
        units=tuple(_unit(row) for row in _rows(f"units_{name}.csv", schema.UNITS)),
        holidays=tuple(_holiday(row) for row in _rows("holidays.csv", schema.HOLIDAYS)),
        indicators=tuple(_indicator(row) for row in _rows("indicators.csv", schema.INDICATORS)),
        settings=tuple(_rows("settings.csv", schema.SETTINGS)),
        rules=tuple(_rows("rules.csv", schema.RULES)),
        register=load_register_rows(),
        review_steps=tuple(_review_step(row) for row in _rows("review_steps.csv", schema.REVIEW_STEPS)),
    )


def load_register_rows() -> tuple[Row, ...]:
    """Return the register of known directives that ships with the product."""
    return tuple(_known_directive(row) for row in _rows("directives_register.csv", schema.REGISTER))


def _rows(file: str, table: schema.Table) -> Iterable[Row]:
    """Yield the rows of a data file keyed by field; its headings are those of the master's table."""
    text = (resources.files("khoagiao_xl") / "data" / file).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield {column.field: row.get(column.name, "") for column in table.columns}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(";") if word.strip())


def _unit(row: Row) -> Unit:
    return Unit(**{**row, "aliases": _words(row["aliases"]), "covers": frozenset(_words(row["covers"]))})


def _holiday(row: Row) -> Row:
    return {**row, "day": date.fromisoformat(row["day"])}


def _known_directive(row: Row) -> Row:
    return {**row, "issued": date.fromisoformat(row["issued"]) if row["issued"] else None}


def _review_step(row: Row) -> Row:
    numbers = {name: int(row[name]) for name in ("order", "days_before")}
    return {**row, **numbers, "review": schema.SAMPLE_REVIEW, "due": None}


def _indicator(row: Row) -> Indicator:
    return Indicator(
        **{name: row[name] for name in ("code", "label", "unit", "section", "field", "formula", "note")},
        type=Type(row["type"]),
        kinds=frozenset(kind for kind in Kind if row[kind]),
        over_time=OverTime(row["over_time"]),
        over_units=OverUnits(row["over_units"]),
    )
