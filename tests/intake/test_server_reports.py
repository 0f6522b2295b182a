"""A letter that a mail server wrote about a letter of ours is no report of a unit, and says what became of it."""

from __future__ import annotations

import pytest

from khoagiao_xl.intake.inbox.opening import open_file
from khoagiao_xl.intake.safety.limits import Limits
from tests.mail.server_letters import standard

LIMITS = Limits()


@pytest.mark.parametrize(
    ("action", "code"),
    [("failed", "TN-117"), ("delayed", "TN-118"), ("delivered", "TN-119")],
)
def test_a_servers_letter_is_answered_for_as_what_it_says(action: str, code: str) -> None:
    [part] = open_file(standard(action=action), "thu.eml", LIMITS, LIMITS.nested)
    assert part.why is not None
    told, facts = part.why
    assert (told, facts["addresses"]) == (code, "b@khoi.example")
