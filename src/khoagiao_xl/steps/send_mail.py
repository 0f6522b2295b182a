"""Send the drafts that wait, as they lie there, the way the office chose; a person has agreed to the list.

Into Outlook they go as drafts: nothing leaves, so nobody is asked.
"""

from __future__ import annotations

from dataclasses import replace

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.intake.attachment_reading import AttachmentReading
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.mail.copies_to_office import send_copies
from khoagiao_xl.mail.office_line import office_line
from khoagiao_xl.mail.outlook_drafts import OutlookRound
from khoagiao_xl.mail.outlook_mailbox import OutlookMailbox
from khoagiao_xl.mail.outlook_outcomes import listed_for_outlook, put_in_outlook
from khoagiao_xl.mail.outlook_program import OutlookUnusable, opened_outlook
from khoagiao_xl.mail.ready_drafts import look_over
from khoagiao_xl.mail.sending_list import SendingList
from khoagiao_xl.mail.sending_outcomes import (
    by_hand,
    copies_sent,
    listed_outcome,
    nothing_to_send,
    round_sent,
)
from khoagiao_xl.mail.sending_question import question_of
from khoagiao_xl.mail.sending_round import SendingRound, SentRound, clock_from
from khoagiao_xl.mail.sent_drafts import cleared
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.letter_rows import letter_rows
from khoagiao_xl.office.settings import WAYS_OUT
from khoagiao_xl.office.year import Year

BY_HAND, BY_OUTLOOK, BY_SERVER = WAYS_OUT


def work(year: Year, job: Job) -> Changes:
    """Send the drafts of the period and those over periods, or say what stands in the way.

    job.is_sure: a person has agreed to the list; without it the list is told, and the same wish within a few
    minutes is the answer. job.looked_over: the mark of the list that was agreed to. job.to_office: copies to
    the office alone. Raise WrongRequest (THU-401 to THU-426, THU-460, THU-608) where no letter can leave.
    """
    way_out = year.settings.mail.way_out
    if way_out == BY_OUTLOOK:
        return _into_outlook(year, job)
    if way_out == BY_HAND:
        return Changes(by_hand(year, job), logs=True)
    listed = _listed(year, job)
    if not listed.drafts:
        outcome = nothing_to_send(listed)
        return _with_letters(Changes(outcome), listed, SentRound(), year)
    if job.to_office:
        return Changes(_shown_to_office(year, job, listed))
    if job.looked_over not in ("", listed.mark):
        raise WrongRequest("THU-460")
    question = question_of(listed, year, job)
    if question:
        return question
    done = _sent(year, job, listed)
    changes = Changes(round_sent(done, listed), logs=True)
    return _with_letters(changes, listed, done, year)


def try_out(year: Year, job: Job) -> Outcome:
    """Return what would leave, a line a letter; nothing is sent, asked or written."""
    way_out = year.settings.mail.way_out
    if way_out == BY_HAND:
        return by_hand(year, job)
    listed = _listed(year, job)
    if way_out == BY_OUTLOOK:
        return listed_for_outlook(listed)
    return listed_outcome(listed)


def _listed(year: Year, job: Job) -> SendingList:
    """Return what may leave; raise WrongRequest (THU-401, THU-402) where no server or no address is set."""
    is_for_server = year.settings.mail.way_out == BY_SERVER
    listing = SendingList.without_server
    if is_for_server:
        listing = SendingList.of
    blank = listing(year, job)
    limits = Limits.of(year.settings)
    with AttachmentReading(limits) as reader:
        return look_over(blank, year, reader)


def _sent(year: Year, job: Job, listed: SendingList) -> SentRound:
    with office_line(year) as line:
        current = SendingRound(
            sending=line,
            journal=listed.journal,
            sender=listed.sender,
            clock=clock_from(job.now),
            progress=job.progress,
        )
        return current.send(listed.drafts)


def _into_outlook(year: Year, job: Job) -> Changes:
    """Put the drafts into Outlook; where none is of use, they stay files, and that is said."""
    if job.to_office:
        raise WrongRequest("THU-608")
    listed = _listed(year, job)
    if not listed.drafts:
        outcome = nothing_to_send(listed)
        return _with_letters(Changes(outcome), listed, SentRound(), year)
    clock = clock_from(job.now)
    address = year.settings.mail.outlook_mailbox
    done = SentRound()
    try:
        with opened_outlook() as application:
            mailbox = OutlookMailbox(application, address)
            reason = mailbox.fault
            if not reason:
                putting = OutlookRound(mailbox, listed.journal, clock, job.progress)
                done = putting.put(listed.drafts)
    except OutlookUnusable as error:
        reason = str(error)
    if reason:
        return Changes(by_hand(year, job, reason), logs=True)
    changes = Changes(put_in_outlook(done, listed), logs=True)
    return _with_letters(changes, listed, done, year)


def _shown_to_office(year: Year, job: Job, listed: SendingList) -> Outcome:
    clock = clock_from(job.now)
    with office_line(year) as line:
        failed = send_copies(line, listed, clock, job.progress)
    return copies_sent(listed, failed)


def _with_letters(changes: Changes, listed: SendingList, done: SentRound, year: Year) -> Changes:
    """Return the changes with what is known of the letters now, where the sheet says something else."""
    table = schema.LETTERS
    left = cleared(
        lines=done.over(listed.letters),
        journal=listed.journal,
        top=year.storage.master.parent,
    )
    rows = letter_rows(year, left.lines)
    moving = replace(changes, moved=left.moved)
    changed = moving.with_table(table, rows)
    return changed.differing_from(year)
