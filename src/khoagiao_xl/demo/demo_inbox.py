"""An inbox as it really looks: most forms right, some late, missing, doubled, mixed up, broken or wrong."""

from __future__ import annotations

import io
import os
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_cast import Cast, cast_of, change_of, corrected, crowded, reported
from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_faults import FAULTS, SLOPPY
from khoagiao_xl.demo.demo_figures import Figures, chance_of, explanations_for, figures_of
from khoagiao_xl.demo.demo_words import words_of
from khoagiao_xl.demo.form_filling import Answers, Filler

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.obligations import Obligations

FORM_TYPE: Final = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
OPENING, DAY_OF_WORK = time(8), 540  # minutes
NAMED_AS_ISSUED, NAMED_ON_A_MAC = 0.85, 0.95
VIETNAM: Final = timedelta(hours=7)
EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001
SOME_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # any fixed day: the same sample, the same bytes


def fill_inbox(owed: Obligations, forms: Mapping[str, bytes], inbox: Path) -> Cast:
    """Write the sample inbox of a period and return who plays which part in it.

    forms: the issued forms by unit code.
    """
    cast, writer = cast_of(owed, owed.period), _Writer(owed, forms, inbox)
    _send_sound(writer, cast)
    _send_faulty(writer, cast)
    _send_odd(writer, cast)
    writer.mail(cast.by_mail)
    _put_strangers(writer)
    return cast


def _send_sound(writer: _Writer, cast: Cast) -> None:
    for unit in cast.late:
        answers = writer.answers(unit)
        writer.send(unit, answers, late=True)
    for unit in (*cast.sound, cast.twice, cast.lender):
        answers = writer.answers(unit)
        writer.send(unit, answers)
    answers = writer.nothing(cast.nothing)
    writer.send(cast.nothing, answers)


def _send_faulty(writer: _Writer, cast: Cast) -> None:
    wrong = zip(cast.faulty, FAULTS, strict=False)
    sloppy = zip(cast.sound, SLOPPY, strict=False)
    for unit, change in (*wrong, *sloppy):
        answers = writer.answers(unit)
        writer.send(unit, change(answers))


def _send_odd(writer: _Writer, cast: Cast) -> None:
    again = _changed(writer.answers(cast.twice), corrected)
    name = f"{cast.twice.code}_{writer.period} (1).xlsx"
    writer.send(cast.twice, again, name=name, days=1)
    mixed = writer.answers(cast.mixed)
    name = f"{cast.mixed.code}_{writer.period}.xlsx"
    writer.send(cast.lender, mixed, name=name, days=1)
    whole = writer.answers(cast.broken)
    writer.send(cast.broken, whole, cut=True)
    odd = _changed(writer.answers(cast.odd), crowded)
    writer.send(cast.odd, odd)


def _changed(answers: Answers, change: Callable[[Figures], Figures]) -> Answers:
    return replace(answers, figures=change(dict(answers.figures)))


def _put_strangers(writer: _Writer) -> None:
    """Put in what is no form: a list sent by mistake, a letter as PDF, Excel's mark of an open file."""
    moment = datetime.combine(writer.due, time(9))
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

    def __post_init__(self) -> None:
        self._fillers: dict[tuple[str, ...], Filler] = {}
        self.inbox.mkdir(parents=True, exist_ok=True)

    @property
    def period(self) -> Period:
        """The period of the inbox."""
        return self.owed.period

    @property
    def due(self) -> datetime:
        """The morning of the day on which the units are due."""
        return datetime.combine(self.owed.deadline.unit_due, OPENING)

    # -- what a unit types --------------------------------------------------------------------------------

    def answers(self, unit: Unit) -> Answers:
        """Return the unit's true answers."""
        figures = self._figures(unit)
        said = explanations_for(figures, self.period)
        changes = [change_of(self.owed, unit, month) for month in self.period.parts]
        if crowded in changes:
            said["KG107"] = "Có hội nghị mời cả đảng viên nơi khác, đã giải trình ở báo cáo tháng"
        words = words_of(unit.code, str(self.period))
        starts = self.owed.deadline.starts
        rows = details_of(unit.code, self.period, figures, starts)
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
        late: bool = False,
        cut: bool = False,
        days: int = 0,
    ) -> None:
        """Put one filled form into the inbox; `cut`: only its first half arrives."""
        data = self.filled(unit, answers)
        if cut:
            data = data[: len(data) // 2]
        moment = self._arrival(unit, late=late) + timedelta(days=days)
        self.put(name or self._name(unit), data, moment)

    def mail(self, unit: Unit) -> None:
        """Put one filled form into the inbox as a letter with an attachment."""
        moment = self._arrival(unit)
        letter = EmailMessage(policy=SMTP)
        letter["From"] = unit.email
        letter["Subject"] = f"Báo cáo khoa giáo {self.period}"
        letter["Date"] = format_datetime(moment.astimezone())
        letter.set_content("Gửi kèm biểu số liệu.\n", cte="base64")
        form = self.filled(unit, self.answers(unit))
        letter.add_attachment(form, *FORM_TYPE, filename=f"{unit.code}.xlsx")
        letter.set_boundary(f"=_{unit.code}")
        self.put(f"Thu {unit.code}.eml", letter.as_bytes(), moment)

    def put(self, name: str, data: bytes, moment: datetime) -> None:
        """Put a file into the inbox as it came at `moment` of the office's clock."""
        path = self.inbox / name
        path.write_bytes(data)
        # The office's clock is Vietnam's, wherever the sample is made.
        stamp = (moment - VIETNAM - EPOCH).total_seconds()
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

    def _arrival(self, unit: Unit, *, late: bool = False) -> datetime:
        chance = chance_of(f"giờ gửi {unit.code} {self.period}")
        minutes = chance.randint(0, DAY_OF_WORK)
        days = chance.randint(1, 3)
        if not late:
            days = -days
        return self.due + timedelta(days, minutes=minutes)
