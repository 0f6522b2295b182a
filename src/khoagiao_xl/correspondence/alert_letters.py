"""The letters by which the leadership hears of a hot issue at once: all that the unit told, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.mail.letter import Letter
from khoagiao_xl.mail.letter_templates import common_facts
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.issue_texts import ALERT_LABELS

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.mail.letter import Recipient
    from khoagiao_xl.mail.letter_templates import LetterTexts
    from khoagiao_xl.model.hot_issues import Issue, LoggedNotice
    from khoagiao_xl.office.year import Year

# Of a new issue, and of one that is put right: the first words of the subject, and the first sentence.
NEW, MENDED = ("VD-20", "VD-23"), ("VD-21", "VD-24")


@dataclass(frozen=True)
class Alert:
    """An issue of which the leadership is to hear. notice: the last quick form of it.

    is_new: whether it was not known before. earlier: the hashes of the quick forms that told of it before.
    change: what was put right in its row, as that says.
    """

    notice: LoggedNotice
    is_new: bool
    earlier: tuple[str, ...] = ()
    change: str = ""


def alerts_of(logged: Iterable[LoggedNotice], issues: Iterable[Issue]) -> list[Alert]:
    """Return one alert for each issue that is new or was put right just now, in the order they came."""
    rows = {issue.code: issue for issue in issues}
    fresh: dict[str, Alert] = {}
    for one in logged:
        if one.is_new or one.is_changed:
            before = fresh.get(one.code)
            is_new = before.is_new if before else one.is_new
            fresh[one.code] = _alert(one, rows.get(one.code), is_new=is_new)
    return list(fresh.values())


def _alert(one: LoggedNotice, row: Issue | None, *, is_new: bool) -> Alert:
    if row is None:
        return Alert(one, is_new)
    earlier = _without(row.sha256, one.notice.sha256)
    change = "" if is_new else row.change
    return Alert(one, is_new, earlier, change)


def _without(known: Iterable[str], own: str) -> tuple[str, ...]:
    others = [sha256 for sha256 in known if sha256 != own]
    return tuple(others)


def alert_code(sha256: str) -> str:
    """Return the code of the letter about a quick form, by the form's hash."""
    letter = Letter(LetterKind.ALERT, "", "", about=sha256)
    return letter.code


@dataclass(frozen=True)
class AlertWriting:
    """Where alerts are written. texts: the words of letters. to: the leadership's addresses."""

    year: Year
    texts: LetterTexts
    to: Sequence[Recipient]
    today: date

    def letter(self, alert: Alert) -> tuple[Letter, Sequence[str]]:
        """Return the letter about an issue, and what the office is told of its own words for it."""
        filled = self.texts.fill(LetterKind.ALERT, "", self._facts(alert))
        notice = alert.notice
        replaced = map(alert_code, alert.earlier)
        letter = Letter(
            kind=LetterKind.ALERT,
            subject=filled.subject,
            body=filled.body,
            to=tuple(self.to),
            about=notice.notice.sha256,
            named=notice.code,
            replaced=frozenset(replaced),
        )
        return letter, filled.told

    def _facts(self, alert: Alert) -> Mapping[str, str]:
        notice = alert.notice.notice
        issue = notice.issue
        settings = self.year.settings
        facts = {
            "code": alert.notice.code,
            "unit": self.year.party_names.get(issue.unit, issue.unit),
            "day": day_text(issue.day),
            "reported": day_text(issue.told_on),
            "file": notice.file,
            "office": settings.staff or settings.body,
        }
        heading, opening = NEW if alert.is_new else MENDED
        unverified = sentence("VD-25", facts)
        lines = [
            *_lines(issue),
            "",
            *_changed(alert),
            unverified,
        ]
        return {
            **common_facts(settings, self.today),
            "don_vi": facts["unit"],
            "loai_tin": sentence(heading, {}),
            "mo_dau": sentence(opening, facts),
            "noi_dung": "\n".join(lines),
            "ma_tin": facts["code"],
            "muc_do": _named(issue, "level"),
            "linh_vuc": _named(issue, "field"),
            "ngay_xay_ra": facts["day"],
            "ngay_bao": facts["reported"],
            "tep": notice.file,
        }


def _lines(issue: Issue) -> Iterator[str]:
    for name, heading in ALERT_LABELS.items():
        facts = {
            "heading": heading,
            "text": said_of(issue, name),
        }
        yield sentence("VD-27", facts)


def _changed(alert: Alert) -> Iterator[str]:
    """Yield what was put right since the letter before, and a blank line below it."""
    if alert.change:
        yield alert.change
        yield ""


def _named(issue: Issue, name: str) -> str:
    """Return what a unit told of one thing where no heading stands before it, as in a subject."""
    said: str = getattr(issue, name)
    if said:
        return said
    heading = ALERT_LABELS[name].lower()
    return sentence("VD-36", {"heading": heading})


def said_of(issue: Issue, name: str) -> str:
    """Return what a unit told of one thing; that it told nothing where it did not."""
    said: str = getattr(issue, name)
    if said:
        return said
    return sentence("VD-28", {})
