"""docxtpl's template, without the work it does on what holds nothing for it."""

from __future__ import annotations

import re
from typing import Any, Final

from docxtpl.template import DocxTemplate
from lxml import etree

PROPERTIES: Final = re.compile(r"<w:(pPr|rPr|tcPr|trPr|tblPr|tblGrid|sectPr)>.*?</w:\1>", re.DOTALL)
SIGN: Final = re.compile("\ue005(\\d+)\ue006")  # of private use: no template holds them
PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
# Tags that change how many columns a table has.
SHAPING: Final = re.compile(r"{%-?\s*(?:tc|hm|vm|colspan)\b")
ENDS: Final = re.compile(r"[\t\a\n\f]")  # what docxtpl makes further paragraphs, lines and tabs of


class KeptProperties:
    """Properties without a tag, each with a sign in its place: half of a template, gone over for nothing."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, found: re.Match[str]) -> str:
        """Return the sign for properties, or themselves where they hold a tag."""
        properties = found[0]
        if "{" in properties:
            return properties
        number = len(self._kept)
        self._kept.append(properties)
        return f"\ue005{number}\ue006"

    def give_back(self, found: re.Match[str]) -> str:
        """Return the properties of a sign."""
        sign = found[1]
        number = int(sign)
        return self._kept[number]


class QuickTemplate(DocxTemplate):
    """A template that is filled as docxtpl fills it, in three quarters of the time.

    Half of docxtpl's time goes into expressions over the whole document; most of it needs none of them.
    """

    docx: Any  # the python-docx document under it
    _is_shaped = False

    def patch_xml(self, src_xml: str) -> str:
        """Make what is drawn in Word readable for jinja2; note whether tables may change their columns."""
        if SHAPING.search(src_xml):
            self._is_shaped = True
            return str(super().patch_xml(src_xml))  # type: ignore[no-untyped-call]  # docxtpl names no types
        kept = KeptProperties()
        short = PROPERTIES.sub(kept.keep, src_xml)
        patched = str(super().patch_xml(short))  # type: ignore[no-untyped-call]
        return SIGN.sub(kept.give_back, patched)

    def fix_tables(self, xml: str) -> Any:
        """Return the body as an element, the columns of its tables counted anew where tags may change them.

        Raise XMLSyntaxError: docxtpl would drop what does not fit.
        """
        body = etree.fromstring(xml)
        if self._is_shaped:
            return super().fix_tables(xml)  # type: ignore[no-untyped-call]
        return body

    def resolve_listing(self, xml: str) -> str:
        """Make paragraphs and lines of the marks for them; a paragraph without any is left as it is."""
        return PARAGRAPH.sub(self._resolved, xml)

    def _resolved(self, found: re.Match[str]) -> str:
        paragraph = found[0]
        if not ENDS.search(paragraph):
            return paragraph
        resolved: str = super().resolve_listing(paragraph)  # type: ignore[no-untyped-call]
        return resolved
