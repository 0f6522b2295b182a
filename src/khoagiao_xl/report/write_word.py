"""The report itself: a template filled with content, every figure under its key."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes
from khoagiao_xl.report.docx_package import MAIN_PART, packed, read_xml, stamp, to_xml
from khoagiao_xl.report.empty_columns import drop_empty_columns
from khoagiao_xl.report.figure_controls import wrap_figures
from khoagiao_xl.report.page_keeping import keep_together
from khoagiao_xl.report.template_checking import check_tags, unknown_tags
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.wide_tables import turn_wide_tables

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.report.content import ReportContent

    Tags = dict[str, Any]

_LAST_NAME: Final = re.compile(r"'([^']*)'[^']*$")  # how jinja2 names what it does not know


def render(content: ReportContent, template: Path) -> bytes:
    """Return the bytes of the Word report; the same content and template give the same bytes.

    Raises MissingFile, WrongRequest BC-03 (not a Word file), BC-04 (unknown tag), BC-05 and BC-06 (tag
    written wrongly or in the wrong place), BC-07 (forbidden).
    """
    return render_tags(
        fill(content),
        template,
        author=content.letterhead.author,
        day=content.today,
    )


def render_tags(tags: Tags, template: Path, *, author: str, day: date) -> bytes:
    """Return the bytes of a Word document of any kind; raise as `render` does.

    tags: what the template may name; «trich_yeu» is the title of the file too.
    """
    document = _filled(template, tags)
    words = str(tags["trich_yeu"]).split()
    stamp(
        document,
        title=" ".join(words),
        author=author,
        day=day,
    )
    return packed(document, {MAIN_PART: _finished})


def _finished(document_xml: bytes) -> bytes:
    """Return the main part: no empty columns, figures under their keys, openings tied to what they open."""
    root = read_xml(document_xml)
    drop_empty_columns(root)
    turn_wide_tables(root)
    renewed = wrap_figures(root)
    keep_together(renewed)
    return to_xml(renewed)


# -- filling the template ---------------------------------------------------------------------------------


def _filled(template: Path, tags: Tags) -> Any:
    """Return the filled python-docx document; every mistake in the template becomes one sentence."""
    from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
    from lxml.etree import XMLSyntaxError

    name = template.name
    document = _opened(template, tags)
    try:
        document.render(tags, document.environment, autoescape=True)
    except UndefinedError as error:
        unknown = _LAST_NAME.findall(error.message or "")
        raise unknown_tags(name, unknown, tags.keys()) from error
    except SecurityError as error:
        forbidden = _LAST_NAME.findall(str(error))
        raise WrongRequest("BC-07", name=name, near=" ".join(forbidden)) from error
    except TemplateError as error:
        raise WrongRequest("BC-05", name=name, near=str(error)) from error
    except (XMLSyntaxError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as error:
        raise WrongRequest("BC-06", name=name) from error
    return document.docx


def _opened(template: Path, tags: Tags) -> Any:
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl.template import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from lxml.etree import XMLSyntaxError, fromstring

    class StrictTemplate(DocxTemplate):
        """Mends nothing: docxtpl drops what does not fit into the XML, and a report must not lose words."""

        environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)

        def render_xml_part(self, source: str, *arguments: Any) -> str:
            check_tags(source, self.environment, tags.keys(), template.name)
            rendered = super().render_xml_part(source, *arguments)  # type: ignore[no-untyped-call]  # docxtpl's
            xml = str(rendered)
            data = xml.encode()
            fromstring(data)
            return xml

    data = read_bytes(template)
    document = StrictTemplate(io.BytesIO(data))
    try:
        document.init_docx()
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError) as error:
        raise WrongRequest("BC-03", name=template.name) from error
    return document
