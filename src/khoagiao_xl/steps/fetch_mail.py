"""Fetch letters out of the office's mailbox into the inbox of a period, to be taken in from there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.fetched_letters import FetchedLetters
from khoagiao_xl.mail.mail_passwords import account_at, password_of
from khoagiao_xl.mail.mailbox_connection import PATIENCE, MailboxDoor, open_mailbox
from khoagiao_xl.mail.mailbox_fetching import MailboxFetching
from khoagiao_xl.mail.sending_journal import known_letters
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.mail.mailbox_fetching import FetchedRound

BLOCKED = 1


def work(year: Year, job: Job) -> Changes:
    """Put the letters that came since the period's first day into the folder `job.out`, each once.

    The mailbox is only looked at. Letters are written and remembered one by one: what was fetched stays,
    whatever comes after. Raise WrongRequest: THU-402, THU-403, THU-511 to THU-522.
    """
    if not year.settings.mail.incoming.host:
        by_hand = Outcome(sentence("THU-501", {}), status=BLOCKED)
        return Changes(by_hand, logs=True)
    folder = job.out or year.path.parent
    starts = year.obligations(job.asked_period).deadline.starts
    door = _door(year)
    fetching = MailboxFetching(
        door=door,
        fetched=FetchedLetters.of(year.storage),
        folder=folder,
        megabytes=year.settings.file_megabytes,
        own_ids={line.message_id for line in known_letters(year)},
        progress=job.progress,
    )
    with open_mailbox(door) as mailbox:
        done = fetching.fetch(mailbox, starts)
    return Changes(_outcome(done, door, folder, starts), logs=True)


def _door(year: Year) -> MailboxDoor:
    settings = year.settings
    server = settings.mail.incoming
    account = account_at(server, settings)
    password = partial(_password, year, account)
    return MailboxDoor(server, account, password, settings.mail.inbox, PATIENCE)


def _password(year: Year, account: str) -> str:
    server = year.settings.mail.incoming
    password = password_of(server, account)
    if password is None:
        raise WrongRequest(
            "THU-403",
            account=account,
            host=server.host,
            verb="fetch",
            master=year.path.name,
        )
    return password


def _outcome(done: FetchedRound, door: MailboxDoor, folder: Path, starts: date) -> Outcome:
    counts = {
        "letters": len(done.files),
        "known": done.known,
        "own": done.own,
        "left": done.left,
    }
    facts = {
        **counts,
        "account": door.account,
        "folder": folder.name,
        "starts": day_text(starts),
    }
    told = list(done.told)
    if done.stopped:
        stopped = {**facts, "reason": done.stopped}
        first = sentence("THU-544", stopped)
        told.insert(0, first)
    elif done.left:
        told.insert(0, sentence("THU-545", facts))
    status = BLOCKED if told else 0
    if done.own:
        told.append(sentence("THU-546", facts))
    code = "THU-551" if done.files else "THU-552"
    return Outcome(
        sentence(code, facts),
        status=status,
        counts=counts,
        paths=tuple(done.files),
        details=tuple(told),
    )
