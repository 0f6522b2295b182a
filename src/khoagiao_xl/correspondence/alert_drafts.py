"""The alerts of an intake among the drafts: each once, by the office's words, looked through for marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.correspondence.alert_letters import AlertWriting, alert_code, alerts_of
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.addresses import read_recipients
from khoagiao_xl.mail.checked_letters import checked
from khoagiao_xl.mail.letter_templates import LetterTexts
from khoagiao_xl.mail.mail_desk import LaidOut, MailDesk
from khoagiao_xl.mail.outbox import lay_out
from khoagiao_xl.mail.outgoing_secrets import InAttachment
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import SENDABLE, LoggedLetter
from khoagiao_xl.office.older_layouts import in_todays_layout
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.correspondence.alert_letters import Alert
    from khoagiao_xl.mail.addresses import Recipients
    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.model.hot_issues import Issue, LoggedNotice
    from khoagiao_xl.model.results import Outcome
    from khoagiao_xl.office.changes import Changes
    from khoagiao_xl.office.year import Year

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
        folders = self.year.settings.folders
        folder = folders.get(SETTING, USUAL)
        return self.year.storage.folder(folder, self.period)

    @cached_property
    def recipients(self) -> Recipients:
        """The leadership's addresses, and what is wrong with others."""
        settings = self.year.settings
        domains = settings.mail.domains
        return read_recipients(settings.alerted, domains)

    @property
    def has_table(self) -> bool:
        """Whether the master has tblThu; one of an older layout gets drafts without it."""
        return schema.LETTERS.name not in self.year.missing

    @property
    def _in_todays_layout(self) -> AlertDesk:
        if self.has_table:
            return self
        year = in_todays_layout(self.year)
        return replace(self, year=year)

    def with_alerts(
        self, changes: Changes, logged: Sequence[LoggedNotice], issues: Iterable[Issue]
    ) -> Changes:
        """Return what an intake changes with a draft for each issue that is new or was put right just now.

        The draft about an issue that a person took out of the log is put aside. None is ever sent by itself.
        """
        desk = self._in_todays_layout
        alerts = alerts_of(logged, issues)
        gone = _AlertCodes.about(one for one in logged if not one.code)
        if not alerts and not gone.among(desk.year.letters):
            return changes
        drafted = desk.drafted(alerts, gone)
        with_drafts = replace(
            changes,
            outcome=desk.told(changes.outcome, drafted),
            files=(*changes.files, *drafted.laid.files, *drafted.laid.notes),
            aside=(*changes.aside, *drafted.laid.aside),
        )
        if not self.has_table:
            return with_drafts
        return with_drafts.with_table(schema.LETTERS, drafted.laid.rows)

    def drafted(self, alerts: Sequence[Alert], gone: _AlertCodes) -> DraftedAlerts:
        """Return what the alerts make of the drafts; gone: letters that are no longer so."""
        written, told = self._written(alerts)
        most = self.year.settings.mail.letter_megabytes
        passed = checked(written, _of_no_attachment, most, self.folder)
        mail = MailDesk(self.year, self.folder, self.moment)
        laid = lay_out(mail, passed.letters, gone.has)
        waiting = _AlertCodes.of(passed.letters)
        return DraftedAlerts(
            laid,
            lying=waiting.among(laid.lines),
            told=[*told, *passed.told, *laid.told],
        )

    def _written(self, alerts: Sequence[Alert]) -> tuple[list[Letter], list[str]]:
        """Return the alerts in words, and what is said of the words."""
        told = []
        try:
            texts = LetterTexts.of(self.year)
        except WrongRequest as error:  # what is urgent does not wait until the office has mended its words
            texts = LetterTexts({})
            fault = sentence("VD-35", {"fault": error})
            told.append(fault)
        today = self.moment.date()
        writing = AlertWriting(self.year, texts, self.recipients.sound, today)
        letters = []
        for alert in alerts:
            letter, of_words = writing.letter(alert)
            letters.append(letter)
            told += of_words
        unlike = dict.fromkeys(told)
        return letters, list(unlike)

    # -- what is said -------------------------------------------------------------------------------------

    def told(self, outcome: Outcome, drafted: DraftedAlerts) -> Outcome:
        """Return the outcome of the intake with the drafts and with each exception."""
        details = list(drafted.told)
        whole = outcome.sentence
        if drafted.lying:
            details = [*self._of_addresses(), *details]
            facts = {
                "count": len(drafted.lying),
                "folder": self.folder.name,
            }
            said = sentence("VD-OK", facts)
            whole = f"{whole} {said}"
        top = self.year.storage.master.parent
        paths = [top / line.file for line in drafted.lying]
        return replace(
            outcome,
            sentence=whole,
            status=1 if details else outcome.status,
            paths=(*outcome.paths, *paths),
            details=(*outcome.details, *details),
        )

    def _of_addresses(self) -> list[str]:
        """Return what is wrong with the addresses; where none is set somebody has to name one."""
        told = []
        if not self.recipients.sound:
            unaddressed = sentence("VD-29", {})
            told.append(unaddressed)
        for fault in self.recipients.faults:
            of_one = sentence("VD-34", {"fault": fault})
            told.append(of_one)
        return told


@dataclass(frozen=True)
class DraftedAlerts:
    """What alerts made of the drafts. lying: the lines of those that lie there. told: of each exception."""

    laid: LaidOut
    lying: Sequence[LoggedLetter]
    told: Sequence[str]


@dataclass(frozen=True)
class _AlertCodes:
    """Letters by their codes, as far as they lie among the drafts."""

    codes: frozenset[str]

    @classmethod
    def of(cls, letters: Iterable[Letter]) -> _AlertCodes:
        codes = [letter.code for letter in letters]
        return cls(frozenset(codes))

    @classmethod
    def about(cls, notices: Iterable[LoggedNotice]) -> _AlertCodes:
        codes = [alert_code(one.notice.sha256) for one in notices]
        return cls(frozenset(codes))

    def has(self, line: LoggedLetter) -> bool:
        is_draft = line.state in SENDABLE
        return is_draft and line.code in self.codes

    def among(self, lines: Iterable[LoggedLetter]) -> list[LoggedLetter]:
        return list(filter(self.has, lines))


def _of_no_attachment(_name: str, _data: bytes) -> InAttachment:
    """Read what goes with an alert: nothing does, and what nobody has looked through does not leave."""
    return InAttachment.UNREADABLE
