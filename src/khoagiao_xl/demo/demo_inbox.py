"""An inbox as it really looks: most forms right, some late, missing, doubled, mixed up, broken or wrong."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from random import Random
from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_figures import Figures, explanations_for, figures_of, true_month
from khoagiao_xl.demo.form_filling import Answers, Filler
from khoagiao_xl.files import make_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.obligations import Obligations

# A few units write a few lines; most leave the page of words empty in a quiet month.
STORIES: Final = (
    "Tổ chức hội nghị quán triệt Nghị quyết số 45-NQ/TW đến toàn thể đảng viên, người lao động.",
    "Phối hợp với ngành y tế tổ chức nói chuyện chuyên đề về bảo hiểm y tế và phòng, chống dịch bệnh.",
    "Phát động phong trào sáng kiến cải tiến; đưa phần mềm quản lý văn bản vào sử dụng ở tất cả các phòng.",
    "Ra quân dọn vệ sinh, trồng cây xanh quanh trụ sở; thay túi ni-lông bằng vật liệu thân thiện môi trường.",
    "Trao học bổng của quỹ khuyến học cho con cán bộ, người lao động có thành tích học tập tốt.",
    "Sinh hoạt chuyên đề về chuyển đổi số, gắn với việc thực hiện thủ tục hành chính trực tuyến.",
)
HARDSHIPS: Final = (
    "Một số buổi sinh hoạt lồng ghép nội dung chưa sâu do trùng đợt cao điểm chuyên môn.",
    "Đảng viên đi công tác địa bàn xa nên tỷ lệ dự học tập chưa cao.",
)
PLANS: Final = (
    "Tiếp tục thực hiện kế hoạch công tác khoa giáo năm; chuẩn bị sơ kết theo hướng dẫn.",
    "Đề nghị cấp trên cung cấp thêm tài liệu tuyên truyền về y tế cơ sở.",
)
Change = Callable[[Answers], Answers]


@dataclass(frozen=True)
class Scene:
    """What the sample inbox of one period holds, as truth to compare the intake with."""

    files: int
    missing: tuple[str, ...]
    late: tuple[str, ...]
    faulty: tuple[str, ...]
    nothing: str
    twice: str
    mixed_up: tuple[str, str]


def _figure(**changes: object) -> Change:
    return lambda answers: replace(answers, figures={**answers.figures, **changes})  # type: ignore[dict-item]


def _number(answers: Answers, code: str) -> int:
    value = answers.figures[code]
    return value if isinstance(value, int) else 0


def _more(code: str, than: str, by: int) -> Change:
    """Type into `code` a number larger by `by` than the true one of `than`."""
    return lambda answers: _figure(**{code: _number(answers, than) + by})(answers)


def _crowded(figures: Figures) -> Figures:
    """Call three times as many members to one meeting as there are: possible, but to be explained."""
    called = 3 * int(figures["KG001"])  # type: ignore[arg-type]  # a true month's figures are whole
    return {**figures, "KG106": 1, "KG107": called, "KG108": called, "KG109": 100.0}


def _quiet(figures: Figures) -> Figures:
    """Nothing happened: the members are there all the same, and so is the year's plan."""
    nothing = {code: 0 if isinstance(value, int | float) else None for code, value in figures.items()}
    return nothing | {code: figures[code] for code in ("KG001", "KG601")}


def _corrected(figures: Figures) -> Figures:
    """What a unit sends again after counting once more."""
    return {**figures, "KG110": int(figures["KG110"]) + 5}  # type: ignore[arg-type]


# Faults that units really make, each in one form; every one must come back to the unit.
FAULTS: Final[tuple[Change, ...]] = (
    _more("KG201", "KG201", 3),
    _figure(KG110="khoảng 120"),
    _figure(KG216=-4),
    _figure(KG502=None),
    _more("KG108", "KG107", 7),
    lambda answers: replace(answers, no_secret=False),
    _figure(KG206="1.25O"),
    _figure(KG601="có rồi nhé"),
)
# Ways of writing that mean one thing only: read, repaired, told.
SLOPPY: Final[tuple[Change, ...]] = (
    lambda answers: _figure(KG220=f"{answers.figures['KG220']:02} ý kiến")(answers),
    lambda answers: _figure(KG110=f" {answers.figures['KG110']} ")(answers),
    _figure(KG226="không"),
)


