"""The first quarter of a year on sample files, or its first half: an office and its units at work."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.demo.demo_days import events_in
from khoagiao_xl.demo.demo_folder import take_folder
from khoagiao_xl.demo.demo_kinds import is_standing, ordered_kinds
from khoagiao_xl.demo.demo_plan import accept_the_plan
from khoagiao_xl.demo.units_answer import UNITS, receive_answers
from khoagiao_xl.doors.progress import show_progress
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.errors import KhoaGiaoError, MissingFile
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.results import CANNOT, Job, Outcome, Progress, in_silence
from khoagiao_xl.office.profiles import Profile, load_profile
from khoagiao_xl.office.year import read_year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.building import Office
    from khoagiao_xl.office.year import Year


__all__ = [
    "Day",
    "Stopped",
    "lay_out_guidance",
    "live",
    "live_one_day",
    "periods_lived",
    "receive_answers",
]
HOUR: Final = timedelta(hours=1)
EVENING: Final = time(18)
TRACED: Final = "KG201"
# What a report, and who gives it its number, is to know is typed before.
NUMBER: Final = "cap_so"
TYPED_BEFORE: Final = ("xuat_bao_cao", NUMBER)
FIRST: Final = 1  # quarter, half
PHONE: Final = ("so_dien_thoai", "0214 000 0000")  # of nobody: returned copies and letters say whom to ask


@dataclass
class Day:
    """The day as it goes: the folder, the office, who does its work, what each action answered.

    do: runs one action on the master, as the terminal verb does. type_in: what a person types into it.
    is_long: whether it goes on to the end of the first half.
    """

    folder: Path
    progress: Progress = in_silence
    do: Callable[[str, Path, Job], Outcome] = run_action
    profile: Profile = field(default_factory=load_profile)
    lines: list[tuple[str, str, Outcome]] = field(default_factory=list)
    type_in: Callable[[Path, date], None] = accept_the_plan
    is_long: bool = False

    @property
    def year(self) -> int:
        """The year of the master."""
        return self.profile.year

    @property
    def master(self) -> Path:
        """The master of the day."""
        return self.folder / f"KhoaGiao-{self.year}.xlsm"

    def act(self, action: str, moment: datetime, period: Period | None = None, **about: Any) -> None:
        """Do one action, and stop the day when it cannot be done; `about`: further fields of the job."""
        job = Job(moment, period, progress=self.progress)
        outcome = self.do(action, self.master, replace(job, **about))
        label = ACTIONS[action].label
        self.lines.append((label, str(period or ""), outcome))
        if outcome.status == CANNOT:
            raise Stopped(outcome.sentence)


class Stopped(KhoaGiaoError):
    """An action of the day could not be done; its own sentence says why."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.args = (text,)


def periods_lived(year: int, *, is_long: bool = False) -> list[Period]:
    """Return the months of the first quarter and the quarter; of the first half its quarters and it too."""
    quarters = [Period(year, Kind.QUARTER, FIRST)]
    half = Period(year, Kind.HALF, FIRST)
    if is_long:
        quarters = half.parts
    found: list[Period] = []
    for quarter in quarters:
        found += [*quarter.parts, quarter]
    if is_long:
        found.append(half)
    return found


def live_one_day(
    out: Path,
    guidance: Path | None = None,
    profile: Profile | None = None,
    *,
    is_long: bool = False,
    quiet: bool = False,
) -> Outcome:
    """Make a master and everything the first quarter of its year brings, in the folder `out`.

    profile: the kind of office and the year, the sample's where None. is_long: to the end of the first half.
    An earlier demo in `out` is put aside under another name; any other folder that is not empty is left alone
    (NotEmpty).
    """
    if guidance and not guidance.is_file():
        raise MissingFile(path=guidance)
    told = take_folder(out)
    with show_progress(quiet=quiet) as progress:
        day = Day(out, progress, profile=profile or load_profile(), is_long=is_long)
        _prepare(day, guidance)
        live(day)
        _other_documents(day)
        _look_back(day)
    if not quiet:
        _print_summary(day)
    facts = {"folder": out, "master": day.master.name}
    paths = [path for path in sorted(out.iterdir()) if not path.name.startswith(".")]
    return Outcome(
        sentence("DM-OK", facts),
        counts={"actions": len(day.lines)},
        paths=tuple(paths),
        details=told,
    )


