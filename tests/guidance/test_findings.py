"""Each question and note the reading can raise, from a few lines that deserve it."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.wording.plan import SENTENCES

CASES = {
    "KH-21": "Thực hiện Chỉ thị số 11-CT/TW, ngày 13/4/2007 của Bộ Chính trị khóa XI.",
    "KH-22": (
        "Thực hiện Chỉ thị số 25-CT/TW, ngày 25/10/2023 của Ban Bí thư về nâng cao chất lượng lĩnh vực y tế."
    ),
    "KH-23": "Thực hiện Nghị quyết số 29-NQ/TW, ngày 04/11/2013 của Ban Chấp hành Trung ương.",
    "KH-24": "Thực hiện Kết luận số 25-CT/TW, ngày 25/10/2023 của Ban Bí thư.",
    "KH-25": (
        "Thực hiện Chỉ thị số 25-CT/TW, ngày 25/10/2023 và rà soát Chỉ thị số 25-CT/TW, ngày 26/10/2023."
    ),
    "KH-26": "Thực hiện Chỉ thị số 25-CT/TW, ngày 20/10/2023 của Ban Bí thư.",
    "KH-27": "Thực hiện Chỉ thị số 3-CT/TU, ngày 31/02/2023 của Tỉnh ủy.",
    "KH-28": "Thực hiện Chỉ thị số 3-CT/TU, ngày 01/02/2026 của Tỉnh ủy.",
    "KH-29": "Thực hiện Chỉ thị số 25-CT/TW của Ban Bí thư.",
    "KH-31": "Tổng kết 10 năm thực hiện Nghị quyết số 24-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương.",
    "KH-32": "Sơ kết 5 năm thực hiện Chỉ thị số 3-CT/TU, ngày 01/02/2021 của Tỉnh ủy.",
    "KH-33": "Sơ kết việc thực hiện Chỉ thị số 3-CT/TU, ngày 01/02/2021 của Tỉnh ủy.",
    "KH-34": "Sơ kết 3 năm thực hiện Chỉ thị số 3-CT/TU của Tỉnh ủy.",
    "KH-41": "Định kỳ hằng quý báo cáo kết quả về Đảng ủy.",
    "KH-42": "Xây dựng kế hoạch, xong trước ngày 45/3.",
    "KH-51": "Việc tuyên truyền phải bảo đảm thiết thực, tiết kiệm.",
    "KH-53": "Việc tuyên truyền phải bảo đảm thiết thực, tiết kiệm.",
    "KH-52": "Việc tuyên truyền phải bảo đảm thiết thực.",
}


def findings(tmp_path: Path, line: str) -> list[Finding]:
    (tmp_path / "hd.txt").write_text(
        f"HƯỚNG DẪN\nkhoa giáo năm 2024\nI. NHIỆM VỤ\n- {line}\n", encoding="utf-8"
    )
    return list(read_guidance(tmp_path / "hd.txt").findings)


@pytest.mark.parametrize("code", CASES)
def test_each_question_is_raised_by_what_deserves_it(code: str, tmp_path: Path) -> None:
    raised = [finding for finding in findings(tmp_path, CASES[code]) if finding.code == code]
    assert raised
    assert all(
        "?" not in str(finding).replace("không?", "") and "hd.txt" in str(finding) for finding in raised
    )


def test_every_code_of_a_finding_has_its_case() -> None:
    assert {code for code in SENTENCES if code > "KH-20"} == set(CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện Chỉ thị số 11-CT/TW, ngày 13/4/2007 của Bộ Chính trị khóa X.",
        "Thực hiện Nghị quyết số 36-NQ/TW, ngày 30/01/2023 của Bộ Chính trị khóa XIII về công nghệ sinh học.",
        "Thực hiện Chỉ thị số 11-CT/TU, ngày 05/5/2022 của Thành ủy.",
    ],
    ids=["the right term", "the same number in another term", "the same number in another province"],
)
def test_what_is_right_is_not_questioned(line: str, tmp_path: Path) -> None:
    assert findings(tmp_path, line) == []
