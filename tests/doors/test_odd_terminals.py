"""Terminals as they come: a cut pipe, closed streams, no home, no letters; every verb still answers in a sentence."""

from __future__ import annotations

import argparse
import ast
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.doors import cli
from khoagiao_xl.doors.cli import main
from khoagiao_xl.doors.verb_table import OTHER_VERBS
from khoagiao_xl.errors import DiskFull
from khoagiao_xl.wording import SENTENCES, sentence
from khoagiao_xl.wording.command_line import ARGPARSE

Said = pytest.CaptureFixture[str]
KHOAGIAO = [sys.executable, "-m", "khoagiao_xl"]
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="a matter of POSIX shells and locales")


def run_in_shell(command: str, master: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run «khoagiao ...» of a shell line; its status is that of khoagiao, whatever stands behind a pipe."""
    line = f'set -o pipefail; khoagiao() {{ "{sys.executable}" -m khoagiao_xl "$@"; }}; {command}'
    where = {"PATH": os.environ["PATH"], "MASTER": str(master), **environment}
    return subprocess.run(
        ["bash", "-c", line], env=where, cwd=master.parent, capture_output=True, encoding="utf-8"
    )


def is_one_sentence(text: str, code: str) -> bool:
    return text.count("\n") == 1 and text.startswith(SENTENCES[code].split("{")[0])


@on_posix
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("khoagiao rules $MASTER > /dev/full", "TEP-14"),
        ("khoagiao rules $MASTER --json > /dev/full", "TEP-14"),
        ("khoagiao demo --out /proc/x", "TEP-05"),
        ("khoagiao demo --out $MASTER", "TEP-10"),
        ("khoagiao new $MASTER/x.xlsm", "TEP-05"),
        ("khoagiao shortcut $MASTER --out $MASTER/x", "TEP-05"),
        ("khoagiao open /nothing.xlsm <&-", "TEP-01"),
        ("khoagiao shortcut $MASTER --out .", "TEP-22"),
    ],
)
def test_what_the_terminal_will_not_do_is_one_sentence_and_status_two(
    master: Path, command: str, code: str
) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    said = run_in_shell(command, master, **(ascii_only if code == "TEP-22" else {}))
    assert (said.returncode, is_one_sentence(said.stderr, code)) == (2, True), said.stderr


@on_posix
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_cut_pipe_is_one_sentence_and_status_two_where_showing_was_all(
    master: Path, more: list[str]
) -> None:
    read, write = os.pipe()
    os.close(read)  # «| head» that has seen enough
    command = [*KHOAGIAO, "rules", str(master), *more]
    said = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, encoding="utf-8")
    os.close(write)
    assert (said.returncode, is_one_sentence(said.stderr, "TEP-21")) == (2, True)


@on_posix  # Windows has other errors for that
@pytest.mark.parametrize("verb", ["new", "rules", "open", "window", "shortcut", "check", "restore"])
def test_too_long_a_name_is_one_sentence_and_status_two(verb: str, tmp_path: Path, capsys: Said) -> None:
    assert main([verb, str(tmp_path / ("a" * 300 + ".xlsm"))]) == 2
    said = capsys.readouterr().err
    assert "a" * 70 not in said
    assert is_one_sentence(said, "TEP-15") or is_one_sentence(said, "TEP-01")


@on_posix
def test_closed_streams_are_no_reason_to_stop(master: Path) -> None:
    said = run_in_shell("khoagiao rules $MASTER --json <&- 2>&-", master)
    assert json.loads(said.stdout)["ok"] is True
    assert run_in_shell("khoagiao rules $MASTER >&-", master).returncode == 0


@on_posix
def test_help_may_be_cut_off(master: Path) -> None:
    said = run_in_shell("khoagiao --help | head -1", master)
    assert (said.returncode, said.stderr) == (0, "")


@on_posix
def test_without_a_home_a_place_for_the_shortcut_is_asked_for(
    master: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def nobody(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    assert main(["shortcut", str(master)]) == 2
    assert is_one_sentence(capsys.readouterr().err, "CS-14")


def test_work_that_was_done_stays_done_when_its_answer_cannot_be_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def cut(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(cli, "_show", cut)
    assert main(["new", str(tmp_path / "So.xlsm")]) == 0
    assert is_one_sentence(capsys.readouterr().err, "TEP-21")
    assert (tmp_path / "So.xlsm").exists()


# Every verb that is no action, made to fail in the middle of its work.
FAILING = {
    "new": "khoagiao_xl.building.new_master.build_master",
    "upgrade": "khoagiao_xl.building.upgrade_master.upgrade",
    "rules": "khoagiao_xl.books.file_book.FileBook.read",
    "check-form": "khoagiao_xl.steps.try_form.by_master",
    "open": "khoagiao_xl.doors.open_master.open_file",
    "window": "khoagiao_xl.doors.window.show_window",
    "shortcut": "khoagiao_xl.doors.shortcut.desktop",
    "demo": "khoagiao_xl.demo._prepare",
    "doctor": "khoagiao_xl.machine.examination.look_over",
    "setup": "khoagiao_xl.building.new_master.build_master",
    "bundle": "khoagiao_xl.bundling.make_bundle.windows_pins",
}
NAMED = {
    "new": ["new.xlsm"],
    "demo": ["--out", "day"],
    "setup": ["office", "--desktop", "office"],
    "bundle": ["--out", "b.zip"],
    "check-form": ["x.xlsx", "--master", "KhoaGiao-2024.xlsm"],
}


def test_no_verb_is_forgotten_here() -> None:
    assert sorted(FAILING) == sorted(verb.name for verb in OTHER_VERBS)


@pytest.mark.parametrize(
    ("error", "code", "logs"), [(ZeroDivisionError("a slip"), "TEP-09", 1), (DiskFull(name="x"), "TEP-14", 0)]
)
@pytest.mark.parametrize("verb", FAILING)
def test_every_verb_owns_up_to_a_slip_with_a_log(
    verb: str,
    error: Exception,
    code: str,
    logs: int,
    master: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.chdir(master.parent)
    monkeypatch.setattr(FAILING[verb], fail)
    assert main([verb, *NAMED.get(verb, [str(master)])]) == 2
    assert is_one_sentence(capsys.readouterr().err, code)
    assert len([log for log in master.parent.rglob("loi.*.txt") if "a slip" in log.read_text()]) == logs


def test_where_no_log_can_be_written_that_is_said(
    master: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no folder at all")

    monkeypatch.setattr("khoagiao_xl.books.file_book.FileBook.read", fail)
    monkeypatch.setattr("tempfile.gettempdir", fail)
    monkeypatch.setattr(os, "fsync", fail)
    assert main(["rules", str(master)]) == 2
    assert capsys.readouterr().err == sentence("TEP-23", {}) + "\n"


def test_who_stops_the_work_is_told_how_the_master_stands(
    master: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("khoagiao_xl.books.file_book.FileBook.read", stopped)
    assert main(["rules", str(master)]) == 2
    assert capsys.readouterr().err == sentence("TEP-20", {}) + "\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("lạ", "VIỆC: không có 'lạ', hãy chọn trong: 'plan', 'accept'"),
        ("forms", "còn thiếu MASTER, --period"),
        ("forms x --period", "--period: phải có một giá trị theo sau"),
        ("forms x --period 2024-M01 --la", "không có tham số --la"),
        ("new x --office word", "--office: không có 'word', hãy chọn trong: 'excel', 'libreoffice'"),
        ("rules x --trial=1", "--trial: không nhận giá trị '1'"),
    ],
)
def test_a_wrong_command_line_is_told_wholly_in_vietnamese(line: str, told: str, capsys: Said) -> None:
    with pytest.raises(SystemExit) as left:
        main(line.split())
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith(f"Lệnh chưa đúng: {told}")


# What only a programmer can bring about, in building the parser.
OF_PROGRAMMERS = (
    "is not callable", "for positionals", "not defined", 'argument "-"', "multiple subparser", "cannot merge",
    "conflicting", "dest= is required", "conflict_resolution", "must start with a character", "must be optional",
)  # fmt: skip


def messages_of_argparse() -> set[str]:
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    looked_up = [call.args for call in calls if call.func.id in ("_", "ngettext")]  # type: ignore[attr-defined]
    words = itertools.chain.from_iterable(looked_up)
    return {str(word.value) for word in words if isinstance(word, ast.Constant)}


def test_no_message_of_this_pythons_argparse_is_left_in_english() -> None:
    of_users = {text for text in messages_of_argparse() if not any(sign in text for sign in OF_PROGRAMMERS)}
    assert of_users <= ARGPARSE.keys()


@pytest.mark.parametrize("english", ARGPARSE)
def test_a_translation_takes_what_argparse_fills_in(english: str) -> None:
    def blanks(text: str) -> set[str]:
        return {piece.partition(")")[0] for piece in text.split("%(")[1:]}

    assert blanks(ARGPARSE[english]) <= blanks(english)
    assert ARGPARSE[english].count("%s") == english.count("%s")


def test_argparse_speaks_english_again_to_others(capsys: Said) -> None:
    main(["rules", "/nothing.xlsm"])
    other: Callable[[list[str]], object] = argparse.ArgumentParser(prog="other").parse_args
    with pytest.raises(SystemExit):
        other(["x"])
    assert "unrecognized arguments: x" in capsys.readouterr().err
