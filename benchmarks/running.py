"""Whole processes, and what they cost: processor time with that of their own processes, wall time, memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DONE = (0, 1)  # 1: done, and somebody has something to mend


@dataclass(frozen=True)
class Cost:
    """What one process took, and the last line that it printed."""

    cpu: float
    wall: float
    said: str = ""

    @property
    def answer(self) -> dict[str, Any]:
        """What it printed as JSON."""
        answer: dict[str, Any] = json.loads(self.said)
        return answer


def run(*words: object, env: dict[str, str] | None = None) -> Cost:
    """Run a command to its end and return its cost; leave with what it said where it failed."""
    command = [*map(str, words)]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=told, env={**os.environ, **(env or {})})  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode().strip()
        if process.returncode not in DONE:
            told.seek(0)
            raise RuntimeError(f"{' '.join(command[:4])}: {told.read().decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, said.rsplit("\n", 1)[-1])


def python(*words: object) -> Cost:
    """Run this Python with these words."""
    return run(sys.executable, *words)


def script(name: str, *words: object) -> Cost:
    """Run a script of benchmarks/, such as «peers/bare_calamine.py»."""
    return python(HERE / name, *words)


def khoagiao(*words: object) -> Cost:
    """Run a verb of the command, as the terminal does."""
    return python("-X", "utf8", "-P", "-m", "khoagiao_xl", *words)


def median(costs: list[Cost]) -> Cost:
    """Return the medians of some runs."""
    return Cost(
        statistics.median([cost.cpu for cost in costs]),
        statistics.median([cost.wall for cost in costs]),
        costs[-1].said,
    )


def in_turn(runs: int, *works: Callable[[], Cost]) -> list[Cost]:
    """Run ours, theirs, ours, theirs ...; return the medians of each.

    A first round, which compiles and fills the caches, is not counted; with one run it is all there is.
    """
    uncounted = 1 if runs > 1 else 0
    taken: list[list[Cost]] = [[] for _ in works]
    for _ in range(runs + uncounted):
        for work, costs in zip(works, taken, strict=True):
            costs.append(work())
    return [median(costs[uncounted:]) for costs in taken]


def scaled(part: Cost, start: Cost, share: float) -> Cost:
    """Return what all files would take: what a part of them took above the bare start, so many times."""
    cpu = (part.cpu - start.cpu) * share + start.cpu
    wall = (part.wall - start.wall) * share + start.wall
    return Cost(cpu, wall, part.said)
