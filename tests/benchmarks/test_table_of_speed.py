"""The table of speed holds the tool to what was promised, and says so by its exit status; no clock is looked at."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
# What was promised: lines of the table -> bound and aim.
PROMISED = {
    "intake_one_core": "<= 4.5",
    "intake_two_cores": "<= 2.5",
    "intake_pandas": ">= 10",
    "intake_frictionless": ">= 30",
    "second_run": "<= 0.1",
    "issue_copy": "<= 2",
    "issue_xlsxwriter": ">= 30",
    "update_master": "<= 0.12",
    "update_parts": "<= 0",
    "consolidate_1012": "<= 1.2",
    "consolidate_52000": "<= 1.2",
    "trace": "<= 1",
    "report": "<= 1.5",
    "button": "<= 0.3",
    "version": "<= 3",
    "month": "<= 0.4",
    "six_files": "<= 0.3",
    "demo_day": "<= 15",
    "memory": "<= 1",
}


@pytest.fixture
def aims(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("aims")


@pytest.fixture
def measure(aims: Any) -> Any:
    return importlib.import_module("measure")


def line(aims: Any, name: str, value: float | None) -> Any:
    (aim,) = [aim for aim in aims.read_aims() if aim.name == name]
    return aims.Measured(aim, value)


def test_the_aims_are_those_that_were_promised(aims: Any) -> None:
    held = {aim.name: aim.told for aim in aims.read_aims() if aim.aim is not None}
    assert held == PROMISED


def test_every_line_is_measured_by_one_work(aims: Any, measure: Any) -> None:
    measured = [name for names in measure.works() for name in names.split()]
    assert sorted(measured) == sorted(aim.name for aim in aims.read_aims())


def test_every_peer_is_a_script_of_its_own(measure: Any) -> None:
    needs = importlib.import_module("peer_list").NEEDS
    assert sorted(needs) == sorted(path.stem for path in (BENCHMARKS / "peers").glob("*.py"))


def test_a_missed_aim_is_a_failure_where_it_is_asked_to_be(aims: Any, measure: Any) -> None:
    missed = [line(aims, "intake_one_core", 4.6)]
    assert (measure.status(missed, strict=True), measure.status(missed, strict=False)) == (1, 0)


def test_aims_that_are_met_are_none(aims: Any, measure: Any) -> None:
    met = [line(aims, "intake_one_core", 4.5), line(aims, "intake_pandas", 10), line(aims, "update_parts", 0)]
    assert measure.status(met, strict=True) == 0


def test_fewer_times_faster_than_promised_is_missed(aims: Any) -> None:
    assert line(aims, "intake_pandas", 9.9).verdict == "NO"


def test_a_peer_that_is_not_installed_is_told_and_not_counted_as_met(aims: Any, measure: Any) -> None:
    absent = line(aims, "intake_frictionless", None)
    assert "| không cài |" in measure.table([absent])
    assert measure.status([absent], strict=True) == 1


def test_a_line_beside_fails_nothing(aims: Any, measure: Any) -> None:
    assert measure.status([line(aims, "intake_datamaps", None)], strict=True) == 0


def test_the_table_can_be_had_as_an_object(aims: Any, measure: Any) -> None:
    told = json.loads(measure.as_json([line(aims, "version", 2.0)], {"python": "3"}))
    assert (told["lines"][0]["met"], told["machine"]) == ("yes", {"python": "3"})


def test_the_command_line_ends_with_the_status(
    aims: Any, measure: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(measure, "_measure", lambda *_: ([line(aims, "version", 4.0)], {}))
    monkeypatch.setattr(measure, "with_compiled_modules", lambda _: None)
    assert measure.main(["--strict", "--samples", str(tmp_path)]) == 1
