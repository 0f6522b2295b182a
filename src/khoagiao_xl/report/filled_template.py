"""A template filled with tags: read, mended, checked first, so that docxtpl meets only what it can fill."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes
from khoagiao_xl.model.section_names import section_names
from khoagiao_xl.report.docx_package import to_xml
from khoagiao_xl.report.tag_forms import names_used
from khoagiao_xl.report.template_checking import check_template
from khoagiao_xl.report.template_mending import mend
from khoagiao_xl.report.template_package import (
    FOOTNOTES,
    Part,
    refuse_links,
    refuse_tags_elsewhere,
    refuse_unreadable,
    roots_of,
)
from khoagiao_xl.report.template_paragraphs import read_hidden, read_paragraphs
from khoagiao_xl.report.written_whole import Expectations, refuse_missing

if TYPE_CHECKING:
    from pathlib import Path

Tags = Mapping[str, Any]


@dataclass(frozen=True)
class FilledTemplate:
    """A template with its tags filled. document: python-docx's own, to be stamped and packed.

    used: the names of the tags that it shows. is_revised: whether it held changes that Word keeps track of.
    """

    document: Any
    used: frozenset[str]
    is_revised: bool


def fill_template(template: Path, tags: Tags) -> FilledTemplate:
    """Return the template filled; nothing that it holds, and nothing that is to be written, is lost.

    Raise MissingFile, and WrongRequest BC-03 to BC-07, BC-12, BC-14 to BC-19 for what is wrong with the
    template, BC-13 where something to be written is not in the document.
    """
    return _Filling(template, tags).filled()


def check_filling(template: Path, tags: Tags) -> None:
    """Raise what `fill_template` would for a slip in a template; nothing is filled."""
    _Filling(template, tags).prepare()


class _Filling:
    """Fills one template."""

    def __init__(self, template: Path, tags: Tags) -> None:
        self._name = template.name
        self._tags = tags
        self._template = _opened(template)
        self._parts = self._now()
        self._expected: dict[str, Expectations] = {}
        self._used: set[str] = set()
        self._is_revised = False

    def prepare(self) -> None:
        """Mend and check every part."""
        refuse_links(self._parts, self._name)
        refuse_tags_elsewhere(self._parts, self._name)
        for part, root in roots_of(self._parts):
            self._prepare(part, root)

    def filled(self) -> FilledTemplate:
        """Return the template filled, once it has been held against what was to be written."""
        self.prepare()
        self._render()
        parts = self._now()
        for part, root in roots_of(parts):
            refuse_missing(
                self._expected[part.partname],
                root,
                self._name,
            )
        return FilledTemplate(
            self._template.docx,
            frozenset(self._used),
            self._is_revised,
        )

    def _prepare(self, part: Part, root: Any) -> None:
        """Mend and check a part, and note what is to stand in it."""
        self._is_revised |= mend(root)
        if part.content_type.endswith(FOOTNOTES):
            part._blob = to_xml(root)  # noqa: SLF001  # python-docx knows footnotes by their bytes alone
        name = part.partname
        seen = list(read_paragraphs(root, name))
        hidden = read_hidden(root)
        check_template([*hidden, *seen], self._tags, self._name)
        used = names_used(seen)
        self._used.update(used)
        always = section_names()
        expectations = Expectations(self._tags, always)
        self._expected[name] = expectations.read(seen)

    def _render(self) -> None:
        from jinja2.exceptions import TemplateError
        from lxml.etree import XMLSyntaxError

        from khoagiao_xl.report.strict_template import ENVIRONMENT

        template = self._template
        try:
            template.render(
                dict(self._tags),
                ENVIRONMENT,
                autoescape=True,
            )
        except (XMLSyntaxError, TemplateError, TypeError, ValueError, AttributeError, LookupError) as error:
            raise WrongRequest(
                "BC-06",
                name=self._name,
                place=_place(error),
            ) from error

    def _now(self) -> list[Part]:
        """Return the parts as they are after filling: docxtpl puts new ones in the place of headers."""
        package = self._template.docx.part.package
        return list(package.iter_parts())


def _place(error: Exception) -> str:
    """Return the first line of what is wrong."""
    told = str(error)
    lines = told.splitlines()
    if lines:
        return lines[0]
    return type(error).__name__


def _opened(path: Path) -> Any:
    """Return the template as docxtpl knows it."""
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    from khoagiao_xl.report.strict_template import StrictTemplate

    data = read_bytes(path)
    refuse_unreadable(data, path.name)
    template = StrictTemplate(io.BytesIO(data))
    try:
        template.init_docx()
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError) as error:
        raise WrongRequest("BC-03", name=path.name) from error
    return template
