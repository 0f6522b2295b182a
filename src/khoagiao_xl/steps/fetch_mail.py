"""Fetch letters out of the office's mailbox into the inbox of a period, to be taken in from there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from khoagiao_xl.correspondence.bounced_letters import BouncedLetters
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.fetched_letters import FetchedLetters
from khoagiao_xl.mail.mail_passwords import TO_FETCH, account_at, password_of
from khoagiao_xl.mail.mailbox_connection import PATIENCE, MailboxDoor, open_mailbox
from khoagiao_xl.mail.mailbox_fetching import MailboxFetching
from khoagiao_xl.mail.mailbox_look import look_into
from khoagiao_xl.mail.sending_journal import known_letters
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.mail.mailbox_fetching import FetchedRound
    from khoagiao_xl.model.records import Deadline

BLOCKED = 1


def work(year: Year, job: Job) -> Changes:
    """Put the letters that came since the period's first day into the folder `job.out`, each once.

    The mailbox is only looked at. Letters are written and remembered one by one: what was fetched stays,
    whatever comes after. Raise WrongRequest: THU-402, THU-403, THU-511 to THU-522.
    """
    if not year.settings.mail.incoming.host:
        return Changes(_by_hand(), logs=True)
    asked = _Asked.of(year, job)
    fetching = _fetching(asked)
    with open_mailbox(fetching.door) as mailbox:
        done = fetching.fetch(mailbox, asked.starts)
    changes = Changes(_outcome(done, asked), logs=True)
    bounced = BouncedLetters.of(year, done.reports, job.now.date())
    return bounced.told_in(changes)


def try_out(year: Year, job: Job) -> Outcome:
    """Return what would come, a line a letter; nothing is fetched, written or remembered. Raise as `work`."""
    if not year.settings.mail.incoming.host:
        return _by_hand()
    asked = _Asked.of(year, job)
    fetching = _fetching(asked)
    with open_mailbox(fetching.door) as mailbox:
        look = look_into(mailbox, fetching, asked.starts)
    counts = {
        "letters": look.coming,
        "known": look.known,
        "own": look.own,
        "left": look.left,
    }
    facts = {**asked.facts, **counts}
    return Outcome(
        sentence("THU-553", facts),
        status=BLOCKED if look.coming < len(look.letters) else 0,
        counts=counts,
        details=look.lines,
    )


def _by_hand() -> Outcome:
    return Outcome(sentence("THU-501", {}), status=BLOCKED)


@dataclass(frozen=True)
class _Asked:
    """What is fetched for. starts: the first day of letters."""

    year: Year
    job: Job
    account: str
    folder: Path
    deadline: Deadline

    @classmethod
    def of(cls, year: Year, job: Job) -> _Asked:
        settings = year.settings
        account = account_at(settings.mail.incoming, settings)
        folder = job.out or year.path.parent
        deadline = year.obligations(job.asked_period).deadline
        return cls(
            year,
            job,
            account,
            folder,
            deadline,
        )

    @property
    def starts(self) -> date:
        return self.deadline.starts

    @property
    def facts(self) -> dict[str, object]:
        return {
            "account": self.account,
            "folder": self.folder.name,
            "starts": day_text(self.starts),
        }


def _fetching(asked: _Asked) -> MailboxFetching:
    year = asked.year
    settings = year.settings
    door = MailboxDoor(
        settings.mail.incoming,
        asked.account,
        partial(_password, year, asked.account),
        settings.mail.inbox,
        PATIENCE,
    )
    return MailboxFetching(
        door=door,
        fetched=FetchedLetters.of(year.storage),
        folder=asked.folder,
        megabytes=settings.file_megabytes,
        own_ids={line.message_id for line in known_letters(year)},
        progress=asked.job.progress,
        period=asked.deadline.period,
    )


def _password(year: Year, account: str) -> str:
    server = year.settings.mail.incoming
    password = password_of(server, account, TO_FETCH)
    if password is None:
        raise WrongRequest(
            "THU-403",
            account=account,
            host=server.host,
            verb="fetch",
            master=year.path.name,
        )
    return password


def _outcome(done: FetchedRound, asked: _Asked) -> Outcome:
    counts = {
        "letters": len(done.files),
        "known": done.known,
        "own": done.own,
        "left": done.left,
    }
    facts = {**counts, **asked.facts}
    told = list(done.told)
    if done.stopped:
        stopped = {**facts, "reason": done.stopped}
        first = sentence("THU-544", stopped)
        told.insert(0, first)
    elif done.left:
        told.insert(0, sentence("THU-545", facts))
    status = 0
    if told:
        status = BLOCKED
    if done.own:
        told.append(sentence("THU-546", facts))
    told += _elsewhere(done, asked)
    code = "THU-552"
    if done.files:
        code = "THU-551"
    return Outcome(
        sentence(code, facts),
        status=status,
        counts=counts,
        paths=tuple(done.files),
        details=tuple(told),
    )


def _elsewhere(done: FetchedRound, asked: _Asked) -> Iterator[str]:
    """Yield what is said of letters in the inboxes of other periods that end with this one, if there are any.

    A unit that sends its month and its quarter in one letter has it in one of the two inboxes.
    """
    deadlines = asked.year.deadlines
    count = 0
    periods = []
    for code, own in done.elsewhere.items():
        if code in deadlines and deadlines[code].ends == asked.deadline.ends:
            count += own
            periods.append(code)
    if periods:
        facts = {**asked.facts, "count": count, "periods": ", ".join(periods)}
        yield sentence("THU-547", facts)
