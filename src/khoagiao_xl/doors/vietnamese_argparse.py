"""argparse, with its own messages in Vietnamese."""

from __future__ import annotations

import argparse
import contextlib
from typing import TYPE_CHECKING, Final, NoReturn

from khoagiao_xl.wording.command_line import ARGPARSE

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG: Final = 2  # the exit status of a command line that cannot be followed


class Parser(argparse.ArgumentParser):
    """A parser that tells a wrong command line in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave with status 2."""
        self.exit(WRONG, f"Lệnh chưa đúng: {message}. Xem cách dùng: {self.prog} --help\n")


@contextlib.contextmanager
def in_vietnamese() -> Iterator[None]:
    """Let argparse look up its messages in our catalogue, and nobody else's argparse after that."""
    before = argparse._, argparse.ngettext  # type: ignore[attr-defined]
    argparse._, argparse.ngettext = _translated, _translated_count  # type: ignore[attr-defined]
    try:
        yield
    finally:
        argparse._, argparse.ngettext = before  # type: ignore[attr-defined]


def _translated(message: str) -> str:
    return ARGPARSE.get(message, message)


def _translated_count(one: str, many: str, count: int) -> str:
    return _translated(one if count == 1 else many)
