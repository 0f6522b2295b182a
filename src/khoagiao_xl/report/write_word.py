"""The report itself: a template filled with content, every figure under its key, written whole or not."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes, write_beside_older
from khoagiao_xl.report.docx_package import packed, stamp
from khoagiao_xl.report.figure_controls import hardened_parser, wrap_figures
from khoagiao_xl.report.page_flow import keep_openings
from khoagiao_xl.report.template_checking import check_tags, unknown_tags
from khoagiao_xl.report.template_filling import fill

if TYPE_CHECKING:
    from datetime import datetime

    from khoagiao_xl.report.content import ReportContent

MAIN_PART = "word/document.xml"
_LAST_NAME = re.compile(r"'([^']*)'[^']*$")  # how jinja2 names what it does not know


def write_report(content: ReportContent, template: Path, out: Path, moment: datetime) -> bool:
    """Write the Word report `out` from `template`; the same content and template give the same bytes.

    A report that stands there and says something else is put aside, and True is returned. Raises MissingFile,
    WrongRequest BC-03 (not a Word file), BC-04 (unknown tag), BC-05 and BC-06 (tag written wrongly or in the
    wrong place), BC-07 (forbidden), CannotWrite. Then `out` is as it was.
    """
    return write_beside_older(out, render(content, template), moment)


def render(content: ReportContent, template: Path) -> bytes:
    """Return the bytes of the report; errors as in `write_report`."""
    tags = fill(content)
    document = _filled(template, tags)
    title = " ".join(str(tags["trich_yeu"]).split())
    stamp(document, title=title, author=content.letterhead.author, day=content.today)
    return packed(document, {MAIN_PART: _finished})


def _finished(document_xml: bytes) -> bytes:
    """Return the main part with its figures under their keys and its openings tied to what they open."""
    from lxml import etree

    root = wrap_figures(etree.fromstring(document_xml, hardened_parser()))
    keep_openings(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _filled(template: Path, tags: dict[str, Any]) -> Any:
    """Return the filled python-docx document; every mistake in the template becomes one sentence."""
    from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
    from lxml.etree import XMLSyntaxError

    name = template.name
    document = _opened(template, tags)
    try:
        document.render(tags, document.environment, autoescape=True)
    except UndefinedError as error:
        raise unknown_tags(name, _LAST_NAME.findall(error.message or ""), tags.keys()) from error
    except SecurityError as error:
        raise WrongRequest("BC-07", name=name, near=" ".join(_LAST_NAME.findall(str(error)))) from error
    except TemplateError as error:
        raise WrongRequest("BC-05", name=name, near=str(error)) from error
    except (XMLSyntaxError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as error:
        raise WrongRequest("BC-06", name=name) from error
    return document.docx


def _opened(template: Path, tags: dict[str, Any]) -> Any:
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
            xml = str(super().render_xml_part(source, *arguments))  # type: ignore[no-untyped-call]  # docxtpl's
            fromstring(xml.encode())
            return xml

    document = StrictTemplate(io.BytesIO(read_bytes(template)))
    try:
        document.init_docx()
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError) as error:
        raise WrongRequest("BC-03", name=template.name) from error
    return document
