"""One document turned into .docx by LibreOffice: apart from the user's own, bounded, nothing left behind."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

SECONDS: Final = 120.0  # the first start on a busy machine takes some of them
_PROGRAMS: Final = ("soffice", "libreoffice")
_APP_PATH: Final = r"Software\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe"
_QUIET: Final = (
    "--headless",
    "--norestore",
    "--nologo",
    "--nodefault",
    "--nofirststartwizard",
    "--nolockcheck",
)
_MEMORY, _LARGEST_FILE = 4_000_000_000, 300_000_000  # bytes
_SETTING: Final = (
    '<item oor:path="/org.openoffice.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_OPENING: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
)
# No macro runs, no link is followed, and whatever asks the net meets a proxy that is not there.
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_NOWHERE: Final = "http://127.0.0.1:9"
_ENVIRONMENT: Final = {"http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "SAL_USE_VCLPLUGIN": "svp"}
_PIPE_FOLDERS: Final = ("/tmp", "/var/tmp")  # noqa: S108  # LibreOffice's own choice
_GRACE: Final = 3.0  # seconds in which it may clear up after itself before it is ended by force


class NotConverted(Exception):
    """LibreOffice made nothing of the document: it is damaged or locked, or took too long."""


def office_program() -> str:
    """Return where LibreOffice lies; blank for none."""
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found:
            return found
    return _registered()


def _registered() -> str:
    if sys.platform != "win32":
        return ""
    import winreg

    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        with suppress(OSError):
            return winreg.QueryValue(root, _APP_PATH).strip('"')
    return ""


def as_docx(path: Path, suffix: str, seconds: float = SECONDS) -> bytes:
    """Return the document as a .docx. suffix: of the kind that it really is, «.doc».

    Raises NotConverted; FileNotFoundError where there is no LibreOffice.
    """
    program = office_program()
    if not program:
        raise FileNotFoundError(_PROGRAMS[0])
    with tempfile.TemporaryDirectory(prefix="khoagiao-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / f"van_ban{suffix}"
        shutil.copyfile(path, source)
        profile = place / "ho_so"
        _write_settings(profile)
        words = [
            program,
            *_QUIET,
            f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to",
            "docx",
            "--outdir",
            str(place / "ra"),
            str(source),
        ]
        try:
            _run(words, place, seconds)
        finally:
            _remove_pipe(profile)
        return _result(place / "ra" / "van_ban.docx")


def _result(made: Path) -> bytes:
    if not made.is_file():
        raise NotConverted
    return made.read_bytes()


def _remove_pipe(profile: Path) -> None:
    """Remove the pipe by which LibreOffice finds itself on a profile: it stays behind when it is ended."""
    if sys.platform == "win32":
        return
    place = profile.as_uri().encode("utf-16-le")
    digest = hashlib.md5(place, usedforsecurity=False).digest()
    figures = [f"{byte:x}" for byte in digest]
    number = "".join(figures)
    user = os.getuid()
    name = f"OSL_PIPE_{user}_SingleOfficeIPC_{number}"
    for folder in _PIPE_FOLDERS:
        pipe = Path(folder, name)
        pipe.unlink(missing_ok=True)


def _write_settings(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items: list[str] = []
    for path, name, value in _SETTINGS:
        item = _SETTING.format(path=path, name=name, value=value)
        items.append(item)
    text = "".join([_OPENING, *items, "</oor:items>"])
    written = user / "registrymodifications.xcu"
    written.write_text(text, encoding="utf-8")


def _run(words: list[str], place: Path, seconds: float) -> None:
    """Run the program to its end; end it with all that it started when its time is over."""
    process = subprocess.Popen(  # noqa: S603  # the office program
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ENVIRONMENT, "TMPDIR": str(place), "TMP": str(place), "TEMP": str(place)},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        _bound(process.pid, seconds)
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise NotConverted from error
    finally:
        _end(process)


def _bound(pid: int, seconds: float) -> None:
    """Bound what the program may take, where the system can."""
    if sys.platform != "linux":
        return
    import resource

    bounds = (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_CPU, int(seconds)),
    )
    for kind, most in bounds:
        with suppress(ProcessLookupError, PermissionError):
            resource.prlimit(pid, kind, (most, most))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is still there of the program: «soffice» is a script that starts others."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(  # noqa: S603
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607  # of the system
                check=False,
                capture_output=True,
            )
        process.wait()
        return
    if process.poll() is None:
        _signal_all(process, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
    _signal_all(process, signal.SIGKILL)
    process.wait()


def _signal_all(process: subprocess.Popen[bytes], number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
