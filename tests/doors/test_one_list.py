"""Terminal and guide list exactly ACTIONS, as buttons, macros and ribbon do."""

from __future__ import annotations

import argparse
import re

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.doors.cli import OTHER_VERBS, _parser
from khoagiao_xl.doors.manual import GUIDE


def test_the_terminal_has_a_verb_for_each_action_and_the_named_others() -> None:
    [verbs] = [one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction)]
    assert list(verbs.choices) == [
        *(action.verb for action in ACTIONS.values()),
        *(verb.name for verb in OTHER_VERBS),
    ]


def test_the_guide_has_a_line_for_each_action_and_no_other() -> None:
    text = GUIDE.read_text(encoding="utf-8").split("<!-- thao tác: đầu -->")[1].split("<!--")[0]
    lines = re.findall(r"^\| ([^|]+) \| `khoagiao ([\w-]+)` \|", text, re.MULTILINE)
    assert lines == [(action.label, action.verb) for action in ACTIONS.values()]
