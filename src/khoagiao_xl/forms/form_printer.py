"""Printing the forms of a period: one template for all units that answer the same lines, stamped for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.forms.canvas import before_token
from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.form_layout import FORM_VERSION, TEMPLATE_ID
from khoagiao_xl.forms.issuing_organ import organ_facts
from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.office.issued_forms import IssuedForm, IssuedForms, template_id
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.records import Review, Unit
    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.settings import Settings
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.rules.rule import Rule

    Templates = dict[tuple[Indicator, ...], "Template"]  # by what is asked


@dataclass(frozen=True)
class Template:
    """A form without its facts. name: what it is known by."""

    name: str
    data: bytes
    stamp: Stamp

    @classmethod
    def of(cls, data: bytes) -> Template:
        """Return a drawn template made ready."""
        name = template_id(data)
        stamp = Stamp(data)
        return cls(name, data, stamp)


def contact_of(settings: Settings) -> str:
    """Return where the office is written to, and called, in brackets; blank where it has set neither."""
    ways = []
    if settings.email:
        ways.append(settings.email)
    if settings.phone:
        told = sentence("TN-176", {"phone": settings.phone})
        ways.append(told)
    listed = ", ".join(ways)
    return f" ({listed})" if listed else ""


def _called(review: Review) -> str:
    """Return what the row of a review is called: «Sơ kết 05 năm 25-CT/TW»."""
    return f"{review.kind} {review.years:02} năm {review.symbol}"


class FormPrinter:
    """Prints the forms of a period, and says what each is printed with."""

    def __init__(self, year: Year, obligations: Obligations) -> None:
        self._year = year
        self._obligations = obligations
        rules = self._rules_of_the_period()
        self._rules = list(rules)
        self._directives = [directive.symbol for directive in year.directives]
        self._reviews = [_called(review) for review in year.reviews]
        self._templates: Templates = {}
        self._template_by_name: dict[str, Template] = {}
        self._facts: dict[Unit, dict[str, str]] = {}  # a form is printed with them, and then they are kept

    def _rules_of_the_period(self) -> Iterator[Rule]:
        kind = self._obligations.period.kind
        for rule in self._year.rules:
            if rule.applies_to(kind):
                yield rule

    @property
    def period(self) -> str:
        """The code of the period."""
        return str(self._obligations.period)

    def form(self, unit: Unit, **otherwise: str) -> bytes:
        """Return the form of a unit as an .xlsx; otherwise: facts that are not those of this master."""
        facts = self.facts(unit)
        template = self._template_by_name[facts[TEMPLATE_ID]]
        told = facts | otherwise
        return template.stamp.form(told)

    def issued(self, units: Iterable[Unit], *, is_redrawn: bool = False) -> IssuedForms:
        """Return what is to be kept of the forms of `units`, so that each can be held against it later."""
        forms = []
        for unit in units:
            facts = self.facts(unit)
            name = facts[TEMPLATE_ID]
            form = IssuedForm(
                facts["form_id"],
                unit.code,
                name,
                facts,
                is_redrawn,
            )
            forms.append(form)
        templates = {template.name: template.data for template in self._templates.values()}
        return IssuedForms(tuple(forms), templates)

    def _template(self, unit: Unit) -> Template:
        asked = self._obligations.asked_of(unit)
        if asked not in self._templates:
            data = draw_template(
                asked,
                self._rules,
                self._directives,
                self._obligations.period.kind,
                self._reviews,
            )
            template = Template.of(data)
            self._templates[asked] = template
            self._template_by_name[template.name] = template
        return self._templates[asked]

    def facts(self, unit: Unit) -> dict[str, str]:
        """Return what the stamp fills in: whose form it is, for when, when it is due, what came before."""
        known = self._facts.get(unit)
        if known is None:
            known = self._facts_of(unit)
            self._facts[unit] = known
        return known

    def _facts_of(self, unit: Unit) -> dict[str, str]:
        settings = self._year.settings
        due = self._obligations.due(unit.code)
        return {
            "unit_name": unit.name,
            "unit_code": unit.code,
            "period": self.period,
            "period_label": self._obligations.period.title,
            "window": self._window,
            "due": sentence("PH-03", {"due": day_text(due)}),
            "form_version": FORM_VERSION,
            "form_id": form_id(settings.master_id, self.period, unit.code),
            "master_id": settings.master_id,
            TEMPLATE_ID: self._template(unit).name,
            "office": settings.staff or settings.body,
            "contact": contact_of(settings),
            **self._organ,
            **self._reported_before(unit),
        }

    @cached_property
    def _window(self) -> str:
        deadline = self._obligations.deadline
        facts = {
            "starts": day_text(deadline.starts),
            "ends": day_text(deadline.ends),
        }
        return sentence("PH-02", facts)

    @cached_property
    def _organ(self) -> dict[str, str]:
        return organ_facts(self._year.settings)

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
