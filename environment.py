"""The project's own environment in .venv: made, mended, filled and linked; needs nothing but Python."""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).resolve().parent
VENV = TOP / ".venv"
LOG = VENV / "cai-goi.log"  # all that pip said
IS_WINDOWS = os.name == "nt"
TRIES = 3  # a registry that hiccups once should not cost the whole run

# What pip says, and what it comes from; the first that fits is told.
NO_SPACE = ("No space left on device", "Disk quota exceeded", "not enough space on the disk")
NO_NETWORK = (
    "NewConnectionError", "NameResolutionError", "name resolution", "timed out", "ProxyError", "SSLError",
    "Connection refused", "Connection aborted", "Connection reset",
)  # fmt: skip
CAUSES = {
    NO_SPACE: "đĩa đầy. Giải phóng chỗ trống rồi chạy lại lệnh",
    NO_NETWORK: "không nối được tới kho gói. Kiểm tra kết nối mạng rồi chạy lại lệnh",
    ("DO NOT MATCH THE HASHES",): "gói tải về không đúng là gói đã khóa. Không cài; báo cho người quản trị",
    ("Permission denied", "Access is denied"): "không có quyền ghi vào thư mục .venv",
    ("No matching distribution",): f"kho gói không có gói cho Python {sys.version.split()[0]} của máy này",
}
REASONS = {
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.ENOSPC: "đĩa đầy",
    errno.EDQUOT: "đĩa đầy",
}
UNKNOWN_CAUSE = "pip dừng vì một lý do khác"

# Both find the interpreter beside themselves: a checkout that was moved is started from where it is now.
COMMAND = '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -X utf8 -P -m khoagiao_xl "$@"\n'
WINDOWS_COMMAND = '@"%~dp0python.exe" -P -m khoagiao_xl %*\r\n'


def reason_of(error: OSError) -> str:
    """Return in Vietnamese why the system refused, in its own words where we have none."""
    return REASONS.get(error.errno or 0, error.strerror or str(error))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def scripts() -> Path:
    """Return the folder of the environment's programs."""
    return VENV / ("Scripts" if IS_WINDOWS else "bin")


def python() -> Path:
    """Return the environment's own interpreter."""
    return scripts() / ("python.exe" if IS_WINDOWS else "python")


def site_packages() -> Path:
    """Return the folder of the environment's packages."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))


def prepare(lock: Path) -> None:
    """Have exactly what `lock` names in a whole environment; next to nothing to do when it is as it was."""
    stamp = VENV / f"installed-{lock.name}"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    is_ready = python().exists() and stamp.exists() and stamp.read_text(encoding="ascii") == wanted
    if not is_ready:
        make_venv()
        install(lock)
        link_uno()
    link_source()
    link_command()
    if not is_ready:
        stamp.write_text(wanted, encoding="ascii")


def make_venv() -> None:
    """Make the environment; one that is half made, broken or of another Python is made anew."""
    if is_whole():
        return
    if not has_venv():
        bring_venv()
    say("Đang tạo môi trường riêng trong .venv ...")
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(make, capture_output=True, text=True)
    if made.returncode:
        end(f"Không tạo được môi trường riêng trong «{VENV}»", made.stdout + made.stderr)


def is_whole() -> bool:
    """Say whether the environment's interpreter runs, is of our version, and has its pip."""
    ask = [str(python()), "-c", "import sys, pip; print(sys.version_info[:2])"]
    try:
        answer = subprocess.run(ask, capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == str(sys.version_info[:2])


def has_venv() -> bool:
    """Say whether this Python has what makes environments; Debian packs that apart from Python."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def bring_venv() -> None:
    """Install what makes environments where that can be done; else leave with the command to type."""
    package = "python{}.{}-venv".format(*sys.version_info)
    if not shutil.which("apt-get"):
        sys.exit("Python này thiếu phần venv. Cài Python 3.11 trở lên đủ bộ (python.org) rồi chạy lại lệnh.")
    if not is_root():
        sys.exit(f"Python của máy thiếu phần venv. Gõ «sudo apt install {package}» rồi chạy lại lệnh.")
    say(f"Đang cài {package} ...")
    if not apt_install(package):
        sys.exit(f"Chưa cài được {package}. Gõ «apt install {package}» để xem lý do, rồi chạy lại lệnh.")


def is_root() -> bool:
    """Say whether we may install packages of the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(*packages: str) -> bool:
    """Install packages of Debian; say whether that went well."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    patient = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]
    subprocess.run([*patient, "update"], env=quiet, capture_output=True)
    install = [*patient, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(install, env=quiet, capture_output=True, text=True)
    if done.returncode:
        say(done.stderr)
    return done.returncode == 0


def install(lock: Path) -> None:
    """Install what `lock` names; leave with the cause when that cannot be done."""
    say(f"Đang cài các gói theo {lock.name} (chỉ lần đầu) ...")
    pip = [str(python()), "-m", "pip", "--quiet", "--log", str(LOG)]
    command = [*pip, "install", "--require-hashes", "-r", str(lock)]
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    for attempt in range(1, TRIES + 1):
        done = subprocess.run(command, env=quiet, capture_output=True, text=True)
        if done.returncode == 0:
            return
        is_passing = any(sign in done.stderr for sign in NO_NETWORK)
        if attempt == TRIES or not is_passing:
            end(f"Không cài được các gói, chi tiết ở «{LOG}»", done.stderr)
        time.sleep(5 * attempt)


def end(what: str, told: str) -> NoReturn:
    """Leave with one sentence: what could not be done, and the cause that can be seen in what was told."""
    for signs, cause in CAUSES.items():
        if any(sign in told for sign in signs):
            sys.exit(f"{what}: {cause}.")
    last = told.strip().splitlines()[-1:] or [""]
    sys.exit(f"{what}: {UNKNOWN_CAUSE} ({last[0].strip()}).")


def link_source() -> None:
    """Let the environment import src/ as it stands: an edit needs no reinstallation, nor does a move."""
    way = os.path.relpath(TOP / "src", site_packages())
    _write(site_packages() / "khoagiao_xl_source.pth", f"{way}\n")


def link_command() -> None:
    """Make the command `khoagiao` of the environment, which starts src/ as it stands."""
    if IS_WINDOWS:
        _write(scripts() / "khoagiao.cmd", WINDOWS_COMMAND)
        return
    _write(scripts() / "khoagiao", COMMAND)
    (scripts() / "khoagiao").chmod(0o755)


def _write(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    if not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)


def link_uno() -> None:
    """Let the environment import LibreOffice's bridge, if a Python of the system has one that fits."""
    link = site_packages() / "khoagiao_xl_uno.pth"
    ask = "import sys, uno; print(sys.version_info[:2], uno.__file__, sep='\\n')"
    for program in _pythons():
        answer = subprocess.run([program, "-I", "-c", ask], capture_output=True, text=True)
        version, _, place = answer.stdout.strip().partition("\n")
        # Its bridge is compiled for one minor version of Python.
        if not answer.returncode and version == str(sys.version_info[:2]):
            _write(link, f"{Path(place).parent}\n")
            return
    link.unlink(missing_ok=True)


def _pythons() -> Iterator[str]:
    """Yield the Pythons of the system, whatever stands before them on the path."""
    for folder in (*os.environ.get("PATH", "").split(os.pathsep), *os.defpath.split(os.pathsep)):
        for name in ("python{}.{}".format(*sys.version_info), "python3"):
            if program := shutil.which(name, path=folder):
                yield program
