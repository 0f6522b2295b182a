"""The sentences that the office gave its own indicators, as the check of the master looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look

HEAD = "| Mã | Chỉ tiêu | Kiểu | Theo thời gian | Theo đơn vị | Câu trong báo cáo |"
SENTENCES = {
    "nothing": ("", []),
    "a place for the bare figure": ("mở {n} lớp", []),
    "a place for the figure and what it counts": ("mở {} bồi dưỡng.", []),
    "the code of an indicator that is told": ("KG302", []),
    "no place": ("mở nhiều lớp", ["KT-98"]),
    "the code of nothing": ("KG999", ["KT-98"]),
    "the code of words": ("KG602", ["KT-98"]),
    "half a place": ("mở {n lớp", ["KT-98"]),
}


@pytest.mark.parametrize(("sentence", "codes"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_has_a_place_for_its_figure(look: Look, sentence: str, codes: list[str]) -> None:
    line = f"| KG399 | Số lớp | số đếm | cộng | cộng | {sentence} |"
    found = look("tblChiTieu", f"{HEAD}\n{line}")
    assert [code for _, code in at(found) if code == "KT-98"] == codes
