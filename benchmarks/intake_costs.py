"""What an intake costs: from the safety check to the judged form, a second run, and the whole command.

`python3 run.py bench intake [forms [folder]]` prints these alone; a folder is read for real workbooks.
"""

from __future__ import annotations

import io
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import xlsxwriter
from timing import in_turn, plainly, seconds, show

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.demo.demo_inbox import fill_inbox
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.intake.judging.foreign_words import in_common
from khoagiao_xl.intake.judging.issued_lines import issued_lines
from khoagiao_xl.intake.judging.judge import judge
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.reading.worker import read_many, reading_process
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.office.profiles import Profile, load_profile
from khoagiao_xl.office.year import Year

PERIOD = Period.parse("2024-M03")
ISSUED = datetime(2024, 3, 8, 8)  # noqa: DTZ001
COLLECTED = datetime(2024, 3, 20, 8)  # noqa: DTZ001
CAME = datetime(2024, 3, 15, 10).timestamp()  # noqa: DTZ001
FORMS = 1000
SIZES = (7_000, 17_000, 34_000)  # rows: 0.4, 1 and 2 MB
SCRIPT = Path(__file__).with_name("as_commonly_written.py")


class Office:
    """A master whose forms have gone out, in a folder of its own."""

    def __init__(self, folder: Path, profile: Profile) -> None:
        self.folder = folder
        folder.mkdir()
        self.master = folder / "master.xlsm"
        build_master(self.master, profile)
        run_action("phat_bieu_mau", self.master, Job(ISSUED, PERIOD, out=folder / "forms"))
        self.year = Year.read(FileBook(self.master))
        self.owed = self.year.obligations(PERIOD)

    def form(self, unit: str) -> bytes:
        """Return the form that was issued to a unit."""
        return (self.folder / "forms" / form_name(unit, str(PERIOD))).read_bytes()

    def filled(self) -> dict[str, bytes]:
        """Return the form of every unit that owes the period, filled in without fault."""
        filler = Filler(self.form(self.owed.owing[0].code))
        return {unit.code: self._filled(filler, unit.code) for unit in self.owed.owing}

    def _filled(self, filler: Filler, unit: str) -> bytes:
        asked = list(self.owed.asked_of(self.owed.unit_by_code[unit]))
        figures = figures_of(unit, PERIOD, asked)
        answers = Answers(figures, explanations_for(figures, PERIOD))
        return filler.fill_in(self.form(unit), answers)

    def measures(self) -> Measures:
        """Return what the forms are judged by."""
        return Measures.of(self.year, PERIOD)

    def issued(self) -> IssuedForms:
        """Return what the forms are held against."""
        return IssuedForms.read(self.year.storage, str(PERIOD))


def many_units(profile: Profile, count: int) -> Profile:
    """Return the profile with so many units, each with a code and a name of its own."""
    own = [unit for unit in profile.units if not unit.covers]
    named = [own[at % len(own)] for at in range(count)]
    units = [
        replace(unit, code=f"U{at:04}", name=f"{unit.name} số {at}", aliases=(), email="")
        for at, unit in enumerate(named)
    ]
    return replace(profile, units=tuple(units))


# -- from the safety check to the judged form --


def judged(readings: Iterable[FileReading], measures: Measures) -> None:
    kept = list(readings)
    issued = issued_lines(kept, measures)
    known = replace(measures, issued=issued, issued_otherwise=in_common(kept))
    for reading in kept:
        judge(reading, known, COLLECTED.date())


def to_judged_forms(office: Office, forms: dict[str, bytes]) -> None:
    named = {form_name(unit, str(PERIOD)): form for unit, form in forms.items()}
    plain = plainly(list(named.values()))
    measures, issued, limits = office.measures(), office.issued(), Limits()

    def on_one_core() -> None:
        judged((read_form(form, name, limits, issued) for name, form in named.items()), measures)

    inbox = office.folder / "inbox"
    write_forms(inbox, named)
    paths = sorted(inbox.iterdir())

    def in_processes() -> None:
        with reading_process(limits, issued, len(paths)) as process:
            judged(read_many(paths, limits, process), measures)

    what = f"{len(named)} forms, safety check to judged"
    show(f"{what}, one core / calamine", *in_turn(on_one_core, plain), 4)
    show(f"{what}, processes, wall / calamine", seconds(in_processes), seconds(plain), 2.2)


