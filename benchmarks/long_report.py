"""A report of some fifteen pages against docxtpl alone: the same template and words, nothing else done."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from timing import in_turn, show

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, Total
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.report import Narrative, ReportContent, find_template, letterhead_for
from khoagiao_xl.report.chart_parts import chart_tags
from khoagiao_xl.report.charts import charts_of
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.month_course import MonthCourse
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.write_word import render

AIM = 1.5
DAY = date(2024, 12, 9)
PERIOD = Period.parse("2024-Y")
SILENT = 15  # units without a report
TELLING = 30  # units that wrote words of their own
WORDS = (
    "Phối hợp với ngành y tế tổ chức nói chuyện chuyên đề về bảo hiểm y tế và phòng, chống dịch bệnh, lần {}"
)
PROFILE = load_profile("2024")


def long_content() -> ReportContent:
    """Return a year with a figure for every indicator, words of every unit and eleven months."""
    totals = tuple(totals_of(PERIOD))
    names = [unit.name for unit in PROFILE.units]
    telling = names[:TELLING]
    return ReportContent(
        letterhead=letterhead_for("2024", DAY),
        period=PERIOD,
        today=DAY,
        totals=totals,
        narratives=tuple(words_of(telling)),
        states={State.MISSING: tuple(names[:SILENT]), State.ACCEPTED: tuple(names[SILENT:])},
        months=tuple(months()),
    )


def totals_of(period: Period) -> Iterator[Total]:
    for at, item in enumerate(PROFILE.indicators):
        if not item.is_asked(period.kind):
            continue
        value = 1000 + 37 * at
        yield Total(
            period=str(period),
            code=item.code,
            label=item.label,
            unit_of_measure=item.unit,
            value=value,
            to_date=value,
            previous=value - at,
            counted=77,
            owing=92,
            provisional=True,
            section=item.section,
            field=item.field,
            previous_both=70,
            previous_then=value - at,
            previous_now=value,
        )


def words_of(names: list[str]) -> Iterator[Narrative]:
    for at, name in enumerate(names):
        for code in ("KG602", "KG603", "KG604"):
            text = WORDS.format(f"{at}.{code}")
            yield Narrative(name, code, text)


def months() -> Iterator[MonthCourse]:
    for number in range(1, 12):
        month = Period.parse(f"2024-M{number:02}")
        yield MonthCourse(month, whole_totals(month, number), in_time=70, late=7, missing=15)


def whole_totals(month: Period, value: int) -> dict[str, Total]:
    """Return a month that no unit is missing from: only such months are drawn."""
    totals = {}
    for total in totals_of(month):
        totals[total.code] = replace(total, value=value, counted=92, provisional=False)
    return totals


def plain_tags(content: ReportContent) -> dict[str, object]:
    """Return the tags without the keys of their figures, as who uses docxtpl alone would have them."""
    tags = fill(content) | chart_tags([])
    plain: dict[str, object] = {}
    for tag, value in tags.items():
        plain[tag] = unmarked(value) if isinstance(value, str) else value
    return plain


def costs(out: Path | None = None) -> tuple[float, float]:
    """Return what ours and docxtpl alone take; write the report to `out` for who wants to count its pages."""
    from docxtpl.template import DocxTemplate

    content = long_content()
    template = find_template(content.report)
    tags = plain_tags(content)
    assert len(charts_of(content)) > 1
    if out:
        out.write_bytes(render(content, template))

    def plain() -> None:
        document = DocxTemplate(template)
        document.render(tags, autoescape=True)
        document.save(io.BytesIO())

    return in_turn(lambda: render(content, template), plain, 7)


def main() -> None:
    """Measure and print."""
    ours, theirs = costs()
    show("a report of fifteen pages with charts / docxtpl alone", ours, theirs, AIM)


if __name__ == "__main__":
    main()
