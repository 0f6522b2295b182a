"""The lines of taking in: against readers that only read, a second run, a month, six files, memory."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from lines import Bench, absent, more, ratio, times_less
from peer_list import is_here
from running import Cost, in_turn, khoagiao, scaled, script
from samples import PERIOD, write

# name of the line -> the peer, and how many of the files it gets; the rest is reckoned from the part.
READERS = {
    "intake_pandas": ("pandas_openpyxl", 100),
    "intake_frictionless": ("frictionless_files", 100),
    "intake_pandas_calamine": ("pandas_calamine", 1000),
    "intake_polars": ("polars_fastexcel", 1000),
    "intake_openpyxl": ("openpyxl_readonly", 100),
    "intake_datamaps": ("datamaps_import", 100),
    "intake_libreoffice": ("libreoffice_loop", 20),
}
BASE, A_FORM = 40, 0.005  # MB


def intake(bench: Bench) -> Cost:
    """Take the forms in, to totals."""
    return script("ours/intake.py", bench.samples.many.master, bench.samples.inbox, PERIOD)


def against_calamine(bench: Bench) -> None:
    peer = partial(script, "peers/bare_calamine.py", bench.samples.inbox)
    ours, theirs = in_turn(bench.runs, partial(intake, bench), peer)
    bench.intake = ours
    answer = ours.answer
    note = f"{answer['forms']} forms, {answer['findings']} findings"
    bench.put("intake_one_core", ratio(ours.cpu, theirs.cpu), ours.cpu, theirs.cpu, note)
    bench.put("intake_two_cores", ratio(ours.wall, theirs.wall), ours.wall, theirs.wall, note)
    allowed = BASE + A_FORM * answer["forms"]
    bench.put("memory", answer["peak"] / allowed, answer["peak"], allowed, "MB, the process itself")


def against_reader(name: str, bench: Bench) -> None:
    """Hold the intake against a peer, which reads a part of the files where it is slow."""
    peer, most = READERS[name]
    if not is_here(peer):
        bench.put(*absent(name))
        return
    ours = bench.intake or intake(bench)
    count = min(most, bench.samples.count)
    empty = bench.samples.part(0)
    part, start = in_turn(
        1,
        partial(script, f"peers/{peer}.py", bench.samples.part(count)),
        partial(script, f"peers/{peer}.py", empty),
    )
    theirs = scaled(part, start, bench.samples.count / count)
    note = "" if count == bench.samples.count else f"peer on {count} files, scaled"
    bench.put(name, times_less(ours.cpu, theirs.cpu), ours.cpu, theirs.cpu, note)


def collect(master: Path, inbox: Path) -> Cost:
    """Run the whole command, returned copies and saved master included."""
    return khoagiao("collect", master, inbox, "--period", PERIOD, "--returned", master.with_name("returned"))


def second_run(bench: Bench) -> None:
    """Take all in, then once more with one file sent again, corrected."""
    samples = bench.samples
    master = samples.many.copy_to(samples.folder / "second")
    inbox = master.parent / "inbox"
    shutil.copytree(samples.inbox, inbox)
    first = collect(master, inbox)
    name, data = samples.many.corrected()
    write(inbox / name, data, later=1)
    again = collect(master, inbox)
    bench.put("second_run", ratio(again.cpu, first.cpu), again.cpu, first.cpu, "whole command")


def month(bench: Bench) -> None:
    """Take a month in as it really looks, beside a script that adds one sheet up."""
    samples = bench.samples
    inbox = samples.month_inbox

    def ours() -> Cost:
        return collect(samples.month.copy_to(samples.folder / "month-run"), inbox)

    cost, theirs = in_turn(bench.runs, ours, partial(script, "peers/month_script.py", inbox))
    note = f"{len(list(inbox.iterdir()))} files"
    bench.put("month", ratio(cost.cpu, theirs.cpu), cost.cpu, theirs.cpu, note)


def six_files(bench: Bench) -> None:
    """Take six sound forms in, and none."""
    samples = bench.samples
    six, none = (samples.folder / name for name in ("six", "none"))
    for folder in (six, none):
        folder.mkdir(exist_ok=True)
    office = samples.month
    for (name, data), _ in zip(office.filled(), range(6), strict=False):
        write(six / name, data)

    def taken(inbox: Path) -> Cost:
        return collect(office.copy_to(samples.folder / "six-run"), inbox)

    ours, empty = in_turn(bench.runs, partial(taken, six), partial(taken, none))
    bench.put("six_files", more(ours.cpu, empty.cpu), ours.cpu, empty.cpu, "CPU")
