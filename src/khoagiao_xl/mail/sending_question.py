"""Whether all of a list may leave: asked by a line of the journal; the same wish behind it is the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.asked_again import PATIENCE, is_asked_again
from khoagiao_xl.office.changes import Changes, NewFile, WhenThere
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.mail.sending_list import SendingList
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year

FILE: Final = "danh-sach-gui.txt"  # who gets what, beside the drafts
ASKED: Final = 1  # status of an outcome that waits for an answer


def question_of(listed: SendingList, year: Year, job: Job) -> Changes | None:
    """Return the question, None where it has been answered; the list goes beside the drafts as a file."""
    if job.is_sure:
        return None
    seconds = PATIENCE.total_seconds()
    facts = {
        **listed.facts,
        "minutes": int(seconds) // 60,
        "file": FILE,
    }
    question = sentence("THU-453", facts)
    if is_asked_again(year, question, job.now):
        return None
    folder = job.out or year.path.parent
    path = folder / FILE
    outcome = Outcome(
        question,
        status=ASKED,
        counts={"letters": len(listed.drafts)},
        paths=(path,),
        details=(*listed.lines, *listed.held),
        shown=schema.LETTERS.sheet,
    )
    file = NewFile(path, listed.text, WhenThere.REPLACE)
    return Changes(
        outcome,
        files=(file,),
        logs=True,
    )
