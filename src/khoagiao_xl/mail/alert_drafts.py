"""The drafts to the leadership as files: one for each issue that a quick form told of just now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import safe_name
from khoagiao_xl.mail.addresses import read_addresses
from khoagiao_xl.mail.letter_bytes import eml_bytes
from khoagiao_xl.mail.quick_alert import draft_alert
from khoagiao_xl.office.changes import NewFile
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.model.hot_issues import LoggedNotice
    from khoagiao_xl.model.results import Outcome

SETTING: Final = "thu_muc_thu_nhap"
USUAL: Final = "thu-nhap/{ky}"


@dataclass(frozen=True)
class AlertDesk:
    """Where alerts are drafted. period: code of the one whose inbox was taken in; moment: of the intake."""

    year: Year
    period: str
    moment: datetime

    @property
    def folder(self) -> Path:
        """Where drafts lie, which a person opens, looks over and sends."""
        settings = self.year.settings
        folder = settings.folders.get(SETTING, USUAL)
        return self.year.storage.folder(folder, self.period)

    def drafts(self, logged: Iterable[LoggedNotice]) -> list[NewFile]:
        """Return a draft for each issue that is new or was put right now; none is ever sent by itself."""
        folder = self.folder
        drafts = []
        for one in logged:
            if one.is_new or one.is_changed:
                name = alert_name(one.code)
                path = folder / name
                content = partial(self._eml, one)
                drafts.append(NewFile(path, content))
        return drafts

    def _eml(self, logged: LoggedNotice) -> bytes:
        settings = self.year.settings
        names = self.year.party_names
        unit = logged.notice.issue.unit
        name = names.get(unit, unit)
        draft = draft_alert(logged, name, settings)
        return eml_bytes(draft, settings.email, self.moment)

    def told(self, outcome: Outcome, drafts: Sequence[NewFile]) -> Outcome:
        """Return the outcome with the drafts; where no address is set somebody has to name one."""
        if not drafts:
            return outcome
        facts = {
            "count": len(drafts),
            "folder": self.folder.name,
        }
        said = sentence("VD-OK", facts)
        paths = [draft.path for draft in drafts]
        drafted = replace(
            outcome,
            sentence=f"{outcome.sentence} {said}",
            paths=(*outcome.paths, *paths),
        )
        addresses = read_addresses(self.year.settings.alerted)
        if addresses.sound:
            return drafted
        unaddressed = sentence("VD-29", {})
        return replace(
            drafted,
            status=1,
            details=(*outcome.details, unaddressed),
        )


def alert_name(code: str) -> str:
    """Return the file name of the draft that tells the leadership of an issue."""
    name = safe_name(code)
    return f"Tin-nhanh_{name}.eml"
