"""The door behind the dashboard's buttons: a macro calls `press`, and the action runs in the open workbook.

Excel's macro waits for `press` and then reads the answer. LibreOffice's cannot wait, for both would stand
still: there Python runs the macro that reads it. An action that replaces the master as a file is done by a
process of its own, which closes the workbook, runs the action on the file and opens it again.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.office_program import xlwings_loading
from khoagiao_xl.doors.button_answer import keep_answer, result_of
from khoagiao_xl.doors.open_master import QUIET, detached, open_file
from khoagiao_xl.doors.open_or_closed import PAUSE, open_again, work_in_open, work_on_closed
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.books.office_program.live_book import LiveBook

SHOW: Final = "KG_ShowAnswer"  # the macro that shows the answer on the dashboard
NOTE: Final = "ket-qua.txt"
_OWN_PROCESS: Final = "khoagiao_xl.doors.buttons"


def press(action_id: str, master: str, period: str, ticket: str) -> None:
    """Do what a button asks; `master` is its full path, `ticket` marks the answer as this click's."""
    xlwings_loading.make_safe()  # its macro has imported it before us
    path = Path(_joined(master))
    action = ACTIONS[action_id]
    if action.whole_file:
        told = sentence("NUT-07", {})
        keep_answer(path, ticket, {"action": action_id}, Outcome(told))
        _start_own_process(action_id, str(path), period, ticket)
        return
    live, outcome = work_in_open(action_id, path, period)
    asked = {"action": action_id, "period": period}
    keep_answer(path, ticket, asked, outcome)
    if live is None or not live.macros_wait:
        show(live, path, outcome)


def _joined(text: str) -> str:
    """Return a text whose letters beyond the basic plane a macro has written as two halves."""
    halves = text.encode("utf-16", "surrogatepass")
    return halves.decode("utf-16")


def _start_own_process(*words: str) -> None:
    command = [sys.executable, "-m", _OWN_PROCESS, *words]
    options = {**QUIET, **detached()}
    # The working folder may be the master's own, which a network drive would then not let go of.
    folder = Path.home()
    subprocess.Popen(command, cwd=folder, **options)  # noqa: S603


def show(live: LiveBook | None, master: Path, outcome: Outcome) -> None:
    """Show the answer on the dashboard; where no dashboard can be reached, open it as a note."""
    with contextlib.suppress(Exception):  # closed meanwhile, or without our macros: the note is seen
        if live is not None:
            live.run_macro(SHOW)
            return
    note = result_of(master).with_name(NOTE)
    # Notepad takes a text for UTF-8 by its mark.
    files.write_atomically(note, outcome.sentence.encode("utf-8-sig"))
    open_file(note)


def main(arguments: list[str] | None = None) -> int:
    """Do what a button asks of the closed file, open it again and show the answer; return its status."""
    action_id, name, period, ticket = arguments or sys.argv[1:]
    master = Path(name)
    time.sleep(PAUSE)  # the macro of the click ends first: it belongs to the workbook that is closed now
    outcome = work_on_closed(action_id, master, period)
    asked = {"action": action_id, "period": period}
    keep_answer(master, ticket, asked, outcome)
    live = open_again(master)
    show(live, master, outcome)
    return outcome.status


if __name__ == "__main__":
    sys.exit(main())
