"""The default data: units, what is asked, the settings, for every kind of office and any year."""

import re
from datetime import date

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files.unit_stems import unit_stem
from khoagiao_xl.model import schema
from khoagiao_xl.office.profiles import load_profile, profile_in_force, profile_names
from khoagiao_xl.report import letterhead_for

EVERY = pytest.mark.parametrize("name", profile_names())
COUNTS = {"2024": 92, "2026": 89, "2026-co-quan-dang": 22, "2026-tinh": 103}


@EVERY
def test_each_unit_has_its_own_code_file_name_name_and_address(name: str) -> None:
    units = load_profile(name).units
    for values in zip(
        *((unit_stem(unit.code).casefold(), unit.code, unit.name, unit.email) for unit in units), strict=True
    ):
        assert len(set(values)) == COUNTS[name]


@EVERY
def test_a_units_code_is_short_and_its_address_reaches_nobody(name: str) -> None:
    for unit in load_profile(name).units:
        assert re.fullmatch(r"[A-Z0-9]{2,8}", unit.code)
        assert unit.email.endswith((".example", ".invalid"))
        assert unit.kind in schema.UNITS.column_of("kind").choices


@EVERY
def test_no_unit_is_named_by_a_word_that_names_another(name: str) -> None:
    units = load_profile(name).units
    words = [word.casefold() for unit in units for word in {unit.code, unit.name, *unit.aliases}]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(("year", "name"), [(2023, "2024"), (2025, "2024"), (2026, "2026"), (2031, "2026")])
def test_the_office_is_the_one_that_stands_in_the_year(year: int, name: str) -> None:
    assert profile_in_force(year) == load_profile("", year).name == name


@EVERY
@pytest.mark.parametrize("year", [2026, 2027, 2031])
def test_what_a_master_of_any_year_holds_names_its_own_year_and_office(name: str, year: int) -> None:
    profile = load_profile(name, year)
    assert (profile.setting("nam"), profile.setting("ma_so"), profile.setting("ho_so")) == (
        str(year),
        f"KG-{year}",
        name,
    )
    texts = [row["value"] for row in profile.settings if row["key"] != "ho_so"]
    texts += [item.label for item in profile.indicators] + [unit.name for unit in profile.units]
    assert [text for text in texts if "2024" in text] == []
    assert {row["day"].year for row in profile.holidays} == {year, year + 1}


@EVERY
def test_every_kind_of_office_has_a_letterhead_in_its_year(name: str) -> None:
    profile = load_profile(name)
    head = letterhead_for(name, date(profile.year, 12, 31))
    # The staff of the committee signs for itself in one of them.
    own = {profile.setting("co_quan").casefold(), profile.setting("ban_tham_muu").casefold()}
    assert any(words in head.author.casefold() for words in own)


def test_what_ended_before_the_year_is_not_asked_in_it_and_its_rules_go_with_it() -> None:
    asked = {year: {item.code for item in load_profile("2026", year).indicators} for year in (2025, 2026)}
    assert asked[2025] - asked[2026] == {"KG308"}
    assert not any("KG308" in str(row) for row in load_profile("2026").rules)


def test_a_directive_is_asked_of_only_from_the_day_on_which_it_was_issued() -> None:
    (item,) = [item for item in load_profile("2024", 2024).indicators if "91-KL/TW" in item.label]
    issued = date(2024, 8, 12)
    assert [item.is_in_force(day) for day in (date(2024, 6, 14), issued)] == [False, True]


@EVERY
def test_the_rules_of_a_profile_speak_of_what_it_asks(name: str) -> None:
    profile = load_profile(name)
    known = {item.code for item in profile.indicators}
    for row in profile.rules:
        assert set(re.findall(r"KG\d{3}", f"{row['left']} {row['right']}")) <= known


@EVERY
def test_the_choices_of_the_data_are_those_the_master_offers(name: str) -> None:
    profile = load_profile(name)
    data = {schema.HOLIDAYS: profile.holidays, schema.RULES: profile.rules, schema.SETTINGS: profile.settings}
    for table, rows in data.items():
        for column in table.columns:
            for row in rows:
                assert row[column.field] or not column.required
                assert not column.choices or row[column.field] in (*column.choices, "")


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(WrongRequest) as refusal:
        load_profile("1999")
    assert refusal.value.code == "HS-01"
