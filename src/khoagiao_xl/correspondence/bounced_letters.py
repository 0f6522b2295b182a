"""Letters that came back: which of tblThu each report is about, what its line says now, what is told.

A report names a letter by its Message-ID; a mail program that sends a draft may have given it another one,
then subject and address tell it. One report is noted once: what a person chooses afterwards holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.mail.addresses import address_key, address_keys, told_receiver
from khoagiao_xl.mail.delivery_reports import DeliveryReport, ReportOutcome
from khoagiao_xl.mail.sending_journal import known_letters
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterState, LoggedLetter
from khoagiao_xl.office.letter_rows import letter_rows
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.office.changes import Changes
    from khoagiao_xl.office.year import Year


@dataclass
class BouncedLetters:
    """What reports make of the letters.

    lines: of tblThu. noted: how many of them say something else now. told: what somebody has to know.
    """

    year: Year
    today: date
    lines: list[LoggedLetter]
    told: list[str] = field(default_factory=list)
    noted: int = 0

    @classmethod
    def of(cls, year: Year, reports: Iterable[DeliveryReport], today: date) -> BouncedLetters:
        """Return what some reports come to; a master of before tblThu has no letters that it knows."""
        has_table = schema.LETTERS.name not in year.missing
        lines = known_letters(year) if has_table else ()
        found = cls(year, today, list(lines))
        for report in reports:
            found.take(report)
        return found

    @property
    def _tables(self) -> dict[str, list[Row]]:
        """Table name -> its new rows; nothing where no letter came back."""
        if not self.noted:
            return {}
        return {schema.LETTERS.name: letter_rows(self.year, self.lines)}

    @property
    def year_now(self) -> Year:
        """The year in which the letters that came back are such."""
        return self.year.with_tables(self._tables)

    def told_in(self, changes: Changes) -> Changes:
        """Return what is to be written and told besides."""
        outcome = changes.outcome
        if not self.told:
            return changes
        told = replace(
            outcome,
            status=1,
            details=(*outcome.details, *self.told),
        )
        tables = {**changes.tables, **self._tables}
        return replace(changes, outcome=told, tables=tables)

    def take(self, report: DeliveryReport) -> None:
        """Take in one report; of a letter that was delivered or read nothing is to be noted."""
        if report.outcome is ReportOutcome.OTHER:
            return
        line = self._line_of(report)
        if line is None:
            self._tell_unknown(report)
        elif report.outcome is ReportOutcome.DELAYED:
            self._tell("THU-563", line, report)
        else:
            self._note(line, _with_recipients(report, line))

    # -- which letter -------------------------------------------------------------------------------------

    def _line_of(self, report: DeliveryReport) -> LoggedLetter | None:
        """Return the letter that a report names, else the last one that is like it."""
        alike = None
        for line in self.lines:
            if line.code in report.codes:
                return line
            if _is_alike(line, report):
                alike = line
        return alike

    # -- what it says now ---------------------------------------------------------------------------------

    def _note(self, line: LoggedLetter, report: DeliveryReport) -> None:
        day = report.day or day_text(self.today)
        noted = sentence("THU-565", {**report.facts, "day": day})
        if noted in line.note:
            return  # an earlier run has noted it
        note = f"{line.note}\n{noted}".strip()
        told = replace(line, note=note)
        code = "THU-562"
        if _names_all(note, line.to):
            told = replace(told, state=LetterState.BOUNCED)
            code = "THU-561"
        at = self.lines.index(line)
        self.lines[at] = told
        self.noted += 1
        self._tell(code, line, report)

    # -- what is told -------------------------------------------------------------------------------------

    def _tell(self, code: str, line: LoggedLetter, report: DeliveryReport) -> None:
        where = "THU-567" if line.unit else "THU-568"
        facts = {
            **report.facts,
            "kind": line.kind,
            "unit": told_receiver(line.unit, line.to),
            "subject": line.subject,
            "where": sentence(where, {}),
        }
        self._say(code, facts)

    def _tell_unknown(self, report: DeliveryReport) -> None:
        if report.outcome is not ReportOutcome.FAILED:
            return
        keys = map(address_key, report.addresses)
        units = filter(None, map(self._units.get, keys))
        named = ", ".join(dict.fromkeys(units))
        facts = {
            **report.facts,
            "units": named or sentence("THU-566", {}),
            "subject": report.subject,
        }
        self._say("THU-564", facts)

    def _say(self, code: str, facts: Mapping[str, str]) -> None:
        told = sentence(code, facts)
        if told not in self.told:
            self.told.append(told)

    @cached_property
    def _units(self) -> dict[str, str]:
        """Address -> code of the unit whose it is."""
        found: dict[str, str] = {}
        for unit in self.year.units:
            both = f"{unit.email}; {unit.email_above}"
            for address in address_keys(both):
                found.setdefault(address, unit.code)
        return found


def _is_alike(line: LoggedLetter, report: DeliveryReport) -> bool:
    """Say whether a letter has the subject and an address of a report."""
    if not report.subject or line.subject != report.subject:
        return False
    own = set(address_keys(f"{line.to}; {line.cc}"))
    failed = map(address_key, report.addresses)
    return not own.isdisjoint(failed)


def _with_recipients(report: DeliveryReport, line: LoggedLetter) -> DeliveryReport:
    """Return a report that names no address as one about all to whom its letter went."""
    if report.addresses:
        return report
    return replace(report, addresses=address_keys(line.to))


def _names_all(note: str, to: str) -> bool:
    """Say whether a note tells of every address that it did not get the letter."""
    words = note.casefold().split()
    told = {word.strip(".,;") for word in words}
    own = set(address_keys(to))
    return bool(own) and own <= told
