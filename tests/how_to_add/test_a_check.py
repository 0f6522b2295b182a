"""A check of the master: a function, its line, its sentence, its test."""

from __future__ import annotations

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "A check of the master"
CHECK = '''"""Units that nobody can write to."""

from khoagiao_xl.model import schema


def without_email(context):
    """Yield a question for each unit that has no address."""
    for line in context.lines(schema.UNITS):
        if not line.text("email"):
            yield line.question("KT-99", "email")
'''
SENTENCE = '    "KT-99": "Đơn vị chưa có địa chỉ thư.",\n'
TEST = '''from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.office.year import Year


def test_a_unit_without_address_is_asked_for_one() -> None:
    year = Year.of({"tblDonVi": [{"code": "A1", "name": "Chi bộ Một"}]})
    assert "KT-99" in {finding.code for finding in inspect(year)}
'''


def test_a_function_a_line_and_a_sentence_make_a_check(tree: TreeCopy) -> None:
    room = "src/khoagiao_xl/inspection"
    tree.write(f"{room}/email_checks.py", CHECK)
    tree.put(f"{room}/master_checks.py", "    email_checks,\n", before="    formula_cells,")
    tree.put(f"{room}/master_checks.py", "    email_checks.without_email,\n", before="    setting_checks.missing")
    tree.put("src/khoagiao_xl/wording/checks.py", SENTENCE, before='    "KT-01"')
    tree.write("tests/inspection/test_emails.py", TEST)
    assert not tree.fails("tests/inspection/test_emails.py")

    tree.new_master()
    tree.khoagiao("check", "So.xlsm")
    found = [(row["Ô"], row["Thông báo"]) for row in tree.table("tblLoi") if row["Quy tắc"] == "KT-99"]
    assert found == [(cell, "Đơn vị chưa có địa chỉ thư.") for cell in ("E5", "E6", "E7")]
