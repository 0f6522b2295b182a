"""The step alone, over a year of so many units with what was read of each: consolidate.py UNITS RUNS.

Prints the shortest processor time: what else the machine does only adds, and growth is what is asked for.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from khoagiao_xl.demo.demo_figures import figures_of
from khoagiao_xl.files import sha256_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import Deadline, Duty, State, Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.kept_readings import KeptReading
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import consolidate

PERIOD = Period.parse("2024-M03")
NOW = datetime(2024, 3, 20, 8)  # noqa: DTZ001
ALIKE = 100  # so many units differ in their figures; the others report as one of them
PROFILE = load_profile("2024")
ASKED = [item for item in PROFILE.indicators if item.is_asked(PERIOD.kind)]


def units_of(count: int) -> Iterator[Unit]:
    own = [unit for unit in PROFILE.units if not unit.covers]
    for at in range(count):
        unit = own[at % len(own)]
        yield replace(unit, code=f"U{at:05}", name=f"{unit.name} {at}", aliases=(), email="")


def year_of(count: int, folder: Path) -> Year:
    """Return a year in which every unit has reported, with what was kept of each file beside it."""
    units = list(units_of(count))
    storage = Storage(folder / "master.xlsm")
    duties, rows = [], []
    for at, unit in enumerate(units):
        answers, kept = answers_of(at % ALIKE)
        original = unit.code.encode()
        sha256 = sha256_of(original)
        keep(storage, sha256, original, kept)
        duties.append(duty_of(unit, sha256))
        rows.append({"period": str(PERIOD), "unit": unit.code, **answers})
    tables: dict[str, Iterable[object]] = {
        schema.UNITS.name: units,
        schema.INDICATORS.name: list(map(indicator_row, PROFILE.indicators)),
        schema.SETTINGS.name: PROFILE.settings,
        schema.DEADLINES.name: list(map(deadline_of, periods_of(PROFILE.year))),
        schema.DUTIES.name: duties,
        schema.FIGURES.name: rows,
    }
    return Year.of(tables, storage.master)


def indicator_row(item: Indicator) -> dict[str, object]:
    kinds: dict[str, object] = {kind: "x" if kind in item.kinds else None for kind in Kind}
    return {**vars(item), **kinds}


def deadline_of(period: Period) -> dict[str, object]:
    """Return the window of a period, with every deadline on its last day."""
    first = date(period.year, period.first_month, 1)
    last = date(period.year, period.last_month, 28)
    return vars(Deadline(str(period), first, last, last, last, last))


def duty_of(unit: Unit, sha256: str) -> Duty:
    return Duty(str(PERIOD), unit.code, State.ACCEPTED, unit_name=unit.name, file="x.xlsx", sha256=sha256)


@cache
def answers_of(number: int) -> tuple[dict[str, object], bytes]:
    """Return what one of some units has reported, and what is kept of its file."""
    answers = figures_of(f"U{number}", PERIOD, ASKED)
    return answers, KeptReading("r", {}, entries=answers).to_bytes()  # type: ignore[arg-type, return-value]


def keep(storage: Storage, sha256: str, original: bytes, reading: bytes) -> None:
    path = storage.original(sha256, "x.xlsx")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(original)
    storage.reading(sha256).write_bytes(reading)


def seconds(year: Year) -> float:
    """Return what one run of the step takes; a year is read anew in each, so that nothing is remembered."""
    fresh = replace(year, _fields={})
    gc.collect()
    start = time.process_time()
    consolidate.work(fresh, Job(NOW, PERIOD))
    return time.process_time() - start


def main(count: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        year = year_of(count, Path(name))
        taken = [seconds(year) for _ in range(runs)]
    sys.stdout.write(json.dumps({"seconds": min(taken)}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