def fill_inbox(register: Obligations, forms: dict[str, bytes], inbox: Path) -> Scene:
    """Write the sample inbox of a period: `forms` are the issued ones by unit code."""
    order = _in_order(register, register.period)
    missing, late, faulty, order = order[:5], order[5:9], order[9 : 9 + len(FAULTS)], order[9 + len(FAULTS) :]
    nothing, twice, mixed, lender, broken, by_mail, odd, *sound = order
    writer = _Writer(register, forms, inbox)
    for unit in [*late, *sound, nothing, twice, lender]:
        writer.send(unit, writer.answers(unit, nothing=unit is nothing), late=unit in late)
    for unit, fault in zip(faulty, FAULTS, strict=True):
        writer.send(unit, fault(writer.answers(unit)))
    for unit, sloppy in zip(sound, SLOPPY, strict=False):
        writer.send(unit, sloppy(writer.answers(unit)))
    writer.send(
        twice,
        _changed(writer.answers(twice), _corrected),
        name="{code}_{period} (1).xlsx",
        days=1,
    )
    writer.send(lender, writer.answers(mixed), name=f"{mixed.code}_{{period}}.xlsx", days=1)
    writer.send(broken, writer.answers(broken), cut=True)
    writer.send(odd, _changed(writer.answers(odd), _crowded))
    writer.mail(by_mail)
    writer.strangers()
    return Scene(
        files=sum(1 for path in inbox.iterdir() if not path.name.startswith("~$")),
        missing=tuple(unit.code for unit in missing),
        late=tuple(unit.code for unit in late),
        faulty=tuple(unit.code for unit in faulty),
        nothing=nothing.code,
        twice=twice.code,
        mixed_up=(mixed.code, lender.code),
    )


def _in_order(register: Obligations, period: Period) -> list[Unit]:
    """Return the units in the order in which they are given their parts in a period's inbox."""
    units = list(register.owing)
    order = Random(f"hộp thư {period}").sample(units, len(units))  # noqa: S311  # sample data, nothing secret
    for month in period.parts[:1]:
        # Who says that nothing happened in a quarter has no months that say otherwise.
        silent, nothing = order.index(_in_order(register, month)[0]), 9 + len(FAULTS)
        order[silent], order[nothing] = order[nothing], order[silent]
    return order


def _reported(register: Obligations, unit: Unit, month: Period) -> Figures:
    """Return what a unit reported of a month: a quarter is the sum of what its months said."""
    figures = true_month(unit.code, month)
    change = _part_of(register, unit, month)
    return change(figures) if change else figures


def _part_of(register: Obligations, unit: Unit, month: Period) -> Callable[[Figures], Figures] | None:
    """Return what a unit's part in a month's inbox does to its figures."""
    nothing, twice, _, _, _, _, odd, *_ = _in_order(register, month)[9 + len(FAULTS) :]
    parts = {nothing.code: _quiet, twice.code: _corrected, odd.code: _crowded}
    return parts.get(unit.code)


def _changed(answers: Answers, change: Callable[[Figures], Figures]) -> Answers:
    return replace(answers, figures=change(dict(answers.figures)))


