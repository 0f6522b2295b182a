"""The table of speed: what the tool does beside the peers' own best way on the same files, in one run.

`python3 run.py bench` prints it; --only NAME … (lines of aims.csv), --forms N, --runs N, --json FILE,
--picture FILE.png, --strict (exits 1 where an aim is missed), --samples DIR (made once, used again).
No test looks at a clock.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aims import Measured, read_aims

if TYPE_CHECKING:
    from lines import Bench

Work = Callable[["Bench"], None]


def works() -> dict[str, Work]:
    """Return the works, by the names of the lines that each measures, separated by blanks."""
    import lines_of_forms as forms
    import lines_of_intake as intake

    readers = {name: partial(intake.against_reader, name) for name in intake.READERS}
    return {
        "intake_one_core intake_two_cores memory": intake.against_calamine,
        **readers,
        "second_run": intake.second_run,
        "issue_copy issue_xlsxwriter issue_openpyxl": forms.issue,
        "update_master update_parts": forms.update,
        "consolidate_1012 consolidate_52000": forms.consolidate,
        "trace trace_office": forms.trace,
        "report": forms.report,
        "button version": forms.starting,
        "month": intake.month,
        "six_files": intake.six_files,
        "demo_day": forms.demo_day,
    }


def measured(bench: Bench, only: Sequence[str]) -> list[Measured]:
    """Measure the lines that are asked for, all where none is; in the order of the table."""
    for names, work in works().items():
        asked = set(names.split()) & set(only)
        if asked or not only:
            sys.stderr.write(f"{names} ...\n")
            work(bench)
    return [bench.found[name] for name in bench.aims if name in bench.found]


def table(lines: Sequence[Measured]) -> str:
    """Return the table as it is printed."""
    rows = [("work", "against", "figure", "ours", "theirs", "value", "aim", "met?", "note")]
    for line in lines:
        aim = line.aim
        value = "" if line.value is None else f"{line.value:.3g}"
        told = (line.ours, line.theirs, value, aim.told, line.verdict, line.note)
        rows.append((aim.work, aim.against, aim.figure, *told))
    return "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], ("---",) * len(rows[0]), *rows[1:]])


def status(lines: Sequence[Measured], *, strict: bool) -> int:
    """Return the exit status: 1 where it is strict and an aim is missed, or could not be measured."""
    return int(strict and not all(line.is_held for line in lines))


def as_json(lines: Sequence[Measured], machine: dict[str, str]) -> str:
    """Return everything as one object."""
    told = [{**asdict(line), "met": line.verdict} for line in lines]
    return json.dumps({"when": moment(), "machine": machine, "lines": told}, ensure_ascii=False, indent=1)


def moment() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def options(words: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="run.py bench", description="The table of speed.")
    parser.add_argument("--only", nargs="+", default=[], choices=[aim.name for aim in read_aims()])
    parser.add_argument("--forms", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--strict", action="store_true")
    return parser.parse_args(words)


def with_compiled_modules(folder: Path) -> None:
    """Let the processes that are started keep their compiled modules, as an installed program does."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


def main(words: Sequence[str]) -> int:
    """Measure, print, and write what is asked for."""
    asked = options(words)
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.samples or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        with_compiled_modules(folder)
        lines, machine = _measure(folder, asked)
    print(table(lines))
    print("\n".join(f"{name}: {told}" for name, told in machine.items()))
    if asked.json:
        asked.json.write_text(as_json(lines, machine), encoding="utf-8")
    if asked.picture:
        from picture import draw

        draw(lines, asked.picture)
    return status(lines, strict=asked.strict)


def _measure(folder: Path, asked: Any) -> tuple[list[Measured], dict[str, str]]:
    from lines import Bench
    from samples import Samples

    from machine import described

    bench = Bench(Samples(folder, asked.forms), asked.runs)
    return measured(bench, asked.only), described()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
