"""Facts that a form carries beside its cells, in the document's own properties, which no sheet shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.xml_text import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

PART: Final = "docProps/custom.xml"
_KIND: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of what a user adds to the properties
_PID: Final = re.compile(r'\bpid="(\d+)"')
_OURS: Final = r'<property\b[^>]*\bname="{name}"[^>]*>.*?</property>'
_PROPERTY: Final = (
    '<property fmtid="{kind}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
)


def with_properties(form: bytes, facts: Mapping[str, str]) -> bytes:
    """Return the form with these properties, new or in place of its own; one without any stays as it is."""
    package = Package.parse(form)
    if PART not in package:
        return form
    xml = package.read_text(PART)
    for name, value in facts.items():
        pattern = _OURS.format(name=re.escape(name))
        xml = re.sub(pattern, "", xml, flags=re.DOTALL)
        added = _PROPERTY.format(
            kind=_KIND,
            pid=_next(xml),
            name=name,
            value=escape(value),
        )
        xml = xml.replace("</Properties>", f"{added}</Properties>")
    package.replace_text(PART, xml)
    return package.to_bytes()


def _next(xml: str) -> int:
    """Return a number that no property has; the first is 2."""
    numbers = _PID.findall(xml)
    taken = map(int, numbers)
    last = max(taken, default=1)
    return last + 1
