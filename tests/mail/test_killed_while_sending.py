"""A process that is killed at any moment of sending, and run again: no letter twice, no state that is not so."""

from __future__ import annotations

import signal
import sys
from collections import Counter

import pytest

from tests.mail.post_office import PostOffice
from tests.mail.sending_child import start_sending
from tests.mail.sending_office import SendingOffice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
LETTERS = "ABC"
# What comes over the line while three letters are sent: so many moments at which to be killed.
MOMENTS = [
    "CONNECT",
    "EHLO",
    "STARTTLS",
    "EHLO",
    "AUTH",
    *["MAIL", "RCPT", "DATA", "KEPT"] * len(LETTERS),
    "QUIT",
]


def run_again(office: SendingOffice, post: PostOffice) -> dict[str, int]:
    """Run again until nothing waits; return how often the server keeps the letter to each unit."""
    for _ in range(2):
        office.send()
    return Counter(kept.recipients[0][0].upper() for kept in post.kept)


def is_true(states: dict[str, str], kept: dict[str, int]) -> bool:
    """Whether the sheet says nothing that is not so, and no letter arrived twice."""
    said_sent = [unit for unit, state in states.items() if state == "đã gửi"]
    unknown = [unit for unit, state in states.items() if state == "không rõ"]
    is_all = len(said_sent) + len(unknown) == len(states)
    return is_all and max(kept.values()) == 1 and all(kept[unit] == 1 for unit in said_sent)


@pytest.mark.parametrize("moment", range(len(MOMENTS)), ids=lambda at: f"{at}-{MOMENTS[at]}")
def test_killed_by_the_server_at_any_moment_and_run_again(
    sending: SendingOffice, post: PostOffice, moment: int
) -> None:
    post.kill_at = moment
    with start_sending(sending) as child:
        post.victim = child.pid
    post.victim = 0
    assert child.returncode == -signal.SIGKILL
    kept = run_again(sending, post)
    assert is_true(sending.states, kept)
    is_in_hand = MOMENTS[moment] in ("DATA", "KEPT")
    assert list(sending.states.values()).count("không rõ") == is_in_hand


def test_these_are_all_the_moments_there_are(sending: SendingOffice, post: PostOffice) -> None:
    sending.send()
    assert post.moments == MOMENTS


def test_killed_before_the_sheet_was_stored_nothing_leaves_again(
    sending: SendingOffice, post: PostOffice
) -> None:
    with start_sending(sending) as child:
        pass
    assert child.returncode == 0
    kept = run_again(sending, post)
    assert (sending.states, kept) == (dict.fromkeys(LETTERS, "đã gửi"), dict.fromkeys(LETTERS, 1))


@pytest.mark.parametrize("line", range(1, 2 * len(LETTERS) + 1))
def test_killed_before_each_line_of_the_journal_and_run_again(
    sending: SendingOffice, post: PostOffice, line: int
) -> None:
    with start_sending(sending, die_at_line=line) as child:
        pass
    assert child.returncode == -signal.SIGKILL
    kept = run_again(sending, post)
    assert is_true(sending.states, kept)
    is_outcome = line % 2 == 0  # the letter is at the server, and nobody has written that down
    assert list(sending.states.values()).count("không rõ") == is_outcome
