"""An action: a row, a step, its sentences, a test; every door follows."""

from __future__ import annotations

import zipfile

from pyopenvba import ExcelFile

from tests.how_to_add.tree_copy import TreeCopy

PROMISE = "An action"
GUIDE = "docs/huong-dan-su-dung.md"
ACTION = """    Action("dem_don_vi", "Đếm đơn vị", "count", "count_units:work",
           "Đếm các đơn vị của sổ.",
           group="Chuẩn bị", icon="AutoSum", keytip="Z"),
"""
STEP = '''"""Count the units."""

from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.wording import sentence


def work(year, job):
    """Return how many units there are; no table changes."""
    return Changes(Outcome(sentence("DV-99-OK", {"count": len(year.units)})))
'''
PAGE = """### Đếm đơn vị

**Khi nào.** Bất cứ lúc nào.

**Bấm gì.** Bấm **Đếm đơn vị**.

**Thấy gì.** Số đơn vị ở dòng chữ đỏ.

**Nếu vướng.** Không có gì.

"""
SENTENCE = '    "DV-99-OK": "Sổ có {count} đơn vị.",\n'
TEST = """from khoagiao_xl.model.results import Job
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps.count_units import work
from tests.conftest import NOW


def test_units_are_counted() -> None:
    assert work(Year.of({}), Job(NOW)).outcome.sentence == "Sổ có 0 đơn vị."
"""


def test_a_row_and_a_step_make_verb_button_macro_and_guide(tree: TreeCopy) -> None:
    tree.put("src/khoagiao_xl/actions.py", ACTION, before='    Action("tiep_nhan"')
    tree.write("src/khoagiao_xl/steps/count_units.py", STEP)
    tree.put("src/khoagiao_xl/wording/steps.py", SENTENCE, before='    "NP-OK"')
    tree.write("tests/steps/test_count_units.py", TEST)
    assert not tree.fails("tests/steps/test_count_units.py")

    master = tree.new_master()
    assert tree.khoagiao("count", "So.xlsm")["sentence"] == "Sổ có 3 đơn vị."
    with ExcelFile(master) as workbook:
        assert 'Sub KG_DemDonVi()\n    KG_Run "dem_don_vi"' in workbook.get_module("KhoaGiao").replace(
            "\r", ""
        )
    with zipfile.ZipFile(master) as package:
        parts = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    assert [name for name, text in parts.items() if "KG_DemDonVi" in text and "drawing" in name.lower()]
    assert [name for name, text in parts.items() if 'tag="dem_don_vi"' in text and "customUI" in name]

    tree.put(GUIDE, PAGE, before="### Tiếp nhận báo cáo\n")
    tree.python("-m", "khoagiao_xl.manual.guide_tables")
    assert "| Đếm đơn vị | `khoagiao count` |" in tree.read(GUIDE)
    assert not tree.fails("tests/doors/test_one_list.py")
