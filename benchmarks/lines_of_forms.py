"""The lines of issuing forms, of the master, of totals, of a trace, a report, a start and the demo day."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from functools import partial
from pathlib import Path

import long_report
from drawing import drawing_of
from lines import Bench, absent, more, ratio, times_less
from lines_of_intake import collect
from peer_list import is_here
from running import Cost, in_turn, khoagiao, python, run, scaled, script
from samples import PERIOD

from khoagiao_xl.model import schema
from khoagiao_xl.office.year import read_year

SOME = 20  # forms that are drawn by the slow ways
UNITS = (92, 1012, 52_000)
TRACED = "KG201"


def emptied(folder: Path) -> Path:
    """Return a folder that is not there yet."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def issue(bench: Bench) -> None:
    """Print and write all forms; the slow peers draw some."""
    samples = bench.samples
    template, part, units = samples.printing
    out = samples.folder / "issued"

    def ours() -> Cost:
        return script("ours/issue.py", samples.many.master, PERIOD, emptied(out))

    def copied() -> Cost:
        return script("peers/copy_parts.py", template, part, units, emptied(out))

    cost, theirs = in_turn(bench.runs, ours, copied)
    bench.put("issue_copy", ratio(cost.cpu, theirs.cpu), cost.cpu, theirs.cpu)
    drawing = samples.folder / "drawing.json"
    drawing.write_text(json.dumps(drawing_of(template)), encoding="utf-8")
    for name, peer, source in (
        ("issue_xlsxwriter", "xlsxwriter_forms", drawing),
        ("issue_openpyxl", "openpyxl_forms", template),
    ):
        drawn = slow_forms(bench, peer, source, out)
        if drawn is None:
            bench.put(*absent(name))
        else:
            note = f"peer draws {SOME}, scaled"
            bench.put(name, times_less(cost.cpu, drawn.cpu), cost.cpu, drawn.cpu, note)


def slow_forms(bench: Bench, peer: str, source: Path, out: Path) -> Cost | None:
    """Return what a peer needs for all forms, reckoned from some; None where it is not here."""
    if not is_here(peer):
        return None
    samples = bench.samples
    facts = json.loads(samples.printing[2].read_text(encoding="utf-8"))
    costs = []
    for count in (SOME, 0):
        some = samples.folder / f"units-{count}.json"
        some.write_text(json.dumps(dict(list(facts.items())[:count])), encoding="utf-8")
        costs.append(script(f"peers/{peer}.py", source, some, emptied(out)))
    part, start = costs
    return scaled(part, start, samples.count / SOME)


def update(bench: Bench) -> None:
    """Write a table of 1104 x 70 into the master; count the parts that changed beside it."""
    samples = bench.samples
    master, target = samples.month.master, samples.folder / "updated.xlsm"
    sheet = schema.FIGURES.sheet
    ours, theirs = in_turn(
        bench.runs,
        partial(script, "ours/update.py", master, target),
        partial(script, "peers/openpyxl_master.py", master, sheet, samples.folder / "theirs.xlsm"),
    )
    bench.put("update_master", ratio(ours.cpu, theirs.cpu), ours.cpu, theirs.cpu)
    before, after = parts_of(master), parts_of(target)
    differing = sorted(name for name in before | after if before.get(name) != after.get(name))
    changed = ", ".join(name.rsplit("/", 1)[-1] for name in differing)
    note = f"{len(before) - len(differing)} of {len(before)} as they were; written: {changed}"
    bench.put("update_parts", len(set(differing) - owned(differing)), len(differing), len(before), note)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def owned(differing: list[str]) -> set[str]:
    """Return the parts of the table that is written: its sheet, its table, and the order to recalculate."""
    sheets = [name for name in differing if name.startswith("xl/worksheets/sheet")]
    tables = [name for name in differing if name.startswith("xl/tables/")]
    return {*sheets[:1], *tables[:1], "xl/workbook.xml"}


def consolidate(bench: Bench) -> None:
    """Add up 92, 1,012 and 52,000 units; each step against the one before."""
    few, some, many = (
        script("ours/consolidate.py", units, runs).answer["seconds"]
        for units, runs in zip(UNITS, (9, 3, 1), strict=True)
    )
    grown = UNITS[1] / UNITS[0]
    bench.put("consolidate_1012", some / (few * grown), some, few, "s of CPU, the step alone")
    grown = UNITS[2] / UNITS[1]
    bench.put("consolidate_52000", many / (some * grown), many, some, "s of CPU, the step alone")


def trace(bench: Bench) -> None:
    """Trace one figure to its cells, whole command; beside it, the file of one of them is opened."""
    samples = bench.samples
    master = samples.month.copy_to(samples.folder / "traced")
    collect(master, samples.month_inbox)
    khoagiao("consolidate", master, "--period", PERIOD)
    year = read_year(master)
    duty = next(duty for duty in year.duties_of(PERIOD) if duty.sha256)
    place = year.cell_of(str(PERIOD), duty.unit, TRACED)
    assert place is not None
    file = year.storage.original(place.sha256, place.file)
    few = emptied(samples.folder / "one")
    few.mkdir()
    shutil.copy(file, few / "one.xlsx")
    ours, theirs = in_turn(
        bench.runs,
        partial(khoagiao, "trace", master, "--period", PERIOD, "--indicator", TRACED),
        partial(script, "peers/open_workbook.py", file, place.sheet, place.cell),
    )
    bench.put("trace", ratio(ours.cpu, theirs.cpu), ours.cpu, theirs.cpu, "whole command")
    if is_here("libreoffice_loop"):
        opened = script("peers/libreoffice_loop.py", few)
        bench.put("trace_office", ratio(ours.wall, opened.wall), ours.wall, opened.wall)
    else:
        bench.put(*absent("trace_office"))


def report(bench: Bench) -> None:
    """Render the long report; long_report.py says how."""
    ours, theirs = long_report.costs()
    bench.put("report", ratio(ours, theirs), ours, theirs, "CPU, in one process")


def starting(bench: Bench) -> None:
    """Start a button, and the command's shortest verb."""
    runs = 3 * bench.runs
    ours, theirs = in_turn(
        runs, partial(script, "ours/start_button.py"), partial(python, "-c", "import xlwings")
    )
    bench.put("button", more(ours.cpu, theirs.cpu), ours.cpu, theirs.cpu, "CPU")
    ours, theirs = in_turn(runs, partial(khoagiao, "--version"), partial(python, "-c", "pass"))
    bench.put("version", ratio(ours.cpu, theirs.cpu), ours.cpu, theirs.cpu)


def demo_day(bench: Bench) -> None:
    """Live the whole demo day."""
    out = emptied(bench.samples.folder / "demo")
    cost = run(sys.executable, "-X", "utf8", "-P", "-m", "khoagiao_xl", "demo", "--out", out)
    bench.put("demo_day", cost.wall, cost.wall, cost.cpu, "wall beside CPU")
