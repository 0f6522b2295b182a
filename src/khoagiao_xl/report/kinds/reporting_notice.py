"""The notice of how units have kept to their duty to report: who does well, who is slow, each by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.records import State
from khoagiao_xl.report.appendix_names import appendix_names, unbroken
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import document_tags, guidance_cited, saying
from khoagiao_xl.report.kinds.notice_requests import asked_of_units, counted
from khoagiao_xl.report.kinds.notice_rows import good_rows, name_rows, slow_rows
from khoagiao_xl.report.kinds.reports_within import ReportsWithin, counts_by_period
from khoagiao_xl.report.kinds.unit_conduct import Conducts
from khoagiao_xl.report.name_lists import behind_count
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.told_kinds import NOTICE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.kinds.reports_within import ByUnit
    from khoagiao_xl.report.kinds.unit_conduct import UnitConduct
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(NOTICE_TEXTS)
# What is counted of a unit that sent nothing usable in time.
COUNTED: Final = {State.MISSING: "phan_chua", State.EXTENDED: "phan_chua", State.UNUSABLE: "phan_loi",
                  State.RETURNED: "phan_tra"}  # fmt: skip


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the notice; raise KY-05, LVB-09 while all is open, BC-08 where none reported."""
    period = order.asked_period
    within = ReportsWithin.of(year, period, order.today)
    conducts = replace(Conducts.of(year, period, order.today), faulted=within.faulted)
    slow = [*conducts.late, *conducts.owing_still, *within.lacked, *within.late]
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
            "con_cham": _behind(conducts, within, period, slow_table, name_table),
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
    yield from _named("mien", conducts.waived, name_table)
    yield from _named("gia_han", conducts.not_due, name_table)


def _due(conducts: Conducts) -> str:
    """Return until when the units had to send, where that is one day for all of them but who has longer."""
    days = {unit.due for unit in [*conducts.good, *conducts.late, *conducts.owing_still]}
    if len(days) != 1:
        return ""
    (day,) = days
    return say("han_gui", day=day_text(day))


def _named(phrase: str, units: Sequence[UnitConduct], name_table: str, of: str = "") -> Iterator[str]:
    """Yield how many units they are with their names, of many where these are listed; nothing for none."""
    if units:
        names = [unit.name for unit in units]
        yield say(
            phrase,
            of=of,
            count=number(len(units)),
            units=behind_count(names, name_table),
        )


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
            of=_of(period, within),
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


def _of(period: Period, within: ReportsWithin) -> str:
    """Return «Báo cáo quý I: » where reports of other periods are told of as well."""
    return say("cua_bao_cao", period=period.short) if within.faulted else ""


def _behind(
    conducts: Conducts, within: ReportsWithin, period: Period, table: str, name_table: str
) -> Iterator[str]:
    own = _of(period, within)
    yield _slow(conducts, own, table)
    slow = [*conducts.late, *conducts.owing_still]
    named = {one.duty.unit for one in slow}
    yield from _within("con_thieu", within.lacked, named, table)
    yield from _within("cham_ky", within.late, named | within.lacked.keys(), table)
    all_open = [(own, conducts), *_of_open_parts(within)]
    for of, each in all_open:
        yield from _named("cho_giai_trinh", each.explaining, name_table, of)
        yield from _named("cho_ban_sua", each.correcting, name_table, of)


def _of_open_parts(within: ReportsWithin) -> Iterator[tuple[str, Conducts]]:
    for period, conducts in within.still_open:
        yield say("cua_bao_cao", period=period.short), conducts


def _within(phrase: str, reports: ByUnit, named: AbstractSet[str], table: str) -> Iterator[str]:
    """Yield of how many units reports within the period are slow, and how many of these were told of."""
    if not reports:
        return
    counts = counts_by_period(reports)
    are_several = sum(counts.values()) > len(reports)
    yield say(
        phrase,
        count=number(len(reports)),
        again=_again(named & reports.keys()),
        kinds=_kinds(counts),
        appendix=say("phu_luc", appendix=table),
        parts=counted(counts),
        several=NOTICE_TEXTS["nhieu_bao_cao"] if are_several else "",
    )


def _again(units: AbstractSet[str]) -> str:
    """Return how many of the units have been told of before."""
    count = len(units)
    return say("da_neu", count=number(count)) if count else ""


def _kinds(periods: Iterable[Period]) -> str:
    """Return «tháng»; of a half year «tháng, quý»."""
    called = [period.kind.facts.called for period in periods]
    kinds = dict.fromkeys(called)
    return ", ".join(kinds)


def _slow(conducts: Conducts, of: str, table: str) -> str:
    slow = [*conducts.late, *conducts.owing_still]
    if not slow:
        return say("khong_cham_ky", of=of) if of else NOTICE_TEXTS["khong_cham"]
    return say(
        "con_cham",
        of=of,
        count=number(len(slow)),
        appendix=say("phu_luc", appendix=table),
        parts=", ".join(_parts(conducts)),
    )


def _parts(conducts: Conducts) -> Iterator[str]:
    if conducts.late:
        yield say("phan_cham", count=number(len(conducts.late)))
    counts: dict[str, int] = {}
    for unit in conducts.owing_still:
        phrase = COUNTED[unit.state]
        counts[phrase] = counts.get(phrase, 0) + 1
    for phrase, count in counts.items():
        yield say(phrase, count=number(count))
