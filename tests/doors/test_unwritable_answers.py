"""Where the answer to a button cannot be left for the macro, a person still reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.doors import buttons
from khoagiao_xl.doors.button_answer import result_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_an_answer_that_cannot_be_left_is_opened_as_a_note_with_the_reason(
    master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(buttons, "open_file", lambda note: opened.append(note.read_text("utf-8-sig")))
    result_of(master).mkdir(parents=True)  # a folder in the place of the file
    buttons.press("kiem_tra_ke_hoach", str(master), "", "4711")
    [note] = opened
    done, why = note.splitlines()
    assert done.startswith("Đã kiểm tra")
    assert result_of(master).name in why
