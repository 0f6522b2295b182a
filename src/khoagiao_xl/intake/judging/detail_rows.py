"""The rows of «Việc cụ thể» judged: half filled, held against figures, and what they make needless to ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.form_layout import (
    CONTACT_CELLS,
    DETAIL_LABEL,
    DETAILS,
    contact_key,
    contact_label,
    detail_key,
)
from khoagiao_xl.intake.judging.detail_cells import DetailRow, rows_of
from khoagiao_xl.intake.reading.form_reading import RawCell
from khoagiao_xl.model.detail_lists import Answer, lists_asked, made_by
from khoagiao_xl.model.findings import Finding, Place, asked
from khoagiao_xl.model.records import Entry
from khoagiao_xl.rules.required_documents import Required, codes_requiring, days_in
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.wording.form_sheets import contact_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.detail_lists import DetailColumn, DetailList
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.periods import Kind
    from khoagiao_xl.rules.form import Form

JOINED: Final = "; "


@dataclass(frozen=True)
class Details:
    """What a form says in its lists. lists: those it was asked; is_lost: whether their sheet is gone."""

    kind: Kind
    lists: Sequence[DetailList] = ()
    rows: Sequence[DetailRow] = ()
    findings: Sequence[Finding] = ()
    is_lost: bool = False
    contact: Sequence[Entry] = ()

    @property
    def entries(self) -> list[Entry]:
        """What stands in the rows, cell by cell, with what each row is for; and whom to call back."""
        found = list(self.contact)
        for row in self.rows:
            first, *_ = row.entries.values()
            label = detail_key(row.code, DETAIL_LABEL)
            found.append(replace(first, code=label, value=row.label, raw=row.label))
            found += row.entries.values()
        return found

    def rows_of(self, each: DetailList) -> list[DetailRow]:
        """Return the rows of one list."""
        return [row for row in self.rows if row.of is each]

    @property
    def made(self) -> frozenset[str]:
        """The indicators that the form does not ask, since its rows tell them."""
        return frozenset(made_by(self.lists))


def read_details(reading: FileReading, asked_now: Sequence[Indicator], kind: Kind) -> Details:
    """Return what a form says in its lists; nothing for a form that was issued without any."""
    contact = tuple(_contact(reading))
    lists = lists_asked(kind, asked_now)
    offered = [each for each in lists if _is_offered(reading, each)]
    if not offered:
        issued = [each for each in lists if _is_issued(reading, each)]
        return Details(kind, issued, is_lost=bool(issued), contact=contact)
    findings: list[Finding] = []
    rows: list[DetailRow] = []
    for each in offered:
        rows += rows_of(reading, each, each.codes(kind), findings)
    return Details(kind, offered, rows, findings, contact=contact)


def _contact(reading: FileReading) -> Iterator[Entry]:
    """Yield who stands behind the form, as the cover says it: of each line what it asks, and the answer."""
    said = reading.identity
    for code in CONTACT_CELLS:
        key = contact_key(code)
        cell = reading.details.get(key)
        if cell is None:
            continue
        words = clean(str(cell.value)).text
        entry = Entry(
            said.unit_code,
            said.period,
            key,
            words,
            cell.value,
            cell.sheet,
            cell.cell,
        )
        label = contact_name(code)
        yield replace(entry, code=contact_label(code), value=label, raw=label)
        yield entry


def _is_offered(reading: FileReading, each: DetailList) -> bool:
    return any(key.startswith(each.code) for key in reading.details)


def _is_issued(reading: FileReading, each: DetailList) -> bool:
    return any(code.startswith(each.code) for code in reading.issued_lines)


# -- what the rows make needless to ask -------------------------------------------------------------------


def with_details(entries: Sequence[Entry], details: Details, reading: FileReading) -> list[Entry]:
    """Return the entries of the indicators, with what the rows tell instead of a line, or beside one."""
    needing = set(codes_requiring(Required.EACH))
    found = []
    for entry in entries:
        documents = _documents(details, entry.code)
        if documents and entry.code in needing:
            said = [entry.explanation, *documents]
            explained = JOINED.join(filter(None, said))
            found.append(replace(entry, explanation=explained))
        else:
            found.append(entry)
    known = {entry.code for entry in entries}
    for code, (each, column) in made_by(details.lists).items():
        if code not in known and not details.is_lost:
            found.append(_made(code, each, column, details, reading))
    return found


def _made(code: str, each: DetailList, column: DetailColumn, details: Details, reading: FileReading) -> Entry:
    """Return the entry of an indicator that the rows tell: all that they name, each once."""
    named: dict[str, None] = {}
    for row in details.rows_of(each):
        said = str(row.value(column.column) or "")
        named.update(dict.fromkeys(filter(None, said.split(JOINED))))
    joined = JOINED.join(named) or None
    first, *_ = each.codes(details.kind)
    cell = reading.details.get(detail_key(first, column.column), RawCell(DETAILS))
    said_by = reading.identity
    return Entry(
        said_by.unit_code,
        said_by.period,
        code,
        joined,
        joined,
        cell.sheet,
        cell.cell,
    )


def _documents(details: Details, code: str) -> list[str]:
    """Return the reports that rows name with number and day, of the list that goes with an indicator."""
    found = []
    for row in details.rows:
        symbol, day = row.value("Nội dung việc"), row.value("Ngày")
        if row.of.asked_with == code and symbol and day:
            found.append(f"{symbol}, ngày {day}")
    return found


# -- what is to be said of them ---------------------------------------------------------------------------


def check_details(details: Details, form: Form) -> Iterator[Finding]:
    """Yield what is to be asked of the rows: all of it a question, for a list may be left blank."""
    if details.is_lost:
        yield asked("SL-88", Place(form.file))
    for row in details.rows:
        yield from _of_row(row, form)
    for each in details.lists:
        rows = details.rows_of(each)
        if rows:
            yield from _against_figures(each, rows, details.kind, form)


def _of_row(row: DetailRow, form: Form) -> Iterator[Finding]:
    first, *_ = row.entries.values()
    if form.nothing_to_report and not made_by([row.of]):  # an indicator that is made of rows tells it itself
        value = value_text(first.value or first.raw)
        yield _asked("NB-15", first, row, form, value=value)
    for column in row.of.columns:
        entry = row.entries.get(column.column)
        if entry is None:
            if column.is_required:
                yield _asked("SL-84", first, row, form, title=column.title)
        elif column.answer is Answer.DAY:
            yield from _too_late(entry, row, form)
        elif column.at_most:
            yield from _too_many(entry, column, row, form)


def _too_late(entry: Entry, row: DetailRow, form: Form) -> Iterator[Finding]:
    said = str(entry.value or "")
    ends = form.ends
    for day in days_in(said):
        if day > ends or day.year < ends.year - 1:
            shown, end = day_text(day), day_text(ends)
            yield _asked("SL-82", entry, row, form, day=shown, end=end)


def _too_many(entry: Entry, column: DetailColumn, row: DetailRow, form: Form) -> Iterator[Finding]:
    most = row.value(column.at_most)
    figure = row.number(column.column)
    if isinstance(most, int) and figure > most:
        facts = {"title": column.title, "value": figure, "most": most}
        yield _asked("SL-87", entry, row, form, **facts)


def _against_figures(
    each: DetailList, rows: Sequence[DetailRow], kind: Kind, form: Form
) -> Iterator[Finding]:
    """Hold the rows against the figures; where every row is taken there may be more than fit."""
    count, most = len(rows), len(each.codes(kind))
    is_full = count == most
    codes = each.counted.split("+")
    counted = _sum(form, codes)
    if _differs(counted, count, is_full=is_full):
        facts = {"value": counted, "count": count, "heading": DETAILS}
        yield form.asks("SL-85", codes[0], **facts)
        return
    for column in each.columns:
        total = _sum(form, [column.total])
        added = _added(rows, column)
        if added is not None and _differs(total, added, is_full=is_full):
            facts = {"value": total, "sum": added, "heading": DETAILS}
            yield form.asks("SL-86", column.total, **facts)


def _added(rows: Sequence[DetailRow], column: DetailColumn) -> float | int | None:
    """Return what the rows add up to in a column, None where one of them is blank there."""
    values = [row.value(column.column) for row in rows]
    if None in values:
        return None
    return sum(row.number(column.column) for row in rows)


def _differs(figure: float | None, told: float, *, is_full: bool) -> bool:
    if figure is None:
        return False
    if is_full:
        return figure < told
    return figure != told


def _sum(form: Form, codes: Sequence[str]) -> float | int | None:
    """Return the sum of figures, None where one of them is not there."""
    added: float | int = 0
    for code in codes:
        figure = form.number(code)
        if figure is None:
            return None
        added += figure
    return added


def _asked(code: str, entry: Entry, row: DetailRow, form: Form, **facts: object) -> Finding:
    place = Place(form.file, entry.sheet, entry.cell)
    return asked(code, place, about=row.code, **facts)
