"""The notice of how units have kept to their duty to report: who does well, who is slow, each by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.office.days_to_answer import urged_until
from khoagiao_xl.report.alike_columns import NONE
from khoagiao_xl.report.appendix_names import appendix_names, unbroken
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import document_tags, guidance_cited, saying, staff_of
from khoagiao_xl.report.kinds.lacked_reports import counts_by_period, lacked_reports
from khoagiao_xl.report.kinds.unit_conduct import Conducts
from khoagiao_xl.report.name_lists import behind_count
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import NAMED
from khoagiao_xl.wording.told_kinds import NOTICE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Row, Tags
    from khoagiao_xl.report.kinds.lacked_reports import Lacked
    from khoagiao_xl.report.kinds.unit_conduct import UnitConduct
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(NOTICE_TEXTS)
# What is counted, and listed, of a unit that sent nothing usable in time.
COUNTED: Final = {State.MISSING: "phan_chua", State.EXTENDED: "phan_chua", State.UNUSABLE: "phan_loi",
                  State.RETURNED: "phan_tra"}  # fmt: skip
LISTED: Final = {State.MISSING: "tt_chua", State.EXTENDED: "tt_chua", State.UNUSABLE: "tt_loi",
                 State.RETURNED: "tt_tra"}  # fmt: skip


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the notice; raise KY-05, LVB-09 while all is open, BC-08 where none reported."""
    period = order.asked_period
    lacked = lacked_reports(year, period, order.today)
    conducts = replace(Conducts.of(year, period, order.today), lacking=frozenset(lacked))
    slow = [*conducts.late, *conducts.owing_still]
    if not conducts.good and not slow and not lacked:
        raise WrongRequest("LVB-09", period=period.label)
    if not conducts.reported:
        raise WrongRequest("BC-08", period=period.label)
    tables = {
        "bang_lam_tot": _good_rows(conducts.good, is_day_told=bool(_due(conducts))),
        "bang_con_cham": _slow_rows(conducts, lacked, period),
        "bang_ten": list(_name_rows(conducts)),
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
            "lam_tot": _well(conducts, good_table),
            "con_cham": _behind(conducts, lacked, slow_table, name_table),
            "yeu_cau": _asked(year, conducts, lacked, order),
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


def _named(phrase: str, units: Sequence[UnitConduct], name_table: str) -> Iterator[str]:
    """Yield how many units they are with their names, of many where these are listed; nothing for none."""
    if units:
        names = [unit.name for unit in units]
        yield say(
            phrase,
            count=number(len(units)),
            units=behind_count(names, name_table),
        )


def _well(conducts: Conducts, table: str) -> Iterator[str]:
    phrase = "lam_tot" if conducts.good else "khong_tot"
    yield say(
        phrase,
        count=number(len(conducts.good)),
        appendix=say("phu_luc", appendix=table),
        within=NOTICE_TEXTS["khong_thieu"] if conducts.lacking else "",
    )
    if conducts.mended:
        told = say("phan_sua", count=number(len(conducts.mended)))
        yield f"{told}."


def _behind(conducts: Conducts, lacked: Lacked, table: str, name_table: str) -> Iterator[str]:
    yield _slow(conducts, table)
    if lacked:
        yield say(
            "con_thieu",
            count=number(len(lacked)),
            appendix=say("phu_luc", appendix=table),
            parts=", ".join(_lacked_parts(lacked)),
        )
    yield from _named("cho_giai_trinh", conducts.explaining, name_table)
    yield from _named("cho_ban_sua", conducts.correcting, name_table)


def _lacked_parts(lacked: Lacked) -> Iterator[str]:
    for period, count in counts_by_period(lacked).items():
        yield say("thieu_ky", period=period.short, count=number(count))


def _slow(conducts: Conducts, table: str) -> str:
    slow = [*conducts.late, *conducts.owing_still]
    if not slow:
        return NOTICE_TEXTS["khong_cham"]
    return say(
        "con_cham",
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


def _asked(year: Year, conducts: Conducts, lacked: Lacked, order: DocumentOrder) -> Iterator[str]:
    """Yield what is asked of whom: what is owed by a day, of who came late only that it come in time."""
    asked = [*_works(conducts, order.asked_period.label), *_works_within(year, lacked)]
    if asked:
        until = urged_until(year, order.asked_period, order.today)
        yield say(
            "yeu_cau",
            works="; ".join(asked),
            staff=staff_of(year),
            until=day_text(until),
        )
    if conducts.late:
        yield say("yeu_cau_cham", count=number(len(conducts.late)))
    if not asked and not conducts.late:
        yield NOTICE_TEXTS["yeu_cau_chung"]


def _works(conducts: Conducts, period: str) -> Iterator[str]:
    owed = {
        "viec_gui": conducts.owing_still,
        "viec_giai_trinh": conducts.explaining,
        "viec_sua": conducts.correcting,
    }
    for phrase, units in owed.items():
        if units:
            yield say(phrase, count=number(len(units)), period=period)


def _works_within(year: Year, lacked: Lacked) -> Iterator[str]:
    """Yield the reports within the period that are asked for: not those of a period that is closed."""
    for period, count in counts_by_period(lacked).items():
        if not year.closing_of(period):
            yield say("viec_gui_ky", period=period.short, count=number(count))


# -- the tables -------------------------------------------------------------------------------------------


def _good_rows(units: Iterable[UnitConduct], *, is_day_told: bool) -> list[Row]:
    """Return a row for each unit, without the day of all where the text tells it."""
    rows = []
    for index, unit in enumerate(units, 1):
        received = unit.duty.received
        row = {
            "stt": str(index),
            "don_vi": unit.name,
            "han": NONE if is_day_told else day_text(unit.due),
            "ngay": day_text(received) if received else NONE,
        }
        rows.append(row)
    return rows


def _name_rows(conducts: Conducts) -> Iterator[Row]:
    """Yield a row for each kind of units that are too many for the sentence about them."""
    known = {
        "mien": conducts.waived,
        "gia_han": conducts.not_due,
        "cho_giai_trinh": conducts.explaining,
        "cho_ban_sua": conducts.correcting,
    }
    listed = {phrase: units for phrase, units in known.items() if len(units) > NAMED}
    for index, (phrase, units) in enumerate(listed.items(), 1):
        yield {
            "nhom": "",
            "stt": str(index),
            "noi_dung": say(phrase, count=number(len(units)), units=""),
            "don_vi": ", ".join(unit.name for unit in units),
        }


def _slow_rows(conducts: Conducts, lacked: Lacked, period: Period) -> list[Row]:
    """Return a row for each unit that is slow with the period, then for each that lacks one within it."""
    slow = [*conducts.late, *conducts.owing_still]
    own = {unit.duty.unit: unit for unit in slow}
    codes = dict.fromkeys([*own, *lacked])
    rows = []
    for index, code in enumerate(codes, 1):
        reports = [own[code]] if code in own else []
        reports += lacked.get(code, [])
        row = _slow_row(reports, period)
        rows.append({"stt": str(index), **row})
    return rows


def _slow_row(reports: Sequence[UnitConduct], period: Period) -> Row:
    """Return what is wrong with each of a unit's reports, its day and how late it is, in the same order."""
    first, *_ = reports
    return {
        "don_vi": first.name,
        "han": "; ".join(day_text(each.due) for each in reports),
        "tinh_trang": "; ".join(_state_told(each, period) for each in reports),
        "so_ngay": "; ".join(str(each.days_late) for each in reports),
    }


def _state_told(unit: UnitConduct, period: Period) -> str:
    """Return «Chưa gửi»; of a report of another period «Chưa gửi (tháng 3)»."""
    told = NOTICE_TEXTS["tt_cham" if unit.is_late else LISTED[unit.state]]
    own = Period.parse(unit.duty.period)
    return told if own == period else say("tt_ky", told=told, period=own.short)
