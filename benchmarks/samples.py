"""What is measured on: offices with their masters, the forms that went out, and what came back."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from khoagiao_xl.books.base import Value
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.demo.demo_inbox import fill_inbox
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.profiles import Profile, load_profile
from khoagiao_xl.office.year import Year

PERIOD = Period.parse("2024-M03")
ISSUED = datetime(2024, 3, 8, 8)  # noqa: DTZ001
CAME = datetime(2024, 3, 15, 10).timestamp()  # noqa: DTZ001
FAULTY = 20  # every so many-th form has a text where a number belongs


class Office:
    """A master whose forms have gone out, in a folder of its own."""

    def __init__(self, folder: Path, profile: Profile) -> None:
        self.folder = folder
        self.master = folder / "master.xlsm"
        if not self.master.exists():
            folder.mkdir(parents=True)
            build_master(self.master, profile)
            run_action("phat_bieu_mau", self.master, Job(ISSUED, PERIOD, out=folder / "forms"))
        self.year = Year.read(FileBook(self.master))
        self.owed = self.year.obligations(PERIOD)

    def form(self, unit: str) -> bytes:
        """Return the form that was issued to a unit."""
        return (self.folder / "forms" / form_name(unit, str(PERIOD))).read_bytes()

    def filled(self) -> Iterator[tuple[str, bytes]]:
        """Yield the form of every unit that owes the period, filled in, by the name it comes back under."""
        filler = Filler(self.form(self.owed.owing[0].code))
        for at, unit in enumerate(self.owed.owing):
            otherwise = {"KG001": "khoảng năm chục"} if at % FAULTY == FAULTY - 1 else {}
            yield self._filled(filler, unit, **otherwise)

    def corrected(self) -> tuple[str, bytes]:
        """Return the form of the first unit with another figure than before, by its name."""
        unit, *_ = self.owed.owing
        return self._filled(Filler(self.form(unit.code)), unit, KG001=60)

    def _filled(self, filler: Filler, unit: Unit, **otherwise: Value) -> tuple[str, bytes]:
        figures = figures_of(unit.code, PERIOD, list(self.owed.asked_of(unit)))
        answers = Answers({**figures, **otherwise}, explanations_for(figures, PERIOD))
        return form_name(unit.code, str(PERIOD)), filler.fill_in(self.form(unit.code), answers)

    def copy_to(self, folder: Path) -> Path:
        """Return a copy of the master and of what it keeps, in a folder that is made anew."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        kept = self.master.with_name(f"{self.master.stem}-luu-tru")
        shutil.copytree(kept, folder / kept.name)
        return Path(shutil.copy(self.master, folder))


class Samples:
    """Everything that is measured on, made when it is first asked for. count: forms of the large office."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.count = count

    @cached_property
    def many(self) -> Office:
        """An office of so many units."""
        return Office(self.folder / f"many-{self.count}", many_units(load_profile("2024"), self.count))

    @cached_property
    def inbox(self) -> Path:
        """Their forms, filled in."""
        return self.part(self.count)

    @cached_property
    def month(self) -> Office:
        """The office of the sample."""
        return Office(self.folder / "month", load_profile("2024"))

    @cached_property
    def month_inbox(self) -> Path:
        """A month of its files as they really look."""
        inbox = self.folder / "month-inbox"
        if not inbox.exists():
            owed = self.month.owed
            fill_inbox(owed, {unit.code: self.month.form(unit.code) for unit in owed.owing}, inbox)
        return inbox

    def part(self, count: int) -> Path:
        """Return a folder with so many of the filled forms of the large office; the files are the same."""
        folder = self.folder / f"inbox-{count}"
        if folder.exists():
            return folder
        folder.mkdir()
        if count == self.count:
            for name, data in self.many.filled():
                write(folder / name, data)
        else:
            for path in sorted(self.inbox.iterdir())[:count]:
                os.link(path, folder / path.name)
        return folder

    @cached_property
    def printing(self) -> tuple[Path, str, Path]:
        """The template of the large office, its part with the tokens, and the facts of every unit."""
        printer = FormPrinter(self.many.year, self.many.owed)
        units = self.many.owed.owing
        facts = {unit.code: tokens(printer.facts(unit)) for unit in units}
        (template,) = printer.issued(units).templates.values()
        path, told = self.folder / "template.xlsx", self.folder / "units.json"
        path.write_bytes(template)
        told.write_text(json.dumps(facts), encoding="utf-8")
        return path, "xl/sharedStrings.xml", told


def tokens(facts: dict[str, str]) -> dict[str, str]:
    """Return what stands in a template -> what a unit's form has there."""
    return {f"{{{{{name}}}}}": fact.replace("&", "&amp;") for name, fact in facts.items()}


def write(path: Path, data: bytes, later: int = 0) -> None:
    """Write a file as it came in time; later: by so many minutes."""
    path.write_bytes(data)
    came = CAME + 60 * later
    os.utime(path, (came, came))


def many_units(profile: Profile, count: int) -> Profile:
    """Return the profile with so many units, each with a code and a name of its own."""
    own = [unit for unit in profile.units if not unit.covers]
    named = [own[at % len(own)] for at in range(count)]
    units = [
        replace(unit, code=f"U{at:04}", name=f"{unit.name} số {at}", aliases=(), email="")
        for at, unit in enumerate(named)
    ]
    return replace(profile, units=tuple(units))
