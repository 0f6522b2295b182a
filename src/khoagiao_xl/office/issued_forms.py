"""What was issued, kept beside the master: the templates as drawn, and what each form was stamped with."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile
from khoagiao_xl.model.hot_issues import QUICK
from khoagiao_xl.office.changes import NewFile, WhenThere

if TYPE_CHECKING:
    from khoagiao_xl.office.storage import Storage

_BROKEN: Final = (OSError, EOFError, zlib.error, ValueError, TypeError)
ID_LENGTH: Final = 16


def template_id(template: bytes) -> str:
    """Return what a template is known by: the same drawing has the same id."""
    return files.sha256_of(template)[:ID_LENGTH]


@dataclass(frozen=True)
class IssuedForm:
    """One form as it was issued. facts: what the stamp filled in, by the names of the template's tokens.

    is_redrawn: nothing was kept when it was issued; template and facts are what the master said afterwards.
    """

    form_id: str
    unit: str
    template: str
    facts: Mapping[str, str]
    is_redrawn: bool = False

    @property
    def is_quick(self) -> bool:
        """Whether it is a quick form, which is of no period."""
        period = self.facts.get("period")
        return period == QUICK

    def is_known_as(self, form_id: str, template: str) -> bool:
        """Say whether it is the form of that id, stamped from that template."""
        if self.template != template:
            return False
        return self.form_id == form_id


@dataclass(frozen=True)
class IssuedForms:
    """The forms of one period in the order of their issue, and the templates they were stamped from."""

    forms: tuple[IssuedForm, ...] = ()
    templates: Mapping[str, bytes] = field(default_factory=dict)  # id -> the .xlsx with its tokens

    def of_form(self, form_id: str, template: str, unit: str) -> list[IssuedForm]:
        """Return what a form may have been issued as, most likely first.

        template: what the form itself names, blank for one of a version before. The same form may have been
        issued again with other facts. What nothing is kept of is held to have been like the unit's first.
        """
        known = self._by_id.get(form_id, [])
        own = [form for form in known if form.template == template]
        if own:
            return own
        of_unit = self._by_unit.get(unit, [])
        return of_unit[:1]

    @cached_property
    def _by_id(self) -> Mapping[str, list[IssuedForm]]:
        return _grouped(self.forms, attrgetter("form_id"))

    @cached_property
    def _by_unit(self) -> Mapping[str, list[IssuedForm]]:
        return _grouped(self.forms, attrgetter("unit"))

    def joined_with(self, others: IssuedForms) -> IssuedForms:
        """Return these and others; the same form with the same facts stands once."""
        forms = list(self.forms)
        for form in others.forms:
            known = self._by_id.get(form.form_id, [])
            if form not in known:
                forms.append(form)
        return IssuedForms(
            forms=tuple(forms),
            templates={**self.templates, **others.templates},
        )

    @property
    def units(self) -> set[str]:
        """The units of whose forms something is known."""
        return set(self._by_unit)

    @property
    def version(self) -> str:
        """What changes whenever a form would be held against something else."""
        listed = self.to_bytes()
        return files.sha256_of(listed)[:ID_LENGTH]

    # -- beside the master --

    @classmethod
    def read(cls, storage: Storage, period: str) -> IssuedForms:
        """Return what is kept of a period, without the forms whose template is lost or damaged."""
        path = storage.issued_forms(period)
        try:
            data = files.read_bytes(path)
        except MissingFile:
            return cls()
        listed = list(_listed(data))
        named = {form.template for form in listed}
        templates = dict(_templates(storage, named))
        forms = [form for form in listed if form.template in templates]
        return cls(tuple(forms), templates)

    def files(self, storage: Storage, period: str) -> Iterator[NewFile]:
        """Yield what is written beside the master."""
        for name, template in self.templates.items():
            path = storage.issued_template(name)
            yield NewFile(path, template, WhenThere.REPLACE)
        path = storage.issued_forms(period)
        listed = self.to_bytes()
        yield NewFile(path, listed, WhenThere.REPLACE)

    def to_bytes(self) -> bytes:
        """Return the list of the forms as it is kept; the same forms give the same bytes."""
        lines = [_as_listed(form) for form in self.forms]
        text = json.dumps(
            lines,
            ensure_ascii=False,
            separators=(",", ":"),
        )
        data = text.encode()
        return gzip.compress(data, mtime=0)


_as_listed: Final = attrgetter("form_id", "unit", "template", "facts", "is_redrawn")


def _grouped(forms: Iterable[IssuedForm], key: Callable[[IssuedForm], str]) -> Mapping[str, list[IssuedForm]]:
    groups: dict[str, list[IssuedForm]] = {}
    for form in forms:
        group = groups.setdefault(key(form), [])
        group.append(form)
    return groups


def _listed(data: bytes) -> Iterator[IssuedForm]:
    """Yield the forms of a kept list, none of a damaged one."""
    try:
        text = gzip.decompress(data)
        lines = json.loads(text)
        yield from [IssuedForm(*line) for line in lines]
    except _BROKEN:
        return


def _templates(storage: Storage, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        path: Path = storage.issued_template(name)
        try:
            template = files.read_bytes(path)
        except MissingFile:
            continue
        if template_id(template) == name:
            yield name, template
