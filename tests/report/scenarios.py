"""Six kinds of reports from one office's year, through the real actions: to be read aloud, to be looked at.

`python3 run.py reports FOLDER` makes them on a fresh clone. The cast is the demo's; here it also fails to
answer (a third of the units in March) and has trouble (issues in February, one of them never solved).
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import build_master
from khoagiao_xl.demo import Day, lay_out_guidance
from khoagiao_xl.demo.demo_cast import cast_of
from khoagiao_xl.demo.demo_days import ANSWER, Event, events_in
from khoagiao_xl.demo.units_answer import UNITS
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.files import make_folder
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.year import read_year

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.schema import Table

YEAR: Final = 2024
FIRST_MONTH, HOT_MONTH, THIN_MONTH = (Period(YEAR, Kind.MONTH, month) for month in (1, 2, 3))
QUARTERS: Final = tuple(Period(YEAR, Kind.QUARTER, quarter) for quarter in (1, 2, 3, 4))
HALF, WHOLE = Period(YEAR, Kind.HALF, 1), Period(YEAR, Kind.YEAR, 1)
LIVED: Final = (FIRST_MONTH, HOT_MONTH, THIN_MONTH, *QUARTERS, HALF, WHOLE)
SENT: Final = 60  # of 92 units, in the thin month
WANTED: Final = {
    FIRST_MONTH: "1 tháng đầu năm",
    HOT_MONTH: "2 tháng có vấn đề nổi cộm",
    THIN_MONTH: "3 tháng có 60 đơn vị",
    QUARTERS[0]: "4 quý",
    HALF: "5 sáu tháng",
    WHOLE: "6 năm",
}
# What else the office writes: after the report of which period, which kind, about what.
OTHERS: Final[tuple[tuple[Period, str, dict[str, Any]], ...]] = (
    (FIRST_MONTH, "cong_van", {}),
    (HOT_MONTH, "tin_nhanh", {"issue": "VD001"}),
    (QUARTERS[0], "thong_bao", {}),
    (QUARTERS[0], "chuong_trinh", {}),
    (HALF, "so_ket", {"directive": "49-KL/TW"}),
)
# What a person of the office types into its log of issues: one settled, one that nobody has settled.
TYPED_ISSUES: Final = (
    (date(2024, 2, 6), "SYT", "Xã hội", "Người dân phản ánh thiếu thuốc bảo hiểm y tế tại một số trạm y tế.",
     "Sở Y tế đã điều chuyển, mua bổ sung thuốc.", date(2024, 2, 14)),
    (date(2024, 2, 8), "SGDDT", "Giáo dục", "Dư luận băn khoăn về các khoản thu đầu học kỳ II ở một số trường.",
     "", None),
)  # fmt: skip
NOBODY_SEES_TO: Final = ("37-CT/TW", "38-CT/TW")  # reviews of which no step is done


def make_reports(out: Path) -> list[Path]:
    """Live the year in the folder `out` and return the reports that are to be read."""
    folder = out / "nam"
    make_folder(folder)
    day = Day(folder)
    build_master(day.master, day.profile)
    lay_out_guidance(day.folder, None, day.profile)
    begin = datetime(YEAR, 1, 8, 8)  # noqa: DTZ001  # the office's clock
    day.act("nap_huong_dan", begin)
    day.type_in(day.master, begin.date())
    day.act("kiem_tra_ke_hoach", begin)
    for event in events_in(day.master, LIVED):
        live(day, event)
        if (event.what, event.period) == ("xuat_bao_cao", WHOLE):
            break  # a later intake of the last quarter would take the totals of the year away
    return list(kept(day, out))


def live(day: Day, event: Event) -> None:
    """Let one thing happen; in the thin month nobody answers who is late, and many are silent."""
    if event.what in UNITS:
        if event.period == THIN_MONTH and event.what != ANSWER:
            return
        UNITS[event.what](day, event.period, event.days)
        if event.period == THIN_MONTH:
            silence(day, event.period)
        if event.period == HOT_MONTH and event.what == ANSWER:
            type_rows(day.master, schema.ISSUES, typed_issues())
        return
    if event.period in QUARTERS and event.what == "xuat_bao_cao" and event.period not in WANTED:
        return  # nobody reads it
    if event.what == "xuat_bao_cao":
        day.type_in(day.master, event.moment.date())
        leave_undone(day.master)
    print(f"{event.moment:%d/%m} {event.what} {event.period}", flush=True)  # noqa: T201
    if event.what == "xuat_bao_cao":
        write(day, event, "", {})  # the year is reported of before it is over: the office is sure
        write_others(day, event)
        return
    day.act(event.what, event.moment, event.period)


def write_others(day: Day, event: Event) -> None:
    """Write the documents of other kinds that follow the report of a period."""
    for period, kind, about in OTHERS:
        if period == event.period:
            write(day, event, kind, about)


def write(day: Day, event: Event, kind: str, about: Mapping[str, Any]) -> None:
    out = day.folder / "bao-cao"
    job = Job(event.moment, event.period, out=out, kind=kind, is_sure=True, **about)
    outcome = run_action("xuat_bao_cao", day.master, job)
    print(f"      {kind}: {outcome.sentence}", flush=True)  # noqa: T201


def leave_undone(master: Path) -> None:
    """Let no step of two reviews be done."""
    book = FileBook(master)
    reviews = book.read(schema.REVIEWS.name)
    codes = {row["Mã"] for row in reviews if row["Số, ký hiệu"] in NOBODY_SEES_TO}
    steps = list(book.read(schema.REVIEW_STEPS.name))
    for row in steps:
        if row["Mã cuộc"] in codes:
            row["Trạng thái"] = "chưa làm"
    book.write(schema.REVIEW_STEPS.name, steps)
    book.save()


def silence(day: Day, period: Period) -> None:
    """Take away forms of sound units until 60 are left that can be counted."""
    cast = cast_of(read_year(day.master).obligations(period), period)
    spare = len(cast.sound) + 5 - SENT  # five others send what counts: nothing, twice, lender, by mail, odd
    inbox = day.folder / "hop-thu-den" / str(period)
    for unit in cast.sound[:spare]:
        for path in inbox.glob(f"{unit.code}_*.xlsx"):
            path.unlink()
        for path in inbox.iterdir():
            if unit.name[:40].replace("/", "-") in path.name:
                path.unlink()


def type_rows(master: Path, table: Table, rows: Sequence[Row]) -> None:
    """Add rows as a person types them."""
    book = FileBook(master)
    columns = [column.name for column in table.columns]
    blank: dict[str, Any] = dict.fromkeys(columns)
    typed = [{**blank, **row} for row in rows]
    book.write(table.name, [*book.read(table.name), *typed])
    book.save()


def typed_issues() -> list[Row]:
    rows: list[Row] = []
    for number, (day, unit, field, text, result, closed) in enumerate(TYPED_ISSUES, 1):
        rows.append(
            {
                "Mã": f"VD9{number}",
                "Ngày": day,
                "Mã đơn vị": unit,
                "Lĩnh vực": field,
                "Nội dung": text,
                "Mức": "bức xúc",
                "Nguồn": "dư luận",
                "Kết quả": result,
                "Ngày xong": closed,
            }
        )
    return rows


def kept(day: Day, out: Path) -> Iterator[Path]:
    """Put the reports that are to be read beside each other, under names that say what they are."""
    for period, name in WANTED.items():
        for path in sorted((day.folder / "bao-cao").glob(f"Bao-cao*{period}.docx")):
            target = out / f"{name} ({period}).docx"
            shutil.copyfile(path, target)
            yield target
    for path in sorted((day.folder / "bao-cao").glob("*.docx")):
        if not path.name.startswith("Bao-cao"):
            shutil.copyfile(path, out / path.name)
            yield out / path.name


if __name__ == "__main__":
    for report in make_reports(Path(sys.argv[1]).absolute()):
        print(report)  # noqa: T201
