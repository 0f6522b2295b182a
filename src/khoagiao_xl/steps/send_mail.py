"""Send the drafts that wait, as they lie there, the way the office chose; a person has agreed to the list."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.intake.attachment_reading import AttachmentReading
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.mail.copies_to_office import send_copies
from khoagiao_xl.mail.mail_passwords import account_at, own_address, password_of
from khoagiao_xl.mail.ready_drafts import LookedOver, look_over
from khoagiao_xl.mail.sending_journal import SendingJournal, known_letters
from khoagiao_xl.mail.sending_list import FILE, SendingList
from khoagiao_xl.mail.sending_round import SendingRound, SentRound
from khoagiao_xl.mail.smtp_connection import Patience, SmtpDoor
from khoagiao_xl.mail.smtp_sending import SmtpSending
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import SENDABLE, LetterState, LoggedLetter
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.asked_again import PATIENCE, is_asked_again
from khoagiao_xl.office.changes import Changes, NewFile, WhenThere
from khoagiao_xl.office.letter_rows import letter_rows
from khoagiao_xl.office.settings import WAYS_OUT
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

BLOCKED = 1
BY_HAND, BY_OUTLOOK, BY_SERVER = WAYS_OUT


def work(year: Year, job: Job) -> Changes:
    """Send the drafts of the period and those over periods, or say what stands in the way.

    job.is_sure: a person has agreed to the list; without it the list is told, and the same wish within a few
    minutes is the answer. job.looked_over: the mark of the list that was agreed to. job.to_office: copies to
    the office alone. Raise WrongRequest (THU-401 to THU-426) where no letter can leave.
    """
    if year.settings.mail.way_out != BY_SERVER:
        return Changes(_by_hand(year, job))
    letters = known_letters(year)
    looked, listed = _looked_over(year, _waiting(letters, job))
    if not listed.drafts:
        return _with_letters(Changes(_nothing(looked, letters)), letters, year)
    if job.to_office:
        return Changes(_shown_to_office(year, job, listed))
    question = _question(year, job, listed, looked)
    if question:
        return question
    done = _sent(year, job, listed)
    changes = Changes(_outcome(done, listed, looked, letters), logs=True)
    now = [done.lines.get(line.code, line) for line in letters]
    return _with_letters(changes, now, year)


def try_out(year: Year, job: Job) -> Outcome:
    """Return what would leave, a line a letter; nothing is sent, asked or written."""
    if year.settings.mail.way_out != BY_SERVER:
        return _by_hand(year, job)
    letters = known_letters(year)
    looked, listed = _looked_over(year, _waiting(letters, job))
    if not listed.drafts:
        return _nothing(looked, letters)
    return Outcome(
        sentence("THU-454", listed.facts),
        status=BLOCKED if looked.held else 0,
        counts={"letters": len(listed.drafts)},
        details=(*listed.lines, *looked.held),
        data={"mark": listed.mark},
    )


# -- what waits -------------------------------------------------------------------------------------------


def _waiting(letters: Sequence[LoggedLetter], job: Job) -> list[LoggedLetter]:
    """Return the letters that may leave: of the period that was named, and those over periods."""
    waiting = []
    for line in letters:
        is_asked_for = job.period is None or line.period in ("", str(job.period))
        if line.state in SENDABLE and is_asked_for:
            waiting.append(line)
    return waiting


def _looked_over(year: Year, waiting: Sequence[LoggedLetter]) -> tuple[LookedOver, SendingList]:
    """Return what may leave; raise WrongRequest (THU-401, THU-402) where no server or no address is set."""
    host = year.settings.mail.outgoing.host
    if not host:
        raise WrongRequest("THU-401", key="smtp_may_chu")
    sender = own_address(year.settings)
    with AttachmentReading(Limits.of(year.settings)) as reader:
        looked = look_over(year, waiting, reader)
    return looked, SendingList(looked.ready, sender, host)


# -- what is asked ----------------------------------------------------------------------------------------


def _question(year: Year, job: Job, listed: SendingList, looked: LookedOver) -> Changes | None:
    """Return the question whether all that may leave, None where it has been answered."""
    if job.looked_over and job.looked_over != listed.mark:
        raise WrongRequest("THU-460")
    if job.is_sure:
        return None
    path = (job.out or year.path.parent) / FILE
    minutes = int(PATIENCE.total_seconds()) // 60
    question = sentence("THU-453", {**listed.facts, "minutes": minutes, "file": path.name})
    if is_asked_again(year, question, job.now):
        return None
    outcome = Outcome(
        question,
        status=BLOCKED,
        counts={"letters": len(listed.drafts)},
        paths=(path,),
        details=(*listed.lines, *looked.held),
    )
    file = NewFile(path, listed.text, WhenThere.REPLACE)
    return Changes(outcome, files=(file,), logs=True)


# -- what is sent -----------------------------------------------------------------------------------------


def _sent(year: Year, job: Job, listed: SendingList) -> SentRound:
    journal = SendingJournal.of(year.storage)
    with SmtpSending(_door(year)) as sending:
        current = SendingRound(sending, journal, listed.sender, _clock(job), job.progress)
        return current.send(listed.drafts)


def _shown_to_office(year: Year, job: Job, listed: SendingList) -> Outcome:
    with SmtpSending(_door(year)) as sending:
        failed = send_copies(sending, listed.drafts, listed.sender, _clock(job), job.progress)
    sent = len(listed.drafts) - len(failed)
    return Outcome(
        sentence("THU-461", {**listed.facts, "sent": sent}),
        status=BLOCKED if failed else 0,
        counts={"copies": sent},
        details=tuple(failed),
    )


def _door(year: Year) -> SmtpDoor:
    server = year.settings.mail.outgoing
    account = account_at(server, year.settings)
    return SmtpDoor(server, account, partial(_password, year, account), Patience())


def _password(year: Year, account: str) -> str:
    server = year.settings.mail.outgoing
    password = password_of(server, account)
    if password is None:
        raise WrongRequest("THU-403", account=account, host=server.host, verb="send", master=year.path.name)
    return password


def _clock(job: Job) -> Callable[[], datetime]:
    """Return the office's clock, which goes on from the moment of the job."""
    started = time.monotonic()

    def now() -> datetime:
        passed = time.monotonic() - started
        return job.now + timedelta(seconds=int(passed))

    return now


