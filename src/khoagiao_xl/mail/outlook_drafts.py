"""Drafts put among the drafts of classic Outlook, where a person looks and sends; nothing here ever sends.

The code of a letter goes with it as a hidden property, by which a later run finds it there, sent or not: a
run that was killed behind `Save` makes no second one. Therefore, unlike a letter to a server, none needs
«đang gửi» on the disk first. The property is set by PropertyAccessor and not as a UserProperty: of those
Outlook is known to send the definitions too, as a winmail.dat that other mail programs cannot read.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.mail.outlook_program import DraftRefused, OutlookUnusable, patiently
from khoagiao_xl.mail.sending_round import SentRound
from khoagiao_xl.model.mail_records import LetterState
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.mail.letter import Recipient
    from khoagiao_xl.mail.letter_reading import ReadLetter
    from khoagiao_xl.mail.outlook_mailbox import OutlookMailbox
    from khoagiao_xl.mail.ready_drafts import ReadyDraft
    from khoagiao_xl.mail.sending_journal import SendingJournal
    from khoagiao_xl.mail.sending_round import Clock
    from khoagiao_xl.model.results import Progress

# Of the Outlook VBA reference: OlBodyFormat, OlMailRecipientType, OlDefaultFolders.
_PLAIN_TEXT, _TO, _CC = 1, 1, 2
_FOLDERS: Final = ((16, LetterState.IN_OUTLOOK), (5, LetterState.SENT))  # its drafts, its sent items
# A string of the public name space: it stays in the mailbox, no recipient sees it.
_CODE: Final = "http://schemas.microsoft.com/mapi/string/{00020329-0000-0000-C000-000000000046}/KhoaGiaoMa"
_NOT_IN_NAMES: Final = frozenset(';,<>"')


@dataclass
class OutlookRound:
    """mailbox: where the drafts go. clock: of the office, for every letter anew."""

    mailbox: OutlookMailbox
    journal: SendingJournal
    clock: Clock
    progress: Progress
    done: SentRound = field(default_factory=SentRound)

    def put(self, drafts: Sequence[ReadyDraft]) -> SentRound:
        """Put the drafts there; a refused one stops no other. One that is alone is shown to the person."""
        what = sentence("THU-615", {})
        count = len(drafts)
        is_shown = count == 1
        for number, draft in enumerate(drafts):
            self.progress(what, number, count)
            try:
                self._put(draft, is_shown)
            except OutlookUnusable as error:
                self.done.stopped = str(error)
                break
        self.progress(what, len(self.done.lines), count)
        return self.done

    def _put(self, draft: ReadyDraft, is_shown: bool) -> None:
        """Put one draft there, once, and write down what came of it; raise OutlookUnusable."""
        state, reason = LetterState.REFUSED, ""
        try:
            state = patiently(lambda: self._placed(draft, is_shown))
        except DraftRefused as error:
            reason = str(error)
            self.done.reasons[draft.line.code] = reason
        moment = self.clock()
        line = self.journal.tell(draft.line, moment, state, reason)
        self.done.lines[line.code] = line

    def _placed(self, draft: ReadyDraft, is_shown: bool) -> LetterState:
        """Return where the letter lies in Outlook, after it was put there if it was nowhere."""
        code = draft.line.code
        found = _place_of(code, self.mailbox)
        if found:
            return found
        item = _saved(draft.letter, code, self.mailbox)
        if is_shown:
            _show(item)
        return LetterState.IN_OUTLOOK


def _show(item: Any) -> None:
    """Open a draft that is stored already: where Outlook does not, the person opens it there."""
    with suppress(DraftRefused, OutlookUnusable):
        patiently(item.Display)


def _place_of(code: str, mailbox: OutlookMailbox) -> LetterState | None:
    wish = f"@SQL=\"{_CODE}\" = '{code}'"
    for number, state in _FOLDERS:
        folder = mailbox.folder(number)
        if folder.Items.Find(wish) is not None:
            return state
    return None


def _saved(letter: ReadLetter, code: str, mailbox: OutlookMailbox) -> Any:
    """Return the letter as a draft of Outlook; what fails before the end leaves nothing there."""
    item = mailbox.new_item()
    item.Subject = letter.subject
    _write(item, letter)
    _address(item, letter.to, _TO)
    _address(item, letter.cc, _CC)
    item.PropertyAccessor.SetProperty(_CODE, code)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _attach(item, letter, Path(folder))
        item.Save()
    return item


def _write(item: Any, letter: ReadLetter) -> None:
    """Write the text as it stands; only a mail program in which a person edited it makes pages."""
    if letter.page and not letter.plain:
        item.HTMLBody = letter.page
        return
    item.BodyFormat = _PLAIN_TEXT
    item.Body = letter.plain.replace("\n", "\r\n")


def _address(item: Any, recipients: Sequence[Recipient], kind: int) -> None:
    for recipient in recipients:
        is_plain = _NOT_IN_NAMES.isdisjoint(recipient.name)
        shown = str(recipient) if is_plain else recipient.address
        added = item.Recipients.Add(shown)
        added.Type = kind


def _attach(item: Any, letter: ReadLetter, folder: Path) -> None:
    """Attach the files by way of a folder that passes: Outlook takes files, no bytes.

    Each has a folder of its own: two may be called alike.
    """
    for number, attachment in enumerate(letter.attachments):
        path = folder / f"{number}" / attachment.ascii_name
        path.parent.mkdir()
        path.write_bytes(attachment.data)
        item.Attachments.Add(str(path))
