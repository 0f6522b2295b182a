"""The default data: 92 units, the holidays, what is asked, the settings."""

import re
from datetime import date

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.office.profiles import load_profile

PROFILE = load_profile("2024")


def test_there_are_92_units_each_with_its_own_code_name_and_address() -> None:
    for values in zip(*((unit.code, unit.name, unit.email) for unit in PROFILE.units), strict=True):
        assert len(set(values)) == 92


def test_a_units_code_is_short_and_its_address_reaches_nobody() -> None:
    for unit in PROFILE.units:
        assert re.fullmatch(r"[A-Z0-9]{2,8}", unit.code)
        assert unit.email.endswith((".example", ".invalid"))
        assert unit.kind in schema.UNITS.column_of("kind").choices


def test_no_unit_is_named_by_a_word_that_names_another() -> None:
    words = [word.casefold() for unit in PROFILE.units for word in {unit.code, unit.name, *unit.aliases}]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_a_day_is_off_or_worked_but_stands_once() -> None:
    days = [row["day"] for row in PROFILE.holidays]
    assert days == sorted(set(days))
    assert {day.year for day in days} == {2024, 2025, 2026, 2027}


def test_every_day_worked_in_exchange_is_a_saturday() -> None:
    worked = [row["day"] for row in PROFILE.holidays if row["kind"] == "làm bù"]
    assert worked == [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
    assert {day.weekday() for day in worked} == {5}


def test_what_is_estimated_says_so() -> None:
    tet = [row["source"] for row in PROFILE.holidays if row["name"] == "Tết Đinh Mùi"]
    assert tet
    assert all("Ước tính" in source for source in tet)


def test_the_choices_of_the_data_are_those_the_master_offers() -> None:
    data = {schema.HOLIDAYS: PROFILE.holidays, schema.RULES: PROFILE.rules, schema.SETTINGS: PROFILE.settings}
    for table, rows in data.items():
        for column in table.columns:
            for row in rows:
                assert row[column.field] or not column.required
                assert not column.choices or row[column.field] in (*column.choices, "")


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(WrongRequest) as refusal:
        load_profile("1999")
    assert refusal.value.code == "HS-01"
