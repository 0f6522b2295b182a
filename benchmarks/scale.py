"""Tens of thousands of forms: made by the product's own stamp, taken in once, added up; what that costs.

`scale.py forms FOLDER COUNT` makes an office of so many units of 34 provinces, and a form of each, filled in.
`scale.py take-in FOLDER COUNT [ADDRESS]` takes those of the first COUNT units into a fresh master and adds
them up, each by a process of its own, and adds a line of figures to FOLDER/measured.jsonl. ADDRESS: of a
cluster that reads them; the figures then lie as Parquet beside the master.

One file in 200 has a wrong figure and goes back, one in 1,000 is cut short, one in 10,000 is a zip bomb.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import count as count_up
from pathlib import Path
from typing import Any

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.building import build_master
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.form_layout import FIGURES
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.profiles import Profile, load_profile
from khoagiao_xl.office.year import Year

PERIOD = Period.parse("2024-M03")
COLLECTED = datetime(2024, 3, 20, 8)  # noqa: DTZ001
CAME = datetime(2024, 3, 15, 10).timestamp()  # noqa: DTZ001
PROVINCES = 34
WRONG, CUT, BOMB = 200, 1_000, 10_000  # of so many forms one is such
TEXT = "Đã tổ chức {} buổi nói chuyện chuyên đề, mở {} lớp bồi dưỡng; còn thiếu báo cáo viên ở cơ sở."
ACTIONS = {"collect": "tiep_nhan", "consolidate": "tong_hop"}


# -- the office -------------------------------------------------------------------------------------------


def office_of(count: int) -> Profile:
    """Return an office of so many units, «H07-0012» the twelfth of the seventh province."""
    profile = load_profile("2024").with_setting("ma_so", "scale")
    own = [unit for unit in profile.units if not unit.covers]
    named = [own[at % len(own)] for at in range(count)]
    units = [_of_province(unit, at) for at, unit in enumerate(named)]
    return replace(profile, units=tuple(units))


def _of_province(unit: Unit, at: int) -> Unit:
    province, number = at % PROVINCES + 1, at // PROVINCES + 1
    code = f"H{province:02}-{number:04}"
    return replace(unit, code=code, name=f"{unit.name} {code}", aliases=(), email="")


class Office:
    """A master of so many units whose forms have gone out. folder: where it lies."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.master = folder / "master.xlsm"
        if not self.master.exists():
            folder.mkdir(parents=True, exist_ok=True)
            build_master(self.master, office_of(count))
        self.year = Year.read(FileBook(self.master))
        self.owed: Obligations = self.year.obligations(PERIOD)
        self.printer = FormPrinter(self.year, self.owed)

    def note_issued(self) -> None:
        """Keep what the forms were stamped with, as their issue does."""
        issued = self.printer.issued(self.owed.owing)
        for new in issued.files(self.year.storage, str(PERIOD)):
            new.path.parent.mkdir(parents=True, exist_ok=True)
            new.path.write_bytes(new.bytes())


# -- the forms --------------------------------------------------------------------------------------------


