"""One running LibreOffice: what it is asked through, and how it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

PATIENCE: Final = 60.0  # seconds for a program to start, a few for one that runs already


@dataclass
class Office:
    """A running LibreOffice that answers: its pipe, its desktop, and what we started ourselves."""

    pipe: str
    context: Any
    desktop: Any
    process: subprocess.Popen[bytes] | None = None
    profile: Path | None = None
    pid: int = 0

    def create(self, service: str) -> Any:
        """Return a new object of a UNO service in the office's own process."""
        services = self.context.ServiceManager
        return services.createInstanceWithContext(service, self.context)

    @property
    def is_there(self) -> bool:
        """Whether the program still answers."""
        try:
            return bool(self.desktop.ImplementationName)
        except Exception:  # noqa: BLE001  # whatever a dead bridge raises, nobody is there
            return False

    def end(self, *, by_force: bool = False) -> None:
        """Close the program without saving; a profile of its own goes with it."""
        if not by_force:
            with suppress(Exception):  # the bridge breaks while the program ends
                self.desktop.terminate()
        if self.process:
            _wait_or_kill(self.process, 0 if by_force else PATIENCE / 6)
        elif by_force and self.pid:
            os.kill(self.pid, signal.SIGTERM)
        if self.profile:
            shutil.rmtree(self.profile, ignore_errors=True)


def _wait_or_kill(process: subprocess.Popen[bytes], seconds: float) -> None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
        return
    # «soffice» is a script: what it leaves behind is in its session.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
