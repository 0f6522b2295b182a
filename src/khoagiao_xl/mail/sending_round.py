"""Letters sent one after another: what became of each is on the disk before the next one begins."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.outgoing_letter import outgoing
from khoagiao_xl.mail.ready_drafts import told_of
from khoagiao_xl.mail.smtp_refusals import LetterRefused, LineDropped, MaybeSent, ServerUnusable
from khoagiao_xl.model.mail_records import LetterState
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.mail.ready_drafts import ReadyDraft
    from khoagiao_xl.mail.sending_attempt import Attempt
    from khoagiao_xl.mail.sending_journal import SendingJournal
    from khoagiao_xl.mail.smtp_sending import SmtpSending
    from khoagiao_xl.model.mail_records import LoggedLetter
    from khoagiao_xl.model.results import Progress

Clock = Callable[[], datetime]

_MOST_UNANSWERED: Final = 3  # letters in a row: then the server answers to nobody


@dataclass
class SentRound:
    """What became of the letters that were tried.

    lines: code -> the line of tblThu. reasons: code -> why it was not surely sent. stopped: why the others
    were not tried, blank where all were.
    """

    lines: dict[str, LoggedLetter] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    stopped: str = ""

    @property
    def told(self) -> list[str]:
        """A sentence for each letter that was tried and not surely sent."""
        told = []
        for code, reason in self.reasons.items():
            line = self.lines[code]
            told.append(told_of(line, "THU-446", reason))
        return told

    def over(self, letters: Sequence[LoggedLetter]) -> list[LoggedLetter]:
        """Return all letters with those that were tried as they are now."""
        now = []
        for line in letters:
            tried = self.lines.get(line.code)
            now.append(tried or line)
        return now

    @property
    def answered(self) -> int:
        """How many letters were sent, or told of."""
        sent = self.count(LetterState.SENT)
        return sent + len(self.reasons)

    def count(self, state: LetterState) -> int:
        """Return how many letters came to be in a state."""
        return sum(line.state is state for line in self.lines.values())


def clock_from(moment: datetime) -> Clock:
    """Return the office's clock, which goes on from a moment."""
    started = time.monotonic()

    def now() -> datetime:
        passed = time.monotonic() - started
        seconds = int(passed)
        return moment + timedelta(seconds=seconds)

    return now


@dataclass
class SendingRound:
    """sender: the office's address. clock: of the office, for every letter anew."""

    sending: SmtpSending
    journal: SendingJournal
    sender: str
    clock: Clock
    progress: Progress
    done: SentRound = field(default_factory=SentRound)
    _unanswered: int = 0

    def send(self, drafts: Sequence[ReadyDraft]) -> SentRound:
        """Send the drafts; a refused one stops no other, a server that refuses all of them does."""
        what = sentence("THU-467", {})
        count = len(drafts)
        for number, draft in enumerate(drafts):
            self.progress(what, number, count)
            try:
                self._send(draft)
            except ServerUnusable as error:
                self.done.stopped = str(error)
            if self.done.stopped:
                break
        self.progress(what, self.done.answered, count)
        return self.done

    def _send(self, draft: ReadyDraft) -> None:
        """Send one letter; where the line broke before it was whole, once more on another one."""
        try:
            self._try(draft)
        except LineDropped:
            self._try_again(draft)

    def _try_again(self, draft: ReadyDraft) -> None:
        try:
            self._try(draft)
        except LineDropped as error:
            reason = str(error)
            moment = self.clock()
            line = self.journal.refuse(draft.line, moment, reason)
            self._note(line, reason)
            self._count_unanswered(reason)

    def _try(self, draft: ReadyDraft) -> None:
        """Send one letter and write down what came of it; raise LineDropped, ServerUnusable."""
        begun: list[Attempt] = []
        moment = self.clock()
        letter = outgoing(draft, self.sender, moment)

        def begin() -> None:
            begun.append(self.journal.begin(draft.line, moment))

        try:
            self.sending.deliver(letter, begin)
        except MaybeSent as error:
            reason = str(error)
            self._end(begun[0], LetterState.UNKNOWN, reason)
            self._count_unanswered(reason)
        except LetterRefused as error:
            self._refuse(draft, begun, str(error))
        except LineDropped:
            for attempt in begun:
                self._end(attempt, LetterState.REFUSED)
            raise
        else:
            self._end(begun[0], LetterState.SENT)
            self._unanswered = 0

    def _refuse(self, draft: ReadyDraft, begun: list[Attempt], reason: str) -> None:
        """Write down that the server wants no such letter, whether or not it had begun to leave."""
        self._unanswered = 0
        if begun:
            self._end(begun[0], LetterState.REFUSED, reason)
            return
        moment = self.clock()
        line = self.journal.refuse(draft.line, moment, reason)
        self._note(line, reason)

    def _end(self, attempt: Attempt, state: LetterState, reason: str = "") -> None:
        line = self.journal.end(attempt, state, reason)
        self._note(line, reason)

    def _note(self, line: LoggedLetter, reason: str) -> None:
        self.done.lines[line.code] = line
        if reason:
            self.done.reasons[line.code] = reason

    def _count_unanswered(self, reason: str) -> None:
        self._unanswered += 1
        if self._unanswered >= _MOST_UNANSWERED:
            self.done.stopped = reason