def write_forms(inbox: Path, forms: dict[str, bytes]) -> None:
    inbox.mkdir(exist_ok=True)
    for name, form in forms.items():
        path = inbox / name
        path.write_bytes(form)
        os.utime(path, (CAME, CAME))


# -- workbooks of the size that offices really have --


def large_workbook(rows: int) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet, money = book.add_worksheet("Danh sách"), book.add_format({"num_format": "#,##0"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(rows):
        sheet.write_row(row, 0, [row, f"Chi bộ số {row % 400}", f"Nội dung {row * 7919 % 100_003}"])
        sheet.write_number(row, 3, row * 7919 % 1_000_003, money)
        sheet.write_datetime(row, 4, datetime(2024, 1 + row % 12, 1 + row % 28), day)  # noqa: DTZ001
        sheet.write_formula(row, 5, f"=D{row + 1}*2", money, row * 7919 % 1_000_003 * 2)
    book.close()
    return stream.getvalue()


def large_workbooks(folder: Path | None) -> None:
    files = [path.read_bytes() for path in sorted(folder.glob("*.xlsx"))] if folder else []
    for data in files or map(large_workbook, SIZES):
        size = len(data) / 1024 / 1024
        read = partial(read_form, data, "x.xlsx")
        show(f"a workbook of {size:.1f} MB / calamine", *in_turn(read, plainly([data])), 5)


# -- the whole command --


def with_compiled_modules(folder: Path) -> None:
    """Let the processes that are started keep their compiled modules, as an installed program does."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


def children_seconds(*words: object) -> float:
    """Return the processor time that a command and its own processes took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, *map(str, words)], capture_output=True, check=False)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def collect(master: Path, inbox: Path) -> float:
    """Return what `collect` costs, returned copies and saved master included."""
    words = ("-m", "khoagiao_xl", "collect", master, inbox, "--period", PERIOD)
    return children_seconds(*words, "--returned", master.with_name("returned"))


def whole_command(folder: Path) -> None:
    office = Office(folder / "month", load_profile("2024"))
    forms = {unit.code: office.form(unit.code) for unit in office.owed.owing}
    inbox = office.folder / "inbox"
    fill_inbox(office.owed, forms, inbox)

    def ours() -> float:
        again = Path(tempfile.mkdtemp(dir=folder)) / office.master.name
        shutil.copy(office.master, again)
        return collect(again, inbox)

    # The first run compiles the modules.
    _, *costs = [ours() for _ in range(4)]
    _, *plain = [children_seconds(SCRIPT, inbox) for _ in range(4)]
    files = len(list(inbox.iterdir()))
    what = f"collect a month of {files} files / pandas script, CPU"
    show(what, statistics.median(costs), statistics.median(plain), 0.4)


def second_run(office: Office, forms: dict[str, bytes]) -> None:
    named = {form_name(unit, str(PERIOD)): form for unit, form in forms.items()}
    last = max(named)
    inbox = office.folder / "inbox"
    shutil.rmtree(inbox, ignore_errors=True)
    write_forms(inbox, {name: form for name, form in named.items() if name != last})
    first = collect(office.master, inbox)
    write_forms(inbox, {last: named[last]})
    again = collect(office.master, inbox)
    show(f"collect, one of {len(named)} files new / all new, CPU", again, first, 0.1)


def main(count: int = FORMS, workbooks: Path | None = None) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with_compiled_modules(folder)
        whole_command(folder)
        large_workbooks(workbooks)
        office = Office(folder / "many", many_units(load_profile("2024"), count))
        forms = office.filled()
        to_judged_forms(office, forms)
        second_run(office, forms)


def asked(words: list[str]) -> tuple[int, Path | None]:
    """Return how many forms, and the folder of real workbooks, that words on the command line ask for."""
    count = int(words[0]) if words else FORMS
    return count, Path(words[1]) if words[1:] else None


if __name__ == "__main__":
    main(*asked(sys.argv[1:]))
