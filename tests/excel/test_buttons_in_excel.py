"""The macros of a master that `khoagiao new` made, run in Excel itself: asked for with `-m excel` only, never run yet."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.demo import lay_out_guidance
from khoagiao_xl.doors.button_answer import result_of
from khoagiao_xl.doors.cli import main
from tests.clicking.tables import different

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.excel
IN_TABLES = ("nap_huong_dan", "kiem_tra_ke_hoach", "phat_bieu_mau")
UNLIKE = {"tblNhatKy"}  # the moments of two runs


@pytest.mark.parametrize("action_id", IN_TABLES)
def test_a_macro_leaves_the_tables_that_its_verb_leaves_on_a_copy(
    action_id: str, excel: Any, tmp_path: Path
) -> None:
    master = tmp_path / "Sổ của 'ta' & 100%" / "KhoaGiao-2024.xlsm"
    master.parent.mkdir()
    assert main(["new", str(master)]) == 0
    lay_out_guidance(master.parent)
    copy = tmp_path / "ban-sao"
    shutil.copytree(master.parent, copy)
    book = excel.books.open(str(master))
    book.macro(ACTIONS[action_id].macro)()
    told = json.loads(result_of(master).read_text(encoding="utf-8"))
    shown = book.names["kgTinNhan"].refers_to_range.value
    book.close()
    action = ACTIONS[action_id]
    main([action.verb, str(copy / master.name), *(["--period", "2024-M01"] if action.needs_period else [])])
    assert (told["action"], told["status"] < 2, shown) == (action_id, True, told["sentence"])
    forms = [len(list((folder / "bieu-mau").rglob("*.xlsx"))) for folder in (master.parent, copy)]
    assert forms[0] == forms[1]
    assert set(different(copy / master.name, master)) <= UNLIKE
