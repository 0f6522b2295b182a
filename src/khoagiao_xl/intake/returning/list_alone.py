"""A small workbook that holds only the list, for a file that cannot go back in any form."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.sheet_tabs import SheetTabs
from khoagiao_xl.books.package.style_table import StyleTable
from khoagiao_xl.books.package.xml_parts import XmlParts
from khoagiao_xl.intake.returning.fault_list import FaultList
from khoagiao_xl.intake.returning.list_lines import lines_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.intake.returning.copy_head import CopyHead
    from khoagiao_xl.model.findings import Finding

_DRAWN_AT: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # a fixed date: the same findings give the same bytes
_BLANK: Final = "_"  # the sheet without which XlsxWriter makes no workbook


def list_alone(findings: Sequence[Finding], head: CopyHead) -> bytes:
    """Return the workbook; what `head` advises of colours and links is not said."""
    package = Package.parse(_blank_book())
    parts = XmlParts(package)
    tabs = SheetTabs(parts)
    styles = parts.related(tabs.main, "styles")
    advice = sentence("TN-178", {})
    told = replace(head, advice=advice)
    lines = lines_of(findings, (), _nothing)
    style_table = StyleTable(parts.open(styles))
    fault_list = FaultList(lines, told, style_table)
    tabs.remove(_BLANK)
    fault_list.add_to(tabs)
    tabs.recalculate_on_load()
    parts.save()
    return package.to_bytes()


def _blank_book() -> bytes:
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _DRAWN_AT})
    book.add_worksheet(_BLANK)
    book.close()
    return stream.getvalue()


def _nothing(_: Finding) -> str:
    return ""
