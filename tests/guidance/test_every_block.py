"""Nothing vanishes: every paragraph and row of a document is read as exactly one thing, and is shown as it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.demo.sample_guidance import write_sample_guidance
from khoagiao_xl.guidance import Guidance, ReadBlock, Role, read_guidance
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.guidance_file import read_blocks
from khoagiao_xl.guidance.tasks.column_roles import columns_of
from khoagiao_xl.guidance.tasks.table_use import Use
from khoagiao_xl.vietnamese.running_text import sentences
from tests.guidance.guidance_board_2025 import make_board_guidance
from tests.guidance.guidance_enterprise_2023 import make_enterprise_letter
from tests.guidance.guidance_word_samples import make_numbered_guidance

LETTERS = 20  # at the end of a sentence
NUMBER = re.compile(r"[;.]\s*\(\d+\)$|^\d+(?:\.\d+)*$")  # of the next point
LEAD_IN = re.compile(r":\s*(?:\(?\w{1,2}[.)]+)?$")
DOCUMENTS = Path(__file__).parent / "documents"
TEXTS = sorted(DOCUMENTS.glob("*.txt"))
SEED = Path(__file__).resolve().parents[2] / "../shared/seed/huong-dan-cong-tac-khoa-giao-2024.txt"
MAKERS: dict[str, Callable[[Path], object]] = {
    "board": make_board_guidance,
    "enterprise": make_enterprise_letter,
    "numbered": make_numbered_guidance,
    "sample": write_sample_guidance,
}
NAMES = [*(path.name for path in TEXTS), *MAKERS, "seed"]


@pytest.fixture(scope="module", params=NAMES)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    name = str(request.param)
    if name == "seed" and not SEED.exists():
        pytest.skip("the real guidance is not part of the project")
    if name in MAKERS:
        made = tmp_path_factory.mktemp("word") / f"{name}.docx"
        MAKERS[name](made)
        return made
    return SEED if name == "seed" else DOCUMENTS / name


@pytest.fixture(scope="module")
def guidance(path: Path) -> Guidance:
    return read_guidance(path)


def of(guidance: Guidance, role: Role) -> list[ReadBlock]:
    return [block for block in guidance.blocks if block.role is role]


def test_every_block_is_read_once_and_in_its_order(guidance: Guidance, path: Path) -> None:
    assert [block.text for block in guidance.blocks] == [block.text for block in read_blocks(path)]


def test_every_task_stands_in_a_block_read_as_a_task_and_each_such_block_gives_one(
    guidance: Guidance,
) -> None:
    texts = [block.text for block in of(guidance, Role.TASK)]
    sources = [task.record.source for task in guidance.tasks]
    assert [source for source in sources if not any(source in text for text in texts)] == []
    assert [text for text in texts if not any(source in text for source in sources)] == []


def test_every_part_is_shown_with_a_task(guidance: Guidance) -> None:
    shown = [part for task in guidance.tasks for part in task.parts]
    parts = [block.text for block in of(guidance, Role.PART)]
    assert [text for text in parts if not any(part in text for part in shown)] == []


def test_every_heading_stands_before_a_task_of_its_section(guidance: Guidance) -> None:
    tasks = [block.section for block in of(guidance, Role.TASK)]
    headings = [block.section for block in of(guidance, Role.HEADING)]
    assert [one for one in headings if not any(task.startswith(one) for task in tasks)] == []


def test_what_is_not_understood_is_counted(guidance: Guidance) -> None:
    counted = [finding.facts["count"] for finding in guidance.findings if finding.code == "KH-51"]
    unread = len(of(guidance, Role.UNREAD))
    assert counted == ([unread] if unread else [])


def test_a_table_of_which_nothing_is_read_is_no_plan(guidance: Guidance, path: Path) -> None:
    roles = [block.role for block in guidance.blocks]
    for rows in tables(read_blocks(path)):
        if {roles[row.number - 1] for row in rows} == {Role.FRAME}:
            assert use_of(rows) is not Use.PLAN, rows[0].text


def tables(blocks: list[Block]) -> list[list[Block]]:
    """Return the rows below the heads of each table."""
    found: list[list[Block]] = []
    for block in blocks:
        if block.opens_table:
            found.append([])
        if block.kind == "row":
            found[-1].append(block)
    return [rows for rows in found if rows]


def use_of(rows: list[Block]) -> Use:
    heads = [head for head, _ in rows[0].cells]
    return columns_of(heads, [[text for _, text in row.cells] for row in rows]).use


def test_no_sentence_vanishes_beside_a_task(guidance: Guidance) -> None:
    told = [task.record.source for task in guidance.tasks]
    told += [part for task in guidance.tasks for part in task.parts]
    told += [str(one.facts["text"]) for one in guidance.findings if one.code == "KH-53"]
    told_of = " ".join(told)
    of_tasks = [block.text for block in of(guidance, Role.TASK) if " | " not in block.text]
    parts = [text[first:last] for text in of_tasks for first, last in sentences(text)]
    # What only leads in ends with a colon, or with the number of the first point.
    bare = [NUMBER.sub("", part.rstrip(" .;/")) for part in parts if not LEAD_IN.search(part)]
    ends = [part.rstrip(" .;/")[-LETTERS:] for part in bare]
    assert [end for end in ends if end not in told_of] == []