def _prepare(day: Day, guidance: Path | None) -> None:
    """Make the master and put the guidance where the master's settings look for it."""
    from khoagiao_xl.building import build_master
    from khoagiao_xl.building.new_master import make_folders

    # Its buttons are to work where the demo was lived: in Excel on Windows, in LibreOffice elsewhere.
    profile = day.profile.with_setting("python", sys.executable).with_setting(*PHONE)
    is_windows = sys.platform == "win32"
    office: Office = "excel" if is_windows else "libreoffice"
    build_master(day.master, profile, for_office=office, with_xlwings=is_windows)
    make_folders(day.master, profile)
    lay_out_guidance(day.folder, guidance, day.profile)


def lay_out_guidance(folder: Path, guidance: Path | None = None, profile: Profile | None = None) -> None:
    """Put the guidance, the sample where none is named, into the day's folder."""
    from khoagiao_xl.demo.sample_guidance import write_sample_guidance

    office = profile or load_profile()
    name = guidance.name if guidance else f"Huong-dan-khoa-giao-{office.year}.docx"
    target = folder / "huong-dan" / name
    if guidance:
        files.write_atomically(target, files.read_bytes(guidance))
    else:
        write_sample_guidance(target, office)


def live(day: Day) -> None:
    """Do the office's work from the guidance to the last report; the units answer, late, wrong, once more."""
    first = datetime(day.year, 1, 8, 8)  # noqa: DTZ001
    day.act("nap_huong_dan", first)
    day.type_in(day.master, first.date())
    day.act("kiem_tra_ke_hoach", first + HOUR)
    periods = periods_lived(day.year, is_long=day.is_long)
    events = events_in(day.master, periods)
    stands = is_standing(day.profile)
    for event in events:
        if event.what in UNITS:
            send = UNITS[event.what]
            send(day, event.period, event.days)
            continue
        if event.what == NUMBER and not stands:
            continue
        if event.what in TYPED_BEFORE:
            day.type_in(day.master, event.moment.date())
        day.act(event.what, event.moment, event.period)
    *_, last = events
    day.act("truy_vet", last.moment + HOUR, last.period)  # the report just written
    day.type_in(day.master, last.moment.date())


def _look_back(day: Day) -> None:
    """Ask of one figure of the last report where it comes from."""
    year = read_year(day.master)
    last, moment = _last_evening(day, year)
    day.act("truy_vet", moment, last, indicator=TRACED)


def _last_evening(day: Day, year: Year) -> tuple[Period, datetime]:
    """Return the last period that is lived, and the evening of the day on which its report is due."""
    *_, last = periods_lived(day.year, is_long=day.is_long)
    deadline = year.deadlines[str(last)]
    evening = datetime.combine(deadline.report_due, EVENING)
    return last, evening


def _other_documents(day: Day) -> None:
    """Have every other kind of document written once, each as the last period has it."""
    if not day.lines:  # nothing has been done that could be told
        return
    year = read_year(day.master)
    last, moment = _last_evening(day, year)
    for kind, about in ordered_kinds(year):
        day.act("xuat_bao_cao", moment, last, kind=kind, **about)


def _print_summary(day: Day) -> None:
    from rich.table import Table

    from khoagiao_xl.doors.terminal_table import print_table

    table = Table(title="Một ngày làm việc", show_lines=True)
    for name in ("Thao tác", "Kỳ", "Kết quả"):
        table.add_column(name, overflow="fold")
    for label, period, outcome in day.lines:
        table.add_row(label, period, outcome.sentence)
    print_table(table, 120)
