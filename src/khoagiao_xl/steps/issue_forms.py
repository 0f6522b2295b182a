"""Issue the forms of a period: one workbook for each unit that owes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.canvas import before_token
from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.form_layout import FORM_VERSION
from khoagiao_xl.forms.naming import form_id, form_name
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED, Directive, Duty
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import tables
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.year import Year
from khoagiao_xl.vietnamese.numbers import format_number
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.settings import Settings


def run(book: Book, job: Job) -> Outcome:
    """Write the forms of `job.period` into the folder `job.out` and change no table."""
    register = Year.read(book).obligations(job.asked_period)
    settings = tables.read_settings(book)
    owing = [unit for unit in register.owing if not register.waivers.is_released(unit.code)]
    if not owing:
        raise WrongRequest("HS-02", code=register.period)
    stamps, before = _Stamps(book, register), _reported_before(book, register)
    folder = job.out or book.path.parent
    paths, older = [], 0
    for done, unit in enumerate(owing, 1):
        path = folder / form_name(unit.code, str(register.period))
        known = facts(unit, register, settings) | before.get(unit.code, {})
        older += files.write_beside_older(path, stamps.of(unit).form(known), job.now)
        paths.append(path)
        job.progress("Phát hành biểu mẫu", done, len(owing))
    counts = {"units": len(register.owing), "forms": len(paths)}
    text = sentence("PH-OK", {"count": len(paths), "period": register.period.label, "folder": folder.name})
    told = (sentence("TEP-12", {"count": older, "folder": files.OLDER}),) if older else ()
    return Outcome(text, counts=counts, paths=(folder, *paths), details=told)


def _reported_before(book: Book, register: Obligations) -> dict[str, dict[str, str]]:
    """Return, by unit, what each line shows as reported in the period before; nothing for one unreported."""
    period = str(register.period.previous)
    duties = tables.read(book, schema.DUTIES, Duty)
    reported = {duty.unit for duty in duties if duty.period == period and duty.state in REPORTED}
    return {
        row["unit"]: {before_token(item.code): _shown(row.get(item.code)) for item in register.indicators}
        for row in tables.read_rows(book, schema.figures_table(register.indicators))
        if row["period"] == period and row["unit"] in reported
    }


def _shown(value: object) -> str:
    return format_number(value) if isinstance(value, int | float) else str(value or "")


def facts(unit: Unit, register: Obligations, settings: Settings) -> dict[str, str]:
    """Return what the stamp fills in for one unit."""
    line = register.deadline
    contact = settings.email
    return {
        "unit_name": unit.name,
        "unit_code": unit.code,
        "period": str(register.period),
        "period_label": register.period.title,
        "window": f"từ {day(line.starts)} đến hết {day(line.ends)}",
        "due": f"chậm nhất ngày {day(register.due(unit.code))}",
        "form_version": FORM_VERSION,
        "form_id": form_id(settings.master_id, str(register.period), unit.code),
        "master_id": settings.master_id,
        "office": settings.staff or settings.body,
        "contact": f" ({contact})" if contact else "",
    }


def day(value: date) -> str:
    """Return a date as the office writes it: 18/01/2024."""
    return f"{value:%d/%m/%Y}"


class _Stamps:
    """One stamp for each set of indicators: units that answer the same lines share a template."""

    def __init__(self, book: Book, register: Obligations) -> None:
        kind = register.period.kind
        self._rules = [rule for rule in Year.read(book).rules if rule.applies_to(kind)]
        self._directives = [line.symbol for line in tables.read_kept(book, schema.DIRECTIVES, Directive)]
        self._register = register
        self._made: dict[tuple[str, ...], Stamp] = {}

    def of(self, unit: Unit) -> Stamp:
        """Return the stamp of the unit's indicators, drawing its template when first asked."""
        asked = self._register.asked_of(unit)
        key = tuple(item.code for item in asked)
        if key not in self._made:
            self._made[key] = Stamp(draw_template(asked, self._rules, self._directives))
        return self._made[key]
