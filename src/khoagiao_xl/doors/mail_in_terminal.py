"""What the terminal asks about mail: a password that nobody sees, and whether all of a list may leave."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[[argparse.Namespace], Outcome]

SENDING: Final = "send"  # the verb for which letters go out; any other fetches
NOT_AGREED: Final = 1


def ask_password(master: Path, verb: str) -> Outcome:
    """Ask for the password of the mailbox that a verb uses, and store it in the key store of the system.

    Raise WrongRequest: THU-401, THU-501, THU-402 where the settings name no server or no account,
    THU-404 to THU-406 where the password cannot be stored.
    """
    from getpass import getpass

    from khoagiao_xl.errors import WrongRequest
    from khoagiao_xl.mail.mail_passwords import TO_FETCH, TO_SEND, account_at, store_password
    from khoagiao_xl.office.year import read_year

    settings = read_year(master).settings
    is_sending = verb == SENDING
    server = settings.mail.outgoing if is_sending else settings.mail.incoming
    if not server.host:
        raise WrongRequest("THU-401", key="smtp_may_chu") if is_sending else WrongRequest("THU-501")
    facts = {"account": account_at(server, settings), "host": server.host}
    typed = getpass(sentence("THU-408", facts))
    otherwise = TO_SEND if is_sending else TO_FETCH
    store_password(server, facts["account"], typed, otherwise)
    return Outcome(sentence("THU-407", facts))


def agreed(chosen: argparse.Namespace, run: Run) -> Outcome:
    """Do what was asked for; letters leave only after a person has seen the list and typed their number.

    Where nobody can be asked, the list is told and `--yes` asked for.
    """
    if chosen.yes or chosen.dry_run or chosen.to_myself:
        return run(chosen)
    chosen.dry_run = True
    seen = run(chosen)
    mark = seen.data.get("mark")
    if not mark:  # nothing can leave: what the step says of it, it says as for a click
        chosen.dry_run = False
        return run(chosen)
    if chosen.json or not sys.stdin.isatty():
        unasked = sentence("THU-459", {})
        return replace(seen, sentence=f"{seen.sentence} {unasked}", status=NOT_AGREED)
    if not _typed_count(seen):
        return Outcome(sentence("THU-458", {}), NOT_AGREED)
    chosen.dry_run, chosen.yes, chosen.looked_over = False, True, mark
    return run(chosen)


def _typed_count(seen: Outcome) -> bool:
    count = seen.counts["letters"]
    print(seen.sentence, *seen.details, sep="\n", flush=True)
    typed = input(sentence("THU-457", {"count": count}))
    return typed.strip() == str(count)
