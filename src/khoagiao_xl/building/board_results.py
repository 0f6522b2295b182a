"""The results of the dashboard's formulas, cell by cell, for whoever computes none of them.

What follows from a formula that asks for the day is computed anew by every program that computes at all.
"""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building import board, head_tiles, key_figures, panels, state_counts, tiles
from khoagiao_xl.building.board import HIDDEN, LEFT, LIST_LINES, MIDDLE
from khoagiao_xl.building.named_periods import name_of, short_of
from khoagiao_xl.building.period_facts import PeriodFacts, day_in_words, one_decimal
from khoagiao_xl.building.unit_standings import WORST_FIRST
from khoagiao_xl.errors import KhoaGiaoError
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import State
from khoagiao_xl.office.period_in_hand import period_in_hand
from khoagiao_xl.office.year import Year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.books.package.stored_results import Result
    from khoagiao_xl.building.period_facts import UnitStanding
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Deadline, Total

PICKED: Final = f"B{board.VALUES}"  # where the period is chosen
Cell = tuple[int, int, "Result"]  # Excel row, column counted from 0, what stands there
_DAYS_OF_THE_PERIOD: Final = {
    "Số liệu từ ": "starts",
    " đến ": "ends",
    "   ·   Hạn đơn vị ": "unit_due",
    "   ·   Hạn báo cáo ": "report_due",
    "   ·   Khóa số ": "closes",
}
_SETTLED: Final = frozenset({"xong", schema.DROPPED})  # tasks of which nothing is to be done
_DAY_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001  # Excel's


def store_dashboard(master: Path, today: date) -> None:
    """Store the dashboard of a master that was just made; raise CannotWrite."""
    book = FileBook(master)
    keep_results(book, today)
    book.save()


def keep_results(book: FileBook, today: date) -> None:
    """Let the file store the dashboard of what will stand in it, as it is on `today`.

    Where a table cannot be understood nothing is stored: the sheet says so when it is computed.
    """
    with contextlib.suppress(KhoaGiaoError):
        year = Year.read(book)
        chosen = book.typed(schema.DASHBOARD, PICKED)
        period = chosen or period_in_hand(year, today)
        book.keep_results(schema.DASHBOARD, results_of(year, period, today))


def results_of(year: Year, period: str, today: date) -> dict[str, Result]:
    """Return address -> result of the dashboard's formulas, with `period` chosen, on `today`.

    Raise WrongRequest where a table cannot be understood.
    """
    facts = PeriodFacts(year, period, today)
    found = {}
    for part in _PARTS:
        for row, column, result in part(facts):
            address = xl_rowcol_to_cell(row - 1, column)
            found[address] = result
    return found


# -- the head ---------------------------------------------------------------------------------------------


def _head(facts: PeriodFacts) -> Iterator[Cell]:
    texts = _settings(facts)
    year = texts["nam"]
    staff = texts["ban_tham_muu"]
    body = texts["co_quan"]
    yield board.TITLE, LEFT, f"SỔ KHOA GIÁO NĂM {year}"
    yield board.OFFICE, LEFT, f"{staff}  ·  {body}"


def _settings(facts: PeriodFacts) -> Mapping[str, str]:
    rows = facts.year.rows(schema.SETTINGS)
    return {row["key"]: row["value"] for row in rows}


def _period(facts: PeriodFacts) -> Iterator[Cell]:
    yield board.VALUES, LEFT, facts.period
    name = name_of(facts.period)
    yield board.SUBS, LEFT, name
    yield board.DAYS, LEFT, _days_told(facts)
    told = _told_of_head(facts)
    for tile, (value, below) in zip(head_tiles.TILES_OF_HEAD, told, strict=True):
        column, _ = tile.columns
        yield board.VALUES, column, value
        yield board.SUBS, column, below


def _days_told(facts: PeriodFacts) -> str:
    line = facts.deadline
    if line is None:
        return ""
    told = []
    for word, field in _DAYS_OF_THE_PERIOD.items():
        day = day_in_words(getattr(line, field))
        told.append(f"{word}{day}")
    return "".join(told)


def _told_of_head(facts: PeriodFacts) -> Iterator[tuple[Result, str]]:
    owing = facts.owing
    on_time = facts.on_time
    still = owing - facts.reported
    below = f"còn {still} đơn vị chưa có số"
    if still <= 0:
        below = "đủ các đơn vị"
    yield f"{facts.reported}/{owing}", below
    most = max(1, owing)
    share = one_decimal(100 * on_time / most)
    yield f"{on_time}/{owing}", f"{share}% số đơn vị phải nộp"
    returned = facts.counts[State.RETURNED]
    unusable = facts.counts[State.UNUSABLE]
    yield returned + unusable, f"{returned} trả lại, {unusable} chưa dùng được"
    yield _days_left(facts)


