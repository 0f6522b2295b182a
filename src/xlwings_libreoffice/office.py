"""One running LibreOffice: what it is asked through, and how it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
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
    pid: int = field(default=0)

    def create(self, service: str) -> Any:
        """Return a new object of a UNO service in the office's own process."""
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    @property
    def is_there(self) -> bool:
        """Whether the program still answers."""
        try:
            return bool(self.desktop.ImplementationName)
        except Exception:  # noqa: BLE001  # whatever a dead bridge raises, nobody is there
            return False

    def end(self, *, by_force: bool = False) -> None:
        """Close the program without saving; a profile of its own goes with it."""
        with suppress(Exception):  # the bridge breaks while the program ends
            if not by_force:
                self.desktop.terminate()
        if self.process:
            self._wait()
        elif by_force and self.pid:
            os.kill(self.pid, signal.SIGTERM)
        if self.profile:
            shutil.rmtree(self.profile, ignore_errors=True)

    def _wait(self) -> None:
        assert self.process  # noqa: S101  # asked by the only caller
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE / 6)
            return
        # «soffice» is a script: what it leaves behind is in its session.
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
