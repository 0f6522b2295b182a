"""A process that is killed at any moment of sending, and run again: no letter twice, no state that is not so."""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter

import pytest

from tests.mail.post_office import PostOffice
from tests.mail.sending_office import SendingOffice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
LETTERS = "ABC"
DEAD = 9  # exit status of a process that ended itself at once
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


def send_in_a_process(office: SendingOffice, post: PostOffice, kill_at: int) -> int:
    """Send in a process of its own, which the server kills at a moment; return the signal that ended it."""
    ready, go = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(ready, 1)
        try:
            office.decide(is_sure=True)  # the sheet is never stored: at the latest then it is killed
        finally:
            os._exit(0)
    post.victim, post.kill_at = child, kill_at
    os.write(go, b".")
    _, status = os.waitpid(child, 0)
    post.victim = 0
    os.close(ready)
    os.close(go)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


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
    return (
        is_all
        and len(unknown) <= 1
        and max(kept.values()) == 1
        and all(kept[unit] == 1 for unit in said_sent)
    )


@pytest.mark.parametrize("moment", range(len(MOMENTS)), ids=lambda at: f"{at}-{MOMENTS[at]}")
def test_killed_by_the_server_at_any_moment_and_run_again(
    sending: SendingOffice, post: PostOffice, moment: int
) -> None:
    assert send_in_a_process(sending, post, moment) == signal.SIGKILL
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
    assert send_in_a_process(sending, post, -1) == 0
    kept = run_again(sending, post)
    assert (sending.states, kept) == (dict.fromkeys(LETTERS, "đã gửi"), dict.fromkeys(LETTERS, 1))


def die_at_the_journal(office: SendingOffice, point: int) -> int:
    """Send in a process that dies when it opens the journal for the `point`-th time to write."""
    child = os.fork()
    if child == 0:
        seen = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            seen += event == "open" and arguments[1] == "a"
            if seen == point:
                os._exit(DEAD)

        sys.addaudithook(watch)
        try:
            office.decide(is_sure=True)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("point", range(1, 2 * len(LETTERS) + 1))
def test_killed_before_each_line_of_the_journal_and_run_again(
    sending: SendingOffice, post: PostOffice, point: int
) -> None:
    assert die_at_the_journal(sending, point) == DEAD
    kept = run_again(sending, post)
    assert is_true(sending.states, kept)
    is_outcome = point % 2 == 0  # the letter is at the server, and nobody has written that down
    assert list(sending.states.values()).count("không rõ") == is_outcome
