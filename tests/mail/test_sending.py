"""Letters that leave over a real server: the draft as it lies there, once, and what is said of each bad moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from khoagiao_xl.mail.letter_reading import read_letter
from tests.mail.post_office import ACCOUNT, PostOffice
from tests.mail.sending_office import NOW, SendingOffice

SENT = {"A": "đã gửi", "B": "đã gửi", "C": "đã gửi"}


def test_every_draft_that_waits_is_sent_and_logged(sending: SendingOffice, post: PostOffice) -> None:
    outcome = sending.send()
    assert (outcome.sentence, outcome.status) == ("Đã gửi 3 trong 3 thư qua 127.0.0.1.", 0)
    assert sending.states == SENT
    assert [kept.recipients for kept in post.kept] == [["a@khoi.example"], ["b@khoi.example"], ["c@khoi.example"]]
    assert {kept.sender for kept in post.kept} == {ACCOUNT}
