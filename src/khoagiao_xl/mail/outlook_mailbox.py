"""Which of Outlook's mailboxes drafts go into: the usual one, or that of an account the office names.

By the Outlook VBA reference: Accounts, Account.SmtpAddress, Account.DeliveryStore, Store.GetDefaultFolder,
Items.Add, MailItem.SendUsingAccount. Nothing of Outlook is kept between two calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from khoagiao_xl.mail.addresses import address_key
from khoagiao_xl.mail.outlook_program import DraftRefused, OutlookUnusable, patiently
from khoagiao_xl.wording import sentence

_MAIL_ITEM: Final = 0  # OlItemType
_DRAFTS: Final = 16  # OlDefaultFolders
# pywin32's late binding sets a property by value, which Outlook passes over for an object: by reference.
_SEND_USING_ACCOUNT, _BY_REFERENCE = 64209, 8


@dataclass(frozen=True)
class OutlookMailbox:
    """application: returns Outlook's Application. address: of the account, blank for the usual mailbox."""

    application: Callable[[], Any]
    address: str = ""

    @property
    def fault(self) -> str:
        """Why no draft can go there, a sentence, blank where one can; raise OutlookUnusable.

        Nothing is raised for it: its frames would keep objects of Outlook beyond the last call.
        """
        if not self.address:
            return ""
        try:
            known = patiently(self._addresses)
        except DraftRefused as error:
            return sentence("THU-604", error.facts)
        if address_key(self.address) in map(address_key, known):
            return ""
        facts = {"mailbox": self.address, "known": ", ".join(known)}
        return sentence("THU-616", facts)

    def _addresses(self) -> list[str]:
        return [account.SmtpAddress for account in self._accounts()]

    def folder(self, number: int) -> Any:
        """Return a folder of the mailbox, by its OlDefaultFolders."""
        if not self.address:
            return self.application().Session.GetDefaultFolder(number)
        return self._account().DeliveryStore.GetDefaultFolder(number)

    def new_item(self) -> Any:
        """Return a letter that will lie among the drafts once it is saved."""
        if not self.address:
            return self.application().CreateItem(_MAIL_ITEM)
        account = self._account()
        drafts = account.DeliveryStore.GetDefaultFolder(_DRAFTS)
        item = drafts.Items.Add(_MAIL_ITEM)
        item._oleobj_.Invoke(_SEND_USING_ACCOUNT, 0, _BY_REFERENCE, 0, account)
        return item

    def _account(self) -> Any:
        """Return the account; raise OutlookUnusable (THU-606) where it has gone since it was looked for."""
        for account in self._accounts():
            if address_key(account.SmtpAddress) == address_key(self.address):
                return account
        raise OutlookUnusable("THU-606")

    def _accounts(self) -> Iterator[Any]:
        accounts = self.application().Session.Accounts
        for number in range(1, accounts.Count + 1):
            yield accounts.Item(number)
