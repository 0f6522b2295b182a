"""Grassroots units, offices, provinces, the centre: what the centre adds up is what the grassroots said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest

from tests.upward.levels import APRIL, MARCH, Level

PROVINCES: Final = ("T1", "T2")
OFFICES: Final = ("K1", "K2")
GRASSROOTS: Final = ("A", "B", "C")
Figures = Mapping[str, int]
SILENT: Final = {(APRIL, "T1.K1.C"), (APRIL, "T2.K2.A"), (APRIL, "T2.K2.B"), (MARCH, "T2.K1.A")}


def places() -> Iterator[tuple[str, str, str]]:
    for province in PROVINCES:
        for office in OFFICES:
            for unit in GRASSROOTS:
                yield province, office, unit


def figures_of(period: str, at: int) -> Figures:
    """Return what the unit number `at` answers: no two of them alike."""
    later = 1 if period == APRIL else 0
    called = 40 + 7 * at + later
    return {
        "KG001": 100 + 11 * at + later,
        "KG107": called,
        "KG108": called - at % 5,
        "KG201": at % 4 + later,
    }


def originals() -> dict[tuple[str, str], Figures]:
    """Return (period, path of a unit) -> what it reported."""
    found = {}
    for period in (MARCH, APRIL):
        for at, path in enumerate(map(".".join, places())):
            if (period, path) not in SILENT:
                found[period, path] = figures_of(period, at)
    return found


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Level]:
    """The centre and everything below it after March and April, by path; «» is the centre."""
    folder = tmp_path_factory.mktemp("levels")
    levels = {"": Level(folder / "centre", "TW", PROVINCES)}
    for province in PROVINCES:
        levels[province] = Level(folder / province, province, OFFICES)
        for office in OFFICES:
            path = f"{province}.{office}"
            levels[path] = Level(folder / path, path, GRASSROOTS)
    for period in (MARCH, APRIL):
        _live(levels, period)
    return levels


def _live(levels: dict[str, Level], period: str) -> None:
    for level in levels.values():
        level.issue(period)
    for (when, path), figures in originals().items():
        office, _, unit = path.rpartition(".")
        if when == period:
            levels[office].answer(unit, period, **figures, KG109=None)
    for path in sorted(levels, key=len, reverse=True):
        level = levels[path]
        level.close(period)
        if path:
            above, _, code = path.rpartition(".")
            level.upward(period, levels[above].form(code, period))
            levels[above].receive(code, period, level.sent(code, period))


def brute_force(period: str, code: str, below: str = "") -> int:
    """Return the sum over the grassroots of a place; of members, what each last reported."""
    total = 0
    for path in map(".".join, places()):
        if not path.startswith(below):
            continue
        said = originals().get((period, path))
        if said is None and code == "KG001":
            said = originals().get((MARCH, path))
        total += said[code] if said else 0
    return total


@pytest.mark.parametrize("period", [MARCH, APRIL])
@pytest.mark.parametrize("code", ["KG001", "KG107", "KG108", "KG201"])
def test_the_centre_adds_up_to_what_the_grassroots_said(
    centre: dict[str, Level], period: str, code: str
) -> None:
    assert centre[""].total(period, code).value == brute_force(period, code)


@pytest.mark.parametrize("period", [MARCH, APRIL])
def test_so_does_every_level_below(centre: dict[str, Level], period: str) -> None:
    for path, level in centre.items():
        for code in ("KG001", "KG107", "KG201"):
            assert level.total(period, code).value == brute_force(period, code, path), (path, code)


def test_a_share_is_that_of_the_sums_at_every_level(centre: dict[str, Level]) -> None:
    for path, level in centre.items():
        share = brute_force(APRIL, "KG108", path) / brute_force(APRIL, "KG107", path) * 100
        assert level.total(APRIL, "KG109").value == round(share, 1), path


@pytest.mark.parametrize(
    ("path", "coverage", "carried"), [("T1.K1", "2/3", 1), ("T1.K2", "3/3", 0), ("T2.K2", "1/3", 2)]
)
def test_each_office_says_how_many_of_its_units_stand_behind_a_figure(
    centre: dict[str, Level], path: str, coverage: str, carried: int
) -> None:
    total = centre[path].total(APRIL, "KG001")
    assert (total.coverage, total.carried_units) == (coverage, carried)


def test_what_came_from_below_says_so_to_the_level_above(centre: dict[str, Level]) -> None:
    said = explanations(centre["T2"], "K2")
    assert said["KG001"] == "1/3 đơn vị; 2 đơn vị theo số kỳ trước"
    assert said["KG201"] == "1/3 đơn vị"


def explanations(level: Level, unit: str) -> dict[str, Any]:
    """Return what the level keeps of the words beside a unit's figures of April."""
    import gzip
    import json

    (duty,) = [duty for duty in level.year.duties if (duty.period, duty.unit) == (APRIL, unit)]
    kept = gzip.decompress(level.year.storage.reading(duty.sha256).read_bytes())
    found: dict[str, Any] = {}
    for line in kept.splitlines():
        _find(json.loads(line), found)
    return found


def _find(value: Any, found: dict[str, Any]) -> None:
    if isinstance(value, dict):
        for code, cell in value.get("explanations", {}).items():
            found[code] = cell["value"]
        for inner in value.values():
            _find(inner, found)


def test_every_form_of_the_level_below_is_taken_in(centre: dict[str, Level]) -> None:
    for path in ("", *PROVINCES):
        for period in (MARCH, APRIL):
            states = centre[path].states(period)
            assert set(states.values()) == {"đã nhận"}, (path, period, states)
