"""How the cost of judging grows with the units: every form of 92 and of 1,012, identity, content, duties."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from khoagiao_xl.demo.demo_figures import figures_of
from khoagiao_xl.forms.form_layout import FORM_VERSION, TICK_NO_SECRET, TICK_NOTHING
from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.intake.judging.foreign_words import in_common
from khoagiao_xl.intake.judging.issued_lines import issued_lines
from khoagiao_xl.intake.judging.judge import judge
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.settle_duties import settle
from khoagiao_xl.intake.judging.verdicts import Receipt
from khoagiao_xl.intake.judging.versions import number_versions, shut_out_late
from khoagiao_xl.intake.reading.form_reading import FileReading, Identity, RawCell
from khoagiao_xl.model.indicators import Indicator, Type
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit
from khoagiao_xl.office.obligations import Obligations, Waivers
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.rule import Rule

FEW, MANY, AIM = 92, 1012, 12
PERIOD = Period.parse("2024-M01")
CAME = datetime(2024, 1, 16, 10)  # noqa: DTZ001
DEADLINE = Deadline(
    str(PERIOD), date(2023, 12, 15), date(2024, 1, 14), date(2024, 1, 18), date(2024, 1, 25), date(2024, 2, 1)
)


def measures_of(units: int) -> Measures:
    """Return what the forms of an office with so many units are judged by."""
    profile = load_profile("2024")
    rules = [rule for rule in map(Rule.from_row, profile.rules) if rule.is_looked_at(PERIOD.kind)]
    own = [unit for unit in profile.units if not unit.covers]
    named = [own[at % len(own)] for at in range(units)]
    made = tuple(replace(unit, code=f"U{at:04}", name=f"{unit.name} {at}") for at, unit in enumerate(named))
    obligations = Obligations(PERIOD, DEADLINE, made, profile.indicators, Waivers(()))
    return Measures(obligations, rules, "m-1")


def readings_of(measures: Measures) -> list[FileReading]:
    """Return one sound form of every unit, as it was read."""
    return [_reading(unit, measures) for unit in measures.obligations.owing]


def _reading(unit: Unit, measures: Measures) -> FileReading:
    asked = measures.obligations.asked_of(unit)
    figures = figures_of("SYT", PERIOD, list(asked))
    code = str(PERIOD)
    cover = {
        "don vi": RawCell("Bìa", "C4", unit.name),
        "ma don vi": RawCell("Bìa", "C5", unit.code),
        "ma ki": RawCell("Bìa", "C6", code),
        f"ki bao cao: {PERIOD.label}": RawCell("Bìa", "C2"),
    }
    return FileReading(
        f"{unit.code}_{code}.xlsx",
        identity=Identity(FORM_VERSION, unit.code, code, form_id("m-1", code, unit.code), "m-1"),
        ticks={TICK_NOTHING: False, TICK_NO_SECRET: True},
        cells=_column(asked, "D", lambda item: figures.get(item.code)),
        answers=_column(asked, "C", lambda item: "Không." if item.type is Type.TEXT else None),
        labels=cover | _column(asked, "B", lambda item: item.label),
        measures=_column(asked, "C", lambda item: item.unit),
    )


def _column(
    asked: tuple[Indicator, ...], letter: str, value: Callable[[Indicator], object]
) -> dict[str, RawCell]:
    lines = enumerate(asked, 5)
    return {item.code: RawCell("Số liệu", f"{letter}{row}", value(item)) for row, item in lines}


def judge_all(readings: list[FileReading], measures: Measures) -> list[Receipt]:
    """Judge every reading and settle every duty, as an intake does once the files are read."""
    issued = issued_lines(readings, measures)
    known = replace(measures, issued=issued, issued_otherwise=in_common(readings))
    receipts = []
    for reading in readings:
        judged = judge(reading, known, CAME.date())
        receipt = Receipt(reading.name, reading.name, CAME, judged.verdict, judged.unit, judged.findings)
        receipts.append(replace(receipt, entries=judged.entries))
    counted = number_versions(shut_out_late(measures.obligations, receipts))
    settle(measures.obligations, counted, CAME.date())
    return counted


def processor_seconds(units: int, runs: int = 3) -> float:
    """Return the shortest of some runs: what else the machine does only adds."""
    readings = readings_of(measures_of(units))
    taken = []
    for _ in range(runs):
        measures = measures_of(units)  # its indexes are made anew, as in every intake
        gc.collect()
        gc.disable()  # as timeit does: what is alive elsewhere is not what is measured
        start = time.process_time()
        judge_all(readings, measures)
        taken.append(time.process_time() - start)
        gc.enable()
    return min(taken)


def main() -> None:
    """Print both costs and their ratio."""
    few, many = processor_seconds(FEW), processor_seconds(MANY)
    what = f"judge {MANY} forms of {MANY} units / {FEW} of {FEW}"
    sys.stdout.write(f"{what:58} {many:8.3f} s  {few:8.3f} s  ratio {many / few:6.2f}  aim {AIM}\n")


if __name__ == "__main__":
    main()
