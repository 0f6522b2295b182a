"""docxtpl's template with nothing mended behind our back, and every part of it filled once.

docxtpl drops what does not fit into the XML; a report must not lose words.
"""

from __future__ import annotations

from typing import Any, Final

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from khoagiao_xl.report.quick_template import QuickTemplate
from khoagiao_xl.report.template_package import FOOTNOTES


class _Rows(SandboxedEnvironment):
    """The sandbox for rows of tables: «{{ d.count }}» is the column of that name, never Python's method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a column of a row; of anything else what the sandbox allows."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


ENVIRONMENT: Final = _Rows(autoescape=True, undefined=StrictUndefined)


class StrictTemplate(QuickTemplate):
    """A template that was mended and checked before."""

    def render_xml_part(self, source: str, part: Any, context: Any, environment: Any = None) -> str:
        """Return a part filled; what units wrote is never read as a tag."""
        if "{" not in source:
            return source
        self.current_rendering_part = part
        template = environment.from_string(source)
        rendered = template.render(context)
        return self.resolve_listing(rendered)

    def render_properties(self, context: Any, environment: Any = None) -> None:
        """Leave the properties of the file alone: the report gets its own."""

    def render_footnotes(self, context: Any, environment: Any = None) -> None:
        """Fill the footnotes once: docxtpl does so for every section, and reads what it has filled."""
        document: Any = self.docx
        for part in document.part.package.iter_parts():
            if part.content_type.endswith(FOOTNOTES):
                xml = part.blob.decode()
                source = self.patch_xml(xml)
                filled = self.render_xml_part(
                    source,
                    part,
                    context,
                    environment,
                )
                part._blob = filled.encode()  # noqa: SLF001  # python-docx knows footnotes by their bytes alone
