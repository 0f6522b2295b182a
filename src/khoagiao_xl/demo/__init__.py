"""The first quarter of a year on sample files: from a guidance to Word reports and reminders."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.doors.error_outcomes import CANNOT
from khoagiao_xl.doors.progress import show_progress
from khoagiao_xl.doors.run_action import clock, run_action
from khoagiao_xl.errors import KhoaGiaoError, MissingFile, NotAFolder, NotEmpty
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.results import Job, Outcome, Progress, in_silence
from khoagiao_xl.office.profiles import Profile, load_profile
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.office.obligations import Obligations

MARK: Final = ".khoagiao-demo"  # only a folder that carries it is put aside for a new run
QUARTER: Final = 1
DAYS_BEFORE, DAYS_AFTER = 8, 4  # the deadline: forms go out, reports are taken in
MORNING, AFTERNOON = time(8), time(14)
AFTER_THE_DEADLINE: Final = ("tiep_nhan", "tong_hop", "xuat_bao_cao", "don_doc")
TEN_MINUTES: Final = timedelta(minutes=10)


@dataclass
class Day:
    """The day as it goes: the folder, the office, who does its work, what each action answered.

    do: runs one action on the master, as the terminal verb does.
    """

    folder: Path
    progress: Progress = in_silence
    do: Callable[[str, Path, Job], Outcome] = run_action
    profile: Profile = field(default_factory=load_profile)
    lines: list[tuple[str, str, Outcome]] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year of the master."""
        return self.profile.year

    @property
    def master(self) -> Path:
        """The master of the day."""
        return self.folder / f"KhoaGiao-{self.year}.xlsm"

    def act(self, action: str, moment: datetime, period: Period | None = None) -> None:
        """Do one action, and stop the day when it cannot be done."""
        job = Job(moment, period, progress=self.progress)
        outcome = self.do(action, self.master, job)
        label = ACTIONS[action].label
        self.lines.append((label, str(period or ""), outcome))
        if outcome.status == CANNOT:
            raise Stopped(outcome.sentence)


class Stopped(KhoaGiaoError):
    """An action of the day could not be done; its own sentence says why."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.args = (text,)


def periods_lived(year: int) -> list[Period]:
    """Return the months of the first quarter and the quarter."""
    quarter = Period(year, Kind.QUARTER, QUARTER)
    return [*quarter.parts, quarter]


def live_one_day(
    out: Path, guidance: Path | None = None, profile: Profile | None = None, *, quiet: bool = False
) -> Outcome:
    """Make a master and everything the first quarter of its year brings, in the folder `out`.

    profile: the kind of office and the year, the sample's where None. An earlier demo in `out` is put aside
    under another name; any other folder that is not empty is left alone (NotEmpty).
    """
    if guidance and not guidance.is_file():
        raise MissingFile(path=guidance)
    _make_room(out)
    with show_progress(quiet=quiet) as progress:
        day = Day(out, progress, profile=profile or load_profile())
        _prepare(day, guidance)
        live(day)
    if not quiet:
        _print_summary(day)
    facts = {"folder": out, "master": day.master.name}
    paths = [path for path in sorted(out.iterdir()) if not path.name.startswith(".")]
    return Outcome(sentence("DM-OK", facts), counts={"actions": len(day.lines)}, paths=tuple(paths))


def _make_room(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise NotAFolder(path=out)
    is_filled = out.exists() and any(out.iterdir())
    if is_filled and not (out / MARK).exists():
        raise NotEmpty(path=out)
    if is_filled:
        # Somebody may have worked in the earlier demo: it is put aside, never deleted.
        out.rename(out.with_name(f"{out.name}-truoc-{clock():%Y%m%d-%H%M%S}"))
    files.make_folder(out)
    (out / MARK).touch()


def _prepare(day: Day, guidance: Path | None) -> None:
    """Make the master and put the guidance where the master's settings look for it."""
    from khoagiao_xl.building import build_master

    build_master(day.master, day.profile)
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
    """Do the office's work from the guidance to the reminders of the first quarter; the units answer."""
    day.act("nap_huong_dan", datetime(day.year, 1, 8, 8))  # noqa: DTZ001
    day.act("kiem_tra_ke_hoach", datetime(day.year, 1, 8, 9))  # noqa: DTZ001
    for period in periods_lived(day.year):
        _live_period(day, period)


def _live_period(day: Day, period: Period) -> None:
    due = _obligations(day, period).deadline.unit_due
    before = due - timedelta(DAYS_BEFORE)
    after = due + timedelta(DAYS_AFTER)
    moment = datetime.combine(before, MORNING)
    day.act("phat_bieu_mau", moment, period)
    receive_answers(day, period)
    # March and the first quarter fall due together: the quarter is done in the afternoon.
    hour = MORNING if period.kind is Kind.MONTH else AFTERNOON
    moment = datetime.combine(after, hour)
    for action in AFTER_THE_DEADLINE:
        if action != "xuat_bao_cao" or _is_reported(period):
            day.act(action, moment, period)
        moment += TEN_MINUTES


def _is_reported(period: Period) -> bool:
    """Say whether a Word report is written: of the quarter, and of its last month."""
    return period in periods_lived(period.year)[-2:]


def _obligations(day: Day, period: Period) -> Obligations:
    from khoagiao_xl.office.year import read_year

    return read_year(day.master).obligations(period)


def receive_answers(day: Day, period: Period) -> None:
    """Let the units answer the forms that were issued for `period`."""
    from khoagiao_xl.demo.demo_inbox import fill_inbox
    from khoagiao_xl.forms.naming import form_name

    owed = _obligations(day, period)
    code = str(period)
    issued = day.folder / "bieu-mau" / code
    forms = {}
    for unit in owed.owing:
        name = form_name(unit.code, code)
        forms[unit.code] = files.read_bytes(issued / name)
    inbox = day.folder / "hop-thu-den" / code
    fill_inbox(owed, forms, inbox)


def _print_summary(day: Day) -> None:
    from rich.table import Table

    from khoagiao_xl.doors.terminal_table import print_table

    table = Table(title="Một ngày làm việc", show_lines=True)
    for name in ("Thao tác", "Kỳ", "Kết quả"):
        table.add_column(name, overflow="fold")
    for label, period, outcome in day.lines:
        table.add_row(label, period, outcome.sentence)
    print_table(table, 120)
