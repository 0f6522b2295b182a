"""A small linter for command files: each rule with the mistake it is there for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

CONSTANTS: Final = ("%KG_URL%", "%KG_KET%", "%ERRORLEVEL%")  # ours, without a blank or a sign
NEVER: Final = (
    "call", "certutil", "cscript", "wscript", "runas", "reg", "setx", "schtasks", "net", "sc", "chcp", "cd", "start",
)  # fmt: skip
CONDITIONS: Final = re.compile(r'^(?:if (?:not )?(?:exist "[^"]*"|defined \w+) )+')
CHECKED: Final = ("if errorlevel", 'set "KG_KET=%ERRORLEVEL%"', "exit /b %ERRORLEVEL%")


def code_lines(text: str) -> list[str]:
    """Return the lines that do something."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.lower().startswith("rem ")]


def outside_quotes(line: str) -> str:
    """Return what of a line stands outside quotes."""
    return " ".join(line.split('"')[::2])


def not_ascii(text: str) -> Iterator[str]:
    """A letter beyond ASCII is another one in another code page."""
    yield from (line for line in text.splitlines() if not line.isascii())


def not_set_apart(text: str) -> Iterator[str]:
    """A variable of ours stays behind, or an exclamation mark in a path is eaten."""
    wanted = ["@echo off", "setlocal EnableExtensions DisableDelayedExpansion"]
    if code_lines(text)[:2] != wanted:
        yield text.splitlines()[0]


def unquoted(text: str) -> Iterator[str]:
    """A path with a blank, & or ' falls apart outside quotes."""
    for line in code_lines(text):
        rest = line
        for constant in CONSTANTS:
            rest = rest.replace(constant, "")
        if "%" in outside_quotes(rest.removesuffix(" %*")):
            yield line


def ends_in_backslash(text: str) -> Iterator[str]:
    r"""A program takes \" for a quote that belongs to the word."""
    yield from (line for line in code_lines(text) if re.search(r'(%~dp0|\\)"', line))


def unchecked(text: str) -> Iterator[str]:
    """What went wrong in a program is not seen by the next line."""
    lines = code_lines(text)
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_program = CONDITIONS.sub("", line).startswith('"')
        if is_program and not following.startswith(CHECKED):
            yield line


def blocks(text: str) -> Iterator[str]:
    """Within brackets variables are expanded before the lines run, and a bracket in a path ends them."""
    yield from (line for line in code_lines(text) if line.endswith("(") or line.startswith(")"))


def lost_labels(text: str) -> Iterator[str]:
    """A jump to nowhere ends the script without a word."""
    lines = code_lines(text)
    labels = {line[1:] for line in lines if line.startswith(":")}
    jumps = set(re.findall(r"goto (\w+)", "\n".join(lines)))
    yield from sorted(labels ^ jumps)


def forbidden(text: str) -> Iterator[str]:
    """It expands twice, asks for rights, changes the machine, or is what a virus scanner looks for."""
    for line in code_lines(text):
        words = outside_quotes(line).lower().split()
        if not line.startswith("echo") and set(words) & set(NEVER):
            yield line


def loose_signs(text: str) -> Iterator[str]:
    """What is only said must not redirect or begin a command."""
    spoken = [line for line in code_lines(text) if line.startswith("echo ")]
    yield from (line for line in spoken if re.search(r"[&|<>^]", outside_quotes(line)))


RULES: Final[dict[str, Callable[[str], Iterator[str]]]] = {
    rule.__name__: rule
    for rule in (
        not_ascii,
        not_set_apart,
        unquoted,
        ends_in_backslash,
        unchecked,
        blocks,
        lost_labels,
        forbidden,
        loose_signs,
    )
}
