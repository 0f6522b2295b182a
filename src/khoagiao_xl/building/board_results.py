"""The results of the dashboard's formulas, cell by cell, for whoever computes none of them.

What follows from a formula that asks for the day is computed anew by every program that computes at all.
"""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

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
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Total

PICKED: Final = f"B{board.VALUES}"  # where the period is chosen
Cell = tuple[int, int, "Result"]  # Excel row, column counted from 0, what stands there
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
    for part in (_head, _period, _strip, _chips, _tiles, _figures, _upcoming, _journal, _plan, _open):
        for row, column, result in part(facts):
            found[xl_rowcol_to_cell(row - 1, column)] = result
    return found


# -- the head ---------------------------------------------------------------------------------------------


def _head(facts: PeriodFacts) -> Iterator[Cell]:
    texts = {row["key"]: row["value"] for row in facts.year.rows(schema.SETTINGS)}
    yield board.TITLE, LEFT, f"SỔ KHOA GIÁO NĂM {texts['nam']}"
    yield board.OFFICE, LEFT, f"{texts['ban_tham_muu']}  ·  {texts['co_quan']}"


def _period(facts: PeriodFacts) -> Iterator[Cell]:
    yield board.VALUES, LEFT, facts.period
    yield board.SUBS, LEFT, name_of(facts.period)
    line = facts.deadline
    days = (line.starts, line.ends, line.unit_due, line.report_due, line.closes) if line else ()
    words = ("Số liệu từ ", " đến ", "   ·   Hạn đơn vị ", "   ·   Hạn báo cáo ", "   ·   Khóa số ")
    told = [f"{word}{day_in_words(day)}" for word, day in zip(words, days, strict=False)]
    yield board.DAYS, LEFT, "".join(told)
    for tile, (value, below) in zip(head_tiles.TILES_OF_HEAD, _told_of_head(facts), strict=True):
        yield board.VALUES, tile.columns[0], value
        yield board.SUBS, tile.columns[0], below


def _told_of_head(facts: PeriodFacts) -> Iterator[tuple[Result, str]]:
    still = facts.owing - facts.reported
    returned, unusable = facts.counts[State.RETURNED], facts.counts[State.UNUSABLE]
    share = one_decimal(100 * facts.on_time / max(1, facts.owing))
    yield (
        f"{facts.reported}/{facts.owing}",
        "đủ các đơn vị" if still <= 0 else f"còn {still} đơn vị chưa có số",
    )
    yield f"{facts.on_time}/{facts.owing}", f"{share}% số đơn vị phải nộp"
    yield returned + unusable, f"{returned} trả lại, {unusable} chưa dùng được"
    yield _days_left(facts)


def _days_left(facts: PeriodFacts) -> tuple[str, str]:
    line = facts.deadline
    if line is None:
        return "", ""
    if facts.year.closing_of(facts.period):
        return "đã chốt", f"hạn đơn vị {day_in_words(line.unit_due)}"
    days = (line.unit_due - facts.today).days
    below = f"hạn đơn vị {day_in_words(line.unit_due)}"
    if days >= 0:
        return f"còn {days} ngày" if days else "hôm nay", below
    if line.closes < facts.today:
        return f"đã khóa {day_in_words(line.closes)}", below
    return f"quá hạn {-days} ngày", below


# -- the year and the units -------------------------------------------------------------------------------


def _strip(facts: PeriodFacts) -> Iterator[Cell]:
    deadlines = list(facts.year.deadlines.values())[: board.ACROSS]
    for column, line in zip_longest(range(LEFT, board.RIGHT + 1), deadlines):
        if line is None:
            yield from ((row, column, "") for row in _STRIP_ROWS)
            continue
        own = PeriodFacts(facts.year, line.period, facts.today)
        due = f"hạn {line.unit_due.day}/{line.unit_due.month}"
        yield board.STRIP_LABELS, column, short_of(line.period)
        yield board.STRIP_SHARES, column, own.on_time / max(1, own.owing) if own.is_taken else ""
        yield board.STRIP_COUNTS, column, f"{own.on_time}/{own.owing}" if own.is_taken else due


_STRIP_ROWS: Final = (board.STRIP_LABELS, board.STRIP_SHARES, board.STRIP_COUNTS)


def _chips(facts: PeriodFacts) -> Iterator[Cell]:
    for state, column in zip(WORST_FIRST, tiles.chip_columns(), strict=True):
        yield board.CHIPS, column, facts.missing if state is State.MISSING else facts.counts[state]


def _tiles(facts: PeriodFacts) -> Iterator[Cell]:
    listed = len(facts.standings)
    partly = f" (hiện {tiles.SHOWN} trong {listed})" if listed > tiles.SHOWN else ""
    title = f"{name_of(facts.period)}: {facts.owing} đơn vị phải nộp, đơn vị còn nợ đứng trước{partly}"
    yield board.STATUS, LEFT, title
    for place, line in zip_longest(range(tiles.SHOWN), facts.standings[: tiles.SHOWN]):
        row, column = tiles.cell_of(place)
        yield row, column + HIDDEN, line.number if line else 0
        yield row, column + HIDDEN + 1, str(line.state) if line else ""
        yield row, column, tiles.shown_of(line.unit) if line else ""


