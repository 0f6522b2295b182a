"""The notice of how units have kept to their duty to report: who does well, who is slow, each by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.appendix_names import appendix_names, unbroken
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import document_tags, guidance_cited
from khoagiao_xl.report.kinds.notice_requests import asked_of_units
from khoagiao_xl.report.kinds.notice_rows import good_rows, name_rows, slow_rows
from khoagiao_xl.report.kinds.notice_slowness import slow_told
from khoagiao_xl.report.kinds.notice_words import named_units, of_report, say
from khoagiao_xl.report.kinds.reports_within import ReportsWithin
from khoagiao_xl.report.kinds.unit_conduct import Conducts
from khoagiao_xl.report.sentences import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.letterheads import Letterhead


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the notice; raise KY-05, LVB-09 while all is open, BC-08 where none reported."""
    period = order.asked_period
    within = ReportsWithin.of(year, period, order.today)
    conducts = replace(Conducts.of(year, period, order.today), faulted=within.faulted)
    slow = [*conducts.slow, *within.lacked, *within.late]
    if not conducts.good and not slow:
        raise WrongRequest("LVB-09", period=period.label)
    if not conducts.reported:
        raise WrongRequest("BC-08", period=period.label)
    tables = {
        "bang_lam_tot": good_rows(conducts.good, is_day_told=bool(_due(conducts))),
        "bang_con_cham": slow_rows(conducts, within),
        "bang_ten": list(name_rows(conducts, within)),
    }
    names = appendix_names(tables.values())
    good_table, slow_table, name_table = map(unbroken, names)
    return document_tags(
        head,
        order.today,
        {
            "trich_yeu": say("trich_yeu", period=period.label),
            "ket_thuc": say("ket_thuc", period=period.label),
            "ky_nay": period.label,
        },
        {
            "mo_dau": [_opening(year, head, period)],
            "tinh_hinh": _situation(conducts, order, name_table),
            "lam_tot": _well(conducts, within, period, good_table),
            "con_cham": slow_told(conducts, within, period, slow_table, name_table),
            "yeu_cau": asked_of_units(year, conducts, within, order),
        },
        tables,
    )


def _opening(year: Year, head: Letterhead, period: Period) -> str:
    cited = guidance_cited(year, Citations(year.directives))
    facts = {"author": clean_line(head.author), "period": period.label}
    if not cited:
        return say("mo_dau", **facts)
    return say(
        "mo_dau_theo",
        cited=cited,
        **facts,
    )


def _situation(conducts: Conducts, order: DocumentOrder, name_table: str) -> Iterator[str]:
    late = say("cham", late=number(len(conducts.late))) if conducts.late else ""
    yield say(
        "tinh_hinh",
        period_title=order.asked_period.title,
        owing=number(conducts.owing),
        day=day_text(order.today),
        reported=number(len(conducts.reported)),
        on_time=number(len(conducts.reported) - len(conducts.late)),
        late=late,
        due=_due(conducts),
    )
    yield from named_units("mien", conducts.waived, name_table)
    yield from named_units("gia_han", conducts.not_due, name_table)


def _due(conducts: Conducts) -> str:
    """Return until when the units had to send, where that is one day for all of them but who has longer."""
    days = {unit.due for unit in [*conducts.good, *conducts.slow]}
    if len(days) != 1:
        return ""
    (day,) = days
    return say("han_gui", day=day_text(day))


def _well(conducts: Conducts, within: ReportsWithin, period: Period, table: str) -> Iterator[str]:
    phrase = "lam_tot" if conducts.good else "khong_tot"
    yield say(
        phrase,
        count=number(len(conducts.good)),
        appendix=say("phu_luc", appendix=table),
        within=_both(within, period),
    )
    if conducts.mended:
        told = say(
            "phan_sua",
            of=of_report(period, within),
            count=number(len(conducts.mended)),
        )
        yield f"{told}."


def _both(within: ReportsWithin, period: Period) -> str:
    """Return of which reports it holds, where some are of periods within and not all of them came well."""
    if not within.faulted:
        return ""
    parts = [part.short for part in within.by_period]
    return say(
        "ca_hai",
        period=period.short,
        parts=", ".join(parts),
    )
