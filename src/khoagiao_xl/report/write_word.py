"""The report itself: a template filled with content, every figure under its key, nothing lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.chart_parts import chart_tags, place_charts
from khoagiao_xl.report.charts import charts_of
from khoagiao_xl.report.docx_package import MAIN_PART, Change, Element, packed, read_xml, stamp, to_xml
from khoagiao_xl.report.empty_columns import drop_empty_columns
from khoagiao_xl.report.figure_controls import W, figure_numbers, wrap_figures, wrap_plain_runs
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.filled_template import FilledTemplate, fill_template
from khoagiao_xl.report.page_keeping import keep_together
from khoagiao_xl.report.section_places import with_section_numbers
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.wide_tables import turn_wide_tables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from khoagiao_xl.report.chart_series import Chart
    from khoagiao_xl.report.content import ReportContent

    Tags = dict[str, Any]

PARAGRAPH, CELL = f"{W}p", f"{W}tc"
WORD_FOLDER: Final = "/word/"


def render(content: ReportContent, template: Path) -> bytes:
    """Return the bytes of the Word report; the same content and template give the same bytes.

    Raise MissingFile, and WrongRequest as `fill_template` does.
    """
    charts = charts_of(content)
    return render_tags(
        with_section_numbers(fill(content), template) | chart_tags(charts),
        template,
        charts=charts,
        author=content.letterhead.author,
        day=content.today,
    )


def render_tags(tags: Tags, template: Path, *, author: str, day: date, charts: Sequence[Chart] = ()) -> bytes:
    """Return the bytes of a Word document of any kind; raise as `render` does.

    tags: what the template may name; «trich_yeu» is the title of the file too. charts: those named in tags.
    """
    filled = fill_template(template, tags)
    if charts:
        place_charts(filled.document, charts)
    words = str(tags["trich_yeu"]).split()
    stamp(
        filled.document,
        title=" ".join(words),
        author=author,
        day=day,
    )
    return packed(filled.document, _changes(filled))


def _changes(filled: FilledTemplate) -> Mapping[str, Change]:
    """Return how each part is changed on its way into the file: figures have keys in the text alone."""
    changes: dict[str, Change] = {}
    for part in filled.document.part.package.iter_parts():
        if part.partname.startswith(WORD_FOLDER) and part.partname.endswith(".xml"):
            name = part.partname.lstrip("/")
            changes[name] = _without_keys
    changes[MAIN_PART] = _finished
    return changes


def _without_keys(part: bytes) -> bytes:
    return unmarked(part.decode()).encode()


def _finished(document_xml: bytes) -> bytes:
    """Return the main part: no empty columns, figures under their keys, openings tied to what they open."""
    ids = figure_numbers()
    wrapped = wrap_plain_runs(document_xml.decode(), ids)
    root = read_xml(wrapped.encode())
    drop_empty_columns(root)
    turn_wide_tables(root)
    renewed = wrap_figures(root, ids)
    keep_together(renewed)
    _keep_cells(renewed)
    return to_xml(renewed)


def _keep_cells(root: Element) -> None:
    """End every cell with a paragraph, as Word wants it: a condition may have taken out the last one."""
    from lxml import etree

    for cell in root.iter(CELL):
        if cell[-1].tag != PARAGRAPH:
            etree.SubElement(cell, PARAGRAPH)
