"""A process of its own that sends: it is killed by the server, or kills itself before a line of the journal."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.mail.sending_office import SendingOffice

TOP = Path(__file__).resolve().parents[2]


def start_sending(office: SendingOffice, die_at_line: int = 0) -> subprocess.Popen[bytes]:
    """Start a process that sends the letters of an office and never stores its sheet.

    die_at_line: of the journal, from 1, before which it kills itself; 0 for none.
    """
    state = office.folder / "van-phong.pickle"
    state.write_bytes(pickle.dumps(office))
    words = [sys.executable, "-m", "tests.mail.sending_child", str(state), str(die_at_line)]
    return subprocess.Popen(words, cwd=TOP)


def main(state: str, die_at_line: int) -> None:
    """Send."""
    import keyring

    from tests.mail.sending_office import KeyStore

    office = pickle.loads(Path(state).read_bytes())  # noqa: S301  # of the test itself
    keyring.set_keyring(KeyStore())
    sys.addaudithook(_Watch(die_at_line))
    office.decide(is_sure=True)


class _Watch:
    """Counts how often the journal is opened to be written to, and dies at a count."""

    def __init__(self, die_at_line: int) -> None:
        self._left = die_at_line

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and arguments[1] == "a":
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