def _days_left(facts: PeriodFacts) -> tuple[str, str]:
    line = facts.deadline
    if line is None:
        return "", ""
    due = day_in_words(line.unit_due)
    below = f"hạn đơn vị {due}"
    if facts.year.closing_of(facts.period):
        return "đã chốt", below
    return _time_left(line, facts.today), below


def _time_left(line: Deadline, today: date) -> str:
    span = line.unit_due - today
    days = span.days
    if days >= 0:
        return _in_days(days)
    if line.closes < today:
        closed = day_in_words(line.closes)
        return f"đã khóa {closed}"
    return f"quá hạn {-days} ngày"


def _in_days(days: int) -> str:
    return f"còn {days} ngày" if days else "hôm nay"


# -- the year and the units -------------------------------------------------------------------------------


def _strip(facts: PeriodFacts) -> Iterator[Cell]:
    every = list(facts.year.deadlines.values())
    shown = every[: board.ACROSS]
    columns = range(LEFT, board.RIGHT + 1)
    for column, line in zip_longest(columns, shown):
        told = ("", "", "") if line is None else _told_of_period(facts, line)
        for row, result in zip(_STRIP_ROWS, told, strict=True):
            yield row, column, result


def _told_of_period(facts: PeriodFacts, line: Deadline) -> tuple[Result, ...]:
    """Return name, share on time, and how many those are of how many."""
    own = PeriodFacts(facts.year, line.period, facts.today)
    label = short_of(line.period)
    if not own.is_taken:
        due = line.unit_due
        return label, "", f"hạn {due.day}/{due.month}"
    most = max(1, own.owing)
    share = own.on_time / most
    return label, share, f"{own.on_time}/{own.owing}"


_STRIP_ROWS: Final = (board.STRIP_LABELS, board.STRIP_SHARES, board.STRIP_COUNTS)


def _chips(facts: PeriodFacts) -> Iterator[Cell]:
    counts = {**facts.counts, State.MISSING: facts.missing}
    columns = tiles.chip_columns()
    for state, column in zip(WORST_FIRST, columns, strict=True):
        count = counts.get(state, 0)
        yield board.CHIPS, column, count


def _tiles(facts: PeriodFacts) -> Iterator[Cell]:
    listed = len(facts.standings)
    partly = ""
    if listed > tiles.SHOWN:
        partly = f" (hiện {tiles.SHOWN} trong {listed})"
    name = name_of(facts.period)
    title = f"{name}: {facts.owing} đơn vị phải nộp, đơn vị còn nợ đứng trước{partly}"
    yield board.STATUS, LEFT, title
    places = range(tiles.SHOWN)
    shown = facts.standings[: tiles.SHOWN]
    for place, line in zip_longest(places, shown):
        row, column = tiles.cell_of(place)
        behind = column + HIDDEN
        number, state, told = _told_of_unit(line)
        yield row, behind, number
        yield row, behind + 1, state
        yield row, column, told


def _told_of_unit(line: UnitStanding | None) -> tuple[int, str, str]:
    """Return its row of the list, its state, and its name; blanks where there is none."""
    if line is None:
        return 0, "", ""
    name = tiles.shown_of(line.unit)
    return line.number, str(line.state), name


# -- figures ----------------------------------------------------------------------------------------------


def _figures(facts: PeriodFacts) -> Iterator[Cell]:
    year = facts.year
    totals = {total.code: total for total in year.totals if total.period == facts.period}
    indicators = {item.code: item for item in year.indicators}
    rows = _rows_of_totals(facts)
    texts = _settings(facts)
    threshold = float(texts["nguong_so_sanh"] or 0)
    listed = texts.get(key_figures.SETTING, "")
    codes = [code.strip() for code in listed.split(";")]
    places = range(LIST_LINES)
    for number, code in zip_longest(places, codes[:LIST_LINES], fillvalue=""):
        total = totals.get(code)
        label, *others = _figure(total, indicators.get(code), threshold)
        row = board.LISTS_AT + 1 + int(number)
        if not number and not totals:
            label = "Kỳ này chưa tổng hợp."
        yield row, LEFT + HIDDEN, rows.get(code, 0)
        yield row, LEFT, label
        for column, result in zip(key_figures.COLUMNS, others, strict=True):
            yield row, column, result


def _rows_of_totals(facts: PeriodFacts) -> Mapping[str, int]:
    """Return indicator -> the row of tblTongHop that has its total of the period."""
    page = facts.year.page(schema.TOTALS)
    rows = {}
    for line in page.lines:
        if line.text("period") == facts.period:
            code = line.text("code")
            rows[code] = line.row
    return rows


