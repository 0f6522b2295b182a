"""The parts of the user guide that code knows best, written into it: the table of actions and of messages."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.mail.letter_tags import all_tags
from khoagiao_xl.manual.layout_tables import rules_of_layout, rules_of_words
from khoagiao_xl.manual.markdown_tables import markdown_table
from khoagiao_xl.manual.message_tables import messages_by_family
from khoagiao_xl.rules.comparisons import COMPARISONS
from khoagiao_xl.rules.fixed_rules import FIXED_RULES
from khoagiao_xl.rules.functions import FUNCTIONS
from khoagiao_xl.rules.placeholders import PLACEHOLDERS

GUIDE: Final = Path(__file__).resolve().parents[3] / "docs" / "huong-dan-su-dung.md"

MEANING: Final = "Nghĩa"


def write(guide: Path = GUIDE) -> None:
    """Put every table between its marks in the guide."""
    text = guide.read_text(encoding="utf-8")
    tables = {
        "thao tác": actions_table(),
        "thông báo": messages_by_family(),
        "viết quy tắc": language_tables(),
        "luôn xét": always_table(),
        "thẻ của thư": letter_tags_table(),
        "soát thể thức": rules_of_layout(),
        "soát lời văn": rules_of_words(),
    }
    for name, table in tables.items():
        text = _between_marks(text, name, table)
    guide.write_text(text, encoding="utf-8")


def _between_marks(text: str, name: str, table: str) -> str:
    """Return the text with `table` in the place of what stands between the two marks of this name."""
    first = f"<!-- {name}: đầu -->\n"
    last = f"<!-- {name}: cuối -->"
    before, _, rest = text.partition(first)
    _, _, after = rest.partition(last)
    return f"{before}{first}{table}{last}{after}"


def actions_table() -> str:
    """Return the actions in the order of the day, with the button, the verb and what it does."""
    rows = []
    for action in ACTIONS.values():
        command = f"`khoagiao {action.verb}`"
        row = (action.label, command, action.help)
        rows.append(row)
    return markdown_table(("Nút", "Lệnh", "Việc"), rows)


def language_tables() -> str:
    """Return what a rule may be made of: comparisons, functions, words for several indicators."""
    comparisons = {name: item.meaning for name, item in COMPARISONS.items()}
    functions = {item.usage: item.meaning for item in FUNCTIONS.values()}
    groups = {item.name: item.meaning for item in PLACEHOLDERS.values()}
    tables = [
        _explained("So sánh", comparisons),
        _explained("Hàm", functions),
        _explained("Từ chỉ nhóm", groups),
    ]
    return "\n".join(tables)


def always_table() -> str:
    """Return the rules that are no row of tblQuyTac."""
    rows = []
    for code, meaning in FIXED_RULES.items():
        sentence = f"{meaning}."
        rows.append((code, sentence))
    return markdown_table(("Luôn xét", MEANING), rows)


def letter_tags_table() -> str:
    """Return the tags that the words of letters may hold, those of every kind first."""
    rows = []
    for tag in all_tags():
        kind = tag.kind or "mọi loại"
        name = "`{{ " + tag.name + " }}`"
        meaning = tag.meaning
        if tag.must_be_told:
            meaning += " (không bỏ được)"
        row = (kind, name, meaning)
        rows.append(row)
    return markdown_table(("Thư", "Thẻ", MEANING), rows)


def _explained(title: str, meanings: Mapping[str, str]) -> str:
    rows = []
    for name, meaning in meanings.items():
        typed = f"`{name}`"
        rows.append((typed, meaning))
    return markdown_table((title, MEANING), rows)


if __name__ == "__main__":
    write(*(Path(word) for word in sys.argv[1:2]))
