"""Issue the forms of a period: one workbook for each unit that owes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms.canvas import before_token
from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.form_layout import FORM_VERSION
from khoagiao_xl.forms.naming import form_id, form_name
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.year import Year
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.rules.rule import Rule

    Stamps = dict[tuple[Indicator, ...], Stamp]  # by what is asked


def work(year: Year, job: Job) -> Changes:
    """Return the forms of `job.period` as files in the folder `job.out`; no table changes.

    Raise WrongRequest (HS-02) when every unit is released.
    """
    obligations = year.obligations(job.asked_period)
    units = list(_units_with_a_form(obligations))
    if not units:
        raise WrongRequest("HS-02", code=obligations.period)
    folder = job.out or year.path.parent
    printer = FormPrinter(year, obligations)
    forms = tuple(_forms(printer, units, folder))
    outcome = _outcome(obligations, forms, folder)
    return Changes(
        outcome,
        files=forms,
        progress=sentence("PH-01", {}),
    )


def _units_with_a_form(obligations: Obligations) -> Iterator[Unit]:
    waivers = obligations.waivers
    for unit in obligations.owing:
        if not waivers.is_released(unit.code):
            yield unit


def _forms(printer: FormPrinter, units: Iterable[Unit], folder: Path) -> Iterator[NewFile]:
    """Yield the form of each unit; it is printed when it is written, so that no two lie in memory."""
    for unit in units:
        name = form_name(unit.code, printer.period)
        content = partial(printer.form, unit)
        yield NewFile(folder / name, content)


def _outcome(obligations: Obligations, forms: Sequence[NewFile], folder: Path) -> Outcome:
    facts = {
        "count": len(forms),
        "period": obligations.period.label,
        "folder": folder.name,
    }
    counts = {
        "units": len(obligations.owing),
        "forms": len(forms),
    }
    paths = [form.path for form in forms]
    return Outcome(
        sentence("PH-OK", facts),
        counts=counts,
        paths=(folder, *paths),
    )


class FormPrinter:
    """Prints the forms of a period; units that answer the same lines share a template."""

    def __init__(self, year: Year, obligations: Obligations) -> None:
        self._year = year
        self._obligations = obligations
        self._rules = list(self._rules_of_the_period())
        self._directives = [directive.symbol for directive in year.directives]
        self._stamps: Stamps = {}

    def _rules_of_the_period(self) -> Iterator[Rule]:
        kind = self._obligations.period.kind
        for rule in self._year.rules:
            if rule.applies_to(kind):
                yield rule

    @property
    def period(self) -> str:
        """The code of the period."""
        return str(self._obligations.period)

    def form(self, unit: Unit) -> bytes:
        """Return the form of a unit as an .xlsx."""
        asked = self._obligations.asked_of(unit)
        stamp = self._stamp(asked)
        facts = self._facts(unit)
        before = self._reported_before(unit)
        return stamp.form({**facts, **before})

    def _stamp(self, asked: tuple[Indicator, ...]) -> Stamp:
        if asked not in self._stamps:
            template = draw_template(asked, self._rules, self._directives)
            self._stamps[asked] = Stamp(template)
        return self._stamps[asked]

    def _facts(self, unit: Unit) -> Mapping[str, str]:
        """Return what the stamp fills in: whose form it is, for when, and when it is due."""
        settings = self._year.settings
        due = self._obligations.due(unit.code)
        return {
            "unit_name": unit.name,
            "unit_code": unit.code,
            "period": self.period,
            "period_label": self._obligations.period.title,
            "window": self._window(),
            "due": sentence("PH-03", {"due": day_text(due)}),
            "form_version": FORM_VERSION,
            "form_id": form_id(settings.master_id, self.period, unit.code),
            "master_id": settings.master_id,
            "office": settings.staff or settings.body,
            "contact": f" ({settings.email})" if settings.email else "",
        }

    def _window(self) -> str:
        deadline = self._obligations.deadline
        facts = {
            "starts": day_text(deadline.starts),
            "ends": day_text(deadline.ends),
        }
        return sentence("PH-02", facts)

    def _reported_before(self, unit: Unit) -> Mapping[str, str]:
        """Return what each line shows as reported in the period before; nothing for one unreported."""
        previous = str(self._obligations.period.previous)
        reported = self._year.reported
        answers = reported.get((previous, unit.code), {})
        shown = {}
        for code, answer in answers.items():
            name = before_token(code)
            shown[name] = value_text(answer)
        return shown
