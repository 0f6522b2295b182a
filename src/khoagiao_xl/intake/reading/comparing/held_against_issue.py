"""A form held against what was issued to its unit, as far as that was kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.intake.reading.comparing.find_differences import find_differences
from khoagiao_xl.intake.reading.comparing.issued_template import issued_template

if TYPE_CHECKING:
    from khoagiao_xl.intake.reading.difference import Difference
    from khoagiao_xl.intake.reading.form_parts import FormParts
    from khoagiao_xl.intake.reading.form_reading import Identity
    from khoagiao_xl.office.issued_forms import IssuedForm, IssuedForms


class HeldAgainstIssue:
    """A form as it says it was issued. issued: what is kept of the period; said: whose form it says it is."""

    def __init__(self, issued: IssuedForms, said: Identity) -> None:
        self._issued = issued
        self._said = said

    @cached_property
    def _forms(self) -> list[IssuedForm]:
        """What it may have been issued as, the likeliest first."""
        said = self._said
        forms = self._issued.of_form(said.form_id, said.template_id, said.unit_code)
        return [form for form in forms if form.is_quick == said.is_quick]

    @property
    def _template(self) -> bytes:
        likeliest, *_ = self._forms
        return self._issued.templates[likeliest.template]

    @property
    def is_of_kept_template(self) -> bool:
        """Whether just this form was kept, not another of its unit or a redrawing."""
        if not self._forms:
            return False
        likeliest, *_ = self._forms
        return likeliest.is_known_as(self._said.form_id, self._said.template_id)

    @property
    def lines(self) -> tuple[str, ...]:
        """The codes of the lines it was issued with, nothing where that was not kept."""
        if not self.is_of_kept_template:
            return ()
        return issued_template(self._template).lines

    def differences(self, parts: FormParts) -> tuple[Difference, ...]:
        """Return what stands there otherwise than it was issued; nothing of what no issue is known of."""
        if not self._forms or not parts.used:
            return ()
        facts = [form.facts for form in self._forms]
        return find_differences(parts, self._template, facts)