def _figure(total: Total | None, item: Indicator | None, threshold: float) -> Sequence[Result]:
    if total is None:
        return "", "", "", ""
    code = total.code
    label = code
    if item:
        label = item.short or item.label
    value: Result = "" if total.value is None else total.value
    change = _change(total, threshold)
    return f"{label} ({code})", value, total.unit_of_measure, change


def _change(total: Total, threshold: float) -> str:
    then = total.previous_then
    now = total.previous_now
    if now is None or not then or then <= 0:
        return ""
    units = total.previous_both
    if units * 100 < threshold * total.owing:
        return ""
    both = f"\n{units} đơn vị cùng báo"
    if now == then:
        return f"không đổi{both}"
    arrow = "▲ " if now > then else "▼ "
    apart = abs(now - then)
    if total.unit_of_measure == "%":
        points = one_decimal(apart)
        return f"{arrow}{points} điểm %{both}"
    share = one_decimal(apart / then * 100)
    told = key_figures.LEAST if share == "0" else f"{share}%"
    return f"{arrow}{told}{both}"


# -- lists ------------------------------------------------------------------------------------------------


def _upcoming(facts: PeriodFacts) -> Iterator[Cell]:
    calendar = facts.year.rows(schema.CALENDAR)
    lines = [row for row in calendar if row["day"] and row["day"] >= facts.today]
    panel, _ = panels.PANELS
    for number in range(LIST_LINES):
        row = board.LISTS_AT + 1 + number
        told: tuple[Result, ...] = ("", "", "")
        if number < len(lines):
            told = _told_of_duty(lines[number], facts.today)
        elif not number:
            told = ("", "", panel.when_empty)
        columns = (MIDDLE, MIDDLE + 1, MIDDLE + 3)
        for column, result in zip(columns, told, strict=True):
            yield row, column, result


def _told_of_duty(line: Mapping[str, Any], today: date) -> tuple[Result, ...]:
    day = line["day"]
    span = day - today
    left = _in_days(span.days)
    kind = line["kind"]
    text = line["text"]
    return _serial(day), left, f"{kind}: {text}"


def _journal(facts: PeriodFacts) -> Iterator[Cell]:
    lines = facts.year.rows(schema.JOURNAL)[:LIST_LINES]
    _, panel = panels.PANELS
    for number in range(LIST_LINES):
        row = board.FOOT + 1 + number
        when: Result = ""
        told = "" if number else panel.when_empty
        if number < len(lines):
            line = lines[number]
            when = _serial(line["moment"])
            told = _done(line)
        yield row, MIDDLE, when
        yield row, MIDDLE + 2, told


def _done(line: Mapping[str, object]) -> str:
    action = line["action"]
    period = line["period"]
    result = line["result"]
    text = f"{action} {period}: {result}"
    if len(text) <= panels.LONGEST:
        return text
    short = text[: panels.LONGEST]
    return f"{short}…"


def _serial(moment: date) -> float | int:
    """Return a day, or a moment, as Excel counts it."""
    if isinstance(moment, datetime):
        span = moment - _DAY_ZERO
        return span.days + span.seconds / 86_400
    return (moment - _DAY_ZERO.date()).days


def _plan(facts: PeriodFacts) -> Iterator[Cell]:
    tasks = facts.year.rows(schema.TASKS)
    statuses = [row["status"] for row in tasks]
    for row, status in enumerate(schema.WORK_STATUSES, board.FOOT + 1):
        count = statuses.count(status)
        yield row, state_counts.COUNTS, count


def _open(facts: PeriodFacts) -> Iterator[Cell]:
    year = facts.year
    findings = year.rows(schema.FINDINGS)
    errors = [line for line in findings if line["severity"] == Severity.ERROR]
    questions = [line for line in findings if line["severity"] == Severity.QUESTION]
    of_the_master = [line for line in errors if not line["file"]]
    counts = (
        sum(line["period"] == facts.period and _is_in_a_cell(line) for line in errors),
        sum(line["period"] == facts.period for line in questions),
        len(of_the_master),
        sum(map(_is_open, year.rows(schema.ISSUES))),
        sum(_is_overdue(row, facts.today) for row in year.rows(schema.TASKS)),
    )
    for row, count in enumerate(counts, board.FOOT + 1):
        yield row, state_counts.OPEN_COUNTS, count


def _is_in_a_cell(line: Mapping[str, Any]) -> bool:
    return bool(line["cell"] and line["file"])


def _is_open(issue: Mapping[str, Any]) -> bool:
    return bool(issue["day"]) and not issue["closed_on"]


def _is_overdue(task: Mapping[str, Any], today: date) -> bool:
    due = task["due"]
    if not due or due >= today:
        return False
    return task["status"] not in _SETTLED


# The parts of the dashboard, from the top down.
_PARTS: Final = (
    _head, _period, _strip, _chips, _tiles, _figures, _upcoming, _journal, _plan, _open,
)  # fmt: skip
