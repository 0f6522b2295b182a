"""A real mail server on loopback, with STARTTLS or TLS and a login, that does at each moment what a test says."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

ACCOUNT, PASSWORD = "bantuyengiao@khoi.example", "ba-chu-khong-dau"  # of no server but this one
HOST = "127.0.0.1"
Action = Callable[[SMTP], Awaitable[bool]]  # whether the server has answered by it


def answer(text: str) -> Action:
    """Let the server answer so, whatever it was asked."""

    async def act(server: SMTP) -> bool:
        await server.push(text)
        return True

    return act


async def drop(server: SMTP) -> bool:
    """Let the server hang up."""
    if isinstance(server.transport, asyncio.Transport):
        server.transport.abort()
    return True


async def hang(server: SMTP) -> bool:
    """Let the server say nothing for longer than anybody waits in a test, then hang up."""
    await asyncio.sleep(1.5)
    return await drop(server)


@dataclass
class Received:
    """A letter that the server keeps."""

    sender: str
    recipients: list[str]
    data: bytes


@dataclass
class PostOffice:
    """script: (moment, letter) -> action; letter is the number of the connection's or the server's letter.

    Moments: CONNECT, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, BODY (it has asked for the letter), KEPT (it has the
    letter and has not said so), QUIT. moments: those that came. victim: a process that is killed at one.
    """

    folder: Path
    features: dict[str, Any] = field(default_factory=dict)
    script: Callable[[str, int], Action | None] = lambda _moment, _letter: None
    kept: list[Received] = field(default_factory=list)
    moments: list[str] = field(default_factory=list)
    letters: int = 0
    victim: int = 0
    kill_at: int = -1
    port: int = 0
    lines: set[int] = field(default_factory=set)  # that are open
    hidden: tuple[str, ...] = ()  # what it can do and does not say

    def at(self, moment: str, action: Action, *letters: int) -> None:
        """Let the server act at a moment: of the letters with these numbers from 1, or of each."""
        earlier = self.script

        def script(now: str, letter: int) -> Action | None:
            is_meant = now == moment and (not letters or letter in letters)
            return action if is_meant else earlier(now, letter)

        self.script = script

    async def come_to(self, moment: str, server: SMTP) -> bool:
        """Come to a moment; return whether the server has answered already."""
        self.letters += moment == "MAIL"
        self.moments.append(moment)
        if self.victim and len(self.moments) - 1 == self.kill_at:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.victim, signal.SIGKILL)
        action = self.script(moment, self.letters)
        return bool(action and await action(server))

    def wait_until_all_hung_up(self) -> None:
        """Wait for the server to notice that its callers are gone."""
        for _ in range(200):
            if self.lines:
                time.sleep(0.01)

    # -- what aiosmtpd asks its handler -------------------------------------------------------------------

    async def handle_EHLO(  # noqa: N802
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Say what the server can do, but for what is hidden."""
        session.host_name = hostname
        return [line for line in responses if line[4:] not in self.hidden]

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the letter, then come to the moment before that is said."""
        content = envelope.original_content or b""
        self.kept.append(Received(envelope.mail_from or "", list(envelope.rcpt_tos), content))
        if await self.come_to("KEPT", server):
            return ""
        return "250 2.0.0 OK"

    def login(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _way: str, data: Any
    ) -> AuthResult:
        """Say whether this is the one account that may send."""
        assert isinstance(data, LoginPassword)
        is_known = (data.login, data.password) == (ACCOUNT.encode(), PASSWORD.encode())
        return AuthResult(success=is_known, handled=False)


class _Clerk(SMTP):
    """The server's side of one line."""

    @property
    def office(self) -> PostOffice:
        office = self.event_handler
        assert isinstance(office, PostOffice)
        return office

    async def push(self, status: Any) -> None:
        if status:
            await super().push(status)

    def connection_made(self, transport: Any) -> None:
        self.office.lines.add(id(self))
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.office.lines.discard(id(self))

    async def _handle_client(self) -> None:
        try:
            answered = await self.office.come_to("CONNECT", self)
        except asyncio.CancelledError:  # the caller hung up first
            answered = True
        if not answered:
            await super()._handle_client()
        elif self.transport:
            self.transport.close()

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802
        if not await self.office.come_to("EHLO", self):
            await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802
        if not await self.office.come_to("STARTTLS", self):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802
        if not await self.office.come_to("AUTH", self):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str) -> None:  # noqa: N802
        if not await self.office.come_to("MAIL", self):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str) -> None:  # noqa: N802
        if not await self.office.come_to("RCPT", self):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if not await self.office.come_to("DATA", self):
            await super().smtp_DATA(arg)

    async def smtp_QUIT(self, arg: str) -> None:  # noqa: N802
        if not await self.office.come_to("QUIT", self):
            await super().smtp_QUIT(arg)


async def hang_up_in_the_middle(server: SMTP) -> bool:
    """Ask for the letter and hang up before it is whole."""
    await server.push("354 Go on")
    return await drop(server)


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Clerk(self.handler, **self.SMTP_kwargs)


@contextlib.contextmanager
def open_office(folder: Path, cipher: str = "STARTTLS", *, is_login: bool = True, **features: Any) -> Any:
    """Yield a post office; the certificate of who vouches for it lies in `folder` as «tin-cay.pem»."""
    office = PostOffice(folder, features)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "tin-cay.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(features.pop("name", HOST)).configure_cert(context)
    office.port = _free_port()
    is_starttls = cipher == "STARTTLS"
    if is_login:
        features |= {"authenticator": office.login, "auth_required": is_starttls}
    else:
        features["auth_exclude_mechanism"] = ["LOGIN", "PLAIN"]
    controller = _Controller(
        office,
        hostname=HOST,
        port=office.port,
        ssl_context=context if cipher == "TLS" else None,
        tls_context=context if is_starttls else None,
        require_starttls=is_starttls,
        auth_require_tls=is_starttls,
        **features,
    )
    controller.start()
    office.moments.clear()  # the controller itself has looked whether it is there
    try:
        yield office
    finally:
        office.wait_until_all_hung_up()
        controller.stop()


def _free_port() -> int:
    with socket.socket() as place:
        place.bind((HOST, 0))
        port: int = place.getsockname()[1]
        return port
