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
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from xlwings_libreoffice.office import PATIENCE, Office

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

# The name of another pipe, for an office that was started with one.
PIPE_VARIABLE: Final = "XLWINGS_LIBREOFFICE_PIPE"
USUAL_PIPE: Final = "xlwings-libreoffice"
PROGRAM: Final = "soffice"
QUIET: Final = ("--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck")
_RESOLVER: Final = "com.sun.star.bridge.UnoUrlResolver"
_DESKTOP: Final = "com.sun.star.frame.Desktop"
_PAUSE: Final = 0.1
_SOON: Final = PATIENCE / 10
_PID_BYTES: Final = 4


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

    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(_RESOLVER, here)
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        desktop = context.ServiceManager.createInstanceWithContext(_DESKTOP, context)
    except Exception:  # noqa: BLE001  # NoConnectException, or a bridge that broke: nobody is there
        return None
    return Office(pipe, context, desktop, pid=_pid_behind(pipe))


def connect_or_ask(pipe: str) -> Office | None:
    """Return the office that listens on `pipe`, after asking the user's running one to do so."""
    office = connect(pipe)
    program = shutil.which(PROGRAM)
    if office or not program:
        return office
    asking = _launch([program, "--headless", *QUIET, _listening_on(pipe)])

    def is_answered() -> bool:
        has_ended = asking.poll() is not None
        return has_ended or connect(pipe) is not None

    _wait_for(is_answered, PATIENCE)
    office = connect(pipe)
    if _became_an_office(asking, office):
        # Nobody was there to hand the words to: a stale lock, say.
        Office(pipe, None, office and office.desktop, asking).end()
        return None
    with suppress(subprocess.TimeoutExpired):
        asking.wait(PATIENCE)
    return office or _wait_for(partial(connect, pipe), _SOON)


def _became_an_office(asking: subprocess.Popen[bytes], office: Office | None) -> bool:
    """Whether the program that should only ask is an office itself; the user's own is never ended."""
    if asking.poll() is not None:
        return False
    if office is None:
        return True
    if office.pid:
        return os.getsid(office.pid) == asking.pid
    # Where the system does not say: handing on takes a moment more, and a new office shows nothing yet.
    with suppress(subprocess.TimeoutExpired):
        asking.wait(_SOON)
        return False
    documents = office.desktop.Components
    return not documents.hasElements()


def start(*, visible: bool = False, program: str = "") -> Office:
    """Start a LibreOffice of our own, on a profile that is removed at its end."""
    found = program or shutil.which(PROGRAM)
    if not found:
        raise FileNotFoundError(PROGRAM)
    pipe = f"{USUAL_PIPE}-{uuid.uuid4()}"
    profile = Path(tempfile.mkdtemp(prefix=f"{USUAL_PIPE}-"))
    words = [
        found,
        *QUIET,
        f"-env:UserInstallation={profile.as_uri()}",
        _listening_on(pipe),
    ]
    if not visible:
        words.append("--headless")
    process = _launch(words)
    office = _wait_for(partial(connect, pipe), PATIENCE)
    if office is None:
        os.killpg(process.pid, signal.SIGKILL)
        raise TimeoutError(found)
    office.process = process
    office.profile = profile
    return office


def _listening_on(pipe: str) -> str:
    return f"--accept=pipe,name={pipe};urp;"


def _launch(words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # the office program
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait_for(ask: Callable[[], Answer], patience: float) -> Answer:
    """Return the first answer that says yes, or the last one when patience ends."""
    end = time.monotonic() + patience
    answer = ask()
    while not answer and time.monotonic() < end:
        time.sleep(_PAUSE)
        answer = ask()
    return answer


def _pid_behind(pipe: str) -> int:
    """Return the process that listens on `pipe`, or 0 where the system does not say."""
    if not hasattr(socket, "SO_PEERCRED"):
        return 0
    place = Path(tempfile.gettempdir()) / f"OSL_PIPE_{os.getuid()}_{pipe}"
    if not place.exists():
        return 0
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(place))
        peer = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PID_BYTES)
    return int.from_bytes(peer, "little")