# -- figures ----------------------------------------------------------------------------------------------


def _figures(facts: PeriodFacts) -> Iterator[Cell]:
    totals = {total.code: total for total in facts.year.totals if total.period == facts.period}
    rows = {
        line.text("code"): line.row
        for line in facts.year.page(schema.TOTALS).lines
        if line.text("period") == facts.period
    }
    indicators = {item.code: item for item in facts.year.indicators}
    texts = {row["key"]: row["value"] for row in facts.year.rows(schema.SETTINGS)}
    codes = [code.strip() for code in texts.get(key_figures.SETTING, "").split(";")]
    for number in range(LIST_LINES):
        code = codes[number] if number < len(codes) else ""
        cells = _figure(totals.get(code), indicators.get(code), float(texts["nguong_so_sanh"] or 0))
        none_yet = "Kỳ này chưa tổng hợp." if not number and not totals else ""
        row = board.LISTS_AT + 1 + number
        yield row, LEFT + HIDDEN, rows.get(code, 0)
        yield row, LEFT, cells[0] or none_yet
        for column, result in zip(key_figures.COLUMNS, cells[1:], strict=True):
            yield row, column, result


def _figure(total: Total | None, item: Indicator | None, threshold: float) -> Sequence[Result]:
    if total is None:
        return "", "", "", ""
    label = (item.short or item.label) if item else total.code
    value = "" if total.value is None else total.value
    return f"{label} ({total.code})", value, total.unit_of_measure, _change(total, threshold)


def _change(total: Total, threshold: float) -> str:
    then, now = total.previous_then, total.previous_now
    if now is None or not then or then <= 0 or total.previous_both * 100 < threshold * total.owing:
        return ""
    both = f"\n{total.previous_both} đơn vị cùng báo"
    if now == then:
        return f"không đổi{both}"
    arrow = "▲ " if now > then else "▼ "
    if total.unit_of_measure == "%":
        return f"{arrow}{one_decimal(abs(now - then))} điểm %{both}"
    share = one_decimal(abs(now - then) / then * 100)
    told = key_figures.LEAST if share == "0" else f"{share}%"
    return f"{arrow}{told}{both}"


# -- lists ------------------------------------------------------------------------------------------------


def _upcoming(facts: PeriodFacts) -> Iterator[Cell]:
    lines = [row for row in facts.year.rows(schema.CALENDAR) if row["day"] and row["day"] >= facts.today]
    for number in range(LIST_LINES):
        row = board.LISTS_AT + 1 + number
        if number < len(lines):
            line = lines[number]
            days = (line["day"] - facts.today).days
            yield row, MIDDLE, _serial(line["day"])
            yield row, MIDDLE + 1, f"còn {days} ngày" if days else "hôm nay"
            yield row, MIDDLE + 3, f"{line['kind']}: {line['text']}"
        else:
            yield from ((row, column, "") for column in (MIDDLE, MIDDLE + 1))
            yield row, MIDDLE + 3, "" if number else panels.PANELS[0].when_empty


def _journal(facts: PeriodFacts) -> Iterator[Cell]:
    lines = facts.year.rows(schema.JOURNAL)[:LIST_LINES]
    for number, line in zip_longest(range(LIST_LINES), lines):
        row = board.FOOT + 1 + number
        yield row, MIDDLE, _serial(line["moment"]) if line else ""
        yield row, MIDDLE + 2, _done(line) if line else "" if number else panels.PANELS[1].when_empty


def _done(line: Mapping[str, object]) -> str:
    text = f"{line['action']} {line['period']}: {line['result']}"
    return f"{text[: panels.LONGEST]}…" if len(text) > panels.LONGEST else text


def _serial(moment: date) -> float | int:
    """Return a day, or a moment, as Excel counts it."""
    if isinstance(moment, datetime):
        span = moment - _DAY_ZERO
        return span.days + span.seconds / 86_400
    return (moment - _DAY_ZERO.date()).days


def _plan(facts: PeriodFacts) -> Iterator[Cell]:
    statuses = [row["status"] for row in facts.year.rows(schema.TASKS)]
    for row, status in enumerate(schema.WORK_STATUSES, board.FOOT + 1):
        yield row, state_counts.COUNTS, statuses.count(status)


def _open(facts: PeriodFacts) -> Iterator[Cell]:
    findings = facts.year.rows(schema.FINDINGS)
    own = [line for line in findings if line["period"] == facts.period]
    tasks = facts.year.rows(schema.TASKS)
    late = [row for row in tasks if row["due"] and row["due"] < facts.today]
    counts = (
        sum(line["severity"] == Severity.ERROR and bool(line["cell"] and line["file"]) for line in own),
        sum(line["severity"] == Severity.QUESTION for line in own),
        sum(line["severity"] == Severity.ERROR and not line["file"] for line in findings),
        sum(bool(row["day"]) and not row["closed_on"] for row in facts.year.rows(schema.ISSUES)),
        sum(row["status"] not in {"xong", schema.DROPPED} for row in late),
    )
    for row, count in enumerate(counts, board.FOOT + 1):
        yield row, state_counts.OPEN_COUNTS, count
