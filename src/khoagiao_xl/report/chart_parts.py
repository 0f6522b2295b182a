"""Charts on their way into Word: each in the place of its tag, as a part with its workbook."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import quoteattr

from khoagiao_xl.report.chart_drawing import SIZE, chart_part, chart_workbook
from khoagiao_xl.report.chart_series import CHARTS
from khoagiao_xl.report.charts import chart_sentence, charts_sentence
from khoagiao_xl.report.word_drawing import EMU_PER_MM, element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.report.chart_series import Chart

    Element = Any  # lxml's own elements

# Private-use characters, as about a figure: nothing from outside can hold them.
_START, _END = "\ue003", "\ue004"
CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FIRST_NUMBER: Final = 101  # of a drawing: those of the template come before


def chart_tags(charts: Sequence[Chart]) -> dict[str, str]:
    """Return the tags of the charts: a mark in the place of each, its caption and the sentence that names it.

    They are blank for a chart that is not there. «loi_bieu_do» names all of them, for templates that hold all
    charts in one place.
    """
    tags = {"loi_bieu_do": charts_sentence(charts)}
    for tag in CHARTS:
        tags[tag] = ""
        tags[f"ten_{tag}"] = ""
        tags[f"loi_{tag}"] = ""
    for at, chart in enumerate(charts, 1):
        tags[f"loi_{chart.tag}"] = chart_sentence(chart, at)
        tags[chart.tag] = f"{_START}{chart.tag}{_END}"
        tags[f"ten_{chart.tag}"] = chart.caption
    return tags


def place_charts(document: Any, charts: Sequence[Chart]) -> None:
    """Put the charts in the place of their marks in a python-docx document."""
    known = {chart.tag: chart for chart in charts}
    body = document.element.body
    numbers = count(FIRST_NUMBER)
    for text, tag in list(_marked(body)):
        number = next(numbers)
        chart = known[tag]
        link = _add_part(document.part, chart, number)
        drawn = _drawing(chart, link, number)
        run = text.getparent()
        run.replace(text, element(drawn))


def _marked(body: Element) -> Iterator[tuple[Element, str]]:
    from docx.oxml.ns import qn

    for text in body.iter(qn("w:t")):
        shown = text.text or ""
        if shown.startswith(_START):
            yield text, shown.strip(_START + _END)


def _add_part(main_part: Any, chart: Chart, number: int) -> str:
    """Add the parts of a chart to the package and return the id under which the text refers to it."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = main_part.package
    figures = chart_workbook(chart)
    workbook = Part(
        PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
        WORKBOOK_TYPE,
        figures,
        package,
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART_TYPE, b"", package)
    data_link = part.relate_to(workbook, f"{_LINKS}/package")
    part._blob = chart_part(figures, data_link)  # noqa: SLF001  # known only now, and set nowhere else
    return str(main_part.relate_to(part, f"{_LINKS}/chart"))


def _drawing(chart: Chart, link: str, number: int) -> str:
    width, height = (round(side * EMU_PER_MM) for side in SIZE)
    drawn = _INLINE.format(
        width=width,
        height=height,
        number=number,
        name=quoteattr(chart.caption),
        words=quoteattr(chart.in_words),
        link=link,
    )
    return drawn.replace("\n", "")


_INLINE: Final = """<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:docPr id="{number}" name={name} descr={words}/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{link}"/>
</a:graphicData></a:graphic></wp:inline></w:drawing>"""
