"""The door behind the dashboard's buttons: a macro calls `press`, and the action runs in the open workbook.

Excel's macro waits for `press` and then reads the answer. LibreOffice's cannot wait, for both would stand
still: there Python runs the macro that reads it. An action that replaces the master as a file is done by a
process of its own, which closes the workbook, runs the action on the file and opens it again.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.office_program import xlwings_loading
from khoagiao_xl.doors.button_answer import keep_answer, result_of
from khoagiao_xl.doors.open_master import QUIET, detached, open_file
from khoagiao_xl.doors.open_or_closed import MESSAGE, PAUSE, open_again, work_in_open, work_on_closed
from khoagiao_xl.errors import CannotWrite, KhoaGiaoError
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
    try:
        keep_answer(path, ticket, asked, outcome)
    except KhoaGiaoError as error:  # what waits for the answer finds none: a note has it, and why
        why = Outcome(f"{outcome.sentence}\r\n{error}")
        show_note(path, why)
        return
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
    show_note(master, outcome)


def show_note(master: Path, outcome: Outcome) -> None:
    """Open the answer as a text, from beside the master or, where that cannot be, among passing files."""
    # Notepad takes a text for UTF-8 by its mark.
    told = outcome.sentence.encode("utf-8-sig")
    passing = Path(tempfile.gettempdir())
    for folder in (result_of(master).parent, passing):
        note = folder / NOTE
        with contextlib.suppress(CannotWrite):
            files.write_atomically(note, told)
            open_file(note)
            return


def main(arguments: list[str] | None = None) -> int:
    """Do what a button asks of the closed file, open it again and show the answer; return its status."""
    action_id, name, period, ticket = arguments or sys.argv[1:]
    master = Path(name)
    time.sleep(PAUSE)  # the macro of the click ends first: it belongs to the workbook that is closed now
    outcome = work_on_closed(action_id, master, period)
    asked = {"action": action_id, "period": period}
    live = open_again(master)
    try:
        keep_answer(master, ticket, asked, outcome)
        show(live, master, outcome)
    except KhoaGiaoError:
        _tell(live, outcome)
    return outcome.status


def _tell(live: LiveBook | None, outcome: Outcome) -> None:
    """Put the sentence on the dashboard where no file can be left for its macro to read."""
    with contextlib.suppress(Exception):
        if live is not None:
            live.tell(MESSAGE, outcome.sentence)


if __name__ == "__main__":
    sys.exit(main())
