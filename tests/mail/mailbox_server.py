"""A real IMAP server (Debian's dovecot) on loopback, a line to it that can break, and an office that fetches."""

from __future__ import annotations

import contextlib
import imaplib
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import trustme

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import fetch_mail
from tests.steps.small_year import SETTINGS, UNITS, deadline

HOST, PASSWORD = "127.0.0.1", "ba-chu-khong-dau"  # of no server but this one
PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001
CAME = datetime(2024, 1, 10, 1, tzinfo=UTC)
_SETTINGS = """
base_dir = {top}/run
log_path = {top}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{top}/cert.pem
ssl_key = <{top}/key.pem
mail_location = maildir:~/Maildir
first_valid_uid = 1
first_valid_gid = 1
auth_failure_delay = 0 secs
auth_mechanisms = plain login
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={owner} gid={group} home={top}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""
_OF_OWN_USER = """
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
"""


@dataclass(frozen=True)
class MailboxServer:
    """tls, starttls: its two ports. trusted: the certificate of who vouches for it."""

    tls: int
    starttls: int
    trusted: Path

    @contextlib.contextmanager
    def client(self, account: str) -> Iterator[imaplib.IMAP4]:
        """Let somebody else look into a mailbox: a mail program, not ours."""
        context = ssl.create_default_context(cafile=str(self.trusted))
        with imaplib.IMAP4_SSL(HOST, self.tls, ssl_context=context) as client:
            client.login(account, PASSWORD)
            yield client

    def deliver(
        self, account: str, *letters: bytes, folder: str = "INBOX", came: datetime = CAME, flags: str = ""
    ) -> None:
        """Let letters arrive."""
        with self.client(account) as client:
            client.create(folder)
            for letter in letters:
                said, _ = client.append(folder, flags, imaplib.Time2Internaldate(came), letter)
                assert said == "OK"

    def remove(self, account: str, folder: str) -> None:
        """Let a folder go, and its UIDVALIDITY with it."""
        with self.client(account) as client:
            client.delete(folder)

    def state(self, account: str, folder: str = "INBOX") -> list[str]:
        """Return what the server knows of every letter: its UID, whether read, answered, new."""
        with self.client(account) as client:
            client.select(folder, readonly=True)
            _, lines = client.fetch("1:*", "(UID FLAGS)")
        return [line.decode() for line in lines if isinstance(line, bytes)]


@contextlib.contextmanager
def serving() -> Iterator[MailboxServer]:
    """Run the server; it is ended whatever happens."""
    with tempfile.TemporaryDirectory(prefix="kg-imap-") as name:
        top = Path(name)
        server = _lay_out(top)
        process = subprocess.Popen([str(PROGRAM), "-F", "-c", str(top / "conf")], stderr=subprocess.PIPE)
        try:
            _wait_for(server.tls, process, top)
            yield server
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _lay_out(top: Path) -> MailboxServer:
    top.chmod(0o755)
    private = Path(tempfile.gettempdir())
    if private != Path("/tmp"):  # noqa: S108  # the server's own user must get through to its letters
        private.chmod(0o711)
    authority = trustme.CA()
    own = authority.issue_cert(HOST)
    own.private_key_pem.write_to_path(str(top / "key.pem"))
    for piece in own.cert_chain_pems:
        piece.write_to_path(str(top / "cert.pem"), append=True)
    authority.cert_pem.write_to_path(str(top / "tin-cay.pem"))
    server = MailboxServer(free_port(), free_port(), top / "tin-cay.pem")
    is_root = os.getuid() == 0
    owner, group = (65534, 65534) if is_root else (os.getuid(), os.getgid())
    mail = top / "mail"
    mail.mkdir()
    os.chown(mail, owner, group)
    facts = {"owner": owner, "group": group, "tls": server.tls, "starttls": server.starttls}
    text = _SETTINGS.format(top=top, password=PASSWORD, **facts)
    if not is_root:
        import grp
        import pwd

        user = pwd.getpwuid(os.getuid()).pw_name
        text += _OF_OWN_USER.format(user=user, group=grp.getgrgid(os.getgid()).gr_name)
    (top / "conf").write_text(text)
    return server


def _wait_for(port: int, process: subprocess.Popen[bytes], top: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            return
        time.sleep(0.1)
    log = top / "log"
    raise AssertionError(log.read_text() if log.exists() else "dovecot did not start")


def free_port() -> int:
    with socket.socket() as place:
        place.bind((HOST, 0))
        port: int = place.getsockname()[1]
        return port


@contextlib.contextmanager
def breaking_line(port: int, after: int, *, is_silent: bool = False) -> Iterator[int]:
    """Yield a port that leads to another one and breaks, or falls silent, after so many bytes of the server."""
    listener = socket.create_server((HOST, 0))
    over = threading.Event()

    def carry(one: socket.socket, other: socket.socket, most: float) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while passed < most and (piece := one.recv(4096)):
                passed += len(piece)
                other.sendall(piece)
            if passed >= most and is_silent:
                over.wait(20)
            for line in (one, other):
                line.shutdown(socket.SHUT_RDWR)

    def serve() -> None:
        with contextlib.suppress(OSError):
            client, _ = listener.accept()
            with client, socket.create_connection((HOST, port)) as server:
                up = threading.Thread(target=carry, args=(client, server, float("inf")))
                up.start()
                carry(server, client, after)
                up.join()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        over.set()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


@dataclass
class FetchingOffice:
    """An office whose inbox of January is filled from a mailbox."""

    folder: Path
    server: MailboxServer
    account: str
    settings: dict[str, Any] = field(default_factory=dict)
    letters: Sequence[Any] = ()

    @property
    def inbox(self) -> Path:
        return self.folder / "hop-thu-den" / "2024-M01"

    @property
    def year(self) -> Year:
        typed = {**SETTINGS, "imap_may_chu": HOST, "imap_cong": str(self.server.tls), "imap_tai_khoan": self.account,
                 **self.settings}  # fmt: skip
        tables = {
            "tblDonVi": UNITS,
            "tblCauHinh": [{"key": key, "value": value} for key, value in typed.items()],
            "tblThoiHan": [
                deadline("2024-M01"),
                deadline("2024-Q1"),
                {**deadline("2024-M02"), "ends": date(2024, 2, 14)},
            ],
            "tblThu": self.letters,
        }
        return Year.of(tables, self.folder / "KhoaGiao.xlsm")

    def job(self, period: str = "2024-M01") -> Job:
        return Job(NOW, Period.parse(period), out=self.inbox.with_name(period))

    def decide(self, period: str = "2024-M01") -> Changes:
        return fetch_mail.work(self.year, self.job(period))

    def fetch(self, period: str = "2024-M01") -> Outcome:
        return self.decide(period).outcome

    def look(self) -> Outcome:
        return fetch_mail.try_out(self.year, self.job())

    @property
    def fetched(self) -> list[bytes]:
        """The letters that lie in the inbox and below it."""
        return [path.read_bytes() for path in sorted(self.inbox.rglob("*.eml"))]