class _Writer:
    """Writes filled forms into one inbox under the names and times units give them."""

    def __init__(self, register: Obligations, forms: dict[str, bytes], inbox: Path) -> None:
        self.register, self.forms, self.inbox = register, forms, inbox
        self._fillers: dict[tuple[str, ...], Filler] = {}
        make_folder(inbox)

    def answers(self, unit: Unit, *, nothing: bool = False) -> Answers:
        """Return the unit's true answers."""
        asked, period = list(self.register.asked_of(unit)), self.register.period
        figures = figures_of(unit.code, period, asked, lambda _, month: _reported(self.register, unit, month))
        if nothing:
            answers = {code: figures[code] for code in ("KG001", "KG601")}
            return Answers(answers, explanations_for(answers, period), nothing=True)
        chance = Random(f"lời văn {unit.code} {self.register.period}")  # noqa: S311
        shares = {"KG602": (0.14, STORIES), "KG603": (0.05, HARDSHIPS), "KG604": (0.06, PLANS)}
        texts = {
            code: chance.choice(said) for code, (share, said) in shares.items() if chance.random() < share
        }
        said = explanations_for(figures, period)
        if _crowded in [_part_of(self.register, unit, month) for month in period.parts]:
            said["KG107"] = "Có hội nghị mời cả đảng viên nơi khác, đã giải trình ở báo cáo tháng"
        return Answers(figures, said, texts)

    def filled(self, unit: Unit, answers: Answers) -> bytes:
        """Return the unit's form with the answers typed in."""
        form = self.forms[unit.code]
        key = tuple(item.code for item in self.register.asked_of(unit))
        filler = self._fillers.setdefault(key, Filler(form))
        return filler.fill_in(form, answers)

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
        name = name.format(code=unit.code, period=self.register.period) or self._name(unit)
        self._put(
            name,
            data[: len(data) // 2] if cut else data,
            self._arrival(unit, late=late) + timedelta(days=days),
        )

    def mail(self, unit: Unit) -> None:
        """Put one filled form into the inbox as a letter with an attachment."""
        letter = EmailMessage(policy=SMTP)
        letter["From"], letter["Subject"] = unit.email, f"Báo cáo khoa giáo {self.register.period}"
        letter["Date"] = format_datetime(self._arrival(unit).astimezone())
        letter.set_content("Gửi kèm biểu số liệu.\n", cte="base64")
        kind = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        letter.add_attachment(self.filled(unit, self.answers(unit)), *kind, filename=f"{unit.code}.xlsx")
        letter.set_boundary(f"=_{unit.code}")
        self._put(f"Thu {unit.code}.eml", letter.as_bytes(), self._arrival(unit))

    def strangers(self) -> None:
        """Put in what is no form: a list sent by mistake, a letter as PDF, Excel's mark of an open file."""
        import io

        from xlsxwriter import Workbook

        stream = io.BytesIO()
        book = Workbook(stream, {"in_memory": True})
        book.set_properties({"created": datetime(2024, 1, 1)})  # noqa: DTZ001
        sheet = book.add_worksheet("Danh sách")
        for row, line in enumerate((("STT", "Tên văn bản"), (1, "Kế hoạch tuyên truyền"))):
            sheet.write_row(row, 0, line)
        book.close()
        moment = datetime.combine(self.register.deadline.unit_due, time(9))
        self._put("Danh sach van ban.xlsx", stream.getvalue(), moment)
        self._put("Cong van.pdf", b"%PDF-1.4\n%%EOF\n", moment)
        self._put("~$Bieu dang mo.xlsx", b"\x00" * 165, moment)

    def _name(self, unit: Unit) -> str:
        """Return the name the unit gave its file: mostly as issued, sometimes its own."""
        chance = Random(f"tên tệp {unit.code} {self.register.period}").random()  # noqa: S311
        if chance < 0.85:
            return f"{unit.code}_{self.register.period}.xlsx"
        # A file named on a Mac carries its accents apart from the letters.
        name = f"Biểu khoa giáo - {unit.name[:40].replace('/', '-')}.xlsx"
        return unicodedata.normalize("NFD", name) if chance > 0.95 else name

    def _arrival(self, unit: Unit, *, late: bool = False) -> datetime:
        chance = Random(f"giờ gửi {unit.code} {self.register.period}")  # noqa: S311
        due = datetime.combine(self.register.deadline.unit_due, time(8))
        minutes = timedelta(minutes=chance.randint(0, 540))
        return due + minutes + timedelta(days=chance.randint(1, 3) if late else -chance.randint(1, 3))

    def _put(self, name: str, data: bytes, moment: datetime) -> None:
        path = self.inbox / name
        write_atomically(path, data)
        # The office's clock is Vietnam's, wherever the sample is made.
        stamp = (moment - datetime(1970, 1, 1)).total_seconds() - 7 * 3600  # noqa: DTZ001
        os.utime(path, (stamp, stamp))
