"""The letters that forms go out with: to each unit its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.model.records import REPORTED, State
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.correspondence.period_desk import PeriodDesk
    from khoagiao_xl.mail.covering import Covered
    from khoagiao_xl.model.records import Unit

FOLDER: Final = "thu_muc_bieu_mau"


def form_letters(desk: PeriodDesk) -> Iterator[Covered]:
    """Yield a letter with its form to each unit that has not reported yet; raise THU-301 without any form.

    A unit whose report went back works in the marked copy: a blank form beside it would mislead.
    """
    folder = desk.folder(FOLDER)
    if not folder.is_dir():
        raise WrongRequest("THU-301", period=desk.period.label, folder=folder.name)
    missing = []
    for unit in desk.owing:
        if _needs_none(desk, unit):
            continue
        name = form_name(unit.code, desk.code)
        path = folder / name
        if path.exists():
            yield _letter(desk, unit, path)
        else:
            missing.append(unit.code)
    if missing:
        facts = {"period": desk.period.label, "units": ", ".join(missing)}
        told = sentence("THU-302", facts)
        desk.told.append(told)


def _needs_none(desk: PeriodDesk, unit: Unit) -> bool:
    duty = desk.duties.get(unit.code)
    if duty is None:
        return False
    return duty.state in REPORTED or duty.state is State.RETURNED


def _letter(desk: PeriodDesk, unit: Unit, path: Path) -> Covered:
    data = read_bytes(path)
    due = desk.obligations.due(unit.code)
    window = {
        "starts": day_text(desk.obligations.deadline.starts),
        "ends": day_text(desk.obligations.deadline.ends),
    }
    facts = {
        "han": day_text(due),
        "khoang_ngay": sentence("THU-333", window),
        "noi_dung": _overdue(due, desk.today),
    }
    return desk.with_file(
        LetterKind.FORMS,
        path,
        sha256_of(data),
        facts,
        unit,
    )


def _overdue(due: date, today: date) -> str:
    """Return what is said of a deadline that is over, blank for one that is not."""
    days = (today - due).days
    if days <= 0:
        return ""
    return sentence("THU-314", {"days": days})
