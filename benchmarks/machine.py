"""On what was measured: machine, cores, load, versions of everything that takes part."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from peer_list import PACKAGES

from khoagiao_xl import __version__


def described() -> dict[str, str]:
    """Return what is told of the machine, by name."""
    versions = [f"{name} {_version(name)}" for name in PACKAGES]
    return {
        "machine": f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        "load": " ".join(f"{part:.1f}" for part in os.getloadavg()) if hasattr(os, "getloadavg") else "?",
        "python": platform.python_version(),
        "khoagiao": __version__,
        "libreoffice": _libreoffice(),
        "packages": ", ".join(versions),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "không cài"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _libreoffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        return "không cài"
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    return answer.stdout.strip()
