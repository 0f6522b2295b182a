"""The letters that marked copies go back with: what is to be put right, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.correspondence.period_desk import numbered
from khoagiao_xl.forms.naming import returned_name
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.model.records import State
from khoagiao_xl.office.days_to_answer import last_day
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.correspondence.period_desk import PeriodDesk
    from khoagiao_xl.mail.covering import Covered
    from khoagiao_xl.model.records import Duty, Unit

FOLDER: Final = "thu_muc_tra_lai"


def return_letters(desk: PeriodDesk) -> Iterator[Covered]:
    """Yield a letter with the marked copy to each unit whose report goes back."""
    folder = desk.folder(FOLDER)
    lost = []
    for unit in desk.owing:
        duty = desk.duties.get(unit.code)
        if duty is None or duty.state is not State.RETURNED:
            continue
        name = returned_name(unit.code, duty.period, duty.version)
        path = folder / name
        if path.exists():
            yield _letter(desk, unit, duty, path)
        else:
            lost.append(unit.code)
    if lost:
        facts = {"units": ", ".join(lost), "folder": folder.name}
        told = sentence("THU-303", facts)
        desk.told.append(told)


def _letter(desk: PeriodDesk, unit: Unit, duty: Duty, path: Path) -> Covered:
    until = last_day(desk.year, desk.period, desk.today)
    open_places = desk.places(unit.code)
    told = [
        numbered(open_places),
        *_locked(desk),
    ]
    facts = {
        "tep": duty.file,
        "ngay_nhan": received_text(duty),
        "han": day_text(until),
        "noi_dung": "\n\n".join(told),
    }
    return desk.with_file(
        LetterKind.RETURNS,
        path,
        duty.sha256,
        facts,
        unit,
    )


def _locked(desk: PeriodDesk) -> Iterator[str]:
    """Yield what is said of a period whose figures stand already: nobody is to send into it unasked."""
    settings = desk.year.settings
    closes = desk.obligations.deadline.closes
    facts = {
        "office": settings.staff or settings.body,
        "closes": day_text(closes),
    }
    if desk.year.closing_of(desk.period):
        yield sentence("THU-335", facts)
    elif desk.today > closes:
        yield sentence("THU-716", facts)


def received_text(duty: Duty) -> str:
    """Return when a file came, «16/01/2024, 14 giờ 20»; blank where nobody knows."""
    moment = duty.received
    if moment is None:
        return ""
    day = day_text(moment)
    return f"{day}, {moment:%H giờ %M}"