class Units:
    """The units of an office at work: each stamped form filled in, in one of several processes."""

    office: Office
    filled: FilledForms

    @classmethod
    def begin(cls, folder: Path, count: int) -> None:
        cls.office = Office(folder, count)
        cls.filled = FilledForms(cls.office)

    @classmethod
    def send(cls, at: int) -> None:
        unit = cls.office.owed.owing[at]
        path = place_of(cls.office.folder / "inbox", unit)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(cls.sent(unit, at))
        os.utime(path, (CAME, CAME))

    @classmethod
    def sent(cls, unit: Unit, at: int) -> bytes:
        if at % BOMB == BOMB - 1:
            return bomb()
        is_wrong = at % WRONG == WRONG - 1
        data = cls.filled.form(unit, {"KG205": "nhiều lắm"} if is_wrong else {}, at)
        return data[: len(data) // 2] if at % CUT == CUT - 1 else data


class FilledForms:
    """Forms filled in without fault by the stamp: a template in which tokens stand for the answers too.

    What its formulas show was worked out once, for one unit: in none is there anything to complain of.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        first = office.owed.owing[0]
        self._asked = list(office.owed.asked_of(first))
        self._filler = Filler(office.printer.form(first))
        figures = self._figures(first)
        answers = Answers(figures, texts=self._texts(0))
        template = office.printer._template(first).data  # noqa: SLF001
        self._stamp = Stamp(with_tokens(self._filler.fill_in(template, answers), figures, self._filler._rows))  # noqa: SLF001

    def form(self, unit: Unit, wrong: dict[str, str], at: int) -> bytes:
        """Return the form of a unit; one with something to explain, or wrong, as a person fills it in."""
        figures = self._figures(unit)
        explanations = explanations_for(figures, PERIOD)
        printer = self._office.printer
        if explanations or wrong:
            answers = Answers(figures | wrong, explanations, self._texts(at))
            return self._filler.fill_in(printer.form(unit), answers)
        told = {f"v_{code}": str(value) for code, value in figures.items()}
        return self._stamp.form(printer.facts(unit) | told)

    def _figures(self, unit: Unit) -> dict[str, Any]:
        """Return figures of a unit that leave no question blank."""
        for more in count_up():
            figures = dict(figures_of(f"{unit.code}{more}", PERIOD, self._asked))
            if None not in figures.values():
                break
        return figures

    def _texts(self, at: int) -> dict[str, str]:
        asked = [item.code for item in self._asked if item.type is Type.TEXT]
        return {code: TEXT.format(at % 7, at % 5) for code in asked}


def with_tokens(form: bytes, figures: dict[str, Any], rows: dict[str, int]) -> bytes:
    """Return a filled form with a token in the place of each figure; rows: where each stands."""
    package = Package.parse(form)
    part = parts.sheets(package)[FIGURES]
    xml = package.read(part).decode()
    for code, value in figures.items():
        if code in rows:
            xml = with_token(xml, f"D{rows[code]}", code, value)
    package.replace(part, xml.encode())
    return package.to_bytes()


def with_token(xml: str, address: str, code: str, value: object) -> str:
    cell = re.search(rf'<c r="{address}"(?:(?!</c>).)*</c>', xml, re.DOTALL)
    assert cell, address
    pattern = r"(<t[^>]*>).*?(</t>)" if isinstance(value, str) else r"(<v>).*?(</v>)"
    filled = re.sub(pattern, rf"\g<1>{{{{v_{code}}}}}\g<2>", cell[0])
    assert filled != cell[0], cell[0]
    return xml.replace(cell[0], filled)


def place_of(inbox: Path, unit: Unit) -> Path:
    province, _, _ = unit.code.partition("-")
    return inbox / province / form_name(unit.code, str(PERIOD))


def bomb() -> bytes:
    """Return a workbook of a few kilobytes of which one part inflates to 300 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("xl/workbook.xml", "w") as part:
            for _ in range(300):
                part.write(bytes(1024 * 1024))
    return stream.getvalue()


def make_forms(folder: Path, count: int) -> None:
    start = time.perf_counter()
    Office(folder, count)
    built = time.perf_counter() - start
    with ProcessPoolExecutor(os.cpu_count(), initializer=Units.begin, initargs=(folder, count)) as pool:
        for _ in pool.map(Units.send, range(count), chunksize=100):
            pass
    note(folder, {"forms": count, "master": built, "seconds": time.perf_counter() - start})


# -- taking in --------------------------------------------------------------------------------------------


def take_in(folder: Path, count: int, scheduler: str = "") -> None:
    """Take in the forms of the first `count` units and add them up; note what each costs."""
    name = f"taken-{count}-cluster" if scheduler else f"taken-{count}"
    office = Office(folder / name, count)
    office.note_issued()
    for unit in office.owed.owing:
        form = place_of(folder / "inbox", unit)
        link = place_of(office.folder / "inbox", unit)
        link.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            link.hardlink_to(form)
    for verb in ACTIONS:
        told = measured(verb, office.folder, scheduler)
        archive = office.year.storage.top
        disk = {"master_bytes": office.master.stat().st_size, "archive_bytes": size_of(archive)}
        note(folder, {"verb": verb, "forms": count, "cluster": bool(scheduler), **told, **disk})


def measured(verb: str, folder: Path, scheduler: str) -> dict[str, Any]:
    """Run one action in a process of its own; return its figures, memory as of the largest process."""
    start = time.perf_counter()
    words = [sys.executable, __file__, "run", verb, str(folder), scheduler]
    process = subprocess.Popen(words, stdout=subprocess.PIPE)  # noqa: S603
    assert process.stdout
    outcome = json.loads(process.stdout.read())
    _, _, usage = os.wait4(process.pid, 0)
    return {
        "wall": time.perf_counter() - start,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory_megabytes": usage.ru_maxrss / 1024,
        "status": outcome["status"],
        "counts": outcome["counts"],
        "sentence": outcome["sentence"],
    }


def run(verb: str, folder: Path, scheduler: str) -> None:
    job = Job(
        COLLECTED,
        PERIOD,
        source=folder / "inbox" if verb == "collect" else None,
        out=folder / "returned" if verb == "collect" else None,
        scheduler=scheduler,
    )
    outcome = run_action(ACTIONS[verb], folder / "master.xlsm", job)
    print(json.dumps(outcome.to_json(), default=str))


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def note(folder: Path, told: dict[str, Any]) -> None:
    line = json.dumps(told, ensure_ascii=False)
    print(line, flush=True)
    with (folder / "measured.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")


def main(word: str, *more: str) -> None:
    if word == "run":
        verb, folder, scheduler = more
        run(verb, Path(folder), scheduler)
        return
    place, count, *address = more
    if word == "forms":
        make_forms(Path(place), int(count))
    else:
        take_in(Path(place), int(count), *address)


if __name__ == "__main__":
    main(*sys.argv[1:])
