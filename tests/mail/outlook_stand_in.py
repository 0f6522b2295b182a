"""A stand-in of the few objects of Outlook and Windows that drafts need. No Outlook ever ran behind it.

It does what Microsoft's reference says of each object: an item is among the drafts once it is saved, a property
is found by its DASL name, files are read when they are attached. What Outlook does besides, it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

DRAFTS, SENT = 16, 5
CALL_REJECTED, RETRY_LATER = 0x80010001, 0x8001010A
NOT_REGISTERED, NO_SUCH_CLASS, NOT_STARTED = 0x80040154, 0x800401F3, 0x80080005
SERVER_GONE, FAILED = 0x800706BA, 0x80004005
_WISH = re.compile(r"@SQL=\"(.+)\" = '(\w+)'")


class com_error(Exception):  # noqa: N801  # pywintypes calls it so
    """What every refusal comes as; its number is signed, as C's HRESULT."""

    def __init__(self, number: int, strerror: str = "", told: str = "") -> None:
        super().__init__(number, strerror)
        self.hresult = number - (1 << 32)
        self.strerror = strerror
        self.excepinfo = (0, "Microsoft Outlook", told, None, 0, 0) if told else None


@dataclass
class Recipient:
    name: str
    Type: int = 0


@dataclass
class Recipients:
    kept: list[Recipient] = field(default_factory=list)

    def Add(self, name: str) -> Recipient:  # noqa: N802
        self.kept.append(Recipient(name))
        return self.kept[-1]


@dataclass
class Attachments:
    kept: dict[str, bytes] = field(default_factory=dict)

    def Add(self, path: str) -> None:  # noqa: N802
        self.kept[Path(path).name] = Path(path).read_bytes()


@dataclass
class PropertyAccessor:
    kept: dict[str, str] = field(default_factory=dict)

    def SetProperty(self, name: str, value: str) -> None:  # noqa: N802
        self.kept[name] = value


class MailItem:
    """It has no `Send`: who calls it fails."""

    def __init__(self, outlook: Outlook, drafts: list[MailItem] | None = None) -> None:
        self.outlook = outlook
        self.drafts = outlook.folders[DRAFTS] if drafts is None else drafts
        self.sender: Any = None
        self.Subject = self.Body = self.HTMLBody = ""
        self.BodyFormat = 0
        self.Recipients = Recipients()
        self.Attachments = Attachments()
        self.PropertyAccessor = PropertyAccessor()

    def Save(self) -> None:  # noqa: N802
        self.outlook.trouble("Save", self.Subject)
        self.drafts.append(self)
        self.outlook.trouble("after Save", self.Subject)

    @property
    def _oleobj_(self) -> MailItem:
        return self

    def Invoke(self, number: int, lcid: int, how: int, wants: int, account: Account) -> None:  # noqa: N802
        """Set `SendUsingAccount` (64209) by reference (8), as late binding has to."""
        assert (number, lcid, how, wants) == (64209, 0, 8, 0)
        self.sender = account

    def Display(self) -> None:  # noqa: N802
        self.outlook.trouble("Display", self.Subject)
        self.outlook.shown.append(self.Subject)


@dataclass
class Folder:
    kept: list[MailItem]
    outlook: Any = None

    @property
    def Items(self) -> Folder:  # noqa: N802
        return self

    def Add(self, kind: int) -> MailItem:  # noqa: N802
        assert (kind, self.outlook is not None) == (0, True)
        return MailItem(self.outlook, self.kept)

    def Find(self, wish: str) -> MailItem | None:  # noqa: N802
        found = _WISH.fullmatch(wish)
        assert found
        name, value = found.groups()
        return next((item for item in self.kept if item.PropertyAccessor.kept.get(name) == value), None)


@dataclass
class Account:
    """An account with a mailbox of its own."""

    SmtpAddress: str
    outlook: Outlook
    folders: dict[int, list[MailItem]] = field(default_factory=lambda: {DRAFTS: [], SENT: []})

    @property
    def DeliveryStore(self) -> Account:  # noqa: N802
        return self

    def GetDefaultFolder(self, number: int) -> Folder:  # noqa: N802
        return Folder(self.folders[number], self.outlook)


@dataclass
class Accounts:
    """Counted from 1, as collections of Office are."""

    kept: list[Account]

    @property
    def Count(self) -> int:  # noqa: N802
        return len(self.kept)

    def Item(self, number: int) -> Account:  # noqa: N802
        return self.kept[number - 1]


@dataclass
class Outlook:
    """troubles: moment -> what comes of it, one after another; `only`: of a letter with this in its subject."""

    folders: dict[int, list[MailItem]] = field(default_factory=lambda: {DRAFTS: [], SENT: []})
    shown: list[str] = field(default_factory=list)
    troubles: dict[str, list[BaseException]] = field(default_factory=dict)
    only: str = ""
    threads: int = 0
    accounts: list[Account] = field(default_factory=list)

    @property
    def Accounts(self) -> Accounts:  # noqa: N802
        return Accounts(self.accounts)

    def with_account(self, address: str) -> Account:
        """Let Outlook have one more account."""
        account = Account(address, self)
        self.accounts.append(account)
        return account

    @property
    def Session(self) -> Outlook:  # noqa: N802
        return self

    def GetDefaultFolder(self, number: int) -> Folder:  # noqa: N802
        return Folder(self.folders[number])

    def CreateItem(self, kind: int) -> MailItem:  # noqa: N802
        assert kind == 0
        self.trouble("CreateItem")
        return MailItem(self)

    def trouble(self, moment: str, subject: str = "") -> None:
        """Fail as the test wants it."""
        waiting = self.troubles.get(moment, [])
        if waiting and self.only in subject:
            raise waiting.pop(0)

    @property
    def subjects(self) -> list[str]:
        return [item.Subject for item in self.folders[DRAFTS]]

    def send(self, subject: str) -> None:
        """Let a person send a draft."""
        drafts = self.folders[DRAFTS]
        (item,) = (item for item in drafts if item.Subject == subject)
        drafts.remove(item)
        self.folders[SENT].append(item)

    def packages(self, preferences: dict[str, int]) -> dict[str, ModuleType]:
        """Return the packages that Windows has; preferences: of this person, in the registry."""

        def started() -> None:
            self.threads += 1

        def ended() -> None:
            self.threads -= 1

        def dispatch(name: str) -> Outlook:
            assert name == "Outlook.Application"
            self.trouble("Dispatch")
            return self

        dynamic = _package("win32com.client.dynamic", Dispatch=dispatch)
        client = _package("win32com.client", dynamic=dynamic)
        packages = (
            dynamic,
            client,
            _package("win32com", client=client),
            _package("pywintypes", com_error=com_error),
            _package("pythoncom", CoInitialize=started, CoUninitialize=ended),
            _registry(preferences),
        )
        return {package.__name__: package for package in packages}


def _registry(preferences: dict[str, int]) -> ModuleType:
    @contextmanager
    def open_key(_root: str, path: str) -> Iterator[dict[str, int]]:
        assert path == r"Software\Microsoft\Office\16.0\Outlook\Preferences"
        if not preferences:
            raise FileNotFoundError(path)
        yield preferences

    def query(key: dict[str, int], name: str) -> tuple[int, int]:
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], 4

    return _package("winreg", OpenKey=open_key, QueryValueEx=query, HKEY_CURRENT_USER="HKCU")


def _package(name: str, **contents: Any) -> ModuleType:
    package = ModuleType(name)
    vars(package).update(contents)
    return package
