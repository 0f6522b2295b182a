"""An inbox as it really looks: most forms right, some late, missing, doubled, mixed up, broken or wrong."""

from __future__ import annotations

import io
import os
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_cast import Cast, cast_of, change_of, corrected, crowded, over_insured, reported
from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_faults import SLOPPY, faults_of
from khoagiao_xl.demo.demo_figures import (
    Figures,
    chance_of,
    explanations_for,
    figures_of,
    with_the_quarter,
)
from khoagiao_xl.demo.demo_issue import MONTH_OF_IT, told_at_once, with_an_issue, words_for_an_issue
from khoagiao_xl.demo.demo_words import words_of
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.naming import quick_name
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.vietnamese.office_clock import with_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.obligations import Obligations

FORM_TYPE: Final = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
OPENING, EVENING = time(11), time(17, 15)
DAY_OF_WORK: Final = 350  # minutes from the opening on: what was taken in that morning has come before it
NAMED_AS_ISSUED, NAMED_ON_A_MAC = 0.85, 0.95
SOME_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # any fixed day: the same sample, the same bytes


def fill_inbox(owed: Obligations, forms: Mapping[str, bytes], inbox: Path, days: Sequence[date] = ()) -> Cast:
    """Write what the units send until the deadline, and return who plays which part in it.

    forms: the issued forms by unit code. days: those on which they send, blank for that of the deadline.
    """
    cast = cast_of(owed, owed.period)
    writer = _Writer(owed, forms, inbox, days or [owed.deadline.unit_due])
    _send_sound(writer, cast)
    _send_faulty(writer, cast)
    _send_odd(writer, cast)
    writer.mail(cast.by_mail)
    _put_strangers(writer)
    return cast


def mend_inbox(owed: Obligations, forms: Mapping[str, bytes], inbox: Path, days: Sequence[date]) -> None:
    """Write what comes after the reminders: late forms, and those that came back, put in order."""
    cast = cast_of(owed, owed.period)
    writer = _Writer(owed, forms, inbox, days)
    for unit in cast.late:
        answers = writer.answers(unit)
        writer.send(unit, answers)
    for unit in cast.mending:
        answers = writer.answers(unit)
        name = f"{unit.code}_{writer.period} (sửa).xlsx"
        writer.send(unit, answers, name=name)


def tell_at_once(owed: Obligations, folder: Path, inbox: Path, days: Sequence[date]) -> None:
    """Write the quick form of a unit at which something has happened; folder: where the blank ones lie.

    owed: of the month of the inbox; the issue is of the month after it.
    """
    writer = _Writer(owed, {}, inbox, days)
    first, *_ = days
    cast = cast_of(owed, owed.period.next)
    for unit in cast.troubled:
        name = quick_name(unit.code)
        blank = folder / name
        form = blank.read_bytes()
        told = told_at_once(form, first)
        writer.put(name, told, writer.last_minute)


def mend_later(owed: Obligations, forms: Mapping[str, bytes], inbox: Path, days: Sequence[date]) -> None:
    """Write the form of a unit that has counted again after the period was closed."""
    writer = _Writer(owed, forms, inbox, days)
    cast = cast_of(owed, owed.period)
    for unit in cast.recounting:
        again = writer.answers(unit, corrected)
        name = f"{unit.code}_{writer.period} (đính chính).xlsx"
        writer.send(unit, again, name=name)


def _send_sound(writer: _Writer, cast: Cast) -> None:
    for unit in (*cast.sound, cast.twice, cast.lender):
        change = None
        if unit in cast.troubled and writer.is_hot:
            change = with_an_issue
        answers = writer.answers(unit, change)
        writer.send(unit, answers)
    answers = writer.answers(cast.nothing)
    if writer.is_of_a_month:
        answers = writer.nothing(cast.nothing)
    writer.send(cast.nothing, answers)


def _send_faulty(writer: _Writer, cast: Cast) -> None:
    faults = faults_of(writer.period, len(cast.faulty))
    wrong = zip(cast.faulty, faults, strict=True)
    sloppy = zip(cast.sound, SLOPPY, strict=False)
    for unit, change in (*wrong, *sloppy):
        answers = writer.answers(unit)
        writer.send(unit, change(answers))


def _send_odd(writer: _Writer, cast: Cast) -> None:
    period = writer.period
    late = writer.last_minute
    again = writer.answers(cast.twice, corrected)
    name = f"{cast.twice.code}_{period} (1).xlsx"
    writer.send(cast.twice, again, name=name, at=late)
    mixed = writer.answers(cast.mixed)
    name = f"{cast.mixed.code}_{period}.xlsx"
    writer.send(cast.lender, mixed, name=name, at=late)
    whole = writer.answers(cast.broken)
    writer.send(cast.broken, whole, cut=True)
    oddity = crowded if writer.is_of_a_month else over_insured
    odd = writer.answers(cast.odd, oddity)
    writer.send(cast.odd, odd)


def months_of(period: Period) -> list[Period]:
    """Return the months of a longer period."""
    if period.kind is Kind.MONTH:
        return []
    indexes = range(period.first_month, period.last_month + 1)
    return [Period(period.year, Kind.MONTH, index) for index in indexes]


def _put_strangers(writer: _Writer) -> None:
    """Put in what is no form: a list sent by mistake, a letter as PDF, Excel's mark of an open file."""
    moment = datetime.combine(writer.days[-1], time(9))
    writer.put("Danh sach van ban.xlsx", _some_list(), moment)
    writer.put("Cong van.pdf", b"%PDF-1.4\n%%EOF\n", moment)
    writer.put("~$Bieu dang mo.xlsx", b"\x00" * 165, moment)


