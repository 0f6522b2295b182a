#!/usr/bin/env python3
"""Every word of the work on this project, needing nothing but Python: `python3 run.py` lists them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

TOP = Path(__file__).resolve().parent
VENV = TOP / ".venv"
PRODUCT, WORKSHOP = TOP / "requirements.lock", TOP / "requirements-dev.lock"
OFFICE = ["libreoffice-calc", "libreoffice-writer", "python3-uno", "fonts-liberation", "poppler-utils",
          "xvfb", "xdotool", "imagemagick", "python3-tk"]  # fmt: skip


def in_venv(name: str) -> Path:
    """Return the path of program `name` in the project's own environment."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def prepare(lock: Path) -> None:
    """Make the environment and install exactly what `lock` names; nothing to do when it is as it was."""
    stamp = VENV / f"installed-{lock.name}"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    if not in_venv("python").exists():
        say("Đang tạo môi trường riêng trong .venv ...")
        venv.create(VENV, with_pip=True)
    say(f"Đang cài các gói theo {lock.name} (chỉ lần đầu) ...")
    install = [str(in_venv("python")), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)]
    # A registry that hiccups once should not cost the whole run.
    for attempt in range(3):
        if subprocess.run(install, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}).returncode == 0:
            break
        if attempt == 2:
            sys.exit("Không cài được các gói. Kiểm tra kết nối mạng rồi chạy lại lệnh.")
        time.sleep(5 * (attempt + 1))
    link_source()
    link_uno()
    stamp.write_text(wanted, encoding="ascii")


def link_source() -> None:
    """Let the environment import src/ as it stands, so that an edit needs no reinstallation."""
    (site_packages() / "khoagiao_xl_source.pth").write_text(f"{TOP / 'src'}\n", encoding="utf-8")


def site_packages() -> Path:
    """Return the folder of the environment's packages."""
    find = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    answer = subprocess.run([in_venv("python"), "-c", find], check=True, capture_output=True, text=True)
    return Path(answer.stdout.strip())


def link_uno() -> None:
    """Let the environment import LibreOffice's bridge, if a Python of the system has one that fits."""
    link, name = site_packages() / "khoagiao_xl_uno.pth", "python{}.{}".format(*sys.version_info)
    ask = "import sys, uno; print(sys.version_info[:2], uno.__file__, sep='\\n')"
    folders = [*os.environ.get("PATH", "").split(os.pathsep), *os.defpath.split(os.pathsep)]
    for program in filter(
        None, (shutil.which(word, path=at) for at in folders for word in (name, "python3"))
    ):
        answer = subprocess.run([program, "-I", "-c", ask], capture_output=True, text=True)
        version, _, place = answer.stdout.strip().partition("\n")
        # Its bridge is compiled for one minor version of Python.
        if not answer.returncode and version == str(sys.version_info[:2]):
            link.write_text(f"{Path(place).parent}\n", encoding="utf-8")
            return
    link.unlink(missing_ok=True)


def install_office() -> None:
    """Install LibreOffice where this can be done by itself (Debian, as root); else say what is left out."""
    missing = [
        tool for tool in ("soffice", "pdftoppm", "Xvfb", "xdotool", "import") if not shutil.which(tool)
    ]
    if not missing:
        return
    is_debian_root = shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_debian_root:
        say(f"Không có {', '.join(missing)}: các phép thử mở tệp bằng LibreOffice sẽ được bỏ qua.")
        return
    say("Đang cài LibreOffice cho các phép thử ...")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, stdout=sys.stderr)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *OFFICE]
    if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode:
        say("apt không cài được LibreOffice: các phép thử cần nó sẽ được bỏ qua.")


def run_module(*words: str) -> int:
    """Run a module of the environment from the top of the tree; its exit status is ours."""
    return subprocess.run([in_venv("python"), "-m", *words], cwd=TOP).returncode


def demo(words: list[str]) -> int:
    """Live one working day on files, into out/demo/ (--out DIR, --guidance FILE)."""
    prepare(PRODUCT)
    # What the user names is relative to where the user stands, not to this file.
    command = [str(in_venv("python")), "-m", "khoagiao_xl", "demo", *words]
    if not any(word.split("=")[0] == "--out" for word in words):
        command += ["--out", str(TOP / "out" / "demo")]
    return subprocess.run(command).returncode


def khoagiao(words: list[str]) -> int:
    """Run any verb of the command `khoagiao` from this checkout."""
    prepare(PRODUCT)
    return subprocess.run([in_venv("python"), "-m", "khoagiao_xl", *words]).returncode


def test(words: list[str]) -> int:
    """Install what the tests need and run them; further words go to pytest."""
    prepare(WORKSHOP)
    install_office()
    link_uno()
    if words:
        return run_module("pytest", *words)
    return lint([]) or run_module("pytest")


def lint(_: list[str]) -> int:
    """Check style and types."""
    prepare(WORKSHOP)
    return run_module("ruff", "check") or run_module("ruff", "format", "--check") or run_module("mypy")


def bench(words: list[str]) -> int:
    """Measure the ratios that the speed is held to."""
    prepare(WORKSHOP)
    return subprocess.run([in_venv("python"), TOP / "benchmarks" / "measure.py", *words]).returncode


def build(_: list[str]) -> int:
    """Draw the committed master, the report templates and the tables of the guide anew."""
    prepare(WORKSHOP)
    made = ("khoagiao_xl.building", "khoagiao_xl.report.template", "khoagiao_xl.doors.manual")
    return next((code for code in map(run_module, made) if code), 0)


def lock(_: list[str]) -> int:
    """Resolve both lock files anew from pyproject.toml."""
    prepare(WORKSHOP)
    subprocess.run([in_venv("python"), "-m", "pip", "install", "--quiet", "uv"], check=True)
    resolve = ["uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes",
               "--no-header", "--quiet", "pyproject.toml"]  # fmt: skip
    return run_module(*resolve, "-o", PRODUCT.name) or run_module(
        *resolve, "--extra", "dev", "-c", PRODUCT.name, "-o", WORKSHOP.name
    )


WORDS = {word.__name__: word for word in (demo, test, lint, bench, build, lock, khoagiao)}


def main() -> int:
    """Run the word that was asked for, or list them all."""
    if sys.version_info < (3, 11):
        sys.exit("Cần Python 3.11 trở lên.")
    if len(sys.argv) < 2 or sys.argv[1] not in WORDS:
        print("Cách dùng: python3 run.py TỪ [tham số]\n")
        for name, word in WORDS.items():
            print(f"  {name:10} {word.__doc__}")
        return 0 if len(sys.argv) < 2 else 2
    return WORDS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
