"""The guards of the test suite themselves."""

from __future__ import annotations

import smtplib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]


def test_a_test_cannot_write_into_the_checkout() -> None:
    with pytest.raises(PermissionError, match="outside its own folder"):
        (TOP / "README.md").open("a", encoding="utf-8")


def test_a_test_can_write_into_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x", encoding="utf-8")


def test_a_test_cannot_reach_a_mail_server_of_the_world() -> None:
    with pytest.raises(AssertionError, match="send mail"):
        smtplib.SMTP("mail.example")
