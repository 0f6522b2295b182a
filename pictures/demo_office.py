"""The workbooks that are pictured: of one run of the demo, with the clock inside the year of the demo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.chosen_period import choose_period

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.demo import Day, lay_out_guidance, live_one_day
from khoagiao_xl.demo.demo_figures import figures_of
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.year import read_year
from pictures.catalogue import BLANK, FAULTY, MASTER, PLANNED, RETURNED

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year

SHOWN: Final = Period.parse("2024-M03")
CLOCK: Final = date(2024, 3, 21)  # a day after the report of the period went up
FIRST_DAY: Final = datetime(2024, 1, 8, 8)  # noqa: DTZ001  # the office's clock has no zone
UNIT: Final = "SGDDT"
CONTRADICTION: Final = {"KG201": 9, "KG202": 1, "KG203": 2, "KG204": 3}  # the whole is not its parts


@dataclass(frozen=True)
class DemoOffice:
    """Where everything lies."""

    workbooks: dict[str, Path]
    report: Path


def live(folder: Path) -> DemoOffice:
    """Live the demo in `folder` / demo and make the workbooks that are pictured beside it."""
    demo = folder / "demo"
    live_one_day(demo, quiet=True)
    (master,) = demo.glob("*.xlsm")
    year = read_year(master)
    shown = folder / master.name
    workbooks = {
        MASTER: _at_the_clock(master, shown),
        PLANNED: _planned(folder / "planned"),
        BLANK: demo / "bieu-mau" / str(SHOWN) / f"{UNIT}_{SHOWN}.xlsx",
        RETURNED: _returned(demo),
    }
    workbooks[FAULTY] = _faulty(workbooks[BLANK], year, folder)
    report = demo / "bao-cao" / f"Bao-cao-khoa-giao-{SHOWN}.docx"
    return DemoOffice(workbooks, report)


def _at_the_clock(master: Path, target: Path) -> Path:
    """Put a copy of a master where its formulas take the day of the clock for today; return it."""
    package = Package.parse(master.read_bytes())
    today = f"DATE({CLOCK.year},{CLOCK.month},{CLOCK.day})"
    for name in list(package.names):
        if name.startswith("xl/") and name.endswith(".xml"):
            xml = package.read(name)
            package.replace_if_changed(name, xml.replace(b"TODAY()", today.encode()))
    target.write_bytes(package.to_bytes())
    return choose_period(target, str(SHOWN))


def _planned(folder: Path) -> Path:
    """Return a master into which the guidance has just been read."""
    from khoagiao_xl.building import build_master

    folder.mkdir()
    day = Day(folder)
    build_master(day.master, day.profile)
    lay_out_guidance(folder)
    day.act("nap_huong_dan", FIRST_DAY)
    return day.master


def _returned(demo: Path) -> Path:
    """Return the first copy that went back."""
    copies = (demo / "tra-lai" / str(SHOWN)).glob("*_tra-lai.xlsx")
    return min(copies)


def _faulty(blank: Path, year: Year, folder: Path) -> Path:
    """Return a form filled in but for one contradiction."""
    data = blank.read_bytes()
    unit = year.obligations(SHOWN).unit_by_code[UNIT]
    asked = list(year.obligations(SHOWN).asked_of(unit))
    figures = figures_of(UNIT, SHOWN, asked) | CONTRADICTION
    filled = Filler(data).fill_in(data, Answers(figures))
    target = folder / blank.name
    target.write_bytes(filled)
    return target
