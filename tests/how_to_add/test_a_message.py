"""A message: its sentence, and a test that makes it be said."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A message"
SENTENCE = '    "TEP-99": "Tệp «{name}» có mùi lạ. Mở cửa sổ.",\n'
TEST = '''from khoagiao_xl.errors import WrongRequest


def test_a_smelling_file_is_aired() -> None:
    refused = WrongRequest("TEP-99", name="a.xlsx")
    assert (refused.code, str(refused)) == ("TEP-99", "Tệp «a.xlsx» có mùi lạ. Mở cửa sổ.")
'''


def test_a_sentence_and_a_test_make_a_message(tree: TreeCopy) -> None:
    gate = ("tests/rules/test_rules_are_covered.py", "-k", "TEP-99")
    tree.put("src/khoagiao_xl/wording/stored_files.py", SENTENCE, before='    "TEP-12"')
    assert "2 failed" in tree.fails(*gate)
    tree.write("tests/doors/test_smell.py", TEST)
    tree.python("-m", "khoagiao_xl.doors.manual")
    assert not tree.fails(*gate, "tests/doors/test_smell.py")
    assert "| TEP-99 | Tệp «…» có mùi lạ. Mở cửa sổ. |" in tree.read("docs/huong-dan-su-dung.md")
