"""A message: its sentence, and a test that makes it be said."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A message"
CODE = f"TEP-{99}"  # not spelled out: the gate takes any test file that names it for its test
SENTENCE = f'    "{CODE}": "Tệp «{{name}}» có mùi lạ. Mở cửa sổ.",\n'
TEST = f'''from khoagiao_xl.errors import WrongRequest


def test_a_smelling_file_is_aired() -> None:
    refused = WrongRequest("{CODE}", name="a.xlsx")
    assert (refused.code, str(refused)) == ("{CODE}", "Tệp «a.xlsx» có mùi lạ. Mở cửa sổ.")
'''


def test_a_sentence_and_a_test_make_a_message(tree: TreeCopy) -> None:
    gate = ("tests/rules/test_rules_are_covered.py", "-k", CODE)
    tree.put("src/khoagiao_xl/wording/stored_files.py", SENTENCE, before='    "TEP-12"')
    missing = tree.fails(*gate)
    assert f"named_by_a_test[{CODE}]" in missing
    assert f"entry_in_the_manual[{CODE}]" in missing
    tree.write("tests/doors/test_smell.py", TEST)
    tree.python("-m", "khoagiao_xl.doors.manual")
    assert not tree.fails(*gate, "tests/doors/test_smell.py")
    assert f"| {CODE} | Tệp «…» có mùi lạ. Mở cửa sổ. |" in tree.read("docs/huong-dan-su-dung.md")
