"""How the benchmarks measure, what they hold ours against, and how they print it."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable

from python_calamine import CalamineWorkbook


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Return the median time of `work` over `runs`, after one run that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def in_turn(ours: Callable[[], object], plain: Callable[[], object], runs: int = 3) -> tuple[float, float]:
    """Return the shortest processor time of two works done in turn: what else the machine does only adds."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + 1):
        for work, times in zip((ours, plain), taken, strict=True):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
    return min(taken[0]), min(taken[1])


def show(what: str, ours: float, plain: float, aim: float) -> None:
    """Print one line: both times, their ratio, and the ratio that is wanted."""
    print(f"{what:62} {ours:8.3f} s  {plain:8.3f} s  ratio {ours / plain:6.2f}  aim {aim}", flush=True)


def plainly(forms: list[bytes]) -> Callable[[], None]:
    """Return the work of reading every sheet with calamine and nothing else: what ours is held against."""

    def read() -> None:
        for form in forms:
            book = CalamineWorkbook.from_filelike(io.BytesIO(form))
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()

    return read
