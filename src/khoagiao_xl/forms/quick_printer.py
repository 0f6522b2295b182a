"""Printing the quick forms: one for each unit, for the whole year."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms.canvas import TOKENS
from khoagiao_xl.forms.form_layout import TEMPLATE_ID
from khoagiao_xl.forms.form_printer import Template, contact_of
from khoagiao_xl.forms.naming import form_id
from khoagiao_xl.forms.quick_form import draw_quick_template
from khoagiao_xl.forms.quick_layout import QUICK_VERSION
from khoagiao_xl.model.hot_issues import QUICK
from khoagiao_xl.office.issued_forms import IssuedForm, IssuedForms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.settings import Settings

NOTHING: Final = dict.fromkeys(TOKENS, "")  # of what only a period's form tells


class QuickPrinter:
    """Prints quick forms, and says what each is printed with."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _template(self) -> Template:
        return Template.of(draw_quick_template())

    def form(self, unit: Unit) -> bytes:
        """Return the quick form of a unit as an .xlsx."""
        facts = self.facts(unit)
        stamp = self._template.stamp
        return stamp.form(facts)

    def issued(self, units: Iterable[Unit]) -> IssuedForms:
        """Return what is to be kept of these forms, so that each can be held against it later."""
        template = self._template
        forms = []
        for unit in units:
            facts = self.facts(unit)
            form = IssuedForm(
                facts["form_id"],
                unit.code,
                template.name,
                facts,
            )
            forms.append(form)
        templates = {template.name: template.data}
        return IssuedForms(tuple(forms), templates)

    def facts(self, unit: Unit) -> dict[str, str]:
        """Return what the stamp fills in: whose form it is, and where it goes."""
        settings = self._settings
        return {
            **NOTHING,
            "unit_name": unit.name,
            "unit_code": unit.code,
            "period": QUICK,
            "form_version": QUICK_VERSION,
            "form_id": form_id(settings.master_id, QUICK, unit.code, QUICK_VERSION),
            "master_id": settings.master_id,
            TEMPLATE_ID: self._template.name,
            "office": settings.staff or settings.body,
            "contact": contact_of(settings),
        }
