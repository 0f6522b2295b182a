"""Terminal and guide list exactly ACTIONS, as buttons, macros and ribbon do."""

from __future__ import annotations

import argparse
import re

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.doors.cli import parser
from khoagiao_xl.doors.verb_table import OTHER_VERBS
from khoagiao_xl.manual.guide_tables import GUIDE


def test_the_terminal_has_a_verb_for_each_action_and_the_named_others() -> None:
    [verbs] = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    assert list(verbs.choices) == [
        *(action.verb for action in ACTIONS.values()),
        *(verb.name for verb in OTHER_VERBS),
    ]


def test_the_guide_has_a_line_for_each_action_and_no_other() -> None:
    text = GUIDE.read_text(encoding="utf-8").split("<!-- thao tác: đầu -->")[1].split("<!--")[0]
    lines = re.findall(r"^\| ([^|]+) \| `khoagiao ([\w-]+)` \|", text, re.MULTILINE)
    assert lines == [(action.label, action.verb) for action in ACTIONS.values()]


PARTS = ["Khi nào", "Bấm gì", "Thấy gì", "Nếu vướng"]


def test_the_guide_has_a_page_for_each_action_in_the_order_of_the_day_with_its_four_parts() -> None:
    chapter = GUIDE.read_text(encoding="utf-8").split("\n## 3. ")[1].split("\n## ")[0]
    pages = dict(page.split("\n", 1) for page in chapter.split("\n### ")[1:])
    assert list(pages) == [action.label for action in ACTIONS.values()]
    assert {
        name: re.findall(r"^\*\*([^*]+)\.\*\*", page, re.MULTILINE) for name, page in pages.items()
    } == dict.fromkeys(pages, PARTS)
