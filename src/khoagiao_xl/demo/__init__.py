"""One working day on sample files: from a guidance to Word reports and reminders."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.doors.progress import show_progress
from khoagiao_xl.doors.run_action import clock, run_action
from khoagiao_xl.errors import KhoaGiaoError, MissingFile, NotAFolder, NotEmpty
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.results import Job, Outcome, Progress, in_silence
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.office.obligations import Obligations

PERIODS: Final = ("2024-M01", "2024-M02", "2024-M03", "2024-Q1")
REPORTED: Final = ("2024-M03", "2024-Q1")
MARK: Final = ".khoagiao-demo"  # only a folder that carries it is put aside for a new run


@dataclass
class Day:
    """The day as it goes: the folder, the master, who does the office's work, what each action answered.

    do: runs one action on the master, as the terminal verb does.
    """

    folder: Path
    progress: Progress = in_silence
    do: Callable[[str, Path, Job], Outcome] = run_action
    lines: list[tuple[str, str, Outcome]] = field(default_factory=list)

    @property
    def master(self) -> Path:
        """The master of the day."""
        return self.folder / "KhoaGiao-2024.xlsm"

    def act(self, action: str, moment: datetime, period: Period | None = None) -> None:
        """Do one action, and stop the day when it cannot be done."""
        outcome = self.do(action, self.master, Job(moment, period, progress=self.progress))
        self.lines.append((ACTIONS[action].label, str(period or ""), outcome))
        if outcome.status == 2:
            raise Stopped(outcome.sentence)


class Stopped(KhoaGiaoError):
    """An action of the day could not be done; its own sentence says why."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.args = (text,)


def live_one_day(out: Path, guidance: Path | None = None, *, quiet: bool = False) -> Outcome:
    """Make a master and everything the first quarter of 2024 brings, in the folder `out`.

    An earlier demo in `out` is put aside under another name; any other folder that is not empty is
    left alone (NotEmpty).
    """
    if guidance and not guidance.is_file():
        raise MissingFile(path=guidance)
    _make_room(out)
    with show_progress(quiet=quiet) as progress:
        day = Day(out, progress)
        _prepare(day, guidance)
        live(day)
    if not quiet:
        _print_summary(day)
    paths = tuple(path for path in sorted(out.iterdir()) if not path.name.startswith("."))
    return Outcome(sentence("DM-OK", {"folder": out}), counts={"actions": len(day.lines)}, paths=paths)


def _make_room(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise NotAFolder(path=out)
    if out.exists() and any(out.iterdir()) and not (out / MARK).exists():
        raise NotEmpty(path=out)
    if out.exists() and any(out.iterdir()):
        # Somebody may have worked in the earlier demo: it is put aside, never deleted.
        out.rename(out.with_name(f"{out.name}-truoc-{clock():%Y%m%d-%H%M%S}"))
    files.make_folder(out)
    (out / MARK).touch()


def _prepare(day: Day, guidance: Path | None) -> None:
    """Make the master and put the guidance where the master's settings look for it."""
    from khoagiao_xl.building import build_master
    from khoagiao_xl.office.profiles import load_profile

    build_master(day.master, load_profile("2024"))
    lay_out_guidance(day.folder, guidance)


def lay_out_guidance(folder: Path, guidance: Path | None = None) -> None:
    """Put the guidance, the sample where none is named, into the day's folder."""
    from khoagiao_xl.demo.sample_guidance import write_sample_guidance

    source = folder / "huong-dan" / (guidance.name if guidance else "Huong-dan-khoa-giao-2024.docx")
    if guidance:
        files.write_atomically(source, files.read_bytes(guidance))
    else:
        write_sample_guidance(source)


def live(day: Day) -> None:
    """Do the office's work from the guidance to the reminders of the first quarter; the units answer."""
    day.act("nap_huong_dan", datetime(2024, 1, 8, 8))  # noqa: DTZ001
    day.act("kiem_tra_ke_hoach", datetime(2024, 1, 8, 9))  # noqa: DTZ001
    for code in PERIODS:
        _live_period(day, Period.parse(code))


def _live_period(day: Day, period: Period) -> None:
    due = _register(day, period).deadline.unit_due
    day.act("phat_bieu_mau", datetime.combine(due - timedelta(days=8), time(8)), period)
    receive_answers(day, period)
    # March and the first quarter fall due together: the quarter is done in the afternoon.
    after = datetime.combine(due + timedelta(days=4), time(8 if period.kind is Kind.MONTH else 14))
    day.act("tiep_nhan", after, period)
    day.act("tong_hop", after + timedelta(minutes=10), period)
    if str(period) in REPORTED:
        day.act("xuat_bao_cao", after + timedelta(minutes=20), period)
    day.act("don_doc", after + timedelta(minutes=30), period)


def _register(day: Day, period: Period) -> Obligations:
    from khoagiao_xl.books.file_book import FileBook
    from khoagiao_xl.office.year import Year

    return Year.read(FileBook(day.master, may_be_open=True)).obligations(period)


def receive_answers(day: Day, period: Period) -> None:
    """Let the units answer the forms that were issued for `period`."""
    from khoagiao_xl.demo.demo_inbox import fill_inbox
    from khoagiao_xl.forms.naming import form_name

    register, code = _register(day, period), str(period)
    issued = day.folder / "bieu-mau" / code
    forms = {unit.code: (issued / form_name(unit.code, code)).read_bytes() for unit in register.owing}
    fill_inbox(register, forms, day.folder / "hop-thu-den" / code)


def _print_summary(day: Day) -> None:
    from rich.table import Table

    from khoagiao_xl.doors.terminal_table import print_table

    table = Table(title="Một ngày làm việc", show_lines=True)
    for name in ("Thao tác", "Kỳ", "Kết quả"):
        table.add_column(name, overflow="fold")
    for label, period, outcome in day.lines:
        table.add_row(label, period, outcome.sentence)
    print_table(table, 120)