def _some_list() -> bytes:
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": SOME_DAY})
    sheet = book.add_worksheet("Danh sách")
    sheet.write_row(0, 0, ("STT", "Tên văn bản"))
    sheet.write_row(1, 0, (1, "Kế hoạch tuyên truyền"))
    book.close()
    return stream.getvalue()


@dataclass
class _Writer:
    """Writes filled forms into one inbox under the names and times units give them."""

    owed: Obligations
    forms: Mapping[str, bytes]
    inbox: Path
    days: Sequence[date]

    def __post_init__(self) -> None:
        self._fillers: dict[tuple[str, ...], Filler] = {}
        self.inbox.mkdir(parents=True, exist_ok=True)

    @property
    def period(self) -> Period:
        """The period of the inbox."""
        return self.owed.period

    @property
    def is_of_a_month(self) -> bool:
        """Whether the inbox is of a month: what months said binds what is said of longer periods."""
        return self.period.kind is Kind.MONTH

    @property
    def is_hot(self) -> bool:
        """Whether a hot issue arises in the period."""
        return self.is_of_a_month and self.period.index == MONTH_OF_IT

    @property
    def last_minute(self) -> datetime:
        """The end of the last day on which units send."""
        return datetime.combine(self.days[-1], EVENING)

    # -- what a unit types --------------------------------------------------------------------------------

    def answers(self, unit: Unit, change: Callable[[Figures], Figures] | None = None) -> Answers:
        """Return the unit's true answers, or what `change` makes of them."""
        figures = self._figures(unit)
        if change:
            figures = change(figures)
        said = explanations_for(figures, self.period)
        changes = [change_of(self.owed, unit, month) for month in months_of(self.period)]
        if crowded in changes:
            said["KG107"] = "Có hội nghị mời cả đảng viên nơi khác, đã giải trình ở báo cáo tháng"
        known = with_the_quarter(unit.code, self.period, figures)
        words = words_of(unit.code, str(self.period), known) | words_for_an_issue(figures)
        starts = self.owed.deadline.starts
        rows = details_of(unit.code, self.period, known, starts)
        return Answers(figures, said, words, rows)

    def nothing(self, unit: Unit) -> Answers:
        """Return the answers of a unit that has nothing to report."""
        figures = self._figures(unit)
        kept = {code: figures[code] for code in ("KG001", "KG605")}
        return Answers(kept, explanations_for(kept, self.period), nothing=True)

    def _figures(self, unit: Unit) -> Figures:
        def month_of(_: str, month: Period) -> Figures:
            return reported(self.owed, unit, month)

        asked = list(self.owed.asked_of(unit))
        return figures_of(unit.code, self.period, asked, month_of)

    def filled(self, unit: Unit, answers: Answers) -> bytes:
        """Return the unit's form with the answers typed in."""
        form = self.forms[unit.code]
        key = tuple(item.code for item in self.owed.asked_of(unit))
        if key not in self._fillers:
            self._fillers[key] = Filler(form)
        return self._fillers[key].fill_in(form, answers)

    # -- how it comes -------------------------------------------------------------------------------------

    def send(
        self,
        unit: Unit,
        answers: Answers,
        *,
        name: str = "",
        at: datetime | None = None,
        cut: bool = False,
    ) -> None:
        """Put one filled form into the inbox; `cut`: only its first half arrives."""
        data = self.filled(unit, answers)
        if cut:
            data = data[: len(data) // 2]
        moment = at or self._arrival(unit)
        self.put(name or self._name(unit), data, moment)

    def mail(self, unit: Unit) -> None:
        """Put one filled form into the inbox as a letter with an attachment."""
        moment = self._arrival(unit)
        letter = EmailMessage(policy=SMTP)
        letter["From"] = unit.email
        letter["Subject"] = f"Báo cáo khoa giáo {self.period}"
        letter["Date"] = format_datetime(with_zone(moment))
        letter.set_content("Gửi kèm biểu số liệu.\n", cte="base64")
        form = self.filled(unit, self.answers(unit))
        letter.add_attachment(form, *FORM_TYPE, filename=f"{unit.code}.xlsx")
        letter.set_boundary(f"=_{unit.code}")
        self.put(f"Thu {unit.code}.eml", letter.as_bytes(), moment)

    def put(self, name: str, data: bytes, moment: datetime) -> None:
        """Put a file into the inbox as it came at `moment` of the office's clock."""
        path = self.inbox / name
        path.write_bytes(data)
        stamp = with_zone(moment).timestamp()
        os.utime(path, (stamp, stamp))

    def _name(self, unit: Unit) -> str:
        """Return the name the unit gave its file: mostly as issued, sometimes its own."""
        chance = chance_of(f"tên tệp {unit.code} {self.period}").random()
        if chance < NAMED_AS_ISSUED:
            return f"{unit.code}_{self.period}.xlsx"
        words = unit.name[:40].replace("/", "-")
        name = f"Biểu khoa giáo - {words}.xlsx"
        if chance > NAMED_ON_A_MAC:
            # There the accents stand apart from their letters.
            return unicodedata.normalize("NFD", name)
        return name

    def _arrival(self, unit: Unit) -> datetime:
        first, *_ = self.days
        chance = chance_of(f"giờ gửi {unit.code} {self.period} {first}")
        minutes = chance.randint(0, DAY_OF_WORK)
        day = chance.choice(self.days)
        opening = datetime.combine(day, OPENING)
        return opening + timedelta(minutes=minutes)
