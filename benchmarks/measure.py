"""Ratios that the speed of the tool is held to, each against the plain way of doing the same, in one run.

`python3 run.py bench [forms]` prints them, `bench intake [forms [folder]]` those of an intake alone;
no test looks at a clock.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import intake_costs
import long_report
import units
from timing import plainly, seconds, show

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.doors.run_action import clock, run_action
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.intake.judging.entries import to_entries
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.model import schema
from khoagiao_xl.model.history import History
from khoagiao_xl.model.periods import Kind, Period, periods_of
from khoagiao_xl.model.records import Entry
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.rows import to_row
from khoagiao_xl.office.year import Year
from khoagiao_xl.rules.check_form import check_form
from khoagiao_xl.rules.form import Form
from khoagiao_xl.rules.rule import Rule

PERIOD = Period.parse("2024-M01")


def filled_forms(master: Path, count: int) -> list[bytes]:
    run_action("phat_bieu_mau", master, Job(clock(), PERIOD, out=master.parent / "forms"))
    register = Year.read(FileBook(master)).obligations(PERIOD)
    forms = []
    for unit in register.owing:
        form = (master.parent / "forms" / f"{unit.code}_{PERIOD}.xlsx").read_bytes()
        figures = figures_of(unit.code, PERIOD, list(register.asked_of(unit)))
        forms.append(Filler(form).fill_in(form, Answers(figures, explanations_for(figures, PERIOD))))
    return [forms[at % len(forms)] for at in range(count)]


def reading(master: Path, forms: list[bytes]) -> None:
    indicators = Year.read(FileBook(master)).obligations(PERIOD).indicators
    asked = [item for item in indicators if item.is_asked(PERIOD.kind)]

    def ours() -> None:
        for form in forms:
            to_entries(read_form(form, "x.xlsx"), asked)

    show(
        f"safety check, hash, read, normalise {len(forms)} forms / calamine",
        seconds(ours, 1),
        seconds(plainly(forms), 1),
        1.25,
    )


def checking(forms: list[bytes]) -> None:
    """All rules over a unit's two years, against calamine reading the same number of forms."""
    profile, now = load_profile("2024"), Period.parse("2024-M12")
    rules = [rule for rule in map(Rule.from_row, profile.rules) if rule.is_looked_at(now.kind)]
    asked = {kind: [item for item in profile.indicators if item.is_asked(kind)] for kind in Kind}
    periods = [period for year in (2023, 2024) for period in periods_of(year)]
    units = [unit.code for unit in profile.units]
    kept = {
        unit: {str(period): figures_of(unit, period, asked[period.kind]) for period in periods}
        for unit in units
    }
    entries = {
        unit: {code: Entry(unit, str(now), code, value) for code, value in kept[unit][str(now)].items()}  # type: ignore[arg-type]
        for unit in units
    }
    ends = date(2024, 12, 14)

    def ours() -> None:
        for at in range(len(forms)):
            unit = units[at % len(units)]
            history = History(kept[unit])  # type: ignore[arg-type]
            check_form(Form(entries[unit], asked[now.kind], now, ends, history=history), rules)

    show(
        f"check {len(forms)} forms with two years of history / calamine",
        seconds(ours),
        seconds(plainly(forms), 1),
        1,
    )


def updating(master: Path) -> None:
    import openpyxl

    table = schema.figures_table(load_profile("2024").indicators)
    codes = [column.field for column in table.columns[2:]]
    row = {"period": "2024-M01", "unit": "SYT", **{code: at for at, code in enumerate(codes)}}
    rows = [to_row(row, table)] * 1104
    target = master.with_name("update.xlsm")

    def ours() -> None:
        target.write_bytes(master.read_bytes())
        book = FileBook(target)
        book.write(table.name, rows)
        book.save()

    def plain() -> None:
        book = openpyxl.load_workbook(target, keep_vba=True)
        for line in book[table.sheet].iter_rows(min_row=5, max_row=1108):
            for cell in line:
                cell.value = cell.value
        book.save(io.BytesIO())

    show("update the 1104-row table of the master / openpyxl", seconds(ours), seconds(plain, 1), 0.12)


def starting() -> None:
    def run(*words: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *words], capture_output=True, check=True)  # noqa: S603

    show(
        "khoagiao --version / python -c pass",
        seconds(run("-m", "khoagiao_xl", "--version")),
        seconds(run("-c", "pass")),
        3,
    )


def main(count: int = 300) -> None:
    with tempfile.TemporaryDirectory() as folder:
        master = Path(folder) / "master.xlsm"
        build_master(master, load_profile("2024"))
        print(f"{'work':58} {'ours':>10}  {'plain':>10}")
        forms = filled_forms(master, count)
        reading(master, forms)
        checking(forms)
        updating(master)
        starting()
    long_report.main()
    units.main()
    intake_costs.main()


if __name__ == "__main__":
    if sys.argv[1:2] == ["intake"]:
        intake_costs.main(*intake_costs.asked(sys.argv[2:]))
    else:
        main(*(int(word) for word in sys.argv[1:2]))