# -- what is told -----------------------------------------------------------------------------------------


def _outcome(
    done: SentRound, listed: SendingList, looked: LookedOver, letters: Sequence[LoggedLetter]
) -> Outcome:
    sent = done.count(LetterState.SENT)
    left = len(listed.drafts) - done.answered
    details = [*done.told, *looked.held, *_unknown(letters)]
    if done.stopped:
        details.insert(0, sentence("THU-462", {"reason": done.stopped, "left": left}))
    counts = {
        "sent": sent,
        "refused": done.count(LetterState.REFUSED),
        "unknown": done.count(LetterState.UNKNOWN),
        "held": len(looked.held),
        "left": left,
    }
    return Outcome(
        sentence("THU-455", {**listed.facts, "sent": sent}),
        status=BLOCKED if details else 0,
        counts=counts,
        details=tuple(details),
    )


def _nothing(looked: LookedOver, letters: Sequence[LoggedLetter]) -> Outcome:
    details = (*looked.held, *_unknown(letters))
    return Outcome(
        sentence("THU-452", {}),
        status=BLOCKED if details else 0,
        counts={"letters": 0},
        details=details,
    )


def _unknown(letters: Sequence[LoggedLetter]) -> list[str]:
    """Return what is said of letters of which nobody knows whether they left."""
    count = sum(line.state == LetterState.UNKNOWN for line in letters)
    return [sentence("THU-464", {"count": count})] if count else []


def _by_hand(year: Year, job: Job) -> Outcome:
    folder = job.out or year.path.parent
    count = len(_waiting(known_letters(year), job))
    facts = {"folder": folder.name, "count": count}
    return Outcome(
        sentence("THU-451", facts),
        counts={"letters": count},
    )


def _with_letters(changes: Changes, letters: Sequence[LoggedLetter], year: Year) -> Changes:
    """Return the changes with what is known of the letters now, where the sheet says something else."""
    rows = letter_rows(year, letters)
    return replace(changes.with_table(schema.LETTERS, rows)).differing_from(year)
