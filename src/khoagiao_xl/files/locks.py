"""Who holds a master: a run of ours, or an office program that has left its mark beside the file."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import Busy, HeldByProgram, LeftOpenMark, OpenElsewhere, OpenOnMachine
from khoagiao_xl.vietnamese.office_clock import OFFICE_ZONE

if TYPE_CHECKING:
    from collections.abc import Iterator

# LibreOffice leaves «,user,host,moment,profile;», a comma within a field behind a backslash; Excel a name.
_HOST: Final = re.compile(rb"(?:(?:[^,\\]|\\.)*,){2}((?:[^,\\]|\\.)*),")
_NO_HOSTS: Final = ("", "localhost", "localhost.localdomain")  # as many machines call themselves
_SHORT_FOR_WORD, _OVERWRITTEN = 6, 2  # letters of a name
_PROCESSES: Final = Path("/proc")
_OFFICE: Final = "soffice.bin"
_ENDED: Final = "Z"  # and only not yet taken notice of


@contextlib.contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the master for one run; raise Busy at once when another run holds it."""
    from filelock import FileLock, Timeout

    path = files.behind_link(path)
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        with lock:
            yield
    except Timeout as error:
        raise Busy(name=path.name) from error


def refuse_if_open(path: Path) -> None:
    """Raise OpenElsewhere when Excel or LibreOffice has left the mark of an open file beside `path`."""
    # LibreOffice marks the file that a link leads to, Excel the name by which it was opened.
    behind = files.behind_link(path)
    for place in (path, behind):
        name = place.name
        _refuse_for(place, f"~${name}")
        _refuse_for(place, f".~lock.{name}#")


def is_open(path: Path) -> bool:
    """Say whether Excel or LibreOffice has left the mark of an open file beside `path`."""
    try:
        refuse_if_open(path)
    except OpenElsewhere:
        return True
    return False


def refuse_if_held(path: Path) -> None:
    """Raise OpenElsewhere as `refuse_if_open` does, and where the system itself says that it is held."""
    refuse_if_open(path)
    if sys.platform == "win32":
        try:
            # Excel lets nobody else write while it holds the file.
            with path.open("r+b"):
                pass
        except PermissionError as error:
            raise HeldByProgram(name=path.name, sign="Excel") from error


def is_open_in_word(path: Path) -> bool:
    """Say whether Word or LibreOffice has left the mark of an open document beside `path`."""
    name = path.name
    # Word writes its mark over the first letters of a longer name.
    letters = len(path.stem)
    longer = max(letters - _SHORT_FOR_WORD, 0)
    taken = min(longer, _OVERWRITTEN)
    rest = name[taken:]
    for mark in (f"~${rest}", f".~lock.{name}#"):
        beside = path.with_name(mark)
        if os.path.lexists(beside):
            return True
    return False


def _refuse_for(path: Path, name: str) -> None:
    mark = path.with_name(name)
    if not os.path.lexists(mark):  # nor can it be, where its name would be too long
        return
    host = _host_of(mark)
    facts = {
        "name": path.name,
        "sign": name,
        "folder": path.parent.absolute(),
        "since": _since(mark),
    }
    if not host:
        raise OpenElsewhere(**facts)
    if _is_left_over(host):
        raise LeftOpenMark(**facts)
    raise OpenOnMachine(**facts, host=host)


def _host_of(mark: Path) -> str:
    """Return the machine that a mark of LibreOffice names; nothing for one of Excel."""
    try:
        data = mark.read_bytes()
    except OSError:  # Excel lets nobody read its mark
        return ""
    found = _HOST.match(data)
    return found[1].decode("utf-8", "replace") if found else ""


def _since(mark: Path) -> str:
    try:
        state = mark.stat()
    except OSError:  # taken away meanwhile
        return "?"
    moment = datetime.fromtimestamp(state.st_mtime, OFFICE_ZONE)
    return f"{moment:%H:%M} ngày {moment:%d/%m/%Y}"


def _is_left_over(host: str) -> bool:
    """Say whether a LibreOffice of machine `host` is known to run no more."""
    if host in _NO_HOSTS or host != socket.gethostname():
        return False
    names = _running_programs()
    return bool(names) and _OFFICE not in names


def _running_programs() -> set[str]:
    """Return the names of all that runs on this machine; nothing where that cannot be seen."""
    if not (_PROCESSES / "1" / "stat").exists():
        return set()
    names = set()
    for place in _PROCESSES.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # ended meanwhile
            told = place.read_text(errors="replace")
            name, state = _name_and_state(told)
            if state != _ENDED:
                names.add(name)
    return names


def _name_and_state(told: str) -> tuple[str, str]:
    """Return what Linux tells of a process: «12 (soffice.bin) S 1 ...» -> its name and «S»."""
    _, _, rest = told.partition("(")
    name, _, numbers = rest.rpartition(") ")
    return name, numbers[:1]
