"""A check of the master: a function, its line, its sentence, its test."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A check of the master"
CHECK = '''"""Names that are still a question."""

from khoagiao_xl.model import schema


def doubtful_names(context):
    """Yield a question for each unit whose name ends with a question mark."""
    for line in context.lines(schema.UNITS):
        if line.text("name").endswith("?"):
            yield line.question("KT-99", "name")
'''
SENTENCE = '    "KT-99": "Tên đơn vị còn để dấu hỏi.",\n'
TEST = """from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.office.year import Year


def test_a_name_that_is_a_question_is_asked_about() -> None:
    year = Year.of({"tblDonVi": [{"code": "A1", "name": "Chi bộ Một?"}]})
    assert "KT-99" in {finding.code for finding in inspect(year)}
"""


def test_a_function_a_line_and_a_sentence_make_a_check(tree: TreeCopy) -> None:
    room = "src/khoagiao_xl/inspection"
    tree.write(f"{room}/name_checks.py", CHECK)
    tree.put(f"{room}/master_checks.py", "    name_checks,\n", before="    formula_cells,")
    tree.put(
        f"{room}/master_checks.py", "    name_checks.doubtful_names,\n", before="    setting_checks.missing"
    )
    tree.put("src/khoagiao_xl/wording/checks.py", SENTENCE, before='    "KT-01"')
    tree.write("tests/inspection/test_doubtful_names.py", TEST)
    assert not tree.fails("tests/inspection/test_doubtful_names.py")

    tree.new_master("Mã,Tên\nA1,Chi bộ Một\nB2,Chi bộ Hai?\n")
    tree.khoagiao("check", "So.xlsm")
    found = [(row["Ô"], row["Thông báo"]) for row in tree.table("tblLoi") if row["Quy tắc"] == "KT-99"]
    assert found == [("B6", "Tên đơn vị còn để dấu hỏi.")]
