"""The office's own templates looked at before any report needs them: every slip told, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.errors import KhoaGiaoError
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.chart_parts import chart_tags
from khoagiao_xl.report.content import ReportContent
from khoagiao_xl.report.filled_template import check_filling
from khoagiao_xl.report.issuing import letterhead_of
from khoagiao_xl.report.template import find_template, template_folder
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.template_remarks import refuse_without_sections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.office.year import Year


def slips_in_own_templates(year: Year, today: date) -> Iterator[str]:
    """Yield one sentence for each template of a periodic report beside the master that no report can use."""
    for kind in Kind:
        try:
            template = find_template(kind.facts.report, year.path)
            if template.resolve().parent != template_folder():
                tags = fill(_blank(year, kind, today))
                check_filling(template, tags | chart_tags(()))
                refuse_without_sections(template)
        except KhoaGiaoError as error:
            yield str(error)


def _blank(year: Year, kind: Kind, today: date) -> ReportContent:
    """Return a report without figures: its tags have the names of every report of this kind."""
    first = kind.code(1)
    period = Period.parse(f"{year.settings.year}-{first}")
    return ReportContent(
        letterhead=letterhead_of(year, today, str(period)),
        period=period,
        today=today,
        directives=year.directives,
        body=year.settings.body,
        staff=year.settings.staff,
        known_codes=tuple(item.code for item in year.indicators),
    )
