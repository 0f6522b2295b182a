"""Finding a running LibreOffice, asking it to listen, or starting one.

LibreOffice listens on a named pipe when it was started with --accept. One that was not can be asked to: a
second `soffice --accept=...` of the same user hands its words to the running program and ends at once.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from xlwings_libreoffice.office import PATIENCE, Office

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

PIPE_VARIABLE: Final = "KHOAGIAO_PIPE"  # the name of another pipe, for an office that was started with one
USUAL_PIPE: Final = "khoagiao-xl"
QUIET: Final = ("--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck")


def usual_pipe() -> str:
    """Return the name of the pipe that offices are asked to listen on."""
    return os.environ.get(PIPE_VARIABLE) or USUAL_PIPE


def can_reach() -> bool:
    """Whether this Python has LibreOffice's bridge at all."""
    try:
        import uno  # noqa: F401
    except ImportError:
        return False
    return True


def connect(pipe: str) -> Office | None:
    """Return the office that listens on `pipe`, or None."""
    import uno

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    except Exception:  # noqa: BLE001  # NoConnectException, or a bridge that broke: nobody is there
        return None
    return Office(pipe, context, desktop, pid=_pid_behind(pipe))


def connect_or_ask(pipe: str) -> Office | None:
    """Return the office that listens on `pipe`, after asking the user's running one to do so."""
    office = connect(pipe)
    program = shutil.which("soffice")
    if office or not program:
        return office
    words = [program, "--headless", *QUIET, f"--accept=pipe,name={pipe};urp;"]
    asking = _launch(words)
    _wait_for(lambda: connect(pipe) or asking.poll() is not None, PATIENCE)
    office = connect(pipe)
    if asking.poll() is None and (office is None or _is_behind(office, asking)):
        # Nobody was there to hand the words to, so this one became an office itself: a stale lock, say.
        Office(pipe, None, office and office.desktop, asking).end()
        return None
    with suppress(subprocess.TimeoutExpired):
        asking.wait(PATIENCE)
    return office or _wait_for(lambda: connect(pipe), PATIENCE / 10)


def _is_behind(office: Office, started: subprocess.Popen[bytes]) -> bool:
    """Whether an office is the one that `started` became, and not the user's own, which is never ended."""
    if office.pid:
        return os.getsid(office.pid) == started.pid
    # Where the system does not say: handing on takes a moment more, and a new office shows nothing yet.
    with suppress(subprocess.TimeoutExpired):
        started.wait(PATIENCE / 10)
        return False
    return not office.desktop.Components.hasElements()


def _launch(words: list[str]) -> subprocess.Popen[bytes]:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(words, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)  # noqa: S603


def start(*, visible: bool = False, program: str = "") -> Office:
    """Start a LibreOffice of our own, on a profile that is removed at its end."""
    pipe, profile = f"khoagiao-{uuid.uuid4().hex[:12]}", Path(tempfile.mkdtemp(prefix="khoagiao-office-"))
    found = program or shutil.which("soffice")
    if not found:
        raise FileNotFoundError("soffice")
    words = [found, *QUIET, f"-env:UserInstallation={profile.as_uri()}", f"--accept=pipe,name={pipe};urp;"]
    if not visible:
        words.append("--headless")
    process = _launch(words)
    office = _wait_for(lambda: connect(pipe), PATIENCE)
    if office is None:
        os.killpg(process.pid, signal.SIGKILL)
        raise TimeoutError(found)
    office.process, office.profile = process, profile
    return office


def _wait_for(answer: Callable[[], Answer], patience: float) -> Answer:
    end = time.monotonic() + patience
    while not (found := answer()) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def _pid_behind(pipe: str) -> int:
    """Return the process that listens on `pipe`, or 0 where the system does not say."""
    place = Path(tempfile.gettempdir()) / f"OSL_PIPE_{getattr(os, 'getuid', int)()}_{pipe}"
    if not hasattr(socket, "SO_PEERCRED") or not place.exists():
        return 0
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(place))
        return int.from_bytes(line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 4), "little")
